"""A list to tick with the keyboard: a number, or arrows and the space bar."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from coach.locale import mark
from coach.surface.keys import arrows, numbers
from coach.surface.row import PointerRow, box


class TickRow(PointerRow):
    """Something to tick: a pointer, a box, its number, and its words."""

    DEFAULT_CSS = """
    TickRow .sign { width: 9; }
    TickRow.ticked .sign { color: $text-primary; text-style: bold; }
    """

    def draw(self, *, ticked: bool, current: bool) -> None:
        """Show whether the row is ticked, and whether the pointer is here."""
        self.set_class(ticked, "ticked")
        self.point(f"{box(ticked=ticked)} {self.number}", current=current)


class TickList(Vertical):
    """Things to tick, each by its number; every change posts :class:`Ticked` with all that are ticked.

    ``items`` are ids with their texts; :meth:`put` replaces what is ticked.
    """

    DEFAULT_CSS = """
    TickList { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("tick", mark("tick"), mark("Tick the row with this number, or not.")),
        *arrows("row"),
        Binding("space", "tick_current", mark("tick"), show=False, tooltip=mark("Tick the row, or not.")),
    ]
    can_focus = True

    class Ticked(Message):
        """Something was ticked or no longer; ``ticked`` are the ids, in the order of the list."""

        def __init__(self, ticked: tuple[str, ...]) -> None:
            super().__init__()
            self.ticked = ticked

    def __init__(self, items: dict[str, str]) -> None:
        super().__init__()
        self._items = items
        self._ticked: frozenset[str] = frozenset()
        self._current = 0

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids that are ticked, in the order of the list."""
        return tuple(name for name in self._items if name in self._ticked)

    def compose(self) -> ComposeResult:
        """Number the rows from 1."""
        for number, text in enumerate(self._items.values(), 1):
            yield TickRow(number, text)

    def on_mount(self) -> None:
        """Draw the boxes."""
        self._draw()

    def put(self, ticked: tuple[str, ...]) -> None:
        """Tick these and no others; ids that the list does not have are left out."""
        self._ticked = frozenset(ticked)
        self._draw()

    def action_move(self, by: int) -> None:
        """Move the pointer."""
        self._current = (self._current + by) % len(self._items)
        self._draw()
        self.query(TickRow)[self._current].scroll_visible(animate=False)

    def action_tick(self, number: int) -> None:
        """Tick the row with this number, or take the tick away."""
        if number <= len(self._items):
            self._current = number - 1
            self.action_tick_current()

    def action_tick_current(self) -> None:
        """Tick the row that the pointer is on, or take the tick away."""
        self._ticked ^= {list(self._items)[self._current]}
        self._draw()
        self.post_message(self.Ticked(self.ticked))

    def on_pointer_row_clicked(self, message: TickRow.Clicked) -> None:
        """Tick by the mouse."""
        message.stop()
        self.action_tick(message.row.number)

    def _draw(self) -> None:
        for row, name in zip(self.query(TickRow), self._items, strict=False):
            row.draw(ticked=name in self._ticked, current=row.number == self._current + 1)
