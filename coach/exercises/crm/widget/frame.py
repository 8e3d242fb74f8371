"""The rooms of the CRM on the screen, and going from one to another."""

import gc
from typing import NamedTuple, Self

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from coach.core.crm.actions import Action, Applied
from coach.core.crm.schema import LEAD, ROLE
from coach.core.crm.state import Row
from coach.core.exercise import Context
from coach.locale import mark, tr
from coach.surface.lit import lit

from ..desk import Desk
from ..spec import Spec
from .asking import CrmQuestions
from .canvas import give_keys, put
from .centre import CrmCentre
from .keys import BOARD, FORECAST, FORM, HINTS, LISTS, OUTCOME, RECORD
from .overview import Overview
from .task import CrmTask

WIDE, WIDEST = 100, 116
"""Columns from which the task has room beside the centre, and the objects as well."""
ROOMY = 18
"""Lines from which what is said always has two of them, so that the room need not be divided anew."""

WHAT_NEXT = mark("1-6 open a list, p the board. c checks how the task stands, ctrl+s hands in.")


class Place(NamedTuple):
    """Where one was: a page, the record on it, and the line that was pointed at."""

    page: str
    record_id: str = ""
    at: int = 0


class CrmFrame(CrmQuestions):
    """An overview, pages in the centre, the task, and a line that says what happened.

    A key is answered with one picture: pages and questions are there from the start and are only shown or
    hidden, what has not changed is not drawn again, and the room is divided anew only if it has to be.
    """

    DEFAULT_CSS = """
    CrmFrame .middle { height: 1fr; }
    CrmFrame .objects-line { height: auto; max-height: 2; }
    CrmFrame .objects-column { display: none; width: 24; height: 1fr; border-right: solid $border-blurred; }
    CrmFrame .said { height: auto; max-height: 40%; padding: 0 1; color: $text-muted; }
    CrmFrame .said.bad { color: $text-warning; }
    CrmFrame .trouble { margin: 0 1; }
    CrmFrame CrmTask { width: 1fr; }
    CrmFrame CrmTask.beside { width: 36; border-left: solid $border-blurred; }
    """
    fills = True
    can_focus = True

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.desk = Desk(spec)
        self.overview = Overview(spec.org.views)
        self.centre = CrmCentre(spec.org.views)
        self.lists, self.record, self.board = self.centre.lists, self.centre.record, self.centre.board
        self.form, self.options = self.centre.form, self.centre.options
        self.form.close = self.close_form
        self.brief = CrmTask(spec)
        self.came_from: list[Place] = []
        self.page = LISTS
        """What is in the centre, if nothing is asked."""
        self.wide = False
        """Whether the task has room beside the centre."""
        self.at_task = True
        """Whether the task is looked at."""
        self._complaint = ""

    def compose(self) -> ComposeResult:
        yield self.overview.line
        with Horizontal(classes="middle"):
            yield self.overview.column
            yield self.centre
            yield self.brief
        yield Static(classes="said")
        yield Static(classes="trouble")

    def on_mount(self) -> None:
        self.divide()
        self.lists.turn_to(self.desk.org, self.objects[0])
        self.draw()
        self.tell(tr(WHAT_NEXT))

    def on_unmount(self) -> None:
        gc.unfreeze()

    def on_focus(self) -> None:
        self.focus()

    def on_resize(self) -> None:
        width, was = self.size.width, self.wide
        self.wide = width >= WIDE
        self.overview.fit(width, beside=width >= WIDEST)
        self.brief.set_class(self.wide, "beside")
        self.query_one(".said").styles.min_height = 2 if self.size.height >= ROOMY else 1
        self.divide()
        self.draw()
        if was != self.wide and self.has_focus_within:
            self.focus()

    @property
    def objects(self) -> list[str]:
        """The objects that have lists, in the order of their keys."""
        return [name for name in self.desk.org.schema.objects if name != ROLE]

    @property
    def reading(self) -> bool:
        """Whether the task stands in the place of the centre."""
        return self.at_task and not self.wide and not self.questions

    @property
    def shown(self) -> str:
        """The page or question that is in the centre."""
        return self.questions[-1] if self.questions else self.page

    @property
    def current(self) -> Row | None:
        """The record that is open, or that is pointed at."""
        if self.page == LISTS:
            return self.lists.current
        if self.page == RECORD:
            return self.desk.org.row(self.record.record_id)
        return self.board.current if self.page == BOARD else None

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: ARG002, FBT001, FBT002 - as Textual has it
        """Give the keys to what is in the centre, or to the task where that stands in its place."""
        if self.reading:
            give_keys(self.brief)
        elif self.shown == OUTCOME:
            give_keys(self.centre.result)
        else:
            give_keys(self.form.target if self.shown == FORM else self.centre.canvas)
        return self

    def divide(self) -> None:
        """Show what should be in the centre, and the task where it has room or stands in its place."""
        self.centre.show(self.shown)
        self.centre.display = not self.reading
        self.brief.display = self.wide or self.reading

    def do(self, action: Action) -> Applied:
        """Do something in the org and show what it made of it; raises ``Refused``."""
        applied = self.desk.do(action)
        self.changed(" ".join(applied.told))
        return applied

    def changed(self, told: str) -> None:
        """Keep what was done so far, show the org as it is now, and say what happened."""
        self.keep(self.desk.response)
        self.brief.checks.mark(())
        self.complain("")
        self.draw()
        self.tell(told)
        self.screen.refresh_bindings()

    def tell(self, sentence: str, *, bad: bool = False) -> None:
        """Say something in the line below the records."""
        self.said = sentence
        said = self.query_one(".said", Static)
        put(said, lit(sentence), least=2 if self.size.height >= ROOMY else 1)
        said.set_class(bad, "bad")

    def complain(self, sentence: str) -> None:
        if sentence != self._complaint:
            self._complaint = sentence
            super().complain(sentence)

    def settle(self) -> None:
        """Show what is in the centre now and give it the keys."""
        self.divide()
        self.focus()

    def open_record(self, record_id: str) -> None:
        """Open a record's page; back leads to where one was."""
        row = self.desk.org.row(record_id)
        if row is None:
            self.tell(tr("This record is not there any more."), bad=True)
            return
        self.came_from.append(self.place())
        self.record.turn_to(row.id)
        self.go(RECORD)

    def place(self) -> Place:
        """Give where one is now."""
        return Place(self.page, self.record.record_id, self.record.at)

    def go(self, page: str) -> None:
        """Show a page and give it the keys."""
        self.at_task = False
        self.page = page
        self.draw()
        self.complain("")
        self.tell(self.hint)
        self.settle()

    @property
    def hint(self) -> str:
        """What to do with what is in the centre; on the page of an open lead also how it is converted."""
        row, shown = self.current, self.shown
        lead = shown == RECORD and row is not None and row.object == LEAD and not row.get("IsConverted")
        hint = tr(HINTS[shown])
        return " ".join([tr("w converts the lead."), hint]) if lead else hint

    def go_back(self) -> None:
        """Go to where one was before; a record that is gone by now is passed over."""
        while self.came_from:
            place = self.came_from.pop()
            if place.page != RECORD:
                self.go(place.page)
                return
            if self.desk.org.row(place.record_id):
                self.record.turn_to(place.record_id, place.at)
                self.go(RECORD)
                return
        self.go(LISTS)

    def draw(self) -> None:
        """Show the org as it is now."""
        gc.freeze()  # to look through thousands of records for what can go takes longer than any key
        org, page = self.desk.org, self.page
        row = self.current if page == RECORD else None
        here = "" if page == BOARD else row.object if row else self.lists.object
        self.overview.draw(org, here, self.lists.view)
        if page == LISTS:
            self.lists.show(org)
        elif page == BOARD:
            self.board.fill(org)
        elif page == FORECAST:
            self.centre.add_up(org)
        elif page == RECORD:
            row = org.row(self.record.record_id)
            if row is None:
                self.go_back()
            else:
                self.record.show(org, row)
