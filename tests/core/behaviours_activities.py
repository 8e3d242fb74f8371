"""Tasks, calls, events, and who plays which part in a deal."""

from datetime import UTC, date, datetime
from decimal import Decimal

from org_kit import TODAY, Behaviour, done, org, profile, refusal, value

from coach.core.crm.actions import Create, LogCall, SetRole, Update
from coach.core.crm.looking import timeline


def task(**values):
    return Create(object="Task", key="new", values={"Subject": "Call", **values})


def event(*looks, **values):
    start = {"Subject": "Meeting", "StartDateTime": "2026-11-25T10:00:00+01:00"}
    after = done(org(), Create(object="Event", key="new", values=start | values))
    return tuple(value(after, "new", look) for look in looks)


def refused_event(**values):
    start = {"Subject": "Meeting", "StartDateTime": "2026-11-25T10:00:00Z"}
    return refusal(org(), Create(object="Event", values=start | values))


ACTIVITIES = [
    Behaviour(
        "a task is not started, of normal priority and somebody's, until said otherwise",
        lambda: tuple(
            value(done(org(), task()), "new", name) for name in ("Status", "Priority", "Owner", "IsClosed")
        ),
        ("Not Started", "Normal", "Dana Roth", False),
    ),
    Behaviour(
        "a task has five statuses and three priorities",
        lambda: (len(profile().task_statuses), profile().task_priorities),
        (5, ("High", "Normal", "Low")),
    ),
    Behaviour(
        "a task is about one lead or contact, and one account or opportunity",
        lambda: (
            refusal(org(), task(WhoId="aoife", WhatId="pilot")),
            set(refusal(org(), task(WhoId="pilot", WhatId="aoife"))),
        ),
        ({}, {"WhoId", "WhatId"}),
    ),
    Behaviour(
        "a task with a lead cannot be related to anything else",
        lambda: refusal(org(), task(WhoId="meera", WhatId="pilot")),
        {"WhatId": "An activity with a lead cannot also be about an account or a deal."},
    ),
    Behaviour(
        "the subject of a task is proposed, and can be any other",
        lambda: (
            profile("newer-trial").task_subjects,
            refusal(org(), task(Subject="Ask for the floor plan")),
        ),
        (("Call", "Send Letter", "Send Quote", "Other"), {}),
    ),
    Behaviour(
        "a completed task is closed, in the history and no longer open",
        lambda: (
            after := done(org(), task(WhoId="aoife"), Update(id="new", values={"Status": "Completed"})),
            [row.name for row in timeline(after, after.row("aoife")).open],
            [row.get("CompletedDate") for row in timeline(after, after.row("aoife")).history],
        )[1:],
        ([], [TODAY]),
    ),
    Behaviour(
        "a logged call is a completed task of today",
        lambda: tuple(
            value(
                done(org(), LogCall(notes="Wants a pilot.", who="aoife", what="pilot", key="new")),
                "new",
                name,
            )
            for name in ("Subject", "IsClosed", "ActivityDate", "TaskSubtype", "Description")
        ),
        ("Call", True, TODAY, "Call", "Wants a pilot."),
    ),
    Behaviour(
        "an event with a duration ends so many minutes later, in UTC",
        lambda: event("StartDateTime", "EndDateTime", DurationInMinutes=45),
        (datetime(2026, 11, 25, 9, tzinfo=UTC), datetime(2026, 11, 25, 9, 45, tzinfo=UTC)),
    ),
    Behaviour(
        "an event with an end has the duration between",
        lambda: event("DurationInMinutes", EndDateTime="2026-11-25T10:30:00+01:00"),
        (Decimal(30),),
    ),
    Behaviour(
        "an event takes both end and duration if they agree",
        lambda: refused_event(EndDateTime="2026-11-25T11:00:00Z", DurationInMinutes=60),
        {},
    ),
    Behaviour(
        "an event whose end and duration differ is refused",
        lambda: refused_event(EndDateTime="2026-11-25T11:00:00Z", DurationInMinutes=30),
        {
            "DurationInMinutes": "The end is 60 minutes after the start, but the duration is 30; "
            "leave one of them out."
        },
    ),
    Behaviour(
        "an event that is not all day needs an end or a duration",
        refused_event,
        {"EndDateTime": "An event needs an end or a duration in minutes."},
    ),
    Behaviour(
        "an all-day event lasts a day by default",
        lambda: event("DurationInMinutes", "ActivityDate", IsAllDayEvent=True),
        (Decimal(1440), date(2026, 11, 25)),
    ),
    Behaviour(
        "an event that was moved keeps its length",
        lambda: (
            after := done(
                org(),
                Create(
                    object="Event",
                    key="new",
                    values={"Subject": "M", "StartDateTime": "2026-11-25T10:00:00Z", "DurationInMinutes": 30},
                ),
                Update(id="new", values={"StartDateTime": "2026-11-26T15:00:00Z"}),
            ),
            value(after, "new", "EndDateTime"),
        )[1],
        datetime(2026, 11, 26, 15, 30, tzinfo=UTC),
    ),
]


def roles(*actions):
    after = done(org(), *actions)
    return [
        (after.row(str(row.get("ContactId"))).get("FirstName"), row.get("Role"), row.get("IsPrimary"))
        for row in after.rows("OpportunityContactRole")
    ]


ROLES = [
    Behaviour(
        "a contact role is one of nine by default",
        lambda: profile().roles,
        (
            "Business User",
            "Decision Maker",
            "Economic Buyer",
            "Economic Decision Maker",
            "Evaluator",
            "Executive Sponsor",
            "Influencer",
            "Technical Buyer",
            "Other",
        ),
    ),
    Behaviour(
        "one contact is primary, and another one takes that over",
        lambda: roles(
            SetRole(opportunity="pilot", contact="aoife", role="Economic Buyer", primary=True),
            SetRole(opportunity="pilot", contact="kwame", role="Evaluator", primary=True),
        ),
        [("Aoife", "Economic Buyer", False), ("Kwame", "Evaluator", True)],
    ),
    Behaviour(
        "a contact's role can be changed and stays one",
        lambda: roles(
            SetRole(opportunity="pilot", contact="aoife", role="Influencer"),
            SetRole(opportunity="pilot", contact="aoife", role="Decision Maker"),
        ),
        [("Aoife", "Decision Maker", False)],
    ),
]
