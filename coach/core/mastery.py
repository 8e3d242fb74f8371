"""From reviews to what is mastered and how ready somebody is; every figure comes with its answers.

An *observation* is one :class:`coach.core.review.Review`: one showing of a graded step, rated *good*
(right at the first try, unaided and not a guess), *hard* or *again*. Practice, which is another run
through a whole situation that one knows already, is no observation. Calendar days are those of
the function ``day_of`` that is handed in, so "different days" are days where the learner lives.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from math import ceil

from coach.core.curriculum import MasteryRule
from coach.core.record import Record
from coach.core.review import Rating, Review
from coach.core.timespent import DayOf
from coach.core.training import Key

DAYS_OF_A_STEP = 2
"""On so many different days a step must be right, unaided."""

HALF_LIFE = timedelta(days=30)
"""After this time an observation weighs half."""

OLDEST = timedelta(days=3650)
"""From this age on weights fall no further, so that there is always something to divide by."""

ENOUGH = 3
"""With fewer observations there is no readiness to tell."""


class GradedStep(Record):
    """A step with an answer to grade, as the content has it now."""

    module: str
    id: str
    rev: int
    title: str
    competencies: tuple[str, ...]

    @property
    def key(self) -> Key:
        """What identifies the step in what was done."""
        return (self.module, self.id)


class StepMastery(Record):
    """How far one step is mastered, and by which answers.

    ``reviews`` are those of the step's present revision, oldest first; ``counted`` are the ones that
    count towards mastery, with the day of each.
    """

    step: GradedStep
    reviews: tuple[Review, ...]
    counted: tuple[tuple[date, Review], ...]

    @property
    def mastered(self) -> bool:
        """Whether it was right, unaided, on enough different days."""
        return len(self.counted) >= DAYS_OF_A_STEP


class SessionDone(Record):
    """How many of a session's steps are finished, of all kinds; ``trouble`` says why it cannot be told."""

    id: str
    title: str
    done: int
    total: int
    trouble: str = ""

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return not self.trouble and self.done == self.total


class ModuleMastery(Record):
    """A module against its rule. ``days`` are those with an unaided right answer in it, oldest first."""

    module: str
    title: str
    rev: int
    rule: MasteryRule
    sessions: tuple[SessionDone, ...]
    steps: tuple[StepMastery, ...]
    days: tuple[date, ...]
    summary: str = ""

    @property
    def done(self) -> int:
        """Finished steps, of all kinds."""
        return sum(session.done for session in self.sessions)

    @property
    def total(self) -> int:
        """All steps."""
        return sum(session.total for session in self.sessions)

    @property
    def begun(self) -> bool:
        """Whether anything in it was finished or answered."""
        return self.done > 0 or any(step.reviews for step in self.steps)

    @property
    def mastered(self) -> int:
        """Mastered steps."""
        return sum(step.mastered for step in self.steps)

    @property
    def needed(self) -> int:
        """How many steps must be mastered by the rule."""
        return ceil(round(self.rule.min_score * len(self.steps), 9))

    @property
    def enough_mastered(self) -> bool:
        """Whether enough steps are mastered; never without graded steps."""
        return bool(self.steps) and self.mastered >= self.needed

    @property
    def enough_days(self) -> bool:
        """Whether right answers were given on enough different days."""
        return len(self.days) >= self.rule.distinct_days

    @property
    def met(self) -> bool:
        """Whether the rule is met: steps mastered, days, and every session finished."""
        return self.enough_mastered and self.enough_days and all(one.finished for one in self.sessions)


class Weighed(Record):
    """An observation and its weight, from 1 (just now) down towards 0."""

    review: Review
    weight: float


class Readiness(Record):
    """How ready somebody is in one competency: ``seen`` of ``total`` graded steps were answered.

    ``observations`` are the newest first; those of steps that the content no longer has count too.
    """

    competency: str
    title: str
    observations: tuple[Weighed, ...]
    seen: int
    total: int

    @property
    def value(self) -> float | None:
        """The weighted mean of the observations' scores, 0 to 100; ``None`` while they are too few."""
        if len(self.observations) < ENOUGH:
            return None
        weights = sum(one.weight for one in self.observations)
        earned = sum(one.weight * one.review.score for one in self.observations)
        return min(100 * earned / weights, 100.0)


def step_mastery(step: GradedStep, reviews: Sequence[Review], day_of: DayOf) -> StepMastery:
    """Weigh the reviews of a step, given in order, against the rule for steps.

    A step is mastered when it was right, unaided, on two different days. An answer rated *again* starts
    the count afresh, since otherwise guessing long enough would master anything; *hard* and practice
    neither count nor harm. Since only the first run with the same values is no practice, a whole situation
    is mastered by passing it with two different seeds. Reviews of an older revision are of another
    question and are left out.
    """
    present = tuple(review for review in reviews if review.rev >= step.rev)
    counted_days: dict[date, Review] = {}
    for review in present:
        if review.practice:
            continue
        if review.rating is Rating.AGAIN:
            counted_days.clear()
        elif review.unaided:
            counted_days.setdefault(day_of(review.at), review)
    return StepMastery(step=step, reviews=present, counted=tuple(counted_days.items()))


def module_days(steps: Iterable[StepMastery], day_of: DayOf) -> tuple[date, ...]:
    """Give the days on which some step was right, unaided, oldest first."""
    return tuple(sorted({day_of(review.at) for step in steps for review in step.reviews if review.unaided}))


def weight(at: datetime, now: datetime) -> float:
    """Weigh an observation by its age: 1 now, half after :data:`HALF_LIFE`; the future counts as now."""
    age = min(max(now - at, timedelta()), OLDEST)
    return float(2 ** -(age / HALF_LIFE))


def readiness(
    competency: str,
    title: str,
    steps: Sequence[GradedStep],
    reviews: Mapping[Key, Sequence[Review]],
    now: datetime,
) -> Readiness:
    """Gather the observations of one competency; ``steps`` are all graded steps of the content.

    An observation belongs to the competencies that its step had when it was made.
    """
    found = sorted(
        (
            review
            for same in reviews.values()
            for review in same
            if competency in review.competencies and not review.practice
        ),
        key=lambda review: (review.at, review.key),
        reverse=True,
    )
    own = [step for step in steps if competency in step.competencies]
    return Readiness(
        competency=competency,
        title=title,
        observations=tuple(Weighed(review=review, weight=weight(review.at, now)) for review in found),
        seen=sum(any(review.rev >= step.rev for review in reviews.get(step.key, ())) for step in own),
        total=len(own),
    )
