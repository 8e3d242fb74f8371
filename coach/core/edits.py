"""A changed text as the one stretch that differs, so that a log holds keystrokes and not copies."""

from typing import NamedTuple


class Edit(NamedTuple):
    """At ``start``, ``removed`` characters gave way to ``inserted``."""

    start: int
    removed: int
    inserted: str


def between(before: str, after: str) -> Edit | None:
    """Return what changed; ``None`` if nothing did."""
    if before == after:
        return None
    start = _common(before, after)
    tail = _common(before[start:][::-1], after[start:][::-1])
    return Edit(start, len(before) - tail - start, after[start : len(after) - tail])


def applied(text: str, start: int, removed: int, inserted: str) -> str:
    """Return the text after an edit."""
    return text[:start] + inserted + text[start + removed :]


def _common(one: str, other: str) -> int:
    """Count the characters that both begin with, by halves, since texts can be long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
