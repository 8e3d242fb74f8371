"""Ten minutes of learning: small questions that are due, then a situation or the next new part of a lesson.

A whole situation, such as a conversation, comes back after weeks only; when one is due and fits into the
time that is left, it takes the turn of what is new. A longer one waits in the review, and is planned here
only when there is nothing else.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import replace

from coach.core import events as ev
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.core.record import Record
from coach.core.training import Key, Standing, StepProgress, next_step
from coach.exercises.base import Kind
from coach.locale import tr, trn
from coach.services.review_run import ReviewRun
from coach.services.run import Run

if TYPE_CHECKING:
    from coach.content.index import ModuleSummary, StepSummary
    from coach.core.curriculum import Lesson, Step
    from coach.services import Services
    from coach.services.review import Card
    from coach.services.training import TrainingService

T = TypeVar("T")

MINUTES = 10.0
REVIEW_MINUTES = 5.0
"""What reviews may take of it while there is something new to learn."""
MOST = 12.0
"""Minutes from which it is said that it takes longer, since a step is never cut in two."""


class Plan(Record):
    """What the ten minutes hold: cards that are due, then steps of one lesson by their ids."""

    cards: tuple[Key, ...]
    review_minutes: float
    module: str = ""
    session: str = ""
    lesson_title: str = ""
    steps: tuple[str, ...] = ()
    step_minutes: float = 0

    @property
    def reviews(self) -> int:
        """How many cards are asked."""
        return len(self.cards)

    def __str__(self) -> str:
        parts = []
        if self.reviews:
            parts.append(trn("{n} review", "{n} reviews", self.reviews))
        if self.steps:
            steps = len(self.steps)
            parts.append(
                trn("{n} step of “{title}”", "{n} steps of “{title}”", steps, title=self.lesson_title)
            )
        told = tr(", then ").join(parts)
        minutes = self.review_minutes + self.step_minutes
        return tr("{plan}, about {minutes:.0f} min", plan=told, minutes=minutes) if minutes > MOST else told


def plan(services: "Services", modules: "tuple[ModuleSummary, ...]") -> Plan | None:
    """Plan ten minutes, or ``None`` when nothing is due and nothing is new."""
    new = _new_part(services, modules)
    cards = _cards(services.reviews.due(modules), new=new is not None)
    if new is None and not cards:
        return None
    spent = sum(card.minutes for card in cards)
    planned = Plan(cards=tuple(card.key for card in cards), review_minutes=spent)
    if new is None or any(card.state.scenario for card in cards):
        return planned
    module, session, steps = new
    steps = _within(steps, MINUTES - spent, lambda step: step.minutes)
    return replace(
        planned,
        module=module,
        session=session,
        lesson_title=steps[0].lesson_title,
        steps=tuple(step.id for step in steps),
        step_minutes=sum(step.minutes for step in steps),
    )


def begin(services: "Services", planned: Plan) -> "Sitting":
    """Begin what was planned; a card that was asked elsewhere since then is left out."""
    parts: list[tuple[Run, int]] = []
    cards = [card for card in services.reviews.due() if card.key in planned.cards]
    if cards:
        review = services.reviews.start(cards)
        parts += [(review, index) for index in range(len(review.steps))]
    if planned.steps:
        run = services.training.open(planned.module, planned.session)
        parts += [(run, index) for index, (_, step) in enumerate(run.steps) if step.id in planned.steps]
    return Sitting(tuple(parts))


def _cards(due: "tuple[Card, ...]", *, new: bool) -> "tuple[Card, ...]":
    """Choose small questions, then one situation, if the ten minutes still have room for it.

    With nothing ``new`` to learn questions have all the time; and where a situation is all there is, it is
    chosen however long it takes.
    """
    questions = tuple(card for card in due if not card.state.scenario)
    small = _within(questions, REVIEW_MINUTES if new else MINUTES, lambda card: card.minutes)
    left = MINUTES - sum(card.minutes for card in small)
    situations = tuple(card for card in due if card.state.scenario)
    fitting = tuple(card for card in situations if card.minutes <= left)
    if not (new or small or fitting):
        return situations[:1]
    return (*small, *fitting[:1])


def _new_part(
    services: "Services", modules: "tuple[ModuleSummary, ...]"
) -> "tuple[str, str, tuple[StepSummary, ...]] | None":
    """Find what comes next in learning: the rest of a lesson, in its module and session."""
    following = services.training.next_up(modules, services.paths.chosen(), services.paths.usual())
    if following is None:
        return None
    steps = next(
        session.steps
        for module in modules
        if module.id == following.module
        for session in module.sessions
        if session.id == following.session
    )
    first = next_step(following.module, following.session, steps, services.training.state) or 0
    rest = tuple(step for step in steps[first:] if step.lesson == steps[first].lesson)
    return following.module, following.session, _unfinished(services.training, following.module, rest)


def _unfinished(
    training: "TrainingService", module: str, steps: "tuple[StepSummary, ...]"
) -> "tuple[StepSummary, ...]":
    state = training.state
    return tuple(step for step in steps if not state.standing(module, step.id, step.rev).finished)


def _within(things: tuple[T, ...], minutes: float, takes: Callable[[T], float]) -> tuple[T, ...]:
    """Return as many of the things, from the first on, as fit into the time; one in any case."""
    spent = 0.0
    for number, thing in enumerate(things):
        spent += takes(thing)
        if number and spent > minutes:
            return things[:number]
    return things


class Sitting:
    """Steps of several runs, one after the other, as one run of its own; each is led by its own run."""

    def __init__(self, parts: tuple[tuple[Run, int], ...]) -> None:
        """``parts`` name a run, and a step in it by its place there."""
        self._parts = parts
        self.steps: tuple[tuple[Lesson, Step], ...] = tuple(run.steps[index] for run, index in parts)
        self.problems: tuple[str, ...] = tuple(
            dict.fromkeys(problem for run, _ in parts for problem in run.problems)
        )

    @property
    def title(self) -> str:
        """What it is called."""
        return tr("Ten minutes")

    def card(self, index: int) -> tuple[ReviewRun, int] | None:
        """Return the review that a step belongs to, with its place there; ``None`` for a new step."""
        run, inner = self._parts[index]
        return (run, inner) if isinstance(run, ReviewRun) else None

    def trail(self, index: int, *, wide: bool) -> tuple[str, ...]:
        """Name the part of the sitting, then where the step stands in its own run."""
        if index >= len(self._parts):
            return (self.title,)
        run, inner = self._parts[index]
        return (self.title, *run.trail(inner, wide=wide)) if wide else run.trail(inner, wide=wide)

    def next_index(self) -> int | None:
        """Return the first step that is not finished."""
        unfinished = (index for index in range(len(self._parts)) if not self.standing(index).finished)
        return next(unfinished, None)

    def place(self, index: int) -> ev.Place:
        """Return the place that events about a step carry."""
        run, inner = self._parts[index]
        return run.place(inner)

    def progress(self, index: int) -> StepProgress | None:
        """Return what happened with a step in its run so far."""
        run, inner = self._parts[index]
        return run.progress(inner)

    def standing(self, index: int) -> Standing:
        """Return how far the learner has come with a step."""
        run, inner = self._parts[index]
        return run.standing(inner)

    def kind(self, index: int) -> Kind[Any, Any] | None:
        """Return the kind of an exercise, or ``None`` for a reading or a practice."""
        run, inner = self._parts[index]
        return run.kind(inner)

    def context(self, index: int) -> Context:
        """Return what grading a step depends on besides the answer."""
        run, inner = self._parts[index]
        return run.context(inner)

    def response(self, index: int) -> Record | None:
        """Return the last answer to an exercise in its run."""
        run, inner = self._parts[index]
        return run.response(inner)

    def draft(self, index: int) -> Record | None:
        """Return the unfinished answer to an exercise in its run."""
        run, inner = self._parts[index]
        return run.draft(inner)

    def keep_draft(self, index: int, response: Record) -> None:
        """Save an unfinished answer."""
        run, inner = self._parts[index]
        run.keep_draft(inner, response)

    def earlier(self, index: int) -> tuple[tuple[Record, Outcome], ...]:
        """Return the answers given to an exercise before."""
        run, inner = self._parts[index]
        return run.earlier(inner)

    def show(self, index: int) -> None:
        """Record that the learner came to a step."""
        run, inner = self._parts[index]
        run.show(inner)

    def finish(self, index: int) -> None:
        """Record that a reading was read or a practice done."""
        run, inner = self._parts[index]
        run.finish(inner)

    def hint(self, index: int) -> str | None:
        """Give the next hint, or ``None`` when there are no more."""
        run, inner = self._parts[index]
        return run.hint(inner)

    def hints(self, index: int) -> tuple[str, ...]:
        """Return the hints taken so far."""
        run, inner = self._parts[index]
        return run.hints(inner)

    def answer(self, index: int, response: Record) -> Outcome:
        """Grade an answer and save both."""
        run, inner = self._parts[index]
        return run.answer(inner, response)

    def reveal(self, index: int) -> tuple[Record, Outcome]:
        """Record that the solution was asked for; return it with its grading."""
        run, inner = self._parts[index]
        return run.reveal(inner)

    def reset(self, index: int) -> None:
        """Start a step afresh."""
        run, inner = self._parts[index]
        run.reset(inner)
