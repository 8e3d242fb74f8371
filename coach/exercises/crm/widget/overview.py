"""What there is in the org: its objects with their keys, and the lists of the one that is open."""

from textual.content import Content
from textual.widgets import Static

from coach.core.crm.schema import ROLE
from coach.core.crm.state import Org
from coach.core.crm.views import ListView, standard_views
from coach.surface.lit import line

from .canvas import put

NARROW = 60
"""Columns from which all objects are named in one line."""
ROOM = 23
"""Cells of a line in the column."""


class Overview:
    """The same in two forms: a line on top, or a column on the left where there is room."""

    def __init__(self, own: tuple[ListView, ...]) -> None:
        """``own`` are the lists that the task's org has beside the usual ones."""
        self.line = Static(classes="objects-line")
        self.column = Static(classes="objects-column")
        self._own = own
        self._width = NARROW
        self._beside = False

    def fit(self, width: int, *, beside: bool) -> None:
        """Take the form that the width allows."""
        self._width, self._beside = width, beside
        self.line.display = not beside
        self.column.display = beside

    def draw(self, org: Org, object_name: str, view: int) -> None:
        """Show where one is: an object's name, or "" for the board."""
        names = [one for one in org.schema.objects.values() if one.name != ROLE]
        parts: list[Content] = []
        listed: list[Content] = []
        for number, of in enumerate(names, 1):
            here = of.name == object_name
            style = "bold $text-primary" if here else ""
            title = of.plural if here or self._width >= NARROW else ""
            mark = "›" if here else " "
            parts.append(line((f"{mark}{number} ", "bold"), (title, style)))
            count = f"{org.count(of.name):>5,}"
            listed.append(
                line((f"{mark} {number} ", "bold"), (f"{of.plural:<13.13}", style), (count, "$text-muted"))
            )
            if here:
                listed += self._lists(org, of.name, view)
        board = "bold $text-primary" if not object_name else ""
        mark = "›" if not object_name else " "
        parts.append(line((f"{mark}p ", "bold"), ("board", board)))
        listed.append(line((f"{mark} p ", "bold"), ("Board", board)))
        if self._beside:
            self.column.update(Content("\n").join(listed), layout=False)
        else:
            put(self.line, Content("").join(parts))

    def _lists(self, org: Org, object_name: str, view: int) -> list[Content]:
        own = [one for one in self._own if one.object == object_name]
        lists = [*standard_views(org, object_name), *own]
        return [
            line((f"   {'›' if place == view % len(lists) else ' '} {one.title}", "$text-muted")).truncate(
                ROOM, ellipsis=True
            )
            for place, one in enumerate(lists)
        ]
