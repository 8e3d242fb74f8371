"""How sure people are, and how often they are right to be: certainty-based marking and calibration."""

from collections.abc import Iterable
from typing import Annotated

import msgspec

from coach.core.record import Record

LEVELS = (1, 2, 3)
"""1 is a guess, 2 fairly sure, 3 very sure."""

Certainty = Annotated[int, msgspec.Meta(ge=LEVELS[0], le=LEVELS[-1])]
"""One of :data:`LEVELS`."""

MOST = LEVELS[-1]
"""The most marks that one answer can bring."""

LOST = {1: 0, 2: -2, 3: -6}
"""Marks for a wrong answer, by level."""


class Level(Record):
    """The answers given at one level of certainty.

    ``share`` is the part of them that was right, from 0 to 1; ``None`` while there are none.
    """

    certainty: Certainty
    count: int
    share: float | None


def marks(*, right: bool, certainty: int) -> int:
    """Return the marks for an answer: 1, 2 or 3 when it is right, 0, -2 or -6 when it is wrong.

    On this scale (A. R. Gardner-Medwin, certainty-based marking, University College London) people
    do best by saying how sure they really are: a guess pays below 67 % of being right, "very sure"
    above 80 %. Raises ``ValueError`` for a level that does not exist.
    """
    _known(certainty)
    return certainty if right else LOST[certainty]


def calibration(pairs: Iterable[tuple[int, bool]]) -> tuple[Level, ...]:
    """Count answers, given as certainty and whether right, by level; all levels come back, in order.

    Raises ``ValueError`` for a level that does not exist.
    """
    results: dict[int, list[bool]] = {level: [] for level in LEVELS}
    for certainty, right in pairs:
        _known(certainty)
        results[certainty].append(right)
    return tuple(
        Level(certainty=level, count=len(found), share=sum(found) / len(found) if found else None)
        for level, found in results.items()
    )


def _known(certainty: int) -> None:
    if certainty not in LEVELS:
        raise ValueError(f"a certainty is 1, 2 or 3, not {certainty}")
