"""Scorecards as a table with a row for every question, safe to open in a spreadsheet."""

from collections.abc import Iterator, Sequence

import msgspec

from coach.core.bank import HIGHEST, LOWEST
from coach.core.prose import unmarked
from coach.core.record import Record
from coach.core.table import guarded, table
from coach.export.exchange.outgoing import Card, Exported, Loss, for_scorecards, instant
from coach.locale import tr


class Row(Record):
    """The columns, in their order; what belongs to the scorecard stands in each of its rows.

    Times are UTC. ``rating`` is empty where there is none, and ``not_assessed`` says why.
    """

    interview: str
    requisition: str
    candidate: str
    interviewer: str
    state: str
    submitted: str
    kit: str
    kit_rev: int
    kit_sha256: str
    commitment: str
    score: float | None
    coverage: float
    overall: str
    overall_reason: str
    number: int
    question: str
    text: str
    competency: str
    weight: float
    asked: str
    wording: str
    skipped: str
    rating: int | None
    rating_min: int
    rating_max: int
    not_assessed: str
    minutes: float
    planned_minutes: float
    note: str


def as_csv(cards: Sequence[Card]) -> Exported:
    """Write scorecards as CSV (RFC 4180, UTF-8, with a header); every text is guarded against formulas."""
    losses = (
        Loss(
            what=tr(
                "Anchors, probes, scripts and the lines on conflict of interest and on consent are left out."
            )
        ),
        *for_scorecards(
            tr("The notes on opening and closing are left out."),
            cards,
            lambda view: view.opening_note or view.closing_note,
        ),
        *for_scorecards(
            tr(
                "Only the values after amendment are told; what stood before, and why it changed, is "
                "left out."
            ),
            cards,
            lambda view: view.amendments,
        ),
    )
    cells = (map(_cell, msgspec.structs.astuple(row)) for card in cards for row in _rows(card))
    return Exported(data=table([Row.__struct_fields__, *cells]).encode(), losses=losses)


def _rows(card: Card) -> Iterator[Row]:
    view = card.view
    for number, one in enumerate(view.questions, 1):
        question = view.guide.question(one.question)
        yield Row(
            interview=view.interview,
            requisition=card.requisition,
            candidate=view.candidate,
            interviewer=view.interviewer,
            state=view.state,
            submitted=instant(view.submitted),
            kit=view.guide.kit,
            kit_rev=view.guide.rev,
            kit_sha256=view.guide.fingerprint,
            commitment=card.commitment,
            score=view.score,
            coverage=view.coverage,
            overall=view.overall,
            overall_reason=view.overall_reason,
            number=number,
            question=one.question,
            text=unmarked(question.text),
            competency=question.competency,
            weight=view.guide.competency(question.competency).weight,
            asked=one.asked,
            wording=one.wording,
            skipped=one.skipped,
            rating=one.rating,
            rating_min=LOWEST,
            rating_max=HIGHEST,
            not_assessed=one.not_assessed,
            minutes=one.minutes,
            planned_minutes=question.minutes,
            note=one.note,
        )


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return guarded(value)
        case float():
            return repr(value).removesuffix(".0")
        case _:
            return str(value)
