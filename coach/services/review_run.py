"""Cards asked again, one after the other, as a run like that of a session."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from coach.core import events as ev
from coach.core.curriculum import Lesson, Module, Session, Step
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.core.record import Record
from coach.core.review import Rating, Review, Showing, follow
from coach.core.training import Key, Standing, StepProgress, TrainingState, place_of, reduce, seed_for
from coach.exercises import kind_of
from coach.exercises.base import Kind
from coach.locale import tr
from coach.services.run import answers, drafted, graded, read_draft, read_response, solved
from coach.services.training import TrainingService


class Asked(Record):
    """A card with all that is needed to ask it; ``reviews`` is how many it has had."""

    module: Module
    session: Session
    lesson: Lesson
    step: Step
    reviews: int


class Rest(Record):
    """What a run leaves out: how many cards are ``left`` for later, and why others cannot be asked."""

    left: int = 0
    problems: tuple[str, ...] = ()


class Result(Record):
    """How a card went in this run, and the day on which it comes again (``None``: it is set apart)."""

    title: str
    rating: Rating
    again: date | None


class ReviewRun:
    """A review. What happened with a card before does not show, and each review has values of its own.

    Going back and forth shows a card again without beginning anew; only the first time is recorded.
    """

    def __init__(
        self,
        training: TrainingService,
        clock: Callable[[], datetime],
        cards: tuple[Asked, ...],
        due_on: Callable[[Key], date | None],
        rest: Rest,
    ) -> None:
        self._training = training
        self._clock = clock
        self._cards = cards
        self._due_on = due_on
        self.left = rest.left
        self.problems = rest.problems
        self.steps: tuple[tuple[Lesson, Step], ...] = tuple((card.lesson, card.step) for card in cards)
        self._state = TrainingState()
        """What happened in this run, as if every step had been met here for the first time."""
        self._showings: dict[int, Showing] = {}
        self._reviews: dict[int, Review] = {}
        self._repeats: dict[int, int] = {}

    @property
    def title(self) -> str:
        """What it is called."""
        return tr("Review")

    def trail(self, index: int, *, wide: bool) -> tuple[str, ...]:
        """Name the card by its number, and its module only where ``wide``."""
        if index >= len(self._cards):
            return (self.title,)
        where = (self.title, tr("card {number} of {total}", number=index + 1, total=len(self._cards)))
        return (*where, self._cards[index].module.title) if wide else where

    def next_index(self) -> int | None:
        """Return the first card that is open."""
        return next((n for n in range(len(self._cards)) if not self.standing(n).finished), None)

    def place(self, index: int) -> ev.Place:
        """Return the place that events about a step carry."""
        card = self._cards[index]
        return place_of(card.module.id, card.session, card.lesson, card.step)

    def progress(self, index: int) -> StepProgress | None:
        """Return what happened with a card in this run."""
        return self._state.steps.get(self.place(index).key)

    def standing(self, index: int) -> Standing:
        """Return how far the card has come in this run."""
        progress = self.progress(index)
        return progress.standing if progress else Standing.NEW

    def kind(self, index: int) -> Kind[Any, Any] | None:
        """Return the kind of the exercise."""
        return kind_of(self.steps[index][1])

    def context(self, index: int) -> Context:
        """Return what grading depends on besides the answer; the seed is this review's own."""
        card = self._cards[index]
        seed = seed_for(
            self._training.learner, card.module.id, card.step, card.reviews + self._repeats.get(index, 0) + 1
        )
        return Context(seed=seed, language=card.module.language)

    def response(self, index: int) -> Record | None:
        """Return the last answer of this run."""
        progress = self.progress(index)
        return read_response(self.steps[index][1], progress.response if progress else None)

    def draft(self, index: int) -> Record | None:
        """Return this run's unfinished answer, if there is one."""
        progress = self.progress(index)
        return read_draft(self.steps[index][1], progress.draft if progress else "")

    def keep_draft(self, index: int, response: Record) -> None:
        """Save an unfinished answer."""
        progress = self.progress(index)
        for event in drafted(self.place(index), progress.draft if progress else "", response):
            self._training.record(event)
            self._follow(event, self._clock())

    def earlier(self, index: int) -> tuple[tuple[Record, Outcome], ...]:
        """Return every answer given to an exercise at this revision, oldest first, that can still be read."""
        return answers(self.steps[index][1], self.place(index), self._training.history())

    def show(self, index: int) -> None:
        """Record that the card is asked, the first time it is shown in this run."""
        if index not in self._showings:
            self._record(index, ev.ReviewShown(place=self.place(index), seed=self.context(index).seed))

    def finish(self, index: int) -> None:
        """Do nothing: a card is finished by its answer."""

    def hint(self, index: int) -> str | None:
        """Give the next hint, or ``None`` when there are no more."""
        taken, hints = len(self.hints(index)), self.steps[index][1].hints
        if taken >= len(hints):
            return None
        self._record(index, ev.HintTaken(place=self.place(index), number=taken + 1))
        return hints[taken]

    def hints(self, index: int) -> tuple[str, ...]:
        """Return the hints taken in this run."""
        progress = self.progress(index)
        return self.steps[index][1].hints[: progress.hints if progress else 0]

    def answer(self, index: int, response: Record) -> Outcome:
        """Grade an answer and save both."""
        answered = graded(self.steps[index][1], self.place(index), self.context(index), response)
        self._record(index, answered)
        return answered.outcome

    def reveal(self, index: int) -> tuple[Record, Outcome]:
        """Record that the solution was asked for; return it with its grading."""
        found = solved(self.steps[index][1], self.context(index))
        if not self.standing(index).finished:
            self._record(index, ev.SolutionRevealed(place=self.place(index)))
        return found

    def reset(self, index: int) -> None:
        """Ask a card again at once, with other values: one more review of the same day.

        As long as nothing was answered, the values stay: a situation is met for the first time only once.
        """
        showing = self._showings.get(index)
        if showing is not None and showing.review() is not None:
            self._repeats[index] = self._repeats.get(index, 0) + 1
        self._follow(ev.StepReset(place=self.place(index)), self._clock())
        self._record(index, ev.ReviewShown(place=self.place(index), seed=self.context(index).seed))

    def due_on(self, index: int) -> date | None:
        """Return the day on which a card comes again as it stands; ``None``: it is set apart."""
        return self._due_on(self.place(index).key)

    def results(self) -> tuple[Result, ...]:
        """Return how each card went that was answered, in order."""
        return tuple(
            Result(
                title=self.steps[index][1].title or self.steps[index][0].title,
                rating=review.rating,
                again=self.due_on(index),
            )
            for index, review in sorted(self._reviews.items())
        )

    def _record(
        self, index: int, event: ev.ReviewShown | ev.HintTaken | ev.Answered | ev.SolutionRevealed
    ) -> None:
        """Record an event, and follow it in this run."""
        self._training.record(event)
        at = self._clock()
        showing = follow(self._showings.get(index), event, at)
        assert showing is not None
        self._showings[index] = showing
        review = showing.review()
        if review is not None:
            self._reviews[index] = review
        self._follow(ev.StepShown(place=event.place) if isinstance(event, ev.ReviewShown) else event, at)

    def _follow(self, event: ev.TrainingEvent, at: datetime) -> None:
        number, learner = self._state.number + 1, self._training.learner
        recorded = ev.Recorded(stream="review", number=number, at=at, actor=learner, event=event)
        self._state = reduce(self._state, recorded)
