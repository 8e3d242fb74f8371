# ruff: noqa: T201 - it talks to the test on stdout
"""On every stream named on stdin, try to be the first to write; print who won."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from coach.core.events import NoteEdited
from coach.store.errors import ChangedElsewhere
from coach.store.sqlite import SqliteLog

path, me, version = Path(sys.argv[1]), sys.argv[2], tuple(map(int, sys.argv[3].split(".")))
log = SqliteLog.open(path, sqlite_version=version)
print("ready", flush=True)
for line in sys.stdin:
    try:
        event = NoteEdited(place="q1", start=0, removed=0, inserted=me)
        log.append(line.strip(), 0, [event], actor=me, at=datetime.now(UTC))
        print("won", flush=True)
    except ChangedElsewhere:
        print("lost", flush=True)
log.close()
