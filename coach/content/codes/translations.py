"""Codes of translations."""

from coach.content.codes.entry import Explanation
from coach.locale import mark

CODES = (
    Explanation(
        code="C401",
        title=mark("A text is not translated"),
        why=mark("People who read that language meet a sentence of the source in the middle of theirs."),
        fix=mark("Run coach translate merge, then write the translation into the catalogue."),
        bad='msgctxt "goal"\nmsgid "You can say no."\nmsgstr ""',
        good='msgctxt "goal"\nmsgid "You can say no."\nmsgstr "Sie können Nein sagen."',
    ),
    Explanation(
        code="C402",
        title=mark("A translation of an older wording"),
        why=mark("The source says something else by now, so the translation is not shown."),
        fix=mark("Run coach translate merge, read what it marks as fuzzy, and take the mark away."),
        bad='#, fuzzy\nmsgctxt "goal"\nmsgid "You can say no."\nmsgstr "Sie können Ja sagen."',
        good='msgctxt "goal"\nmsgid "You can say no."\nmsgstr "Sie können Nein sagen."',
    ),
    Explanation(
        code="C403",
        title=mark("A translation that cannot be used"),
        why=mark("What stands in braces is filled in by the program; with other names it could not be."),
        fix=mark("Copy what stands in braces from the source as it is."),
        bad='msgid "{deals} deals"\nmsgstr "{abschluesse} Abschlüsse"',
        good='msgid "{deals} deals"\nmsgstr "{deals} Abschlüsse"',
    ),
    Explanation(
        code="C404",
        title=mark("A catalogue cannot be read"),
        why=mark("Nothing of it is shown, and the whole file appears in the language of the source."),
        fix=mark(
            "Correct it with a tool for gettext catalogues, or have it made anew by coach translate merge."
        ),
        bad='msgid "Goal"\nmgstr "Ziel"',
        good='msgid "Goal"\nmsgstr "Ziel"',
    ),
)
