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
        places = {"data": self._folders.data, "config": self._folders.config, "cache": self._folders.cache}
        for name, path in places.items():
            yield folder(f"{name} folder", path)
        free = disk_usage(nearest(self._folders.data)).free
        text = f"{free // (1024 * 1024)} MB free for {self._folders.data}"
        yield ok("disk", text) if free >= SPARE else warn("disk", text, "Make room before it is full.")

    def _preferences(self) -> Iterator[Line]:
        path = self._folders.config / FILE
        try:
            settings = load(self._folders.config)
        except SettingsError as error:
            yield Line(verdict=Verdict.FAIL, about="preferences", text=str(error))
            return
        if unknown := [action for action in settings.keys if action not in self._actions]:
            yield warn(
                "preferences",
                f"{path} gives keys to actions that do not exist: {_some(unknown)}",
                "coach keys lists the actions.",
            )
        else:
            yield ok("preferences", f"{path} is read" if path.exists() else f"there is no {path}; not needed")

    def _content(self) -> Iterator[Line]:
        from coach.content.check import check
        from coach.content.roots import is_root

        for root in self._library.roots:
            if not is_root(root):
                yield self._no_root(root)
                continue
            report = check([root], self._clock().date(), self._library, proofs=False)
            text = f"{root}: {report.files} files, {report.errors} errors, {report.warnings} warnings"
            if report.errors:
                yield fail("content", text, f"What has errors is left out; run coach check {root}.")
            else:
                yield ok("content", text)

    def _no_root(self, root: Path) -> Line:
        if root == (self._folders.data / "content").absolute():
            return ok("content", f"there is none of your own in {root}")
        return warn(
            "content",
            f"{root} holds neither curricula nor question_banks",
            "Mend COACH_CONTENT or --content: they name the folder above those two.",
        )

    def _database(self) -> Iterator[Line]:
        from coach.store.connection import PRIVATE_FILE
        from coach.store.examine import examine_file

        path = self._folders.database
        if nearest(path) != path:
            yield ok("database", f"there is none at {path} yet; the first start makes it")
            return
        try:
            faults = examine_file(path)
            mode = S_IMODE(path.stat().st_mode)
            if mode & ~PRIVATE_FILE:
                yield warn("database", f"others can open {path} (mode {mode:04o})", f"Run chmod 600 {path}.")
            if faults:
                text = f"{path} has {len(faults)} fault(s): {_some([fault.text for fault in faults])}"
                yield fail("database", text, "Run coach data verify; coach data restore brings a backup.")
            else:
                yield from self._history(path)
        except (StoreError, OSError) as error:
            yield Line(verdict=Verdict.FAIL, about="database", text=str(error))

    def _history(self, path: Path) -> Iterator[Line]:
        """Read everything as the program would, and compare it with the content."""
        from coach.store.connection import connect
        from coach.store.sqlite import SqliteLog
        from coach.store.trouble import told

        with told(path), closing(connect(path, mode="ro")) as connection:
            log = SqliteLog(connection, path, bytes)  # nothing is written, so nothing needs a salt
            heads = log.streams("")
            met = {head.stream: steps_met(log.read(head.stream)) for head in log.streams(STREAMS)}
        yield ok("database", f"{path} verifies: {len(heads)} streams, {sum(h.number for h in heads)} events")
        known = steps_of(self._library)
        for stream, steps in met.items():
            gone = [
                f"{title} ({module}/{step})" if title else f"{module}/{step}"
                for (module, step), title in steps.items()
                if (module, step) not in known
            ]
            about = f"history of {stream.removeprefix(STREAMS)}"
            if gone:
                yield warn(
                    about,
                    f"{len(gone)} of {len(steps)} steps are no longer in the content, or cannot be read: "
                    f"{_some(gone)}",
                    "What was done there is kept. If a step was renamed by mistake, give it its old id back.",
                )
            else:
                yield ok(about, f"all of its {len(steps)} steps are in the content")


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
    return ", ".join(named) + (f" and {more} more" if more else "")


def tally(lines: Collection[Line]) -> str:
    """Sum a visit up in a sentence."""
    counts = Counter(line.verdict for line in lines)
    return (
        f"{counts[Verdict.OK]} in order, {counts[Verdict.WARN]} to look at, "
        f"{counts[Verdict.FAIL]} not working. Nothing was changed."
    )
