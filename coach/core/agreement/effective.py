"""What a weight does in fact: one on a competency that everybody gets a 4 for does nothing."""

from collections.abc import Mapping, Sequence
from functools import partial
from math import inf

from coach.core.agreement.coefficient import LEAST_CANDIDATES, Interval
from coach.core.agreement.jackknife import Counts, interval, total
from coach.core.record import Record

NOTHING = 1e-12
"""A variance below this is rounding."""

UNBOUNDED = (-inf, inf)
"""A share is below nought or above one where competencies pull in opposite directions."""


class EffectiveWeight(Record):
    """A competency's nominal and effective share of the score, each summing to 1 over the competencies.

    The effective share is how much of the variance of the scores of ``candidates`` it makes: its weight times
    the covariance of competency and score, over the variance of the score. It may be below 0. ``value`` is
    ``None`` for too few candidates, and where all have the same score.
    """

    competency: str
    nominal: float
    value: float | None
    interval: Interval | None
    candidates: int


def effective_weights(
    weights: Mapping[str, float], means: Sequence[Mapping[str, float]]
) -> tuple[EffectiveWeight, ...]:
    """Compute the effective weights from candidates' means; those not rated on everything are left out."""
    counting = {name: weight for name, weight in weights.items() if weight}
    whole = sum(counting.values())
    rated = [found for found in means if counting.keys() <= found.keys()]
    scores = [sum(counting[name] * found[name] for name in counting) / whole for found in rated]
    return tuple(
        _effective(name, weight / whole, [found[name] for found in rated], scores)
        for name, weight in counting.items()
    )


def _effective(
    name: str, nominal: float, values: Sequence[float], scores: Sequence[float]
) -> EffectiveWeight:
    value, reach = None, None
    if len(values) >= LEAST_CANDIDATES:
        parts = _moments(values, scores)
        statistic = partial(_share, nominal)
        value = statistic(total(parts))
        reach = None if value is None else interval(parts, statistic, UNBOUNDED)
    return EffectiveWeight(
        competency=name, nominal=nominal, value=value, interval=reach, candidates=len(values)
    )


def _moments(values: Sequence[float], scores: Sequence[float]) -> list[Counts]:
    """Give what each candidate adds to the moments, around the means so that nothing cancels out."""
    middle, centre = sum(values) / len(values), sum(scores) / len(scores)
    around = [(value - middle, score - centre) for value, score in zip(values, scores, strict=True)]
    return [(1.0, value, score, value * score, score * score) for value, score in around]


def _share(nominal: float, sums: Sequence[float]) -> float | None:
    number, value, score, product, square = sums
    variance = square / number - (score / number) ** 2
    if variance < NOTHING:
        return None
    return nominal * (product / number - value * score / number**2) / variance
