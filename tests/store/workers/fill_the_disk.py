# ruff: noqa: T201 - it talks to the test on stdout
"""Append until the system refuses to let the file grow; print what was saved and what was said."""

import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

from coach.core.events import NoteEdited
from coach.store.errors import StoreError
from coach.store.sqlite import SqliteLog

path, version = Path(sys.argv[1]), tuple(map(int, sys.argv[2].split(".")))
log = SqliteLog.open(path, sqlite_version=version)
limit = path.stat().st_size + 100_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
number = 0
try:
    while number < 1000:
        event = NoteEdited(place="q1", start=0, removed=0, inserted="x" * 3000)
        number = log.append("interview/a", number, [event], actor="x", at=datetime.now(UTC))[-1].number
except StoreError as error:
    print(number, type(error).__name__, error, sep="\n")
