"""What differs from org to org: picklists, their meaning, labels, and the fiscal year.

The words that people see are labels; what the CRM does depends on names, flags and types only, so an org
in German behaves as one in English.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import msgspec

from coach.core.crm.codes import UNSOUND_PROFILE
from coach.core.crm.vocabulary import (
    MOST_VALUES,
    TASK_KINDS,
    CustomField,
    LeadStatus,
    Name,
    Names,
    PicklistName,
    Stage,
    TaskStatus,
)
from coach.core.finding import Finding
from coach.core.forecast import LABELS, Category
from coach.core.record import Id, Language, Record, Text
from coach.locale import mark, tr

ApiName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z][A-Za-z0-9_]*(?!\n)$", max_length=80)]
"""The name of an object or a field in the API."""


class Profile(Record):
    """An org's profile. ``labels`` are the words of its language, by what they stand for.

    The keys of ``labels`` are an object (``Opportunity``), several of one (``Opportunity[]``), a field
    (``Opportunity.StageName``), or a value of a picklist (``lead_sources.Web``, ``categories.Forecast``).
    What has no label is called by its English name. ``queues`` are owners that are no people.
    """

    id: Id
    title: Text
    stages: Annotated[tuple[Stage, ...], msgspec.Meta(min_length=1, max_length=MOST_VALUES)]
    lead_statuses: Annotated[tuple[LeadStatus, ...], msgspec.Meta(min_length=1, max_length=MOST_VALUES)]
    task_statuses: Annotated[tuple[TaskStatus, ...], msgspec.Meta(min_length=1, max_length=MOST_VALUES)]
    task_priorities: Annotated[Names, msgspec.Meta(min_length=1)]
    default_priority: Name | None = None
    """What a task gets if nothing else is given; without it, the middle one of the priorities."""
    language: Language = "en"
    note: str = ""
    source: str = ""
    as_of: date | None = None
    lead_sources: Names = ()
    industries: Names = ()
    ratings: Names = ()
    opportunity_types: Names = ()
    roles: Names = ()
    task_subjects: Names = ()
    event_subjects: Names = ()
    loss_reasons: Names = ()
    queues: Names = ()
    custom_fields: Annotated[tuple[CustomField, ...], msgspec.Meta(max_length=MOST_VALUES)] = ()
    labels: dict[str, str] = msgspec.field(default_factory=dict)
    fiscal_year_start: Annotated[int, msgspec.Meta(ge=1, le=12)] = 1
    """The month in which the fiscal year begins."""

    def values(self, picklist: PicklistName) -> tuple[str, ...]:
        """Give the names of a picklist's values in their order."""
        match picklist:
            case "stages" | "lead_statuses" | "task_statuses":
                return tuple(entry.name for entry in getattr(self, picklist))
            case "categories":
                return tuple(Category)
            case "task_kinds":
                return TASK_KINDS
            case _:
                names: tuple[str, ...] = getattr(self, picklist)
                return names

    def label(self, picklist: PicklistName, value: str) -> str:
        """Say a picklist's value in the language of the org; an unknown one as it is."""
        if found := self.labels.get(f"{picklist}.{value}"):
            return found
        match picklist:
            case "stages" | "lead_statuses" | "task_statuses":
                return next((one.label for one in getattr(self, picklist) if one.name == value), "") or value
            case "categories":
                return LABELS[Category(value)] if value in tuple(Category) else value
            case _:
                return value

    def stage(self, name: str) -> Stage | None:
        """Return the stage with this name."""
        return next((stage for stage in self.stages if stage.name == name), None)

    def task_status(self, name: str) -> TaskStatus | None:
        """Return the status of tasks with this name."""
        return next((status for status in self.task_statuses if status.name == name), None)

    @property
    def first_stage(self) -> Stage:
        """The stage that a converted lead's opportunity begins in."""
        still_open = [stage for stage in self.stages if not stage.closed]
        return next((stage for stage in self.stages if stage.default), (still_open or self.stages)[0])

    @property
    def first_status(self) -> LeadStatus:
        """The status of a new lead."""
        usable = [status for status in self.lead_statuses if not status.converted]
        return next(
            (status for status in self.lead_statuses if status.default), (usable or self.lead_statuses)[0]
        )

    @property
    def converted_statuses(self) -> tuple[str, ...]:
        """The names of the statuses that conversion may give."""
        return tuple(status.name for status in self.lead_statuses if status.converted)

    @property
    def first_task_status(self) -> TaskStatus:
        """The status of a new task."""
        return next((status for status in self.task_statuses if status.default), self.task_statuses[0])

    @property
    def done_task_status(self) -> TaskStatus:
        """The status of a call that was logged: the first that is closed."""
        return next((status for status in self.task_statuses if status.closed), self.task_statuses[-1])

    @property
    def usual_priority(self) -> str:
        """The priority of a new task."""
        return self.default_priority or self.task_priorities[len(self.task_priorities) // 2]

    def quarter(self, day: date) -> tuple[date, date]:
        """Give the first and the last day of the fiscal quarter in which a day lies."""
        months = (day.month - self.fiscal_year_start) % 12
        begin = max(day.year * 12 + day.month - 1 - months % 3, 12)
        year, month = divmod(begin + 2, 12)
        last = date(year, month + 1, monthrange(year, month + 1)[1])
        return date(begin // 12, begin % 12 + 1, 1), last


SEVERAL = {
    "stages": mark("several stages are the default; mark one only"),
    "lead_statuses": mark("several lead statuses are the default; mark one only"),
    "task_statuses": mark("several task statuses are the default; mark one only"),
}
"""What is wrong with a list of which more than one value is the default."""


def findings(profile: Profile) -> Iterator[Finding]:
    """Find what keeps a profile from making sense; the paths lead from the profile's top."""
    for picklist in ("stages", "lead_statuses", "task_statuses"):
        entries: tuple[Stage | LeadStatus | TaskStatus, ...] = getattr(profile, picklist)
        yield from _twice(picklist, [entry.name for entry in entries])
        if sum(entry.default for entry in entries) > 1:
            yield _finding((picklist,), tr(SEVERAL[picklist]))
    yield from _stages(profile)
    if not profile.converted_statuses:
        text = tr("no lead status is converted, so no lead could be converted; mark one with converted: true")
        yield _finding(("lead_statuses",), text)
    if not any(status.closed for status in profile.task_statuses):
        text = tr("no task status is closed, so no task could be completed; mark one with closed: true")
        yield _finding(("task_statuses",), text)
    if profile.default_priority not in (None, *profile.task_priorities):
        text = tr(
            "{default_priority!r} is none of the task priorities; name one of them",
            default_priority=profile.default_priority,
        )
        yield _finding(("default_priority",), text)
    yield from _custom(profile)


def _stages(profile: Profile) -> Iterator[Finding]:
    for index, stage in enumerate(profile.stages):
        if stage.won and not stage.closed:
            text = tr("the stage {name!r} is won but not closed; add closed: true", name=stage.name)
            yield _finding(("stages", index, "won"), text)
    if not any(stage.won for stage in profile.stages):
        yield _finding(
            ("stages",), tr("no stage is won, so no deal could be won; mark one with closed and won")
        )
    if all(stage.closed for stage in profile.stages):
        yield _finding(
            ("stages",), tr("all stages are closed, so no deal could be open; take closed away from one")
        )


def _custom(profile: Profile) -> Iterator[Finding]:
    yield from _twice("custom_fields", [f"{field.object}.{field.name}" for field in profile.custom_fields])
    known = {f"{field.object}.{field.name}": field for field in profile.custom_fields}
    for index, field in enumerate(profile.custom_fields):
        if (field.type == "picklist") != bool(field.values):
            text = tr("{name} has no values to choose from; list them, or make it a text", name=field.name)
            if field.values:
                text = tr("{name} has values but is no picklist; write type: picklist", name=field.name)
            yield _finding(("custom_fields", index, "values"), text)
        if not field.converts_to:
            continue
        target = known.get(field.converts_to)
        if field.object != "Lead" or target is None or target.object == "Lead" or target.type != field.type:
            text = tr(
                "{name} cannot be converted to {converts_to!r}; that must be a custom field of the same "
                "type of an account, a contact or an opportunity, and this one a lead's",
                name=field.name,
                converts_to=field.converts_to,
            )
            yield _finding(("custom_fields", index, "converts_to"), text)


def _twice(key: str, names: list[str]) -> Iterator[Finding]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield _finding(
                (key, index, "name"), tr("{name!r} is listed twice; take one of them away", name=name)
            )


def _finding(path: tuple[str | int, ...], text: str) -> Finding:
    return Finding(code=UNSOUND_PROFILE, path=path, text=text)
