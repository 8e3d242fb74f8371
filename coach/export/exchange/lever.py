"""Scorecards in the shape of Lever's feedback forms (``GET /v1/opportunities/:opportunity/feedback``)."""

from collections.abc import Iterator, Sequence
from typing import Literal

from coach.core.prose import unmarked
from coach.core.record import Record
from coach.core.scorecard import QuestionCard, ScorecardView
from coach.export.exchange.outgoing import (
    Card,
    Exported,
    Loss,
    around,
    asked,
    changed,
    for_questions,
    listed,
    milliseconds,
    titles,
    usual_losses,
)
from coach.export.exchange.scales import LEVER_OVERALL, marked
from coach.locale import tr


class User(Record):
    """Who filled the form in, as far as we know them."""

    name: str


class Field(Record):
    """A field of the form with its value."""

    id: str
    type: Literal["score-system", "text", "textarea"]
    text: str
    description: str
    required: bool
    value: str


class Feedback(Record, rename="camel"):
    """One form; times are milliseconds since 1970, UTC."""

    id: str
    type: str
    text: str
    instructions: str
    fields: tuple[Field, ...]
    user: User
    created_at: int | None
    completed_at: int | None
    updated_at: int | None
    deleted_at: None = None


def as_lever(cards: Sequence[Card]) -> Exported:
    """Write scorecards as Lever lists them: the recommendation as its score, each question as a text."""
    losses = (
        *usual_losses(cards, "Lever"),
        Loss(
            what=tr(
                "Lever has one score to a form, the recommendation; the rating of each question stands "
                "at the beginning of its text, as [4/5]."
            )
        ),
        Loss(
            what=tr(
                "Ids are those of this program; opportunity, panel, interview, baseTemplateId and the id "
                "of the user are not known here and are left out. The candidate's code is a field of the "
                "form."
            )
        ),
        *for_questions(
            tr("“Not assessed” has no score; the reason stands in the text."),
            cards,
            lambda card: card.rating is None,
        ),
        *for_questions(
            tr("Lever has no field for a question that was reworded or skipped; it stands in the text."),
            cards,
            lambda card: card.asked in ("reworded", "skipped"),
        ),
    )
    return Exported(data=listed(_feedback(card.view) for card in cards), losses=losses)


def _feedback(view: ScorecardView) -> Feedback:
    return Feedback(
        id=view.interview,
        type="interview",
        text=view.guide.title,
        instructions="",
        fields=tuple(_fields(view)),
        user=User(name=view.interviewer),
        created_at=milliseconds(view.planned),
        completed_at=milliseconds(view.submitted),
        updated_at=milliseconds(changed(view)),
    )


def _fields(view: ScorecardView) -> Iterator[Field]:
    """Give the form's fields; ids with an underscore are ours, all others are those of questions."""
    if view.overall:
        yield Field(
            id="overall_recommendation",
            type="score-system",
            text="Overall recommendation",
            description="",
            required=True,
            value=LEVER_OVERALL[view.overall],
        )
    yield _more("overall_reason", "textarea", "Reason for the recommendation", view.overall_reason)
    yield _more("candidate_code", "text", "Candidate", view.candidate)
    names = titles(view.guide)
    for card in view.questions:
        yield Field(
            id=card.question,
            type="textarea",
            text=unmarked(view.guide.question(card.question).text),
            description=names[card.question],
            required=True,
            value=_value(card),
        )
    if notes := around(view):
        yield _more("interview_notes", "textarea", "Notes on opening and closing", notes)


def _more(name: str, kind: Literal["text", "textarea"], title: str, value: str) -> Field:
    return Field(id=name, type=kind, text=title, description="", required=False, value=value)


def _value(card: QuestionCard) -> str:
    """Give rating, how the question was put if not as written, and the notes."""
    if card.rating is not None:
        first = marked(card.rating, card.note)
    else:
        first = "\n".join(
            part for part in (f"[not assessed] {card.not_assessed}".rstrip(), card.note) if part
        )
    return first if card.asked in ("asked", "open") else f"{first}\n{asked(card)}"
