"""Classifying with the keyboard: a letter or a number puts the item with the pointer into a group."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import Static

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.locale import mark, tr, trn
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import lit
from coach.surface.prose import Prose
from coach.surface.row import GivenRow, PointerRow

from . import LETTERS, NAME, Response, Spec, shuffled


class GroupRow(PointerRow):
    """A group with its keys; the pointer never comes here."""

    DEFAULT_CSS = """
    GroupRow .sign { width: 8; color: $foreground; text-style: bold; }
    GroupRow.last { margin-bottom: 1; }
    """

    def on_mount(self) -> None:
        self.query_one(".sign", Static).update(
            lit(tr("{letter} or {number}", letter=LETTERS[self.number - 1], number=self.number))
        )


class GroupedRow(GivenRow):
    """An item with its group's letter."""

    DEFAULT_CSS = """
    GroupedRow .sign { width: 3; }
    """


class ClassifyWidget(ExerciseWidget[Spec, Response]):
    """The groups with their keys, and below them the items as shuffled."""

    DEFAULT_CSS = """
    ClassifyWidget .how { color: $text-muted; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            LETTERS[0],
            "put(1)",
            mark("group"),
            key_display="a-f",
            tooltip=mark("Put the item into the group with this letter."),
        ),
        *(Binding(letter, f"put({number})", show=False) for number, letter in enumerate(LETTERS[1:], 2)),
        *(Binding(str(number), f"put({number})", show=False) for number in range(1, len(LETTERS) + 1)),
        Binding(
            "up,k", "move(-1)", mark("move"), key_display="↑↓", tooltip=mark("Go to the item above or below.")
        ),
        Binding("down,j", "move(1)", mark("down"), show=False, tooltip=mark("Go to the item below.")),
        Binding("enter", "answer", mark("answer"), tooltip=mark("Hand the answer in."), id=f"{NAME}.answer"),
        Binding(
            "backspace",
            "take_out",
            mark("take out"),
            tooltip=mark("Take the item out of its group."),
            id=f"{NAME}.take-out",
        ),
    ]
    can_focus = True

    current: reactive[int] = reactive(0, init=False)
    """The row that the pointer is on, from 0."""

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.items = shuffled(spec, context)
        self.groups = [group.id for group in spec.groups]
        self.placed: dict[str, str] = {}
        self.answered: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        yield Static(lit(tr("Go to an item and press the key of its group.")), classes="how")
        for number, group in enumerate(self.spec.groups, 1):
            yield GroupRow(number, group.title, classes="last" if number == len(self.groups) else None)
        for number, item in enumerate(self.items, 1):
            yield GroupedRow(number, item.text)
        yield Static(classes="trouble")

    def on_mount(self) -> None:
        self._draw()

    def watch_current(self) -> None:
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "put" and parameters[0] not in range(1, len(self.groups) + 1):
            return False
        return super().check_action(action, parameters)

    def action_move(self, by: int) -> None:
        self._go((self.current + by) % len(self.items))

    def action_put(self, number: int) -> None:
        """Put the current item into a group, and go to the next one without a group."""
        self.placed[self.items[self.current].id] = self.groups[number - 1]
        rest = [(self.current + offset) % len(self.items) for offset in range(len(self.items))]
        self._go(next((row for row in rest if self.items[row].id not in self.placed), self.current))
        self._draw()

    def action_take_out(self) -> None:
        self.placed.pop(self.items[self.current].id, None)
        self._draw()

    def action_answer(self) -> None:
        left = len(self.items) - len(self.placed)
        if left:
            self.complain(
                trn(
                    "{n} item has no group yet. Go to those marked with a dash and press the key of a group.",
                    "{n} items have no group yet. "
                    "Go to those marked with a dash and press the key of a group.",
                    left,
                )
            )
            return
        self.hand_over(Response(groups={item.id: self.placed[item.id] for item in self.spec.items}))

    def on_pointer_row_clicked(self, message: PointerRow.Clicked) -> None:
        """Go to an item, or put the current one into a group."""
        message.stop()
        if not self.open:
            return
        if isinstance(message.row, GroupRow):
            self.action_put(message.row.number)
        else:
            self._go(message.row.number - 1)

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        if self.open:
            self.answered = response.groups
        super().show_outcome(response, outcome, solved=solved)
        self._put_all(response.groups)

    def reopen(self) -> None:
        super().reopen()
        self._put_all(self.answered)

    def _put_all(self, groups: dict[str, str]) -> None:
        """Place these; ids that the exercise no longer has are left out."""
        known = {item.id for item in self.items}
        self.placed = {
            item: group for item, group in groups.items() if item in known and group in self.groups
        }
        self._draw()

    def _go(self, row: int) -> None:
        self.current = row
        self.query(GroupedRow)[row].scroll_visible(animate=False)

    def _draw(self) -> None:
        letters = dict(zip(self.groups, LETTERS, strict=False))
        for row, item in zip(self.query(GroupedRow), self.items, strict=True):
            letter = letters[self.placed[item.id]] if item.id in self.placed else ""
            row.draw("", letter, current=self.open and row.number == self.current + 1)


WIDGET = ClassifyWidget
