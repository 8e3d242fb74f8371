"""A list to tick with the keyboard: a number, or arrows and the space bar."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from coach.surface.lit import lit

NUMBERS = range(2, 10)
POINTER = "\u203a"


class TickRow(Horizontal):
    """Something to tick: a pointer, a box, its number, and its words."""

    DEFAULT_CSS = """
    TickRow { height: auto; padding: 0 1; max-width: 90; }
    TickRow.current { background: $boost; }
    TickRow .sign { width: 9; color: $text-muted; }
    TickRow.current .sign, TickRow.ticked .sign { color: $text-primary; text-style: bold; }
    TickRow .words { width: 1fr; height: auto; }
    """

    class Clicked(Message):
        """The row was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int, words: str) -> None:
        super().__init__()
        self.number = number
        self._words = words

    def compose(self) -> ComposeResult:
        """Put box and number in a column of their own, so that the words line up."""
        yield Static(classes="sign")
        yield Static(lit(self._words), classes="words")

    def draw(self, *, ticked: bool, current: bool) -> None:
        """Show whether the row is ticked, and whether the pointer is here."""
        self.set_class(ticked, "ticked")
        self.set_class(current, "current")
        box = "[x]" if ticked else "[ ]"
        self.query_one(".sign", Static).update(lit(f"{POINTER if current else ' '} {box} {self.number}"))

    def on_click(self, event: events.Click) -> None:
        """Tell whoever shows the row."""
        event.stop()
        self.post_message(self.Clicked(self.number))


class TickList(Vertical):
    """Things to tick, each by its number; every change posts :class:`Ticked` with all that are ticked.

    ``items`` are ids with their texts; :meth:`put` replaces what is ticked.
    """

    DEFAULT_CSS = """
    TickList { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "tick(1)", "tick", key_display="1-9", tooltip="Tick the row with this number, or not."),
        *(Binding(str(number), f"tick({number})", show=False) for number in NUMBERS),
        Binding("up,k", "move(-1)", "up", show=False, tooltip="Go to the row above."),
        Binding("down,j", "move(1)", "down", show=False, tooltip="Go to the row below."),
        Binding("space", "tick_current", "tick", show=False, tooltip="Tick the row, or not."),
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

    def on_tick_row_clicked(self, message: TickRow.Clicked) -> None:
        """Tick by the mouse."""
        message.stop()
        self.action_tick(message.number)

    def _draw(self) -> None:
        for row, name in zip(self.query(TickRow), self._items, strict=False):
            row.draw(ticked=name in self._ticked, current=row.number == self._current + 1)
