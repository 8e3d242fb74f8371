"""An interview in a few numbers: what lists, comparisons and statistics need of it."""

from datetime import datetime

from coach.core.interview import InterviewState, Overall, Phase
from coach.core.record import Record
from coach.core.scoring import Score, score


class Digest(Record):
    """One interview; ``ratings`` stand in the order of the guide's questions, ``None`` where there is none.

    Times are UTC.
    """

    id: str
    title: str
    candidate: str
    interviewer: str
    member: str
    requisition: str
    fingerprint: str
    phase: Phase
    settled: int
    ratings: tuple[int | None, ...]
    score: float | None
    coverage: float
    overall: Overall | None
    commitment: str
    last_at: datetime
    submitted_at: datetime | None

    @property
    def questions(self) -> int:
        """How many questions the guide has."""
        return len(self.ratings)

    @property
    def submitted(self) -> bool:
        """Whether the scorecard is in."""
        return self.submitted_at is not None


def digest(state: InterviewState) -> Digest:
    """Take the numbers out of an interview as it stands."""
    result: Score = score(state.guide, state.ratings)
    return Digest(
        id=state.id,
        title=state.guide.title,
        candidate=state.candidate,
        interviewer=state.interviewer,
        member=state.member,
        requisition=state.requisition,
        fingerprint=state.fingerprint,
        phase=state.phase,
        settled=state.settled,
        ratings=tuple(state.ratings.values()),
        score=result.value,
        coverage=result.coverage,
        overall=state.overall,
        commitment=state.commitment,
        last_at=state.last_at,
        submitted_at=state.submitted_at,
    )
