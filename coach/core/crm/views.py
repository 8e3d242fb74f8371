"""List views: which records, which columns, in which order."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

import msgspec

from coach.core.crm.looking import field_at, getter
from coach.core.crm.profile import ApiName
from coach.core.crm.schema import ACCOUNT, CONTACT, EVENT, LEAD, OPPORTUNITY, ROLE, TASK, Field
from coach.core.crm.state import Org, Row
from coach.core.crm.values import BadValue, Scalar, Value, read
from coach.core.record import Id, Record, Text
from coach.locale import tr

Path: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z][A-Za-z0-9_.]*(?!\n)$", max_length=120)]
"""A field, or one of a record that is referred to, such as ``Account.Industry``."""

Op: TypeAlias = Literal["=", "!=", "<", "<=", ">", ">=", "contains", "begins"]


class Where(Record):
    """A condition of a list: the field is like one of the values (with ``!=``: like none of them).

    An empty value is what is blank. In dates, ``today``, ``today+30`` and ``today-14`` count days.
    """

    field: Path
    op: Op
    values: tuple[Scalar, ...]


class ListView(Record):
    """A list of an object's records; all conditions must hold. ``sort`` is a field, with ``-`` downwards.

    ``mine`` keeps what the person who works in the org owns.
    """

    id: Id
    title: Text
    object: ApiName
    columns: tuple[Path, ...]
    where: tuple[Where, ...] = ()
    sort: Annotated[str, msgspec.Meta(max_length=121)] = ""
    mine: bool = False


class BadFilter(ValueError):  # noqa: N818 - reads as what is wrong
    """A list that cannot be made; the message is a sentence."""


Test: TypeAlias = Callable[[Row], bool]


def listed(org: Org, view: ListView, search: str = "") -> tuple[Row, ...]:
    """Give the records of a list in its order; ``search`` keeps those that have it in a column.

    Raises :class:`BadFilter` for a field that there is not, or a value that cannot be one.
    """
    tests = [_test(org, view.object, where) for where in view.where]
    if view.mine:
        tests.append(lambda row: row.values.get("Owner") == org.user)
    rows = [row for row in org.rows(view.object) if all(test(row) for test in tests)]
    if sought := search.casefold().strip():
        columns = [getter(org, path) for path in view.columns]
        rows = [row for row in rows if any(sought in str(get(row) or "").casefold() for get in columns)]
    return tuple(_sorted(org, view, rows))


def _sorted(org: Org, view: ListView, rows: list[Row]) -> list[Row]:
    """Sort by the view's field; what is empty stands last either way, and equals stay as they were."""
    if not view.sort:
        return rows
    path = view.sort.removeprefix("-")
    _field(org, view.object, path)
    get = getter(org, path)
    held = [(get(row), row) for row in rows]
    full = [pair for pair in held if pair[0] is not None]
    full.sort(key=lambda pair: _rank(pair[0]), reverse=view.sort.startswith("-"))
    return [row for _, row in full] + [row for found, row in held if found is None]


def _rank(found: Value) -> str | Decimal | bool | date:
    """Give what a value is sorted by; the values of one field are of one kind."""
    return found.casefold() if isinstance(found, str) else found  # type: ignore[return-value]


def _field(org: Org, object_name: str, path: str) -> Field:
    field = field_at(org.schema, object_name, path)
    if field is None:
        raise BadFilter(tr("There is no field {path} in {object_name}.", path=path, object_name=object_name))
    return field


def _test(org: Org, object_name: str, where: Where) -> Test:
    """Make a condition into a test of one record."""
    field = _field(org, object_name, where.field)
    compare, get = _comparison(org, field, where), getter(org, where.field)
    return lambda row: compare(get(row))


def _comparison(org: Org, field: Field, where: Where) -> Callable[[Value], bool]:
    if where.op in ("contains", "begins"):
        parts = tuple(str(one).casefold() for one in where.values)
        if where.op == "begins":
            return lambda found: found is not None and str(found).casefold().startswith(parts)
        return lambda found: found is not None and any(part in str(found).casefold() for part in parts)
    wanted = [_wanted(org, field, given) for given in where.values]
    match where.op:
        case "=":
            return lambda found: _folded(found) in wanted
        case "!=":
            return lambda found: _folded(found) not in wanted
        case op:
            limits = [one for one in wanted if one is not None]
            return lambda found: found is not None and any(_ordered(found, op, limit) for limit in limits)


def _wanted(org: Org, field: Field, given: Scalar) -> Value:
    """Read a value to compare with; people's days may be said from today on."""
    if given is None or given == "":
        return None
    try:
        if field.type in ("date", "datetime") and str(given).startswith("today"):
            return _day(org.today, str(given).removeprefix("today").replace(" ", ""), field, given)
        found = read(field, given, org.profile)
    except BadValue as bad:
        raise BadFilter(str(bad)) from bad
    if field.references and isinstance(found, str) and (row := org.row(found)):
        return row.id.casefold()
    return _folded(found)


def _day(today: date, days: str, field: Field, given: Scalar) -> date:
    try:
        return today + timedelta(days=int(days or 0))
    except (ValueError, OverflowError):
        raise BadValue(
            tr(
                "{label} is a date such as 2026-12-18 or today+30, not {given!r}.",
                label=field.label,
                given=str(given)[:30],
            )
        ) from None


def _folded(found: Value) -> Value:
    """Compare texts without case, and moments by their day."""
    match found:
        case str():
            return found.casefold()
        case datetime():
            return found.date()
        case _:
            return found


def _ordered(found: Value, op: str, limit: Value) -> bool:
    one, other = _folded(found), limit
    if type(one) is not type(other):
        return False
    match op:
        case "<":
            return one < other  # type: ignore[operator]
        case "<=":
            return one <= other  # type: ignore[operator]
        case ">":
            return one > other  # type: ignore[operator]
        case _:
            return one >= other  # type: ignore[operator]


COLUMNS: dict[str, tuple[str, ...]] = {
    LEAD: ("Name", "Company", "Status", "LeadSource", "Rating", "Phone"),
    ACCOUNT: ("Name", "Industry", "BillingCity", "Phone", "Owner"),
    CONTACT: ("Name", "Account.Name", "Title", "Phone", "Email"),
    OPPORTUNITY: ("Name", "Account.Name", "StageName", "CloseDate", "Amount", "Probability"),
    ROLE: ("Opportunity.Name", "Contact.Name", "Role", "IsPrimary"),
    TASK: ("Subject", "ActivityDate", "Status", "Priority", "Who.Name", "What.Name"),
    EVENT: ("Subject", "StartDateTime", "DurationInMinutes", "Who.Name", "What.Name"),
}
"""The usual columns of each object's lists."""

SORTED_BY = {OPPORTUNITY: "CloseDate", TASK: "ActivityDate", EVENT: "StartDateTime", ROLE: ""}


def standard_views(org: Org, object_name: str) -> tuple[ListView, ...]:
    """Give the lists that an object always has, the one of everything first."""
    plural = org.schema.objects[object_name].plural
    sort = SORTED_BY.get(object_name, "Name")

    def view(name: str, title: str, *where: Where, mine: bool = False) -> ListView:
        columns = COLUMNS[object_name]
        return ListView(
            id=name, title=title, object=object_name, columns=columns, where=where, sort=sort, mine=mine
        )

    found = [view("all", tr("All {things}", things=plural))]
    if object_name != ROLE:
        found.append(view("mine", tr("My {things}", things=plural), mine=True))
    still = tr("Open {things}", things=plural)
    match object_name:
        case "Lead":
            found.append(view("open", still, Where(field="IsConverted", op="=", values=(False,))))
        case "Opportunity":
            first, last = org.profile.quarter(org.today)
            still_open = Where(field="IsClosed", op="=", values=(False,))
            late = Where(field="CloseDate", op="<", values=("today",))
            since = Where(field="CloseDate", op=">=", values=(first.isoformat(),))
            until = Where(field="CloseDate", op="<=", values=(last.isoformat(),))
            found += [
                view("open", still, still_open),
                view("overdue", tr("Open, close date passed"), still_open, late),
                view("quarter", tr("Closing this quarter"), since, until),
            ]
        case "Task":
            still_open = Where(field="IsClosed", op="=", values=(False,))
            late = Where(field="ActivityDate", op="<", values=("today",))
            found += [
                view("open", still, still_open),
                view("overdue", tr("Overdue"), still_open, late),
            ]
    return tuple(found)
