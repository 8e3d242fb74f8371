"""From the reliability of one interviewer to that of a panel, and what it leaves of a difference in score."""

from collections.abc import Collection, Mapping
from math import sqrt

from coach.core.agreement.coefficient import Standing
from coach.core.agreement.icc import Form, icc
from coach.core.record import Record

SEPARATE, TOGETHER = 0.44, 0.74
"""Published reliability of one interviewer where each holds an interview of their own, and where a panel
sits in the same one: 125 coefficients, N = 32,428 (Huffcutt, Culbertson and Weyhrauch 2013)."""

WITHIN_ERROR = 1.96
"""So many standard errors either way hold 95 % of a normal distribution."""

LEAST_FOR_BAND = 3
"""The spread of two scores is their difference itself, so nothing is there to compare it with."""


def of_panel(single: float, raters: int) -> float:
    """Give the reliability of the mean of so many raters (Spearman 1910; Brown 1910).

    ``single`` is that of one rater; below nought it counts as 0.
    """
    kept = max(0.0, single)
    return raters * kept / (1 + (raters - 1) * kept)


def standard_error(deviation: float, reliability: float) -> float:
    """Give the standard error of measurement (SEM) of one score, in the units of the deviation."""
    return deviation * sqrt(1 - reliability)


def least_difference(deviation: float, reliability: float) -> float:
    """Give the difference from which on two scores can be told apart: 1.96 times its standard error (SED)."""
    return WITHIN_ERROR * sqrt(2) * standard_error(deviation, reliability)


class Reliability(Record):
    """The reliability of a panel's mean score and where it comes from.

    ``measured`` says that it was computed from ``candidates``, and ``low`` and ``high`` are then the ends of
    its 95 % interval. Otherwise it is a published figure: ``single`` for one interviewer, stepped up to
    ``raters``.
    """

    value: float
    raters: int
    measured: bool
    candidates: int = 0
    single: float | None = None
    low: float | None = None
    high: float | None = None


class Band(Record):
    """Two of ``candidates`` whose scores differ by less than ``points`` are not distinguishable.

    ``deviation`` is the standard deviation between the candidates' scores; both are in points of 100.
    """

    points: float
    deviation: float
    candidates: int
    reliability: Reliability

    @property
    def half(self) -> float:
        """How far to draw a score's bar to either side: bars that overlap are not distinguishable."""
        return self.points / 2

    def close(self, one: float, other: float) -> bool:
        """Whether two scores are not distinguishable; equal ones never are."""
        return one == other or abs(one - other) < self.points


def reliability(scores: Mapping[str, Mapping[str, float]], single: float = SEPARATE) -> Reliability:
    """Give the reliability of the mean over raters, from each rater's score of each candidate.

    It is measured where there are enough candidates for a verdict and the design is complete: with the same
    raters for all as ICC(2,k), with as many for each as ICC(1,k), below nought counting as 0. Otherwise
    ``single`` (see :data:`SEPARATE`) is stepped up to the fewest raters that a candidate had.
    """
    for form in (Form.AGREEMENT_MEAN, Form.ONE_WAY_MEAN):
        found = icc(scores, form)
        if found.value is not None and found.standing is Standing.JUDGED:
            ends = found.interval
            return Reliability(
                value=min(1.0, max(0.0, found.value)),
                raters=min(map(len, scores.values())),
                measured=True,
                candidates=found.candidates,
                low=ends.low if ends else None,
                high=ends.high if ends else None,
            )
    fewest = min((len(found) for found in scores.values() if found), default=1)
    return Reliability(value=of_panel(single, fewest), raters=fewest, measured=False, single=single)


def band(scores: Collection[float], rel: Reliability) -> Band | None:
    """Give the band for candidates' scores (0 to 100); ``None`` for too few of them."""
    number = len(scores)
    if number < LEAST_FOR_BAND:
        return None
    mean = sum(scores) / number
    deviation = sqrt(sum((score - mean) ** 2 for score in scores) / (number - 1))
    points = least_difference(deviation, rel.value)
    return Band(points=points, deviation=deviation, candidates=number, reliability=rel)


def runs(scores: Mapping[str, float], within: Band) -> tuple[tuple[str, ...], ...]:
    """Find the longest runs of neighbours, best first, none of whom can be told from another of the run."""
    order = sorted(scores, key=lambda name: -scores[name])
    found: list[tuple[int, int]] = []
    end = 0
    for start, name in enumerate(order):
        end = max(start, end)  # whoever is close to the one above is so to this one
        while end + 1 < len(order) and within.close(scores[name], scores[order[end + 1]]):
            end += 1
        if end > start and (not found or end > found[-1][1]):
            found.append((start, end))
    return tuple(tuple(order[start : end + 1]) for start, end in found)
