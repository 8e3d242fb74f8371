"""Where a trainee stands, derived from what they did, and what comes next."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Protocol, TypeVar, assert_never

import msgspec
from msgspec.structs import replace

from coach.core import events as ev
from coach.core.curriculum import Lesson, Session, Step
from coach.core.edits import applied
from coach.core.outcome import Outcome
from coach.core.record import Record

T = TypeVar("T")
Key = tuple[str, str]
"""A module's id and a step's id."""


class Standing(StrEnum):
    """How far a trainee has come with a step."""

    NEW = "new"
    SEEN = "seen"
    TRIED = "tried"
    DONE = "done"
    SOLVED = "solved"
    REVEALED = "revealed"

    @property
    def finished(self) -> bool:
        """Whether the trainee can move on with a good conscience."""
        return self in (Standing.DONE, Standing.SOLVED, Standing.REVEALED)


class StepProgress(Record):
    """What happened with one step since it was last reset, at the revision that was met."""

    rev: int
    standing: Standing
    first_at: datetime
    last_at: datetime
    tries: int = 0
    hints: int = 0
    response: msgspec.Raw | None = None
    outcome: Outcome | None = None
    draft: str = ""
    """An unfinished answer as JSON; empty once it is answered."""
    reviewing: bool = False
    """While a finished step is asked again; what happens then belongs to the review, not to progress."""

    @property
    def unaided(self) -> bool:
        """Whether it was right at the first try without a hint."""
        first = self.tries == 1 and self.hints == 0 and not (self.outcome and self.outcome.again)
        return self.standing is Standing.SOLVED and first


class TrainingState(Record):
    """Everything derived from one trainee's stream. ``number`` is that of the last event."""

    number: int = 0
    steps: Mapping[Key, StepProgress] = {}
    last: ev.Place | None = None
    last_in: Mapping[tuple[str, str], ev.Place] = {}
    """Where the trainee was last, by module and session."""
    bookmarks: Mapping[Key, ev.Place] = {}
    notes: Mapping[Key, str] = {}
    path: str = ""
    """The learning path that the trainee follows, if any."""
    deadline: date | None = None

    def progress(self, module: str, step: str, rev: int = 1) -> StepProgress | None:
        """Return what happened with a step; an older revision counts as never met."""
        found = self.steps.get((module, step))
        return found if found is not None and found.rev >= rev else None

    def standing(self, module: str, step: str, rev: int = 1) -> Standing:
        """Return how far the trainee has come with a step."""
        progress = self.progress(module, step, rev)
        return progress.standing if progress else Standing.NEW


def replay(recorded: Iterable[ev.Recorded], state: TrainingState | None = None) -> TrainingState:
    """Derive the state from a stream's events in order, going on from ``state`` if one is given.

    Copies the maps once, so a long history costs time in proportion to its length.
    """
    start = state or TrainingState()
    steps, last_in = dict(start.steps), dict(start.last_in)
    bookmarks, notes = dict(start.bookmarks), dict(start.notes)
    last, number, path, deadline = start.last, start.number, start.path, start.deadline
    for record in recorded:
        number = record.number
        match record.event:
            case ev.PathChosen():
                path = record.event.path
            case ev.DeadlineSet():
                deadline = record.event.on
            case ev.Bookmarked(place=place, on=on):
                _keep(bookmarks, place.key, place if on else None)
            case ev.NoteKept(place=place, text=text):
                _keep(notes, place.key, text or None)
            case event if isinstance(event, ev.PieceRated | ev.RehearsalEvent):
                continue
            case event if not isinstance(event, ev.StepEvent):
                raise TypeError(f"{record.stream} event {number} does not belong to a training stream")
            case event:
                place = event.place
                after = _after(steps.get(place.key), event, record.at)
                _keep(steps, place.key, after)
                if after is None or not after.reviewing:
                    last = last_in[place.module, place.session] = place
    return TrainingState(
        number=number,
        steps=steps,
        last=last,
        last_in=last_in,
        bookmarks=bookmarks,
        notes=notes,
        path=path,
        deadline=deadline,
    )


def _keep(kept: dict[Key, T], key: Key, value: T | None) -> None:
    """Keep a value under its key, or nothing if there is none."""
    if value is None:
        kept.pop(key, None)
    else:
        kept[key] = value


def reduce(state: TrainingState, record: ev.Recorded) -> TrainingState:
    """Return the state after one more event."""
    return replay((record,), state)


LearningEvent = (
    ev.StepShown
    | ev.StepRead
    | ev.HintTaken
    | ev.Answered
    | ev.DraftKept
    | ev.SolutionRevealed
    | ev.StepReset
    | ev.ReviewShown
)
"""Events that move a step's progress."""


def _after(  # noqa: PLR0911 - one line for each event
    before: StepProgress | None, event: LearningEvent, at: datetime
) -> StepProgress | None:
    """Return a step's progress after an event; a higher revision starts afresh."""
    rev = event.place.rev
    if before is None or before.rev < rev:
        before = StepProgress(rev=rev, standing=Standing.SEEN, first_at=at, last_at=at)
    now = replace(before, last_at=at)
    match event:
        case ev.StepReset():
            return None
        case ev.StepShown() | ev.ReviewShown() | ev.DraftKept():
            return _met(now, event)
        case ev.StepRead():
            return replace(now, standing=Standing.DONE)
        case _ if now.reviewing:
            return replace(now, draft="") if isinstance(event, ev.Answered) else now
        case ev.HintTaken(number=number):
            return replace(now, hints=max(now.hints, number))
        case ev.Answered(response=response, outcome=outcome):
            return replace(
                now,
                tries=now.tries + 1,
                response=response,
                outcome=outcome,
                draft="",
                standing=_answered(now.standing, outcome),
            )
        case ev.SolutionRevealed():
            revealed = now.standing if now.standing is Standing.SOLVED else Standing.REVEALED
            return replace(now, standing=revealed)
        case _:
            assert_never(event)


def _met(now: StepProgress, event: ev.StepShown | ev.ReviewShown | ev.DraftKept) -> StepProgress:
    """A draft belongs to the showing it was made in; a review and learning have each their own."""
    match event:
        case ev.StepShown():
            return replace(now, reviewing=False, draft="" if now.reviewing else now.draft)
        case ev.ReviewShown():
            return replace(now, reviewing=True, draft="")
        case ev.DraftKept(start=start, removed=removed, inserted=inserted):
            return replace(now, draft=applied(now.draft, start, removed, inserted))
        case _:
            assert_never(event)


def _answered(before: Standing, outcome: Outcome) -> Standing:
    """A revealed step stays revealed: copying the solution is not solving."""
    if before.finished:
        return before
    return Standing.SOLVED if outcome.right else Standing.TRIED


def place_of(module: str, session: Session, lesson: Lesson, step: Step) -> ev.Place:
    """Return the place that events about a step carry."""
    return ev.Place(module=module, session=session.id, lesson=lesson.id, step=step.id, rev=step.rev)


class Met(Protocol):
    """What identifies a step for progress, whole or in summary."""

    @property
    def id(self) -> str:
        """The author's name for it."""

    @property
    def rev(self) -> int:
        """The revision that counts."""


def next_step(module: str, session: str, steps: Sequence[Met], state: TrainingState) -> int | None:
    """Return the index in a session's steps to go on at: where the trainee was, or what is open next.

    The step where they were last comes first if it is unfinished, then what is open after it, then
    what is open before it. ``None`` when the whole session is finished.
    """
    if not steps:
        return None
    last = state.last_in.get((module, session))
    ids = [step.id for step in steps]
    start = ids.index(last.step) if last and last.step in ids else 0
    for offset in range(len(steps)):
        index = (start + offset) % len(steps)
        if not state.standing(module, steps[index].id, steps[index].rev).finished:
            return index
    return None


def seed_for(learner: str, module: str, step: Step, review: int = 0) -> int:
    """Return the seed for a step's generated values: the same for a learner until the step changes.

    ``review`` counts from 1 when a step is asked again; each review has other values.
    """
    names = [learner, module, step.id, str(step.rev), *([str(review)] if review else ())]
    digest = sha256("\0".join(names).encode()).digest()
    return int.from_bytes(digest[:6], "big")
