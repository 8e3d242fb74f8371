"""What can be said now."""

from textual.containers import VerticalScroll

from coach.core.dialogue.engine import Offer
from coach.locale import tr
from coach.surface.lit import line, lit
from coach.surface.row import PointerRow


class OfferRow(PointerRow):
    """An option: a pointer, its number, its text, and why it is locked if it is."""

    DEFAULT_CSS = """
    OfferRow { max-width: 110; }
    """

    def __init__(self, number: int, offer: Offer) -> None:
        text = lit(offer.option.text)
        if not offer.open:
            text = line(
                (offer.option.text, "$text-muted"),
                ("  " + tr("locked: {reason}", reason=offer.reason), "$text-warning"),
            )
        super().__init__(number, text)
        self.offer = offer

    def on_mount(self) -> None:
        self.draw(current=False)

    def draw(self, *, current: bool) -> None:
        """Show whether the pointer is here."""
        self.point(str(self.number), current=current)


class Offers(VerticalScroll):
    """The options below each other; the pointer is on none until it is moved."""

    DEFAULT_CSS = """
    Offers { height: auto; max-height: 60%; border-top: solid $border-blurred; scrollbar-gutter: stable; }
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
