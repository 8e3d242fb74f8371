"""A session worked through step by step; whatever the learner does is in their journal at once."""

from typing import Any

from coach.core import events as ev
from coach.core.curriculum import Lesson, Module, Session, Step
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.core.record import Record
from coach.core.training import Standing, StepProgress, next_step, place_of, seed_for
from coach.exercises import kind_of
from coach.exercises.base import Kind
from coach.locale import tr
from coach.services.journal import Journal
from coach.services.run import answers, drafted, graded, read_draft, read_response, solved


class SessionRun:
    """One session being worked through; steps are named by their place in ``steps``, from 0."""

    def __init__(self, journal: Journal, module: Module, session: Session, problems: tuple[str, ...]) -> None:
        self._journal = journal
        self.module = module
        self.session = session
        self.problems = problems
        self.steps: tuple[tuple[Lesson, Step], ...] = tuple(
            (lesson, step) for lesson in session.flow for step in lesson.steps
        )

    @property
    def number(self) -> int:
        """The session's number in its module, from 1."""
        ids = [header.id for header in self.module.sessions]
        return ids.index(self.session.id) + 1 if self.session.id in ids else 1

    @property
    def title(self) -> str:
        """What the session is called."""
        return self.session.title

    def trail(self, index: int, *, wide: bool) -> tuple[str, ...]:
        """Name module, session and the step within its lesson; the session's title only where ``wide``."""
        session = f"{self.number} {self.title}" if wide else tr("session {number}", number=self.number)
        if index >= len(self.steps):
            return self.module.title, session
        lesson, step = self.steps[index]
        number = [one.id for one in lesson.steps].index(step.id) + 1
        return (
            self.module.title,
            session,
            tr("step {number} of {total}", number=number, total=len(lesson.steps)),
        )

    def next_index(self) -> int | None:
        """Return the step to go on at, or ``None`` when all are finished."""
        steps = [step for _, step in self.steps]
        return next_step(self.module.id, self.session.id, steps, self._journal.state)

    def lesson_index(self, lesson_id: str) -> int | None:
        """Return a lesson's first unfinished step, or its first step when all are finished."""
        indexes = [index for index, (lesson, _) in enumerate(self.steps) if lesson.id == lesson_id]
        unfinished = (index for index in indexes if not self.standing(index).finished)
        return next(unfinished, indexes[0] if indexes else None)

    def place(self, index: int) -> ev.Place:
        """Return the place that events about a step carry."""
        lesson, step = self.steps[index]
        return place_of(self.module.id, self.session, lesson, step)

    def progress(self, index: int) -> StepProgress | None:
        """Return what happened with a step so far."""
        step = self.steps[index][1]
        return self._journal.state.progress(self.module.id, step.id, step.rev)

    def standing(self, index: int) -> Standing:
        """Return how far the learner has come with a step."""
        step = self.steps[index][1]
        return self._journal.state.standing(self.module.id, step.id, step.rev)

    def kind(self, index: int) -> Kind[Any, Any] | None:
        """Return the kind of an exercise, or ``None`` for a reading or a practice."""
        return kind_of(self.steps[index][1])

    def context(self, index: int) -> Context:
        """Return what grading a step depends on besides the answer."""
        seed = seed_for(self._journal.learner, self.module.id, self.steps[index][1])
        return Context(seed=seed, language=self.module.language)

    def response(self, index: int) -> Record | None:
        """Return the last answer to an exercise, if there is one that can still be read."""
        progress = self.progress(index)
        return read_response(self.steps[index][1], progress.response if progress else None)

    def draft(self, index: int) -> Record | None:
        """Return the unfinished answer to an exercise, if there is one that can still be read."""
        progress = self.progress(index)
        return read_draft(self.steps[index][1], progress.draft if progress else "")

    def keep_draft(self, index: int, response: Record) -> None:
        """Save an unfinished answer."""
        progress = self.progress(index)
        for event in drafted(self.place(index), progress.draft if progress else "", response):
            self._journal.record(event)

    def earlier(self, index: int) -> tuple[tuple[Record, Outcome], ...]:
        """Return every answer given to an exercise at this revision, oldest first, that can still be read."""
        return answers(self.steps[index][1], self.place(index), self._journal.history())

    def show(self, index: int) -> None:
        """Record that the learner came to a step; this is where they will stand when they return."""
        self._journal.record(ev.StepShown(place=self.place(index)))

    def finish(self, index: int) -> None:
        """Record that a reading was read or a practice done."""
        if not self.standing(index).finished:
            self._journal.record(ev.StepRead(place=self.place(index)))

    def hint(self, index: int) -> str | None:
        """Give the next hint, or ``None`` when there are no more."""
        step, progress = self.steps[index][1], self.progress(index)
        taken = progress.hints if progress else 0
        if taken >= len(step.hints):
            return None
        self._journal.record(ev.HintTaken(place=self.place(index), number=taken + 1))
        return step.hints[taken]

    def hints(self, index: int) -> tuple[str, ...]:
        """Return the hints taken so far."""
        step, progress = self.steps[index][1], self.progress(index)
        return step.hints[: progress.hints if progress else 0]

    def answer(self, index: int, response: Record) -> Outcome:
        """Grade an answer and save both."""
        answered = graded(self.steps[index][1], self.place(index), self.context(index), response)
        self._journal.record(answered)
        return answered.outcome

    def reveal(self, index: int) -> tuple[Record, Outcome]:
        """Record that the solution was asked for; return it with its grading."""
        found = solved(self.steps[index][1], self.context(index))
        if not self.standing(index).finished:
            self._journal.record(ev.SolutionRevealed(place=self.place(index)))
        return found

    def reset(self, index: int) -> None:
        """Start a step afresh; what was done before stays in the history."""
        self._journal.record(ev.StepReset(place=self.place(index)))
