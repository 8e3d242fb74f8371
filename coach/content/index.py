"""A short account of every module, so that progress can be counted without reading all of it.

It is kept in a JSON file beside other caches. Each entry is keyed by the module's folder and counts
only while size and time of change of its files stay the same; the cache can be deleted at any time.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from coach import __version__, exercises
from coach.content.loaded import ContentError, NotFound
from coach.content.roots import HEADER, SUFFIX
from coach.core.record import Record

if TYPE_CHECKING:
    from coach.content.library import Library

Stamp: TypeAlias = tuple[int, int]
"""A file's time of change in nanoseconds, and its size in bytes."""

CACHE = "modules.json"


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


class _Entry(Record, array_like=True):
    """A module's summary and the stamps of its files: the header's, then each session's in order."""

    stamps: tuple[Stamp, ...]
    summary: ModuleSummary


class _Cache(Record):
    """The cache file. ``made_by`` names what decides how content is read; entries go by folder."""

    made_by: str
    entries: dict[str, _Entry]


class ModuleIndex:
    """Summaries of a library's modules, read anew only where a file has changed."""

    def __init__(self, cache_dir: Path) -> None:
        self._file = cache_dir / CACHE
        self._made_by = f"{__version__} {' '.join(exercises.names())}"

    def summaries(self, library: "Library") -> tuple[ModuleSummary, ...]:
        """Summarise every module of the library, in its order."""
        from coach.content.library import Library

        fresh = Library(library.roots)
        old = self._read()
        new: dict[str, _Entry] = {}
        for name in fresh.modules():
            path = fresh.where("module", name)
            folder = str(path.parent)
            known = old.get(folder)
            if known is None or _stamps(folder, known.summary) != known.stamps:
                known = _summarise(fresh, name, folder)
            new[folder] = known
        if new != old:
            self._write(new)
        return tuple(entry.summary for entry in new.values())

    def _read(self) -> dict[str, _Entry]:
        """Read the cache; one that is missing, damaged or of another version is as good as empty."""
        try:
            cache = msgspec.json.decode(self._file.read_bytes(), type=_Cache)
        except (OSError, ValueError, RecursionError):
            return {}
        return cache.entries if cache.made_by == self._made_by else {}

    def _write(self, entries: dict[str, _Entry]) -> None:
        """Replace the cache in one move; where that is not possible, the next start reads again."""
        from tempfile import NamedTemporaryFile

        body = msgspec.json.encode(_Cache(made_by=self._made_by, entries=entries))
        folder = self._file.parent
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=folder, delete=False) as stream:
                temporary = Path(stream.name)
                try:
                    stream.write(body)
                    stream.close()
                    temporary.replace(self._file)
                except OSError:
                    temporary.unlink(missing_ok=True)
                    raise


def _summarise(library: "Library", name: str, folder: str) -> _Entry:
    """Read a module; the stamps are taken first, so that a change while reading is seen next time."""
    try:
        module = library.module(name).value
    except ContentError as error:
        broken = ModuleSummary(id=name, title=name, summary="", sessions=(), trouble=str(error))
        return _Entry(stamps=_stamps(folder, broken), summary=broken)
    sessions = tuple(
        SessionSummary(id=header.id, title=header.title, minutes=header.minutes) for header in module.sessions
    )
    summary = ModuleSummary(
        id=module.id,
        title=module.title,
        summary=module.summary,
        sessions=sessions,
        language=module.language,
        competencies=module.competencies,
    )
    stamps = _stamps(folder, summary)
    filled = tuple(_with_steps(library, name, session) for session in sessions)
    return _Entry(stamps=stamps, summary=msgspec.structs.replace(summary, sessions=filled))


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


def _stamps(folder: str, summary: ModuleSummary) -> tuple[Stamp, ...]:
    names = [HEADER, *(f"{session.id}{SUFFIX}" for session in summary.sessions)]
    return tuple(_stamp(f"{folder}{os.sep}{name}") for name in names)


def _stamp(path: str) -> Stamp:
    """Take a file's time of change and size; a missing file has zeros."""
    try:
        found = os.stat(path)  # noqa: PTH116 - hundreds of them at every start
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
