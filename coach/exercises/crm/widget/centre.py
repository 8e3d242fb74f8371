"""The centre of the CRM: its pages, and the keys that act inside them."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from coach.core.crm.state import Org
from coach.core.crm.views import ListView
from coach.locale import mark

from ..aloud import forecast_in_words
from ..spec import NAME
from .ask import CrmAsk
from .board import CrmBoard
from .canvas import Canvas, Page
from .columns import Column
from .form import CrmForm
from .keys import ASK, BOARD, FORECAST, FORM, LISTS, OUTCOME, RECORD
from .lists import CrmList
from .outcome import CrmOutcome
from .record import CrmRecord
from .rows import CrmTable

KEYS: list[BindingType] = [
    Binding(
        "enter", "page('open')", mark("open"), tooltip=mark("Open what the pointer is on."), id=f"{NAME}.open"
    ),
    Binding(
        "enter,space",
        "page('choose')",
        mark("choose"),
        tooltip=mark("Choose."),
        id=f"{NAME}.choose",
    ),
    *(
        Binding(str(number), f"page('take', {number - 1})", show=False, tooltip=mark("Choose by number."))
        for number in range(1, 10)
    ),
    Binding(
        "tab",
        "page('step', 1)",
        mark("next field"),
        tooltip=mark("Go to the next field."),
        id=f"{NAME}.next-field",
    ),
    Binding("shift+tab,up", "page('step', -1)", show=False, tooltip=mark("Go to the field before.")),
    Binding("down", "page('step', 1)", show=False, tooltip=mark("Go to the next field.")),
    Binding("left", "page('pick', -1)", show=False, tooltip=mark("Take the value before.")),
    Binding("right", "page('pick', 1)", show=False, tooltip=mark("Take the next value.")),
    Binding("ctrl+s", "page('save')", mark("save"), tooltip=mark("Save what was entered.")),
    Binding("escape", "page('leave')", mark("back"), tooltip=mark("Go back; nothing is changed.")),
    Binding(
        "greater_than_sign",
        "page('shift', 1)",
        mark("next stage"),
        key_display=">",
        tooltip=mark("Move the deal to the next stage."),
        id=f"{NAME}.stage-up",
    ),
    Binding(
        "less_than_sign",
        "page('shift', -1)",
        mark("stage before"),
        key_display="<",
        tooltip=mark("Move the deal to the stage before."),
        id=f"{NAME}.stage-down",
    ),
    Binding("left", "page('turn', -1)", show=False, tooltip=mark("Go to the stage before.")),
    Binding("right", "page('turn', 1)", show=False, tooltip=mark("Go to the next stage.")),
    Binding("up", "page('move', -1)", show=False, tooltip=mark("Go up.")),
    Binding("down", "page('move', 1)", show=False, tooltip=mark("Go down.")),
    Binding("pageup", "page('leaf', -1)", show=False, tooltip=mark("Go up by a page.")),
    Binding("pagedown", "page('leaf', 1)", show=False, tooltip=mark("Go down by a page.")),
    Binding("home", "page('end', 0)", show=False, tooltip=mark("Go to the first row.")),
    Binding("end", "page('end', 1)", show=False, tooltip=mark("Go to the last row.")),
]
"""The keys of all pages; each page answers to some of the actions."""


class CrmCentre(Vertical):
    """The canvas with the page that is open, and on it the field that is typed into."""

    DEFAULT_CSS = """
    CrmCentre { width: 1fr; height: 1fr; padding: 0 1; layers: below default; }
    CrmCentre CrmTyped { layer: below; width: 100%; }
    CrmCentre CrmOutcome { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(self, own: tuple[ListView, ...]) -> None:
        """``own`` are the views that the task's org has beside the usual ones."""
        super().__init__()
        self.canvas = Canvas()
        self.lists = CrmList(self.canvas, own)
        self.record = CrmRecord(self.canvas)
        self.board = CrmBoard(self.canvas)
        self.sums: CrmTable[str] = CrmTable(self.canvas, wraps=True)
        self.form = CrmForm(self.canvas)
        self.options = CrmAsk(self.canvas)
        self.result = CrmOutcome()
        self.canvas.page = self.lists
        self._pages: dict[str, Page] = {
            LISTS: self.lists,
            RECORD: self.record,
            BOARD: self.board,
            FORECAST: self.sums,
            FORM: self.form,
            ASK: self.options,
        }

    def compose(self) -> ComposeResult:
        yield self.canvas
        yield self.result
        yield self.lists.filter
        yield self.form.field

    def show(self, name: str) -> None:
        """Show a page."""
        self.result.display = name == OUTCOME
        self.canvas.display = name != OUTCOME
        if name in self._pages:
            self.canvas.open(self._pages[name])

    def add_up(self, org: Org) -> None:
        """Show what the quarter adds up to."""
        words = forecast_in_words(org).splitlines()
        self.sums.fill((Column(""),), words, lambda words: (words,), self.sums.at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action != "page":
            return True
        return self.canvas.display and parameters[0] in self.canvas.page.answers

    def action_page(self, name: str, *given: int) -> None:
        """Have the page that is open do what it does for a key."""
        self.canvas.page.answers[name](*given)

    def on_key(self, event: events.Key) -> None:
        """Take the next choice of a form's field that begins with a letter, or go to it in a list of them."""
        if self.canvas.has_focus and self.canvas.check_consume_key(event.key, event.character):
            seek = self.canvas.page.answers.get("seek", self.form.pick_by)
            seek(event.character or "")
            event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.form.save()
