"""Opening a SQLite file as ours: how it is connected, known, and set up."""

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal

from coach.locale import tr
from coach.store.errors import NotOurs
from coach.store.trouble import code_of

APPLICATION_ID = 1131373416
"""The number in a database's header that says it is ours; the first migration writes it."""

PRIVATE_FILE = 0o600
WAIT_SECONDS = 5.0
RETRY_SECONDS = 0.02
WAL_IS_SAFE = (3, 51, 3)
"""From here on SQLite no longer corrupts a database when its write-ahead log starts over."""


def connect(
    path: Path, *, mode: Literal["ro", "rw"] = "rw", wait: float = WAIT_SECONDS
) -> sqlite3.Connection:
    """Connect to an existing file, without changing anything in it; transactions are begun by hand.

    ``wait`` is how many seconds a lock held elsewhere is waited for. Raises ``sqlite3.Error``.
    """
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=wait,
        isolation_level=None,
        check_same_thread=False,
    )


def create(path: Path) -> None:
    """Make an empty file for its owner only, unless there is one."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def make_private(path: Path) -> None:
    """Close a file of ours to other accounts, where this account may do so."""
    if path.stat().st_mode & ~PRIVATE_FILE & 0o777:
        with suppress(PermissionError):  # somebody else's file that we may use; its mode is theirs to choose
            path.chmod(PRIVATE_FILE)


def layout_of(connection: sqlite3.Connection, path: Path) -> int:
    """Give the number of the newest migration in the file, 0 for an empty one.

    Raises ``NotOurs`` for another program's database. Reads only.
    """
    application, tables = connection.execute(  # in one look: another program may be making it just now
        "SELECT application_id, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id"
    ).fetchone()
    if application == 0 and tables == 0:
        return 0
    if application != APPLICATION_ID:
        raise NotOurs(
            tr(
                "{path} is a database of another program. It was left unchanged; move it away, or set "
                "COACH_HOME to another folder.",
                path=path,
            )
        )
    (layout,) = connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()
    return int(layout)


def journal_for(version: tuple[int, ...]) -> tuple[str, str]:
    """Choose ``journal_mode`` and ``synchronous`` for a version of SQLite.

    Both choices have a commit on disk when it returns. Write-ahead logging is the faster; before
    3.51.3 it can corrupt the file in a rare race (https://sqlite.org/releaselog/3_51_3.html).
    """
    return ("WAL", "FULL") if version >= WAL_IS_SAFE else ("DELETE", "EXTRA")


def set_up(connection: sqlite3.Connection, version: tuple[int, ...], wait: float) -> None:
    """Set what a connection needs; ``wait`` is for switching the journal, as in :func:`connect`."""
    journal, synchronous = journal_for(version)
    connection.execute("PRAGMA trusted_schema = OFF")  # the file may be somebody else's backup
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten
    _switch_journal(connection, journal, wait)
    connection.execute(f"PRAGMA synchronous = {synchronous}")


def _switch_journal(connection: sqlite3.Connection, journal: str, wait: float) -> None:
    """Set the journal mode, which needs the file for itself; SQLite does not wait for that by itself."""
    deadline = time.monotonic() + wait
    while connection.execute("PRAGMA journal_mode").fetchone() != (journal.lower(),):
        try:
            connection.execute(f"PRAGMA journal_mode = {journal}")
        except sqlite3.OperationalError as error:
            if code_of(error) != sqlite3.SQLITE_BUSY or time.monotonic() >= deadline:
                raise
            time.sleep(RETRY_SECONDS)
