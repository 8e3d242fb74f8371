"""A scorecard as it is shown: on the screen, on paper and in files alike.

The view holds everything already decided and computed, so that no front end and no format can come
to another number. Texts are as people typed them; times are aware and shown in the zone they carry.
"""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from coach.core.bank import Guide, Rating
from coach.core.record import Record
from coach.locale import mark

CardState = Literal["draft", "submitted", "amended"]
"""How far a scorecard has come."""

STATES = (mark("draft"), mark("submitted"), mark("amended"))
"""The same, for the catalogue."""

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
    requisition: str = ""
    focus: tuple[str, ...] = ()
    """The competencies, by id, that the interviewer was to look at first."""
    commitment: str = ""
    """The hash that sealed the scorecard when it was handed in, whole; empty before."""
    before_discussion: bool | None = None
    """Whether it is known to have been rated before any talk about the candidate."""
    dropped: tuple[tuple[str, str], ...] = ()
    """Questions, by id, that count for no candidate of the requisition, and why."""
    counting: str = ""
    """The score without the questions that were dropped, such as ``73 of 100``; empty if all count."""
    structure: str = ""
    """How far the interview was held as the kit means it, such as ``92 of 100``; empty until it has ended."""
    structure_lines: tuple[str, ...] = ()
    """What that number is made of, part by part; see :mod:`coach.core.structure`."""
    delete_by: str = ""
    """The day in words by which the record must be erased; empty while nothing makes it run."""
