"""The cache of card states: quick, and never believed more than the log."""

import time
from datetime import timedelta

import pytest
from learning_kit import answer_for, learn, reopened, solve

CACHE = "reviews-me.json"


def test_a_new_program_goes_on_from_the_cache_and_comes_to_the_same(services, clock):
    learn(services, 4)
    kept = services.reviews.ledger
    file = services.folders.cache / CACHE
    assert file.stat().st_mode & 0o077 == 0
    again = reopened(services)
    assert again.reviews.ledger == kept
    learn(again, 1, skip=4)
    assert again.reviews.ledger == reopened(services).reviews.ledger
    assert again.reviews.rebuild() == 5
    assert again.reviews.ledger == reopened(services).reviews.ledger
    again.close()


@pytest.mark.parametrize("body", [b"", b"{", b'{"made_by": "0", "ledger": {}}', b"[" * 100_000, b"\xff\xfe"])
def test_a_damaged_cache_is_as_good_as_none(services, clock, body):
    learn(services, 2)
    good = services.reviews.ledger
    (services.folders.cache / CACHE).write_bytes(body)
    assert reopened(services).reviews.ledger == good


def test_a_cache_of_another_history_does_not_count(services, folders, clock, tmp_path):
    learn(services, 3)
    services.reviews.rebuild()
    stale = (folders.cache / CACHE).read_bytes()
    services.log.erase("training/me", actor="me", at=clock(), reason="asked for")
    assert reopened(services).reviews.ledger.cards() == {}
    assert services.reviews.ledger.cards() == {}, "also in a program that knew the cards"

    (folders.cache / CACHE).write_bytes(stale)
    fresh = reopened(services)
    assert fresh.reviews.ledger.cards() == {}
    (head,) = fresh.log.streams("training/me")
    fresh.log.append("training/me", head.number, [answer_for("x")], actor="me", at=clock())
    assert len(fresh.reviews.ledger.cards()) == 1


def test_two_programs_see_each_others_reviews(services, other, clock):
    learn(services, 2)
    clock.turn(days=2)
    mine, theirs = services.reviews.start(), other.reviews.start()
    solve(theirs, 0)
    assert len(services.reviews.due()) == 1
    solve(mine, 0)
    assert len(other.reviews.due()) == 1


def test_a_cache_that_cannot_be_written_stops_nothing(services, folders):
    folders.cache.write_text("a file where the folder should be")
    services.training.record(answer_for("x"))
    assert services.reviews.rebuild() == 1


def test_twenty_thousand_reviews_are_a_due_list_in_no_time(services, clock):
    number = 0
    for day in range(200):
        at = clock() + timedelta(days=day)
        events = [answer_for(f"s{(day * 100 + n) % 2000}", score=n % 3 / 2) for n in range(100)]
        number = services.log.append("training/me", number, events, actor="me", at=at)[-1].number
    clock.turn(days=230)
    services.reviews.due()
    again = reopened(services)
    assert again.library.index(again.folders.cache)
    assert again.log is not None
    began = time.process_time()
    again.reviews.due()
    spent = time.process_time() - began
    assert spent < 1, f"{spent:.2f} s; it is a tenth of that on a machine of its own"
    assert len(again.reviews.ledger.cards()) == 2000
    again.close()
