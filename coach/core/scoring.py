"""The score of an interview, with its coverage. What is missing never counts as zero."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import lcm

from coach.core.bank import HIGHEST, LOWEST, Guide
from coach.core.record import Record
from coach.locale import tr


class Score(Record):
    """``value`` from 0 to 100, or ``None`` when nothing was rated; ``coverage`` from 0 to 1."""

    value: float | None
    coverage: float


def score(guide: Guide, ratings: Mapping[str, int | None]) -> Score:
    """Combine ratings by question id; a competency's mean runs over its rated questions."""
    given: dict[str, list[int]] = {competency.id: [] for competency in guide.competencies}
    for question in guide.questions:
        rating = ratings.get(question.id)
        if rating is not None and question.competency in given:
            given[question.competency].append(rating)
    return Weighing(guide).score(
        {name: Fraction(sum(found), len(found)) for name, found in given.items() if found}
    )


class Weighing:
    """A guide's weights in whole numbers, to score by them again and again.

    Everything is computed over common denominators. That is exact, as fractions are, so the same ratings
    give the same number on every machine; and it needs one step of cancelling where fractions take one for
    every sum: with thousands of scorecards that counts.
    """

    def __init__(self, guide: Guide) -> None:
        weights = {one.id: one.weight.as_integer_ratio() for one in guide.competencies}
        over = lcm(*(below for _, below in weights.values()))
        self._share = {name: above * (over // below) for name, (above, below) in weights.items()}
        self._whole = sum(self._share.values())

    def score(self, means: Mapping[str, Fraction]) -> Score:
        """Combine means by competency mechanically, weighing them as the guide says.

        S = 100 * sum of w_c * (mean_c - min) / (max - min), over the sum of w_c, for rated competencies
        c only; coverage is the rated share of all weight. (Mechanical beats holistic combination: Kuncel
        et al. 2013.)
        """
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


def score_text(value: float | None) -> str:
    """Write a score for people, the same on screen, in the log and on paper; halves round up."""
    return "–" if value is None else tr("{score} of 100", score=_whole(value))


def score_figure(value: float | None) -> str:
    """Write a score without its scale, where a heading says it."""
    return "–" if value is None else str(_whole(value))


def coverage_text(coverage: float) -> str:
    """Write a coverage (0 to 1) as a whole percentage; halves round up."""
    return f"{_whole(coverage * 100)} %"


def _whole(value: float) -> int:
    return int(Decimal(repr(value)).quantize(Decimal(1), rounding=ROUND_HALF_UP))
