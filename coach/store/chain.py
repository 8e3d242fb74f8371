"""The hash chain, for every store alike.

Of each event two hashes are kept. ``body_hash`` is SHA-256 over a random salt of 16 bytes and the
body; without the salt an erased body could be guessed from its hash. ``hash`` is SHA-256 over the
hash of the entry before (32 zero bytes at the start), the stream, the number, the time, the actor
and ``body_hash``, each preceded by its length in 8 bytes, so that no two entries read the same.
Erasing drops body and salt, and both hashes stay.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from coach.locale import mark, tr
from coach.store.codec import is_erasure
from coach.store.log import Fault, FaultKind, Seal

SALT_BYTES = 16
START = bytes(32)
"""What stands before the first entry of a stream."""

TOO_SHORT = mark("{stream} does not reach event {number} any more, which a kept seal knows")
REWRITTEN = mark("event {number} of {stream} differs from what a kept seal knows: the past was rewritten")
GONE = mark("what event {number} of {stream} says is gone, and no erasure tells why")
LEFT = mark("event {number} of {stream} was erased according to the log and is still readable")
ONE_MISSING = mark("event {number} of {stream} missing")
SOME_MISSING = mark("events {number} to {before} of {stream} missing")
BROKEN = mark(
    "event {number} of {stream} does not follow from what stands before it: its time, actor, number or place "
    "was changed"
)
ALTERED = mark("event {number} of {stream} does not say what it said when it was written")


class Link(NamedTuple):
    """One entry as it is stored; ``salt`` and ``body`` are ``None`` once erased."""

    stream: str
    number: int
    at: str
    actor: str
    body_hash: bytes
    hash: bytes
    salt: bytes | None
    body: bytes | None


def chained(previous: bytes, *parts: str | int | bytes) -> bytes:
    """Chain the parts of one entry to the hash of the one before it."""
    digest = sha256()
    for part in (previous, *parts):
        raw = part if isinstance(part, bytes) else str(part).encode()
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.digest()


def extend(
    head: Seal, bodies: Sequence[bytes], *, at: str, actor: str, salt: Callable[[], bytes]
) -> Iterator[Link]:
    """Make the entries that follow where a stream stands; one not begun stands at 0 and ``START``."""
    previous = bytes.fromhex(head.hash)
    for number, body in enumerate(bodies, head.number + 1):
        grain = salt()
        body_hash = sha256(grain + body).digest()
        previous = chained(previous, head.stream, number, at, actor, body_hash)
        yield Link(
            stream=head.stream,
            number=number,
            at=at,
            actor=actor,
            body_hash=body_hash,
            hash=previous,
            salt=grain,
            body=body,
        )


def faults(links: Iterable[Link], kept: Iterable[Seal] = ()) -> Iterator[Fault]:
    """Recompute the chains; ``links`` come ordered by stream and number."""
    unmet = {(seal.stream, seal.number): seal.hash for seal in kept}
    for stream, entries in groupby(links, key=attrgetter("stream")):
        yield from _faults_in(stream, entries, unmet)
    for stream, number in unmet:
        yield _fault(FaultKind.SEAL, stream, number, TOO_SHORT)


def _faults_in(stream: str, links: Iterable[Link], unmet: dict[tuple[str, int], str]) -> Iterator[Fault]:
    """Check one stream and take its seals out of ``unmet``."""
    last, previous = 0, START
    readable: list[int] = []
    bare: list[int] = []
    for link in links:
        yield from _faults_at(link, last, previous)
        sealed = unmet.pop((stream, link.number), link.hash.hex())
        if sealed != link.hash.hex():
            yield _fault(FaultKind.SEAL, link.stream, link.number, REWRITTEN)
        if link.body is None:
            bare.append(link.number)
        elif is_erasure(link.body):
            yield from _erasure_faults(stream, readable)
            readable, bare = [], []
        else:
            readable.append(link.number)
        last, previous = link.number, link.hash
    for number in bare:
        yield _fault(FaultKind.BODY_MISSING, stream, number, GONE)


def _erasure_faults(stream: str, readable: list[int]) -> Iterator[Fault]:
    """Name what an erasure should have taken away."""
    for number in readable:
        yield _fault(FaultKind.BODY_LEFT, stream, number, LEFT)


def _faults_at(link: Link, last: int, previous: bytes) -> Iterator[Fault]:
    """Check one entry against itself and the one before it."""
    if link.number != last + 1:
        text = ONE_MISSING if link.number == last + 2 else SOME_MISSING
        yield _fault(FaultKind.MISSING, link.stream, last + 1, text, before=link.number - 1)
    elif link.hash != chained(previous, link.stream, link.number, link.at, link.actor, link.body_hash):
        yield _fault(FaultKind.BROKEN, link.stream, link.number, BROKEN)
    if link.body is not None and sha256((link.salt or b"") + link.body).digest() != link.body_hash:
        yield _fault(FaultKind.ALTERED, link.stream, link.number, ALTERED)


def _fault(kind: FaultKind, stream: str, number: int, text: str, **more: int) -> Fault:
    """Say what is wrong at a place."""
    said = tr(text, number=number, stream=stream, **more)
    return Fault(kind=kind, text=said, stream=stream, number=number)
