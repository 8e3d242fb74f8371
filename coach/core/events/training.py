"""What can happen in training: stream ``training/<learner>``."""

from datetime import date
from typing import Annotated

import msgspec

from coach.core.bank import Rating
from coach.core.events.base import Event
from coach.core.outcome import Outcome
from coach.core.record import Record


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


class SampleRated(Event, tag="sample-rated"):
    """An interviewer in training rated a sample answer of a bank; ``expert`` is what experts gave for it.

    ``evidence`` are the words of the answer that decided.
    """

    bank: str
    sample: str
    question: str
    competency: str
    rating: Rating
    expert: Rating
    evidence: str
    rev: int = 1
    v: int = 1


class PracticeBegun(Event, tag="practice-begun"):
    """A mock interview with questions of a kit begins; ``run`` counts a person's runs from 1."""

    run: int
    kit: str
    title: str
    questions: tuple[str, ...]
    v: int = 1


class PracticeDrafted(Event, tag="practice-drafted"):
    """A change to a typed answer of a mock interview; ``seconds`` have gone by on its clock.

    Written at most every half second of typing, as a note of an interview is.
    """

    run: int
    question: str
    start: Annotated[int, msgspec.Meta(ge=0)]
    removed: Annotated[int, msgspec.Meta(ge=0)]
    inserted: str
    seconds: Annotated[int, msgspec.Meta(ge=0)]
    v: int = 1


class PracticeAnswered(Event, tag="practice-answered"):
    """An answer of a mock interview is over; one without ``text`` was spoken aloud.

    ``budget`` are the seconds that the question has in the kit.
    """

    run: int
    question: str
    competency: str
    text: str
    seconds: Annotated[int, msgspec.Meta(ge=0)]
    budget: Annotated[int, msgspec.Meta(ge=0)]
    v: int = 1


class PracticeRated(Event, tag="practice-rated"):
    """What somebody gives their own answer of a mock interview, on the anchors of the question."""

    run: int
    question: str
    rating: Rating
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

RehearsalEvent = SampleRated | PracticeBegun | PracticeDrafted | PracticeAnswered | PracticeRated
"""Events of those who learn to interview or to be interviewed; no real interview has them."""

TrainingEvent = StepEvent | PathChosen | DeadlineSet | RehearsalEvent
