"""Calls that were logged, and which activities are over."""

from datetime import date

from coach.core.crm.draft import Draft, refused
from coach.core.crm.records import make, title
from coach.core.crm.schema import TASK
from coach.core.crm.state import Row
from coach.core.record import Record
from coach.locale import tr


class LogCall(Record, tag_field="do", tag="log_call"):
    """Write down a call that took place: a completed task of today.

    ``who`` is a lead or a contact, ``what`` an account or an opportunity; one of them is needed.
    """

    notes: str
    who: str = ""
    what: str = ""
    subject: str = "Call"
    key: str = ""


def log_call(draft: Draft, action: LogCall) -> None:
    """Make the completed task; raises :class:`Refused`."""
    if not action.who and not action.what:
        raise refused(
            tr("A call is with somebody or about something; choose a lead, a contact or a record."), "WhoId"
        )
    row = make(
        draft,
        draft.schema.objects[TASK],
        {
            "Subject": action.subject,
            "Description": action.notes,
            "WhoId": action.who,
            "WhatId": action.what,
            "Status": draft.profile.done_task_status.name,
            "ActivityDate": draft.today.isoformat(),
            "TaskSubtype": "Call",
        },
    )
    draft.call(action.key, row.id)
    draft.told.insert(0, tr("The call “{subject}” is logged.", subject=title(row, draft.profile)))


def is_over(activity: Row, today: date) -> bool:
    """Whether an activity is history: a completed task, or an event of a day before today."""
    if activity.object == TASK:
        return activity.values.get("IsClosed") is True
    day = activity.values.get("ActivityDate")
    return isinstance(day, date) and day < today
