"""A table of any length: only the rows that are in sight are drawn."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from coach.surface.lit import lit

from ..spec import NAME
from .columns import GAP, Column, cut, widths_of, wrapped

T = TypeVar("T")
MEASURED = 50
"""So many rows are looked at to see how much room a column needs."""


class Sight(NamedTuple):
    """The first line in sight: the row that it belongs to, and how many lines of this are above it."""

    row: int
    line: int


class CrmTable(Widget, Generic[T], can_focus=True):
    """A table with a pointer; enter opens the row it is on.

    Columns that have no room are left out, the spare ones first and then from the right; the first is
    always there. A text that is too long for its column is cut off, or where the table ``wraps`` goes on in
    the next lines; a row that is higher than the screen is read line by line before the pointer moves on.
    """

    DEFAULT_CSS = """
    CrmTable { height: 1fr; width: 1fr; text-wrap: nowrap; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", tooltip="Open what the pointer is on.", id=f"{NAME}.open"),
        Binding("up", "move(-1)", "up", show=False, tooltip="Go up."),
        Binding("down", "move(1)", "down", show=False, tooltip="Go down."),
        Binding("pageup", "page(-1)", "page up", show=False, tooltip="Go up by a page."),
        Binding("pagedown", "page(1)", "page down", show=False, tooltip="Go down by a page."),
        Binding("home", "end(0)", "first", show=False, tooltip="Go to the first row."),
        Binding("end", "end(1)", "last", show=False, tooltip="Go to the last row."),
    ]

    class Opened(Message):
        """Enter or a click opened the row at this index."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    at: reactive[int] = reactive(0, init=False)
    """The row that the pointer is on, from 0."""

    def __init__(self, empty: str = "", *, wraps: bool = False) -> None:
        """``empty`` is said where there is no row."""
        super().__init__()
        self.empty = empty
        self._wraps = wraps
        self._columns: tuple[Column, ...] = ()
        self._rows: Sequence[T] = ()
        self._cells: Callable[[T], Sequence[str]] = lambda _: ()
        self._top = Sight(0, 0)
        self._needs: tuple[int, ...] = ()

    def fill(
        self,
        columns: tuple[Column, ...],
        rows: Sequence[T],
        cells: Callable[[T], Sequence[str]],
        at: int = 0,
    ) -> None:
        """Show other rows; ``cells`` gives a row's texts when it comes into sight."""
        self._columns, self._rows, self._cells = columns, rows, cells
        seen = zip([column.title for column in columns], *map(cells, rows[:MEASURED]), strict=True)
        self._needs = tuple(max(lit(text).cell_length for text in texts) for texts in seen)
        self._top = Sight(0, 0)
        self.at = max(0, min(at, len(rows) - 1))
        self._follow()
        self.refresh()

    @property
    def current(self) -> T | None:
        """The row that the pointer is on, if there is any."""
        return self._rows[self.at] if self._rows else None

    def find(self, wanted: Callable[[T], bool]) -> None:
        """Move the pointer to the first row that is wanted, if there is one."""
        self.at = next((place for place, row in enumerate(self._rows) if wanted(row)), self.at)

    def render(self) -> Content:
        """Draw the head and the rows in sight."""
        titles = [column.title for column in self._columns]
        lines = [cut("", titles, self._columns, self._widths()).stylize("bold $text-muted")]
        if not self._rows:
            lines.append(lit(self.empty, "$text-muted"))
        for index, drawn in self._in_sight():
            current = index == self.at
            style = "bold on $boost" if current and self.has_focus else "bold" if current else ""
            lines.append(drawn.stylize(style) if style else drawn)
        return Content("\n").join(lines)

    def watch_at(self) -> None:
        self._follow()

    def on_resize(self) -> None:
        self._follow()

    def action_move(self, by: int) -> None:
        way = 1 if by > 0 else -1
        for _ in range(abs(by)):
            if not self._read_on(way):
                self.at = self._inside(self.at + way)

    def action_page(self, by: int) -> None:
        room = max(1, self._room - 1)
        if self._read_on(by * room):
            return
        at = self._inside(self.at + by)
        room -= self._height(at)
        while (then := self._inside(at + by)) != at and self._height(then) <= room:
            at = then
            room -= self._height(at)
        self.at = at

    def action_end(self, last: int) -> None:
        self.at = max(0, len(self._rows) - 1) if last else 0

    def action_open(self) -> None:
        if self._rows:
            self.post_message(self.Opened(self.at))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        rows = [index for index, _ in self._in_sight()]
        if 0 < event.y <= len(rows):
            self.at = rows[event.y - 1]
            self.action_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.action_move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.action_move(-3)

    @property
    def _room(self) -> int:
        """Lines below the head."""
        return max(1, self.size.height - 1)

    def _inside(self, at: int) -> int:
        return max(0, min(at, len(self._rows) - 1))

    def _widths(self) -> list[int]:
        """Share the width out; where texts wrap, a column of a fixed width leaves them half of it."""
        room, columns = self.size.width - GAP, self._columns
        if self._wraps:
            columns = tuple(one._replace(width=min(one.width, max(1, room // 2))) for one in columns)
        return widths_of(columns, self._needs, room)

    def _lines(self, index: int) -> list[Content]:
        """Lay a row out."""
        pointer, cells = "›" if index == self.at else "", self._cells(self._rows[index])
        if self._wraps:
            return wrapped(pointer, cells, self._columns, self._widths())
        return [cut(pointer, cells, self._columns, self._widths())]

    def _height(self, index: int) -> int:
        """Count the lines of a row; before the screen is laid out it has one."""
        return len(self._lines(index)) if self._wraps and self._rows and self.size.width > GAP else 1

    def _in_sight(self) -> list[tuple[int, Content]]:
        """Give the lines that there is room for, each with its row."""
        found: list[tuple[int, Content]] = []
        skipped = self._top.line
        for index in range(self._top.row, len(self._rows)):
            found += [(index, drawn) for drawn in self._lines(index)[skipped:]]
            skipped = 0
            if len(found) >= self._room:
                break
        return found[: self._room]

    def _read_on(self, by: int) -> bool:
        """Scroll inside the pointer's row by lines; gives whether there was more of it that way."""
        row, line = self._top
        if row != self.at:
            return False
        then = max(0, min(line + by, self._height(row) - self._room))
        if then == line or (then > line) != (by > 0):
            return False
        self._top = Sight(row, then)
        self.refresh()
        return True

    def _follow(self) -> None:
        """Keep the pointer's row in sight, all of it or else what there is room for from its first line."""
        row, lines = self.at, self._height(self.at)
        while row and lines < self._room:
            row -= 1
            lines += self._height(row)
        first = Sight(self.at, 0)
        lowest = min(Sight(row, max(0, lines - self._room)), first)
        self._top = max(lowest, min(self._top, first))
