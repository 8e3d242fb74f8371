"""Interviews in a few numbers, kept in a file so that many need not be worked through at every start.

The file holds no truth: an entry counts only while its stream stands where it stood when the entry was
made, and everything can be made anew from the log.
"""

from contextlib import suppress
from pathlib import Path

import msgspec

from coach import __version__
from coach.core.digest import Digest, digest
from coach.core.interview_replay import replay
from coach.services import streams
from coach.store.log import EventLog, StreamHead


class Digests:
    """All interviews whose id begins in some way, as digests."""

    def __init__(self, log: EventLog, cache: Path) -> None:
        from coach.store.keeping import KeptRows

        self._log = log
        self._kept = KeptRows(cache / "interviews.db", __version__)
        self._known: dict[str, tuple[str, Digest | None]] = {}
        self._loaded: set[str] = set()

    def all(self, prefix: str = "") -> tuple[Digest, ...]:
        """Give the digests of the interviews whose id begins with ``prefix``, by id."""
        heads = self._log.streams(streams.INTERVIEW + prefix)
        if sum(self._stale(head) for head in heads) > 1:
            self._load(streams.INTERVIEW + prefix)
        fresh = {head.stream: self._made(head) for head in heads if self._stale(head)}
        if fresh:
            self._kept.keep({name: (hash_, _encode(one)) for name, (hash_, one) in fresh.items()})
            self._known |= fresh
        found = (self._known[head.stream][1] for head in heads)
        return tuple(one for one in found if one is not None)

    def _stale(self, head: StreamHead) -> bool:
        return self._known.get(head.stream, ("", None))[0] != head.hash

    def _load(self, prefix: str) -> None:
        """Read what is kept, once; a row that cannot be read is made anew."""
        if prefix in self._loaded:
            return
        self._loaded.add(prefix)
        decoder = msgspec.msgpack.Decoder(Digest | None)
        for name, (hash_, body) in self._kept.rows(prefix).items():
            with suppress(msgspec.MsgspecError):
                self._known.setdefault(name, (hash_, decoder.decode(body)))

    def _made(self, head: StreamHead) -> tuple[str, Digest | None]:
        """Work a digest out; an erased interview has none."""
        state = None if head.erased else replay(self._log.read(head.stream))
        return head.hash, digest(state) if state else None


def _encode(one: Digest | None) -> bytes:
    return msgspec.msgpack.encode(one)
