"""Returning to a backup."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from coach.locale import tr
from coach.store.connection import WAIT_SECONDS, connect
from coach.store.copies import beside, partial_copy, settle
from coach.store.errors import CopyRefused, Damaged, NoDatabase, NotOurs
from coach.store.examine import examine_file
from coach.store.migrate import check_layout, shipped
from coach.store.paths import private_folder
from coach.store.trouble import sentence, told

SIDE_FILES = ("-journal", "-wal", "-shm")
"""What SQLite may keep beside a database; each belongs to exactly the file it was made for."""


def restore(backup: Path, database: Path, *, at: datetime, wait: float = WAIT_SECONDS) -> Path | None:
    """Put the backup in the database's place; give the file that now holds what was replaced.

    The backup is copied, verified and only then put in place, in one step. ``None`` if there was no
    database. Programs that still have the old one open refuse to go on (``Replaced``). Raises
    ``CopyRefused`` if the backup has faults, ``Busy`` if the database is being written; nothing has
    changed then.
    """
    require_file(backup)
    private_folder(database.parent)
    with _as_backup(backup), told(backup), closing(connect(backup, mode="ro", wait=wait)) as source:
        if not check_layout(source, backup, shipped()):
            raise CopyRefused(
                tr("{backup} is empty. Nothing was restored; choose another backup.", backup=backup)
            )
        with partial_copy(source, backup, database) as fresh:
            if found := examine_file(fresh):
                raise CopyRefused(
                    tr(
                        "{backup} has {count} fault(s), the first: {first}. Nothing was restored; "
                        "choose another backup.",
                        backup=backup,
                        count=len(found),
                        first=found[0].text,
                    )
                )
            return _exchange(fresh, database, at, wait)


def require_file(backup: Path) -> None:
    """Raise ``NoDatabase`` if there is no such file, which is worth knowing before anybody is asked."""
    if not backup.is_file():
        raise NoDatabase(
            tr("There is no file {backup}, so nothing was restored; check its name.", backup=backup)
        )


@contextmanager
def _as_backup(backup: Path) -> Iterator[None]:
    """Say of a file that is no database, or a broken one, what this means for whoever restores it."""
    try:
        yield
    except (Damaged, NotOurs) as error:
        raise CopyRefused(
            tr(
                "{backup} is not a backup of Coach, or it is damaged. Nothing was restored; choose "
                "another file. coach data where names the folder that backups are in.",
                backup=backup,
            )
        ) from error


def _exchange(fresh: Path, database: Path, at: datetime, wait: float) -> Path | None:
    """Put ``fresh`` in place while nobody can write to what is there, and keep that."""
    with told(database):
        if not database.exists():
            settle(fresh, database)
            return None
        kept = beside(database, "replaced", at)
        with closing(connect(database, wait=wait)) as holder:
            _hold(holder, database)
            # A second name for the same file: opening it to copy would let go of the lock (POSIX).
            kept.hardlink_to(database)
            _keep_side_files(database, kept)
            settle(fresh, database)
        return kept


def _hold(holder: sqlite3.Connection, database: Path) -> None:
    """Keep every other program from writing; what is too damaged to be locked cannot be written to."""
    try:
        holder.execute("PRAGMA journal_mode = DELETE")  # folds a write-ahead log into the file
        holder.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        told_error = sentence(error, database)
        if not isinstance(told_error, (Damaged, NotOurs)):
            raise told_error from error


def _keep_side_files(database: Path, kept: Path) -> None:
    """Move what belongs to the replaced file along with it; it would spoil the new one."""
    for ending in SIDE_FILES:
        side = database.with_name(database.name + ending)
        if side.exists():
            side.rename(kept.with_name(kept.name + ending))
