"""What an interview is, derived from its events: each one turns a state into the next."""

from collections.abc import Iterable
from datetime import datetime
from typing import assert_never

from msgspec.structs import replace

from coach.core import edits
from coach.core import events as ev
from coach.core.interview import NOT_ASSESSED, Amendment, Entry, InterviewState, Overall
from coach.core.interview_time import elapsed
from coach.core.scoring import Score


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
        before, after = _told(entry.rating), _told(event.rating)
        if event.rating is None:
            new = replace(entry, rating=None, not_assessed=event.reason)
        else:
            new = replace(entry, rating=event.rating, not_assessed="", skipped="")
        changed = _with_entry(state, event.question, new)
    amendment = Amendment(at=at, question=event.question, before=before, after=after, reason=event.reason)
    return replace(changed, amendments=(*state.amendments, amendment))


def _told(rating: int | None) -> str:
    return NOT_ASSESSED if rating is None else str(rating)


def _with_entry(state: InterviewState, question: str, entry: Entry) -> InterviewState:
    return replace(state, entries={**state.entries, question: entry})


def _stop(state: InterviewState, at: datetime) -> InterviewState:
    """Book the time since the clock last started on the place where it ran."""
    spent = elapsed(state, at, state.place)
    return replace(state, seconds={**state.seconds, state.place: spent}, running_since=None)
