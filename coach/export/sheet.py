"""What all formats share: their names, the sheets of paper, and what rendering gives."""

from enum import StrEnum

from coach.core.record import Record
from coach.locale import LANGUAGES, mark, spoken, tr


class Format(StrEnum):
    """A kind of file; the value is its suffix."""

    HTML = "html"
    PDF = "pdf"
    MD = "md"
    TXT = "txt"


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"


class Print(StrEnum):
    """How large a document is printed."""

    NORMAL = "normal"
    LARGE = "large"
    """Text of 18 points, lines and boxes to match, for people who see little."""


class ExportFailed(Exception):  # noqa: N818 - reads as what happened
    """A document could not be brought into the format that was wanted; the message says what to do."""


class Rendered(Record):
    """A rendered file, and sentences about what a reader of it should know."""

    data: bytes
    notes: tuple[str, ...] = ()


class Sheet(Record):
    """A sheet with its margins, all in millimetres, and whether the print on it is large."""

    width: float
    height: float
    top: float
    bottom: float
    side: float
    large: bool = False


SHORTER, NARROWER = 279.4, 210.0
"""The height of US Letter and the width of A4: a box that fits both."""

TOP, SIDE = 14.0, 20.0
BOTTOM = {Print.NORMAL: 21.4, Print.LARGE: 40.0}
"""Where the footer stands, which in large print has lines twice as many and as high."""


def sheet(paper: Paper, print_: Print = Print.NORMAL) -> Sheet:
    """Give a sheet whose printed box is the same on every paper: 170 by 244 mm, 225.4 in large print.

    So text breaks into the same lines and pages on A4 and on US Letter; what a paper has to spare goes
    to its margins, half to each side.
    """
    match paper:
        case Paper.A4:
            width, height = 210.0, 297.0
        case Paper.LETTER:
            width, height = 215.9, 279.4
    spare = (height - SHORTER) / 2
    return Sheet(
        width=width,
        height=height,
        top=round(TOP + spare, 2),
        bottom=round(BOTTOM[print_] + spare, 2),
        side=round(SIDE + (width - NARROWER) / 2, 2),
        large=print_ is Print.LARGE,
    )


PAGE = mark("Page {page} of {pages}")
UNWORDED = ("", " / ")


def page_words(language: str) -> tuple[str, str]:
    """Give what stands before the page number and between it and the count of pages."""
    if language not in LANGUAGES:
        return UNWORDED
    with spoken(language):
        before, _, rest = tr(PAGE).partition("{page}")
    return before, rest.partition("{pages}")[0]


def tick_words(language: str) -> tuple[str, str]:
    """Say of a box to those who cannot see it that it is ticked, or that it is not."""
    with spoken(language):
        return tr("ticked"), tr("not ticked")
