"""What an org's profile is made of: stages, statuses, fields of its own, and the names of its picklists."""

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

import msgspec

from coach.core.forecast import Category
from coach.core.record import Record, Text
from coach.locale import language

MOST_VALUES = 200
"""How many values a picklist can have."""

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=255)]
"""A value's name in the API: what is stored, compared and exported, whatever the language."""

Names = Annotated[tuple[Name, ...], msgspec.Meta(max_length=MOST_VALUES)]


class StatusType(StrEnum):
    """What a lead's status means, however it is called."""

    OPEN = "open"
    ONGOING = "ongoing"
    WON = "won"
    LOST = "lost"


class Stage(Record):
    """A stage of opportunities; choosing it sets the probability (in per cent) and the forecast category.

    Exactly one stage can be the ``default``; without one it is the first that is open.
    """

    name: Name
    probability: Annotated[float, msgspec.Meta(ge=0, le=100)]
    category: Category
    label: str = ""
    closed: bool = False
    won: bool = False
    default: bool = False


class LeadStatus(Record):
    """A status of leads. With ``converted`` it is one that conversion may give, and nothing else may."""

    name: Name
    type: StatusType
    label: str = ""
    converted: bool = False
    default: bool = False


class TaskStatus(Record):
    """A status of tasks; what is ``closed`` stands in the history, the rest is still to do."""

    name: Name
    label: str = ""
    closed: bool = False
    default: bool = False


FieldType: TypeAlias = Literal[
    "text",
    "textarea",
    "picklist",
    "date",
    "datetime",
    "currency",
    "percent",
    "number",
    "boolean",
    "reference",
    "email",
    "phone",
    "url",
]
CustomType: TypeAlias = Literal["text", "textarea", "picklist", "date", "currency", "number", "boolean"]


class CustomField(Record):
    """A field that this org added to an object; its name ends in ``__c``.

    ``values`` are the choices of a picklist. A lead's field is lost in conversion unless ``converts_to``
    names where it goes, such as ``Contact.Region__c``.
    """

    object: Literal["Lead", "Account", "Contact", "Opportunity", "Task", "Event"]
    name: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z][A-Za-z0-9_]*__c(?!\n)$", max_length=43)]
    label: Text
    type: CustomType = "text"
    values: Names = ()
    required: bool = False
    converts_to: str = ""


PicklistName: TypeAlias = Literal[
    "stages",
    "lead_statuses",
    "lead_sources",
    "industries",
    "ratings",
    "opportunity_types",
    "roles",
    "task_statuses",
    "task_priorities",
    "task_subjects",
    "event_subjects",
    "task_kinds",
    "loss_reasons",
    "categories",
]

TASK_KINDS = ("Task", "Call", "Email")
"""What a task can be; the same in every org."""


def in_sentence(label: str, written: str) -> str:
    """Put a label into a sentence; it keeps its capitals if it or the sentence is German."""
    return label if "de" in (written, language()) else label.lower()
