# ruff: noqa: T201 - it talks to the test on stdout
"""Append one note after another to a database, and print each number once it is said to be saved."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from coach.core.events import NoteEdited
from coach.store.sqlite import SqliteLog

path, version = Path(sys.argv[1]), tuple(map(int, sys.argv[2].split(".")))
log = SqliteLog.open(path, sqlite_version=version)
number = 0
while True:
    events = [NoteEdited(place="q1", start=0, removed=0, inserted=f"{number + more}") for more in (1, 2)]
    number = log.append("interview/a", number, events, actor="x", at=datetime.now(UTC))[-1].number
    print(number, flush=True)
