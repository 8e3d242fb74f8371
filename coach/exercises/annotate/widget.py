"""Marking lines with the keyboard: a number, or arrows and the space bar."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import lit
from coach.surface.prose import Prose

from . import NAME, Line, Response, Spec

KEYS = range(2, 10)
POINTER = "\u203a"


class LineRow(Horizontal):
    """A line of the text: a pointer, a box, its number, and its words."""

    DEFAULT_CSS = """
    LineRow { height: auto; padding: 0 1; max-width: 90; }
    LineRow.current { background: $boost; }
    LineRow .sign { width: 10; color: $text-muted; }
    LineRow.current .sign, LineRow.marked .sign { color: $text-primary; text-style: bold; }
    LineRow .words { width: 1fr; height: auto; }
    """

    class Clicked(Message):
        """The line was clicked."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, row: int, line: Line) -> None:
        super().__init__()
        self.row = row
        self.line = line

    def compose(self) -> ComposeResult:
        yield Static(classes="sign")
        yield Static(lit(self.line.text), classes="words")

    def draw(self, *, marked: bool, current: bool) -> None:
        """Show whether the line is marked, and whether the pointer is here."""
        self.set_class(current, "current")
        self.set_class(marked, "marked")
        pointer, box = POINTER if current else " ", "[x]" if marked else "[ ]"
        self.query_one(".sign", Static).update(lit(f"{pointer} {box} {self.row + 1}"))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self.row))


class AnnotateWidget(ExerciseWidget[Spec, Response]):
    """The text line by line, each with a box."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1",
            "mark_number(1)",
            "mark",
            key_display="1-9",
            tooltip="Mark the line with this number, or take the mark away.",
        ),
        *(Binding(str(number), f"mark_number({number})", show=False) for number in KEYS),
        Binding("up,k", "move(-1)", "up", show=False, tooltip="Go to the line above."),
        Binding("down,j", "move(1)", "down", show=False, tooltip="Go to the line below."),
        Binding("space", "mark", "mark", tooltip="Mark the line, or take the mark away.", id=f"{NAME}.mark"),
        Binding("enter", "answer", "answer", tooltip="Hand the answer in.", id=f"{NAME}.answer"),
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
        for row, line in enumerate(self.spec.lines):
            yield LineRow(row, line)
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
            self.complain("No line is marked yet. Mark at least one with its number or the space bar.")
            return
        self.hand_over(Response(marked=tuple(one.id for one in self.spec.lines if one.id in self.marked)))

    def on_line_row_clicked(self, message: LineRow.Clicked) -> None:
        message.stop()
        if self.open:
            self.current = message.row
            self.action_mark()

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
        for row in self.query(LineRow):
            row.draw(marked=row.line.id in self.marked, current=self.open and row.row == self.current)


WIDGET = AnnotateWidget
