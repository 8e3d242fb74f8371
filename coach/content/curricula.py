"""Modules, sessions and competencies from their files."""

from dataclasses import dataclass

import msgspec

from coach.content.convert import convert, entries
from coach.content.document import Document
from coach.content.listing import ListFile, Placed, Seen, read_list
from coach.content.parts import Shelf
from coach.content.problem import Problem
from coach.content.steps import read_step
from coach.core.curriculum import Competency, Lesson, Module, Practice, Session, Step
from coach.core.finding import Path
from coach.core.record import Record
from coach.locale import mark, tr

RESERVED_LESSON = "practice"
"""The lesson that practice off screen makes; see :attr:`coach.core.curriculum.Session.flow`."""


@dataclass(frozen=True, slots=True)
class ModuleFile:
    """A module's header as read; without a ``module`` it cannot be used."""

    document: Document
    module: Module | None
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """The id the file gives itself; empty if it cannot be used."""
        return self.module.id if self.module else ""


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A session as read: only its usable lessons and steps, each with its place in the file."""

    document: Document
    session: Session | None
    lessons: tuple[Placed[Lesson], ...]
    steps: tuple[Placed[Step], ...]
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """The id the file gives itself; empty if it cannot be used."""
        return self.session.id if self.session else ""


class CompetencyList(Record):
    """The file ``competencies.yaml``."""

    competencies: tuple[Competency, ...]


def read_module(document: Document) -> ModuleFile:
    """Read ``module.yaml``."""
    problems = list(document.problems)
    if not document.usable:
        return ModuleFile(document, None, tuple(problems))
    module, found = convert(document, (), Module)
    problems += found
    if module is not None:
        seen = Seen(document, mark("session"))
        for index, header in enumerate(module.sessions):
            problems += seen.again(("sessions", index), header.id)
    return ModuleFile(document, module, tuple(problems))


def read_session(document: Document, shelf: Shelf) -> SessionFile:
    """Read a session's file step by step; what cannot be used is left out and told."""
    problems = list(document.problems)
    if not document.usable:
        return SessionFile(document, None, (), (), tuple(problems))
    shell, found = convert(document, (), Session, without=("lessons", "practice"))
    problems += found
    step_ids, lesson_ids = Seen(document, mark("step")), Seen(document, mark("lesson"), {RESERVED_LESSON: 0})
    lessons: list[Placed[Lesson]] = []
    steps: list[Placed[Step]] = []
    for path in entries(document, ("lessons",)):
        lesson, inside, found = _read_lesson(document, path, step_ids, shelf)
        problems += found
        if lesson is not None and not (twice := lesson_ids.again(path, lesson.id)):
            lessons.append(Placed(path, lesson))
            steps += inside
        elif lesson is not None:
            problems += twice
    practice, found = _read_steps(document, entries(document, ("practice",)), step_ids, shelf)
    problems += found
    off_screen: list[Practice] = []
    for placed in practice:
        if isinstance(placed.value, Practice):
            off_screen.append(placed.value)
            steps.append(placed)
        else:
            problems.append(_misplaced(document, placed))
    session = shell and msgspec.structs.replace(
        shell, lessons=tuple(placed.value for placed in lessons), practice=tuple(off_screen)
    )
    return SessionFile(document, session, tuple(lessons), tuple(steps), tuple(problems))


def _misplaced(document: Document, placed: Placed[Step]) -> Problem:
    text = tr("only steps of type practice can stand under 'practice'; move this one into a lesson")
    return document.problem("C024", (*placed.path, "type"), text)


def _read_lesson(
    document: Document, path: Path, step_ids: Seen, shelf: Shelf
) -> tuple[Lesson | None, list[Placed[Step]], list[Problem]]:
    lesson, problems = convert(document, path, Lesson, without=("steps",))
    steps, found = _read_steps(document, entries(document, (*path, "steps")), step_ids, shelf)
    problems += found
    if lesson is not None:
        lesson = msgspec.structs.replace(lesson, steps=tuple(placed.value for placed in steps))
    return lesson, steps, problems


def _read_steps(
    document: Document, paths: list[Path], seen: Seen, shelf: Shelf
) -> tuple[list[Placed[Step]], list[Problem]]:
    steps: list[Placed[Step]] = []
    problems: list[Problem] = []
    for path in paths:
        step, found = read_step(document, path, shelf)
        if step is not None:
            found += seen.again(path, step.id)
        problems += found
        if step is not None and not any(problem.fatal for problem in found):
            steps.append(Placed(path, step))
    return steps, problems


def read_competencies(document: Document) -> ListFile[Competency]:
    """Read ``competencies.yaml`` entry by entry."""
    return read_list(document, CompetencyList, "competencies", Competency, mark("competency"))
