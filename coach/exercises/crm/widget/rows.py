"""A table of any length: only the rows that are in sight are drawn."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from textual.content import Content
from textual.message import Message

from coach.surface.lit import lit

from .canvas import BLANK, Answers, Canvas, Page
from .columns import GAP, Cell, Column, cells_in, cut, widths_of, wrapped

T = TypeVar("T")
MEASURED = 30
"""So many rows are looked at to see how much room a column needs."""
TALL = 8
"""Lines from which one of them can be left blank."""


class Sight(NamedTuple):
    """The first line in sight: the row that it belongs to, and how many lines of this are above it."""

    row: int
    line: int


class CrmTable(Page, Generic[T]):
    """A table with a pointer below a line that says what it is; enter opens the row it is on.

    Columns that have no room are left out, the spare ones first and then from the right; the first is
    always there. A text that is too long for its column is cut off. Where the table ``wraps`` it goes on in
    the next lines, all but one column have a fixed width, and a row that is higher than the screen is read
    line by line before the pointer moves on.
    """

    class Opened(Message):
        """Enter or a click opened the row at this index."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, canvas: Canvas, *, wraps: bool = False) -> None:
        super().__init__(canvas)
        self.at = 0
        """The row that the pointer is on, from 0; :meth:`go` moves it."""
        self.title = BLANK
        self.empty = ""
        """What is said where there is no row."""
        self.above = 0
        """Lines that are left blank below the title."""
        self._wraps = wraps
        self._columns: tuple[Column, ...] = ()
        self._rows: Sequence[T] = ()
        self._cells: Callable[[T], Sequence[Cell]] = lambda _: ()
        self._top = Sight(0, 0)
        self._measured: list[Sequence[Cell]] = []
        self._needs: tuple[int, ...] = ()
        self._head = 2
        self._widths: list[int] = []
        self._title = self._titles = BLANK
        self._plain: dict[int, list[Content]] = {}
        """Rows without the pointer as they were drawn, for this width."""
        self._earlier: dict[str, Content] = {}
        """Lines as they were drawn before other rows came, since many of those are the same."""
        self._pointed: list[Content] | None = None
        """The row with the pointer as it was drawn."""
        self._sight: list[tuple[int, Content]] | None = None
        """The lines in sight, each with its row, until something changes."""
        moving: Answers = {"move": self.move, "leaf": self.leaf, "end": self.end}
        self.answers = {**moving, "open": self.open, "click": self.click}

    def fill(
        self,
        columns: tuple[Column, ...],
        rows: Sequence[T],
        cells: Callable[[T], Sequence[Cell]],
        at: int = 0,
    ) -> None:
        """Show other rows; ``cells`` gives a row's texts when it comes into sight."""
        self._columns, self._rows, self._cells = columns, rows, cells
        self._measured = [] if self._wraps else [cells(row) for row in rows[:MEASURED]]
        seen = zip([column.title for column in columns], *self._measured, strict=True)
        self._needs = tuple(max(map(cells_in, texts)) for texts in seen)
        self._top = Sight(0, 0)
        self.at = max(0, min(at, len(rows) - 1))
        self.reckon()
        self.refresh()

    def reckon(self) -> None:
        """Lay the rows out for the room there is; without titles their line is a blank one."""
        super().reckon()
        room, columns = self.canvas.space.width - GAP, self._columns
        titles = [column.title for column in columns]
        self._head = 1 + self.above + int(any(titles) or self.canvas.space.height >= TALL)
        if self._wraps:  # a column of a fixed width leaves the texts half of it
            columns = tuple(one._replace(width=min(one.width, max(1, room // 2))) for one in columns)
        self._widths = widths_of(columns, self._needs, room)
        self._title = self.title.truncate(max(0, self.canvas.space.width), ellipsis=True)
        self._titles = cut("", titles, self._columns, self._widths).stylize("bold $text-muted")
        drawn = (line for lines in self._plain.values() for line in lines)
        self._earlier = {line.plain: line for line in drawn if not line.spans}
        self._plain.clear()
        self._pointed = None
        self._follow()

    def draw_row(self, index: int) -> None:
        """Draw a row anew whose texts are others by now."""
        before = self.lines_of(index)
        self.forget(index)
        self._follow()
        if self.lines_of(index) == before:
            self.redraw(before)
        else:
            self.refresh()

    def forget(self, index: int) -> None:
        """Lay a row out anew when it is wanted next."""
        self._plain.pop(index, None)
        self._pointed = None

    @property
    def current(self) -> T | None:
        """The row that the pointer is on, if there is any."""
        return self._rows[self.at] if self._rows else None

    def lines_of(self, *rows: int) -> list[int]:
        """Give the lines on which these rows stand, as far as they are in sight."""
        return [y for y, (index, _) in enumerate(self._in_sight(), self._head) if index in rows]

    def span_of(self, place: int) -> tuple[int, int]:
        """Give where the column at a place begins, and how wide it is."""
        before = self._widths[:place]
        return GAP + sum(before) + GAP * len(before), self._widths[place]

    def line_at(self, y: int) -> Content:
        """Draw the title, the head, a line in sight, or what is said where there is no row."""
        if y < self._head:
            return self._title if y == 0 else self._titles if y > self.above else BLANK
        y -= self._head
        if not self._rows:
            told = lit(self.empty, "$text-muted").wrap(max(1, self.canvas.space.width))
            return told[y] if y < len(told) else BLANK
        shown = self._in_sight()
        if y >= len(shown):
            return BLANK
        index, drawn = shown[y]
        if index != self.at:
            return drawn
        return drawn.stylize("bold on $boost" if self.canvas.has_focus else "bold")

    def go(self, at: int) -> None:
        """Put the pointer on a row."""
        before, top, then = self.at, self._top, self._inside(at)
        if then == before:
            return
        self.at, self._pointed = then, None
        self._follow()
        if self._top == top:
            self.redraw(self.lines_of(before, self.at))
        else:
            self.refresh()

    def move(self, by: int) -> None:
        """Go down by lines, or up by less than none."""
        way = 1 if by > 0 else -1
        for _ in range(abs(by)):
            if not self._read_on(way):
                self.go(self.at + way)

    def leaf(self, by: int) -> None:
        """Go on by a page, or back."""
        room = max(1, self._room - 1)
        if self._read_on(by * room):
            return
        at = self._inside(self.at + by)
        room -= self._height(at)
        while (then := self._inside(at + by)) != at and self._height(then) <= room:
            at = then
            room -= self._height(at)
        self.go(at)

    def end(self, last: int) -> None:
        """Go to the last row, or with 0 to the first."""
        self.go(len(self._rows) - 1 if last else 0)

    def open(self) -> None:
        """Tell that the row with the pointer is to be opened."""
        if self._rows:
            self.tell(self.Opened(self.at))

    def click(self, x: int, y: int) -> None:  # noqa: ARG002 - a row is as wide as the page
        """Open the row that was clicked."""
        rows = [index for index, _ in self._in_sight()]
        if 0 <= y - self._head < len(rows):
            self.go(rows[y - self._head])
            self.open()

    @property
    def _room(self) -> int:
        """Lines below the head."""
        return max(1, self.canvas.space.height - self._head)

    def _inside(self, at: int) -> int:
        return max(0, min(at, len(self._rows) - 1))

    def _lines(self, index: int) -> list[Content]:
        """Lay a row out, or give it as it is."""
        if index == self.at:
            if self._pointed is None:
                self._pointed = self._laid_out("›", index)
            return self._pointed
        if index not in self._plain:
            self._plain[index] = self._laid_out("", index)
        return self._plain[index]

    def _laid_out(self, pointer: str, index: int) -> list[Content]:
        known = index < len(self._measured)
        cells = self._measured[index] if known else self._cells(self._rows[index])
        if self._wraps:
            lines = wrapped(pointer, cells, self._columns, self._widths)
        else:
            lines = [cut(pointer, cells, self._columns, self._widths)]
        return [line if line.spans else self._earlier.get(line.plain, line) for line in lines]

    def _height(self, index: int) -> int:
        """Count the lines of a row; before the screen is laid out it has one."""
        return len(self._lines(index)) if self._wraps and self._rows and self.canvas.space.width > GAP else 1

    def _in_sight(self) -> list[tuple[int, Content]]:
        """Give the lines that there is room for, each with its row."""
        if self._sight is None:
            found: list[tuple[int, Content]] = []
            skipped = self._top.line
            for index in range(self._top.row, len(self._rows)):
                found += [(index, drawn) for drawn in self._lines(index)[skipped:]]
                skipped = 0
                if len(found) >= self._room:
                    break
            self._sight = found[: self._room]
        return self._sight

    def _read_on(self, by: int) -> bool:
        """Scroll inside the pointer's row by lines; gives whether there was more of it that way."""
        row, line = self._top
        if row != self.at:
            return False
        then = max(0, min(line + by, self._height(row) - self._room))
        if then == line or (then > line) != (by > 0):
            return False
        self._top, self._sight = Sight(row, then), None
        self.refresh()
        return True

    def _follow(self) -> None:
        """Keep the pointer's row in sight, all of it or else what there is room for from its first line."""
        self._sight = None
        row, lines = self.at, self._height(self.at)
        while row and lines < self._room:
            row -= 1
            lines += self._height(row)
        first = Sight(self.at, 0)
        lowest = min(Sight(row, max(0, lines - self._room)), first)
        self._top = max(lowest, min(self._top, first))
