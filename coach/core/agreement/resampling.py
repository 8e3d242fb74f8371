"""Intervals by drawing candidates again, for statistics of counts that add up over candidates.

Candidates are drawn whole, with everything that was rated about them, since ratings of the same person
do not vary independently.
"""

from collections.abc import Callable, Sequence
from math import ceil, floor, sqrt
from typing import Protocol, TypeVar

from coach.core.agreement.coefficient import Interval, Method
from coach.core.agreement.distributions import t_quantile

Counts = tuple[float, ...]
"""What one candidate adds to the counts that a statistic is computed from."""

Statistic = Callable[[Sequence[float]], float | None]
"""Computes a value from summed counts; ``None`` where it is not defined."""

T = TypeVar("T")

RESAMPLES = 1_000
MOST_CANDIDATES = 100
"""With more candidates the bootstrap gives way to the jackknife, whose work does not grow."""

GROUPS = 50
TAIL = 0.025
LEAST_DEFINED = 0.9
"""The share of resamples in which a statistic must be defined for an interval."""


class Chance(Protocol):
    """As much of ``random.Random`` as is needed; hand one over with a seed, and results repeat."""

    def random(self) -> float:
        """Give a number from 0 up to 1, 1 excluded."""

    def choices(self, population: Sequence[T], /, *, k: int) -> list[T]:
        """Draw ``k`` times with replacement."""


def interval(parts: Sequence[Counts], statistic: Statistic, chance: Chance | None) -> Interval | None:
    """Give a 95 % interval of a statistic of the summed parts, one for each candidate.

    Percentiles of :data:`RESAMPLES` bootstrap samples for up to :data:`MOST_CANDIDATES` candidates; a
    jackknife that leaves out one of :data:`GROUPS` groups at a time for more, or without ``chance``.
    ``None`` where the statistic is seldom defined in such samples.
    """
    if chance is None or len(parts) > MOST_CANDIDATES:
        return _jackknife(parts, statistic)
    return _bootstrap(parts, statistic, chance)


def total(parts: Sequence[Counts]) -> Counts:
    """Add counts up, place by place."""
    return parts[0] if len(parts) == 1 else tuple(map(sum, zip(*parts, strict=True)))


def _bootstrap(parts: Sequence[Counts], statistic: Statistic, chance: Chance) -> Interval | None:
    size = len(parts)
    drawn = (statistic(total(chance.choices(parts, k=size))) for _ in range(RESAMPLES))
    found = sorted(value for value in drawn if value is not None)
    if len(found) < LEAST_DEFINED * RESAMPLES:
        return None
    low = found[floor(TAIL * len(found))]
    high = found[ceil((1 - TAIL) * len(found)) - 1]
    return Interval(low=low, high=high, method=Method.BOOTSTRAP)


def _jackknife(parts: Sequence[Counts], statistic: Statistic) -> Interval | None:
    """Leave out every group in turn (Quenouille and Tukey's jackknife, by groups)."""
    groups = [total(parts[start::GROUPS]) for start in range(min(GROUPS, len(parts)))]
    whole = total(groups)
    value = statistic(whole)
    without = [
        statistic([all_ - left_out for all_, left_out in zip(whole, group, strict=True)]) for group in groups
    ]
    found = [one for one in without if one is not None]
    if value is None or len(found) < len(groups) or len(groups) < 2:  # noqa: PLR2004 - nothing varies in one
        return None
    number = len(found)
    mean = sum(found) / number
    error = sqrt((number - 1) / number * sum((one - mean) ** 2 for one in found))
    half = t_quantile(1 - TAIL, number - 1) * error
    return Interval(low=max(-1.0, value - half), high=min(1.0, value + half), method=Method.JACKKNIFE)
