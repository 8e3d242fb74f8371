"""Classifying with the keyboard: a letter or a number puts the item with the pointer into a group."""

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

from . import LETTERS, NAME, Response, Spec, shuffled

POINTER = "\u203a"


class GroupRow(Horizontal):
    """A group with its keys."""

    DEFAULT_CSS = """
    GroupRow { height: auto; padding: 0 1; max-width: 90; }
    GroupRow .sign { width: 8; text-style: bold; }
    GroupRow .words { width: 1fr; height: auto; }
    GroupRow.last { margin-bottom: 1; }
    """

    class Clicked(Message):
        """The group was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int, title: str, *, last: bool) -> None:
        super().__init__(classes="last" if last else None)
        self.number = number
        self.title = title

    def compose(self) -> ComposeResult:
        yield Static(lit(f"{LETTERS[self.number - 1]} or {self.number}"), classes="sign")
        yield Static(lit(self.title), classes="words")

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self.number))


class ItemRow(Horizontal):
    """An item: a pointer, its group's letter, and its text."""

    DEFAULT_CSS = """
    ItemRow { height: auto; padding: 0 1; max-width: 90; }
    ItemRow.current { background: $boost; }
    ItemRow .sign { width: 3; }
    ItemRow.current .sign { color: $text-primary; text-style: bold; }
    ItemRow .group { width: 5; color: $text-muted; }
    ItemRow.placed .group { color: $text-primary; text-style: bold; }
    ItemRow .words { width: 1fr; height: auto; }
    """

    class Clicked(Message):
        """The item was clicked."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, row: int, text: str) -> None:
        super().__init__()
        self.row = row
        self.text = text

    def compose(self) -> ComposeResult:
        yield Static(classes="sign")
        yield Static(classes="group")
        yield Static(lit(self.text), classes="words")

    def draw(self, letter: str, *, current: bool) -> None:
        """Show the group's letter, a dash without one, and whether the pointer is here."""
        self.set_class(current, "current")
        self.set_class(bool(letter), "placed")
        self.query_one(".sign", Static).update(lit(POINTER if current else " "))
        self.query_one(".group", Static).update(lit(letter or "–"))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self.row))


class ClassifyWidget(ExerciseWidget[Spec, Response]):
    """The groups with their keys, and below them the items as shuffled."""

    DEFAULT_CSS = """
    ClassifyWidget .how { color: $text-muted; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            LETTERS[0],
            "put(1)",
            "group",
            key_display="a-f",
            tooltip="Put the item into the group with this letter.",
        ),
        *(Binding(letter, f"put({number})", show=False) for number, letter in enumerate(LETTERS[1:], 2)),
        *(Binding(str(number), f"put({number})", show=False) for number in range(1, len(LETTERS) + 1)),
        Binding("up,k", "move(-1)", "up", key_display="↑↓", tooltip="Go to the item above or below."),
        Binding("down,j", "move(1)", "down", show=False, tooltip="Go to the item below."),
        Binding("enter", "answer", "answer", tooltip="Hand the answer in.", id=f"{NAME}.answer"),
        Binding(
            "backspace",
            "take_out",
            "take out",
            tooltip="Take the item out of its group.",
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
        yield Static(lit("Go to an item and press the key of its group."), classes="how")
        for number, group in enumerate(self.spec.groups, 1):
            yield GroupRow(number, group.title, last=number == len(self.groups))
        for row, item in enumerate(self.items):
            yield ItemRow(row, item.text)
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
            without = "1 item has no group yet" if left == 1 else f"{left} items have no group yet"
            self.complain(f"{without}. Go to those marked with a dash and press the key of a group.")
            return
        self.hand_over(Response(groups={item.id: self.placed[item.id] for item in self.spec.items}))

    def on_item_row_clicked(self, message: ItemRow.Clicked) -> None:
        message.stop()
        if self.open:
            self._go(message.row)

    def on_group_row_clicked(self, message: GroupRow.Clicked) -> None:
        message.stop()
        if self.open:
            self.action_put(message.number)

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
        self.query(ItemRow)[row].scroll_visible(animate=False)

    def _draw(self) -> None:
        letters = dict(zip(self.groups, LETTERS, strict=False))
        for row, item in zip(self.query(ItemRow), self.items, strict=True):
            letter = letters[self.placed[item.id]] if item.id in self.placed else ""
            row.draw(letter, current=self.open and row.row == self.current)


WIDGET = ClassifyWidget
