"""What records and their fields are called where people see them."""

from coach.core.crm.looking import field_at, shown, value
from coach.core.crm.records import title
from coach.core.crm.schema import ROLE
from coach.core.crm.state import Org, Row
from coach.locale import tr, trp


def called(row: Row, org: Org) -> str:
    """Call a record by its name; a contact role by whose it is, and where."""
    if row.object != ROLE:
        return title(row, org.profile)
    contact, deal = (org.row(str(row.get(field))) for field in ("ContactId", "OpportunityId"))
    return tr(
        "{contact} on {deal}",
        contact=contact.name if contact else tr("nobody"),
        deal=deal.name if deal else trp("record", "nothing"),
    )


def seen(row: Row, org: Org, path: str) -> str:
    """Say what stands in a field, or in one of a record that is referred to (``Account.Name``)."""
    field = field_at(org.schema, row.object, path)
    return shown(org, field, value(org, row, path)) if field else ""
