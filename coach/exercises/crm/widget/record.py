"""A record's page: its fields, the lists of what belongs to it, and its activities in time."""

from collections.abc import Iterator
from typing import NamedTuple

from coach.core.crm.looking import related_lists, timeline
from coach.core.crm.state import Org, Row
from coach.locale import tr
from coach.surface.lit import line

from ..aloud import IN_LISTS
from ..naming import called, seen
from .canvas import Canvas
from .columns import Column
from .rows import CrmTable


class Part(NamedTuple):
    """A line of the page: a field to edit, or all of them, a record to open, or a heading."""

    label: str
    text: str
    field: str = ""
    record_id: str = ""
    every_field: bool = False


class CrmRecord(CrmTable[Part]):
    """Everything about one record; enter edits a field or opens another record."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, wraps=True)
        self.record_id = ""

    def turn_to(self, record_id: str, at: int = 0) -> None:
        """Show another record from the next :meth:`show` on, with the pointer on the line ``at``."""
        self.record_id, self.at = record_id, at

    def show(self, org: Org, row: Row) -> None:
        """Show the record as it is now."""
        of = org.schema.objects[row.object]
        self.title = line((f"{of.label}  ", "$text-muted"), (called(row, org), "bold"))
        parts = list(_parts(org, row))
        longest = max(len(part.label) for part in parts)
        columns = (Column("", min(longest, 24)), Column(""))
        self.fill(columns, parts, lambda part: (part.label, part.text), self.at)


def _parts(org: Org, row: Row) -> Iterator[Part]:
    """Give the fields that hold something, the names of the others, and what belongs to the record."""
    empty = []
    for field in org.schema.objects[row.object].fields.values():
        text = seen(row, org, field.name)
        if not text or (row.get(field.name) is False and not field.required):
            empty += [] if field.read_only else [field.label]
        elif field.read_only:
            yield Part(field.label, tr("{text}  · set by the CRM", text=text))
        else:
            yield Part(field.label, text, field=field.name)
    if empty:
        yield Part(
            tr("Empty ({count})", count=len(empty)),
            tr("e fills in: {fields}", fields=", ".join(empty)),
            every_field=True,
        )
    for related in related_lists(org, row):
        yield Part("", "")
        yield Part(f"{related.title} ({len(related.rows)})", "")
        for one in related.rows:
            yield Part("", _in_list(org, one, row), record_id=one.id)
    activity = timeline(org, row)
    for title, rows in ((tr("To do"), activity.open), (tr("History"), activity.history)):
        if rows:
            yield Part("", "")
            yield Part(f"{title} ({len(rows)})", "")
        for one in rows:
            told = (seen(one, org, name) for name in ("Subject", "Status", "Description"))
            day = seen(one, org, "ActivityDate") or tr("no date")
            yield Part(day, "  ".join(part for part in told if part), record_id=one.id)


def _in_list(org: Org, row: Row, on: Row) -> str:
    """Tell a related record in a line, without the name of the one on whose page it stands."""
    others = (name for name in IN_LISTS[row.object] if row.get(name) != on.id)
    told = [called(row, org), *(seen(row, org, name) for name in others)]
    return "  ".join(part for part in told if part)
