"""The objects of the practice CRM and their fields, with the names they have in the API of Salesforce.

Only what sales work needs is here. ``Campaign`` stands for the primary campaign source and ``Owner`` for the
owner, both by name; ``ForecastCategoryName`` holds the category's name in the API and not its label.
"""

from types import MappingProxyType
from typing import Literal, TypeAlias

from coach.core.crm.profile import Profile
from coach.core.crm.vocabulary import CustomField, FieldType, PicklistName, in_sentence
from coach.core.record import Language, Record

ObjectName: TypeAlias = Literal[
    "Lead", "Account", "Contact", "Opportunity", "OpportunityContactRole", "Task", "Event"
]

LEAD, ACCOUNT, CONTACT, OPPORTUNITY = "Lead", "Account", "Contact", "Opportunity"
ROLE, TASK, EVENT = "OpportunityContactRole", "Task", "Event"
ACTIVITIES = (TASK, EVENT)

LONGEST_TEXTAREA = 32_000
EXTERNAL_ID = "External_Id__c"
"""The field by which an import can find records of another system."""


class Field(Record):
    """A field of an object.

    A ``read_only`` field is set by the CRM alone. A picklist that is ``restricted`` takes its values only;
    the subject of an activity just proposes some. ``references`` are the objects that an id may be of.
    """

    name: str
    label: str
    type: FieldType = "text"
    length: int = 255
    required: bool = False
    read_only: bool = False
    picklist: PicklistName | None = None
    restricted: bool = True
    references: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    """The choices of a custom picklist, which has no name of its own."""
    custom: bool = False
    external_id: bool = False
    """Whether imports can find records by it."""


class ObjectType(Record):
    """An object: what its records are called, the prefix of their ids, and their fields in order."""

    name: str
    label: str
    plural: str
    prefix: str
    fields: dict[str, Field]
    references: tuple[str, ...] = ()
    """The names of the fields that hold an id."""
    language: Language = "en"
    """The language of the labels."""

    @property
    def noun(self) -> str:
        """The label inside a sentence."""
        return in_sentence(self.label, self.language)

    @property
    def nouns(self) -> str:
        """The plural inside a sentence."""
        return in_sentence(self.plural, self.language)

    @property
    def writable(self) -> tuple[Field, ...]:
        """The fields that people can set."""
        return tuple(field for field in self.fields.values() if not field.read_only)


class Schema(Record):
    """All objects of an org, in the words of its language."""

    objects: dict[str, ObjectType]

    def field(self, object_name: str, field: str) -> Field | None:
        """Return a field; ``None`` if the object, or the field in it, does not exist."""
        found = self.objects.get(object_name)
        return found.fields.get(field) if found else None


def _f(name: str, label: str, kind: FieldType = "text", length: int = 255) -> Field:
    return Field(name=name, label=label, type=kind, length=length)


def _needed(name: str, label: str, length: int, kind: FieldType = "text") -> Field:
    return Field(name=name, label=label, length=length, required=True, type=kind)


def _set(name: str, label: str, kind: FieldType, references: tuple[str, ...] = ()) -> Field:
    return Field(name=name, label=label, type=kind, read_only=True, references=references)


def _pick(name: str, label: str, picklist: PicklistName, *, required: bool = False) -> Field:
    return Field(name=name, label=label, type="picklist", picklist=picklist, required=required)


def _proposed(name: str, label: str, picklist: PicklistName) -> Field:
    return Field(name=name, label=label, type="picklist", picklist=picklist, restricted=False, required=True)


def _ref(name: str, label: str, *references: str, required: bool = False) -> Field:
    return Field(name=name, label=label, type="reference", references=references, required=required)


def _address(prefix: str, label: str) -> tuple[Field, ...]:
    return (
        _f(f"{prefix}Street", f"{label}Street"),
        _f(f"{prefix}City", f"{label}City", length=40),
        _f(f"{prefix}PostalCode", f"{label}Zip/Postal Code", length=20),
        _f(f"{prefix}Country", f"{label}Country", length=80),
    )


DESCRIPTION = _f("Description", "Description", "textarea", LONGEST_TEXTAREA)
EXTERNAL = Field(name=EXTERNAL_ID, label="External ID", length=80, custom=True, external_id=True)
OWNED = (_f("Owner", "Owner", length=80), _set("CreatedDate", "Created Date", "date"))
LOCKED = _set("IsLocked", "In Approval", "boolean")
PERSON = (_f("FirstName", "First Name", length=40), _needed("LastName", "Last Name", 80))
NAME = Field(name="Name", label="Name", read_only=True, length=121)
REACHED = (
    _f("Email", "Email", "email", 80),
    _f("Phone", "Phone", "phone", 40),
    _f("MobilePhone", "Mobile", "phone", 40),
    _f("Fax", "Fax", "phone", 40),
)
CONSENT = (_f("DoNotCall", "Do Not Call", "boolean"), _f("HasOptedOutOfEmail", "Email Opt Out", "boolean"))
COMPANY = (
    _f("Website", "Website", "url"),
    _pick("Industry", "Industry", "industries"),
    _f("AnnualRevenue", "Annual Revenue", "currency"),
    _f("NumberOfEmployees", "Employees", "number"),
    _pick("Rating", "Rating", "ratings"),
)
SOURCE = _pick("LeadSource", "Lead Source", "lead_sources")

LEAD_FIELDS = (
    NAME,
    *PERSON,
    _needed("Company", "Company", 255),
    _f("Title", "Title", length=128),
    _pick("Status", "Lead Status", "lead_statuses", required=True),
    SOURCE,
    *REACHED,
    *COMPANY,
    *_address("", ""),
    *CONSENT,
    _f("Campaign", "Campaign", length=80),
    DESCRIPTION,
    *OWNED,
    _set("IsConverted", "Converted", "boolean"),
    _set("ConvertedDate", "Converted Date", "date"),
    _set("ConvertedAccountId", "Converted Account", "reference", (ACCOUNT,)),
    _set("ConvertedContactId", "Converted Contact", "reference", (CONTACT,)),
    _set("ConvertedOpportunityId", "Converted Opportunity", "reference", (OPPORTUNITY,)),
    LOCKED,
    EXTERNAL,
)
ACCOUNT_FIELDS = (
    _needed("Name", "Account Name", 255),
    _ref("ParentId", "Parent Account", ACCOUNT),
    *COMPANY,
    _f("Phone", "Phone", "phone", 40),
    _f("Fax", "Fax", "phone", 40),
    *_address("Billing", "Billing "),
    DESCRIPTION,
    *OWNED,
    EXTERNAL,
)
CONTACT_FIELDS = (
    NAME,
    *PERSON,
    _ref("AccountId", "Account Name", ACCOUNT),
    _f("Title", "Title", length=128),
    _f("Department", "Department", length=80),
    _ref("ReportsToId", "Reports To", CONTACT),
    *REACHED,
    *_address("Mailing", "Mailing "),
    SOURCE,
    *CONSENT,
    DESCRIPTION,
    *OWNED,
    EXTERNAL,
)
OPPORTUNITY_FIELDS = (
    _needed("Name", "Opportunity Name", 120),
    _ref("AccountId", "Account Name", ACCOUNT),
    _pick("StageName", "Stage", "stages", required=True),
    Field(name="CloseDate", label="Close Date", type="date", required=True),
    _f("Amount", "Amount", "currency"),
    _f("Probability", "Probability (%)", "percent"),
    _set("ExpectedRevenue", "Expected Revenue", "currency"),
    _pick("ForecastCategoryName", "Forecast Category", "categories"),
    _pick("Type", "Type", "opportunity_types"),
    SOURCE,
    _f("Campaign", "Primary Campaign Source", length=80),
    _f("NextStep", "Next Step"),
    _pick("Loss_Reason__c", "Loss Reason", "loss_reasons"),
    DESCRIPTION,
    *OWNED,
    _set("IsClosed", "Closed", "boolean"),
    _set("IsWon", "Won", "boolean"),
    _set("HasOpportunityLineItem", "Has Products", "boolean"),
    EXTERNAL,
)
ROLE_FIELDS = (
    _ref("OpportunityId", "Opportunity", OPPORTUNITY, required=True),
    _ref("ContactId", "Contact", CONTACT, required=True),
    _pick("Role", "Role", "roles"),
    _f("IsPrimary", "Primary", "boolean"),
)
ABOUT = (
    _ref("WhoId", "Name", LEAD, CONTACT),
    _ref("WhatId", "Related To", ACCOUNT, OPPORTUNITY),
)
TASK_FIELDS = (
    _proposed("Subject", "Subject", "task_subjects"),
    _pick("Status", "Status", "task_statuses", required=True),
    _pick("Priority", "Priority", "task_priorities", required=True),
    _f("ActivityDate", "Due Date", "date"),
    *ABOUT,
    _pick("TaskSubtype", "Task Subtype", "task_kinds"),
    Field(name="Description", label="Comments", type="textarea", length=LONGEST_TEXTAREA),
    *OWNED,
    _set("IsClosed", "Closed", "boolean"),
    _set("CompletedDate", "Completed Date", "date"),
)
EVENT_FIELDS = (
    _proposed("Subject", "Subject", "event_subjects"),
    _f("IsAllDayEvent", "All-Day Event", "boolean"),
    _f("StartDateTime", "Start", "datetime"),
    _f("EndDateTime", "End", "datetime"),
    _f("DurationInMinutes", "Duration (minutes)", "number"),
    _set("ActivityDate", "Date", "date"),
    *ABOUT,
    _f("Location", "Location"),
    DESCRIPTION,
    *OWNED,
)

STANDARD = MappingProxyType(
    {
        LEAD: ("Lead", "Leads", "00Q", LEAD_FIELDS),
        ACCOUNT: ("Account", "Accounts", "001", ACCOUNT_FIELDS),
        CONTACT: ("Contact", "Contacts", "003", CONTACT_FIELDS),
        OPPORTUNITY: ("Opportunity", "Opportunities", "006", OPPORTUNITY_FIELDS),
        ROLE: ("Contact Role", "Contact Roles", "00K", ROLE_FIELDS),
        TASK: ("Task", "Tasks", "00T", TASK_FIELDS),
        EVENT: ("Event", "Events", "00U", EVENT_FIELDS),
    }
)
"""Label, plural, prefix of the ids, and fields of each object."""

OF_PREFIX = MappingProxyType({prefix: name for name, (_, _, prefix, _) in STANDARD.items()})
"""Which object an id is of, by its first three signs."""


def schema_of(profile: Profile) -> Schema:
    """Make the schema of an org: standard fields, the profile's own, in the profile's words."""
    objects = {}
    for name, (label, plural, prefix, fields) in STANDARD.items():
        own = [_custom(field) for field in profile.custom_fields if field.object == name]
        objects[name] = ObjectType(
            name=name,
            label=profile.labels.get(name, label),
            plural=profile.labels.get(f"{name}[]", plural),
            prefix=prefix,
            fields={field.name: _labelled(profile, name, field) for field in (*fields, *own)},
            references=tuple(field.name for field in fields if field.references),
            language=profile.language,
        )
    return Schema(objects=objects)


def _custom(field: CustomField) -> Field:
    return Field(
        name=field.name,
        label=field.label,
        type=field.type,
        length=LONGEST_TEXTAREA if field.type == "textarea" else 255,
        required=field.required,
        values=field.values,
        custom=True,
    )


def _labelled(profile: Profile, object_name: str, field: Field) -> Field:
    label = profile.labels.get(f"{object_name}.{field.name}")
    if not label:
        return field
    return Field(**{name: getattr(field, name) for name in Field.__struct_fields__} | {"label": label})
