"""What the CRM sets by itself when a record is saved, and what may not stand together in one."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from coach.core.crm.draft import Draft, Trouble
from coach.core.crm.schema import CONTACT, EVENT, LEAD, OPPORTUNITY, TASK
from coach.core.crm.state import Row
from coach.core.crm.values import CENT, Value, Values, decimal_shown
from coach.core.crm.vocabulary import Stage
from coach.locale import mark, tr

LONGEST_EVENT = timedelta(days=14)
"""An event in Salesforce cannot last longer."""

DAY = 1440
"""Minutes of an all-day event's day."""


class Saving:
    """A record on its way to be saved: how it was, what was given, what it holds by now.

    ``given`` has ``None`` for what was emptied; ``values`` are complete. Sentences go to ``told`` and
    reasons against it to ``troubles``.
    """

    def __init__(self, draft: Draft, object_name: str, before: Row | None, given: Values) -> None:
        self.draft = draft
        self.object = object_name
        self.before: Values = before.values if before else {}
        self.is_new = before is None
        self.given = given
        self.values: Values = {**self.before, **given}
        self.told: list[str] = []
        self.troubles: list[Trouble] = []

    def changed(self, field: str) -> bool:
        """Whether a field was given another value than it had."""
        return field in self.given and self.given[field] != self.before.get(field)

    def trouble(self, field: str, text: str) -> None:
        """Note why it cannot be saved so."""
        self.troubles.append(Trouble(field=field, text=text, object=self.object))

    def default(self, field: str, value: Value) -> None:
        """Fill a field that is empty."""
        if self.values.get(field) is None:
            self.values[field] = value


def settle(saving: Saving) -> None:
    """Set what follows from what was given."""
    fields = saving.draft.schema.objects[saving.object].fields
    if "Owner" in fields:
        saving.default("Owner", saving.draft.user)
    if "CreatedDate" in fields:
        saving.default("CreatedDate", saving.draft.today)
    if settled := SETTLED.get(saving.object):
        settled(saving)
    for field in fields.values():
        if field.type == "boolean":
            saving.values.setdefault(field.name, False)


def _lead(saving: Saving) -> None:
    profile = saving.draft.profile
    saving.default("Status", profile.first_status.name)
    status = str(saving.values["Status"])
    converting = status in profile.converted_statuses and saving.changed("Status")
    if converting and not saving.values.get("IsConverted"):
        label = profile.label("lead_statuses", status)
        saving.trouble(
            "Status", tr("A lead becomes “{label}” only by being converted; convert it instead.", label=label)
        )
    _person(saving)


def _person(saving: Saving) -> None:
    """Put the full name together."""
    names = (saving.values.get("FirstName"), saving.values.get("LastName"))
    saving.values["Name"] = " ".join(str(name) for name in names if name) or None


def _opportunity(saving: Saving) -> None:
    """Follow the stage; probability and category can be given with it or later, closed and won cannot."""
    draft, values = saving.draft, saving.values
    stage = draft.profile.stage(str(values.get("StageName")))
    if stage is None:
        return
    moved = saving.is_new or saving.changed("StageName")
    by_stage: Values = {
        "Probability": Decimal(repr(stage.probability)).quantize(CENT) + 0,
        "ForecastCategoryName": stage.category.value,
    }
    for field, value in by_stage.items():
        if (moved and saving.given.get(field) is None) or values.get(field) is None:
            values[field] = value
    if moved:
        values["IsClosed"], values["IsWon"] = stage.closed, stage.won
        saving.told.append(_set_by_stage(saving, stage, by_stage))
        _close_today(saving, stage)
    if values.get("HasOpportunityLineItem") and saving.changed("Amount") and not saving.is_new:
        values["Amount"] = saving.before.get("Amount")
        saving.told.append(tr("The amount stays as it is: it is the sum of the products."))
    amount, probability = values.get("Amount"), values["Probability"]
    if isinstance(amount, Decimal) and isinstance(probability, Decimal):
        values["ExpectedRevenue"] = (amount * probability / 100).quantize(CENT, ROUND_HALF_UP)
    else:
        values["ExpectedRevenue"] = None


def _set_by_stage(saving: Saving, stage: Stage, by_stage: Values) -> str:
    """Tell what the stage set, and what was given along with it and stays though the stage has another."""
    profile, values = saving.draft.profile, saving.values
    probability, category = values["Probability"], str(values["ForecastCategoryName"])
    assert isinstance(probability, Decimal)
    field, other = by_stage
    sets = (values[field] == by_stage[field], values[other] == by_stage[other])
    return tr(
        SET_BY_STAGE[sets],
        stage=profile.label("stages", stage.name),
        probability=decimal_shown(probability),
        category=profile.label("categories", category),
    )


SET_BY_STAGE = {
    (True, True): mark(
        "The stage {stage} sets the probability to {probability} % and the forecast category to {category}."
    ),
    (True, False): mark(
        "The stage {stage} sets the probability to {probability} % "
        "and leaves the forecast category {category} as given."
    ),
    (False, True): mark(
        "The stage {stage} sets the forecast category to {category} "
        "and leaves the probability {probability} % as given."
    ),
    (False, False): mark(
        "The stage {stage} leaves the probability {probability} % "
        "and the forecast category {category} as given."
    ),
}
"""What a stage did, by whether it set the probability and the category."""


def _close_today(saving: Saving, stage: Stage) -> None:
    """Let a deal that is won before its day be closed today (Salesforce Help, "Opportunity Fields")."""
    day, today = saving.before.get("CloseDate"), saving.draft.today
    if stage.won and isinstance(day, date) and day > today and not saving.changed("CloseDate"):
        saving.values["CloseDate"] = today
        saving.told.append(tr("The close date is today now, since the deal is won before it."))


def _task(saving: Saving) -> None:
    draft, values = saving.draft, saving.values
    saving.default("Status", draft.profile.first_task_status.name)
    saving.default("Priority", draft.profile.usual_priority)
    saving.default("TaskSubtype", "Task")
    status = draft.profile.task_status(str(values["Status"]))
    if status is not None:
        values["IsClosed"] = status.closed
        if status.closed:
            saving.default("CompletedDate", draft.today)
        else:
            values["CompletedDate"] = None
    _about(saving)


def _about(saving: Saving) -> None:
    """Mind whom and what an activity is about: a lead stands alone."""
    who = saving.values.get("WhoId")
    if isinstance(who, str) and (row := saving.draft.row(who)) and row.object == LEAD:
        if saving.values.get("WhatId"):
            saving.trouble("WhatId", tr("An activity with a lead cannot also be about an account or a deal."))
        if row.values.get("IsConverted") and saving.changed("WhoId"):
            saving.trouble(
                "WhoId", tr("{name} is a converted lead; choose the contact it became.", name=row.name)
            )


def _event(saving: Saving) -> None:
    """Make start, end and duration agree; what was given last wins, and two that differ are refused."""
    values, given = saving.values, saving.given
    _about(saving)
    start = values.get("StartDateTime")
    if not isinstance(start, datetime):
        saving.trouble("StartDateTime", tr("An event needs a start."))
        return
    if values.get("IsAllDayEvent"):
        start = values["StartDateTime"] = datetime.combine(start.date(), time(), start.tzinfo)
    end, minutes = given.get("EndDateTime"), given.get("DurationInMinutes")
    if end is None and minutes is None:
        end = None if saving.changed("StartDateTime") else values.get("EndDateTime")
        minutes = values.get("DurationInMinutes")
    length = _length(saving, start, end, minutes)
    if length is None:
        return
    if not timedelta(0) <= length <= LONGEST_EVENT:
        saving.trouble("EndDateTime", tr("An event ends after it begins, and within 14 days."))
        return
    values["DurationInMinutes"] = Decimal(int(length.total_seconds() // 60))
    values["EndDateTime"] = start + length
    values["ActivityDate"] = start.date()


def _length(saving: Saving, start: datetime, end: Value, minutes: Value) -> timedelta | None:
    """Work out how long an event lasts; ``None`` where that cannot be said, which is told."""
    by_minutes = timedelta(minutes=min(int(minutes), 10**6)) if isinstance(minutes, Decimal) else None
    by_end = end - start if isinstance(end, datetime) else None
    if saving.values.get("IsAllDayEvent"):
        days = by_end.days if by_end is not None else None
        by_end = None if days is None else timedelta(minutes=DAY * max(days, 1))
        by_minutes = by_minutes or (timedelta(minutes=DAY) if by_end is None else None)
    if by_minutes is None and by_end is None:
        saving.trouble("EndDateTime", tr("An event needs an end or a duration in minutes."))
        return None
    if by_minutes is not None and by_end is not None and by_minutes != by_end:
        text = tr(
            "The end is {minutes} minutes after the start, but the duration is {duration}; "
            "leave one of them out.",
            minutes=_minutes(by_end),
            duration=_minutes(by_minutes),
        )
        saving.trouble("DurationInMinutes", text)
        return None
    return by_end if by_end is not None else by_minutes


def _minutes(length: timedelta) -> str:
    return decimal_shown(Decimal(int(length.total_seconds())) / 60)


SETTLED: dict[str, Callable[[Saving], None]] = {
    LEAD: _lead,
    CONTACT: _person,
    OPPORTUNITY: _opportunity,
    TASK: _task,
    EVENT: _event,
}
"""What each object sets by itself; accounts and contact roles set nothing."""
