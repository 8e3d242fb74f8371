"""A short account of every module, so that progress can be counted without reading all of it.

It is kept in a cache (:mod:`coach.content.cache`), each entry keyed by the module's folder.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from coach.content.cache import FileCache, Made, stamps
from coach.content.loaded import ContentError, NotFound
from coach.content.roots import HEADER, SUFFIX
from coach.core.record import Record

if TYPE_CHECKING:
    from coach.content.library import Library

CACHE = "modules-{language}.json"


class StepSummary(Record, array_like=True):
    """A step by its id and revision, with what is needed to name it: its own title and its lesson's."""

    id: str
    lesson: str
    rev: int
    title: str
    lesson_title: str
    minutes: float


class SessionSummary(Record):
    """A session as home lists it; ``steps`` are in the order in which they are met."""

    id: str
    title: str
    minutes: float
    steps: tuple[StepSummary, ...] = ()


class ModuleSummary(Record):
    """A module as home lists it; ``trouble`` says why it cannot be opened, and is empty if it can."""

    id: str
    title: str
    summary: str
    sessions: tuple[SessionSummary, ...]
    language: str = "en"
    competencies: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def minutes(self) -> float:
        """Planned minutes over all sessions."""
        return sum(session.minutes for session in self.sessions)


class ModuleIndex:
    """Summaries of a library's modules, read anew only where a file has changed."""

    def __init__(self, cache_dir: Path) -> None:
        self._folder = cache_dir

    def summaries(self, library: "Library") -> tuple[ModuleSummary, ...]:
        """Summarise every module of the library, in its order."""
        fresh = library.anew()
        cache = FileCache(self._folder / CACHE.format(language=library.language), ModuleSummary)
        folders = {str(fresh.where("module", name).parent): name for name in fresh.modules()}
        found = cache.fill(folders, lambda folder: _summarise(fresh, folders[folder], folder))
        return tuple(found.values())


def _summarise(library: "Library", name: str, folder: str) -> Made[ModuleSummary]:
    """Read a module with its sessions."""
    header = stamps([f"{folder}{os.sep}{HEADER}"])
    try:
        module = library.module(name).value
    except ContentError as error:
        broken = ModuleSummary(id=name, title=name, summary="", sessions=(), trouble=error.brief)
        return Made(stamps=header | library.translator.used, value=broken)
    files = stamps(f"{folder}{os.sep}{session.id}{SUFFIX}" for session in module.sessions)
    sessions = tuple(
        SessionSummary(id=session.id, title=session.title, minutes=session.minutes)
        for session in module.sessions
    )
    summary = ModuleSummary(
        id=module.id,
        title=module.title,
        summary=module.summary,
        sessions=tuple(_with_steps(library, name, session) for session in sessions),
        language=module.language,
        competencies=module.competencies,
    )
    return Made(stamps=header | files | library.shelf.used | library.translator.used, value=summary)


def _with_steps(library: "Library", module: str, session: SessionSummary) -> SessionSummary:
    """Fill in the usable steps of a session; one that cannot be read has none."""
    try:
        read = library.session(module, session.id).value
    except (ContentError, NotFound):
        return session
    steps = tuple(
        StepSummary(
            id=step.id,
            lesson=lesson.id,
            rev=step.rev,
            title=step.title,
            lesson_title=lesson.title,
            minutes=step.minutes,
        )
        for lesson in read.flow
        for step in lesson.steps
    )
    return msgspec.structs.replace(session, steps=steps)
