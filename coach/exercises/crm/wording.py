"""Actions in a few words, as the list of what was done shows them."""

from typing import assert_never

from coach.core.crm.actions import (
    Action,
    Convert,
    Create,
    Delete,
    Import,
    LogCall,
    SetRole,
    Undelete,
    Update,
)
from coach.core.crm.schema import Schema
from coach.core.crm.state import Org
from coach.core.crm.values import Scalar

from .naming import called

LONGEST = 40
"""Characters of a value that are shown."""


def in_words(action: Action, org: Org) -> str:
    """Say what an action does; ``org`` is the one it is done in, or any later one."""
    match action:
        case Create():
            words = f"new {_label(action.object, org)} “{_name(action.values)}”"
        case Update():
            values = _values(action.values, _object(action.id, org), org.schema)
            words = f"{record(action.id, org)}: {values}"
        case Delete():
            words = f"delete {record(action.id, org)}"
        case Undelete():
            words = f"bring back {record(action.id, org)}"
        case Convert():
            words = f"convert {record(action.lead, org)}"
        case SetRole():
            part = f"{action.role or 'no role'}{', primary' if action.primary else ''}"
            words = f"{record(action.contact, org)} as {part} in {record(action.opportunity, org)}"
        case LogCall():
            about = " and ".join(record(one, org) for one in (action.who, action.what) if one)
            words = f"log “{action.subject}” about {about or 'nothing'}"
        case Import():
            words = f"{action.operation} of {action.object} from {action.file}"
        case _:
            assert_never(action)
    return words


def record(reference: str, org: Org) -> str:
    """Call a record by its name; one that is gone by its id."""
    row = org.row(reference)
    return f"“{called(row, org)}”" if row else reference


def _object(reference: str, org: Org) -> str:
    row = org.row(reference)
    found = org.object_of(row.id if row else reference)
    return found.name if found else ""


def _label(name: str, org: Org) -> str:
    found = org.schema.objects.get(name)
    return found.label if found else name


def _name(values: dict[str, Scalar]) -> str:
    for field in ("Name", "LastName", "Subject", "Role"):
        if values.get(field):
            return _short(values[field])
    return "without a name"


def _values(values: dict[str, Scalar], name: str, schema: Schema) -> str:
    told = []
    for key, value in values.items():
        field = schema.field(name, key)
        told.append(f"{field.label if field else key} = {_short(value)}")
    return ", ".join(told)


def _short(value: Scalar) -> str:
    text = "empty" if value in (None, "") else str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
