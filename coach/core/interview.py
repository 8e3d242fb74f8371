"""What an interview is at any moment."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from coach.core.bank import Guide
from coach.core.record import Record
from coach.core.scoring import Score, score
from coach.locale import mark, tr

OPENING, CLOSING = "opening", "closing"
"""The places in the agenda before the first and after the last question."""

NOT_ASSESSED = mark("not assessed")


class Overall(StrEnum):
    """The overall recommendation: four levels, no middle to hide in."""

    STRONG_NO = mark("strong no")
    NO = mark("no")
    YES = mark("yes")
    STRONG_YES = mark("strong yes")


class Phase(StrEnum):
    """Where the interview stands."""

    PLANNED = mark("planned")
    RUNNING = mark("running")
    PAUSED = mark("paused")
    ENDED = mark("ended")
    SUBMITTED = mark("submitted")


class Entry(Record):
    """What happened with one question; ``rating`` and ``not_assessed`` exclude each other."""

    asked: bool = False
    reworded: str = ""
    skipped: str = ""
    probes: tuple[int, ...] = ()
    rating: int | None = None
    not_assessed: str = ""

    @property
    def settled(self) -> bool:
        """Whether the question is rated or has a reason why not."""
        return self.rating is not None or bool(self.not_assessed)


class Amendment(Record):
    """A correction after submission, with what stood before."""

    at: datetime
    question: str
    before: str
    after: str
    reason: str


class InterviewState(Record):
    """One interview of one candidate by one interviewer.

    ``seconds`` counts what is over at each place; while the clock runs, the time since
    ``running_since`` at ``place`` comes on top (:func:`coach.core.interview_time.elapsed`).
    """

    id: str
    guide: Guide
    fingerprint: str
    candidate: str
    interviewer: str
    planned_at: datetime
    last_at: datetime
    number: int
    member: str = ""
    """The profile whose interview it is; empty in records from before there were panels."""
    requisition: str = ""
    """The requisition it belongs to, or nothing."""
    focus: tuple[str, ...] = ()
    """The competencies that this interviewer looks at first."""
    collected: bool = False
    """Whether it was held on another machine and came in sealed."""
    commitment: str = ""
    """The hash that sealed it when it was handed in."""
    salt: str = ""
    conflict: bool | None = None
    conflict_details: str = ""
    consent: bool | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    submitted_at: datetime | None = None
    submitted: Score | None = None
    place: str = OPENING
    running_since: datetime | None = None
    seconds: Mapping[str, float] = {}
    entries: Mapping[str, Entry] = {}
    notes: Mapping[str, str] = {}
    overall: Overall | None = None
    overall_reason: str = ""
    amendments: tuple[Amendment, ...] = ()

    @property
    def phase(self) -> Phase:
        """Where the interview stands."""
        if self.submitted_at:
            return Phase.SUBMITTED
        if self.ended_at:
            return Phase.ENDED
        if self.started_at is None:
            return Phase.PLANNED
        return Phase.RUNNING if self.running_since else Phase.PAUSED

    @property
    def agenda(self) -> tuple[str, ...]:
        """The places in their order: opening, the questions' ids, closing."""
        return (OPENING, *(question.id for question in self.guide.questions), CLOSING)

    def entry(self, question: str) -> Entry:
        """Return what happened with a question so far."""
        return self.entries.get(question, Entry())

    def note(self, place: str) -> str:
        """Return the note at a place."""
        return self.notes.get(place, "")

    @property
    def ratings(self) -> dict[str, int | None]:
        """Ratings by question id, ``None`` where there is none."""
        return {question.id: self.entry(question.id).rating for question in self.guide.questions}

    @property
    def score(self) -> Score:
        """The score of the ratings as they stand, amendments included."""
        return score(self.guide, self.ratings)

    @property
    def settled(self) -> int:
        """How many questions are rated or have a reason why not."""
        return sum(self.entry(question.id).settled for question in self.guide.questions)


def competency_title(state: InterviewState, question: str) -> str:
    """Name the competency that a question is about."""
    return state.guide.competency(state.guide.question(question).competency).title


def rating_text(rating: int | None) -> str:
    """Write a rating for people; what is missing is said in words."""
    return tr(NOT_ASSESSED) if rating is None else str(rating)
