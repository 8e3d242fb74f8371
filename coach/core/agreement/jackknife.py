"""Intervals by leaving candidates out, for statistics of counts that add up over candidates.

Candidates are left out whole, with everything that was rated about them, since ratings of the same person
do not vary independently.
"""

from collections.abc import Callable, Sequence
from math import sqrt

from coach.core.agreement.coefficient import Interval, Method
from coach.core.agreement.distributions import t_quantile

Counts = tuple[float, ...]
"""What one candidate adds to the counts that a statistic is computed from."""

Statistic = Callable[[Sequence[float]], float | None]
"""Computes a value from summed counts; ``None`` where it is not defined."""

GROUPS = 50
"""More candidates are left out in so many groups, so that the work does not grow with their number."""

TAIL = 0.025
LEAST_GROUPS = 2
"""In one nothing varies."""


def interval(
    parts: Sequence[Counts], statistic: Statistic, bounds: tuple[float, float] = (-1.0, 1.0)
) -> Interval | None:
    """Give a 95 % interval of a statistic of the summed parts, one for each candidate, within ``bounds``.

    Quenouille and Tukey's jackknife with Student's t: every candidate, or every group of them, is left out in
    turn. ``None`` where the statistic is not defined without one of them.
    """
    groups = [total(parts[start::GROUPS]) for start in range(min(GROUPS, len(parts)))]
    whole = total(groups)
    value = statistic(whole)
    without = [
        statistic([all_ - left_out for all_, left_out in zip(whole, group, strict=True)]) for group in groups
    ]
    found = [one for one in without if one is not None]
    if value is None or len(found) < len(groups) or len(groups) < LEAST_GROUPS:
        return None
    number = len(found)
    mean = sum(found) / number
    error = sqrt((number - 1) / number * sum((one - mean) ** 2 for one in found))
    half = t_quantile(1 - TAIL, number - 1) * error
    low, high = bounds
    return Interval(low=max(low, value - half), high=min(high, value + half), method=Method.JACKKNIFE)


def total(parts: Sequence[Counts]) -> Counts:
    """Add counts up, place by place."""
    return parts[0] if len(parts) == 1 else tuple(map(sum, zip(*parts, strict=True)))
