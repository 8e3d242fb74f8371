"""An author's prose on the screen."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from coach.core.document import AnyBlock, Inline, Listing, Paragraph, Quote
from coach.core.prose import prose
from coach.surface.lit import lit, lit_runs


class Prose(Vertical):
    """Paragraphs, lists and quotes in a column that is comfortable to read."""

    DEFAULT_CSS = """
    Prose { height: auto; max-width: 84; }
    Prose .paragraph { margin-bottom: 1; }
    Prose .item { height: auto; }
    Prose .item.last { margin-bottom: 1; }
    Prose .marker { width: 4; color: $text-muted; text-align: right; padding-right: 1; }
    Prose .item .words { width: 1fr; }
    Prose .quote { height: auto; border-left: outer $secondary; padding-left: 2; margin: 0 0 1 1; }
    Prose .quote .paragraph.last { margin-bottom: 0; }
    """

    def __init__(self, text: str, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._blocks = prose(text)

    def compose(self) -> ComposeResult:
        """Lay the blocks out one below the other."""
        for block in self._blocks:
            yield from _widgets(block)


def _widgets(block: AnyBlock) -> Iterator[Widget]:
    match block:
        case Paragraph(runs=runs):
            yield Static(lit_runs(runs), classes="paragraph")
        case Quote(paragraphs=paragraphs):
            yield Vertical(*_paragraphs(paragraphs), classes="quote")
        case Listing(items=items, marker=marker):
            for number, item in enumerate(items, 1):
                sign = f"{number}." if marker == "number" else "•"
                last = " last" if number == len(items) else ""
                yield Horizontal(
                    Static(lit(sign), classes="marker"),
                    Static(lit_runs(item), classes="words"),
                    classes=f"item{last}",
                )
        case _:
            return


def _paragraphs(paragraphs: tuple[Inline, ...]) -> Iterator[Static]:
    for number, runs in enumerate(paragraphs, 1):
        last = " last" if number == len(paragraphs) else ""
        yield Static(lit_runs(runs), classes=f"paragraph{last}")
