"""Weighted kappa: agreement beyond chance of exactly two raters (J. Cohen 1968)."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import chain

from coach.core.agreement.coefficient import Coefficient, Standing, standing
from coach.core.agreement.jackknife import Counts, interval, total
from coach.core.agreement.ratings import PAIR, Scale, Unit, Units, raters_in


class Weighting(StrEnum):
    """How much worse a disagreement by two levels is than one by one level."""

    LINEAR = "linear"
    QUADRATIC = "quadratic"


def kappa(units: Units, scale: Scale, weighting: Weighting = Weighting.QUADRATIC) -> Coefficient | None:
    """Compute kappa over all units with an interval over candidates; ``None`` unless there are two raters."""
    raters = raters_in(chain.from_iterable(units.values()), least=PAIR)
    if len(raters) != PAIR:
        return None
    pairs = ([_pair(unit, raters) for unit in found if len(unit.ratings) == PAIR] for found in units.values())
    parts = [_counts(found, scale) for found in pairs if found]
    summed = total(parts)
    allowed = standing(len(raters), len(parts))
    value, reach = None, None
    if allowed is not Standing.TOO_FEW:
        value = _value(summed, weighting)
        if value is None:
            allowed = Standing.NO_VARIATION
        else:
            reach = interval(parts, lambda counts: _value(counts, weighting))
    return Coefficient(
        name=f"weighted kappa ({weighting.value})",
        value=value,
        interval=reach,
        candidates=len(parts),
        raters=len(raters),
        ratings=round(PAIR * sum(summed)),
        standing=allowed,
    )


def _pair(unit: Unit, raters: Sequence[str]) -> tuple[int, int]:
    """Put a unit's two ratings in the order of the raters."""
    first, second = unit.ratings
    return (first, second) if unit.raters[0] == raters[0] else (second, first)


def _counts(pairs: Iterable[tuple[int, int]], scale: Scale) -> Counts:
    """Count how often each level of the first rater met each of the second, row by row."""
    met = [0.0] * scale.points**2
    for first, second in pairs:
        met[(first - scale.low) * scale.points + second - scale.low] += 1
    return tuple(met)


def _value(met: Sequence[float], weighting: Weighting) -> float | None:
    """Compare the weighted disagreement with that of raters who give their levels at random.

    The weight of two levels is their distance over the longest, to the power of one or two.
    """
    points = round(len(met) ** 0.5)
    rows = [met[start : start + points] for start in range(0, len(met), points)]
    first = [sum(row) for row in rows]
    second = [sum(column) for column in zip(*rows, strict=True)]
    power = 1 if weighting is Weighting.LINEAR else 2
    observed = expected = 0.0
    for one, row in enumerate(rows):
        for other, times in enumerate(row):
            weight = abs(one - other) ** power
            observed += weight * times
            expected += weight * first[one] * second[other]
    return 1 - sum(first) * observed / expected if expected else None
