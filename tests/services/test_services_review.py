"""The review queue as people meet it: on the real content, with a clock that tests turn."""

import os
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from learning_kit import MODULE, answer_for, exercises, learn, reopened, solve

from coach.core import events as ev
from coach.core.review import Rating
from coach.core.training import Standing
from coach.services.review import AT_ONCE, NoDeadline


@pytest.fixture
def zone():
    """Set the time zone where the person is; it is put back afterwards."""
    before = os.environ.get("TZ")

    def put(name):
        if name is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = name
        time.tzset()

    yield put
    put(before)


def test_what_was_learnt_today_comes_back_after_two_days_and_nothing_before(services, clock):
    learn(services, 3)
    assert services.reviews.due() == ()
    assert services.reviews.overview().next_at.date() == date(2026, 11, 5)
    clock.turn(days=1)
    assert services.reviews.due() == ()
    clock.turn(days=1)
    assert len(services.reviews.due()) == 3
    assert services.reviews.overview().due == 3


def test_a_review_asks_each_card_and_moves_it_on_without_touching_progress(services, clock):
    lesson = learn(services, 3)
    progress = {index: lesson.standing(index) for index in range(len(lesson.steps))}
    clock.turn(days=2)
    run = services.reviews.start()
    for index in range(len(run.steps)):
        assert run.standing(index) is Standing.NEW, "what was answered before does not show"
        assert run.response(index) is None
        run.show(index)
        assert solve(run, index).right
        assert run.standing(index) is Standing.SOLVED
    assert run.next_index() is None
    assert [result.rating for result in run.results()] == [Rating.GOOD] * 3
    assert all(result.again > date(2026, 11, 6) for result in run.results())

    assert services.reviews.due() == ()
    again = services.training.open(MODULE, "1")
    assert {index: again.standing(index) for index in range(len(again.steps))} == progress


def test_each_review_has_values_of_its_own_and_going_back_keeps_them(services, clock):
    learn(services, 2)
    clock.turn(days=2)
    first = services.reviews.start()
    first.show(0)
    seed = first.context(0).seed
    first.show(1)
    first.show(0)
    assert first.context(0).seed == seed
    shown = [record.event for record in services.log.read("training/me")]
    assert sum(isinstance(event, ev.ReviewShown) for event in shown) == 2
    assert services.reviews.start().context(0).seed == seed, "it was not answered yet"

    solve(first, 0)
    key = first.place(0).key
    clock.turn(days=60)
    second = services.reviews.start()
    index = next(index for index in range(len(second.steps)) if second.place(index).key == key)
    assert second.context(index).seed != seed
    assert seed != services.training.open(MODULE, "1").context(0).seed


def test_a_wrong_card_asked_again_at_once_is_one_more_review(services, clock):
    learn(services, 1)
    clock.turn(days=2)
    run = services.reviews.start()
    run.show(0)
    run.reveal(0)
    assert run.standing(0) is Standing.REVEALED
    seed = run.context(0).seed
    run.reset(0)
    assert (run.standing(0), run.context(0).seed != seed) == (Standing.SEEN, True)
    solve(run, 0)
    assert services.reviews.ledger.cards()[run.place(0).key].reviews == 3


def test_hints_in_a_review_come_one_by_one_and_make_it_hard(services, clock):
    run = services.training.open(MODULE, "1")
    index = next(index for index in exercises(run) if len(run.steps[index][1].hints) > 1)
    solve(run, index)
    clock.turn(days=2)
    review = services.reviews.start()
    review.show(0)
    hints = run.steps[index][1].hints
    assert (review.hint(0), review.hints(0)) == (hints[0], hints[:1])
    while review.hint(0) is not None:
        continue
    assert review.hints(0) == hints
    solve(review, 0)
    assert review.results()[0].rating is Rating.HARD


def test_a_failed_exercise_comes_back_the_next_day(services, clock):
    run = services.training.open(MODULE, "1")
    index = exercises(run)[0]
    run.show(index)
    services.training.record(answer_for(run.steps[index][1].id, score=0.0))
    clock.turn(days=1)
    (card,) = services.reviews.due()
    assert card.title == run.steps[index][1].title
    assert card.state.rating is Rating.AGAIN


def test_steps_that_are_gone_or_were_raised_are_left_out_and_kept(services, clock):
    run = learn(services, 1)
    step = run.steps[exercises(run)[0]][1]
    services.training.record(answer_for("never-written"), answer_for("x", module="no-such-module"))
    services.training.record(answer_for(step.id, rev=step.rev + 1))
    clock.turn(days=30)
    assert services.reviews.due() == ()
    assert services.reviews.start().steps == ()
    assert len(services.reviews.ledger.cards()) == 3


def test_a_step_that_moved_to_another_session_is_found_there(services, clock):
    run = learn(services, 1)
    index = exercises(run)[0]
    clock.turn(days=5)
    moved = ev.Place(module=MODULE, session="gone", lesson="gone", step=run.steps[index][1].id)
    services.training.record(ev.ReviewShown(place=moved, seed=1), answer_for(moved.step))
    clock.turn(days=90)
    assert services.reviews.start().steps[0][1] == run.steps[index][1]


def test_one_review_has_twenty_cards_at_most_and_says_what_is_left(services, clock):
    learn(services, 99)
    clock.turn(days=30)
    due = services.reviews.due()
    run = services.reviews.start()
    assert len(run.steps) == min(AT_ONCE, len(due))
    assert run.left == len(due) - len(run.steps) > 0


def test_a_deadline_brings_everything_back_before_it_and_afterwards_all_is_as_ever(services, clock):
    learn(services, 1)
    for _ in range(3):
        clock.now = services.reviews.overview().next_at + timedelta(hours=1)
        solve(services.reviews.start(), 0)
    far = services.reviews.overview().next_at
    deadline = clock().date() + timedelta(days=14)
    services.reviews.set_deadline(services.reviews.read_deadline(deadline.isoformat()))
    assert reopened(services).reviews.deadline == deadline
    soon = services.reviews.overview().next_at
    assert soon.date() < deadline < far.date()
    services.reviews.set_deadline(None)
    assert services.reviews.overview().next_at == far

    services.reviews.set_deadline(deadline)
    clock.turn(days=15)
    assert services.reviews.overview().due == 0
    assert services.reviews.overview().next_at == far


@pytest.mark.parametrize("typed", ["tomorrow", "2026-13-01", "14/11/2026", "2026-11-03", "1999-01-01"])
def test_a_deadline_that_is_no_day_to_come_is_refused_in_a_sentence(services, typed):
    with pytest.raises(NoDeadline, match="none"):
        services.reviews.read_deadline(typed)


def test_a_deadline_may_be_typed_in_the_german_way(services):
    assert services.reviews.read_deadline("14.11.2026") == date(2026, 11, 14)


def test_none_and_nothing_take_the_deadline_away(services):
    assert services.reviews.read_deadline(" none ") is services.reviews.read_deadline("") is None


def test_the_forecast_names_fourteen_days_with_today_first(services, clock):
    learn(services, 3)
    days = services.reviews.forecast()
    assert len(days) == 14
    assert [one.cards for one in days[:4]] == [0, 0, 3, 0]
    assert days[2].day == date(2026, 11, 5)
    clock.turn(days=9)
    assert services.reviews.forecast()[0].cards == 3


def test_the_queue_is_the_same_all_day_and_in_every_program(services, clock):
    learn(services, 12)
    clock.turn(days=3)
    morning = [card.key for card in services.reviews.due()]
    clock.turn(hours=5)
    assert [card.key for card in reopened(services).reviews.due()] == morning


def test_a_flight_round_the_world_asks_nothing_twice(services, clock, zone):
    zone("Pacific/Niue")
    learn(services, 3)
    for place in ("Pacific/Kiritimati", "Asia/Tokyo", "Europe/Berlin", "Pacific/Niue"):
        zone(place)
        assert services.reviews.due() == ()
    clock.turn(days=3)
    for place in ("Pacific/Kiritimati", "Pacific/Niue"):
        zone(place)
        assert len(services.reviews.due()) == 3


def test_a_clock_set_back_loses_no_card_and_asks_none_twice(services, clock):
    learn(services, 3)
    clock.turn(days=-3)
    assert services.reviews.due() == ()
    learn(services, 1, skip=3)
    clock.turn(days=20)
    assert len(services.reviews.due()) == 4


def test_reviews_on_a_leap_day_are_like_any_other(services, clock):
    clock.now = datetime(2028, 2, 27, 9, 0, tzinfo=UTC)
    learn(services, 2)
    clock.turn(days=2)
    assert services.reviews.moment().date == date(2028, 2, 29)
    run = services.reviews.start()
    for index in range(2):
        solve(run, index)
    assert services.reviews.due() == ()
    assert all(result.again > date(2028, 3, 1) for result in run.results())
