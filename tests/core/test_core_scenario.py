"""Whole situations: what counts as a first run, when they come back, and what they show."""

from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_kit import (
    DAY,
    NOW,
    RIGHT,
    SITUATIONS,
    TIMED,
    WRONG,
    answered,
    asked,
    card,
    cards,
    hint,
    moment,
    ran,
    ratings,
    recorded,
    reset,
    revealed,
    shown,
    timed,
)

from coach.core.due import due, is_due
from coach.core.mastery import GradedStep, readiness, step_mastery
from coach.core.review import Rating, reviews
from coach.core.schedule import FAILED_GAP, LONGEST_GAP, Ledger, extend

PASSED, FAILED = ran(0.8), ran(0.7)


def gap(*events):
    one = card(*events)
    return one.due - one.last


def found(*events):
    return reviews(recorded(*events)).get(("m", "x"), ())


def step(rev=1):
    return GradedStep(module="m", id="x", rev=rev, title="A talk", competencies=("c",))


def mastery(*events):
    return step_mastery(step(), found(*events), lambda at: at.astimezone(UTC).date())


# --- What counts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "rating", "practice"),
    [
        ((shown(), PASSED), [Rating.GOOD], [False]),
        ((shown(), FAILED), [Rating.AGAIN], [False]),
        ((shown(), hint(), PASSED), [Rating.HARD], [False]),
        ((shown(), FAILED, ran(again=True)), [Rating.HARD], [False]),
        ((shown(), ran(again=True)), [Rating.HARD], [True]),
        ((shown(), PASSED, reset(), shown(), PASSED), [Rating.GOOD, Rating.HARD], [False, True]),
        ((shown(), FAILED, shown(), PASSED), [Rating.AGAIN, Rating.HARD], [False, True]),
        ((PASSED, reset(), reset(), PASSED), [Rating.GOOD, Rating.HARD], [False, True]),
        ((PASSED, asked(), ran(seed=2)), [Rating.GOOD, Rating.GOOD], [False, False]),
        ((PASSED, asked(), ran(seed=2), shown(), PASSED), [Rating.GOOD, Rating.GOOD, Rating.HARD], None),
        ((PASSED, ran(rev=2)), [Rating.GOOD, Rating.GOOD], [False, False]),
    ],
)
def test_only_the_first_run_with_the_same_values_is_no_practice(events, rating, practice):
    assert ratings(*events) == rating
    if practice is not None:
        assert [one.practice for one in found(*events)] == practice


def test_a_question_may_be_asked_with_the_same_values_as_often_as_one_likes():
    assert [one.practice for one in found(RIGHT, reset(), RIGHT, asked(), RIGHT)] == [False] * 3


def test_a_solution_looked_at_is_of_a_situation_where_the_step_was_run_as_one():
    assert [one.scenario for one in found(FAILED, shown(), revealed())] == [True, True]
    assert [one.scenario for one in found(WRONG, shown(), revealed())] == [False, False]


# --- When it comes back ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "days"),
    [
        ((PASSED,), 14),
        ((FAILED,), 2),
        ((FAILED, PASSED), 7),
        ((hint(), PASSED), 7),
        ((ran(again=True),), 7),
        ((ran(0.0, again=True),), 2),
        ((FAILED, revealed()), 2),
        ((PASSED, ran(seed=2)), 28),
        ((PASSED, ran(seed=2), ran(seed=3)), 56),
        ((PASSED, ran(seed=2), ran(seed=3), ran(seed=4)), 60),
        ((PASSED, ran(seed=2), ran(seed=3), ran(seed=4), ran(seed=5)), 60),
        ((PASSED, ran(seed=2), ran(0.0, seed=3)), 2),
        ((PASSED, ran(seed=2), ran(0.0, seed=3), shown(), ran(seed=4)), 14),
        ((PASSED, ran(0.0, seed=2), ran(1.0, seed=2)), 7),
        ((PASSED, ran(0.0, seed=2), ran(1.0, seed=2), ran(seed=3)), 14),
    ],
)
def test_a_situation_comes_back_by_its_own_rule(events, days):
    assert gap(*events) == timedelta(days=days)


def test_practice_puts_the_next_time_off_and_never_brings_it_nearer():
    passed = card((PASSED, NOW))
    soon = card((PASSED, NOW), (reset(), NOW), (ran(0.0), NOW + DAY))
    late = card((PASSED, NOW), (reset(), NOW), (ran(1.0), NOW + 10 * DAY))
    assert soon.due == passed.due
    assert late.due == NOW + 17 * DAY
    assert late.stability == passed.stability, "the next pass doubles the gap that was there"


def test_a_run_that_failed_can_be_made_up_for_on_another_day_but_does_not_count():
    events = ((FAILED, NOW), (shown(), NOW + DAY), (PASSED, NOW + DAY))
    assert card(*events).due == NOW + 8 * DAY
    assert mastery(*events).counted == ()


def test_a_situation_is_never_set_apart():
    history = [(PASSED, NOW)]
    for number in range(1, 9):
        at = NOW + number * 3 * DAY
        history += [(asked(), at), (ran(0.0, seed=number + 1), at)]
    assert not card(*history).leech
    assert due(cards(*history).values(), moment(NOW + 60 * DAY))


def test_a_deadline_brings_situations_back_too():
    one = card((PASSED, NOW))
    deadline = (NOW + 7 * DAY).date()
    assert not is_due(one, moment(NOW + 3 * DAY))
    assert is_due(one, moment(NOW + 3 * DAY, deadline=deadline))


def test_situations_are_asked_after_all_questions():
    events = [(ran(0.0, step="talk", lesson="b"), NOW)]
    events += [(answered(0.0, step=f"s{n}"), NOW + timedelta(minutes=n)) for n in range(5)]
    listed = due(cards(*events).values(), moment(NOW + 9 * DAY))
    assert [one.scenario for one in listed] == [False] * 5 + [True]


@given(TIMED)
def test_a_situation_comes_back_between_two_and_sixty_days_after_a_run_that_counts(pairs):
    history = timed(pairs)
    last = {key: same[-1] for key, same in reviews(history).items()}
    for key, one in extend(Ledger(), history).cards().items():
        if last[key].scenario and last[key].rev == one.place.rev:
            least, most = one.due - one.last >= FAILED_GAP, one.due - one.last <= LONGEST_GAP
            assert least
            assert most
            assert (one.difficulty, one.lapses) == (0, 0)


# --- What it shows --------------------------------------------------------------------------------


def test_a_situation_is_mastered_by_two_first_runs_with_different_values_on_different_days():
    other = (ran(seed=2), NOW + 14 * DAY)
    assert mastery((PASSED, NOW), (asked(), NOW + 14 * DAY), other).mastered
    assert not mastery((PASSED, NOW), (reset(), NOW + DAY), (PASSED, NOW + DAY)).mastered
    assert not mastery((PASSED, NOW), (asked(), NOW), (ran(seed=2), NOW)).mastered


def test_failed_practice_takes_no_mastery_away_and_a_failed_first_run_does():
    history = [(PASSED, NOW), (asked(), NOW + 14 * DAY), (ran(seed=2), NOW + 14 * DAY)]
    assert mastery(*history, (shown(), NOW + 15 * DAY), (ran(0.0), NOW + 15 * DAY)).mastered
    assert not mastery(*history, (asked(), NOW + 50 * DAY), (ran(0.0, seed=3), NOW + 50 * DAY)).mastered


def test_readiness_takes_the_score_of_first_runs_only():
    events = (ran(0.5), reset(), ran(1.0), asked(), ran(0.9, seed=2), asked(), ran(0.1, seed=3, again=True))
    one = readiness("c", "C", [step()], reviews(recorded(*events)), NOW)
    assert sorted(each.review.score for each in one.observations) == [0.5, 0.9]


RUNS = st.lists(st.tuples(SITUATIONS, st.integers(0, 5000)), max_size=30)


@given(RUNS)
def test_however_often_a_situation_is_run_each_of_its_values_counts_once(pairs):
    history = timed([(event, minutes) for event, minutes in pairs if getattr(event, "scenario", True)])
    events = [record.event for record in history if getattr(record.event, "scenario", False)]
    runs = {(event.place.rev, event.seed) for event in events if event.place.step == "x"}
    for rev in (1, 2):
        observed = [
            one for one in reviews(history).get(("m", "x"), ()) if one.rev == rev and not one.practice
        ]
        assert len(observed) <= sum(run[0] == rev for run in runs)
