"""Scorecards in the shape of the Greenhouse Harvest API v1 (``GET /v1/scorecards``)."""

from collections.abc import Sequence

from coach.core.prose import unmarked
from coach.core.record import Record
from coach.core.scorecard import QuestionCard, ScorecardView
from coach.export.exchange.markup import to_markup
from coach.export.exchange.outgoing import (
    Card,
    Exported,
    Loss,
    around,
    asked,
    changed,
    for_questions,
    instant,
    listed,
    titles,
    usual_losses,
)
from coach.export.exchange.scales import (
    GREENHOUSE,
    GREENHOUSE_OVERALL,
    NO_DECISION,
    GreenhouseOverall,
    GreenhouseRating,
)
from coach.locale import tr

SKILLS = "Skills"
"""The category of all our attributes."""

TAKE_AWAYS, PRIVATE = "Key Take-Aways", "Private Notes"
"""Questions that are built into every scorecard there; their ids are null."""


class User(Record):
    """Somebody at the keyboard, as far as we know them; Greenhouse's own ids are theirs to give."""

    name: str


class InterviewStep(Record):
    """The kind of interview."""

    name: str


class Attribute(Record):
    """A rating with its evidence; ``note`` is plain text, or null where there is none."""

    name: str
    type: str
    note: str | None
    rating: GreenhouseRating


class Ratings(Record):
    """The names of the attributes by rating, in their order; undecided ones are in none."""

    definitely_not: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    mixed: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    strong_yes: tuple[str, ...] = ()


class Answer(Record):
    """A question and its answer, which is HTML."""

    id: str | None
    question: str
    answer: str


class Scorecard(Record):
    """One scorecard; times are UTC, ids are those of this program."""

    id: str
    updated_at: str
    created_at: str
    interview: str
    interview_step: InterviewStep
    candidate_id: str
    interviewed_at: str
    submitted_by: User
    interviewer: User
    submitted_at: str
    overall_recommendation: GreenhouseOverall
    attributes: tuple[Attribute, ...]
    ratings: Ratings
    questions: tuple[Answer, ...]


def as_greenhouse(cards: Sequence[Card]) -> Exported:
    """Write scorecards as Greenhouse lists them, with an attribute for each question of the guide."""
    losses = (
        *usual_losses(cards, "Greenhouse"),
        Loss(
            what=tr(
                "Greenhouse does not tie an attribute to a question; both stand in the order of the kit, "
                "and the notes of a question are with its attribute."
            )
        ),
        Loss(
            what=tr(
                "Ids are those of this program, texts where Greenhouse has numbers; application_id, "
                "employee_id and the ids of users are not known here and are left out."
            )
        ),
        *for_questions(
            tr("“Not assessed” became no_decision; the reason stands in the attribute's note."),
            cards,
            lambda card: card.rating is None,
        ),
        *for_questions(
            tr(
                "Greenhouse has no field for a question that was reworded or skipped; it stands in the "
                "answer."
            ),
            cards,
            lambda card: card.asked in ("reworded", "skipped"),
        ),
    )
    return Exported(data=listed(_scorecard(card.view) for card in cards), losses=losses)


def _scorecard(view: ScorecardView) -> Scorecard:
    names = titles(view.guide)
    person = User(name=view.interviewer)
    return Scorecard(
        id=view.interview,
        updated_at=instant(changed(view)),
        created_at=instant(view.planned),
        interview=view.guide.title,
        interview_step=InterviewStep(name=view.guide.title),
        candidate_id=view.candidate,
        interviewed_at=instant(view.started),
        submitted_by=person,
        interviewer=person,
        submitted_at=instant(view.submitted),
        overall_recommendation=GREENHOUSE_OVERALL.get(view.overall, NO_DECISION),
        attributes=tuple(_attribute(card, names[card.question]) for card in view.questions),
        ratings=_ratings(view, names),
        questions=(
            Answer(id=None, question=TAKE_AWAYS, answer=to_markup(view.overall_reason)),
            Answer(id=None, question=PRIVATE, answer=to_markup(around(view))),
            *(_answer(view, card) for card in view.questions),
        ),
    )


def _attribute(card: QuestionCard, name: str) -> Attribute:
    reason = f"Not assessed: {card.not_assessed}" if card.not_assessed else ""
    note = "\n".join(part for part in (reason, card.note) if part)
    rating = NO_DECISION if card.rating is None else GREENHOUSE[card.rating]
    return Attribute(name=name, type=SKILLS, note=note or None, rating=rating)


def _ratings(view: ScorecardView, names: dict[str, str]) -> Ratings:
    named: dict[str, tuple[str, ...]] = {}
    for rating, word in GREENHOUSE.items():
        named[word] = tuple(names[card.question] for card in view.questions if card.rating == rating)
    return Ratings(**named)


def _answer(view: ScorecardView, card: QuestionCard) -> Answer:
    text = unmarked(view.guide.question(card.question).text)
    return Answer(id=card.question, question=text, answer=to_markup(asked(card)))
