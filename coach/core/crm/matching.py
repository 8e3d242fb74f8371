"""Records that may be the same person or company. It alerts and never blocks.

Modelled on the standard matching rules of Salesforce (help pages "standard account duplicate rule" and
"matching rules: standard contact rule"; thresholds from a copy of 2016): match keys choose the candidates,
and an equation of fuzzy comparisons decides. How alike two words are is our own measure, so a figure is
near to theirs and not the same; and an account of the very same name is told even if nothing else is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from coach.core.crm.likeness import company_words, likeness, sound, words
from coach.core.crm.match_keys import PEOPLE, email_key, match_keys, phone_key, site_key
from coach.core.crm.schema import ACCOUNT, CONTACT, LEAD
from coach.core.crm.state import Org, Row
from coach.core.crm.values import Value, Values
from coach.core.record import Record
from coach.locale import mark, tr, trp

FIRST, LAST, TITLE, COMPANY, STREET = 85, 90, 50, 70, 80
"""From how many per cent on two of a kind count as the same; e-mail, phone, city and code must be equal."""

MOST_CANDIDATES = 300
"""So many records that share a key are compared, so that a flood of them holds nobody up."""


class Match(Record):
    """A record that may be the same, and what of it is alike."""

    row: Row
    why: str


@dataclass(frozen=True, slots=True)
class _Person:
    first: str
    last: str
    title: str
    company: str
    email: str
    phones: frozenset[str]
    street: str
    city: str
    code: str


def duplicates(org: Org, object_name: str, values: Values, but: str = "") -> tuple[Match, ...]:
    """Find leads and contacts like a person, or accounts like a company; ``but`` is the record itself.

    Converted leads are passed over: they live on as the contacts that they became.
    """
    keys = match_keys(object_name, values) | match_keys(object_name, _swapped(values))
    near = dict.fromkeys(
        one for key in sorted(keys) for one in list(org.matches.get(key, ()))[:MOST_CANDIDATES]
    )
    rows = [row for record_id in near if record_id != but and (row := org.row(record_id)) is not None]
    return tuple(_matches(org, object_name, values, rows))


def conversion_matches(org: Org, lead: Row) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """Find the accounts and the contacts that a lead may be already, to choose from in its conversion."""
    lead_values = lead.values
    company: Values = {
        "Name": lead_values.get("Company"),
        "Phone": lead_values.get("Phone"),
        "Website": lead_values.get("Website"),
        "BillingStreet": lead_values.get("Street"),
        "BillingCity": lead_values.get("City"),
        "BillingPostalCode": lead_values.get("PostalCode"),
    }
    people = duplicates(org, LEAD, lead_values, but=lead.id)
    contacts = tuple(match for match in people if match.row.object == CONTACT)
    return duplicates(org, ACCOUNT, company), contacts


def _swapped(values: Values) -> Values:
    """Give a person's values with first and last name in each other's place."""
    return {**values, "FirstName": values.get("LastName"), "LastName": values.get("FirstName")}


def _matches(org: Org, object_name: str, values: Values, rows: list[Row]) -> Iterator[Match]:
    if object_name == ACCOUNT:
        for row in rows:
            if alike := _same_company(values, row.values):
                yield Match(row=row, why=alike)
    elif object_name in PEOPLE:
        person = _person(org, object_name, values)
        for row in rows:
            converted = row.object == LEAD and row.values.get("IsConverted") is True
            if not converted and (alike := _same_person(person, _person(org, row.object, row.values))):
                yield Match(row=row, why=alike)


def _person(org: Org, object_name: str, values: Values) -> _Person:
    """Gather what is compared; a contact's company is its account's name."""
    prefix = "" if object_name == LEAD else "Mailing"
    company = values.get("Company")
    if object_name == CONTACT and (account := org.row(str(values.get("AccountId") or ""))):
        company = account.values.get("Name")
    phones = (phone_key(_text(values.get(name))) for name in ("Phone", "MobilePhone"))
    return _Person(
        first=_plain(values.get("FirstName")),
        last=_plain(values.get("LastName")),
        title=_plain(values.get("Title")),
        company=" ".join(company_words(_text(company))),
        email=email_key(_text(values.get("Email"))),
        phones=frozenset(filter(None, phones)),
        street=_plain(values.get(f"{prefix}Street")),
        city=_plain(values.get(f"{prefix}City")),
        code=_plain(values.get(f"{prefix}PostalCode")),
    )


def _same_person(one: _Person, other: _Person) -> str:
    """Say what is alike if the equation holds for two people, the names in either order; else ""."""
    straight = _first(one.first, other.first) and _last(one.last, other.last)
    swapped = _first(one.first, other.last) and _last(one.last, other.first)
    if not straight and not swapped:
        return ""
    name = trp("alike", "name") if straight else trp("alike", "name in the other order")
    phone = bool(one.phones & other.phones)
    company = _close(one.company, other.company, COMPANY)
    if one.email and one.email == other.email:
        return tr("{name} and e-mail", name=name)
    if company and phone:
        return tr("{name}, phone and company", name=name)
    if company and _close(one.title, other.title, TITLE):
        return tr("{name}, title and company", name=name)
    if _close(one.street, other.street, STREET) and (
        _equal(one.city, other.city) or _equal(one.code, other.code) or phone
    ):
        return tr("{name} and address", name=name)
    return ""


def _same_company(one: Values, other: Values) -> str:
    """Say what is alike if the equation holds for two companies; else ""."""
    name, second = (" ".join(company_words(_text(values.get("Name")))) for values in (one, other))
    site = _equal(*(site_key(_text(values.get("Website"))) for values in (one, other)))
    phone = _equal(*(phone_key(_text(values.get("Phone"))) for values in (one, other)))
    street = _close(_plain(one.get("BillingStreet")), _plain(other.get("BillingStreet")), STREET)
    code = _equal(_plain(one.get("BillingPostalCode")), _plain(other.get("BillingPostalCode")))
    named = _close(name, second, COMPANY)
    further = (
        (mark("name and phone"), phone),
        (mark("name and address"), street or code),
        (mark("name and website"), site),
    )
    if named and (found := [what for what, same in further if same]):
        return tr(found[0])
    if site and (phone or street):
        return tr("website and phone") if phone else tr("website and address")
    return trp("alike", "name") if _equal(name, second) else ""


def _last(one: str, other: str) -> bool:
    """Compare last names; what sounds the same is the same."""
    return bool(one and other) and (sound(one) == sound(other) or _close(one, other, LAST))


def _first(one: str, other: str) -> bool:
    """Compare first names; an initial counts as the name it begins."""
    if one and other and 1 in (len(one), len(other)):
        return one[0] == other[0]
    return _close(one, other, FIRST)


def _close(one: str, other: str, enough: int) -> bool:
    """Whether two texts are alike enough; blank is like nothing, not even blank."""
    return bool(one and other) and likeness(one, other) >= enough


def _equal(one: str, other: str) -> bool:
    return bool(one) and one == other


def _plain(value: Value) -> str:
    return " ".join(words(_text(value)))


def _text(value: Value) -> str:
    return "" if value is None else str(value)
