"""Rows kept beside the log to be faster: they may go at any time, and nobody minds."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from coach.store.connection import PRIVATE_FILE
from coach.store.errors import FolderTrouble
from coach.store.paths import private_folder

_LAYOUT = """
    CREATE TABLE IF NOT EXISTS made_by (version TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS rows
      (name TEXT PRIMARY KEY, hash TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
"""


class KeptRows:
    """Bodies by name, each with the hash it was made from; made by one version of the program.

    A file that is missing, damaged, locked or of another version is as good as an empty one.
    """

    def __init__(self, path: Path, version: str) -> None:
        self._path = path
        self._version = version

    def rows(self, prefix: str) -> dict[str, tuple[str, bytes]]:
        """Give hash and body of every row whose name begins with ``prefix``."""
        if not self._path.exists():
            return {}
        try:
            with closing(self._connect()) as connection:
                if connection.execute("SELECT version FROM made_by").fetchone() != (self._version,):
                    return {}
                found = connection.execute(
                    "SELECT name, hash, body FROM rows WHERE name >= ? AND name < ?",
                    (prefix, prefix + "\U0010ffff"),
                )
                return {name: (hash_, body) for name, hash_, body in found}
        except sqlite3.Error:
            return {}

    def keep(self, rows: Mapping[str, tuple[str, bytes]]) -> None:
        """Write rows; where that is not possible they will be worked out again."""
        with suppress(sqlite3.Error, OSError, FolderTrouble):
            private_folder(self._path.parent)
            self._path.touch(mode=PRIVATE_FILE)
            try:
                self._write(rows)
            except sqlite3.DatabaseError:
                self._path.unlink()
                self._path.touch(mode=PRIVATE_FILE)
                self._write(rows)

    def _write(self, rows: Mapping[str, tuple[str, bytes]]) -> None:
        with closing(self._connect()) as connection, connection:
            connection.execute("PRAGMA synchronous = OFF")  # nothing here needs to survive a crash
            connection.execute("PRAGMA secure_delete = ON")  # what is erased in the log must go here, too
            connection.executescript(_LAYOUT)
            if connection.execute("SELECT version FROM made_by").fetchone() != (self._version,):
                connection.execute("DELETE FROM made_by")
                connection.execute("DELETE FROM rows")
                connection.execute("INSERT INTO made_by VALUES (?)", (self._version,))
            connection.executemany(
                "INSERT OR REPLACE INTO rows VALUES (?, ?, ?)",
                [(name, hash_, body) for name, (hash_, body) in rows.items()],
            )

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=0.2)
