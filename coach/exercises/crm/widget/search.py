"""The records of a list, and those among them that have what is searched for."""

import msgspec

from coach.core.crm.looking import LAST_ACTIVITY, field_at, getter
from coach.core.crm.state import Org, Row
from coach.core.crm.views import ListView, listed


class Searched:
    """A list that was asked for last, so that neither a letter nor going back asks for it again.

    What is looked for must stand in one of the columns, whatever its case. Their texts are read once for a
    list, and after a change only those of the records that are others by now.
    """

    def __init__(self) -> None:
        self._org: Org | None = None
        self._view: ListView | None = None
        self._rows: tuple[Row, ...] = ()
        self._texts: list[str] | None = None
        self._known: dict[str, tuple[Row, str]] = {}
        """The text of a record's columns by its id, with the record that it was read from."""

    def find(self, org: Org, view: ListView, sought: str) -> tuple[Row, ...]:
        """Give the records of a list in its order that have what is sought, which may be nothing."""
        if org is not self._org or view != self._view:
            self._rows, self._texts = self._list(org, view), None
            if self._view is None or view.columns != self._view.columns:
                self._known.clear()
            self._org, self._view = org, view
        sought = sought.casefold().strip()
        if not sought:
            return self._rows
        pairs = zip(self._rows, self.read(), strict=True)
        return tuple(row for row, text in pairs if sought in text)

    def _list(self, org: Org, view: ListView) -> tuple[Row, ...]:
        """List anew; where records changed that stay where they are, they are exchanged in what there is."""
        before = self._org if view == self._view else None
        if before is None or not _by_own_fields(org, view):
            return listed(org, view)
        was, now = before.tables.get(view.object, {}), org.tables.get(view.object, {})
        changed = [(old, new) for old, new in zip(was.values(), now.values(), strict=False) if old is not new]
        get = getter(org, view.sort.removeprefix("-"))
        same_places = all(old.id == new.id and get(old) == get(new) for old, new in changed)
        listed_before = _kept(before, view, [old for old, _ in changed])
        listed_now = _kept(org, view, [new for _, new in changed])
        if len(was) != len(now) or not same_places or listed_before != listed_now:
            return listed(org, view)
        others = {new.id: new for _, new in changed}
        return tuple(others.get(row.id, row) for row in self._rows)

    def read(self) -> list[str]:
        """Read the texts of the columns, each record's in one; a line end stands between columns."""
        if self._texts is None:
            assert self._org is not None
            assert self._view is not None
            paths = self._view.columns
            if any("." in path or path == LAST_ACTIVITY.name for path in paths):
                self._known.clear()  # these texts are of other records, which may have changed
            columns = [getter(self._org, path) for path in paths]
            for row in self._rows:
                if row.id not in self._known or self._known[row.id][0] is not row:
                    text = "\n".join(str(get(row) or "") for get in columns)
                    self._known[row.id] = row, text.casefold()
            self._texts = [self._known[row.id][1] for row in self._rows]
        return self._texts


def _by_own_fields(org: Org, view: ListView) -> bool:
    """Say whether a record's place in a list depends on nothing but its own fields."""
    paths = [view.sort.removeprefix("-"), *(where.field for where in view.where)]
    fields = [field_at(org.schema, view.object, path) for path in paths if path]
    plain = all(field is not None and not field.references for field in fields)
    return plain and not any("." in path or path == LAST_ACTIVITY.name for path in paths)


def _kept(org: Org, view: ListView, rows: list[Row]) -> set[str]:
    """Give the ids of those among some records that are in a list."""
    alone = msgspec.structs.replace(org, tables={**org.tables, view.object: {row.id: row for row in rows}})
    return {row.id for row in listed(alone, view)}
