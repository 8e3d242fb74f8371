"""Krippendorff's alpha: agreement beyond chance for any number of raters, with ratings missing.

alpha = 1 - observed / expected disagreement. After K. Krippendorff, Content Analysis (2004), ch. 11, and
Computing Krippendorff's alpha-reliability (2011).
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate, chain, combinations
from operator import mul

from coach.core.agreement.coefficient import Coefficient, Standing, standing
from coach.core.agreement.jackknife import Counts, interval, total
from coach.core.agreement.ratings import PAIR, Units, raters_in


class Metric(StrEnum):
    """How far apart two ratings count as."""

    NOMINAL = "nominal"
    """Different is different."""
    ORDINAL = "ordinal"
    """By how many ratings lie between them."""
    INTERVAL = "interval"
    """By the numbers themselves."""


def alpha(units: Units, metric: Metric = Metric.ORDINAL) -> Coefficient:
    """Compute alpha over all units, with an interval over candidates; see :mod:`.jackknife`.

    There is no value for too few candidates or raters, nor where all ratings are the same.
    """
    parts, levels = _parts(units)
    raters = len(raters_in(chain.from_iterable(units.values()), least=PAIR))
    allowed = standing(raters, len(parts))
    value, reach = None, None
    summed = total(parts)
    if allowed is not Standing.TOO_FEW:
        value = _value(summed, levels, metric)
        if value is None:
            allowed = Standing.NO_VARIATION
        else:
            reach = interval(parts, lambda counts: _value(counts, levels, metric))
    return Coefficient(
        name=f"Krippendorff's alpha ({metric.value})",
        value=value,
        interval=reach,
        candidates=len(parts),
        raters=raters,
        ratings=round(sum(summed[: len(levels)])),
        standing=allowed,
    )


def _parts(units: Units) -> tuple[list[Counts], list[int]]:
    """Count for each candidate what alpha is computed from; also give the levels that were used.

    The counts are how often each level was given and then, for each pair of levels, how often they met in a
    unit (both ways round, divided by the unit's ratings less one).
    """
    kept = [[unit.ratings for unit in found] for found in units.values()]
    patterns = set(chain.from_iterable(kept))
    levels = sorted(set(chain.from_iterable(patterns)))
    counts = {pattern: _counts(pattern, levels) for pattern in patterns}
    parts = (total([counts[pattern] for pattern in found]) for found in kept)
    return [part for part in parts if any(part)], levels


def _counts(unit: Sequence[int], levels: Sequence[int]) -> Counts:
    """Count for one unit; with fewer than two ratings it adds nothing."""
    if len(unit) < PAIR:
        return (0.0,) * (len(levels) * (len(levels) + 1) // 2)
    held = [unit.count(level) for level in levels]
    return (*held, *(one * other / (len(unit) - 1) for one, other in combinations(held, 2)))


def _value(counts: Sequence[float], levels: Sequence[int], metric: Metric) -> float | None:
    held = counts[: len(levels)]
    gaps = _gaps(held, levels, metric)
    expected: float = sum(map(mul, (one * other for one, other in combinations(held, 2)), gaps))
    if not expected:
        return None
    observed: float = sum(map(mul, counts[len(levels) :], gaps))
    return 1 - (sum(held) - 1) * observed / expected


def _gaps(held: Sequence[float], levels: Sequence[int], metric: Metric) -> list[float]:
    """Give the squared distance of every pair of levels.

    For ordinal data the sum of the ratings between two levels, with half of those at either end, is the
    distance between their mean ranks.
    """
    if metric is Metric.NOMINAL:
        return [1.0] * (len(levels) * (len(levels) - 1) // 2)
    places: Sequence[float] = levels
    if metric is Metric.ORDINAL:
        places = [up_to - own / 2 for up_to, own in zip(accumulate(held), held, strict=True)]
    return [(one - other) ** 2 for one, other in combinations(places, 2)]
