"""Until when what was written about a candidate may be kept."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from coach.core.country import Counted, Retention
from coach.core.record import Record
from coach.locale import day, mark, tr, trn

SINCE = {
    Counted.REJECTION: mark("the candidate received the rejection"),
    Counted.APPLICATION: mark("the application was received"),
    Counted.DECISION: mark("the decision"),
    Counted.CONTACT: mark("the last contact with the candidate"),
}
"""What a period counts from, in words."""

AFTER = {
    Counted.REJECTION: mark("{period} after the candidate received the rejection"),
    Counted.APPLICATION: mark("{period} after the application was received"),
    Counted.DECISION: mark("{period} after the decision"),
    Counted.CONTACT: mark("{period} after the last contact with the candidate"),
}


class DeleteBy(Record):
    """The last day on which records may be there, or what has to be known first.

    ``on`` is ``None`` while the day that the period counts from is not recorded, and ``text`` says so.
    """

    on: date | None
    text: str

    def days_left(self, today: date) -> int | None:
        """Count the days until then; 0 is the last day, and below 0 it is over."""
        return (self.on - today).days if self.on else None


def delete_by(retention: Retention | None, dates: Mapping[Counted, date]) -> DeleteBy:
    """Work out the delete-by date of a candidate from the days that were recorded about them."""
    if retention is None:
        return DeleteBy(on=None, text=tr("no retention profile was agreed"))
    start = dates.get(retention.counted_from)
    if start is None:
        waits = tr("{period}; that day is not recorded yet", period=period_after(retention))
        return DeleteBy(on=None, text=waits)
    on = add_months(start, retention.months) + timedelta(days=retention.days)
    return DeleteBy(on=on, text=day(on))


def period_after(retention: Retention) -> str:
    """Say how long a period is and from when it counts."""
    return tr(AFTER[retention.counted_from], period=period(retention))


def period(retention: Retention) -> str:
    """Say how long a period is: ``6 months``, ``1 year``, ``28 days``."""
    if not retention.months:
        return trn("{n} day", "{n} days", retention.days)
    if retention.months % 12 == 0:
        return trn("{n} year", "{n} years", retention.months // 12)
    return trn("{n} month", "{n} months", retention.months)


def add_months(start: date, months: int) -> date:
    """Add whole months; where the month is too short it is its last day (BGB § 188 (3))."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
