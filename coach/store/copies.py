"""Copies of a database that are whole or not there at all."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from coach.core.record import Record
from coach.locale import tr
from coach.store.connection import connect
from coach.store.errors import CopyRefused
from coach.store.trouble import code_of, for_code, sentence, told

_ABOUT_THE_SOURCE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_BUSY}


def beside(path: Path, label: str, at: datetime) -> Path:
    """Name a file beside ``path`` that does not exist, such as ``coach-replaced-20260102-150405Z.db``."""
    day = at.astimezone(UTC).strftime("%Y%m%d-%H%M%SZ")
    for number in count(1):
        again = "" if number == 1 else f"-{number}"
        named = path.with_name(f"{path.stem}-{label}-{day}{again}{path.suffix}")
        if not named.exists():
            break
    return named


def newest_copy(database: Path) -> Path | None:
    """Find the newest backup of a database, in the folder ``backups`` or beside it; ``None`` without any.

    Newest is what was written last, whatever its name says.
    """
    found = {copy: copy.stat() for copy in _copies(database)}
    whole = [copy for copy, stat in found.items() if stat.st_size]
    return max(whole, key=lambda copy: (found[copy].st_mtime_ns, copy.name), default=None)


class StaleCopy(Record):
    """A copy of the database that holds what was erased; ``certain`` is false if it cannot be read."""

    path: Path
    certain: bool


def stale_copies(database: Path, streams: Sequence[str]) -> tuple[StaleCopy, ...]:
    """Find the backups of a database, where they usually are, that still hold what streams said, by path.

    Copies that somebody put elsewhere are out of reach.
    """
    found = ((copy, _holds(copy, streams)) for copy in sorted(_copies(database)))
    return tuple(
        StaleCopy(path=copy, certain=holds is not None) for copy, holds in found if holds is not False
    )


def _copies(database: Path) -> list[Path]:
    kept = [*(database.parent / "backups").glob("*.db"), *database.parent.glob(f"{database.stem}-*.db")]
    return [copy for copy in kept if copy.is_file()]


def _holds(copy: Path, streams: Sequence[str]) -> bool | None:
    """Whether a copy holds what one of the streams said; ``None`` if it cannot be read."""
    asked = (
        "SELECT count(*) FROM bodies WHERE stream = ? AND number NOT IN"
        " (SELECT number FROM erasures WHERE stream = ?)"
    )
    try:
        with closing(connect(copy, mode="ro")) as connection:
            return any(connection.execute(asked, (stream, stream)).fetchone()[0] for stream in streams)
    except sqlite3.Error:
        return None


def copy_database(source: sqlite3.Connection, origin: Path, target: Path) -> None:
    """Write what ``source`` holds now to ``target``, a file for its owner only.

    ``origin`` is the source's file, for messages. ``target`` must not exist (``CopyRefused``), its
    folder must. It appears under its name only once it is complete and on disk.
    """
    if target.exists():
        raise CopyRefused(
            tr("{target} exists already and was left as it is; name another file.", target=target)
        )
    with partial_copy(source, origin, target) as partial, told(target):
        settle(partial, target)


@contextmanager
def partial_copy(source: sqlite3.Connection, origin: Path, target: Path) -> Iterator[Path]:
    """Copy into a temporary file in the folder of ``target``; what is left of it at the end goes."""
    with told(target):
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=".partial")
        os.close(handle)
    partial = Path(name)
    try:
        _copy(source, origin, partial, target)
        yield partial
    finally:
        for left in (partial, partial.with_name(f"{partial.name}-journal")):
            left.unlink(missing_ok=True)


def settle(partial: Path, target: Path) -> None:
    """Give a finished file its name, in place of what had it, so that it survives a power cut."""
    _sync(partial)
    partial.replace(target)
    _sync(target.parent)


def _copy(source: sqlite3.Connection, origin: Path, partial: Path, target: Path) -> None:
    """Copy into ``partial``; messages name the files that people know."""

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:  # it would be tried for ever
            raise for_code(status, origin)

    try:
        with closing(connect(partial)) as copy:
            source.backup(copy, progress=progress)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, whatever the source used
    except sqlite3.Error as error:
        raise sentence(error, origin if code_of(error) in _ABOUT_THE_SOURCE else target) from error


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
