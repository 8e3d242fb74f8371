"""No entry can be changed, moved or taken out without the chain showing it."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_kit import UNHURRIED

from coach.store import chain, codec
from coach.store.log import FaultKind, Seal

STREAM = "interview/a"
BODIES = st.lists(st.binary(min_size=1, max_size=8), min_size=1, max_size=8)


def links_of(bodies: list[bytes], stream: str = STREAM) -> list[chain.Link]:
    start = Seal(stream=stream, number=0, hash=chain.START.hex())
    return list(chain.extend(start, bodies, at="2026", actor="x", salt=lambda: b"s" * 16))


def found(links: list[chain.Link]) -> set[tuple[FaultKind, int]]:
    return {(fault.kind, fault.number) for fault in chain.faults(links)}


@UNHURRIED
@given(BODIES)
def test_an_untouched_chain_has_no_faults(bodies):
    assert found(links_of(bodies)) == set()


@dataclass
class Change:
    field: str
    value: object
    kind: FaultKind


@pytest.mark.parametrize(
    "change",
    [
        Change("body", b"other words", FaultKind.ALTERED),
        Change("salt", b"t" * 16, FaultKind.ALTERED),
        Change("body", None, FaultKind.BODY_MISSING),
        Change("actor", "y", FaultKind.BROKEN),
        Change("at", "2027", FaultKind.BROKEN),
        Change("hash", bytes(32), FaultKind.BROKEN),
        Change("body_hash", bytes(32), FaultKind.BROKEN),
    ],
    ids=lambda change: f"{change.field}-{change.kind}",
)
@UNHURRIED
@given(bodies=BODIES, data=st.data())
def test_a_changed_field_is_named_with_its_event(bodies, data, change):
    links = links_of(bodies)
    at = data.draw(st.integers(0, len(links) - 1))
    links[at] = links[at]._replace(**{change.field: change.value})
    assert (change.kind, at + 1) in found(links)


@UNHURRIED
@given(bodies=BODIES.filter(lambda bodies: len(bodies) > 1), data=st.data())
def test_an_event_taken_out_before_the_last_is_missed(bodies, data):
    links = links_of(bodies)
    at = data.draw(st.integers(0, len(links) - 2))
    del links[at]
    assert (FaultKind.MISSING, at + 1) in found(links)


@UNHURRIED
@given(bodies=BODIES.filter(lambda bodies: len(bodies) > 1), data=st.data())
def test_two_events_that_changed_places_are_found(bodies, data):
    links = links_of(bodies)
    first = data.draw(st.integers(0, len(links) - 2))
    second = data.draw(st.integers(first + 1, len(links) - 1))
    one, other = links[first], links[second]
    links[first], links[second] = other._replace(number=one.number), one._replace(number=other.number)
    assert {(FaultKind.BROKEN, first + 1), (FaultKind.BROKEN, second + 1)} <= found(links)


def test_an_event_moved_to_another_stream_is_found():
    links = [link._replace(stream="interview/b") for link in links_of([b"one"])]
    assert found(links) == {(FaultKind.BROKEN, 1)}


def test_the_newest_events_can_be_cut_off_unseen_unless_a_seal_was_kept():
    links = links_of([b"one", b"two", b"three"])
    seal = Seal(stream=STREAM, number=3, hash=links[2].hash.hex())
    assert found(links[:2]) == set()
    assert [fault.kind for fault in chain.faults(links[:2], [seal])] == [FaultKind.SEAL]


def test_a_body_that_outlived_its_erasure_is_found():
    links = links_of([b'{"type":"rated"}', codec.encode(codec.Erased(reason="asked for"))])
    assert found(links) == {(FaultKind.BODY_LEFT, 1)}


def test_an_erasure_excuses_only_what_stands_before_it():
    erasure = codec.encode(codec.Erased(reason="asked for"))
    links = [link._replace(body=None, salt=None) for link in links_of([b"one", erasure, b"two"])]
    links[1] = links_of([b"one", erasure, b"two"])[1]
    assert found(links) == {(FaultKind.BODY_MISSING, 3)}


@UNHURRIED
@given(
    st.lists(st.text("ab", max_size=3), min_size=2, max_size=2),
    st.lists(st.text("ab", max_size=3), min_size=2, max_size=2),
)
def test_parts_are_never_confused_with_one_another(parts, others):
    same = chain.chained(chain.START, *parts) == chain.chained(chain.START, *others)
    assert same == (parts == others)
