"""What can happen: one struct per event, tagged by ``type`` and versioned by ``v``.

Events are the only truth about people. They are appended to streams and never changed; everything
else is derived from them by reducers, such as those in :mod:`coach.core.training`,
:mod:`coach.core.interview_replay` and :mod:`coach.core.panel`. A changed shape gets a new ``v``, and its
reader keeps reading the old.
"""

from datetime import datetime

from coach.core.events.base import Event
from coach.core.events.dossier import (
    CommitmentTold,
    CompositeGiven,
    DatesRecorded,
    DebriefOpened,
    Decided,
    DossierEvent,
    DossierOpened,
    HoldLifted,
    HoldPlaced,
    IdentityKept,
    Rescored,
    Viewed,
)
from coach.core.events.interview import (
    ConflictDeclared,
    ConsentRecorded,
    Held,
    HeldEvent,
    InterviewCollected,
    InterviewEnded,
    InterviewEvent,
    InterviewPaused,
    InterviewPlanned,
    InterviewResumed,
    InterviewStarted,
    NotAssessed,
    NoteEdited,
    OverallChosen,
    PlaceEntered,
    ProbeUsed,
    QuestionAsked,
    QuestionSkipped,
    Rated,
    RatingCleared,
    ScorecardAmended,
    ScorecardSubmitted,
)
from coach.core.events.requisition import (
    CandidateAdded,
    CandidateErased,
    PanelChanged,
    QuestionDropped,
    Remains,
    RequisitionEvent,
    RequisitionOpened,
)
from coach.core.events.training import (
    Answered,
    Bookmarked,
    DeadlineSet,
    DraftKept,
    HintTaken,
    NoteKept,
    PathChosen,
    PieceRated,
    Place,
    PracticeAnswered,
    PracticeBegun,
    PracticeDrafted,
    PracticeRated,
    RehearsalEvent,
    ReviewShown,
    SampleRated,
    SolutionRevealed,
    StepEvent,
    StepRead,
    StepReset,
    StepShown,
    TrainingEvent,
)
from coach.core.record import Record

__all__ = [
    "Answered",
    "AnyEvent",
    "Bookmarked",
    "CandidateAdded",
    "CandidateErased",
    "CommitmentTold",
    "CompositeGiven",
    "ConflictDeclared",
    "ConsentRecorded",
    "DatesRecorded",
    "DeadlineSet",
    "DebriefOpened",
    "Decided",
    "DossierEvent",
    "DossierOpened",
    "DraftKept",
    "Event",
    "Held",
    "HeldEvent",
    "HintTaken",
    "HoldLifted",
    "HoldPlaced",
    "IdentityKept",
    "InterviewCollected",
    "InterviewEnded",
    "InterviewEvent",
    "InterviewPaused",
    "InterviewPlanned",
    "InterviewResumed",
    "InterviewStarted",
    "NotAssessed",
    "NoteEdited",
    "NoteKept",
    "OverallChosen",
    "PanelChanged",
    "PathChosen",
    "PieceRated",
    "Place",
    "PlaceEntered",
    "PracticeAnswered",
    "PracticeBegun",
    "PracticeDrafted",
    "PracticeRated",
    "ProbeUsed",
    "QuestionAsked",
    "QuestionDropped",
    "QuestionSkipped",
    "Rated",
    "RatingCleared",
    "Recorded",
    "RehearsalEvent",
    "Remains",
    "RequisitionEvent",
    "RequisitionOpened",
    "Rescored",
    "ReviewShown",
    "SampleRated",
    "ScorecardAmended",
    "ScorecardSubmitted",
    "SolutionRevealed",
    "StepEvent",
    "StepRead",
    "StepReset",
    "StepShown",
    "TrainingEvent",
    "Viewed",
]

AnyEvent = TrainingEvent | InterviewEvent | RequisitionEvent | DossierEvent | IdentityKept


class Recorded(Record):
    """An event as it stands in the log: its stream, its number there (from 1), when (UTC) and by whom."""

    stream: str
    number: int
    at: datetime
    actor: str
    event: AnyEvent
