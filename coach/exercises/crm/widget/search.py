"""The records of a list, and those among them that have what is searched for."""

from coach.core.crm.looking import LAST_ACTIVITY, getter
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
            self._rows, self._texts = listed(org, view), None
            if self._view is None or view.columns != self._view.columns:
                self._known.clear()
            self._org, self._view = org, view
        sought = sought.casefold().strip()
        if not sought:
            return self._rows
        pairs = zip(self._rows, self.read(), strict=True)
        return tuple(row for row, text in pairs if sought in text)

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
