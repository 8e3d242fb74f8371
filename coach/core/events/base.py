"""What all events have in common."""

from coach.core.record import Record


class Event(Record, tag_field="type"):
    """The base of all events."""
