"""From the reliability of one interviewer to that of a panel, and what it leaves of a difference in score."""

from math import sqrt

from coach.core.agreement.coefficient import LEAST_FOR_VERDICT
from coach.core.record import Record

SEPARATE, TOGETHER = 0.44, 0.74
"""Published reliability of one interviewer where each holds an interview of their own, and where a panel
sits in the same one: 125 coefficients, N = 32,428 (Huffcutt, Culbertson and Weyhrauch 2013)."""

WITHIN_ERROR = 1.96
"""So many standard errors either way hold 95 % of a normal distribution."""

LEAST_FOR_BAND = 3
"""With two candidates the spread of the scores is their difference itself, and there is nothing to compare."""


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

    ``measured`` says that it was computed from these candidates; otherwise it is the published
    figure for ``single`` interviews, stepped up to ``raters``. ``low`` and ``high`` are the ends of its 95 %
    interval where it was measured.
    """

    value: float
    single: float
    raters: int
    measured: bool
    candidates: int
    low: float | None = None
    high: float | None = None


class Band(Record):
    """Two of ``candidates`` whose scores differ by less than ``points`` are not distinguishable.

    ``deviation`` is the standard deviation between the candidates' scores; all are points of 100.
    """

    points: float
    deviation: float
    candidates: int
    reliability: Reliability

    @property
    def half(self) -> float:
        """How far to draw a score's bar to either side: bars that overlap are not distinguishable."""
        return self.points / 2


def published(raters: int, *, single: float = SEPARATE) -> Reliability:
    """Give what is published for as many interviewers, where there are too few candidates to measure."""
    return Reliability(
        value=of_panel(single, raters), single=single, raters=raters, measured=False, candidates=0
    )


def enough_to_measure(candidates: int) -> bool:
    """Whether a reliability measured on so many candidates may decide who is told apart."""
    return candidates >= LEAST_FOR_VERDICT
