"""What the tests of the store share: made-up events, ways to open a log, and ways to do it harm."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings

import coach
from coach.core.events import NoteEdited, Rated
from coach.store.log import EventLog
from coach.store.sqlite import SqliteLog

NOW = datetime(2026, 11, 14, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
UNHURRIED = settings(deadline=None)
"""For properties: a busy machine is no fault of theirs."""
BEFORE_WAL, FROM_WAL = (3, 51, 2), (3, 51, 3)


def rollback_journal(folder: Path) -> SqliteLog:
    return SqliteLog.open(folder / "coach.db", wait=0.2, sqlite_version=BEFORE_WAL)


def write_ahead_log(folder: Path) -> SqliteLog:
    return SqliteLog.open(folder / "coach.db", wait=0.2, sqlite_version=FROM_WAL)


OPENERS: dict[str, Callable[[Path], EventLog]] = {
    "sqlite-journal": rollback_journal,
    "sqlite-wal": write_ahead_log,
}
"""Every implementation of the log; whatever is added here has to keep the contract."""


def note(text: str) -> NoteEdited:
    return NoteEdited(place="q1", start=0, removed=0, inserted=text)


def rated(rating: int) -> Rated:
    return Rated(question="q1", rating=rating)


def fill(log: EventLog, stream: str, *texts: str) -> None:
    """Write notes to a new stream, one event for each text."""
    for number, text in enumerate(texts):
        log.append(stream, number, [note(text)], actor="panel-1", at=NOW)


def texts(log: EventLog, stream: str) -> list[str]:
    return [each.event.inserted for each in log.read(stream)]


def tamper(path: Path, *statements: str) -> None:
    """Change the file behind the log's back: take the guards away, and put them back afterwards."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in (*statements, *(sql for _, sql in guards)):
            connection.execute(statement)


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Start another program that uses the store; it talks on stdout and listens on stdin."""
    environment = os.environ | {"PYTHONPATH": str(Path(coach.__file__).parents[1])}
    worker = Path(__file__).with_name("workers") / script
    return subprocess.Popen(
        [sys.executable, str(worker), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
