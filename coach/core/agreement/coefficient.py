"""A number that says how far interviewers agree, with what it rests on."""

from enum import StrEnum

from coach.core.record import Record

LEAST_RATERS = 2
"""So many interviewers make a value."""

LEAST_CANDIDATES = 5
"""From so many candidates on, compared by at least two interviewers, a value is shown."""

LEAST_FOR_VERDICT = 10
"""From so many candidates on a value is also judged."""


class Standing(StrEnum):
    """What can be said about a coefficient."""

    JUDGED = "judged"
    SHOWN = "shown without a verdict"
    TOO_FEW = "too few to tell"
    NO_VARIATION = "no variation"
    INCOMPLETE = "not every interviewer rated every candidate"


class Method(StrEnum):
    """Where an interval comes from."""

    JACKKNIFE = "jackknife over candidates"
    F = "F distribution"
    T = "t distribution"
    Z = "Fisher's z"


class Interval(Record):
    """A 95 % interval."""

    low: float
    high: float
    method: Method


class Coefficient(Record):
    """A coefficient of agreement; ``value`` is ``None`` unless it is shown or judged.

    ``candidates``, ``raters`` and ``ratings`` count what it rests on: candidates with at least two ratings.
    """

    name: str
    value: float | None
    interval: Interval | None
    candidates: int
    raters: int
    ratings: int
    standing: Standing


def standing(raters: int, candidates: int) -> Standing:
    """Decide what so many raters and candidates allow, if the ratings vary at all."""
    if raters < LEAST_RATERS or candidates < LEAST_CANDIDATES:
        return Standing.TOO_FEW
    return Standing.JUDGED if candidates >= LEAST_FOR_VERDICT else Standing.SHOWN
