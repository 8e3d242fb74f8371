"""Everything that can be done in the practice CRM.

``apply(org, action)`` gives the org afterwards; the one before stays as it is. What cannot be done raises
:class:`Refused` with every reason, and nothing else is ever raised.
"""

from typing import TypeAlias, assert_never

from coach.core.crm.activities import LogCall, log_call
from coach.core.crm.conversion import Convert, convert
from coach.core.crm.dataloader import Import, load
from coach.core.crm.draft import Draft, Refused, Trouble
from coach.core.crm.records import Create, Delete, Undelete, Update, create, delete, undelete, update
from coach.core.crm.roles import SetRole, set_role
from coach.core.crm.state import Org
from coach.core.record import Record

__all__ = [
    "Action",
    "Applied",
    "Convert",
    "Create",
    "Delete",
    "Import",
    "LogCall",
    "Refused",
    "SetRole",
    "Trouble",
    "Undelete",
    "Update",
    "apply",
]

Action: TypeAlias = Create | Update | Delete | Undelete | Convert | SetRole | LogCall | Import
"""Something to do; in YAML and JSON ``do:`` says what."""


class Applied(Record):
    """What an action made of an org: sentences about it, and the ids of the records it touched.

    An import also gives two tables as CSV: the rows that were loaded, and those that were not, with why.
    """

    org: Org
    told: tuple[str, ...]
    touched: tuple[str, ...]
    success: str = ""
    errors: str = ""


def apply(org: Org, action: Action) -> Applied:
    """Do something in an org; raises :class:`Refused`."""
    draft = Draft(org)
    success = errors = ""
    match action:
        case Create():
            create(draft, action)
        case Update():
            update(draft, action)
        case Delete():
            delete(draft, action)
        case Undelete():
            undelete(draft, action)
        case Convert():
            convert(draft, action)
        case SetRole():
            set_role(draft, action)
        case LogCall():
            log_call(draft, action)
        case Import():
            success, errors = load(draft, action)
        case _:
            assert_never(action)
    return Applied(
        org=draft.org(),
        told=tuple(draft.told),
        touched=tuple(draft.touched),
        success=success,
        errors=errors,
    )
