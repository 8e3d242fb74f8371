"""What every graded thing returns, in training and in interviews alike."""

from typing import Annotated

import msgspec

from coach.core.record import Record


class Span(Record):
    """A stretch of the graded text, in characters: ``start`` included, ``end`` not."""

    start: Annotated[int, msgspec.Meta(ge=0)]
    end: Annotated[int, msgspec.Meta(ge=0)]


class Check(Record):
    """One yes-or-no line of a judgement, with the reason for it.

    A check that ``spoils`` gives the solution away; it is told once the step is solved or revealed.
    """

    id: str
    passed: bool
    why: str
    label: str = ""
    weight: Annotated[float, msgspec.Meta(ge=0)] = 1
    evidence: Span | None = None
    spoils: bool = False


MODEL = "model"
"""The id of the check that tells a model answer."""


def model_check(label: str, why: str) -> Check:
    """Tell a model answer once the step is solved; it has no weight."""
    return Check(id=MODEL, label=label, passed=True, why=why, weight=0, spoils=True)


class Outcome(Record):
    """A judgement that can be recomputed and explained line by line.

    ``score`` runs from 0 to 1; ``misconceptions`` name the wrong ideas that the answer shows;
    ``remark`` is a sentence about the whole, if there is one to say. ``pass_mark`` is the score from
    which on it counts as right: all of it for small questions, less for whole situations. ``again`` says
    that it was not the first run through the same situation, such as after a step taken back; then it is
    practice, and no evidence of what somebody can do.
    """

    checks: tuple[Check, ...]
    score: Annotated[float, msgspec.Meta(ge=0, le=1)]
    misconceptions: tuple[str, ...] = ()
    remark: str = ""
    pass_mark: Annotated[float, msgspec.Meta(gt=0, le=1)] = 1
    again: bool = False

    def told(self, *, solved: bool) -> tuple[Check, ...]:
        """Give the checks that may be shown now: all once solved, before that none that spoils."""
        return tuple(check for check in self.checks if solved or not check.spoils)

    @property
    def right(self) -> bool:
        """Whether enough of what counts was right: as much as the pass mark asks."""
        return self.score >= self.pass_mark


def weigh(
    checks: tuple[Check, ...],
    *,
    misconceptions: tuple[str, ...] = (),
    remark: str = "",
    pass_mark: float = 1,
    again: bool = False,
) -> Outcome:
    """Make an outcome whose score is the weighted share of passed checks (1 if none has weight)."""
    total = sum(check.weight for check in checks)
    earned = sum(check.weight for check in checks if check.passed)
    score = earned / total if total else 1.0
    return Outcome(
        checks=checks,
        score=min(score, 1.0),
        misconceptions=misconceptions,
        remark=remark,
        pass_mark=pass_mark,
        again=again,
    )
