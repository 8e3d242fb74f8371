"""What SQLite and the system say when something fails, as sentences a person can act on."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.locale import mark, tr
from coach.store.errors import (
    Busy,
    Damaged,
    DiskFull,
    DiskTrouble,
    NotOurs,
    NotWritable,
    StoreError,
    Unexpected,
)

_SENTENCES: dict[int, tuple[Callable[[str], StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (
        Busy,
        mark(
            "{path} is in use by another program, and waiting for it did not help. Nothing was "
            "changed; close the other program, or try again in a moment."
        ),
    ),
    sqlite3.SQLITE_FULL: (
        DiskFull,
        mark(
            "There is no room left to write to {path}. What was saved before is safe, the last step "
            "was not saved; make room on the disk and repeat it."
        ),
    ),
    sqlite3.SQLITE_IOERR: (
        DiskTrouble,
        mark(
            "The system could not read or write {path} ({detail}). What was saved before is safe, "
            "the last step may not be saved; check the disk and its free space, then load again and "
            "look."
        ),
    ),
    sqlite3.SQLITE_READONLY: (
        NotWritable,
        mark(
            "{path} cannot be written to: the file or its folder is read-only. Nothing was changed; "
            "mend the permissions, or set COACH_HOME to a folder of your own."
        ),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        NotWritable,
        mark(
            "{path} cannot be opened, or its folder does not allow writing. Nothing was changed; "
            "check that it is a file and that its folder is yours."
        ),
    ),
    sqlite3.SQLITE_CORRUPT: (
        Damaged,
        mark(
            "{path} is damaged ({detail}). Nothing was changed; coach data restore FILE returns to a "
            "backup, and coach data where names the folder that they are in."
        ),
    ),
    sqlite3.SQLITE_NOTADB: (
        NotOurs,
        mark(
            "{path} is not a database of Coach, or its beginning is damaged. It was left unchanged; "
            "move it away if it is something else, or return to a backup with coach data restore "
            "FILE."
        ),
    ),
}
_ALIASES = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_AUTH: sqlite3.SQLITE_CANTOPEN,
}
_UNKNOWN = (
    Unexpected,
    mark(
        "The database {path} refused: {detail}. Nothing was changed; try again, and report this if it stays."
    ),
)


def code_of(error: sqlite3.Error) -> int:
    """Give SQLite's primary result code, or -1 where Python's own layer complained."""
    extended = getattr(error, "sqlite_errorcode", None)
    if extended is not None:
        return int(extended) & 0xFF
    return sqlite3.SQLITE_CORRUPT if "decode to UTF-8" in str(error) else -1


def sentence(error: sqlite3.Error, path: Path) -> StoreError:
    """Turn what SQLite says about ``path`` into an error with a sentence."""
    return for_code(code_of(error), path, str(error))


def for_code(code: int, path: Path, detail: str = "") -> StoreError:
    """Give the error for one of SQLite's primary result codes."""
    kind, text = _SENTENCES.get(_ALIASES.get(code, code), _UNKNOWN)
    return kind(tr(text, path=path, detail=detail))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Let no raw SQLite or file error about ``path`` through."""
    try:
        yield
    except sqlite3.Error as error:
        raise sentence(error, path) from error
    except OSError as error:
        raise NotWritable(
            tr(
                "{file} cannot be used: {trouble}. Nothing was changed; check the folder, its "
                "permissions and its free space.",
                file=error.filename or path,
                trouble=error.strerror or error,
            )
        ) from error
