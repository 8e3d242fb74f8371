"""Means of ratings and their weighted score, exact and quick.

Everything is computed in whole numbers over common denominators. That is exact, as fractions are, and needs
one step of cancelling where those take one for every sum: with thousands of scorecards that counts.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction
from math import lcm

from coach.core.bank import HIGHEST, LOWEST, Guide
from coach.core.scoring import Score


def mean_of(values: Collection[Fraction]) -> Fraction:
    """Average values, of which there is at least one."""
    under = lcm(*(one.denominator for one in values))
    return Fraction(sum(one.numerator * (under // one.denominator) for one in values), under * len(values))


class Weighing:
    """A guide's weights in whole numbers, to score by them again and again."""

    def __init__(self, guide: Guide) -> None:
        weights = {one.id: one.weight.as_integer_ratio() for one in guide.competencies}
        over = lcm(*(below for _, below in weights.values()))
        self._share = {name: above * (over // below) for name, (above, below) in weights.items()}
        self._whole = sum(self._share.values())

    def score(self, means: Mapping[str, Fraction]) -> Score:
        """Combine means by competency as :func:`coach.core.scoring.score` does; the missing is left out."""
        share = self._share
        under = lcm(*(mean.denominator for mean in means.values()))
        earned = sum(
            share[name] * (mean.numerator * (under // mean.denominator) - LOWEST * under)
            for name, mean in means.items()
        )
        rated = sum(share[name] for name in means)
        return Score(
            value=100 * earned / (rated * under * (HIGHEST - LOWEST)) if rated else None,
            coverage=rated / self._whole if self._whole else 0.0,
        )
