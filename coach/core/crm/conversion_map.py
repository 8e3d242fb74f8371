"""Which field of a lead goes where in its conversion, as in the help page "lead conversion mapping"."""

from coach.core.crm.profile import Profile
from coach.core.crm.schema import ACCOUNT, CONTACT, LEAD, OPPORTUNITY
from coach.core.crm.state import Row
from coach.core.crm.values import Values
from coach.core.crm.vocabulary import CustomField

TO_ACCOUNT = {
    "Company": "Name",
    "Phone": "Phone",
    "Fax": "Fax",
    "Street": "BillingStreet",
    "City": "BillingCity",
    "PostalCode": "BillingPostalCode",
    "Country": "BillingCountry",
    "Website": "Website",
    "Industry": "Industry",
    "AnnualRevenue": "AnnualRevenue",
    "NumberOfEmployees": "NumberOfEmployees",
    "Rating": "Rating",
}
TO_CONTACT = {
    "FirstName": "FirstName",
    "LastName": "LastName",
    "Title": "Title",
    "Email": "Email",
    "Phone": "Phone",
    "MobilePhone": "MobilePhone",
    "Fax": "Fax",
    "Street": "MailingStreet",
    "City": "MailingCity",
    "PostalCode": "MailingPostalCode",
    "Country": "MailingCountry",
    "Description": "Description",
    "DoNotCall": "DoNotCall",
    "HasOptedOutOfEmail": "HasOptedOutOfEmail",
    "LeadSource": "LeadSource",
}
TO_OPPORTUNITY = {"Company": "Name", "LeadSource": "LeadSource", "Campaign": "Campaign"}
MAPPING = {ACCOUNT: TO_ACCOUNT, CONTACT: TO_CONTACT, OPPORTUNITY: TO_OPPORTUNITY}
"""Which field of a lead goes to which of an account, a contact and an opportunity."""


def mapped(lead: Row, object_name: str, profile: Profile) -> Values:
    """Give what an account, a contact or an opportunity gets from a lead; empty fields are left out."""
    own = {field.name: _target(field)[1] for field in _own(profile) if _target(field)[0] == object_name}
    fields = MAPPING[object_name] | own
    return {target: lead.values[source] for source, target in fields.items() if source in lead.values}


def lost(lead: Row, profile: Profile) -> tuple[str, ...]:
    """Give the labels of the lead's own fields that hold something and go nowhere."""
    return tuple(
        field.label
        for field in _own(profile)
        if not field.converts_to and lead.values.get(field.name) not in (None, False)
    )


def _own(profile: Profile) -> tuple[CustomField, ...]:
    return tuple(field for field in profile.custom_fields if field.object == LEAD)


def _target(field: CustomField) -> tuple[str, str]:
    object_name, _, name = field.converts_to.partition(".")
    return object_name, name
