"""What a row of steps has to offer to be worked through, whether it is a session or a review."""

from collections.abc import Iterable
from typing import Any, Protocol

import msgspec

from coach.core import events as ev
from coach.core.curriculum import Lesson, Step
from coach.core.edits import between
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.core.record import Record
from coach.core.training import Standing, StepProgress
from coach.exercises import kind_of
from coach.exercises.base import Kind


class Run(Protocol):
    """Steps one after the other, named by their place in ``steps``, from 0; all is on disk at once."""

    @property
    def steps(self) -> tuple[tuple[Lesson, Step], ...]:
        """Every step with its lesson, in order."""

    @property
    def title(self) -> str:
        """What the whole is called."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the content, a sentence for each."""

    def trail(self, index: int, *, wide: bool) -> tuple[str, ...]:
        """Name where a step stands, from the whole to the part; in more words where it is ``wide``.

        ``index`` may be behind the last step, for the end.
        """

    def next_index(self) -> int | None:
        """Return the step to go on at, or ``None`` when all are finished."""

    def place(self, index: int) -> ev.Place:
        """Return the place that events about a step carry."""

    def progress(self, index: int) -> StepProgress | None:
        """Return what happened with a step in this run so far."""

    def standing(self, index: int) -> Standing:
        """Return how far the learner has come with a step."""

    def kind(self, index: int) -> Kind[Any, Any] | None:
        """Return the kind of an exercise, or ``None`` for a reading or a practice."""

    def context(self, index: int) -> Context:
        """Return what grading a step depends on besides the answer."""

    def response(self, index: int) -> Record | None:
        """Return the last answer to an exercise, if there is one that can still be read."""

    def draft(self, index: int) -> Record | None:
        """Return the unfinished answer to an exercise, if there is one that can still be read."""

    def keep_draft(self, index: int, response: Record) -> None:
        """Save an unfinished answer."""

    def earlier(self, index: int) -> tuple[tuple[Record, Outcome], ...]:
        """Return every answer given to an exercise at this revision, oldest first, that can still be read."""

    def show(self, index: int) -> None:
        """Record that the learner came to a step."""

    def finish(self, index: int) -> None:
        """Record that a reading was read or a practice done."""

    def hint(self, index: int) -> str | None:
        """Give the next hint, or ``None`` when there are no more."""

    def hints(self, index: int) -> tuple[str, ...]:
        """Return the hints taken so far."""

    def answer(self, index: int, response: Record) -> Outcome:
        """Grade an answer and save both."""

    def reveal(self, index: int) -> tuple[Record, Outcome]:
        """Record that the solution was asked for; return it with its grading."""

    def reset(self, index: int) -> None:
        """Start a step afresh; what was done before stays in the history."""


def read_response(step: Step, saved: msgspec.Raw | None) -> Record | None:
    """Read a saved answer to an exercise; ``None`` if there is none that its kind can still read."""
    kind = kind_of(step)
    if saved is None or kind is None:
        return None
    try:
        answer: Record = msgspec.json.decode(saved, type=kind.response)
    except msgspec.ValidationError:
        return None
    return answer


def read_draft(step: Step, draft: str) -> Record | None:
    """Read an unfinished answer; ``None`` if there is none that its kind can still read."""
    return read_response(step, msgspec.Raw(draft.encode())) if draft else None


def graded(step: Step, place: ev.Place, context: Context, response: Record) -> ev.Answered:
    """Grade an answer to an exercise and return it as the event to record."""
    kind = exercise_kind(step)
    return ev.Answered(
        place=place,
        kind=kind.name,
        response=msgspec.Raw(msgspec.json.encode(response)),
        outcome=kind.grade(step, response, context),
        seed=context.seed,
        title=step.title,
        competencies=step.competencies,
        certainty=getattr(response, "certainty", None),
        scenario=kind.scenario,
    )


def drafted(place: ev.Place, before: str, response: Record) -> tuple[ev.DraftKept, ...]:
    """Return the event that turns the draft ``before`` into this one; none if nothing changed."""
    edit = between(before, msgspec.json.encode(response).decode())
    if edit is None:
        return ()
    return (ev.DraftKept(place=place, start=edit.start, removed=edit.removed, inserted=edit.inserted),)


def answers(
    step: Step, place: ev.Place, recorded: Iterable[ev.Recorded]
) -> tuple[tuple[Record, Outcome], ...]:
    """Gather every answer to a step at this revision from a stream, oldest first."""
    found = []
    for record in recorded:
        event = record.event
        if isinstance(event, ev.Answered) and event.place.key == place.key and event.place.rev == place.rev:
            response = read_response(step, event.response)
            if response is not None:
                found.append((response, event.outcome))
    return tuple(found)


def solved(step: Step, context: Context) -> tuple[Record, Outcome]:
    """Return an exercise's solution with its grading."""
    kind = exercise_kind(step)
    solution: Record = kind.solution(step, context)
    return solution, kind.grade(step, solution, context)


def exercise_kind(step: Step) -> Kind[Any, Any]:
    """Return the kind of a step that must be an exercise."""
    kind = kind_of(step)
    if kind is None:
        raise TypeError(f"step {step.id!r} is no exercise")
    return kind
