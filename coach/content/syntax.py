"""libyaml's complaints as sentences that say what to do."""

import yaml

from coach.content.document import Mark
from coach.content.problem import quoted
from coach.locale import mark, tr

SENTENCES: dict[str, tuple[str, str]] = {
    "mapping values are not allowed in this context": (
        "C005",
        mark(
            "': ' inside a text makes it look like a key; quote the text, or indent the line if it is a key"
        ),
    ),
    "found character that cannot start any token": (
        "C005",
        mark("a text cannot start with a tab, '@', '`' or '%'; indent with spaces and quote the text"),
    ),
    "could not find expected ':'": (
        "C005",
        mark("a key must be followed by ': ' on its own line; add it, or quote a text over several lines"),
    ),
    "did not find expected key": (
        "C005",
        mark(
            "this line does not fit the keys above; line it up with them, and close every quote and bracket"
        ),
    ),
    "did not find expected '-' indicator": (
        "C005",
        mark("this line does not belong to the list above; start it with '- ', or move it to the left"),
    ),
    "did not find expected ',' or ']'": (
        "C005",
        mark("the list opened with '[' is not closed; add ',' or ']'"),
    ),
    "did not find expected ',' or '}'": (
        "C005",
        mark("the group opened with '{' is not closed; add ',' or '}', and quote texts with ',' or ': '"),
    ),
    "found unexpected end of stream": ("C005", mark("a quote is opened but never closed; close it")),
    "found unexpected document indicator": (
        "C005",
        mark("'---' or '...' stands inside a quoted text, so the quote is not closed; close it"),
    ),
    "found unknown escape character": (
        "C005",
        mark(
            "a backslash in double quotes starts an escape, and this is none; write \\\\ or use single quotes"
        ),
    ),
    "block sequence entries are not allowed in this context": (
        "C005",
        mark(
            "a list cannot start on this line; put '- ' on a line of its own below the key, or quote the text"
        ),
    ),
    "did not find expected node content": (
        "C005",
        mark("a value is missing before this place; write it, or delete a bracket or comma too many"),
    ),
    "found undefined tag handle": (
        "C007",
        mark("a text that starts with '!' asks for another type, which is not allowed; quote the text"),
    ),
    "did not find expected alphabetic or numeric character": (
        "C005",
        mark("'*' and '&' at the start of a text have a meaning of their own in YAML; quote the text"),
    ),
    "found incompatible YAML document": (
        "C005",
        mark("only YAML 1.1 and 1.2 can be read; delete the %YAML line"),
    ),
}


OPENED = ("quoted scalar", "flow sequence", "flow mapping")
"""What is opened and never closed: libyaml finds out at the end, but the author must look at the start."""


def sentence(error: yaml.YAMLError) -> tuple[str, str]:
    """Give the code and the sentence for an error of libyaml."""
    problem = (error.problem if isinstance(error, yaml.MarkedYAMLError) else None) or "unreadable"
    known = SENTENCES.get(problem)
    if known:
        return known[0], tr(known[1])
    return (
        "C005",
        tr(
            "this is not valid YAML ({problem}); check indentation, quotes and brackets here",
            problem=quoted(problem)[1:-1],
        ),
    )


def place(error: yaml.YAMLError) -> Mark | None:
    """Give the place to look at; it may be unknown."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return None
    opened = (error.context or "").endswith(OPENED) and not (error.problem or "").endswith("character")
    best = error.context_mark if opened else error.problem_mark
    return best or error.problem_mark or error.context_mark
