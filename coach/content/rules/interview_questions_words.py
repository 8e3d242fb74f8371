"""The words by which forms of question are told: English and German.

The tables are by language. All of them are applied to one question or sentence at a time, and none can
go back and forth over it.
"""

import re

from coach.core.writing.lexicon import listed


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _words(words: str) -> str:
    """Make the part of a pattern that takes one of the words."""
    return f"(?:{'|'.join(listed(words))})"


_NEGATED = _words("don wouldn isn aren doesn didn shouldn couldn haven hasn won can")
_VERB = _words("do does did is are was were would will can could have has had should")
_TAG = _words("do don are aren is isn have haven would wouldn can could will won did didn was wasn")
_ASKING = _words("why how what who whom when where which")
_ASKING_DE = r"(?:wie|was|wer|wen|wem|warum|wieso|weshalb|wo\w*|wann|welche\w*|inwiefern)"
_BEFORE_VERB_DE = r"(?:wenn|falls|ob|als|bevor|nachdem|sobald|sofern|während)"

LEADS = {
    "en": _any(
        rf"^(?:(?:so|and|but|well),? )?{_NEGATED}['’]?t (?:you|it|that|this|we)\b",
        r"\b(?:surely|obviously|of course|naturally|no doubt),? you\b",
        r"\b(?:i assume|i take it|i am sure|i['’]m sure),? you\b",
        rf", (?:{_TAG}(?:['’]?t)? (?:you|it|they|we)|right|correct|yes|no)\?$",
    ),
    "de": _any(
        r"\b(?:finden|meinen|denken|glauben|würden) sie (?:denn |etwa )?nicht\b",
        r"^sie\b.*\b(?:doch|sicher|sicherlich|bestimmt|natürlich|gewiss)\b",
        r", (?:oder|oder nicht|nicht wahr|nicht|gell|stimmt['’]s|richtig|ja)\?$",
    ),
}
"""In a question: an answer that is handed over with it."""

JOINED = {
    "en": _any(rf"\b(?:and|or) {_ASKING} {_VERB}\b"),
    "de": _any(rf"\b(?:und|oder) {_ASKING_DE} \w+ sie\b"),
}
"""In a question that began with a question word: a second one with a verb of its own."""

OPEN = {
    "en": _any(
        rf"\b{_ASKING}\b",
        r"\b(?:whose|tell|describe|explain|give|walk|take|show|talk|name|outline|share|present|say|imagine)\b",
    ),
    "de": _any(
        rf"\b{_ASKING_DE}\b",
        r"\b(?:erzählen|schildern|beschreiben|erklären|nennen|zeigen|geben|berichten|erläutern|stellen)\b",
    ),
}
"""Words that open an answer."""

INVITES = {
    "en": _any(r"\b(?:tell|describe|explain|give|walk|take|show|talk|name|outline|share)\b"),
    "de": _any(r"\b(?:erzählen|schildern|beschreiben|erklären|nennen|zeigen|geben|berichten|erläutern)\b"),
}
"""Words with which even "can you …" asks for more than yes or no."""

CLOSED = {
    "en": _any(
        rf"^(?:(?:so|and|but|well|then|now),? )?(?:{_VERB}|may|must) "
        r"(?:you|your|there|it|this|that|we|they|he|she|a|an|the)\b"
    ),
    "de": _any(rf"^(?!(?:{_ASKING_DE}|{_BEFORE_VERB_DE})\b)\w+ (?:sie|ihnen|es|ihre?|das)\b"),
}
"""The beginning of a question that yes or no can answer."""

_THINGS = "(animal|tree|colour|color|fruit|vegetable|superhero|biscuit|car|crayon)"
_DINGE = "(Tier|Baum|Farbe|Obst|Frucht|Gemüse|Superheld|Auto|Küchengerät)"

TEASERS = {
    "en": (
        "how many (golf|tennis|ping-pong) (ball|balls)",
        "how many ... (fit|fits) (in|into|inside) (a|an|the) (bus|plane|aeroplane|airplane|jumbo|car|lift)",
        "how many (piano|pianos) (tuner|tuners)",
        "how many (petrol|gas) stations are? there? in",
        f"if you (were|was|could) be? (a|an|any) {_THINGS}",
        f"what ... {_THINGS} would you be",
        "manhole (cover|covers)",
        "(angle|degrees) between the hands",
        "move mount (fuji|everest)",
        "weigh (a|an) (aeroplane|airplane|plane|elephant) without",
    ),
    "de": (
        "wie viele (Golfbälle|Tennisbälle|Tischtennisbälle|Klavierstimmer|Tankstellen|Smarties)",
        f"wenn Sie (ein|eine) {_DINGE} wären",
        f"(welches|welche|welcher) {_DINGE} (wären|wäre) Sie",
        "(Gullydeckel|Gullideckel|Kanaldeckel)",
        "Winkel zwischen den Zeigern",
    ),
}
"""Riddles that tell nothing about the work, as patterns of :mod:`coach.core.writing.pattern`."""

DEGREES = frozenset(
    listed(
        """
        a an the and of or very quite rather really fairly somewhat extremely highly slightly particularly
        especially exceptionally fully partly mostly more most less least well better best good great
        excellent outstanding superb poor bad weak strong fair average acceptable adequate satisfactory
        sufficient insufficient
        sehr ziemlich recht eher besonders äusserst überaus etwas kaum weitgehend völlig teilweise mehr
        weniger gut gute guter gutes besser beste bester schlecht schlechte mittelmässig mittelmässige
        ausgezeichnet ausgezeichnete hervorragend hervorragende befriedigend befriedigende ausreichend
        ausreichende mangelhaft mangelhafte schwach schwache stark starke der die das ein eine einen und
        """
    )
)
"""Words, folded, that say how much or how well without saying what somebody does."""
