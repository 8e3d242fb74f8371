"""Bringing a database to this program's layout, one numbered step at a time."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from coach.core.record import Record
from coach.store.codec import stamp
from coach.store.connection import layout_of
from coach.store.copies import beside, copy_database
from coach.store.errors import NewerDatabase
from coach.store.transaction import transaction

FOLDER = Path(__file__).with_name("migrations")


class Migration(Record):
    """One step of the layout: its number (from 1), its name, and its SQL."""

    number: int
    name: str
    sql: str


def shipped() -> tuple[Migration, ...]:
    """Find the migrations that come with this program, by number: ``0001_events.sql`` and so on."""
    found = []
    for file in FOLDER.glob("*.sql"):
        if match := re.fullmatch(r"(\d{4})_(\w+)\.sql", file.name):
            sql = file.read_text(encoding="utf-8")
            found.append(Migration(number=int(match[1]), name=match[2], sql=sql))
    return tuple(sorted(found, key=lambda migration: migration.number))


def check_layout(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> int:
    """Give the layout's number; raises ``NotOurs`` or ``NewerDatabase``, having changed nothing."""
    layout, known = layout_of(connection, path), migrations[-1].number
    if layout > known:
        raise NewerDatabase(path, layout, known)
    return layout


def upgrade(
    connection: sqlite3.Connection,
    path: Path,
    migrations: Sequence[Migration],
    clock: Callable[[], datetime],
) -> None:
    """Apply what is missing, each migration in one transaction with the row that records it.

    A database that holds something is copied beside itself first. When another program upgrades at
    the same time, one does the work and the other finds it done.
    """
    layout = check_layout(connection, path, migrations)
    missing = [migration for migration in migrations if migration.number > layout]
    if missing and layout:
        copy_database(connection, path, beside(path, f"before-layout-{missing[0].number}", clock()))
    for migration in missing:
        with transaction(connection):
            if check_layout(connection, path, migrations) < migration.number:
                _apply(connection, migration, clock())


def _apply(connection: sqlite3.Connection, migration: Migration, at: datetime) -> None:
    for statement in statements(migration.sql):
        connection.execute(statement)
    connection.execute(
        "INSERT INTO migrations (number, name, at) VALUES (?, ?, ?)",
        (migration.number, migration.name, stamp(at)),
    )


def statements(script: str) -> Iterator[str]:
    """Split a script whose statements end at line ends; triggers stay whole.

    ``executescript`` would do it too, but commits what is open before it starts.
    """
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending
