"""What can stand on paper: a small vocabulary of blocks that every export format renders.

Blocks hold plain text only; each renderer escapes it for its own format.
"""

from typing import Annotated, Literal

import msgspec

from coach.core.record import Language, Record


class Run(Record):
    """A stretch of text in one style."""

    text: str
    strong: bool = False
    emphasis: bool = False


Inline = tuple[Run, ...]
"""Text with emphasis, in order."""


def plain(text: str) -> Inline:
    """Text without any emphasis, exactly as given."""
    return (Run(text=text),)


def flat(runs: Inline) -> str:
    """Give the text of the runs without their styles."""
    return "".join(run.text for run in runs)


class Block(Record, tag_field="block"):
    """The base of everything that can follow one another down a page."""


class Heading(Block, tag="heading"):
    """A heading; level 1 is the document's own title, so blocks start at 2."""

    text: str
    level: Annotated[int, msgspec.Meta(ge=2, le=4)] = 2


class Paragraph(Block, tag="paragraph"):
    """A paragraph; ``tone`` small is for notes that explain the form itself."""

    runs: Inline
    tone: Literal["body", "small"] = "body"


class Listing(Block, tag="listing"):
    """A flat list; ``marker`` letters gives a, b, c."""

    items: tuple[Inline, ...]
    marker: Literal["bullet", "number", "letter"] = "bullet"


class Quote(Block, tag="quote"):
    """Words said or written by somebody, one run of text per paragraph."""

    paragraphs: tuple[Inline, ...]


class Fact(Record):
    """A term and its value; an empty value prints a line to write on."""

    term: str
    value: str = ""


class Facts(Block, tag="facts"):
    """Terms with values, in up to ``columns`` columns."""

    facts: tuple[Fact, ...]
    columns: Annotated[int, msgspec.Meta(ge=1, le=3)] = 2


class Column(Record):
    """How a table's column is headed, aligned and weighed against the others in width.

    ``language`` is that of its cells where it is not the document's: words are broken and read aloud by it.
    """

    title: str
    align: Literal["left", "right", "centre"] = "left"
    share: Annotated[float, msgspec.Meta(gt=0)] = 1
    language: str = ""


Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
"""A part of a whole."""


class Bar(Record):
    """A value and its band on a scale from 0 to 1, drawn ``├──●──┤``."""

    low: Share
    value: Share
    high: Share

    def __post_init__(self) -> None:
        """Refuse a value that lies outside its band."""
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.value:g} does not lie between {self.low:g} and {self.high:g}")


class Table(Block, tag="table"):
    """A table with a header row; every row has a cell for every column.

    ``shades`` and ``bars`` are empty, or have for every cell what is drawn with its text, ``None`` for
    nothing. They repeat in another way what a text in the same row says, and never say it alone: a
    cell without text has no shade (``ValueError``), and those who cannot see get the texts only.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Inline, ...], ...]
    shades: tuple[tuple[Share | None, ...], ...] = ()
    """How dark the ground of a cell is, from 0 (as the paper) to 1 (a grey on which black is well read)."""
    bars: tuple[tuple[Bar | None, ...], ...] = ()
    """Bars as wide as their column, each beneath the text of its cell."""
    to_fill: bool = False
    """Whether there is room in the cells to write by hand: framed, and 9 mm high at least."""

    def __post_init__(self) -> None:
        """Refuse rows of different lengths, and shades that say something alone."""
        shape = [len(self.columns)] * len(self.rows)
        drawn: tuple[tuple[tuple[object, ...], ...], ...] = (self.rows, self.shades, self.bars)
        for cells in drawn:
            if cells and [len(row) for row in cells] != shape:
                raise ValueError(f"every row of a table needs {len(self.columns)} cells, one for each column")
        for row, shades in zip(self.rows, self.shades, strict=False):
            if any(shade is not None and not flat(cell) for cell, shade in zip(row, shades, strict=True)):
                raise ValueError("a shade stands with a text that says the same")


class Choice(Record):
    """One box that can be ticked."""

    label: str
    ticked: bool = False


class Choices(Block, tag="choices"):
    """Boxes side by side, at least 5 mm high, such as the ratings 1 to 5."""

    label: str
    choices: tuple[Choice, ...]


class WritingLines(Block, tag="lines"):
    """Empty lines to write on by hand, 8 mm apart."""

    count: Annotated[int, msgspec.Meta(ge=1, le=40)]
    label: str = ""


class Verbatim(Block, tag="verbatim"):
    """Somebody's words exactly as typed, line breaks included."""

    text: str
    label: str = ""


class Callout(Block, tag="callout"):
    """A framed reminder."""

    title: str
    items: tuple[Inline, ...]


class Together(Block, tag="together"):
    """Blocks that should not be torn apart by the end of a page."""

    blocks: tuple["AnyBlock", ...]


class PageBreak(Block, tag="page-break"):
    """What follows starts on a new page."""


AnyBlock = (
    Heading
    | Paragraph
    | Listing
    | Quote
    | Facts
    | Table
    | Choices
    | WritingLines
    | Verbatim
    | Callout
    | Together
    | PageBreak
)


class Document(Record):
    """A whole document: what the title says, what the footer repeats, and the blocks between."""

    title: str
    subtitle: str
    language: Language
    footer: tuple[str, ...]
    """Short lines repeated at the foot of every page, beside the page number."""
    blocks: tuple[AnyBlock, ...]
    entry: str = ""
    """How a table of contents tells it from others; without it, the title does."""


class Bundle(Record):
    """Several documents as one file: a table of contents, then each from a page of its own.

    Each document keeps its footer; pages are counted over the whole.
    """

    title: str
    language: Language
    documents: Annotated[tuple[Document, ...], msgspec.Meta(min_length=1)]
    subtitle: str = ""
    footer: tuple[str, ...] = ()
    """The footer of the table of contents."""
