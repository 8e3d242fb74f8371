"""A record's fields as the fields of a form, and back."""

from datetime import date, datetime
from decimal import Decimal

from coach.core.crm.looking import OWNER, owner_shown
from coach.core.crm.schema import (
    ACCOUNT,
    CONTACT,
    EVENT,
    LEAD,
    OPPORTUNITY,
    ROLE,
    TASK,
    Field,
    ObjectType,
)
from coach.core.crm.state import Org, Row
from coach.core.crm.values import Scalar, Value, choice_label, choices, decimal_shown, written
from coach.core.exercise import Unreadable
from coach.locale import day, mark, tr

from ..entry import entered
from ..naming import called
from .entries import Entry

USUAL: dict[str, tuple[str, ...]] = {
    LEAD: ("FirstName", "LastName", "Company", "Title", "Email", "Phone", "LeadSource", "Status"),
    ACCOUNT: ("Name", "Industry", "Phone", "Website", "BillingCity"),
    CONTACT: ("FirstName", "LastName", "AccountId", "Title", "Email", "Phone"),
    OPPORTUNITY: ("Name", "AccountId", "StageName", "CloseDate", "Amount", "NextStep"),
    ROLE: ("OpportunityId", "ContactId", "Role", "IsPrimary"),
    TASK: ("Subject", "ActivityDate", "Priority", "Status", "WhoId", "WhatId", "Description"),
    EVENT: ("Subject", "StartDateTime", "DurationInMinutes", "WhoId", "WhatId", "Description"),
}
"""What is asked for a new record; everything else can be filled in later."""

BELOW: dict[str, tuple[tuple[str, str], ...]] = {
    LEAD: ((TASK, "WhoId"), (EVENT, "WhoId")),
    ACCOUNT: ((CONTACT, "AccountId"), (OPPORTUNITY, "AccountId"), (TASK, "WhatId"), (EVENT, "WhatId")),
    CONTACT: ((ROLE, "ContactId"), (TASK, "WhoId"), (EVENT, "WhoId")),
    OPPORTUNITY: ((ROLE, "OpportunityId"), (TASK, "WhatId"), (EVENT, "WhatId")),
}
"""What can be made on a record's page, and the field by which it belongs to the record."""

HINTS = {
    "date": mark("year-month-day, today or +14"),
    "datetime": mark("2026-12-18T10:00"),
    "reference": mark("a name"),
}
NOTHING = "–"


def for_new(of: ObjectType) -> tuple[Field, ...]:
    """Give the fields that are asked for a new record: the usual ones, and all that must be filled in."""
    names = dict.fromkeys(USUAL[of.name])
    names |= {field.name: None for field in of.writable if field.required}
    return tuple(of.fields[name] for name in names)


def entries(org: Org, fields: tuple[Field, ...], values: dict[str, str]) -> tuple[Entry, ...]:
    """Make the fields of a form, with these texts in them."""
    return tuple(_entry(org, field, values.get(field.name, "")) for field in fields)


def held(org: Org, row: Row, fields: tuple[Field, ...]) -> dict[str, str]:
    """Give what a record's fields hold as people would type it."""
    found = {}
    for field in fields:
        value = row.get(field.name)
        other = org.row(value) if field.references and isinstance(value, str) else None
        found[field.name] = called(other, org) if other else _typed(org, field, value)
    return found


def _typed(org: Org, field: Field, value: Value) -> str:
    """Write a value as people would type it."""
    match value:
        case datetime():
            return written(value)
        case date():
            return day(value)
        case Decimal():
            return decimal_shown(value)
        case str() if field.name == OWNER:
            return owner_shown(value)
        case str() if not field.restricted:
            return choice_label(field, value, org.profile)
        case _:
            return written(value)


def usual(org: Org, fields: tuple[Field, ...]) -> dict[str, str]:
    """Give what a new record's picklists begin with."""
    profile = org.profile
    first = {
        ("Lead", "Status"): profile.first_status.name,
        ("Opportunity", "StageName"): profile.first_stage.name,
        ("Task", "Status"): profile.first_task_status.name,
        ("Task", "Priority"): profile.usual_priority,
    }
    return {name: value for (_, name), value in first.items() if any(field.name == name for field in fields)}


def typed(
    org: Org, fields: tuple[Field, ...], given: dict[str, str], before: dict[str, str]
) -> tuple[dict[str, Scalar], list[tuple[str, str]]]:
    """Read what was entered and differs from before; also give the fields that cannot be read, with why."""
    values: dict[str, Scalar] = {}
    troubles: list[tuple[str, str]] = []
    for field in fields:
        text = given[field.name]
        if text == before.get(field.name, ""):
            continue
        try:
            values[field.name] = entered(field, text, org)
        except Unreadable as trouble:
            troubles.append((field.name, str(trouble)))
    return values, troubles


def _entry(org: Org, field: Field, value: str) -> Entry:
    label = f"{field.label}{' *' if field.required else ''}"
    if field.type == "boolean":
        return Entry(field.name, label, value or "false", (("false", tr("no")), ("true", tr("yes"))))
    known = choices(field, org.profile)
    named = [choice_label(field, name, org.profile) for name in known]
    if known and field.restricted:
        blank = () if field.required and value else (("", NOTHING),)
        return Entry(field.name, label, value, (*blank, *zip(known, named, strict=True)))
    return Entry(
        field.name,
        label,
        value,
        proposals=lambda: named or [called(row, org) for kind in field.references for row in org.rows(kind)],
        longest=field.length,
        hint=tr(HINTS[field.type]) if field.type in HINTS else "",
    )
