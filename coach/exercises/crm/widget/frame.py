"""The rooms of the CRM on the screen, and going from one to another."""

from typing import TYPE_CHECKING, NamedTuple, Self

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import ContentSwitcher, Static

from coach.core.crm.actions import Action, Applied
from coach.core.crm.schema import LEAD, ROLE
from coach.core.crm.state import Row
from coach.core.exercise import Context
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import lit

from ..aloud import forecast_in_words
from ..desk import Desk
from ..spec import Response, Spec
from .board import CrmBoard
from .keys import BOARD, FORECAST, HINTS, LISTS, OUTCOME, RECORD
from .lists import CrmList
from .outcome import CrmOutcome
from .overview import Overview
from .record import CrmRecord
from .task import CrmTask

if TYPE_CHECKING:
    from textual.widget import Widget

WIDE, WIDEST = 100, 116
"""Columns from which the task has room beside the centre, and the objects as well."""

WHAT_NEXT = "1-6 open a list, p the board. c checks how the task stands, ctrl+s hands in."


class Place(NamedTuple):
    """Where one was: a page, the record on it, and the line that was pointed at."""

    page: str
    record_id: str = ""
    at: int = 0


class CrmFrame(ExerciseWidget[Spec, Response]):
    """An overview, pages in the centre, the task, and a line that says what happened."""

    DEFAULT_CSS = """
    CrmFrame .middle { height: 1fr; }
    CrmFrame .centre { width: 1fr; height: 1fr; padding: 0 1; }
    CrmFrame .centre > * { height: 1fr; }
    CrmFrame .objects-line { height: auto; max-height: 2; }
    CrmFrame .objects-column { display: none; width: 24; height: 1fr; border-right: solid $border-blurred; }
    CrmFrame .said { height: auto; max-height: 40%; padding: 0 1; color: $text-muted; }
    CrmFrame .said.bad { color: $text-warning; }
    CrmFrame .trouble { margin: 0 1; }
    CrmFrame CrmTask { display: none; width: 1fr; }
    CrmFrame.-task CrmTask { display: block; }
    CrmFrame.-task .centre { display: none; }
    CrmFrame.-wide CrmTask { display: block; width: 36; border-left: solid $border-blurred; }
    CrmFrame.-wide .centre { display: block; }
    """
    fills = True
    can_focus = True

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.desk = Desk(spec)
        self.overview = Overview(spec.org.views)
        self.lists = CrmList(spec.org.views, id=LISTS)
        self.record = CrmRecord(id=RECORD)
        self.board = CrmBoard(id=BOARD)
        self.brief = CrmTask(spec)
        self.result = CrmOutcome(id=OUTCOME)
        self.came_from: list[Place] = []

    def compose(self) -> ComposeResult:
        yield self.overview.line
        with Horizontal(classes="middle"):
            yield self.overview.column
            with ContentSwitcher(initial=LISTS, classes="centre"):
                yield self.lists
                yield self.record
                yield self.board
                yield VerticalScroll(Static(classes="forecast"), id=FORECAST, can_focus=True)
                yield self.result
            yield self.brief
        yield Static(classes="said")
        yield Static(classes="trouble")

    def on_mount(self) -> None:
        self.add_class("-task")
        self.lists.go(self.desk.org, self.objects[0])
        self.draw()
        self.tell(WHAT_NEXT)

    def on_focus(self) -> None:
        self.focus()

    def on_resize(self) -> None:
        was = self.has_class("-wide")
        width = self.size.width
        self.set_class(width >= WIDE, "-wide")
        self.overview.fit(width, beside=width >= WIDEST)
        self.draw()
        if was != self.has_class("-wide") and self.has_focus_within:
            self.focus()

    @property
    def objects(self) -> list[str]:
        """The objects that have lists, in the order of their keys."""
        return [name for name in self.desk.org.schema.objects if name != ROLE]

    @property
    def page(self) -> str:
        """What is in the centre."""
        return self.query_one(ContentSwitcher).current or LISTS

    @property
    def reading(self) -> bool:
        """Whether the task stands in the place of the centre."""
        return self.has_class("-task") and not self.has_class("-wide")

    @property
    def current(self) -> Row | None:
        """The record that is open, or that is pointed at."""
        if self.page == LISTS:
            return self.lists.table.current
        if self.page == RECORD:
            return self.desk.org.row(self.record.record_id)
        return self.board.current if self.page == BOARD else None

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - Textual's signature
        """Give the keys to what is in the centre, or to the task where that stands in its place."""
        pages: dict[str, Widget] = {
            LISTS: self.lists.table,
            RECORD: self.record.parts,
            BOARD: self.board,
            FORECAST: self.query_one(f"#{FORECAST}"),
            OUTCOME: self.result,
        }
        target = self.brief if self.reading else pages[self.page]
        target.focus(scroll_visible)
        return self

    def do(self, action: Action) -> Applied:
        """Do something in the org and show what it made of it; raises ``Refused``."""
        applied = self.desk.do(action)
        self.changed(" ".join(applied.told))
        return applied

    def changed(self, told: str) -> None:
        """Keep what was done so far, show the org as it is now, and say what happened."""
        self.keep(self.desk.response)
        self.brief.forget()
        self.complain("")
        self.draw()
        self.tell(told)

    def tell(self, sentence: str, *, bad: bool = False) -> None:
        """Say something in the line below the records."""
        said = self.query_one(".said", Static)
        said.update(lit(sentence))
        said.set_class(bad, "bad")

    def open_record(self, record_id: str) -> None:
        """Open a record's page; back leads to where one was."""
        row = self.desk.org.row(record_id)
        if row is None:
            self.tell("This record is not there any more.", bad=True)
            return
        self.came_from.append(self.place())
        self.record.fill(self.desk.org, row)
        self.go(RECORD)

    def place(self) -> Place:
        """Give where one is now."""
        return Place(self.page, self.record.record_id, self.record.parts.at)

    def go(self, page: str) -> None:
        """Show a page and give it the keys."""
        self.remove_class("-task")
        self.query_one(ContentSwitcher).current = page
        self.draw()
        self.focus()
        self.complain("")
        self.tell(self.hint(page))

    def hint(self, page: str) -> str:
        """Say what to do on a page; on the one of an open lead also how it is converted."""
        row = self.current
        lead = page == RECORD and row is not None and row.object == LEAD and not row.get("IsConverted")
        return f"w converts the lead. {HINTS[page]}" if lead else HINTS[page]

    def go_back(self) -> None:
        """Go to where one was before; a record that is gone by now is passed over."""
        while self.came_from:
            place = self.came_from.pop()
            if place.page != RECORD:
                self.go(place.page)
                return
            if row := self.desk.org.row(place.record_id):
                self.record.fill(self.desk.org, row, place.at)
                self.go(RECORD)
                return
        self.go(LISTS)

    def draw(self) -> None:
        """Show the org as it is now."""
        org, page = self.desk.org, self.page
        row = self.current if page == RECORD else None
        here = "" if page == BOARD else row.object if row else self.lists.object
        self.overview.draw(org, here, self.lists.view)
        if page == LISTS:
            self.lists.fill(org)
        elif page == BOARD:
            self.board.fill(org)
        elif page == FORECAST:
            self.query_one(".forecast", Static).update(lit(forecast_in_words(org)))
        elif page == RECORD:
            row = org.row(self.record.record_id)
            if row is None:
                self.go_back()
            else:
                self.record.fill(org, row, self.record.parts.at)
        self.refresh_bindings()
