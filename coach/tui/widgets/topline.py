"""The line at the top: where am I, and what is the state of things."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


class TopLine(Horizontal):
    """Left the place, right the state; the right side is never cut off by a long left one."""

    DEFAULT_CSS = """
    TopLine {
        height: 2; padding: 0 2; border-bottom: solid $border-blurred;
        & > .left { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        & > .right { width: auto; padding-left: 2; color: $text-muted; }
    }
    """

    def __init__(self, left: Content, right: Content | None = None) -> None:
        super().__init__()
        self._left = left
        self._right = right or Content("")

    def compose(self) -> ComposeResult:
        yield Static(self._left, classes="left")
        yield Static(self._right, classes="right")

    def show(self, *, left: Content | None = None, right: Content | None = None) -> None:
        """Change either side; the room is only divided anew when the right side needs more or less."""
        if left is not None:
            self.query_one(".left", Static).update(left, layout=False)
        if right is not None:
            wider = right.cell_length != self._right.cell_length
            self._right = right
            self.query_one(".right", Static).update(right, layout=wider)
