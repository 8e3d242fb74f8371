"""Training as a use case: where am I, and what is next."""

from collections.abc import Callable
from datetime import datetime

from coach.content.index import ModuleSummary, SessionSummary, StepSummary
from coach.content.library import Library
from coach.core.paths import LearningPath
from coach.core.record import Record
from coach.core.training import next_step
from coach.services.journal import Journal
from coach.services.paths import along
from coach.services.session_run import SessionRun
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


class TrainingService(Journal):
    """Training of one learner: their journal, and what there is for them to learn."""

    def __init__(self, log: EventLog, library: Library, clock: Callable[[], datetime], learner: str) -> None:
        super().__init__(log, clock, learner)
        self._library = library

    def open(self, module_id: str, session_ref: str) -> SessionRun:
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
