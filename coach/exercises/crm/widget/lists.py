"""A list of records: its views, what is searched for, how it is sorted."""

from collections.abc import Callable, Sequence

import msgspec
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input

from coach.core.crm.looking import field_at, getter, label, shown
from coach.core.crm.state import Org, Row
from coach.core.crm.views import ListView, standard_views
from coach.locale import figure, mark, tr
from coach.surface.lit import line

from ..naming import called
from .canvas import Canvas, give_keys
from .columns import Column
from .field import CrmTyped
from .rows import CrmTable
from .search import Searched

WIDTHS = {"currency": 12, "percent": 7, "number": 8, "date": 10, "datetime": 20, "boolean": 7, "phone": 16}
"""Columns of the terminal for each type of field; texts share the rest."""
WIDEST_DATE = 13
"""The same for a date with a longer title, as it may have in other languages than English."""
RIGHT = ("currency", "percent", "number")


class CrmFilter(CrmTyped):
    """The field for what is searched for; enter and the arrows lead back to the list."""

    class Left(Message):
        """The field is to be left; with ``cleared`` its text goes as well."""

        def __init__(self, *, cleared: bool) -> None:
            super().__init__()
            self.cleared = cleared

    BINDINGS = [  # noqa: RUF012 - Textual reads it from the class
        ("escape", "leave(True)", mark("show all")),
        ("enter,down", "leave(False)", mark("to the list")),
    ]

    def action_leave(self, cleared: bool) -> None:  # noqa: FBT001 - as bindings give it
        self.post_message(self.Left(cleared=cleared))


class CrmList(CrmTable[Row]):
    """The records of one object in one of its views."""

    def __init__(self, canvas: Canvas, own: tuple[ListView, ...]) -> None:
        """``own`` are the views that the task's org has beside the usual ones."""
        super().__init__(canvas)
        self.filter = CrmFilter(canvas, tr("type what to search for"))
        self.field = self.filter
        self.object = ""
        self.view = 0
        self._own = own
        self._sorts: dict[str, str] = {}
        self._org: Org | None = None
        self._anew = True
        """Whether the pointer begins on the first record."""
        self._drawn: tuple[Org, ListView, str] | None = None
        """What was shown last: of which org, in which view, and what was searched for."""
        self._found = Searched()

    def turn_to(self, org: Org, object_name: str) -> None:
        """Show an object's first view, everything in it, from the next :meth:`show` on."""
        self.object, self.view, self._org, self._anew = object_name, 0, org, True
        self.search("")

    def search(self, text: str) -> None:
        """Set what is searched for; the field is seen as long as there is something in it."""
        with self.filter.prevent(Input.Changed):
            self.filter.value = text
        self.show_filter(shown=bool(text))

    def begin_search(self) -> None:
        """Show the field for what is searched for, and read the records as soon as it is on the screen."""
        self.show_filter(shown=True)
        give_keys(self.filter)
        self.filter.call_after_refresh(self._found.read)

    def show_filter(self, *, shown: bool) -> None:
        """Show the field below the title, or hide it."""
        self.filter.place = Offset(0, 1) if shown else None
        if self.above != int(shown):
            self.above = int(shown)
            self.reckon()
            self.refresh()

    def show(self, org: Org, at: int | None = None) -> None:
        """Show the records as they are now."""
        self._org = org
        view, sought = self.current_view, self.filter.value
        if at is None:
            at = 0 if self._anew else self.at
        self._anew = False
        if self._drawn is not None and self._drawn[0] is org and self._drawn[1:] == (view, sought):
            self.go(at)
            return
        self._drawn = org, view, sought
        rows = self._found.find(org, view, sought)
        columns = tuple(_column(org, self.object, path) for path in view.columns)
        of = org.schema.objects[self.object]
        self.empty = self._nothing(of.nouns)
        self.title = self._head_line(org, view, len(rows))
        readers = [_reader(org, self.object, path) for path in view.columns]
        self.fill(columns, rows, lambda row: [read(row) for read in readers], at)

    @property
    def views(self) -> Sequence[ListView]:
        """The lists of this object."""
        assert self._org is not None
        own = [view for view in self._own if view.object == self.object]
        return [*standard_views(self._org, self.object), *own]

    @property
    def current_view(self) -> ListView:
        """The list that is shown, sorted as was last asked for."""
        view = self.views[self.view % len(self.views)]
        sort = self._sorts.get(self.object)
        return view if sort is None else msgspec.structs.replace(view, sort=sort)

    def next_view(self, org: Org, by: int) -> None:
        """Go to another list of the same object."""
        self.view = (self.view + by) % len(self.views)
        self.show(org, 0)

    def sort_next(self, org: Org) -> None:
        """Sort by the column behind the one that it is sorted by, the last leads to the first."""
        columns = self.current_view.columns
        now = self.current_view.sort.removeprefix("-")
        at = columns.index(now) + 1 if now in columns else 0
        self._sort(org, columns[at % len(columns)])

    def turn_round(self, org: Org) -> None:
        """Sort the other way round."""
        now = self.current_view.sort or self.current_view.columns[0]
        self._sort(org, now.removeprefix("-") if now.startswith("-") else f"-{now}")

    def _sort(self, org: Org, sort: str) -> None:
        """Sort the object's lists from now on; ``-`` before the field is downwards."""
        self._sorts[self.object] = sort
        self.show(org, 0)

    def _nothing(self, plural: str) -> str:
        if self.filter.value:
            told = mark("No {things} have “{text}” in one of these columns. esc in the field shows all.")
            return tr(told, things=plural, text=self.filter.value)
        told = mark("There are no {things} in this list. a makes one, ← and → lead to other lists.")
        return tr(told, things=plural)

    def _head_line(self, org: Org, view: ListView, count: int) -> Content:
        path = view.sort.removeprefix("-")
        by = tr(", by {column}", column=label(org, self.object, path)) if path else ""
        way = " ↓" if view.sort.startswith("-") else " ↑" if path else ""
        total = org.count(self.object)
        of = figure(count, ",")
        if count != total:
            of = tr("{count:,} of {total:,}", count=count, total=total)
        place = f"  ← {self.view % len(self.views) + 1}/{len(self.views)} →"
        return line((view.title, "bold"), (f"{place}  {of}{by}{way}", "$text-muted"))


def _column(org: Org, object_name: str, path: str) -> Column:
    field = field_at(org.schema, object_name, path)
    kind = field.type if field else "text"
    title, width = label(org, object_name, path), WIDTHS.get(kind, 0)
    if kind == "date" and org.profile.language != "en":
        width = max(width, min(len(title), WIDEST_DATE))
    return Column(title, width, right=kind in RIGHT, spare="." in path)


def _reader(org: Org, object_name: str, path: str) -> Callable[[Row], str]:
    """Make what says how a field stands in a list, to be asked of many records."""
    field, get = field_at(org.schema, object_name, path), getter(org, path)
    if field is None or path == "Name":
        return lambda row: called(row, org)
    return lambda row: shown(org, field, get(row))
