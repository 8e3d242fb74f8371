"""How long and on which days somebody learnt, from the times of what they did."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta

from coach.core.events import Recorded, RehearsalEvent, StepEvent
from coach.core.record import Record

PAUSE = timedelta(minutes=5)
"""The longest time between two events that still counts as learning."""

WEEK, MONTH = 7, 28
"""Days over which active days are counted."""

DayOf = Callable[[datetime], date]
"""Gives the calendar day of a moment, in the time zone of whoever looks."""


class TimeSpent(Record):
    """Minutes of learning by module, and the days on which something was done, oldest first."""

    minutes: Mapping[str, float]
    days: tuple[date, ...]

    @property
    def total(self) -> float:
        """Minutes over all modules."""
        return sum(self.minutes.values())

    def active(self, today: date, days: int) -> int:
        """Count the active days among the last ``days`` days, today included."""
        first = today - timedelta(days=days - 1)
        return sum(first <= day <= today for day in self.days)


def time_spent(recorded: Iterable[Recorded], day_of: DayOf) -> TimeSpent:
    """Add up the time from each event to the next; it belongs to the module of the earlier one.

    A stretch of more than :data:`PAUSE` was a pause and does not count at all, nor does one in which
    the clock was set back. Events without a place leave one where one was, but for rating samples and mock
    interviews, which belong to no module.
    """
    minutes: dict[str, float] = {}
    days: set[date] = set()
    module = ""
    before: datetime | None = None
    for record in recorded:
        if before is not None and module and timedelta() < record.at - before <= PAUSE:
            minutes[module] = minutes.get(module, 0.0) + (record.at - before) / timedelta(minutes=1)
        if isinstance(record.event, StepEvent):
            module = record.event.place.module
        elif isinstance(record.event, RehearsalEvent):
            module = ""
        before = record.at
        days.add(day_of(record.at))
    return TimeSpent(minutes=minutes, days=tuple(sorted(days)))
