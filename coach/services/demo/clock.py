"""A clock for made-up days."""

from datetime import datetime, timedelta


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Tell the moment."""
        return self.at

    def go(self, seconds: float) -> None:
        """Move on."""
        self.at += timedelta(seconds=seconds)


def morning(now: datetime, days: int) -> datetime:
    """Return ten o'clock, local time, some days ago."""
    return (now.astimezone() - timedelta(days=days)).replace(hour=10, minute=0, second=0, microsecond=0)
