from datetime import date

import pytest
from screen_kit import SIZES, opened, press, said, shown

from coach.tui.screens.dialogs import Choose, Write
from coach.tui.screens.step import StepScreen

MODULE = "executive-communication"


@pytest.mark.parametrize("size", SIZES)
async def test_a_path_is_chosen_and_home_shows_how_far_one_is(services, size):
    async with opened(services, size=size) as (app, pilot):
        await press(pilot, "l")
        assert "Which learning path?" in shown(app)
        await press(pilot, "1")
        assert services.paths.chosen().id == "newcomer-ae"
        assert "New as an account executive: 0 of 1 session" in " ".join(shown(app).split())


@pytest.mark.parametrize("size", SIZES)
async def test_a_path_up_to_a_day_asks_for_the_day_until_it_is_one(services, size):
    async with opened(services, size=size) as (app, pilot):
        await press(pilot, "l", "2")
        assert isinstance(app.screen, Write)
        assert "By when?" in shown(app)
        await press(pilot, "text:soon", "enter")
        assert "'soon' is not a date" in said(app)
        assert services.paths.chosen() is None
        await press(pilot, *["backspace"] * 4, "text:2026-11-14", "enter")
        assert services.paths.chosen().id == "career-changer"
        assert services.reviews.deadline == date(2026, 11, 14)
        if size != (40, 15):
            assert "11 days left" in shown(app)


async def test_no_day_is_fine_and_the_path_can_be_left(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "l", "2", "enter")
        assert services.paths.chosen().id == "career-changer"
        assert services.reviews.deadline is None
        await press(pilot, "l")
        assert "Career changer before an interview   (followed now)" in shown(app)
        await press(pilot, "4")
        assert services.paths.chosen() is None
        assert "Career changer" not in shown(app)


async def test_leaving_the_question_for_the_day_chooses_nothing(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "l", "2", "escape")
        assert not isinstance(app.screen, Choose)
    assert services.paths.chosen() is None


async def test_a_broken_list_of_paths_is_named(services):
    folder = services.folders.data / "content" / "curricula"
    folder.mkdir(parents=True)
    (folder / "paths.yaml").write_text("paths: [", encoding="utf-8")
    async with opened(services) as (app, pilot):
        await press(pilot, "l")
        assert "Left out: " in said(app)
        assert "paths.yaml" in said(app)
        assert "New as an account executive" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_ten_minutes_are_announced_on_home_and_start_with_one_key(services, size):
    async with opened(services, size=size) as (app, pilot):
        assert "t ten minutes: " in shown(app)
        await press(pilot, "t")
        assert isinstance(app.screen, StepScreen)
        assert f"0/{len(app.screen.run_.steps)}" in shown(app)


async def test_ten_minutes_begin_with_what_is_due_and_tell_when_it_comes_again(services, clock):
    run = services.training.open(MODULE, "1")
    for index in range(12):
        run.show(index)
        if run.kind(index) is None:
            run.finish(index)
        else:
            run.answer(index, run.kind(index).solution(run.steps[index][1], run.context(index)))
    clock.turn(days=30)
    async with opened(services, size=(120, 36)) as (app, pilot):
        assert "reviews, then" in shown(app)
        await press(pilot, "t")
        assert "Ten minutes › Review › card 1 of" in shown(app)
        screen = app.screen
        kind, step = screen.run_.kind(0), screen.run_.steps[0][1]
        solution = kind.solution(step, screen.run_.context(0))
        screen.post_message(screen.exercise.Answered(solution))
        await pilot.pause()
        assert "It comes again on" in shown(app)


async def test_with_nothing_to_learn_the_key_says_so(services):
    run = services.training.open(MODULE, "1")
    for index in range(len(run.steps)):
        if run.kind(index) is None:
            run.finish(index)
        else:
            run.answer(index, run.kind(index).solution(run.steps[index][1], run.context(index)))
    async with opened(services) as (app, pilot):
        assert "ten minutes:" not in shown(app)
        await press(pilot, "t")
        assert "Nothing is due, and nothing is new." in said(app)
