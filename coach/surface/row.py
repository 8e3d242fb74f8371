"""Rows of a list with a pointer: options to choose from, items to put in order, lines to mark."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coach.surface.lit import line, lit

POINTER = "\u203a"
NOTHING = "–"
"""What stands in a row's column as long as nothing was given."""


def pointer(*, here: bool) -> str:
    """Give the sign before what the keys act on, and a blank before all else."""
    return POINTER if here else " "


def box(*, ticked: bool) -> str:
    """Draw a box to tick."""
    return "[x]" if ticked else "[ ]"


class PointerRow(Horizontal):
    """A row with a pointer and what it is called by in a column of their own, so that the texts line up.

    ``number`` is its place in the list, from 1. Kinds make it wider or narrower in classes with names of
    their own: styles go by a class's name, so that two of the same name would dress each other.
    """

    DEFAULT_CSS = """
    PointerRow { height: auto; padding: 0 1; max-width: 90; }
    PointerRow.current { background: $boost; }
    PointerRow .sign { width: 5; color: $text-muted; }
    PointerRow.current .sign { color: $text-primary; text-style: bold; }
    PointerRow .words { width: 1fr; height: auto; }
    """

    class Clicked(Message):
        """The row was clicked."""

        def __init__(self, row: "PointerRow") -> None:
            super().__init__()
            self.row = row

    def __init__(self, number: int, text: str | Content = "", *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.number = number
        self.text = text

    def compose(self) -> ComposeResult:
        """Put the sign before the text."""
        yield Static(classes="sign")
        yield Static(line(self.text), classes="words")

    def point(self, sign: str, *, current: bool) -> None:
        """Show what the row is called by, and whether the pointer is here."""
        self.set_class(current, "current")
        self.query_one(".sign", Static).update(lit(f"{pointer(here=current)} {sign}"))

    def reword(self, text: str) -> None:
        """Put another text into the row."""
        self.text = text
        self.query_one(".words", Static).update(lit(text))

    def on_click(self, event: events.Click) -> None:
        """Tell whoever shows the row."""
        event.stop()
        self.post_message(self.Clicked(self))


class GivenRow(PointerRow):
    """A row with a column for what was given to it, such as a place, a partner or a group."""

    DEFAULT_CSS = """
    GivenRow .given { width: 5; color: $text-muted; }
    GivenRow.settled .given { color: $text-primary; text-style: bold; }
    """

    def compose(self) -> ComposeResult:
        """Put what was given between the sign and the text."""
        yield Static(classes="sign")
        yield Static(classes="given")
        yield Static(line(self.text), classes="words")

    def draw(self, sign: str, given: str, *, current: bool) -> None:
        """Show what was given, a dash if that is nothing, and whether the pointer is here."""
        self.point(sign, current=current)
        self.set_class(bool(given), "settled")
        self.query_one(".given", Static).update(lit(given or NOTHING))
