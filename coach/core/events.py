"""What can happen: one struct per event, tagged by ``type`` and versioned by ``v``.

Events are the only truth about people. They are appended to streams and never changed; everything
else is derived from them by the reducers in :mod:`coach.core.training` and
:mod:`coach.core.interview`. A changed shape gets a new ``v``, and its reader keeps reading the old.
"""

from datetime import date, datetime
from typing import Annotated

import msgspec

from coach.core.bank import Guide, Rating
from coach.core.outcome import Outcome
from coach.core.record import Record


class Event(Record, tag_field="type"):
    """The base of all events."""


# --- Training: stream ``training/<learner>`` ------------------------------------------------------


class Place(Record):
    """A step in its module, named by ids, with the revision that was met."""

    module: str
    session: str
    lesson: str
    step: str
    rev: int = 1

    @property
    def key(self) -> tuple[str, str]:
        """What identifies the step for progress: moving it to another lesson keeps what was done."""
        return (self.module, self.step)


class StepShown(Event, tag="step-shown"):
    """The trainee came to a step."""

    place: Place
    v: int = 1


class StepRead(Event, tag="step-read"):
    """The trainee finished a reading, or said that a practice is done."""

    place: Place
    v: int = 1


class HintTaken(Event, tag="hint-taken"):
    """One more hint was asked for; ``number`` counts from 1."""

    place: Place
    number: int
    v: int = 1


class Answered(Event, tag="answered"):
    """An answer and how it was graded. ``response`` is the kind's own response as JSON.

    ``title`` and ``competencies`` are the step's at that time, so that the record can be read when
    the content has moved on; ``certainty`` is 1 to 3 where the person said how sure they were.
    """

    place: Place
    kind: str
    response: msgspec.Raw
    outcome: Outcome
    seed: int
    title: str = ""
    competencies: tuple[str, ...] = ()
    certainty: Annotated[int, msgspec.Meta(ge=1, le=3)] | None = None
    scenario: bool = False
    """Whether it was a whole situation, such as a conversation, and not a small question."""
    v: int = 1


class DraftKept(Event, tag="draft-kept"):
    """A change to an unfinished answer: at ``start`` of its JSON, ``removed`` characters gave way.

    Written at every decision, and at most every half second of typing.
    """

    place: Place
    start: Annotated[int, msgspec.Meta(ge=0)]
    removed: Annotated[int, msgspec.Meta(ge=0)]
    inserted: str
    v: int = 1


class PieceRated(Event, tag="piece-rated"):
    """A mentor's rating of a written or spoken piece; the event's actor is the mentor.

    ``answer`` is the number of the answer's event in the same stream; ``ratings`` go by criterion.
    """

    place: Place
    answer: int
    ratings: dict[str, Rating]
    note: str = ""
    v: int = 1


class SolutionRevealed(Event, tag="solution-revealed"):
    """The trainee asked for the solution instead of finding it."""

    place: Place
    v: int = 1


class StepReset(Event, tag="step-reset"):
    """The trainee wants to do a step again from the start; the history stays."""

    place: Place
    v: int = 1


class ReviewShown(Event, tag="review-shown"):
    """A step is asked again because it is due; ``seed`` gives it other values than before."""

    place: Place
    seed: int
    v: int = 1


class Bookmarked(Event, tag="bookmarked"):
    """The trainee wants to find a step again, or no longer (``on`` false)."""

    place: Place
    on: bool = True
    v: int = 1


class NoteKept(Event, tag="note-kept"):
    """The trainee's own note on a step, whole; an empty text takes it away."""

    place: Place
    text: str
    v: int = 1


class PathChosen(Event, tag="path-chosen"):
    """The trainee follows a learning path, or none (an empty ``path``)."""

    path: str
    v: int = 1


class DeadlineSet(Event, tag="deadline-set"):
    """A date by which all should be at hand, such as an interview; ``None`` takes it away."""

    on: date | None
    v: int = 1


StepEvent = (
    StepShown
    | StepRead
    | HintTaken
    | Answered
    | DraftKept
    | PieceRated
    | SolutionRevealed
    | StepReset
    | ReviewShown
    | Bookmarked
    | NoteKept
)
"""Events about a step; each has a ``place``."""

TrainingEvent = StepEvent | PathChosen | DeadlineSet


# --- Interviews: stream ``interview/<id>`` --------------------------------------------------------


class InterviewPlanned(Event, tag="interview-planned"):
    """An interview of one candidate by one interviewer, with the guide as it is to be held."""

    candidate: str
    interviewer: str
    guide: Guide
    fingerprint: str
    v: int = 1


class ConflictDeclared(Event, tag="conflict-declared"):
    """The interviewer's answer to the conflict-of-interest line; a conflict is described."""

    conflict: bool
    details: str = ""
    v: int = 1


class ConsentRecorded(Event, tag="consent-recorded"):
    """Whether the candidate was told about the notes and agreed."""

    given: bool
    v: int = 1


class InterviewStarted(Event, tag="interview-started"):
    """The clock starts."""

    v: int = 1


class PlaceEntered(Event, tag="place-entered"):
    """The interviewer moved to a place in the agenda: ``opening``, a question's id, ``closing``."""

    place: str
    v: int = 1


class InterviewPaused(Event, tag="interview-paused"):
    """The clock stands still; ``since`` is when it in fact stopped, if the program ended unasked."""

    since: datetime | None = None
    v: int = 1


class InterviewResumed(Event, tag="interview-resumed"):
    """The clock runs again."""

    v: int = 1


class QuestionAsked(Event, tag="question-asked"):
    """A question was put as written, or with the words in ``reworded``."""

    question: str
    reworded: str = ""
    v: int = 1


class QuestionSkipped(Event, tag="question-skipped"):
    """A question was left out, and why."""

    question: str
    reason: str
    v: int = 1


class ProbeUsed(Event, tag="probe-used"):
    """A probe was put; ``probe`` counts from 0 in the question's list. ``used`` takes it back."""

    question: str
    probe: int
    used: bool = True
    v: int = 1


class NoteEdited(Event, tag="note-edited"):
    """A change to the note at a place: at ``start``, ``removed`` characters gave way to ``inserted``.

    Written at most every half second of typing, so the log holds keystrokes and not copies.
    """

    place: str
    start: Annotated[int, msgspec.Meta(ge=0)]
    removed: Annotated[int, msgspec.Meta(ge=0)]
    inserted: str
    v: int = 1


class Rated(Event, tag="rated"):
    """A rating on the anchored scale."""

    question: str
    rating: Rating
    v: int = 1


class NotAssessed(Event, tag="not-assessed"):
    """The question gave nothing to rate, and why; never a number."""

    question: str
    reason: str
    v: int = 1


class RatingCleared(Event, tag="rating-cleared"):
    """A rating, or a "not assessed", was taken back before submission."""

    question: str
    v: int = 1


class OverallChosen(Event, tag="overall-chosen"):
    """The overall recommendation, one of four levels without a middle, with its reason."""

    level: str
    reason: str
    v: int = 1


class InterviewEnded(Event, tag="interview-ended"):
    """The conversation is over and the clock stops; rating may go on."""

    v: int = 1


class ScorecardSubmitted(Event, tag="scorecard-submitted"):
    """The scorecard is handed in and locked, with the numbers as they were computed then."""

    score: float | None
    coverage: float
    v: int = 1


class ScorecardAmended(Event, tag="scorecard-amended"):
    """A correction after submission; the original stays in the log.

    ``question`` names the rating that changes, to ``rating`` or, with ``None``, to "not assessed";
    an empty ``question`` changes the overall recommendation to ``level``.
    """

    reason: str
    question: str = ""
    rating: Rating | None = None
    level: str = ""
    v: int = 1


InterviewEvent = (
    InterviewPlanned
    | ConflictDeclared
    | ConsentRecorded
    | InterviewStarted
    | PlaceEntered
    | InterviewPaused
    | InterviewResumed
    | QuestionAsked
    | QuestionSkipped
    | ProbeUsed
    | NoteEdited
    | Rated
    | NotAssessed
    | RatingCleared
    | OverallChosen
    | InterviewEnded
    | ScorecardSubmitted
    | ScorecardAmended
)

AnyEvent = TrainingEvent | InterviewEvent


class Recorded(Record):
    """An event as it stands in the log: its stream, its number there (from 1), when (UTC) and by whom."""

    stream: str
    number: int
    at: datetime
    actor: str
    event: AnyEvent
