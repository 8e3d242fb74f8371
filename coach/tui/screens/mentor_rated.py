"""What mentors gave for an answer of one's own, to read."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from coach.locale import tr
from coach.surface.lit import line
from coach.tui.actions import bindings
from coach.tui.screens import mentor_words as words
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.pieces import Piece


class RatedScreen(CoachScreen[None]):
    """All ratings side by side, then the answer that they are about."""

    where = "rated"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rated")]
    DEFAULT_CSS = """
    RatedScreen .body > Static { max-width: 84; margin-bottom: 1; padding-right: 1; }
    """

    def __init__(self, piece: "Piece") -> None:
        super().__init__()
        self._piece = piece

    def compose(self) -> ComposeResult:
        yield TopLine(line((self._piece.title, "bold"), " › " + tr("what mentors gave")))
        with VerticalScroll(classes="body"):
            yield Static(words.compared(self._piece, self._piece.learner))
            yield Static(words.answer(self._piece, tr("What you wrote or said")))
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(".body").focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one(".body", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        self.dismiss(None)
