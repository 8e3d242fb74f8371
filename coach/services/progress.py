"""Progress as a use case: what is mastered, how ready one is, and the papers that say so."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

from msgspec.structs import replace

from coach.content.library import ContentError, Library
from coach.core.calibrating import interviewing, tried
from coach.core.calibration import calibration
from coach.core.conduct import Refused
from coach.core.curriculum import Module, Practice, Reading, Session
from coach.core.document import Document
from coach.core.events import PieceRated, Recorded
from coach.core.mastery import (
    GradedStep,
    ModuleMastery,
    Readiness,
    SessionDone,
    StepMastery,
    module_days,
    readiness,
    step_mastery,
)
from coach.core.progress import ProgressView, conditions
from coach.core.review import Review, reviews
from coach.core.timespent import DayOf, time_spent
from coach.core.training import Key, TrainingState, replay
from coach.locale import tr
from coach.services.settings import Settings
from coach.store.log import EventLog

Reviews: TypeAlias = Mapping[Key, Sequence[Review]]


def local_day(at: datetime) -> date:
    """Return the calendar day of a moment where this program runs."""
    return at.astimezone().date()


class NotMastered(Refused):
    """There is no certificate yet; the message says exactly what is missing."""

    def __init__(self, module: ModuleMastery) -> None:
        missing = [clause for condition in conditions(module) for clause in condition.missing]
        lines = "".join(f"\n- {clause}" for clause in missing)
        told = tr("“{title}” is not mastered yet, so there is no certificate. Missing:", title=module.title)
        super().__init__(f"{told}{lines}")


class ProgressService:
    """Figures about one learner, each with the answers behind it, computed anew from the log."""

    def __init__(
        self,
        log: EventLog,
        library: Library,
        clock: Callable[[], datetime],
        settings: Settings,
        day_of: DayOf = local_day,
    ) -> None:
        """``settings`` say who the learner is, and how they want to be called, if they said so."""
        self._log = log
        self._library = library
        self._clock = clock
        self._stream = f"training/{settings.profile}"
        self._learner = settings.profile
        self._name = settings.name
        self._day_of = day_of

    def view(self) -> ProgressView:
        """Compute everything; modules that cannot be read are named and stop nothing."""
        recorded, now = self._log.read(self._stream), self._clock()
        state, found = replay(recorded), reviews(recorded)
        modules: list[ModuleMastery] = []
        unread: list[tuple[str, str]] = []
        for name in self._library.modules():
            try:
                modules.append(self._module(name, state, found))
            except ContentError as error:
                unread.append((name, str(error)))
        sure = _newest_first([one for same in found.values() for one in same if one.certainty is not None])
        return ProgressView(
            learner=self._name or self._learner,
            today=self._day_of(now),
            modules=tuple(modules),
            unread=tuple(unread),
            competencies=self._competencies(modules, found, now),
            calibration=calibration((one.certainty, one.score >= 1) for one in sure if one.certainty),
            sure=sure,
            spent=time_spent(_of_learner(recorded), self._day_of),
            interviewing=interviewing(tried(recorded), self._competency),
        )

    def module(self, name: str) -> ModuleMastery:
        """Hold a module against its rule; raises what the library raises for unknown names."""
        recorded = self._log.read(self._stream)
        return self._module(name, replay(recorded), reviews(recorded))

    def report(self, name: str = "") -> Document:
        """Build the progress report; ``name`` stands on it instead of the learner's own."""
        from coach.export.documents.progress import progress_report

        view = self.view()
        return progress_report(replace(view, learner=name) if name else view)

    def certificate(self, module: str, name: str = "") -> Document:
        """Build the certificate of a module; ``name`` stands on it instead of the learner's own.

        Raises :class:`NotMastered` unless the module's rule is met, :class:`Refused` when nobody said
        the learner's name, and what the library raises for unknown names.
        """
        from coach.export.documents.certificate import certificate

        mastery = self.module(module)
        if not mastery.met:
            raise NotMastered(mastery)
        if not (name or self._name):
            raise Refused(
                tr('A certificate needs a name. Give it with --name, or write name = "…" in config.toml.')
            )
        return certificate(mastery, name or self._name, self._day_of(self._clock()))

    def _module(self, name: str, state: TrainingState, found: Reviews) -> ModuleMastery:
        module = self._library.module(name).value
        done: list[SessionDone] = []
        steps: list[StepMastery] = []
        for header in module.sessions:
            try:
                session = self._library.session(name, header.id)
            except ContentError as error:
                trouble = str(error).partition("\n")[0]
                done.append(SessionDone(id=header.id, title=header.title, done=0, total=0, trouble=trouble))
                continue
            errors = [str(problem) for problem in session.problems if problem.fatal]
            trouble = errors[0].partition("\n")[0] if errors else ""
            done.append(_session_done(module, session.value, state, trouble))
            steps += [
                step_mastery(step, found.get(step.key, ()), self._day_of)
                for step in _graded(module, session.value)
            ]
        return ModuleMastery(
            module=module.id,
            title=module.title,
            rev=module.rev,
            rule=module.mastery,
            sessions=tuple(done),
            steps=tuple(steps),
            days=module_days(steps, self._day_of),
            summary=module.summary,
        )

    def _competencies(
        self, modules: Sequence[ModuleMastery], found: Reviews, now: datetime
    ) -> tuple[Readiness, ...]:
        """Give every competency that a graded step or an answer names, in the order of the content."""
        known = self._library.competencies()
        steps = [one.step for module in modules for one in module.steps]
        named = {name for step in steps for name in step.competencies}
        named |= {name for same in found.values() for one in same for name in one.competencies}
        order = [*(name for name in known if name in named), *sorted(named - known.keys())]
        return tuple(readiness(name, self._competency(name), steps, found, now) for name in order)

    def _competency(self, name: str) -> str:
        known = self._library.competencies()
        return known[name].title if name in known else name


def _of_learner(recorded: Iterable[Recorded]) -> Iterator[Recorded]:
    """Leave out what mentors did: it is in the stream, but no time of the learner's."""
    return (record for record in recorded if not isinstance(record.event, PieceRated))


def _session_done(module: Module, session: Session, state: TrainingState, trouble: str) -> SessionDone:
    steps = list(session.steps())
    return SessionDone(
        id=session.id,
        title=session.title,
        done=sum(state.standing(module.id, step.id, step.rev).finished for step in steps),
        total=len(steps),
        trouble=trouble,
    )


def _graded(module: Module, session: Session) -> list[GradedStep]:
    return [
        GradedStep(
            module=module.id,
            id=step.id,
            rev=step.rev,
            title=step.title or lesson.title,
            competencies=step.competencies,
        )
        for lesson in session.flow
        for step in lesson.steps
        if not isinstance(step, Reading | Practice)
    ]


def _newest_first(found: list[Review]) -> tuple[Review, ...]:
    return tuple(sorted(found, key=lambda review: (review.at, review.key), reverse=True))
