"""A scorecard as it is shown: on the screen, on paper and in files alike.

The view holds everything already decided and computed, so that no front end and no format can come
to another number. Texts are as people typed them; times are aware and shown in the zone they carry.
"""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from coach.core.bank import Guide, Rating
from coach.core.record import Record

CardState = Literal["draft", "submitted", "amended"]
"""How far a scorecard has come."""

AskedAs = Literal["asked", "reworded", "skipped", "open"]
"""What became of a question; ``open`` means that it was not reached."""

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
"""A part of a whole."""


class QuestionCard(Record, kw_only=True):
    """What one question of the guide gave.

    At most one of ``rating`` and ``not_assessed`` (the reason) is set; neither means not yet rated.
    """

    question: str
    """The question's id in the guide."""
    asked: AskedAs = "open"
    wording: str = ""
    """The words that were said instead, if ``asked`` is ``reworded``."""
    skipped: str = ""
    """The reason, if ``asked`` is ``skipped``."""
    note: str = ""
    rating: Rating | None = None
    not_assessed: str = ""
    probes: tuple[int, ...] = ()
    """Indexes, from 0, of the probes that were put."""
    minutes: float = 0


class Amendment(Record):
    """A correction after submission, in words ready to show; ``what`` names the thing corrected."""

    at: datetime
    what: str
    before: str
    after: str
    reason: str


class ScorecardView(Record, kw_only=True):
    """One interviewer's scorecard of one candidate."""

    interview: str
    state: CardState
    candidate: str
    """The candidate's code, never the name."""
    interviewer: str
    guide: Guide
    questions: tuple[QuestionCard, ...]
    """One card for every question of the guide, in its order."""
    score: float | None
    """From 0 to 100; ``None`` while nothing is rated."""
    score_text: str
    coverage: Share
    """How much of the weight was rated."""
    coverage_text: str
    overall: str = ""
    """The overall recommendation in words, empty while there is none."""
    overall_reason: str = ""
    minutes: float = 0
    """Minutes on the clock in all, pauses left out."""
    planned: datetime | None = None
    started: datetime | None = None
    ended: datetime | None = None
    submitted: datetime | None = None
    conflict: bool | None = None
    """The answer to the conflict-of-interest line; ``None`` while it is open."""
    conflict_details: str = ""
    consent: bool | None = None
    """Whether the candidate agreed to notes being taken; ``None`` while it is open."""
    opening_note: str = ""
    closing_note: str = ""
    amendments: tuple[Amendment, ...] = ()
