"""What a check of content finds: a stable code, a place inside the item, and a clear sentence."""

from enum import StrEnum

from coach.core.record import Record

Path = tuple[str | int, ...]
"""Keys and indexes from an item's root to the place that is meant."""


class Severity(StrEnum):
    """Errors keep content from being used; warnings ask the author to look again."""

    ERROR = "error"
    WARNING = "warning"


class Finding(Record):
    """Something an author should mend: what is wrong, why it matters, how to fix it."""

    code: str
    path: Path
    text: str
    severity: Severity = Severity.ERROR
