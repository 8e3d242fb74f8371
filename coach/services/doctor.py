"""Looking an installation over. Nothing is changed, made or opened for writing."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from shutil import disk_usage
from stat import S_IMODE

from coach.content.library import Library
from coach.core import events as ev
from coach.core.training import Key
from coach.locale import mark, tr
from coach.services.exports import steps_of
from coach.services.installation import (
    Line,
    Terminal,
    Verdict,
    fail,
    folder,
    nearest,
    ok,
    printing,
    programs,
    screen,
    warn,
)
from coach.services.profiles import STREAMS
from coach.services.settings import FILE, SettingsError, load
from coach.store.errors import StoreError
from coach.store.paths import Folders

SPARE = 50 * 1024 * 1024
"""Bytes that should be free on the disk of the database."""

SHOWN = 5
"""How many of the same sort are named; the rest is counted."""

KEPT = mark("What was done there is kept. If a step was renamed by mistake, give it its old id back.")


class Doctor:
    """Looks an installation over; ``actions`` are the ids whose keys can be set."""

    def __init__(
        self,
        folders: Folders,
        environ: Mapping[str, str],
        library: Library,
        clock: Callable[[], datetime],
        actions: Collection[str],
    ) -> None:
        self._folders = folders
        self._environ = environ
        self._library = library
        self._clock = clock
        self._actions = actions

    def lines(self, terminal: Terminal) -> Iterator[Line]:
        """Look at everything in turn, the quick things first."""
        yield from programs()
        yield from screen(terminal, self._environ)
        yield from self._folder_lines()
        yield from self._preferences()
        yield from self._content()
        yield from self._database()
        yield printing()

    def _folder_lines(self) -> Iterator[Line]:
        yield folder(tr("data folder"), self._folders.data)
        yield folder(tr("config folder"), self._folders.config)
        yield folder(tr("cache folder"), self._folders.cache)
        free = disk_usage(nearest(self._folders.data)).free
        text = tr("{free} MB free for {path}", free=free // (1024 * 1024), path=self._folders.data)
        yield (
            ok(tr("disk"), text)
            if free >= SPARE
            else warn(tr("disk"), text, tr("Make room before it is full."))
        )

    def _preferences(self) -> Iterator[Line]:
        path = self._folders.config / FILE
        try:
            settings = load(self._folders.config)
        except SettingsError as error:
            yield Line(verdict=Verdict.FAIL, about=tr("preferences"), text=str(error))
            return
        if unknown := [action for action in settings.keys if action not in self._actions]:
            yield warn(
                tr("preferences"),
                tr(
                    "{path} gives keys to actions that do not exist: {names}", path=path, names=_some(unknown)
                ),
                tr("coach keys lists the actions."),
            )
        else:
            yield ok(
                tr("preferences"),
                tr("{path} is read", path=path)
                if path.exists()
                else tr("there is no {path}; not needed", path=path),
            )

    def _content(self) -> Iterator[Line]:
        from coach.content.check import check
        from coach.content.roots import is_root

        for root in self._library.roots:
            if not is_root(root):
                yield self._no_root(root)
                continue
            report = check([root], self._clock().date(), self._library, proofs=False)
            text = tr(
                "{path}: {files} files, {errors} errors, {warnings} warnings",
                path=root,
                files=report.files,
                errors=report.errors,
                warnings=report.warnings,
            )
            if report.errors:
                yield fail(
                    tr("content"), text, tr("What has errors is left out; run coach check {path}.", path=root)
                )
            else:
                yield ok(tr("content"), text)

    def _no_root(self, root: Path) -> Line:
        if root == (self._folders.data / "content").absolute():
            return ok(tr("content"), tr("there is none of your own in {path}", path=root))
        return warn(
            tr("content"),
            tr("{path} holds neither curricula nor question_banks", path=root),
            tr("Mend COACH_CONTENT or --content: they name the folder above those two."),
        )

    def _database(self) -> Iterator[Line]:
        from coach.store.connection import PRIVATE_FILE
        from coach.store.examine import examine_file

        path = self._folders.database
        if nearest(path) != path:
            yield ok(tr("database"), tr("there is none at {path} yet; the first start makes it", path=path))
            return
        try:
            faults = examine_file(path)
            mode = S_IMODE(path.stat().st_mode)
            if mode & ~PRIVATE_FILE:
                yield warn(
                    tr("database"),
                    tr("others can open {path} (mode {mode:04o})", path=path, mode=mode),
                    tr("Run chmod 600 {path}.", path=path),
                )
            if faults:
                text = tr(
                    "{path} has {count} fault(s): {faults}",
                    path=path,
                    count=len(faults),
                    faults=_some([fault.text for fault in faults]),
                )
                yield fail(
                    tr("database"), text, tr("Run coach data verify; coach data restore brings a backup.")
                )
            else:
                yield from self._history(path)
        except (StoreError, OSError) as error:
            yield Line(verdict=Verdict.FAIL, about=tr("database"), text=str(error))

    def _history(self, path: Path) -> Iterator[Line]:
        """Read everything as the program would, and compare it with the content."""
        from coach.store.connection import connect
        from coach.store.sqlite import SqliteLog
        from coach.store.trouble import told

        with told(path), closing(connect(path, mode="ro")) as connection:
            log = SqliteLog(connection, path, bytes)  # nothing is written, so nothing needs a salt
            heads = log.streams("")
            met = {head.stream: steps_met(log.read(head.stream)) for head in log.streams(STREAMS)}
        yield ok(
            tr("database"),
            tr(
                "{path} verifies: {streams} streams, {events} events",
                path=path,
                streams=len(heads),
                events=sum(head.number for head in heads),
            ),
        )
        known = steps_of(self._library)
        for stream, steps in met.items():
            gone = [
                f"{title} ({module}/{step})" if title else f"{module}/{step}"
                for (module, step), title in steps.items()
                if (module, step) not in known
            ]
            about = tr("history of {profile}", profile=stream.removeprefix(STREAMS))
            if gone:
                yield warn(
                    about,
                    tr(
                        "{gone} of {steps} steps are no longer in the content, or cannot be read: {names}",
                        gone=len(gone),
                        steps=len(steps),
                        names=_some(gone),
                    ),
                    tr(KEPT),
                )
            else:
                yield ok(about, tr("all of its {steps} steps are in the content", steps=len(steps)))


def steps_met(recorded: Collection[ev.Recorded]) -> dict[Key, str]:
    """Map the steps that a history speaks of to their titles, empty where none was written down."""
    titles: dict[Key, str] = {}
    for record in recorded:
        if isinstance(record.event, ev.StepEvent):
            key = record.event.place.key
            title = record.event.title if isinstance(record.event, ev.Answered) else ""
            titles[key] = title or titles.get(key, "")
    return titles


def _some(names: Collection[str]) -> str:
    """Name the first few and count the rest."""
    named = list(names)[:SHOWN]
    more = len(names) - len(named)
    listed = ", ".join(named)
    return tr("{names} and {more} more", names=listed, more=more) if more else listed


def tally(lines: Collection[Line]) -> str:
    """Sum a visit up in a sentence."""
    counts = Counter(line.verdict for line in lines)
    return tr(
        "{ok} in order, {warn} to look at, {fail} not working. Nothing was changed.",
        ok=counts[Verdict.OK],
        warn=counts[Verdict.WARN],
        fail=counts[Verdict.FAIL],
    )
