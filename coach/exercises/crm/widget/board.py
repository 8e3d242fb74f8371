"""The pipeline as a board: a column for every stage, as many of them as fit."""

from textual.content import Content
from textual.message import Message

from coach.core.crm.pipeline import BoardColumn, board
from coach.core.crm.state import Org, Row
from coach.core.crm.values import whole_shown
from coach.locale import tr, trn
from coach.surface.lit import lit

from ..naming import seen
from .canvas import BLANK, Answers, Canvas, Page
from .columns import GAP, fitted

NARROWEST = 20
"""Columns of the terminal that a stage needs."""
HEAD = 4
"""Lines above the deals: which stages are in sight; the stage, count and amount, the weighted amount."""
CARD = 2
"""Lines of a deal: its name; its amount and close date."""


class CrmBoard(Page):
    """Deals by stage; arrows lead from one to the next, ``>`` and ``<`` move the one that is pointed at."""

    class Opened(Message):
        """A deal was opened."""

        def __init__(self, record_id: str) -> None:
            super().__init__()
            self.record_id = record_id

    class Moved(Message):
        """A deal is to be moved to another stage."""

        def __init__(self, record_id: str, stage: str) -> None:
            super().__init__()
            self.record_id = record_id
            self.stage = stage

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._org: Org | None = None
        self._columns: tuple[BoardColumn, ...] = ()
        self.column = 0
        self.row = 0
        self._left = 0
        moving: Answers = {"move": self.move, "turn": self.turn, "click": self.click}
        self.answers = {**moving, "open": self.open, "shift": self.shift}

    def fill(self, org: Org) -> None:
        """Show the deals as they are now; the pointer stays on the deal that it was on."""
        before = self.current
        self._org, self._columns = org, board(org)
        if before is None:
            self.column = next((n for n, one in enumerate(self._columns) if one.rows), 0)
        for number, one in enumerate(self._columns):
            ids = [row.id for row in one.rows]
            if before is not None and before.id in ids:
                self.column, self.row = number, ids.index(before.id)
        self._stay_inside()

    @property
    def current(self) -> Row | None:
        """The deal that is pointed at, if there is one in the column."""
        rows = self._columns[self.column].rows if self._columns else ()
        return rows[self.row] if self.row < len(rows) else None

    def line_at(self, y: int) -> Content:
        """Draw a line through the columns that fit."""
        if self._org is None or not self._columns:
            return BLANK
        fit = self._fit()
        last = min(self._left + fit, len(self._columns))
        if y == 0:
            told = tr(
                "Stages {first} to {last} of {count}",
                first=self._left + 1,
                last=last,
                count=len(self._columns),
            )
            return lit(f"  {told}", "$text-muted")
        width = self.canvas.space.width // fit - GAP
        shown = range(self._left, last)
        cells = [self._head(n, y - 1) if y < HEAD else self._card(n, y - HEAD, width) for n in shown]
        if not any(text for text, _ in cells):
            return BLANK
        return Content(" " * GAP).join(lit(fitted(text, width), style) for text, style in cells)

    def turn(self, by: int) -> None:
        """Point at another stage."""
        self.column = max(0, min(self.column + by, len(self._columns) - 1))
        self._stay_inside()

    def move(self, by: int) -> None:
        """Point at a deal further down, or up by less than none."""
        before, top = self.row, self._top(self.column)
        self.row = max(0, min(self.row + by, len(self._columns[self.column].rows) - 1))
        if self._top(self.column) == top:
            first = [HEAD + CARD * (row - top) for row in (before, self.row)]
            self.redraw([y + more for y in first for more in range(CARD)])
        else:
            self.refresh()

    def open(self) -> None:
        """Tell that the deal with the pointer is to be opened."""
        if self.current is not None:
            self.tell(self.Opened(self.current.id))

    def shift(self, by: int) -> None:
        """Tell that the deal with the pointer is to be moved to another stage."""
        target = self.column + by
        if self.current is not None and 0 <= target < len(self._columns):
            self.tell(self.Moved(self.current.id, self._columns[target].stage.name))

    def reckon(self) -> None:
        super().reckon()
        self._stay_inside()

    def click(self, x: int, y: int) -> None:
        """Point at the deal that was clicked."""
        width = max(1, self.canvas.space.width // self._fit())
        self.column = max(0, min(self._left + x // width, len(self._columns) - 1))
        self.row = self._top(self.column) + max(0, y - HEAD) // CARD
        self._stay_inside()

    def _fit(self) -> int:
        return max(1, min(len(self._columns), self.canvas.space.width // NARROWEST))

    def _room(self) -> int:
        return max(1, (self.canvas.space.height - HEAD) // CARD)

    def _top(self, column: int) -> int:
        return max(0, self.row - self._room() + 1) if column == self.column else 0

    def _stay_inside(self) -> None:
        """Keep the pointer on a deal, and its column in sight."""
        count = len(self._columns[self.column].rows) if self._columns else 0
        self.row = max(0, min(self.row, count - 1))
        fit = self._fit()
        self._left = max(0, min(self._left, self.column), self.column - fit + 1)
        self.refresh()

    def _head(self, number: int, at: int) -> tuple[str, str]:
        """Give a line above the deals of a stage, with its style."""
        column, here = self._columns[number], number == self.column
        if at == 0:
            return (f"› {column.label}", "bold $primary") if here else (f"  {column.label}", "bold")
        if at == 1:
            deals = trn("{n} deal", "{n} deals", column.count)
            return f"  {deals}, {whole_shown(column.amount)}", "$text-muted"
        weighted = tr("weighted {amount}", amount=whole_shown(column.weighted))
        return f"  {weighted}", "$text-muted"

    def _card(self, number: int, at: int, width: int) -> tuple[str, str]:
        """Give a line of a stage's deals, with its style."""
        rows, place = self._columns[number].rows, self._top(number) + at // CARD
        if place >= len(rows) or at // CARD >= self._room():
            return "", ""
        assert self._org is not None
        row, current = rows[place], number == self.column and place == self.row
        style = "bold on $boost" if current and self.canvas.has_focus else "bold" if current else ""
        if at % CARD == 0:
            return f"{'›' if current else ' '} {row.name}", style
        amount, day = seen(row, self._org, "Amount") or "–", seen(row, self._org, "CloseDate")
        return f"  {amount.rjust(max(0, width - len(day) - 4))}  {day}", style or "$text-muted"
