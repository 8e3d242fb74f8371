"""Scorecards in our own shape: everything that a scorecard says, with the kit it was held by.

Numbers come with their smallest and greatest value, as HR Open's ``ScoreNumericType`` has it: a 4 alone
says nothing.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from coach.core.bank import HIGHEST, LOWEST, Guide
from coach.core.record import Record
from coach.core.scorecard import Amendment, AskedAs, CardState, QuestionCard, ScorecardView
from coach.export.exchange.outgoing import Card, Exported, Loss
from coach.locale import mark, tr

SCHEMA = 1
"""The shape of the file; raised when a reader of the old one would go wrong."""

BEST = 100
"""The highest score of an interview; the lowest is 0."""


class Number(Record):
    """A value on its scale; ``value`` is null where there is none."""

    value: float | None
    minimum: float
    maximum: float


class KitReference(Record):
    """Which kit, in which revision; ``sha256`` names one of the guides in the file."""

    id: str
    rev: int
    sha256: str


class QuestionAnswer(Record):
    """What one question gave; ``not_assessed`` is the reason where there is no rating."""

    id: str
    competency: str
    asked: AskedAs
    wording: str
    skipped: str
    rating: Number
    not_assessed: str
    note: str
    probes: tuple[str, ...]
    minutes: float
    planned_minutes: float


class Overall(Record):
    """The overall recommendation in words, empty while there is none, and its reason."""

    level: str
    reason: str


class Declarations(Record):
    """Conflict of interest and consent to notes; null where the line was left open."""

    conflict: bool | None
    conflict_details: str
    consent: bool | None


class Scorecard(Record):
    """A whole scorecard; times have their zone, minutes leave pauses out."""

    interview: str
    requisition: str
    candidate: str
    interviewer: str
    state: CardState
    kit: KitReference
    commitment: str
    planned: datetime | None
    started: datetime | None
    ended: datetime | None
    submitted: datetime | None
    minutes: float
    score: Number
    coverage: Number
    overall: Overall
    questions: tuple[QuestionAnswer, ...]
    opening_note: str
    closing_note: str
    declarations: Declarations
    amendments: tuple[Amendment, ...]


class Scorecards(Record):
    """The file. ``guides`` has each kit once, as it was held, by the SHA-256 of its canonical JSON."""

    schema: int
    program: str
    losses: tuple[Loss, ...]
    guides: dict[str, Guide]
    scorecards: tuple[Scorecard, ...]


UNTOLD = mark(
    "The steps in which notes came about, and the moments of each question, stay in this program's own "
    "record."
)


def as_json(cards: Sequence[Card], program: str) -> Exported:
    """Write scorecards whole; :class:`Scorecards` reads the file back."""
    losses = (Loss(what=tr(UNTOLD)),)
    whole = Scorecards(
        schema=SCHEMA,
        program=program,
        losses=losses,
        guides={card.view.guide.fingerprint: card.view.guide for card in cards},
        scorecards=tuple(_scorecard(card) for card in cards),
    )
    return Exported(data=msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n", losses=losses)


def _scorecard(card: Card) -> Scorecard:
    view = card.view
    return Scorecard(
        interview=view.interview,
        requisition=card.requisition,
        candidate=view.candidate,
        interviewer=view.interviewer,
        state=view.state,
        kit=KitReference(id=view.guide.kit, rev=view.guide.rev, sha256=view.guide.fingerprint),
        commitment=card.commitment,
        planned=view.planned,
        started=view.started,
        ended=view.ended,
        submitted=view.submitted,
        minutes=view.minutes,
        score=Number(value=view.score, minimum=0, maximum=BEST),
        coverage=Number(value=view.coverage, minimum=0, maximum=1),
        overall=Overall(level=view.overall, reason=view.overall_reason),
        questions=tuple(_answer(view, one) for one in view.questions),
        opening_note=view.opening_note,
        closing_note=view.closing_note,
        declarations=Declarations(
            conflict=view.conflict, conflict_details=view.conflict_details, consent=view.consent
        ),
        amendments=view.amendments,
    )


def _answer(view: ScorecardView, card: QuestionCard) -> QuestionAnswer:
    question = view.guide.question(card.question)
    return QuestionAnswer(
        id=card.question,
        competency=question.competency,
        asked=card.asked,
        wording=card.wording,
        skipped=card.skipped,
        rating=Number(value=card.rating, minimum=LOWEST, maximum=HIGHEST),
        not_assessed=card.not_assessed,
        note=card.note,
        probes=tuple(question.probes[index] for index in card.probes if index < len(question.probes)),
        minutes=card.minutes,
        planned_minutes=question.minutes,
    )
