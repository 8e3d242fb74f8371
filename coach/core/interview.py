"""What an interview is at any moment, derived from its events."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from math import floor
from typing import assert_never

from msgspec.structs import replace

from coach.core import edits
from coach.core import events as ev
from coach.core.bank import Guide
from coach.core.record import Record
from coach.core.scoring import Score, score

OPENING, CLOSING = "opening", "closing"
"""The places in the agenda before the first and after the last question."""


class Overall(StrEnum):
    """The overall recommendation: four levels, no middle to hide in."""

    STRONG_NO = "strong no"
    NO = "no"
    YES = "yes"
    STRONG_YES = "strong yes"


class Phase(StrEnum):
    """Where the interview stands."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"
    SUBMITTED = "submitted"


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
    ``running_since`` at ``place`` comes on top (:func:`elapsed`).
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


def elapsed(state: InterviewState, now: datetime, place: str | None = None) -> float:
    """Return the seconds spent at a place, or in all places; a clock set back counts nothing."""
    total = sum(state.seconds.values()) if place is None else state.seconds.get(place, 0.0)
    if state.running_since and place in (None, state.place):
        total += max(0.0, (now - state.running_since).total_seconds())
    return total


def time_used(minutes: float, planned_minutes: float) -> str:
    """Say the time used against the plan, the same on screen and paper: ``29 of 45 minutes``.

    Whole minutes, halves rounded up; less than half a minute is ``under 1``. The parts of an interview
    may therefore not add up to the whole.
    """
    whole = floor(minutes + 0.5)
    used = "under 1" if minutes > 0 and not whole else str(whole)
    return f"{used} of {planned_minutes:g} minute{'' if planned_minutes == 1 else 's'}"


def planned(state: InterviewState, place: str) -> float:
    """Return the seconds that the guide plans for a place."""
    scripts = {OPENING: state.guide.opening, CLOSING: state.guide.closing}
    return (scripts.get(place) or state.guide.question(place)).minutes * 60


def behind(state: InterviewState, now: datetime) -> float:
    """Return by how many seconds the interview is over the plan up to this place; negative: in hand."""
    reached = state.agenda[: state.agenda.index(state.place) + 1]
    return elapsed(state, now) - sum(planned(state, place) for place in reached)


def competency_title(state: InterviewState, question: str) -> str:
    """Name the competency that a question is about."""
    return state.guide.competency(state.guide.question(question).competency).title


def replay(recorded: Iterable[ev.Recorded]) -> InterviewState | None:
    """Derive the state from a stream's events in order; ``None`` for an empty stream."""
    state: InterviewState | None = None
    for record in recorded:
        state = reduce(state, record)
    return state


def reduce(state: InterviewState | None, record: ev.Recorded) -> InterviewState:
    """Return the state after one more event.

    Raises ``ValueError`` for a stream that does not begin with the plan, or is not an interview.
    """
    if isinstance(record.event, ev.InterviewPlanned):
        return _planned(record, record.event)
    if isinstance(record.event, ev.InterviewCollected):
        return _collected(record, record.event)
    if state is None or not isinstance(record.event, ev.HeldEvent):
        raise ValueError(f"{record.stream} event {record.number} does not belong to a planned interview")
    changed = _apply(state, record.event, record.at)
    return replace(changed, number=record.number, last_at=record.at)


def _planned(record: ev.Recorded, event: ev.InterviewPlanned) -> InterviewState:
    return InterviewState(
        id=record.stream.partition("/")[2],
        guide=event.guide,
        fingerprint=event.fingerprint,
        candidate=event.candidate,
        interviewer=event.interviewer,
        planned_at=record.at,
        last_at=record.at,
        number=record.number,
        member=event.member,
        requisition=event.requisition,
        focus=event.focus,
    )


def _collected(record: ev.Recorded, event: ev.InterviewCollected) -> InterviewState:
    """Derive an interview that was held elsewhere from what was recorded there."""
    state: InterviewState | None = None
    for held in event.records:
        there = ev.Recorded(
            stream=record.stream, number=held.number, at=held.at, actor=held.actor, event=held.event
        )
        state = reduce(state, there)
    if state is None:
        raise ValueError(f"{record.stream} event {record.number} collected an empty interview")
    return replace(state, number=record.number, collected=True)


def _apply(state: InterviewState, event: ev.HeldEvent, at: datetime) -> InterviewState:  # noqa: PLR0911, PLR0912, C901 - one line for each event
    match event:
        case ev.InterviewPlanned():
            return state
        case ev.ConflictDeclared(conflict=conflict, details=details):
            return replace(state, conflict=conflict, conflict_details=details)
        case ev.ConsentRecorded(given=given):
            return replace(state, consent=given)
        case ev.InterviewStarted():
            return replace(state, started_at=at, running_since=at)
        case ev.PlaceEntered(place=place):
            moved = _stop(state, at)
            return replace(moved, place=place, running_since=at if state.running_since else None)
        case ev.InterviewPaused(since=since):
            return _stop(state, since or at)
        case ev.InterviewResumed():
            return replace(state, running_since=at)
        case ev.InterviewEnded():
            return replace(_stop(state, at), ended_at=at)
        case ev.NoteEdited(place=place, start=start, removed=removed, inserted=inserted):
            changed = edits.applied(state.note(place), start, removed, inserted)
            return replace(state, notes={**state.notes, place: changed})
        case ev.OverallChosen(level=level, reason=reason):
            return replace(state, overall=Overall(level), overall_reason=reason)
        case ev.ScorecardSubmitted():
            result = Score(value=event.score, coverage=event.coverage)
            sealed = replace(state, commitment=event.commitment, salt=event.salt)
            return replace(sealed, submitted_at=at, submitted=result)
        case ev.ScorecardAmended():
            return _amended(state, event, at)
        case _:
            return _with_entry(state, event.question, _entry_after(state.entry(event.question), event))


QuestionEvent = (
    ev.QuestionAsked | ev.QuestionSkipped | ev.ProbeUsed | ev.Rated | ev.NotAssessed | ev.RatingCleared
)


def _entry_after(entry: Entry, event: QuestionEvent) -> Entry:
    match event:
        case ev.QuestionAsked(reworded=reworded):
            unskipped = "" if entry.skipped else entry.not_assessed
            return replace(entry, asked=True, reworded=reworded, skipped="", not_assessed=unskipped)
        case ev.QuestionSkipped(reason=reason):
            return Entry(skipped=reason, not_assessed=reason, probes=entry.probes)
        case ev.ProbeUsed(probe=probe, used=used):
            others = {number for number in entry.probes if number != probe}
            return replace(entry, probes=tuple(sorted(others | {probe} if used else others)))
        case ev.Rated(rating=rating):
            return replace(entry, rating=rating, not_assessed="")
        case ev.NotAssessed(reason=reason):
            return replace(entry, rating=None, not_assessed=reason)
        case ev.RatingCleared():
            return replace(entry, rating=None, not_assessed="", skipped="")
        case _:
            assert_never(event)


def _amended(state: InterviewState, event: ev.ScorecardAmended, at: datetime) -> InterviewState:
    if not event.question:
        before = str(state.overall or "–")
        changed = replace(state, overall=Overall(event.level))
        after = event.level
    else:
        entry = state.entry(event.question)
        before, after = rating_text(entry.rating), rating_text(event.rating)
        if event.rating is None:
            new = replace(entry, rating=None, not_assessed=event.reason)
        else:
            new = replace(entry, rating=event.rating, not_assessed="", skipped="")
        changed = _with_entry(state, event.question, new)
    amendment = Amendment(at=at, question=event.question, before=before, after=after, reason=event.reason)
    return replace(changed, amendments=(*state.amendments, amendment))


def rating_text(rating: int | None) -> str:
    """Write a rating for people; what is missing is said in words."""
    return "not assessed" if rating is None else str(rating)


def _with_entry(state: InterviewState, question: str, entry: Entry) -> InterviewState:
    return replace(state, entries={**state.entries, question: entry})


def _stop(state: InterviewState, at: datetime) -> InterviewState:
    """Book the time since the clock last started on the place where it ran."""
    spent = elapsed(state, at, state.place)
    return replace(state, seconds={**state.seconds, state.place: spent}, running_since=None)
