"""Marking lines with the keyboard: a number, or arrows and the space bar."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import Static

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.locale import mark, tr
from coach.surface.exercise import ExerciseWidget
from coach.surface.keys import arrows, numbers
from coach.surface.prose import Prose
from coach.surface.tick import TickRow

from . import NAME, Response, Spec


class LineRow(TickRow):
    """A line of the text, with a box and a number that can have two digits."""

    DEFAULT_CSS = """
    LineRow .sign { width: 10; }
    """


class AnnotateWidget(ExerciseWidget[Spec, Response]):
    """The text line by line, each with a box."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("mark_number", mark("mark"), mark("Mark the line with this number, or take the mark away.")),
        *arrows("line"),
        Binding(
            "space",
            "mark",
            mark("mark"),
            tooltip=mark("Mark the line, or take the mark away."),
            id=f"{NAME}.mark",
        ),
        Binding("enter", "answer", mark("answer"), tooltip=mark("Hand the answer in."), id=f"{NAME}.answer"),
    ]
    can_focus = True

    current: reactive[int] = reactive(0, init=False)
    """The row that the pointer is on, from 0."""

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.marked: set[str] = set()
        self.answered: set[str] = set()

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        for number, line in enumerate(self.spec.lines, 1):
            yield LineRow(number, line.text)
        yield Static(classes="trouble")

    def on_mount(self) -> None:
        self._draw()

    def watch_current(self) -> None:
        self._draw()

    def action_move(self, by: int) -> None:
        self.current = (self.current + by) % len(self.spec.lines)
        self.query(LineRow)[self.current].scroll_visible(animate=False)

    def action_mark_number(self, number: int) -> None:
        if number <= len(self.spec.lines):
            self.current = number - 1
            self.action_mark()

    def action_mark(self) -> None:
        self.marked ^= {self.spec.lines[self.current].id}
        self._draw()

    def action_answer(self) -> None:
        if not self.marked:
            self.complain(tr("No line is marked yet. Mark at least one with its number or the space bar."))
            return
        self.hand_over(Response(marked=tuple(one.id for one in self.spec.lines if one.id in self.marked)))

    def on_pointer_row_clicked(self, message: LineRow.Clicked) -> None:
        message.stop()
        if self.open:
            self.action_mark_number(message.row.number)

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        if self.open:
            self.answered = set(response.marked)
        super().show_outcome(response, outcome, solved=solved)
        self.marked = set(response.marked)
        self._draw()

    def reopen(self) -> None:
        super().reopen()
        self.marked = self.answered & {line.id for line in self.spec.lines}
        self._draw()

    def _draw(self) -> None:
        for row, line in zip(self.query(LineRow), self.spec.lines, strict=True):
            row.draw(ticked=line.id in self.marked, current=self.open and row.number == self.current + 1)


WIDGET = AnnotateWidget
