"""Until when what was written about a candidate may be kept."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from coach.core.country import Counted, Retention
from coach.core.record import Record

SINCE = {
    Counted.REJECTION: "the candidate received the rejection",
    Counted.APPLICATION: "the application was received",
    Counted.DECISION: "the decision",
    Counted.CONTACT: "the last contact with the candidate",
}
"""What a period counts from, in words."""


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
        return DeleteBy(on=None, text="no retention profile was agreed")
    start = dates.get(retention.counted_from)
    if start is None:
        since = SINCE[retention.counted_from]
        return DeleteBy(on=None, text=f"{period(retention)} after {since}; that day is not recorded yet")
    on = add_months(start, retention.months) + timedelta(days=retention.days)
    return DeleteBy(on=on, text=on.isoformat())


def period(retention: Retention) -> str:
    """Say how long a period is: ``6 months``, ``1 year``, ``28 days``."""
    count, unit = (retention.months, "month") if retention.months else (retention.days, "day")
    if unit == "month" and count % 12 == 0:
        count, unit = count // 12, "year"
    return f"{count} {unit}{'' if count == 1 else 's'}"


def add_months(day: date, months: int) -> date:
    """Add whole months; where the month is too short it is its last day (BGB § 188 (3))."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
