"""What can happen in an interview: stream ``interview/<id>``."""

from datetime import datetime
from typing import Annotated

import msgspec

from coach.core.bank import Guide, Rating
from coach.core.events.base import Event
from coach.core.record import Record


class InterviewPlanned(Event, tag="interview-planned"):
    """An interview of one candidate by one interviewer, with the guide as it is to be held.

    ``member`` is the profile whose interview it is; ``requisition`` is empty for one that stands alone.
    ``focus`` are the competencies that this interviewer looks at first.
    """

    candidate: str
    interviewer: str
    guide: Guide
    fingerprint: str
    member: str = ""
    requisition: str = ""
    focus: tuple[str, ...] = ()
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
    """The scorecard is handed in and locked, with the numbers as they were computed then.

    ``commitment`` is the salted hash that seals it, see :mod:`coach.core.panel.sealing`.
    """

    score: float | None
    coverage: float
    commitment: str = ""
    salt: str = ""
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


HeldEvent = (
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


class Held(Record):
    """An event of an interview as it was recorded where the interview was held."""

    number: int
    at: datetime
    actor: str
    event: HeldEvent


class InterviewCollected(Event, tag="interview-collected"):
    """An interview that was held on another machine came in whole, from a sealed file."""

    records: tuple[Held, ...]
    commitment: str
    v: int = 1


InterviewEvent = HeldEvent | InterviewCollected
