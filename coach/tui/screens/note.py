"""A person's own note on a step."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from coach.locale import mark, tr
from coach.surface.lit import lit
from coach.tui.told import told

if TYPE_CHECKING:
    from textual.timer import Timer

REST = 0.4
"""Seconds from a change until the note is on disk; the promise is one second."""


class NoteScreen(ModalScreen[None]):
    """Write a note; it is kept when typing rests, and when one leaves.

    ``keep`` takes the whole text as it is by then.
    """

    DEFAULT_CSS = """
    NoteScreen { align: center middle; }
    NoteScreen > .box {
        width: 80; max-width: 96%; height: 16; max-height: 94%;
        padding: 1 2 0 2; background: $panel; border: round $secondary;
    }
    NoteScreen .title { text-style: bold; margin-bottom: 1; }
    NoteScreen TextArea { height: 1fr; }
    NoteScreen .how { color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", mark("keep and close"))]

    def __init__(self, title: str, text: str, keep: Callable[[str], None]) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._keep = keep
        self._resting: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(lit(tr("Your note: {title}", title=self._title)), classes="title")
            yield TextArea(self._text)
            yield Static(lit(tr("esc keep and close   an empty note is taken away")), classes="how")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def on_text_area_changed(self, _: TextArea.Changed) -> None:
        if self._resting is None:
            self._resting = self.set_timer(REST, self.save)

    @told
    def save(self) -> bool:
        """Hand the note over; whether it is where it should be now."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        self._keep(self.query_one(TextArea).text)
        return True

    def action_leave(self) -> None:
        if self.save():
            self.dismiss(None)
