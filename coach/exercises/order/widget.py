"""Ordering with the keyboard: press the numbers one after the other, or arrows and the space bar."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import Static

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.locale import mark, tr, trn
from coach.surface.exercise import ExerciseWidget
from coach.surface.keys import arrows, numbers
from coach.surface.lit import lit
from coach.surface.prose import Prose
from coach.surface.row import GivenRow

from . import NAME, Response, Spec, shuffled


class ItemRow(GivenRow):
    """A row of the list: an item with its number, and its place if it has one."""

    DEFAULT_CSS = """
    ItemRow .sign { width: 6; }
    """


class OrderWidget(ExerciseWidget[Spec, Response]):
    """The items below each other: first those that have their place, then the rest as shuffled."""

    DEFAULT_CSS = """
    OrderWidget .how { color: $text-muted; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("place", mark("place"), mark("Give the item with this number the next place.")),
        *arrows("item"),
        Binding(
            "space",
            "place_current",
            mark("place"),
            show=False,
            tooltip=mark("Give the item the next place."),
            id=f"{NAME}.place",
        ),
        Binding("enter", "answer", mark("answer"), tooltip=mark("Hand the answer in."), id=f"{NAME}.answer"),
        Binding(
            "backspace",
            "take_back",
            mark("take back"),
            tooltip=mark("Take the last item out again."),
            id=f"{NAME}.take-back",
        ),
    ]
    can_focus = True

    current: reactive[int] = reactive(0, init=False)
    """The row that the pointer is on."""

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.numbers = {item.id: number for number, item in enumerate(shuffled(spec, context), 1)}
        self.texts = {item.id: item.text for item in spec.items}
        self.placed: list[str] = []
        self.answered: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        how = tr("Press the numbers in the right order. A second press takes an item out again.")
        yield Static(lit(how), classes="how")
        for number in range(1, len(self.numbers) + 1):
            yield ItemRow(number)
        yield Static(classes="trouble")

    def on_mount(self) -> None:
        self._draw()

    def watch_current(self) -> None:
        self._draw()

    @property
    def rows(self) -> list[str]:
        """The ids of the items as they stand on the screen."""
        return [*self.placed, *(item_id for item_id in self.numbers if item_id not in self.placed)]

    def action_move(self, by: int) -> None:
        self.current = (self.current + by) % len(self.numbers)
        self.query(ItemRow)[self.current].scroll_visible(animate=False)

    def action_place(self, number: int) -> None:
        for item_id, own in self.numbers.items():
            if own == number:
                self._toggle(item_id)

    def action_place_current(self) -> None:
        self._toggle(self.rows[self.current])

    def action_take_back(self) -> None:
        if self.placed:
            self._toggle(self.placed[-1])

    def action_answer(self) -> None:
        left = len(self.numbers) - len(self.placed)
        if left:
            self.complain(
                trn(
                    "{n} item has no place yet. Press the numbers of those marked with a dash.",
                    "{n} items have no place yet. Press the numbers of those marked with a dash.",
                    left,
                )
            )
            return
        self.hand_over(Response(sequence=tuple(self.placed)))

    def on_pointer_row_clicked(self, message: ItemRow.Clicked) -> None:
        message.stop()
        if self.open:
            self._toggle(self.rows[message.row.number - 1])

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        if self.open:
            self.answered = response.sequence
        super().show_outcome(response, outcome, solved=solved)
        self._put(response.sequence)

    def reopen(self) -> None:
        super().reopen()
        self._put(self.answered)

    def _put(self, sequence: tuple[str, ...]) -> None:
        """Place these items; ids that the exercise no longer has are left out."""
        self.placed = [item_id for item_id in sequence if item_id in self.numbers]
        self._draw()

    def _toggle(self, item_id: str) -> None:
        """Give an item the next place, or take its place away; the pointer goes to the next without."""
        if item_id in self.placed:
            self.placed.remove(item_id)
        else:
            self.placed.append(item_id)
        self.current = min(len(self.placed), len(self.numbers) - 1)
        self._draw()

    def _draw(self) -> None:
        """Fill the rows; those with a place stand on top, so that the place is the row's own number."""
        for row, item_id in zip(self.query(ItemRow), self.rows, strict=True):
            place = f"{row.number}." if item_id in self.placed else ""
            current = self.open and row.number == self.current + 1
            row.draw(str(self.numbers[item_id]), place, current=current)
            row.reword(self.texts[item_id])


WIDGET = OrderWidget
