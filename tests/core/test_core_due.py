"""What is asked on which day and in which order, whatever clocks and calendars do."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
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
    moment,
    recorded,
    shown,
    timed,
)

from coach.core.due import due, due_at, forecast, gap, is_due, mixed
from coach.core.schedule import Ledger, extend


def test_a_card_is_due_on_its_day_and_not_on_the_day_of_its_review():
    one = card((WRONG, NOW))
    assert due_at(one, moment(NOW)) == NOW + DAY
    assert not is_due(one, moment(NOW))
    assert not is_due(one, moment(NOW + timedelta(hours=14)))
    assert is_due(one, moment(NOW + timedelta(hours=15))), "from the beginning of its day"


def test_midnight_alone_does_not_make_a_card_due_again():
    late = datetime(2026, 11, 3, 23, 50, tzinfo=UTC)
    one = card((WRONG, late))
    assert not is_due(one, moment(late + timedelta(minutes=20)))
    assert is_due(one, moment(late + timedelta(hours=8)))


@given(
    minutes=st.integers(0, 60 * 24 * 400),
    here=st.sampled_from(["Pacific/Kiritimati", "Pacific/Niue", "Europe/Berlin", "Asia/Kathmandu"]),
    there=st.sampled_from(["Pacific/Kiritimati", "Pacific/Niue", "Europe/Berlin", "Asia/Kathmandu"]),
    wait=st.integers(0, 60 * 72),
)
def test_another_time_zone_neither_loses_a_card_nor_asks_it_twice(minutes, here, there, wait):
    at = NOW + timedelta(minutes=minutes)
    one, later = card((WRONG, at)), at + timedelta(minutes=wait)
    there_due = is_due(one, moment(later, ZoneInfo(there)))
    if wait < 8 * 60:
        assert not there_due
        assert not is_due(one, moment(later, ZoneInfo(here)))
    if wait >= 48 * 60:
        assert there_due


def test_a_leap_day_is_a_day_like_any_other():
    eve = datetime(2028, 2, 28, 9, 0, tzinfo=UTC)
    one = card((WRONG, eve))
    assert due_at(one, moment(eve)) == datetime(2028, 2, 29, 9, 0, tzinfo=UTC)
    assert is_due(one, moment(datetime(2028, 2, 29, 7, 0, tzinfo=UTC)))
    assert is_due(one, moment(datetime(2028, 3, 1, 7, 0, tzinfo=UTC)))


def test_the_longest_day_of_the_year_does_not_ask_twice():
    berlin = ZoneInfo("Europe/Berlin")
    at = datetime(2026, 10, 25, 0, 30, tzinfo=berlin).astimezone(UTC)
    evening = datetime(2026, 10, 25, 23, 45, tzinfo=berlin).astimezone(UTC)
    assert not is_due(card((WRONG, at)), moment(evening, berlin))


def test_a_review_dated_before_the_last_one_is_taken_at_that_ones_time():
    back = card((RIGHT, NOW), (asked(), NOW - 3 * DAY), (RIGHT, NOW - 3 * DAY))
    same = card((RIGHT, NOW), (asked(), NOW), (RIGHT, NOW))
    assert (back.last, back.stability, back.due) == (same.last, same.stability, same.due)


def test_after_the_clock_was_set_back_nothing_that_was_answered_is_asked_again_at_once():
    one = card((WRONG, NOW))
    for days in (1, 2, 400):
        assert not is_due(one, moment(NOW - days * DAY))
    assert is_due(one, moment(NOW + DAY))


def test_a_clock_that_ran_years_ahead_makes_no_card_wait_for_years():
    ahead = NOW + 1500 * DAY
    ledger = extend(
        Ledger(),
        recorded((RIGHT, ahead), (shown(step="y"), NOW), (shown(step="y"), NOW + timedelta(hours=1))),
    )
    one = ledger.cards()[("m", "x")]

    def now_due(now):
        return is_due(one, moment(now, turns=ledger.turns))

    assert not now_due(NOW + timedelta(hours=2)), "it waits its time from when the clock was set right"
    assert now_due(NOW + (one.due - one.last))
    assert now_due(NOW + 30 * DAY)


# --- Order, deadline, forecast ---------------------------------------------------------------------


def alike(found):
    return sum(one.place.lesson == other.place.lesson for one, other in pairwise(found))


LESSONS = st.lists(st.integers(0, 5), max_size=40)


def of_lessons(lessons):
    events = [answered(0.0, step=f"s{number}", lesson=f"l{lesson}") for number, lesson in enumerate(lessons)]
    return list(cards(*events).values())


@given(LESSONS)
def test_neighbours_come_from_different_lessons_as_far_as_that_is_possible(lessons):
    found = mixed(of_lessons(lessons), NOW.date())
    assert sorted(one.key for one in found) == sorted(one.key for one in of_lessons(lessons))
    fullest = max((lessons.count(lesson) for lesson in lessons), default=0)
    assert alike(found) == max(0, 2 * fullest - len(lessons) - 1)


def test_the_order_is_the_same_all_day_and_another_the_next_day():
    found = of_lessons([0, 1, 2, 3, 4, 5] * 3)
    today = mixed(found, NOW.date())
    assert today == mixed(reversed(found), NOW.date())
    others = [mixed(found, NOW.date() + DAY * number) for number in range(1, 4)]
    assert any(today != other for other in others)


def test_competencies_alternate_too_where_they_can():
    events = [
        answered(0.0, step=f"s{number}", lesson=f"l{number}", competencies=("ask" if number % 2 else "tell",))
        for number in range(8)
    ]
    found = mixed(cards(*events).values(), NOW.date())
    same = sum(one.competencies == other.competencies for one, other in pairwise(found))
    assert same <= 2


@pytest.mark.parametrize(
    ("left", "least", "most"), [(7, 0.20, 0.40), (14, 0.20, 0.30), (60, 0.10, 0.20), (365, 0.05, 0.10)]
)
def test_the_gap_before_a_deadline_is_the_share_that_was_found_best(left, least, most):
    assert least <= gap(left * DAY) / (left * DAY) <= most


@given(st.floats(0.01, 4000), st.floats(0.01, 4000))
def test_gaps_are_a_day_or_more_and_grow_with_the_time_left(one, other):
    shorter, longer = sorted((one, other))
    assert DAY <= gap(shorter * DAY) <= gap(longer * DAY)


@given(st.integers(4, 400), st.integers(1, 8))
def test_with_a_deadline_everything_comes_again_before_it(left, times):
    history, at = [], NOW - 400 * DAY
    for _ in range(times):
        history += [(asked(), at), (RIGHT, at)]
        at = card(*history).due
    last = card(*history).last
    deadline = (last + left * DAY).date()
    one, now = card(*history), last + timedelta(hours=1)
    assert due_at(one, moment(now, deadline=deadline)) < datetime.combine(deadline, time.min, UTC)
    assert due_at(one, moment(now, deadline=deadline)) <= due_at(one, moment(now))


def test_a_card_seen_on_the_eve_of_the_deadline_is_not_asked_on_the_day_for_its_sake():
    one = card((RIGHT, NOW))
    assert due_at(one, moment(NOW, deadline=(NOW + DAY).date())) == due_at(one, moment(NOW))


def test_the_forecast_counts_each_card_once_at_its_next_review():
    events = [(answered(0.0, step=f"s{n}"), NOW - n * timedelta(hours=30)) for n in range(4)]
    events += [(answered(1.0, step="good"), NOW)]
    found = cards(*events).values()
    counts = forecast(found, moment(NOW))
    assert counts[0] == len(due(found, moment(NOW))) == 3
    assert counts[1:4] == (1, 1, 0)
    assert sum(counts) == 5


@given(TIMED, st.integers(0, 60 * 24 * 30))
def test_what_the_forecast_says_for_today_is_what_is_due(pairs, wait):
    history = timed(pairs)
    ledger = extend(Ledger(), history)
    now = max([NOW, *(record.at for record in history)]) + timedelta(minutes=wait)
    here = moment(now, turns=ledger.turns)
    assert forecast(ledger.cards().values(), here)[0] == len(due(ledger.cards().values(), here))
