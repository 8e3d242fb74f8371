"""Codes of reading a file as YAML."""

from coach.content.codes.entry import Explanation
from coach.locale import mark

CODES = (
    Explanation(
        code="C001",
        title=mark("The file cannot be read"),
        why=mark("What cannot be opened cannot be checked, and the program could not use it either."),
        fix=mark("Check the name, who may read the file, and that it lies inside the content folder."),
        bad=mark("a folder or a link that is called bank.yaml"),
        good=mark("an ordinary file called bank.yaml"),
    ),
    Explanation(
        code="C002",
        title=mark("The file is too large"),
        why=mark("Nobody can review a file of several megabytes, and reading it makes people wait."),
        fix=mark("Split it: one file for each session, one bank for each role."),
        bad=mark("everything.yaml of 3 MiB"),
        good=mark("two banks of 1 MiB"),
    ),
    Explanation(
        code="C003",
        title=mark("The file is not UTF-8"),
        why=mark("In another encoding letters such as é or ß turn into other letters."),
        fix=mark("Save the file as UTF-8; every editor can."),
        bad="title: Verhandlungen f\\xfchren",
        good="title: Verhandlungen führen",
    ),
    Explanation(
        code="C004",
        title=mark("An invisible or direction-changing character"),
        why=mark(
            "Such characters can make a text read differently on the screen from what it says, or drive the "
            "terminal."
        ),
        fix=mark("Delete the character. Pasting a text as plain text first usually removes it."),
        bad='title: "Budget \\u202e2027"',
        good="title: Budget 2027",
    ),
    Explanation(
        code="C005",
        title=mark("Not valid YAML"),
        why=mark("From this place on nobody can tell what the file means."),
        fix=mark("Look at indentation, quotes and brackets at the place and on the line above."),
        bad="title: Say it: once",
        good='title: "Say it: once"',
    ),
    Explanation(
        code="C006",
        title=mark("A key is given twice"),
        why=mark("Only one of the two values can count, and it would be chosen silently."),
        fix=mark("Delete one, or rename it."),
        bad="title: First\ntitle: Second",
        good="title: Second",
    ),
    Explanation(
        code="C007",
        title=mark("A tag"),
        why=mark("Tags ask for types of their own; here the format decides what type a value has."),
        fix=mark("Delete the tag. Quote a text that really starts with an exclamation mark."),
        bad="title: !important Ask first",
        good='title: "!important Ask first"',
    ),
    Explanation(
        code="C008",
        title=mark("An anchor, an alias or a merge key"),
        why=mark("A value written elsewhere is easily missed when that place changes."),
        fix=mark("Write the value out. Quote a text that really starts with & or *."),
        bad="text: *intro",
        good="text: Thank you for coming.",
    ),
    Explanation(
        code="C009",
        title=mark("A second document"),
        why=mark("Only the first document of a file is used; the rest would be lost silently."),
        fix=mark("Delete the line ---, or put the second part into a file of its own."),
        bad="id: one\n---\nid: two",
        good="id: one",
    ),
    Explanation(
        code="C011",
        title=mark("Too deep or too much"),
        why=mark("Reading has a bound, so that no file can keep the program busy for ever."),
        fix=mark("Flatten the nesting, or split the file."),
        bad="probes: [[[[[[ … 41 levels … ]]]]]]",
        good="probes: [What did you do?, How did it end?]",
    ),
    Explanation(
        code="C012",
        title=mark("A number that cannot be kept exactly"),
        why=mark(
            "Beyond 15 digits programs round numbers silently; infinity and 'not a number' count nothing."
        ),
        fix=mark("Write a shorter number, or quote it if it is a name such as an account number."),
        bad="answer: 12345678901234567",
        good="answer: 12345678",
    ),
    Explanation(
        code="C013",
        title=mark("Part of a text is a comment"),
        why=mark("A number sign after a space starts a comment, so the rest of the line is not shown."),
        fix=mark("Put the whole text in quotes. A comment that is meant has a space after the sign."),
        bad="text: Price #1 wins",
        good='text: "Price #1 wins"',
    ),
    Explanation(
        code="C014",
        title=mark("A key that is no word"),
        why=mark("A list or a group as a key has no place in any of the formats."),
        fix=mark("Write a plain word before the colon, or quote a text that starts with a bracket."),
        bad="? [1, 3]\n: weak",
        good="1: weak",
    ),
    Explanation(
        code="C015",
        title=mark("An empty file"),
        why=mark("It is listed as content, but there is nothing to open."),
        fix=mark("Write the file (coach new makes one to start from), or delete it."),
        bad="# to be written",
        good="id: prospecting\ntitle: Prospecting\n…",
    ),
)
