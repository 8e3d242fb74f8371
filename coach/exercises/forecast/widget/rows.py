"""The rows of the table of deals."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coach.surface.lit import lit


class DealRow(Vertical):
    """A deal in the table, and below it its facts while the pointer is here."""

    DEFAULT_CSS = """
    DealRow, DealRow .cells { height: auto; }
    DealRow.current .cells { background: $boost; }
    DealRow.head { color: $text-muted; }
    DealRow .cells Static { padding-right: 2; }
    DealRow .given { width: 15; }
    DealRow.percent .given { width: 11; }
    DealRow.current .given { color: $text-primary; text-style: bold; }
    DealRow .name { width: 1fr; }
    DealRow.current .name { text-style: bold; }
    DealRow .amount { width: 14; text-align: right; }
    DealRow .cells .stage { width: 21; padding-right: 0; }
    DealRow .facts { display: none; padding: 0 0 1 4; max-width: 84; }
    DealRow.current .facts { display: block; }
    """

    class Clicked(Message):
        """The deal was clicked."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, row: int, cells: tuple[str, str, str, str], *, percent: bool) -> None:
        """``row`` is the deal's place from 0; -1 for the line of titles."""
        super().__init__(classes="percent" if percent else None)
        self.set_class(row < 0, "head")
        self.row = row
        self.cells = cells

    def compose(self) -> ComposeResult:
        """Put the cells beside each other, and the facts below."""
        with Horizontal(classes="cells"):
            for name, text in zip(("given", "name", "amount", "stage"), self.cells, strict=True):
                yield Static(lit(text), classes=name)
        yield Static(classes="facts")

    def draw(self, given: str, facts: Content, *, current: bool) -> None:
        """Show what was given with the sign before it, and the facts if the pointer is here."""
        self.set_class(current, "current")
        self.query_one(".given", Static).update(lit(given))
        self.query_one(".facts", Static).update(facts)

    def on_click(self, event: events.Click) -> None:
        """Tell whoever shows the table."""
        event.stop()
        if self.row >= 0:
            self.post_message(self.Clicked(self.row))
