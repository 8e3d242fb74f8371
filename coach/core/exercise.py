"""What asking and grading share, whatever the kind of exercise."""

from coach.core.record import Record


class Unreadable(ValueError):  # noqa: N818 - reads as what happened to the answer
    """An answer that cannot be read; the message says what to type instead."""


class Context(Record):
    """What grading and asking may depend on besides spec and response.

    ``seed`` fixes generated values and shuffled orders, so that they are the same on every showing.
    """

    seed: int = 0
    language: str = "en"
