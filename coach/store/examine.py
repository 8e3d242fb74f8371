"""Looking a whole SQLite file over: its pages, its layout, and the chains in it."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from coach.locale import tr
from coach.store.chain import Link, faults
from coach.store.connection import connect, layout_of
from coach.store.log import Fault, FaultKind, Seal
from coach.store.migrate import check_layout, shipped, statements
from coach.store.trouble import sentence, told

_LINKS = """
    SELECT e.stream, e.number, e.at, e.actor, e.body_hash, e.hash, b.salt, CAST(b.body AS BLOB)
    FROM events AS e LEFT JOIN bodies AS b ON b.stream = e.stream AND b.number = e.number
    ORDER BY e.stream, e.number
"""


def examine(connection: sqlite3.Connection, path: Path, kept: Sequence[Seal] = ()) -> Iterator[Fault]:
    """Find every fault that can be found; a file too damaged to go on with is the last of them."""
    try:
        yield from _page_faults(connection)
        yield from _layout_faults(connection, path)
        yield from _strays(connection)
        rows = connection.execute(_LINKS)
        yield from faults((Link(*row) for row in rows), kept)
    except sqlite3.Error as error:
        yield Fault(kind=FaultKind.FILE, text=str(sentence(error, path)))


def examine_file(path: Path) -> tuple[Fault, ...]:
    """Look over a file nobody has open, without changing it; an older layout is no fault.

    Raises ``NotOurs``, ``NewerDatabase`` and what else keeps it from being opened.
    """
    with told(path), closing(connect(path, mode="ro")) as connection:
        check_layout(connection, path, shipped())
        return tuple(examine(connection, path))


def _page_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Ask SQLite about its own structures."""
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Fault(
                kind=FaultKind.FILE, text=tr("the file is damaged: {found}", found=" ".join(line.split()))
            )


def _layout_faults(connection: sqlite3.Connection, path: Path) -> Iterator[Fault]:
    """Compare tables and triggers with those that the migrations make."""
    layout = layout_of(connection, path)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        for migration in shipped():
            for statement in statements(migration.sql if migration.number <= layout else ""):
                model.execute(statement)
        expected = _schema(model)
    found = _schema(connection)
    for name in sorted(expected.keys() | found.keys()):
        if name not in found:
            yield Fault(
                kind=FaultKind.LAYOUT,
                text=tr("{name} is missing, which guards or holds the events", name=name),
            )
        elif name not in expected:
            yield Fault(
                kind=FaultKind.LAYOUT, text=tr("{name} does not belong into this database", name=name)
            )
        elif expected[name] != found[name]:
            yield Fault(kind=FaultKind.LAYOUT, text=tr("{name} was changed", name=name))


def _schema(connection: sqlite3.Connection) -> dict[str, str | None]:
    rows: Iterable[tuple[str, str, str | None]] = connection.execute(
        "SELECT type, name, sql FROM sqlite_master"
    )
    return {f"{kind} {name}": sql for kind, name, sql in rows}


def _strays(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Find bodies and erasures whose event is gone."""
    rows = connection.execute(
        "SELECT stream, number FROM bodies UNION SELECT stream, number FROM erasures"
        " EXCEPT SELECT stream, number FROM events ORDER BY stream, number"
    )
    for stream, number in rows:
        text = tr(
            "event {number} of {stream} is missing, and what it said is still there",
            number=number,
            stream=stream,
        )
        yield Fault(kind=FaultKind.MISSING, text=text, stream=stream, number=number)
