"""Scorecards in the shape of Ashby's feedback submissions (``applicationFeedback.list``)."""

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
    for_questions,
    instant,
    listed,
    titles,
    usual_losses,
)
from coach.export.exchange.scales import ASHBY, ASHBY_OVERALL, marked
from coach.locale import tr

OVERALL, CANDIDATE, NOTES = "overall_recommendation", "candidate_code", "interview_notes"
"""Paths of the form that are no questions; with their underscores they cannot be questions' ids."""

FieldType = Literal["Score", "String", "LongText"]


class User(Record, rename="camel"):
    """Who handed the form in, as far as we know them."""

    first_name: str
    last_name: str


class FieldDefinition(Record, rename="camel"):
    """What a field asks for; its value stands under ``path``."""

    id: str
    type: FieldType
    path: str
    title: str
    human_readable_path: str
    is_nullable: bool


class Entry(Record, rename="camel"):
    """A field in its place in the form."""

    is_required: bool
    field: FieldDefinition


class Section(Record):
    """A part of the form."""

    fields: tuple[Entry, ...]


class Form(Record):
    """The form as it was filled in."""

    sections: tuple[Section, ...]


class PlainText(Record):
    """A comment without styles."""

    value: str
    type: Literal["PlainText"] = "PlainText"


class ScoreValue(Record, omit_defaults=True):
    """A score from 1 to 4 with a comment; one of them may be left out."""

    score: int | None = None
    comments: PlainText | None = None


class Submission(Record, rename="camel"):
    """One form handed in; times are UTC."""

    id: str
    submitted_at: str
    submitted_by_user: User
    form_definition: Form
    submitted_values: dict[str, ScoreValue | str]


def as_ashby(cards: Sequence[Card]) -> Exported:
    """Write scorecards as Ashby lists them: a field of type Score for each question."""
    losses = (
        *usual_losses(cards, "Ashby"),
        Loss(
            what=tr(
                "Ashby scores from 1 to 4: our 4 became 3 and our 5 became 4; the comment begins with "
                "the rating itself, as [4/5]."
            )
        ),
        *for_questions(
            tr(
                "Ashby's scale has no middle: a rating of 3 is told as [3/5] in the comment, without a score."
            ),
            cards,
            lambda card: card.rating is not None and card.rating not in ASHBY,
        ),
        *for_questions(
            tr("“Not assessed” is left out, with its reason and notes."),
            cards,
            lambda card: card.rating is None,
        ),
        *for_questions(
            tr("The words in which a question was put instead are left out, and that it was skipped."),
            cards,
            lambda card: card.asked in ("reworded", "skipped"),
        ),
        Loss(
            what=tr(
                "Ids are those of this program; applicationId, interviewId, the ids of forms and the "
                "user's id and email are not known here and are left out. The candidate's code is a "
                "field of the form."
            )
        ),
        Loss(
            what=tr(
                "The interviewer's name is cut at its last space into first and last name, perhaps wrongly."
            )
        ),
    )
    return Exported(data=listed(_submission(card.view) for card in cards), losses=losses)


def _submission(view: ScorecardView) -> Submission:
    return Submission(
        id=view.interview,
        submitted_at=instant(view.submitted),
        submitted_by_user=_user(view.interviewer),
        form_definition=Form(sections=(Section(fields=tuple(_entries(view))),)),
        submitted_values=dict(_values(view)),
    )


def _user(name: str) -> User:
    first, _, last = name.rpartition(" ")
    return User(first_name=first or last, last_name=last if first else "")


def _entries(view: ScorecardView) -> Iterator[Entry]:
    yield _entry("Score", OVERALL, "Overall recommendation", "Overall recommendation")
    yield _entry("String", CANDIDATE, "Candidate", "Candidate")
    for name, title in titles(view.guide).items():
        yield _entry("Score", name, unmarked(view.guide.question(name).text), title)
    yield _entry("LongText", NOTES, "Notes on opening and closing", "Notes")


def _entry(kind: FieldType, path: str, title: str, readable: str) -> Entry:
    definition = FieldDefinition(
        id=path, type=kind, path=path, title=title, human_readable_path=readable, is_nullable=True
    )
    return Entry(is_required=False, field=definition)


def _values(view: ScorecardView) -> Iterator[tuple[str, ScoreValue | str]]:
    if view.overall:
        reason = PlainText(value=view.overall_reason) if view.overall_reason else None
        yield OVERALL, ScoreValue(score=ASHBY_OVERALL[view.overall], comments=reason)
    yield CANDIDATE, view.candidate
    for card in view.questions:
        if card.rating is not None:
            yield card.question, _score(card.rating, card)
    if notes := around(view):
        yield NOTES, notes


def _score(rating: int, card: QuestionCard) -> ScoreValue:
    return ScoreValue(score=ASHBY.get(rating), comments=PlainText(value=marked(rating, card.note)))
