"""What can be said now."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from coach.core.dialogue.engine import Offer
from coach.surface.lit import line, lit

POINTER = "›"


class OfferRow(Horizontal):
    """An option: a pointer, its number, its text, and why it is locked if it is."""

    DEFAULT_CSS = """
    OfferRow { height: auto; padding: 0 1; max-width: 110; }
    OfferRow.current { background: $boost; }
    OfferRow .sign { width: 5; color: $text-muted; }
    OfferRow.current .sign { color: $text-primary; text-style: bold; }
    OfferRow .words { width: 1fr; }
    """

    class Clicked(Message):
        """The option was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int, offer: Offer) -> None:
        super().__init__()
        self.number = number
        self.offer = offer

    def compose(self) -> ComposeResult:
        yield Static(classes="sign")
        if self.offer.open:
            yield Static(lit(self.offer.option.text), classes="words")
        else:
            reason = f"  locked: {self.offer.reason}"
            text = line((self.offer.option.text, "$text-muted"), (reason, "$text-warning"))
            yield Static(text, classes="words")

    def on_mount(self) -> None:
        self.draw(current=False)

    def draw(self, *, current: bool) -> None:
        """Show whether the pointer is here."""
        self.set_class(current, "current")
        self.query_one(".sign", Static).update(lit(f"{POINTER if current else ' '} {self.number}"))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self.number))


class Offers(VerticalScroll):
    """The options below each other; the pointer is on none until it is moved."""

    DEFAULT_CSS = """
    Offers { height: auto; max-height: 60%; border-top: solid $border-blurred; }
    """

    def __init__(self) -> None:
        super().__init__(can_focus=False)
        self.rows: list[OfferRow] = []
        self.current = 0
        """The number that the pointer is on; 0 for none."""

    def show(self, offers: tuple[Offer, ...]) -> None:
        """Put other options in place of those that are shown."""
        self.remove_children()
        self.current = 0
        self.rows = [OfferRow(number, offer) for number, offer in enumerate(offers, 1)]
        self.mount(*self.rows)
        self.scroll_home(animate=False)

    def move(self, by: int) -> None:
        """Move the pointer, round and round."""
        if self.rows:
            start = self.current - 1 if self.current else (-1 if by > 0 else 0)
            self.current = (start + by) % len(self.rows) + 1
            for row in self.rows:
                row.draw(current=row.number == self.current)
            self.rows[self.current - 1].scroll_visible(animate=False)
