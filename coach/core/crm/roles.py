"""Who plays which part in an opportunity."""

from coach.core.crm.draft import Draft, refused
from coach.core.crm.records import change, make, named
from coach.core.crm.saving import record_called
from coach.core.crm.schema import CONTACT, OPPORTUNITY, ROLE
from coach.core.record import Record
from coach.locale import mark, tr


class SetRole(Record, tag_field="do", tag="set_role"):
    """Give a contact a role in an opportunity, or change it; ``primary`` makes them the only primary one."""

    opportunity: str
    contact: str
    role: str = ""
    primary: bool = False
    key: str = ""


def set_role(draft: Draft, action: SetRole) -> None:
    """Make the contact's role in the opportunity what it should be; raises :class:`Refused`."""
    deal = record_called(draft, action.opportunity)
    contact = record_called(draft, action.contact)
    if deal.object != OPPORTUNITY or contact.object != CONTACT:
        raise refused(tr("A role joins a contact with an opportunity; choose one of each."))
    present = [
        row
        for row in draft.related(deal.id)
        if row.object == ROLE and row.values.get("ContactId") == contact.id
    ]
    values: dict[str, str | int | float | bool | None] = {"IsPrimary": action.primary}
    if action.role or not present:
        values["Role"] = action.role
    if present:
        row = change(draft, present[0], values)
    else:
        of = draft.schema.objects[ROLE]
        row = make(draft, of, {**values, "OpportunityId": deal.id, "ContactId": contact.id})
    draft.call(action.key, row.id)
    told = mark("{name}, has a part in “{deal}”.")
    if row.values.get("IsPrimary"):
        told = mark("{name}, the primary contact, has a part in “{deal}”.")
    draft.told.insert(0, tr(told, name=named(draft, row), deal=deal.name))
