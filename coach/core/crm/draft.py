"""An org while an action changes it, and what is said where an action cannot be done.

A draft copies a table when it is first written to, so an action on thousands of records costs a fraction of
a millisecond, and the org that it began from stays as it was.
"""

from collections.abc import Iterable
from typing import TypeVar

from coach.core.crm.match_keys import match_keys
from coach.core.crm.schema import OPPORTUNITY
from coach.core.crm.state import Binned, Org, Records, Row, StageChange
from coach.core.record import Record

T = TypeVar("T")

DIGITS = 12
"""An id is the three signs of its object and a running number of so many digits."""


class Trouble(Record):
    """Why something cannot be saved: a sentence, and the field where it belongs (``""``: at the top).

    ``at`` counts from 0 which of several seeds it is about.
    """

    field: str
    text: str
    object: str = ""
    at: int = 0


class Refused(ValueError):  # noqa: N818 - reads as what happened
    """An action that cannot be done; everything stays as it was. The message holds all sentences."""

    def __init__(self, troubles: Iterable[Trouble]) -> None:
        self.troubles = tuple(troubles)
        super().__init__(" ".join(trouble.text for trouble in self.troubles))


def refused(text: str, field: str = "") -> Refused:
    """Make a refusal for a single reason."""
    return Refused([Trouble(field=field, text=text)])


class Draft(Records):
    """An org with changes on their way. Reading sees the changes; :meth:`org` is the org after them.

    ``told`` are sentences about what was done, ``touched`` the ids of the records that changed.
    """

    def __init__(self, org: Org) -> None:
        self.profile, self.schema, self.rules = org.profile, org.schema, org.rules
        self.today, self.user = org.today, org.user
        self.tables = self._tables = dict(org.tables)
        self.keys = self._keys = dict(org.keys)
        self.children = self._children = dict(org.children)
        self._matches = dict(org.matches)
        self._bin = dict(org.bin)
        self._counters = dict(org.counters)
        self._history = list(org.history)
        self._owned: set[str] = set()
        self.told: list[str] = []
        self.touched: dict[str, None] = {}

    def org(self) -> Org:
        """Return the org after all changes; the draft is not used any more then."""
        return Org(
            profile=self.profile,
            schema=self.schema,
            today=self.today,
            user=self.user,
            rules=self.rules,
            tables=self._tables,
            counters=self._counters,
            keys=self._keys,
            children=self._children,
            matches=self._matches,
            bin=self._bin,
            history=tuple(self._history),
        )

    def new_id(self, object_name: str) -> str:
        """Give the next id of an object."""
        number = self._counters.get(object_name, 0) + 1
        self._counters[object_name] = number
        return f"{self.schema.objects[object_name].prefix}{number:0{DIGITS}}"

    def call(self, key: str, record_id: str) -> None:
        """Let a readable key stand for a record from now on; an empty one is none."""
        if key:
            self._keys[key] = record_id

    def put(self, row: Row) -> None:
        """Add a record, or put it in the place of the one with its id."""
        table = self._owned_table(row.object)
        before = table.get(row.id)
        table[row.id] = row
        self.touched[row.id] = None
        self._index(before, row)
        if row.object == OPPORTUNITY:
            self._note_stage(before, row)

    def take(self, row: Row) -> None:
        """Take a record away; what refers to it is not looked at."""
        self._owned_table(row.object).pop(row.id, None)
        self.touched[row.id] = None
        self._index(row, None)

    def throw(self, record_id: str, what: Binned) -> None:
        """Keep what was deleted together in the recycle bin."""
        self._bin[record_id] = what

    def recover(self, record_id: str) -> Binned | None:
        """Take what was deleted together out of the recycle bin; ``None`` if it is not there."""
        return self._bin.pop(record_id, None)

    def _owned_table(self, object_name: str) -> dict[str, Row]:
        return self._copied(self._tables, object_name, "table:")

    def _copied(self, tables: dict[str, dict[str, T]], name: str, kind: str) -> dict[str, T]:
        """Return a table that may be written to: a copy when it is first asked for, the same afterwards."""
        if kind + name not in self._owned:
            self._owned.add(kind + name)
            tables[name] = dict(tables.get(name, {}))
        return tables[name]

    def _index(self, before: Row | None, after: Row | None) -> None:
        """Bring the indexes up to what a record refers to and is found by now."""
        for index, kind, keys in (
            (self._children, "child:", self._references),
            (self._matches, "match:", _found_by),
        ):
            old, new = keys(before), keys(after)
            if before:
                for key in old - new:
                    self._copied(index, key, kind).pop(before.id, None)
            if after:
                for key in new - old:
                    self._copied(index, key, kind)[after.id] = None

    def _references(self, row: Row | None) -> frozenset[str]:
        if row is None:
            return frozenset()
        fields = self.schema.objects[row.object].references
        return frozenset(str(row.values[name]) for name in fields if name in row.values)

    def _note_stage(self, before: Row | None, after: Row) -> None:
        was = str(before.values.get("StageName", "")) if before else ""
        now = str(after.values.get("StageName", ""))
        if was != now:
            change = StageChange(opportunity=after.id, before=was, after=now, day=self.today)
            self._history.append(change)


def _found_by(row: Row | None) -> frozenset[str]:
    return match_keys(row.object, row.values) if row else frozenset()
