"""The event log: what every store of facts about people can do, whatever keeps it.

A *stream* is a named row of events, numbered from 1 without gaps. Every entry is chained to the one
before it by hashes (:mod:`coach.store.chain`), so that a changed past shows. Nothing is ever changed;
the bodies of a stream can be *erased*, which leaves the hashes and therefore a chain that still
verifies.

Names of streams and actors stay after an erasure: they should be codes, not people's names.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from coach.core.events import AnyEvent, Recorded
from coach.core.record import Record
from coach.locale import mark


class Seal(Record):
    """The hash (hexadecimal SHA-256) that a stream had at a number.

    Kept outside the store it shows later that the newest events were cut off or the whole stream
    rewritten, which a chain cannot tell about itself.
    """

    stream: str
    number: int
    hash: str


class StreamHead(Record):
    """Where a stream stands: its last number and hash, and when its first and last entry were made (UTC).

    ``erased`` is the number of its newest erasure, 0 if there is none; everything before is gone.
    """

    stream: str
    number: int
    first_at: datetime
    last_at: datetime
    hash: str
    erased: int = 0

    @property
    def seal(self) -> Seal:
        """What to keep elsewhere."""
        return Seal(stream=self.stream, number=self.number, hash=self.hash)


class Erasure(Record):
    """The receipt of an erasure: how many ``events`` lost their bodies, told by entry ``number``."""

    stream: str
    number: int
    events: int


class FaultKind(StrEnum):
    """What verifying can find."""

    FILE = mark("file")
    """The file itself is damaged."""
    LAYOUT = mark("layout")
    """Tables or the guards against changing them are not as they were made."""
    MISSING = mark("missing")
    """An event is not there."""
    ALTERED = mark("altered")
    """What an event says was changed."""
    BROKEN = mark("broken")
    """An entry does not follow from the one before: its time, actor, number or place was changed."""
    BODY_MISSING = mark("body-missing")
    """What an event says is gone, and no erasure tells why."""
    BODY_LEFT = mark("body-left")
    """An event was erased according to the log, and is still readable."""
    SEAL = mark("seal")
    """The stream does not hold what a kept seal says it held."""


class Fault(Record):
    """Something verifying found. ``stream`` is empty and ``number`` 0 where no one event is meant."""

    kind: FaultKind
    text: str
    stream: str = ""
    number: int = 0


class EventLog(Protocol):
    """A store of events. Every method may raise a :class:`coach.store.errors.StoreError`.

    All times are aware and given back in UTC; a naive one raises ``ValueError``.
    """

    def append(
        self, stream: str, expected: int, events: Sequence[AnyEvent], *, actor: str, at: datetime
    ) -> tuple[Recorded, ...]:
        """Add events in one step: all are safe on disk when it returns, or none is there.

        ``expected`` is the number of the last event that the caller knows, 0 for a new stream.
        Raises ``ChangedElsewhere`` if the stream stands elsewhere, and ``NotStorable`` for an event
        that would not read back as it is.
        """

    def read(self, stream: str, after: int = 0) -> tuple[Recorded, ...]:
        """Give the events with a number above ``after``, in order; a stream never written is empty.

        Erased events and the erasures themselves are left out, so numbers can have gaps. Raises
        ``WrittenByNewer`` if this program does not know one of the events.
        """

    def streams(self, prefix: str) -> tuple[StreamHead, ...]:
        """Give the heads of the streams whose name begins with ``prefix``, by name."""

    def erase(self, stream: str, *, actor: str, at: datetime, reason: str) -> Erasure:
        """Take what the stream's events say away for good, and note in the chain that this was done.

        The entry it adds holds ``reason``, which therefore must not name the person. The stream may
        be written on, from the receipt's number. A stream without anything left gets no new entry.
        Raises ``UnknownStream`` for a stream never written. Copies made before still hold the events.
        """

    def verify(self, kept: Sequence[Seal] = ()) -> tuple[Fault, ...]:
        """Recompute everything: altered, missing, moved and exchanged events are found and named.

        Newest events that were cut off, or a whole stream taken away, show only against ``kept``.
        """

    def close(self) -> None:
        """Let go of the store; afterwards every other method raises."""
