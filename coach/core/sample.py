"""Sample answers that experts rated: what interviewers learn to rate by, and how close they come."""

from collections.abc import Sequence
from enum import StrEnum
from math import sqrt

from coach.core.bank import Rating
from coach.core.record import Id, Record, Revision, Text
from coach.locale import mark

FEW, ENOUGH = 5, 10
"""With fewer ratings than the first there is no figure to tell, with fewer than the second no verdict."""

MODEL = 4
"""From this expert rating on a sample answer is a model for those who practise."""

NOTABLE = 0.25
"""A mean difference, in levels, below which nobody is called lenient or severe."""

NARROW, BROAD = 0.75, 1.33
"""Shares of the experts' spread below and above which one's own ratings lie too close or too far apart."""


class Trap(StrEnum):
    """What may lead a rater away from the anchors in a sample answer."""

    HALO = "halo"
    HORNS = "horns"
    CONTRAST = "contrast"
    SIMILAR_TO_ME = "similar-to-me"
    FLUENCY = "fluency"
    NAMES = "names"
    WE = "we"
    INTENTION = "intention"


TRAPS = {
    Trap.HALO: mark("one strong part outshines what was not said at all"),
    Trap.HORNS: mark("one weak or clumsy part hides what was said in full"),
    Trap.CONTRAST: mark("it looks better or worse only beside an answer heard before"),
    Trap.SIMILAR_TO_ME: mark("it sounds like what one would have done oneself"),
    Trap.FLUENCY: mark("it is told so well, or so badly, that one hears the telling and not the deed"),
    Trap.NAMES: mark("well-known companies and big figures stand where the candidate's own act should"),
    Trap.WE: mark("it says “we” throughout, and the candidate's own part stays open"),
    Trap.INTENTION: mark("it tells what one should do, although the question asks what was done"),
}
"""Each trap in words that go on from “The trap here:”."""


class Sample(Record):
    """An answer of a made-up candidate to one question of a bank, with the rating that experts agreed on.

    ``rationale`` says which anchor was met, with the words of the answer that show it. A higher ``rev``
    is another answer: ratings of the older one stay, and it can be rated afresh.
    """

    id: Id
    question: Id
    rating: Rating
    text: Text
    rationale: Text
    traps: tuple[Trap, ...] = ()
    rev: Revision = 1

    @property
    def model(self) -> bool:
        """Whether those who practise can learn from it how to answer."""
        return self.rating >= MODEL


class SampleSet(Record):
    """Sample answers to the questions of one bank, in a file beside it that is called like it."""

    bank: Id
    samples: tuple[Sample, ...]


class Pair(Record):
    """One sample answer as somebody rated it and as the experts did."""

    own: Rating
    expert: Rating


class Figures(Record):
    """How close somebody's ratings come to the experts'; ``None`` is too few to tell.

    ``same`` and ``within`` are the shares (0 to 1) of ratings equal to the experts' and at most one level
    away; ``distance`` is the mean absolute difference in levels. ``severity`` is the mean signed
    difference, above 0 for lenient, and ``margin`` two standard errors of it. ``spread`` is the standard
    deviation of one's own ratings relative to the experts': below 1 they lie closer together, as they do
    when a general impression (halo) or the middle of the scale stands in for the anchors. ``follows`` is
    the correlation (Pearson's r) of the two.
    """

    count: int
    same: float | None = None
    within: float | None = None
    distance: float | None = None
    severity: float | None = None
    margin: float | None = None
    spread: float | None = None
    follows: float | None = None

    @property
    def lenient(self) -> bool:
        """Whether the ratings are above the experts' by more than chance explains."""
        return self._biased(1)

    @property
    def severe(self) -> bool:
        """Whether the ratings are below the experts' by more than chance explains."""
        return self._biased(-1)

    @property
    def bunched(self) -> bool:
        """Whether the ratings lie markedly closer together than the experts'."""
        return self.count >= ENOUGH and self.spread is not None and self.spread < NARROW

    @property
    def stretched(self) -> bool:
        """Whether the ratings lie markedly further apart than the experts'."""
        return self.count >= ENOUGH and self.spread is not None and self.spread > BROAD

    def _biased(self, sign: int) -> bool:
        if self.count < ENOUGH or self.severity is None or self.margin is None:
            return False
        return sign * self.severity >= NOTABLE and sign * self.severity > self.margin


def figures(pairs: Sequence[Pair]) -> Figures:
    """Compute accuracy, severity and spread of ratings against those of experts."""
    count = len(pairs)
    if count < FEW:
        return Figures(count=count)
    gaps = [pair.own - pair.expert for pair in pairs]
    own, expert = [pair.own for pair in pairs], [pair.expert for pair in pairs]
    own_sd, expert_sd = _deviation(own), _deviation(expert)
    both = own_sd * expert_sd
    return Figures(
        count=count,
        same=sum(gap == 0 for gap in gaps) / count,
        within=sum(abs(gap) <= 1 for gap in gaps) / count,
        distance=sum(abs(gap) for gap in gaps) / count,
        severity=sum(gaps) / count,
        margin=2 * _deviation(gaps) / sqrt(count),
        spread=own_sd / expert_sd if expert_sd else None,
        follows=min(max(_covariance(own, expert) / both, -1.0), 1.0) if both else None,
    )


def _covariance(one: Sequence[int], other: Sequence[int]) -> float:
    """Compute the sample covariance, over n - 1."""
    mean_one, mean_other = sum(one) / len(one), sum(other) / len(other)
    products = ((a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True))
    return sum(products) / (len(one) - 1)


def _deviation(values: Sequence[int]) -> float:
    """Compute the sample standard deviation, over n - 1."""
    return sqrt(_covariance(values, values))
