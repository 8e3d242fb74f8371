"""What every event log must do, whatever it is made of."""

from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_kit import LATER, NOW, UNHURRIED, fill, note, rated, texts

from coach.core.events import Answered, Place, ScorecardSubmitted
from coach.core.outcome import Outcome
from coach.store import codec
from coach.store.errors import ChangedElsewhere, NotStorable, StoreError, UnknownStream
from coach.store.log import Seal

STREAM = "interview/c-17"


def test_what_was_appended_is_read_back_with_number_time_and_actor(log):
    written = log.append(STREAM, 0, [note("calm"), rated(4)], actor="panel-1", at=NOW)
    assert log.read(STREAM) == written
    assert [each.number for each in written] == [1, 2]
    assert {(each.at, each.actor) for each in written} == {(NOW, "panel-1")}


def test_an_answer_keeps_its_raw_response_to_the_byte(log):
    place = Place(module="m", session="s", lesson="l", step="x")
    response = msgspec.Raw(b'{"picked": ["a",  "\\u00fc"]}')
    outcome = Outcome(checks=(), score=0.5)
    event = Answered(place=place, kind="choice", response=response, outcome=outcome, seed=7)
    log.append("training/t-1", 0, [event], actor="t-1", at=NOW)
    assert bytes(log.read("training/t-1")[0].event.response) == bytes(response)


def test_reading_goes_on_after_a_known_number(log):
    fill(log, STREAM, "one", "two", "three")
    assert [each.number for each in log.read(STREAM, after=2)] == [3]
    assert log.read(STREAM, after=3) == ()


def test_a_stream_never_written_is_empty(log):
    assert log.read("interview/none") == ()


def test_who_does_not_know_the_last_event_writes_nothing(log):
    fill(log, STREAM, "one", "two")
    with pytest.raises(
        ChangedElsewhere, match=r"stands at event 2, and event 1 .* Nothing was saved"
    ) as caught:
        log.append(STREAM, 1, [note("late")], actor="panel-2", at=LATER)
    assert (caught.value.stream, caught.value.expected, caught.value.found) == (STREAM, 1, 2)
    assert texts(log, STREAM) == ["one", "two"]


def test_a_new_stream_cannot_be_begun_twice(log):
    fill(log, STREAM, "one")
    with pytest.raises(ChangedElsewhere):
        log.append(STREAM, 0, [note("also first")], actor="panel-2", at=NOW)


def test_one_event_that_cannot_be_stored_keeps_all_of_its_step_out(log):
    with pytest.raises(NotStorable, match=r"A Rated cannot be stored: .*Nothing was saved"):
        log.append(STREAM, 0, [note("fine"), rated(9)], actor="panel-1", at=NOW)
    assert log.read(STREAM) == ()
    assert log.streams("") == ()


@pytest.mark.parametrize(
    "event",
    [ScorecardSubmitted(score=float("nan"), coverage=1.0), note("\ud800"), rated(0)],
    ids=["not-a-number", "half-a-character", "off-the-scale"],
)
def test_an_event_that_would_read_back_otherwise_is_refused(log, event):
    with pytest.raises(NotStorable, match="Nothing was saved"):
        log.append(STREAM, 0, [event], actor="panel-1", at=NOW)


@pytest.mark.parametrize("name", ["", "two\nlines", "x" * 201, "\x1b[2J"])
def test_names_that_would_not_survive_everywhere_are_refused(log, name):
    with pytest.raises(NotStorable, match="cannot be a name"):
        log.append(name, 0, [note("x")], actor="panel-1", at=NOW)
    with pytest.raises(NotStorable, match="cannot be a name"):
        log.append(STREAM, 0, [note("x")], actor=name, at=NOW)


def test_times_come_back_in_utc_to_the_microsecond(log):
    at = datetime(2026, 3, 29, 2, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    (written,) = log.append(STREAM, 0, [note("x")], actor="panel-1", at=at)
    (read,) = log.read(STREAM)
    assert written.at == read.at == at
    assert read.at.tzinfo is UTC


def test_a_time_without_zone_is_refused(log):
    with pytest.raises(ValueError, match="no time zone"):
        log.append(STREAM, 0, [note("x")], actor="panel-1", at=datetime(2026, 1, 1))  # noqa: DTZ001


def test_heads_tell_where_the_streams_with_a_prefix_stand(log):
    fill(log, "interview/a", "one", "two")
    log.append("interview/a", 2, [note("three")], actor="panel-1", at=LATER)
    fill(log, "interview/b", "one")
    fill(log, "training/a", "one")
    heads = log.streams("interview/")
    assert [(head.stream, head.number, head.erased) for head in heads] == [
        ("interview/a", 3, 0),
        ("interview/b", 1, 0),
    ]
    assert (heads[0].first_at, heads[0].last_at) == (NOW, LATER)
    assert len(log.streams("")) == 3


@pytest.mark.parametrize("prefix", ["interview/%", "interview/*", "INTERVIEW/", "interview/_"])
def test_a_prefix_is_taken_letter_by_letter(log, prefix):
    fill(log, "interview/a", "one")
    assert log.streams(prefix) == ()


def test_appending_nothing_changes_nothing(log):
    fill(log, STREAM, "one")
    head = log.streams(STREAM)
    assert log.append(STREAM, 1, [], actor="panel-1", at=LATER) == ()
    assert log.streams(STREAM) == head


def test_erasing_takes_every_word_away_and_the_chain_still_verifies(log):
    fill(log, STREAM, "private", "words")
    fill(log, "interview/other", "stays")
    receipt = log.erase(STREAM, actor="keeper", at=LATER, reason="delete-by date")
    assert (receipt.events, receipt.number) == (2, 3)
    assert log.read(STREAM) == ()
    assert texts(log, "interview/other") == ["stays"]
    assert log.verify() == ()
    (head,) = log.streams(STREAM)
    assert (head.number, head.erased, head.last_at) == (3, 3, LATER)


def test_a_seal_kept_before_an_erasure_still_fits_after_it(log):
    fill(log, STREAM, "private")
    seal = log.streams(STREAM)[0].seal
    log.erase(STREAM, actor="keeper", at=LATER, reason="asked for")
    assert log.verify([seal]) == ()


def test_a_stream_can_be_written_on_after_an_erasure_by_who_knows_of_it(log):
    fill(log, STREAM, "old")
    receipt = log.erase(STREAM, actor="keeper", at=LATER, reason="asked for")
    with pytest.raises(ChangedElsewhere):
        log.append(STREAM, 1, [note("unaware")], actor="panel-1", at=LATER)
    log.append(STREAM, receipt.number, [note("new")], actor="panel-1", at=LATER)
    assert [(each.number, each.event.inserted) for each in log.read(STREAM)] == [(3, "new")]
    assert log.verify() == ()


def test_erasing_again_takes_only_what_came_since(log):
    fill(log, STREAM, "old")
    first = log.erase(STREAM, actor="keeper", at=NOW, reason="asked for")
    assert log.erase(STREAM, actor="keeper", at=NOW, reason="again").events == 0
    assert log.streams(STREAM)[0].number == first.number
    log.append(STREAM, first.number, [note("new")], actor="panel-1", at=LATER)
    assert log.erase(STREAM, actor="keeper", at=LATER, reason="again").events == 1
    assert log.read(STREAM) == ()
    assert log.verify() == ()


def test_what_was_never_written_cannot_be_erased(log):
    with pytest.raises(UnknownStream, match="nothing stored under interview/none"):
        log.erase("interview/none", actor="keeper", at=NOW, reason="asked for")


def test_a_kept_seal_shows_a_past_that_was_cut_or_rewritten(log):
    fill(log, STREAM, "one", "two")
    cut = Seal(stream=STREAM, number=5, hash="00" * 32)
    other = Seal(stream=STREAM, number=1, hash="00" * 32)
    assert [fault.text for fault in log.verify([cut, other])] == [
        f"event 1 of {STREAM} differs from what a kept seal knows: the past was rewritten",
        f"{STREAM} does not reach event 5 any more, which a kept seal knows",
    ]


def test_a_closed_log_says_so_in_a_sentence(log):
    log.close()
    with pytest.raises(StoreError, match="closed"):
        log.read(STREAM)


@UNHURRIED
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=30), st.integers(1, 5))
def test_events_read_back_equal_whatever_was_typed(text, rating):
    for event in (note(text), rated(rating)):
        assert codec.decode(codec.encode(event), STREAM, 1) == event
