"""The card of what must not be asked: the kit's own lines, then the topics of the law."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from coach.core.bank import Guide

RISKY = mark("risky: asking it may be held against you")
NONE = mark(
    "This kit names nothing. Ask its questions and probes, and nothing about the person's private life."
)


class CardScreen(ModalScreen[None]):
    """The do-not-ask card of a guide; the key that opened it closes it."""

    where = "card"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("card")]
    DEFAULT_CSS = """
    CardScreen { align: center middle; }
    CardScreen > .box {
        width: 88; max-width: 96%; height: auto; max-height: 94%;
        padding: 1 2; background: $panel; border: round $warning;
    }
    CardScreen.-tiny > .box { padding: 0 1; }
    CardScreen .title { margin-bottom: 1; }
    CardScreen VerticalScroll { height: auto; max-height: 100%; }
    CardScreen .entry { margin-bottom: 1; }
    CardScreen .entry.last { margin-bottom: 0; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (20, "-tall")]  # noqa: RUF012 - Textual reads it from the class

    def __init__(self, guide: "Guide") -> None:
        super().__init__()
        self._guide = guide

    def compose(self) -> ComposeResult:
        entries = list(_entries(self._guide)) or [lit(tr(NONE))]
        with Vertical(classes="box"):
            title = line(
                (tr("Do not ask"), "bold $text-warning"), ("   " + tr("d, f2 or esc closes"), "$text-muted")
            )
            yield Static(title, classes="title")
            with VerticalScroll():
                for entry in entries:
                    yield Static(entry, classes="entry last" if entry is entries[-1] else "entry")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_back(self) -> None:
        self.dismiss(None)


def _entries(guide: "Guide") -> "Iterator[Content]":
    for text in guide.do_not_ask:
        yield lit(text)
    for topic in guide.topics:
        risky = "" if topic.level == "prohibited" else "   (" + tr(RISKY) + ")"
        if topic.alternative:
            instead = tr("Instead: {alternative}", alternative=topic.alternative)
        else:
            instead = tr("Nothing may be asked instead.")
        yield line(topic.card, (risky, "$text-warning"), (f"\n{instead}", "$text-accent"))
