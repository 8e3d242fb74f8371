"""How far the ratings of a single candidate lie apart: what can be said when there is only one."""

from collections.abc import Sequence
from fractions import Fraction

from coach.core.agreement.ratings import PAIR, Scale
from coach.core.record import Record

WIDE_RANGE = 2
"""From so many levels between the lowest and the highest rating on, and half the scale, a spread is wide."""

AD_DIVISOR = 6
"""A mean deviation over a sixth of the levels is wide (Burke and Dunlap 2002)."""


class Spread(Record):
    """Ratings of one candidate on one thing by ``raters`` interviewers (at least two).

    ``r_wg`` compares their variance with that of ratings without any judgement, all levels being equally
    likely (James, Demaree and Wolf 1984): 1 is full agreement, 0 none; below nought it is reported as 0, and
    ``raw`` keeps what was computed. ``ad`` is the mean distance from their mean, ``range`` the highest less
    the lowest, both in levels. There is no interval: these are all the ratings there are, and no sample.
    """

    raters: int
    r_wg: float
    raw: float
    ad: float
    range: float
    wide: bool


def spread(ratings: Sequence[int | Fraction], scale: Scale) -> Spread | None:
    """Measure the spread; ``None`` for fewer than two ratings."""
    number = len(ratings)
    if number < PAIR:
        return None
    exact = [Fraction(rating) for rating in ratings]
    mean = sum(exact, Fraction(0)) / number
    variance = sum((rating - mean) ** 2 for rating in exact) / (number - 1)
    by_chance = Fraction(scale.points**2 - 1, 12)
    ad = sum(abs(rating - mean) for rating in exact) / number
    reach = max(exact) - min(exact)
    far = reach >= max(Fraction(WIDE_RANGE), Fraction(scale.points - 1, 2))
    raw = float(1 - variance / by_chance)
    return Spread(
        raters=number,
        r_wg=max(0.0, raw),
        raw=raw,
        ad=float(ad),
        range=float(reach),
        wide=far or ad > Fraction(scale.points, AD_DIVISOR),
    )
