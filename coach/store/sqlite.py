"""The event log in one SQLite file: the store that needs nothing else."""

import secrets
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock

from coach.core.events import AnyEvent, Recorded
from coach.locale import tr
from coach.store import chain, codec
from coach.store.connection import WAIT_SECONDS, connect, create, make_private, set_up
from coach.store.copies import copy_database, newest_copy
from coach.store.errors import ChangedElsewhere, Emptied, Replaced, UnknownStream
from coach.store.examine import examine
from coach.store.log import Erasure, Fault, Seal, StreamHead
from coach.store.migrate import check_layout, shipped, upgrade
from coach.store.paths import private_folder
from coach.store.transaction import transaction
from coach.store.trouble import told

MOST_PREFIXES = 16
"""Of how many prefixes the heads are remembered."""

_READ = """
    SELECT e.number, e.at, e.actor, CAST(b.body AS BLOB)
    FROM events AS e JOIN bodies AS b ON b.stream = e.stream AND b.number = e.number
    WHERE e.stream = ? AND e.number > ? ORDER BY e.number
"""
_HEADS = """
    WITH RECURSIVE names(stream) AS (  -- from name to name by the index, and not through all events
      SELECT min(stream) FROM events WHERE stream >= :prefix
      UNION ALL
      SELECT (SELECT min(stream) FROM events WHERE stream > names.stream) FROM names
      WHERE substr(names.stream, 1, length(:prefix)) = :prefix
    ),
    range AS (
      SELECT stream,
        (SELECT min(number) FROM events WHERE stream = names.stream) AS first,
        (SELECT max(number) FROM events WHERE stream = names.stream) AS last
      FROM names WHERE substr(stream, 1, length(:prefix)) = :prefix
    )
    SELECT range.stream, range.last, first.at, last.at, last.hash,
      (SELECT coalesce(max(number), 0) FROM erasures WHERE stream = range.stream)
    FROM range
    JOIN events AS first ON first.stream = range.stream AND first.number = range.first
    JOIN events AS last ON last.stream = range.stream AND last.number = range.last
    ORDER BY range.stream
"""


def _now() -> datetime:
    return datetime.now(UTC)


def _salt() -> bytes:
    return secrets.token_bytes(chain.SALT_BYTES)


class SqliteLog:
    """An :class:`coach.store.log.EventLog` in one file; :meth:`open` makes one.

    Threads may share it: each call holds a lock while it talks to the file, so they wait for one
    another (``verify`` and ``back_up`` for as long as they take). Programs may share the file: a write waits
    for the others for ``wait`` seconds and then raises ``Busy``. Erased bodies are overwritten in
    the file; copies of it, and blocks that a disk keeps for itself, are out of reach.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, salt: Callable[[], bytes]) -> None:
        self._connection = connection
        self._path = path
        self._salt = salt
        self._lock = RLock()
        self._file = _identity(path)
        self._heads: dict[str, tuple[tuple[int, int], tuple[StreamHead, ...]]] = {}

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        salt: Callable[[], bytes] = _salt,
        clock: Callable[[], datetime] = _now,
        wait: float = WAIT_SECONDS,
        sqlite_version: tuple[int, ...] = sqlite3.sqlite_version_info,
    ) -> "SqliteLog":
        """Open the log at ``path``, making folder and file (0700, 0600) and bringing the layout up to date.

        ``clock`` dates migrations and the copy made before them. Raises ``NotOurs``, ``NewerDatabase``
        and ``Emptied`` with the file as it was, and what else a file can suffer.
        """
        private_folder(path.parent)
        with told(path):
            _refuse_emptied(path)
            create(path)
            connection = connect(path, wait=wait)
            try:
                check_layout(connection, path, shipped())
                set_up(connection, sqlite_version, wait)
                upgrade(connection, path, shipped(), clock)
                make_private(path)
                return cls(connection, path, salt)
            except BaseException:
                connection.close()
                raise

    def append(
        self, stream: str, expected: int, events: Sequence[AnyEvent], *, actor: str, at: datetime
    ) -> tuple[Recorded, ...]:
        """Add events in one transaction if the stream stands at ``expected``."""
        bodies = [codec.encode(event) for event in events]
        stamp = codec.stamp(at)
        codec.check_name(stream)
        codec.check_name(actor)
        with self._using() as connection, transaction(connection):
            self._refuse_replaced()
            head = self._head(stream)
            if head.number != expected:
                raise ChangedElsewhere(stream, expected, head.number)
            self._extend(head, bodies, actor=actor, at=stamp)
        moment = at.astimezone(UTC)
        return tuple(
            Recorded(stream=stream, number=number, at=moment, actor=actor, event=event)
            for number, event in enumerate(events, expected + 1)
        )

    def read(self, stream: str, after: int = 0) -> tuple[Recorded, ...]:
        """Give the events above ``after``; decoding happens outside the lock."""
        with self._using() as connection:
            rows = connection.execute(_READ, (stream, after)).fetchall()
        recorded = []
        for number, at, actor, body in rows:
            event = codec.decode(body, stream, number)
            if not isinstance(event, codec.Erased):
                moment = codec.moment(at, stream, number)
                recorded.append(Recorded(stream=stream, number=number, at=moment, actor=actor, event=event))
        return tuple(recorded)

    def streams(self, prefix: str) -> tuple[StreamHead, ...]:
        """Give the heads of all streams that begin with ``prefix``; read anew if anything was written."""
        with self._using() as connection:
            (elsewhere,) = connection.execute("PRAGMA data_version").fetchone()
            stands = elsewhere, connection.total_changes
            known = self._heads.get(prefix)
            if known is None or known[0] != stands:
                rows = connection.execute(_HEADS, {"prefix": prefix}).fetchall()
                if len(self._heads) >= MOST_PREFIXES:
                    self._heads.clear()
                known = self._heads[prefix] = stands, _stream_heads(rows)
        return known[1]

    def erase(self, stream: str, *, actor: str, at: datetime, reason: str) -> Erasure:
        """Note the erasure in the chain and delete the bodies before it, in one transaction."""
        body = codec.encode(codec.Erased(reason=reason))
        stamp = codec.stamp(at)
        codec.check_name(actor)
        with self._using() as connection:
            with transaction(connection):
                self._refuse_replaced()
                head = self._head(stream)
                if not head.number:
                    raise UnknownStream(stream)
                if not (readable := self._readable(stream)):
                    return Erasure(stream=stream, number=head.number, events=0)
                number = head.number + 1
                self._extend(head, [body], actor=actor, at=stamp)
                connection.execute("INSERT INTO erasures (stream, number) VALUES (?, ?)", (stream, number))
                connection.execute(
                    "DELETE FROM bodies WHERE stream = ? AND number NOT IN"
                    " (SELECT number FROM erasures WHERE stream = ?)",
                    (stream, stream),
                )
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the write-ahead log holds them, too
        return Erasure(stream=stream, number=number, events=readable)

    def verify(self, kept: Sequence[Seal] = ()) -> tuple[Fault, ...]:
        """Check the file, its layout and every chain in it."""
        with self._using() as connection:
            return tuple(examine(connection, self._path, kept))

    def back_up(self, target: Path) -> None:
        """Write a consistent copy to ``target`` (0600), whole or not at all; others may go on writing.

        Raises ``CopyRefused`` if there is a file of that name.
        """
        with self._using() as connection:
            copy_database(connection, self._path, target)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, told(self._path):
            self._connection.close()

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        """Hold the connection, make sure that it still is the file's, and let no raw error out."""
        with self._lock, told(self._path):
            self._refuse_replaced()
            yield self._connection

    def _refuse_replaced(self) -> None:
        """Raise ``Replaced`` when the open file is not the one under the name any more.

        Asked again inside a transaction: whoever replaces the file holds its lock meanwhile, so what
        passes here is written to the right file.
        """
        if _identity(self._path) != self._file:
            raise Replaced(
                tr(
                    "{path} was replaced or moved while it was open here. Nothing was saved by this step; "
                    "leave the program and start it again.",
                    path=self._path,
                )
            )

    def _head(self, stream: str) -> Seal:
        """Give number and hash of the newest entry."""
        number, digest = self._connection.execute(
            "SELECT number, hash FROM events WHERE stream = ? ORDER BY number DESC LIMIT 1", (stream,)
        ).fetchone() or (0, chain.START)
        return Seal(stream=stream, number=number, hash=digest.hex())

    def _readable(self, stream: str) -> int:
        """Count the events that still have a body."""
        (count,) = self._connection.execute(
            "SELECT count(*) FROM bodies WHERE stream = ? AND number NOT IN"
            " (SELECT number FROM erasures WHERE stream = ?)",
            (stream, stream),
        ).fetchone()
        return int(count)

    def _extend(self, head: Seal, bodies: Sequence[bytes], *, actor: str, at: str) -> None:
        """Write entries after ``head``; the caller holds the transaction."""
        links = list(chain.extend(head, bodies, at=at, actor=actor, salt=self._salt))
        self._connection.executemany(
            "INSERT INTO events (stream, number, at, actor, body_hash, hash) VALUES (?, ?, ?, ?, ?, ?)",
            [(each.stream, each.number, each.at, each.actor, each.body_hash, each.hash) for each in links],
        )
        self._connection.executemany(
            "INSERT INTO bodies (stream, number, salt, body) VALUES (?, ?, ?, CAST(? AS TEXT))",
            [(each.stream, each.number, each.salt, each.body) for each in links],
        )


def _stream_heads(rows: Iterable[tuple[str, int, str, str, bytes, int]]) -> tuple[StreamHead, ...]:
    return tuple(
        StreamHead(
            stream=stream,
            number=number,
            first_at=codec.moment(first, stream, 1),
            last_at=codec.moment(last, stream, number),
            hash=digest.hex(),
            erased=erased,
        )
        for stream, number, first, last, digest, erased in rows
    )


def _refuse_emptied(path: Path) -> None:
    """Raise ``Emptied`` for a file without a byte that has backups; alone it is as good as none."""
    if path.is_file() and not path.stat().st_size and (copy := newest_copy(path)):
        raise Emptied(path, copy)


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell which file has this name now; ``None`` if none has."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
