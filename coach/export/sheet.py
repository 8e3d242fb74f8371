"""What all formats share: their names, the sheets of paper, and what rendering gives."""

from enum import StrEnum

from coach.core.record import Record


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


class ExportFailed(Exception):  # noqa: N818 - reads as what happened
    """A document could not be brought into the format that was wanted; the message says what to do."""


class Rendered(Record):
    """A rendered file, and sentences about what a reader of it should know."""

    data: bytes
    notes: tuple[str, ...] = ()


class Sheet(Record):
    """A sheet with its margins, all in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    side: float


SHORTER, NARROWER = 279.4, 210.0
"""The height of US Letter and the width of A4: a box that fits both."""

TOP, BOTTOM, SIDE = 14.0, 21.4, 20.0


def sheet(paper: Paper) -> Sheet:
    """Give a sheet whose printed box is the same 170 by 244 mm on every paper.

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
        bottom=round(BOTTOM + spare, 2),
        side=round(SIDE + (width - NARROWER) / 2, 2),
    )


PAGE_WORDS = {"en": ("Page ", " of "), "de": ("Seite ", " von ")}


def page_words(language: str) -> tuple[str, str]:
    """Give what stands before the page number and between it and the count of pages."""
    return PAGE_WORDS.get(language, ("", " / "))
