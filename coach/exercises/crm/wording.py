"""Actions in a few words, as the list of what was done shows them."""

from datetime import date
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
from coach.core.crm.dataloader import name_of
from coach.core.crm.schema import Field
from coach.core.crm.state import Org
from coach.core.crm.values import Scalar, choice_label, in_figures
from coach.core.crm.vocabulary import PicklistName
from coach.locale import day, tr, trp

from .naming import called

LONGEST = 40
"""Characters of a value that are shown."""


def in_words(action: Action, org: Org) -> str:
    """Say what an action does; ``org`` is the one it is done in, or any later one."""
    match action:
        case Create():
            words = tr(
                "new {object} “{name}”", object=_label(action.object, org), name=_name(action.values, org)
            )
        case Update():
            values = _values(action.values, _object(action.id, org), org)
            words = f"{record(action.id, org)}: {values}"
        case Delete():
            words = tr("delete {record}", record=record(action.id, org))
        case Undelete():
            words = tr("bring back {record}", record=record(action.id, org))
        case Convert():
            words = tr("convert {record}", record=record(action.lead, org))
        case SetRole():
            words = _role(action, org)
        case LogCall():
            about = tr(" and ").join(record(one, org) for one in (action.who, action.what) if one)
            subject = org.profile.label("task_subjects", action.subject)
            about = about or trp("record", "nothing")
            words = tr("log “{subject}” about {about}", subject=subject, about=about)
        case Import():
            words = tr(
                "{operation} of {object} from {file}",
                operation=action.operation,
                object=action.object,
                file=name_of(action.file),
            )
        case _:
            assert_never(action)
    return words


def record(reference: str, org: Org) -> str:
    """Call a record by its name; one that is gone by its id."""
    row = org.row(reference)
    return tr("“{name}”", name=called(row, org)) if row else reference


def _role(action: SetRole, org: Org) -> str:
    role = org.profile.label("roles", action.role) or tr("no role")
    return tr(
        "{contact} as {role} in {deal}",
        contact=record(action.contact, org),
        role=tr("{role}, primary", role=role) if action.primary else role,
        deal=record(action.opportunity, org),
    )


def _object(reference: str, org: Org) -> str:
    row = org.row(reference)
    found = org.object_of(row.id if row else reference)
    return found.name if found else ""


def _label(name: str, org: Org) -> str:
    found = org.schema.objects.get(name)
    return found.label if found else name


PICKED: tuple[tuple[str, PicklistName | None], ...] = (
    ("Name", None),
    ("LastName", None),
    ("Subject", "task_subjects"),
    ("Role", "roles"),
)
"""What a new record is called by, and the picklist that this may be of."""


def _name(values: dict[str, Scalar], org: Org) -> str:
    for field, picklist in PICKED:
        if value := values.get(field):
            return _short(org.profile.label(picklist, str(value)) if picklist else value)
    return tr("without a name")


def _values(values: dict[str, Scalar], name: str, org: Org) -> str:
    told = []
    for key, value in values.items():
        field = org.schema.field(name, key)
        told.append(f"{field.label if field else key} = {_short(_said(field, value, org))}")
    return ", ".join(told)


def _said(field: Field | None, value: Scalar, org: Org) -> Scalar:
    """Give a picklist's value by its label, numbers and days in the way of the language."""
    if field is None or isinstance(value, bool) or value in (None, ""):
        return value
    if field.type in ("currency", "percent", "number"):
        return in_figures(str(value))
    if not isinstance(value, str):
        return value
    if field.type == "date":
        try:
            return day(date.fromisoformat(value))
        except ValueError:
            return value
    return choice_label(field, value, org.profile)


def _short(value: Scalar) -> str:
    text = tr("empty") if value in (None, "") else str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
