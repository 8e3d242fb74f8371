"""Time spent, active days, and how progress is put into words."""

from datetime import UTC, datetime, timedelta

import pytest

from coach.core import events as ev
from coach.core.calibration import Level
from coach.core.progress import fit_text, share_text, time_text
from coach.core.timespent import time_spent

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


def utc_day(at):
    return at.astimezone(UTC).date()


def shown(at, module="m", number=1):
    place = ev.Place(module=module, session="x", lesson="y", step="s")
    return ev.Recorded(
        stream="training/me", number=number, at=at, actor="me", event=ev.StepShown(place=place)
    )


def minute(number):
    return NOW + timedelta(minutes=number)


def test_pauses_of_more_than_five_minutes_do_not_count():
    spent = time_spent([shown(minute(at)) for at in (0, 2, 7, 12.5, 13)], utc_day)
    assert spent.minutes == {"m": pytest.approx(7.5)}


def test_time_belongs_to_the_module_where_one_was():
    recorded = [shown(minute(0)), shown(minute(3), "other"), shown(minute(4))]
    path = ev.Recorded(stream="t", number=4, at=minute(6), actor="me", event=ev.PathChosen(path="p"))
    spent = time_spent([*recorded, path, shown(minute(9), "other")], utc_day)
    assert spent.minutes == {"m": pytest.approx(8), "other": pytest.approx(1)}
    assert spent.total == pytest.approx(9)


def test_a_clock_set_back_takes_no_time_away():
    spent = time_spent([shown(minute(0)), shown(minute(2)), shown(minute(-60)), shown(minute(-59))], utc_day)
    assert spent.total == pytest.approx(3)


def test_active_days_are_counted_over_the_last_days_today_included():
    spent = time_spent([shown(NOW - timedelta(days=days)) for days in (28, 27, 7, 6, 0)], utc_day)
    assert (spent.active(NOW.date(), 7), spent.active(NOW.date(), 28)) == (2, 4)


def test_without_events_there_is_neither_time_nor_a_day():
    spent = time_spent([], utc_day)
    assert (spent.total, spent.days) == (0, ())


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.999, "99 %"), (1, "100 %")]
)
def test_only_all_is_100_per_cent_and_only_nothing_is_0(share, text):
    assert share_text(share) == text


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "–"), (0.4, "–"), (12, "12 min"), (60, "1 h"), (72.2, "1 h 12 min")]
)
def test_time_is_said_in_hours_and_minutes(minutes, text):
    assert time_text(minutes) == text


@pytest.mark.parametrize(
    ("certainty", "count", "share", "text"),
    [
        (3, 0, None, "no answers yet"),
        (3, 4, 0.0, "too few to tell"),
        (3, 10, 0.7, "too sure"),
        (3, 10, 0.9, "fits"),
        (2, 10, 0.7, "fits"),
        (1, 10, 0.8, "could be surer"),
    ],
)
def test_a_level_of_certainty_is_held_against_the_answers_given_at_it(certainty, count, share, text):
    assert fit_text(Level(certainty=certainty, count=count, share=share)) == text
