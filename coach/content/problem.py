"""What is wrong with a file: a place, a stable code and a sentence; and values shown in such sentences."""

from coach.core.finding import Severity
from coach.core.record import Record
from coach.locale import tr, trp

LONGEST_SHOWN = 40
"""Characters of an author's value that a sentence repeats."""


class Problem(Record):
    """Something to mend in a file. ``line`` and ``column`` count from 1, columns in characters."""

    file: str
    line: int
    column: int
    code: str
    text: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}:{self.column} {self.code} {printable(self.text)}"

    @property
    def place(self) -> tuple[str, int, int, str]:
        """What problems are sorted by: file, line, column, code."""
        return (self.file, self.line, self.column, self.code)

    @property
    def fatal(self) -> bool:
        """Whether it keeps content from being used."""
        return self.severity is Severity.ERROR


def printable(text: str) -> str:
    """Give the text on one line with everything a terminal could act upon written as an escape."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def quoted(value: object) -> str:
    """Show an author's word in quotes, shortened, safe for a terminal."""
    text = str(value)
    short = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return tr("'{word}'", word=printable(short))


def described(value: object) -> str:
    """Say what a value read from YAML is, in an author's words."""
    match value:
        case None:
            return trp("value", "empty")
        case bool():
            return tr("the word {value} without quotes", value=str(value).lower())
        case int() | float():
            return tr("the number {value}", value=quoted(value)[1:-1])
        case str():
            return tr("the text {value}", value=quoted(value))
        case list():
            return tr("a list")
        case _:
            return tr("a group of keys")
