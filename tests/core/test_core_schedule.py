"""The state of cards: the same as the library's, and the same however it was come by."""

from datetime import timedelta
from random import Random

import fsrs
import msgspec
from hypothesis import given
from hypothesis import strategies as st
from review_kit import (
    DAY,
    NOW,
    RIGHT,
    TIMED,
    WRONG,
    answered,
    asked,
    card,
    cards,
    hint,
    moment,
    revealed,
    shown,
    timed,
)

from coach.core.due import due, forecast
from coach.core.review import Rating, reviews
from coach.core.schedule import Ledger, advance, extend


def own_scheduler():
    return fsrs.Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def test_intervals_agree_with_the_library_on_a_thousand_random_histories():
    chance, scheduler = Random(20261103), own_scheduler()
    showings = {Rating.AGAIN: (WRONG, revealed()), Rating.HARD: (hint(), RIGHT), Rating.GOOD: (RIGHT,)}
    for _ in range(1000):
        theirs, at, events = fsrs.Card(card_id=1), NOW, []
        for _ in range(chance.randint(1, 12)):
            at += timedelta(minutes=chance.randint(1, 60 * 24 * 60))
            rating = chance.choice(list(Rating))
            events += [(event, at) for event in (asked(), *showings[rating])]
            theirs, _ = scheduler.review_card(theirs, fsrs.Rating(rating), at)
        ours = card(*events)
        assert (ours.due, ours.last) == (theirs.due, theirs.last_review)
        assert (ours.stability, ours.difficulty) == (theirs.stability, theirs.difficulty)


@given(TIMED, st.integers(0, 30))
def test_going_on_from_a_kept_ledger_is_the_same_as_rebuilding(pairs, cut):
    history = timed(pairs)
    kept = msgspec.json.decode(msgspec.json.encode(extend(Ledger(), history[:cut])), type=Ledger)
    one_by_one = Ledger()
    for record in history:
        one_by_one = extend(one_by_one, [record])
    assert extend(kept, history[cut:]) == extend(Ledger(), history) == one_by_one


@given(TIMED)
def test_the_live_state_follows_from_the_reviews_alone(pairs):
    history = timed(pairs)
    states = extend(Ledger(), history).cards()
    found = reviews(history)
    assert states.keys() == found.keys()
    for key, state in states.items():
        rebuilt = None
        for review in found[key]:
            rebuilt = advance(rebuilt, review, state.number)
        assert rebuilt == state


def test_a_raised_revision_starts_the_card_afresh_and_an_old_program_changes_nothing():
    fresh = card(answered(rev=2))
    raised = card((RIGHT, NOW - 9 * DAY), (RIGHT, NOW - 5 * DAY), (answered(rev=2), NOW))
    assert (raised.stability, raised.reviews) == (fresh.stability, 1)
    late = card((answered(rev=2), NOW), (answered(0.0, rev=1), NOW + DAY))
    assert (late.stability, late.last) == (fresh.stability, NOW)


def test_a_wrong_answer_makes_a_card_even_if_the_step_was_left_open():
    assert card(shown(), WRONG).rating is Rating.AGAIN


def test_a_card_known_once_and_wrong_four_times_is_set_apart_until_it_is_good():
    history = [(RIGHT, NOW)]
    for number in range(1, 5):
        assert not card(*history).leech
        history += [(asked(), NOW + DAY * number), (WRONG, NOW + DAY * number)]
    assert card(*history).leech
    later = NOW + 9 * DAY
    assert not due(cards(*history).values(), moment(later))
    assert forecast(cards(*history).values(), moment(later)) == (0,) * 14

    helped = [*history, (asked(), later), (hint(), later), (RIGHT, later)]
    assert card(*helped).leech, "with help it stays apart"
    good = card(*history, (asked(), later), (RIGHT, later))
    assert (good.leech, good.lapses) == (False, 0)


def test_a_card_that_was_never_known_is_not_set_apart():
    history = [event for _ in range(9) for event in (asked(), WRONG)]
    assert not card(*history).leech
