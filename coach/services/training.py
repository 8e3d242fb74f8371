"""Training as a use case: where am I, what is next, and every answer on disk at once."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from coach.content.index import ModuleSummary, SessionSummary, StepSummary
from coach.content.library import Library
from coach.core import events as ev
from coach.core.curriculum import Lesson, Module, Session, Step
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.core.paths import LearningPath
from coach.core.record import Record
from coach.core.training import Standing, StepProgress, TrainingState, next_step, place_of, replay, seed_for
from coach.exercises import kind_of
from coach.exercises.base import Kind
from coach.services.paths import along
from coach.services.run import answers, drafted, graded, read_draft, read_response, solved
from coach.store.errors import ChangedElsewhere
from coach.store.log import EventLog


class SessionProgress(Record):
    """How far a trainee has come with a session."""

    id: str
    title: str
    minutes: float
    done: int
    total: int


class ModuleProgress(Record):
    """How far a trainee has come with a module; ``trouble`` says why it cannot be opened, if so."""

    id: str
    title: str
    sessions: tuple[SessionProgress, ...]
    trouble: str = ""

    @property
    def done(self) -> int:
        """Finished steps."""
        return sum(session.done for session in self.sessions)

    @property
    def total(self) -> int:
        """All steps."""
        return sum(session.total for session in self.sessions)


class NextUp(Record):
    """The one thing to do next; ``minutes`` are planned for what is left of the lesson."""

    module: str
    module_title: str
    session: str
    session_number: int
    lesson_title: str
    step_title: str
    minutes: float
    begun: bool


class TrainingService:
    """Training of one learner.

    Two programs may train at once: what the other wrote is read before one's own is appended.
    """

    def __init__(self, log: EventLog, library: Library, clock: Callable[[], datetime], learner: str) -> None:
        self._log = log
        self._library = library
        self._clock = clock
        self.learner = learner
        self._stream = f"training/{learner}"
        self._state: TrainingState | None = None

    @property
    def state(self) -> TrainingState:
        """Everything derived from what the learner did so far."""
        if self._state is None:
            self._state = replay(self._log.read(self._stream))
        return self._state

    def record(self, *events: ev.TrainingEvent) -> TrainingState:
        """Append events; they are on disk when this returns."""
        try:
            added = self._append(events)
        except ChangedElsewhere as changed:
            newer = self._log.read(self._stream, after=self.state.number)
            state = replay(newer, self.state)
            self._state = replace(state, number=max(state.number, changed.found))
            added = self._append(events)
        self._state = replay(added, self.state)
        return self._state

    def history(self) -> tuple[ev.Recorded, ...]:
        """Read everything that was recorded of the learner."""
        return tuple(self._log.read(self._stream))

    def _append(self, events: tuple[ev.TrainingEvent, ...]) -> tuple[ev.Recorded, ...]:
        expected = self.state.number
        return self._log.append(self._stream, expected, events, actor=self.learner, at=self._clock())

    def open(self, module_id: str, session_ref: str) -> "SessionRun":
        """Open a session by its number or id; raises what the library raises for unknown names."""
        module = self._library.module(module_id)
        session = self._library.session(module_id, session_ref)
        problems = tuple(str(problem) for problem in (*module.problems, *session.problems))
        return SessionRun(self, module.value, session.value, problems)

    def progress(self, modules: tuple[ModuleSummary, ...]) -> tuple[ModuleProgress, ...]:
        """Count finished steps by module and session."""
        return tuple(
            ModuleProgress(
                id=module.id,
                title=module.title,
                sessions=tuple(self._session_progress(module.id, session) for session in module.sessions),
                trouble=module.trouble,
            )
            for module in modules
        )

    def _session_progress(self, module: str, session: SessionSummary) -> SessionProgress:
        return SessionProgress(
            id=session.id,
            title=session.title,
            minutes=session.minutes,
            done=sum(self._finished(module, step) for step in session.steps),
            total=len(session.steps),
        )

    def _finished(self, module: str, step: StepSummary) -> bool:
        return self.state.standing(module, step.id, step.rev).finished

    def next_up(
        self,
        modules: tuple[ModuleSummary, ...],
        path: LearningPath | None = None,
        usual: LearningPath | None = None,
    ) -> NextUp | None:
        """Propose one thing to do: the first unfinished session of the path, if one is followed.

        Without one, or at its end, go on in the session of last time, else in the first unfinished one,
        in the order of the ``usual`` path as far as it goes.
        """
        last = self.state.last
        sessions = [
            *(along(usual, modules) if usual else ()),
            *((module, number, one) for module in modules for number, one in enumerate(module.sessions, 1)),
        ]
        if last is not None:
            here = (last.module, last.session)
            sessions.sort(key=lambda found: (found[0].id, found[2].id) != here)
        for module, number, session in (*(along(path, modules) if path else ()), *sessions):
            index = next_step(module.id, session.id, session.steps, self.state)
            if index is not None:
                return self._next_up(module, number, session, index)
        return None

    def _next_up(self, module: ModuleSummary, number: int, session: SessionSummary, index: int) -> NextUp:
        step = session.steps[index]
        left = (
            one.minutes
            for one in session.steps
            if one.lesson == step.lesson and not self._finished(module.id, one)
        )
        return NextUp(
            module=module.id,
            module_title=module.title,
            session=session.id,
            session_number=number,
            lesson_title=step.lesson_title,
            step_title=step.title,
            minutes=sum(left),
            begun=(module.id, session.id) in self.state.last_in,
        )


class SessionRun:
    """One session being worked through; steps are named by their place in ``steps``, from 0."""

    def __init__(
        self, service: TrainingService, module: Module, session: Session, problems: tuple[str, ...]
    ) -> None:
        self._service = service
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
        session = f"{self.number} {self.title}" if wide else f"session {self.number}"
        if index >= len(self.steps):
            return self.module.title, session
        lesson, step = self.steps[index]
        number = [one.id for one in lesson.steps].index(step.id) + 1
        return self.module.title, session, f"step {number} of {len(lesson.steps)}"

    def next_index(self) -> int | None:
        """Return the step to go on at, or ``None`` when all are finished."""
        steps = [step for _, step in self.steps]
        return next_step(self.module.id, self.session.id, steps, self._service.state)

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
        return self._service.state.progress(self.module.id, step.id, step.rev)

    def standing(self, index: int) -> Standing:
        """Return how far the learner has come with a step."""
        step = self.steps[index][1]
        return self._service.state.standing(self.module.id, step.id, step.rev)

    def kind(self, index: int) -> Kind[Any, Any] | None:
        """Return the kind of an exercise, or ``None`` for a reading or a practice."""
        return kind_of(self.steps[index][1])

    def context(self, index: int) -> Context:
        """Return what grading a step depends on besides the answer."""
        seed = seed_for(self._service.learner, self.module.id, self.steps[index][1])
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
            self._service.record(event)

    def earlier(self, index: int) -> tuple[tuple[Record, Outcome], ...]:
        """Return every answer given to an exercise at this revision, oldest first, that can still be read."""
        return answers(self.steps[index][1], self.place(index), self._service.history())

    def show(self, index: int) -> None:
        """Record that the learner came to a step; this is where they will stand when they return."""
        self._service.record(ev.StepShown(place=self.place(index)))

    def finish(self, index: int) -> None:
        """Record that a reading was read or a practice done."""
        if not self.standing(index).finished:
            self._service.record(ev.StepRead(place=self.place(index)))

    def hint(self, index: int) -> str | None:
        """Give the next hint, or ``None`` when there are no more."""
        step, progress = self.steps[index][1], self.progress(index)
        taken = progress.hints if progress else 0
        if taken >= len(step.hints):
            return None
        self._service.record(ev.HintTaken(place=self.place(index), number=taken + 1))
        return step.hints[taken]

    def hints(self, index: int) -> tuple[str, ...]:
        """Return the hints taken so far."""
        step, progress = self.steps[index][1], self.progress(index)
        return step.hints[: progress.hints if progress else 0]

    def answer(self, index: int, response: Record) -> Outcome:
        """Grade an answer and save both."""
        answered = graded(self.steps[index][1], self.place(index), self.context(index), response)
        self._service.record(answered)
        return answered.outcome

    def reveal(self, index: int) -> tuple[Record, Outcome]:
        """Record that the solution was asked for; return it with its grading."""
        found = solved(self.steps[index][1], self.context(index))
        if not self.standing(index).finished:
            self._service.record(ev.SolutionRevealed(place=self.place(index)))
        return found

    def reset(self, index: int) -> None:
        """Start a step afresh; what was done before stays in the history."""
        self._service.record(ev.StepReset(place=self.place(index)))
