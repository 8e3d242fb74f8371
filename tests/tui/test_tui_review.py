"""Reviews on the screen, by keys alone."""

from datetime import timedelta

import pytest
from screen_kit import SIZES, opened, press, settle, shown

MODULE = "executive-communication"


def learn(services, count):
    """Solve the first exercises, and return their answers as they would be typed, by step."""
    run = services.training.open(MODULE, "1")
    indexes = [index for index in range(len(run.steps)) if run.kind(index) is not None][:count]
    for index in indexes:
        run.answer(index, run.kind(index).solution(run.steps[index][1], run.context(index)))


def seen(app):
    return " ".join(shown(app).split())


def solve(app):
    """Give the right answer to the card on the screen, as its widget would."""
    screen, run = app.screen, app.screen.run_
    step, context = run.steps[screen.index][1], run.context(screen.index)
    screen.exercise.post_message(screen.exercise.Answered(run.kind(screen.index).solution(step, context)))


async def test_without_cards_the_screen_says_how_they_come_about(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "r")
        assert "There is nothing to review yet." in seen(app)
        await press(pilot, "enter")
        assert "nothing to review" in seen(app)
        await press(pilot, "escape")
        assert "Learn" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_home_says_how_many_reviews_are_due_and_r_shows_them(services, clock, size):
    learn(services, 4)
    clock.turn(days=2)
    async with opened(services, size=size) as (app, pilot):
        assert "4 reviews due" in shown(app).split("\n")[0]
        await press(pilot, "r")
        assert "4 cards are due" in seen(app)
        assert "today" in shown(app)
        assert "█ 4" in shown(app)


async def test_home_says_when_the_next_review_is(services):
    learn(services, 2)
    async with opened(services) as (app, pilot):
        assert "next review Thu 05 Nov" in shown(app).split("\n")[0]
        await press(pilot, "r")
        assert "Nothing is due. The next review is on Thu 05 Nov." in seen(app)


async def test_a_review_goes_from_card_to_card_and_ends_with_what_comes_when(services, clock):
    learn(services, 3)
    clock.turn(days=2)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await press(pilot, "r", "enter")
        for number in range(1, 4):
            assert f"Review › card {number} of 3 › Executive communication" in seen(app)
            solve(app)
            await settle(pilot)
            assert "✓ Right. It comes again on" in seen(app)
            await press(pilot, "enter")
        assert "The end of the review: 3 cards answered" in seen(app)
        assert "✓ Right at the first try: 3" in seen(app)
        assert "They come again: " in seen(app)
        await press(pilot, "enter")
        assert "next review" in shown(app).split("\n")[0]


async def test_the_solution_is_asked_for_after_a_try_and_the_end_tells_it(services, clock):
    learn(services, 2)
    clock.turn(days=2)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await press(pilot, "r", "enter")
        kind = app.screen.exercise
        screen, run = app.screen, app.screen.run_
        step, context = run.steps[0][1], run.context(0)
        wrong = next(
            response
            for line in ("1", "2", "1 2", "2 1", "987654")
            if (response := read(run.kind(0), step, line, context)) is not None
        )
        kind.post_message(kind.Answered(wrong))
        await settle(pilot)
        await press(pilot, "v")
        assert "This is the solution. It comes again on" in seen(app)
        await press(pilot, "enter", "n")
        assert "✗ Not yet: 1" in seen(app)
        assert "1 card left out; still due." in seen(app)
        assert screen.run_.results()[0].again == (clock() + timedelta(days=1)).date()


def read(kind, step, line, context):
    """Read a line as an answer, if it is one that is not right."""
    from coach.core.exercise import Unreadable

    try:
        response = kind.read(step, line, context)
    except Unreadable:
        return None
    return None if kind.grade(step, response, context).right else response


async def test_leaving_in_the_middle_keeps_what_was_answered(services, clock):
    learn(services, 3)
    clock.turn(days=2)
    async with opened(services) as (app, pilot):
        await press(pilot, "r", "enter")
        solve(app)
        await settle(pilot)
        await press(pilot, "escape")
        assert "2 reviews due" in shown(app).split("\n")[0]


async def test_a_deadline_is_set_and_taken_away(services, clock):
    learn(services, 1)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await press(pilot, "r")
        assert "No deadline." in seen(app)
        await press(pilot, "d", "text:soon", "enter")
        assert "is not a date" in seen(app)
        await press(pilot, *["backspace"] * 4, "text:2026-11-20", "enter")
        assert "Deadline: Fri 20 Nov, 17 days left; everything comes again before it." in seen(app)
        await press(pilot, "d", "escape")
        assert "17 days left" in seen(app)
        await press(pilot, "d", *["backspace"] * 10, "enter")
        assert "No deadline." in seen(app)
        assert services.reviews.deadline is None


async def test_what_is_set_apart_is_named_and_a_good_answer_brings_it_back(services, clock):
    learn(services, 1)
    for _ in range(4):
        clock.turn(days=60)
        run = services.reviews.start()
        run.show(0)
        run.reveal(0)
    clock.turn(days=60)
    async with opened(services, size=(120, 36)) as (app, pilot):
        assert "due" not in shown(app).split("\n")[0]
        await press(pilot, "r")
        assert "1 card is set apart: " in seen(app)
        await press(pilot, "l")
        assert "Review › card 1 of 1" in seen(app)
        solve(app)
        await settle(pilot)
        await press(pilot, "enter", "enter", "r")
        assert "set apart" not in seen(app)
