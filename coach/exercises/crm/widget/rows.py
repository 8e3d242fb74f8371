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

T = TypeVar("T")
GAP = 2
"""Spaces between columns."""
NARROWEST = 14
"""Room that a column of texts needs at least."""


class Column(NamedTuple):
    """How a column is headed; a ``width`` of 0 takes its share of what is left over.

    What is ``spare`` is left out first where there is no room for all.
    """

    title: str
    width: int = 0
    right: bool = False
    spare: bool = False


class CrmTable(Widget, Generic[T], can_focus=True):
    """A table with a pointer; enter opens the row it is on.

    Columns that have no room are left out, the spare ones first and then from the right; the first is
    always there.
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

    def __init__(self, empty: str = "") -> None:
        """``empty`` is said where there is no row."""
        super().__init__()
        self.empty = empty
        self._columns: tuple[Column, ...] = ()
        self._rows: Sequence[T] = ()
        self._cells: Callable[[T], Sequence[str]] = lambda _: ()
        self._top = 0

    def fill(
        self,
        columns: tuple[Column, ...],
        rows: Sequence[T],
        cells: Callable[[T], Sequence[str]],
        at: int = 0,
    ) -> None:
        """Show other rows; ``cells`` gives a row's texts when it comes into sight."""
        self._columns, self._rows, self._cells = columns, rows, cells
        self._top = 0
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
        width, height = self.size.width, self.size.height
        widths = _widths(self._columns, width - GAP)
        head = _line("", [column.title for column in self._columns], self._columns, widths)
        lines = [head.stylize("bold $text-muted")]
        if not self._rows:
            lines.append(lit(self.empty, "$text-muted"))
        for index in range(self._top, min(self._top + height - 1, len(self._rows))):
            current = index == self.at
            drawn = _line("›" if current else "", self._cells(self._rows[index]), self._columns, widths)
            style = "bold on $boost" if current and self.has_focus else "bold" if current else ""
            lines.append(drawn.stylize(style) if style else drawn)
        return Content("\n").join(lines)

    def watch_at(self) -> None:
        self._follow()

    def on_resize(self) -> None:
        self._follow()

    def action_move(self, by: int) -> None:
        if self._rows:
            self.at = max(0, min(self.at + by, len(self._rows) - 1))

    def action_page(self, by: int) -> None:
        self.action_move(by * max(1, self.size.height - 2))

    def action_end(self, last: int) -> None:
        self.at = max(0, len(self._rows) - 1) if last else 0

    def action_open(self) -> None:
        if self._rows:
            self.post_message(self.Opened(self.at))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        index = self._top + event.y - 1
        if 0 <= index < len(self._rows) and event.y > 0:
            self.at = index
            self.action_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.action_move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.action_move(-3)

    def _follow(self) -> None:
        """Keep the pointer in sight."""
        room = max(1, self.size.height - 1)
        self._top = max(0, min(self._top, self.at), self.at - room + 1)


def _widths(columns: tuple[Column, ...], room: int) -> list[int]:
    """Share the room out; 0 is a column that is left out."""
    kept = dict(enumerate(columns))
    first_to_go = list(range(len(columns) - 1, 0, -1))
    first_to_go.sort(key=lambda place: not columns[place].spare)
    for place in first_to_go:
        if sum((one.width or NARROWEST) + GAP for one in kept.values()) - GAP <= room:
            break
        del kept[place]
    shares = sum(not one.width for one in kept.values())
    spare = room - sum(one.width + GAP for one in kept.values()) + GAP
    share = max(1, spare // shares) if shares else 0
    return [(one.width or share) if place in kept else 0 for place, one in enumerate(columns)]


def _line(pointer: str, cells: Sequence[str], columns: tuple[Column, ...], widths: list[int]) -> Content:
    """Put cells into their columns."""
    parts = []
    for text, column, width in zip(cells, columns, widths, strict=True):
        if width:
            fitted = lit(text.replace("\n", " ")).truncate(width, ellipsis=True)
            spare = width - fitted.cell_length
            parts.append(fitted.pad_left(spare) if column.right else fitted.pad_right(spare))
    return Content("").join([lit(pointer.ljust(GAP)), Content(" " * GAP).join(parts)])
