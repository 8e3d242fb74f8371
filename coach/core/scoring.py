"""The score of an interview, with its coverage. What is missing never counts as zero."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from coach.core.bank import HIGHEST, LOWEST, Guide
from coach.core.record import Record


class Score(Record):
    """``value`` from 0 to 100, or ``None`` when nothing was rated; ``coverage`` from 0 to 1."""

    value: float | None
    coverage: float


def score(guide: Guide, ratings: Mapping[str, int | None]) -> Score:
    """Combine ratings by question id mechanically, weighing competencies as the guide says.

    S = 100 * sum of w_c * (mean_c - min) / (max - min), over the sum of w_c, for rated competencies
    c only; coverage is the rated share of all weight. A competency's mean runs over its rated
    questions. (Mechanical beats holistic combination: Kuncel et al. 2013.) Computed in fractions,
    so the same ratings give the same number on every machine.
    """
    earned = rated_weight = all_weight = Fraction(0)
    for competency in guide.competencies:
        weight = Fraction(competency.weight)
        all_weight += weight
        mean = _mean(guide, competency.id, ratings)
        if mean is not None:
            rated_weight += weight
            earned += weight * (mean - LOWEST) / (HIGHEST - LOWEST)
    value = float(100 * earned / rated_weight) if rated_weight else None
    coverage = float(rated_weight / all_weight) if all_weight else 0.0
    return Score(value=value, coverage=coverage)


def _mean(guide: Guide, competency: str, ratings: Mapping[str, int | None]) -> Fraction | None:
    given = [
        rating
        for question in guide.questions
        if question.competency == competency and (rating := ratings.get(question.id)) is not None
    ]
    return Fraction(sum(given), len(given)) if given else None


def score_text(value: float | None) -> str:
    """Write a score for people, the same on screen, in the log and on paper; halves round up."""
    return "–" if value is None else f"{_whole(value)} of 100"


def coverage_text(coverage: float) -> str:
    """Write a coverage (0 to 1) as a whole percentage; halves round up."""
    return f"{_whole(coverage * 100)} %"


def _whole(value: float) -> int:
    return int(Decimal(repr(value)).quantize(Decimal(1), rounding=ROUND_HALF_UP))
