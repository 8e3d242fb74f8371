"""What there is in the org: its objects with their keys, and the lists of the one that is open."""

from textual.content import Content
from textual.widgets import Static

from coach.core.crm.schema import ROLE, ObjectType
from coach.core.crm.state import Org
from coach.core.crm.views import ListView, standard_views
from coach.locale import figure, tr
from coach.surface.lit import line

from .canvas import BLANK, Canvas, Page, put

NARROW = 60
"""Columns from which all objects are named in one line."""
ROOM = 23
"""Cells of a line in the column."""
HERE = "bold $text-primary"
"""How the name is drawn of where one is."""


class Overview(Page):
    """The same in two forms: a line on top, or a page of its own on the left where there is room."""

    def __init__(self, own: tuple[ListView, ...]) -> None:
        """``own`` are the lists that the task's org has beside the usual ones."""
        self.line = Static(classes="objects-line")
        self.column = Canvas(classes="objects-column")
        self.column.can_focus = False
        self.column.page = self
        super().__init__(self.column)
        self._own = own
        self._lines: list[Content] = []
        self._width = NARROW
        self._beside = False

    def fit(self, width: int, *, beside: bool) -> None:
        """Take the form that the width allows."""
        self._width, self._beside = width, beside
        self.line.display = not beside
        self.column.display = beside

    def line_at(self, y: int) -> Content:
        return self._lines[y] if y < len(self._lines) else BLANK

    def draw(self, org: Org, object_name: str, view: int) -> None:
        """Show where one is: an object's name, or "" for the board."""
        if not self._beside:
            put(self.line, self._in_one_line(org, object_name))
            return
        before, now = self._lines, self._below_each_other(org, object_name, view)
        last = max(len(before), len(now))
        changed = [y for y in range(last) if before[y : y + 1] != now[y : y + 1]]
        self._lines = [now[y] if y in changed else before[y] for y in range(len(now))]
        self.redraw(changed)

    def _in_one_line(self, org: Org, object_name: str) -> Content:
        """Name all objects where there is room, else only the one at hand."""
        whole = self._tabs(org, object_name, named=self._width >= NARROW)
        return whole if whole.cell_length <= self._width else self._tabs(org, object_name, named=False)

    def _tabs(self, org: Org, object_name: str, *, named: bool) -> Content:
        parts: list[Content] = []
        for number, of in enumerate(_with_lists(org), 1):
            here = of.name == object_name
            title = of.plural if here or named else ""
            style = HERE if here else ""
            parts.append(line((f"{'›' if here else ' '}{number} ", "bold"), (title, style)))
        on_board = not object_name
        parts.append(line((f"{'›' if on_board else ' '}p ", "bold"), (tr("board"), HERE if on_board else "")))
        return Content("").join(parts)

    def _below_each_other(self, org: Org, object_name: str, view: int) -> list[Content]:
        lines: list[Content] = []
        for number, of in enumerate(_with_lists(org), 1):
            here = of.name == object_name
            mark, title = "›" if here else " ", (f"{of.plural:<13.13}", HERE if here else "")
            count = figure(org.count(of.name), ",").rjust(5)
            lines.append(line((f"{mark} {number} ", "bold"), title, (count, "$text-muted")))
            if here:
                lines += self._lists(org, of.name, view)
        on_board = not object_name
        board = (tr("Board"), HERE if on_board else "")
        return [*lines, line((f"{'›' if on_board else ' '} p ", "bold"), board)]

    def _lists(self, org: Org, object_name: str, view: int) -> list[Content]:
        own = [one for one in self._own if one.object == object_name]
        lists = [*standard_views(org, object_name), *own]
        return [
            line((f"   {'›' if place == view % len(lists) else ' '} {one.title}", "$text-muted")).truncate(
                ROOM, ellipsis=True
            )
            for place, one in enumerate(lists)
        ]


def _with_lists(org: Org) -> list[ObjectType]:
    """Give the objects that have lists, in the order of their keys."""
    return [one for one in org.schema.objects.values() if one.name != ROLE]
