"""The questions of a lead's conversion: which status, account, contact and opportunity."""

from coach.core.crm.actions import Convert
from coach.core.crm.matching import Match, conversion_matches
from coach.core.crm.schema import ACCOUNT, CONTACT, OPPORTUNITY
from coach.core.crm.state import Org, Row
from coach.core.exercise import Unreadable
from coach.locale import tr

from ..entry import find
from .entries import Entry

NEW, NONE, OTHER = "new", "none", "other"


def questions(org: Org, lead: Row) -> tuple[Entry, ...]:
    """Ask for everything that conversion can be told; records that may be the same are offered."""
    labels = org.schema.objects
    accounts, contacts = conversion_matches(org, lead)
    company = str(lead.get("Company") or "")
    deals = [(row.id, row.name) for match in accounts for row in _open_deals(org, match.row)]
    statuses = tuple((one, org.profile.label("lead_statuses", one)) for one in org.profile.converted_statuses)
    account = (
        (NEW, tr("new: {name}", name=company)),
        *_offered(accounts),
        (OTHER, tr("another one, named below")),
    )
    contact = ((NEW, tr("new: {name}", name=lead.name)), *_offered(contacts))
    opportunity = ((NEW, tr("new, named below")), *deals, (NONE, tr("none")))
    source = (("keep", tr("keep")), ("overwrite", tr("overwrite with the lead's")))
    return (
        Entry("account", _titled(labels[ACCOUNT].label, len(accounts)), NEW, account),
        Entry("other", tr("Another account"), proposals=lambda: [row.name for row in org.rows(ACCOUNT)]),
        Entry("contact", _titled(labels[CONTACT].label, len(contacts)), NEW, contact),
        Entry("opportunity", labels[OPPORTUNITY].label, NEW, opportunity),
        Entry("name", tr("Name of the new opportunity"), company, longest=120),
        Entry(
            "status",
            tr("Status of the lead"),
            choices=statuses or (("", tr("none: this org cannot convert")),),
        ),
        Entry("source", tr("Lead source of a contact that exists"), "keep", source),
    )


def _offered(matches: tuple[Match, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (match.row.id, tr("{name} (the same? {why})", name=match.row.name, why=match.why))
        for match in matches
    )


def _titled(title: str, alike: int) -> str:
    """Say beside a question how many records may be the same."""
    return tr("{title} ({count} like it)", title=title, count=alike) if alike else title


def _open_deals(org: Org, account: Row) -> list[Row]:
    related = (row for row in org.related(account.id) if row.object == OPPORTUNITY)
    return [row for row in related if not row.get("IsClosed")]


def conversion(org: Org, lead: Row, given: dict[str, str]) -> Convert:
    """Make the action of what was answered; raises :class:`Unreadable` for an account not to be found."""
    account = given["account"]
    if account == OTHER:
        if not given["other"].strip():
            raise Unreadable(tr("Type the name of the account to convert into."))
        account = find(given["other"], org, ACCOUNT).id
    deal = given["opportunity"]
    return Convert(
        lead=lead.id,
        status=given["status"],
        account="" if account == NEW else account,
        contact="" if given["contact"] == NEW else given["contact"],
        opportunity="" if deal in (NEW, NONE) else deal,
        opportunity_name=given["name"].strip() if deal == NEW else "",
        no_opportunity=deal == NONE,
        overwrite_lead_source=given["source"] == "overwrite",
    )
