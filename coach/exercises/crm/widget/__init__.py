"""The practice CRM on the screen: lists, records and the board in the centre, the task beside them."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from coach.core.crm.schema import LEAD
from coach.core.crm.state import Org
from coach.core.outcome import Outcome
from coach.locale import mark, tr, trn

from .. import say
from ..assertions import Verdict, World, judge, understand
from ..spec import Response
from ..wording import in_words
from . import loading, working
from .board import CrmBoard
from .canvas import give_keys
from .frame import WHAT_NEXT, CrmFrame
from .keys import BOARD, FORECAST, KEYS, LISTS, NEEDS, OUTCOME, RECORD
from .lists import CrmFilter
from .rows import CrmTable


class CrmWidget(CrmFrame):
    """Work in the CRM; everything that is done is kept at once, and can be taken back."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    class Judged(Message):
        """The checks were judged on an org, which may not be the one of now any more."""

        def __init__(self, org: Org, verdicts: tuple[Verdict, ...]) -> None:
            super().__init__()
            self.org, self.verdicts = org, verdicts

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if not super().check_action(action, parameters) or not self.is_mounted or self.questions:
            return False
        if action in NEEDS and (self.reading or self.page not in NEEDS[action]):
            return False
        match action:
            case "back":
                return bool(self.came_from)
            case "convert":
                row = self.current
                return (row is not None and row.object == LEAD) or self.lists.object == LEAD
            case "undo" | "reset":
                return bool(self.desk.actions)
            case _:
                return True

    def action_tab(self, number: int) -> None:
        self.lists.turn_to(self.desk.org, self.objects[number - 1])
        self.came_from.clear()
        self.go(LISTS)

    def action_board(self) -> None:
        self.came_from.clear()
        self.go(BOARD)

    def action_forecast(self) -> None:
        if self.page != FORECAST:
            self.came_from.append(self.place())
            self.go(FORECAST)

    def action_task(self) -> None:
        self.at_task = not self.at_task
        self.tell(tr(WHAT_NEXT) if self.reading else self.hint)
        self.settle()
        if self.wide and self.at_task:
            give_keys(self.brief)

    def action_back(self) -> None:
        self.go_back()

    def action_view(self, by: int) -> None:
        self.lists.next_view(self.desk.org, by)
        self.draw()

    def action_filter(self) -> None:
        self.lists.begin_search()

    def action_check(self) -> None:
        """Say at once that it is looked at, and look outside of the screen's own time."""
        self.tell(tr("Checking."))
        self.call_after_refresh(
            self.run_worker,
            partial(self._judge, self.desk.org),
            group="crm-check",
            exclusive=True,
            thread=True,
        )

    def action_hand_in(self) -> None:
        if self.desk.actions:
            self.hand_over(self.desk.response)
        else:
            self.complain(tr("Nothing was done yet. Open a list with its number; t shows the task."))

    def action_undo(self) -> None:
        before = self.desk.org
        action = self.desk.undo()
        if action is not None:
            self.changed(tr("Taken back: {action}.", action=in_words(action, before)))

    def action_reset(self) -> None:
        working.reset(self)

    def action_sort(self) -> None:
        self.lists.sort_next(self.desk.org)

    def action_turn_round(self) -> None:
        self.lists.turn_round(self.desk.org)

    def action_new(self) -> None:
        working.new(self)

    def action_edit(self) -> None:
        working.edit(self)

    def action_delete(self) -> None:
        working.delete(self)

    def action_convert(self) -> None:
        working.convert(self)

    def action_log(self) -> None:
        working.log(self)

    def action_files(self) -> None:
        loading.files(self)

    def on_crm_table_opened(self, message: CrmTable.Opened) -> None:
        message.stop()
        if not self.open:
            return
        if self.page == LISTS and (row := self.lists.current) is not None:
            self.open_record(row.id)
        elif self.page == RECORD and (part := self.record.current) is not None:
            if part.record_id:
                self.open_record(part.record_id)
            elif part.field or part.every_field:
                working.edit(self, part.field)

    def on_crm_board_opened(self, message: CrmBoard.Opened) -> None:
        message.stop()
        self.open_record(message.record_id)

    def on_crm_board_moved(self, message: CrmBoard.Moved) -> None:
        message.stop()
        if self.open:
            working.move(self, message.record_id, message.stage)

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        if message.input is self.lists.filter:
            self.lists.show(self.desk.org, 0)

    def on_crm_filter_left(self, message: CrmFilter.Left) -> None:
        message.stop()
        if message.cleared:
            self.lists.search("")
            self.lists.show(self.desk.org, 0)
        self.settle()

    def resume(self, response: Response) -> None:
        self.desk.reset()
        self.desk.go_on(response.actions)
        self.draw()
        count = len(self.desk.actions)
        told = trn(
            "You go on where you were; {n} thing done so far.",
            "You go on where you were; {n} things done so far.",
            count,
        )
        self.tell(" ".join([told, tr(WHAT_NEXT)]))

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        self.open = False
        self.centre.result.fill(outcome, say(self.spec, response, self.context), solved=solved)
        self.questions.clear()
        self.go(OUTCOME)
        self.call_after_refresh(self.focus)

    def reopen(self) -> None:
        self.open = True
        self.came_from.clear()
        self.go(LISTS)
        told = tr("The org is as you left it; u takes back what you did last, z all of it.")
        self.tell(" ".join([told, tr(WHAT_NEXT)]))

    def _judge(self, org: Org) -> None:
        """Judge all checks; runs in a thread of its own and touches nothing on the screen."""
        world = World(org.schema, org.profile)
        verdicts = tuple(judge(understand(check.assertion, world), org) for check in self.spec.checks)
        self.post_message(self.Judged(org, verdicts))

    def on_crm_widget_judged(self, message: Judged) -> None:
        message.stop()
        if message.org is not self.desk.org or not self.open:
            return
        self.brief.checks.mark(message.verdicts)
        met, count = sum(verdict.holds for verdict in message.verdicts), len(message.verdicts)
        told = mark("{met} of {count} checks are met; t leads back to the records.")
        if met == count:
            told = mark("{met} of {count} checks are met; ctrl+s hands in.")
        elif self.wide:
            told = mark("{met} of {count} checks are met; t reads on in the task.")
        self.tell(tr(told, met=met, count=count))
        if not self.wide and not self.questions:
            self.at_task = True
            self.settle()
        self.brief.show_checks()


WIDGET = CrmWidget
