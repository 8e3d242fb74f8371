"""An org: its records and everything that hangs on them. It is never changed.

What changes it is a :class:`coach.core.crm.draft.Draft`, which makes a new one; the one before is the undo.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated

import msgspec

from coach.core.crm.profile import ApiName, Profile
from coach.core.crm.schema import OF_PREFIX, ObjectType, Schema, schema_of
from coach.core.crm.values import Value, Values
from coach.core.record import Id, Record, Text
from coach.locale import mark

SOMEBODY = mark("You")
"""Who works in an org that does not say."""


class Row(Record):
    """A record of an object. Fields that are empty are not among its values."""

    object: str
    id: str
    values: Values

    def get(self, field: str) -> Value:
        """Return what a field holds; ``Id`` is the record's id."""
        return self.id if field == "Id" else self.values.get(field)

    @property
    def name(self) -> str:
        """What the record is called: its name, or an activity's subject; else its id."""
        return str(self.values.get("Name") or self.values.get("Subject") or self.id)


class ValidationRule(Record):
    """A formula that blocks saving where it is true; the message stands at the field (``""``: at the top)."""

    id: Id
    object: ApiName
    when: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    message: Text
    field: str = ""


class StageChange(Record):
    """A line of an opportunity's stage history; ``before`` is empty for its first stage."""

    opportunity: str
    before: str
    after: str
    day: date


class Binned(Record):
    """What was deleted together, and how the records were that referred to it and stayed."""

    rows: tuple[Row, ...]
    emptied: tuple[Row, ...]


class Records:
    """Reading records, which an org and a draft of one have in common."""

    schema: Schema
    tables: Mapping[str, Mapping[str, Row]]
    keys: Mapping[str, str]
    children: Mapping[str, Mapping[str, None]]

    def rows(self, object_name: str) -> Iterable[Row]:
        """Give all records of an object, in the order in which they were made."""
        return self.tables.get(object_name, {}).values()

    def row(self, reference: str) -> Row | None:
        """Return the record with this id or key; ``None`` if there is none, or no longer."""
        return self._by_id(reference) or self._by_id(self.keys.get(reference, ""))

    def _by_id(self, record_id: str) -> Row | None:
        found = self.object_of(record_id)
        return self.tables.get(found.name, {}).get(record_id) if found else None

    def object_of(self, record_id: str) -> ObjectType | None:
        """Say which object an id is of, whether or not there is such a record."""
        return self.schema.objects.get(OF_PREFIX.get(record_id[:3], ""))

    def related(self, record_id: str) -> tuple[Row, ...]:
        """Give every record that refers to a record, in the order in which they were made."""
        found = (self.row(child) for child in self.children.get(record_id, ()))
        return tuple(row for row in found if row is not None)


class Org(Record, Records):
    """Everything in a practice org at one moment.

    ``keys`` are readable names of records, ``children`` the ids of the records that refer to a record,
    ``matches`` those that share a match key, and ``bin`` holds what was deleted, under the record's id.
    """

    profile: Profile
    schema: Schema
    today: date
    user: str = SOMEBODY
    rules: tuple[ValidationRule, ...] = ()
    tables: dict[str, dict[str, Row]] = msgspec.field(default_factory=dict)
    counters: dict[str, int] = msgspec.field(default_factory=dict)
    keys: dict[str, str] = msgspec.field(default_factory=dict)
    children: dict[str, dict[str, None]] = msgspec.field(default_factory=dict)
    matches: dict[str, dict[str, None]] = msgspec.field(default_factory=dict)
    bin: dict[str, Binned] = msgspec.field(default_factory=dict)
    history: tuple[StageChange, ...] = ()

    def count(self, object_name: str) -> int:
        """Count the records of an object."""
        return len(self.tables.get(object_name, {}))


def empty_org(
    profile: Profile, today: date, *, user: str = SOMEBODY, rules: tuple[ValidationRule, ...] = ()
) -> Org:
    """Found an org that has no records yet; ``user`` is the name of whoever works in it."""
    return Org(profile=profile, schema=schema_of(profile), today=today, user=user, rules=rules)
