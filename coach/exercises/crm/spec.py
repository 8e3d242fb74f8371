"""What authors write for a task in the practice CRM, and what trainees do in it."""

from datetime import date
from typing import Annotated, TypeAlias

import msgspec

from coach.core.crm.actions import Action
from coach.core.crm.profile import ApiName, Profile
from coach.core.crm.state import SOMEBODY, ValidationRule
from coach.core.crm.values import Scalar
from coach.core.crm.views import ListView
from coach.core.curriculum import Step
from coach.core.record import Id, Prose, Record, Text, Translated, translated
from coach.exercises.base import folder_name

NAME = folder_name(__name__.removesuffix(".spec"))

MOST_RECORDS = 6_000
"""Records of one object in an org."""

MOST_ACTIONS = 1_000
"""Things done in one task; more are no practice."""

Assertion = Annotated[str, msgspec.Meta(min_length=1, max_length=500), translated(Translated.CODE)]
"""A sentence about the org that is true or false, as in :mod:`coach.exercises.crm.assertions`."""

Records: TypeAlias = dict[
    ApiName, Annotated[dict[Id, dict[ApiName, Scalar]], msgspec.Meta(max_length=MOST_RECORDS)]
]
"""Records by their object, then by a readable key: ``Account: {acme: {Name: Acme GmbH}}``.

References give the key of the record that is meant, in any order: ``AccountId: acme``.
"""


class OrgData(Record):
    """The org as it is before anybody works in it.

    ``today`` is the day on which it stands still, ``user`` who works in it. ``rules`` are validation rules,
    ``views`` list views of its own beside those that every org has.
    """

    today: date
    user: Annotated[str, msgspec.Meta(min_length=1, max_length=80)] = SOMEBODY
    records: Records = msgspec.field(default_factory=dict)
    rules: Annotated[tuple[ValidationRule, ...], msgspec.Meta(max_length=50)] = ()
    views: Annotated[tuple[ListView, ...], msgspec.Meta(max_length=50)] = ()


class Expected(Record):
    """Something that must be so in the end.

    ``title`` stands in the list of the task, so it says what is looked at and not how to do it. ``why``
    teaches once it is judged. ``say`` is told instead of what was found where that would not help. With
    ``holds`` it is so from the start and must stay so; all others fail at the start.
    """

    id: Id
    title: Text
    assertion: Assertion = msgspec.field(name="assert")
    why: Text
    weight: Annotated[float, msgspec.Meta(gt=0, le=100)] = 1
    say: Prose = ""
    holds: bool = False


class Forbidden(Record):
    """Something that must never be so; ``say`` tells whoever did it what is wrong with it."""

    assertion: Assertion = msgspec.field(name="assert")
    say: Text


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A task in a practice CRM, judged by the state that its records are in at the end.

    ``profile`` and ``org`` are the names of shared files, or written out in place; ``records`` adds to the
    org's own. ``files`` are CSV texts that can be imported, by their names. ``tips`` say how things are done
    in this program. ``solution`` is a list of actions, in which records are named by their keys.
    """

    prompt: Text
    profile: Profile
    org: OrgData
    records: Records = msgspec.field(default_factory=dict)
    checks: Annotated[tuple[Expected, ...], msgspec.Meta(min_length=1, max_length=30)]
    forbidden: Annotated[tuple[Forbidden, ...], msgspec.Meta(max_length=30)] = ()
    solution: Annotated[tuple[Action, ...], msgspec.Meta(min_length=1, max_length=200)]
    files: Annotated[dict[str, str], msgspec.Meta(max_length=10)] = msgspec.field(default_factory=dict)
    tips: Annotated[tuple[Text, ...], msgspec.Meta(max_length=10)] = ()
    pass_mark: Annotated[float, msgspec.Meta(gt=0, le=1)] = 1


class Response(Record):
    """Everything that was done, in order; what was undone is not in it."""

    actions: Annotated[tuple[Action, ...], msgspec.Meta(max_length=MOST_ACTIONS)] = ()
