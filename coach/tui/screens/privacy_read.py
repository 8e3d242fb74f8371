"""Lines to read about a record: who saw it, or the receipt of its erasure."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine


class PrivacyReadScreen(CoachScreen[None]):
    """A title and lines; nothing can be changed here."""

    where = "told"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("told")]
    DEFAULT_CSS = """
    PrivacyReadScreen .body { padding: 1 2 0 2; }
    PrivacyReadScreen .body Static { max-width: 100; }
    PrivacyReadScreen.-short .body { padding-top: 0; }
    """

    def __init__(self, title: str, place: str, lines: Iterable[str]) -> None:
        super().__init__()
        self._title = title
        self._place = place
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        yield TopLine(line((self._title, "bold"), f" · {self._place}"))
        yield VerticalScroll(*(Static(lit(one)) for one in self._lines), classes="body")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(".body").focus()

    def action_scroll(self, by: int) -> None:
        self.query_one(".body", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_back(self) -> None:
        self.dismiss(None)
