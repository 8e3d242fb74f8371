"""A clock that runs down, in large figures and in words."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Digits, Static

from coach.surface.lit import lit


class ClockFace(Vertical):
    """Seconds that are left, or that it is over, with a sentence about them.

    It holds no time of its own; whoever uses it looks at a clock and calls :meth:`show`.
    """

    LAST: ClassVar[int] = 10
    """The last seconds, which have a colour of their own beside the words."""

    DEFAULT_CSS = """
    ClockFace { height: auto; margin-bottom: 1; }
    ClockFace Digits { width: auto; color: $text-primary; }
    ClockFace.last Digits { color: $text-warning; }
    ClockFace.over Digits { color: $text-error; }
    ClockFace .words { text-style: bold; max-width: 84; }
    """

    def compose(self) -> ComposeResult:
        """Put the figures above the words."""
        yield Digits("")
        yield Static(classes="words")

    def show(self, left: int, words: str) -> None:
        """Show the seconds left; a negative number is over, and is shown with a plus."""
        self.set_class(0 < left <= self.LAST, "last")
        self.set_class(left <= 0, "over")
        sign = "+" if left < 0 else ""
        self.query_one(Digits).update(f"{sign}{abs(left) // 60}:{abs(left) % 60:02}")
        self.query_one(".words", Static).update(lit(words))
