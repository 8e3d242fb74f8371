"""Looking at records: values along references, in people's words, related lists and activities in time."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from msgspec import structs

from coach.core.crm.activities import is_over
from coach.core.crm.schema import (
    ACCOUNT,
    ACTIVITIES,
    CONTACT,
    OPPORTUNITY,
    ROLE,
    Field,
    Schema,
)
from coach.core.crm.state import SOMEBODY, Org, Row
from coach.core.crm.values import Value, choice_label, decimal_shown, in_figures
from coach.core.record import Record
from coach.locale import LANGUAGES, day, language, mark, tr

LAST_ACTIVITY = Field(name="LastActivityDate", label=mark("Last Activity"), type="date", read_only=True)
"""A field that is worked out when it is looked at: the latest day of an activity that is over."""

OWNER = "Owner"
RECORD_ID = Field(name="Id", label="Id", read_only=True)


class RelatedList(Record):
    """Records that refer to one through a field."""

    object: str
    field: str
    title: str
    rows: tuple[Row, ...]


class Timeline(Record):
    """The activities of a record: what is to do, the next first, and what was done, the latest first."""

    open: tuple[Row, ...]
    history: tuple[Row, ...]


def field_at(schema: Schema, object_name: str, path: str) -> Field | None:
    """Return the field at the end of a path such as ``Account.Industry``; ``None`` if it leads nowhere.

    After ``Who`` and ``What``, whose objects differ, only ``Name`` can stand.
    """
    of = schema.objects.get(object_name)
    for step in path.split(".")[:-1]:
        link = of.fields.get(f"{step}Id") if of else None
        if link is None or not link.references:
            return None
        of = schema.objects[link.references[0]]
        if len(link.references) > 1 and not path.endswith(f"{step}.Name"):
            return None
    last = path.rpartition(".")[2]
    if last in (LAST_ACTIVITY.name, RECORD_ID.name) and of:
        return _last_activity(language()) if last == LAST_ACTIVITY.name else RECORD_ID
    return of.fields.get(last) if of else None


@lru_cache(maxsize=len(LANGUAGES))
def _last_activity(_language: str) -> Field:
    """Give the field with its label in the language that is spoken."""
    return structs.replace(LAST_ACTIVITY, label=tr(LAST_ACTIVITY.label))


def value(org: Org, row: Row, path: str) -> Value:
    """Return what stands at a path from a record; ``None`` if it is empty or leads nowhere."""
    return getter(org, path)(row)


def getter(org: Org, path: str) -> Callable[[Row], Value]:
    """Make what :func:`value` does for one path, to be asked of many records."""
    *steps, last = path.split(".")
    links = [f"{step}Id" for step in steps]
    if not links and last not in (LAST_ACTIVITY.name, RECORD_ID.name):
        return lambda row: row.values.get(last)

    def get(row: Row) -> Value:
        found: Row | None = row
        for link in links:
            reference = found.values.get(link) if found else None
            found = org.row(reference) if isinstance(reference, str) else None
        if found is None:
            return None
        return last_activity(org, found) if last == LAST_ACTIVITY.name else found.get(last)

    return get


def last_activity(org: Org, row: Row) -> date | None:
    """Return the latest day on which something was done about a record, as its timeline shows."""
    days = [
        when
        for one in _activities(org, row)
        if is_over(one, org.today) and isinstance(when := one.values.get("ActivityDate"), date)
    ]
    return max(days, default=None)


def label(org: Org, object_name: str, path: str) -> str:
    """Say what a column is called; a field of another record with that record's name before it."""
    field = field_at(org.schema, object_name, path)
    steps = path.split(".")
    if field is None:
        return path
    if len(steps) > 1 and steps[-1] == "Name":
        link = field_at(org.schema, object_name, ".".join([*steps[:-2], f"{steps[-2]}Id"]))
        return link.label if link else field.label
    return field.label


def shown(org: Org, field: Field, found: Value) -> str:  # noqa: PLR0911 - one for each type
    """Say a value as people see it: labels for picklists, names for records, thousands set apart."""
    match found:
        case None:
            return ""
        case bool():
            return tr("yes") if found else tr("no")
        case datetime():
            return f"{day(found)} {found:%H:%M} UTC"
        case date():
            return day(found)
        case Decimal():
            return _number(field, found)
        case str():
            if field.references:
                row = org.row(found)
                return row.name if row else ""
            if field.name == OWNER:
                return owner_shown(found)
            return choice_label(field, found, org.profile)


def owner_shown(name: str) -> str:
    """Call an owner by name, or the person who works in an org that does not say who that is."""
    return tr(SOMEBODY) if name == SOMEBODY else name


def _number(field: Field, found: Decimal) -> str:
    if field.type == "percent":
        return f"{decimal_shown(found)} %"
    whole, _, rest = f"{found:,f}".partition(".")
    cents = rest.rstrip("0")
    return in_figures(f"{whole}.{cents:0<2}" if cents else whole)


def related_lists(org: Org, row: Row) -> tuple[RelatedList, ...]:
    """Give the lists of records that refer to one, without its activities, by object."""
    lists: dict[tuple[str, str], list[Row]] = {}
    order = [name for name in org.schema.objects if name not in ACTIVITIES]
    children = [child for child in org.related(row.id) if child.object in order]
    for child in sorted(children, key=lambda child: order.index(child.object)):
        for field in org.schema.objects[child.object].references:
            if child.values.get(field) == row.id:
                lists.setdefault((child.object, field), []).append(child)
    return tuple(
        RelatedList(object=name, field=field, title=_title(org, name, field), rows=tuple(rows))
        for (name, field), rows in lists.items()
    )


def _title(org: Org, name: str, field: str) -> str:
    of = org.schema.objects[name]
    usual = {(CONTACT, "AccountId"), (OPPORTUNITY, "AccountId"), (ROLE, "OpportunityId"), (ROLE, "ContactId")}
    if (name, field) in usual:
        return of.plural
    return tr("{things} with this one as {field}", things=of.plural, field=of.fields[field].label)


def timeline(org: Org, row: Row) -> Timeline:
    """Give the activities of a record; an account's hold those of its contacts and opportunities too."""
    found = _activities(org, row)
    still = [one for one in found if not is_over(one, org.today)]
    over = [one for one in found if is_over(one, org.today)]
    return Timeline(
        open=tuple(sorted(still, key=_day)),
        history=tuple(sorted(over, key=_day, reverse=True)),
    )


def _activities(org: Org, row: Row) -> list[Row]:
    about = org.related(row.id)
    below = [child for child in about if row.object == ACCOUNT and child.object in (CONTACT, OPPORTUNITY)]
    found = {one.id: one for one in about if one.object in ACTIVITIES}
    for child in below:
        found |= {one.id: one for one in org.related(child.id) if one.object in ACTIVITIES}
    return list(found.values())


def _day(activity: Row) -> date:
    """Give the day by which an activity stands in time; without one it stands at the end."""
    when = activity.values.get("ActivityDate")
    return when if isinstance(when, date) else date.max
