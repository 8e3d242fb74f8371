"""A mock interview on the screen."""

import pytest
from screen_kit import SIZES, eventually, opened, press, said, settle, shown

from coach.store.errors import DiskFull
from coach.tui.screens.practice import PracticeScreen
from coach.tui.screens.practice_question import RehearsalScreen, SummaryScreen
from coach.tui.screens.practice_words import Stage

KIT = "ae-first-round"


def words(app):
    return " ".join(shown(app).split())


@pytest.mark.parametrize("size", SIZES)
async def test_from_home_through_one_question_to_the_sum(services, clock, size):
    async with opened(services, size=size) as (app, pilot):
        await press(pilot, "p")
        assert isinstance(app.screen, PracticeScreen)
        assert "8 questions, 38 min" in shown(app)
        await press(pilot, "enter", "2")
        assert isinstance(app.screen, RehearsalScreen)
        assert "question 1 of 1" in shown(app)
        await press(pilot, "enter", "text:I looked for firms")
        clock.turn(seconds=130)
        await press(pilot, "ctrl+s")
        assert "2:10 of" in words(app)
        assert "I looked for firms" in shown(app)
        await press(pilot, "3", "enter")
        assert "A model answer" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, SummaryScreen)
        assert "3 of 5" in words(app)
        seen = words(app)
        for _ in range(20):
            await press(pilot, "down")
            seen += words(app)
        assert "You gave 3. For 4:" in seen
        await press(pilot, "enter")
        assert isinstance(app.screen, PracticeScreen)
    (run,) = services.practice.runs()
    assert run.finished


async def test_the_clock_runs_while_one_thinks_and_while_one_answers(services, clock):
    run = services.practice.open(KIT, 1)
    budget = run.question(0).minutes
    async with opened(services, size=(120, 36)) as (app, pilot):
        app.open_practice(run)
        await press(pilot, "t")
        clock.turn(seconds=20)
        assert await eventually(pilot, lambda: "0:40 left to think" in shown(app))
        clock.turn(seconds=60)
        assert await eventually(pilot, lambda: "The minute is over" in shown(app))
        await press(pilot, "enter")
        clock.turn(minutes=budget, seconds=5)
        assert await eventually(pilot, lambda: f"0:05 over {budget:g}:00" in shown(app))
        await press(pilot, "f2")
        assert "spoken, 0:05 too long" in shown(app)


async def test_model_answers_are_shown_only_after_the_own_rating(services):
    run = services.practice.open(KIT, 1)
    async with opened(services, size=(120, 60)) as (app, pilot):
        app.open_practice(run)
        await press(pilot, "up", "enter", "ctrl+s", "enter")
        assert "Rate yourself first" in said(app)
        assert "A model answer" not in shown(app)
        await press(pilot, "2", "4", "enter")
        assert run.models(0)[0].text[:30] in words(app)
        assert run.given(0).rating == 4
        await press(pilot, "1")
        assert services.practice.run(1).given(0).rating == 4


async def test_what_was_typed_is_on_disk_while_one_types_and_there_when_one_comes_back(
    services, other, clock
):
    run = services.practice.open(KIT, 1)
    async with opened(services) as (app, pilot):
        app.open_practice(run)
        await press(pilot, "up", "enter", "text:First I")
        clock.turn(seconds=30)
        assert await eventually(pilot, lambda: other.practice.open(KIT).draft(0).text == "First I")
        await press(pilot, "text: asked", "escape")
        assert not isinstance(app.screen, RehearsalScreen)
    again = other.practice.open(KIT)
    assert (again.draft(0).text, again.draft(0).seconds) == ("First I asked", 30)
    async with opened(other) as (app, pilot):
        app.open_practice(again)
        await settle(pilot)
        assert app.screen.stage is Stage.READY
        await press(pilot, "enter")
        clock.turn(seconds=10)
        await press(pilot, "ctrl+s")
        assert "0:40 of" in words(app)
        assert "First I asked" in shown(app)


async def test_an_answer_that_was_not_rated_waits_to_be_rated(services):
    run = services.practice.open(KIT, 1)
    run.answer(0, "", 40)
    async with opened(services, size=(120, 50)) as (app, pilot):
        app.open_practice(run)
        await settle(pilot)
        assert app.screen.stage is Stage.RATING
        await press(pilot, "5", "enter", "enter")
        assert "Every answer was good and in time" in words(app)


async def test_a_run_that_was_begun_is_offered_first_and_another_can_be_begun(services):
    run = services.practice.open(KIT, 3)
    run.answer(0, "", 40)
    run.rate(0, 4)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await press(pilot, "p")
        assert "1 of 3 done" in shown(app)
        await press(pilot, "enter")
        assert "Go on with practice 1: 2 of 3 left" in shown(app)
        await press(pilot, "1")
        assert "question 2 of 3" in shown(app)
        await press(pilot, "escape", "enter", "2")
        assert "question 1 of 8" in shown(app)
    assert [len(one.questions) for one in services.practice.runs()] == [3, 8]


async def test_a_question_without_a_model_says_so(services, monkeypatch):
    monkeypatch.setattr(services.library, "sampled", lambda: ())
    run = services.practice.open(KIT, 1)
    async with opened(services, size=(120, 50)) as (app, pilot):
        app.open_practice(run)
        await press(pilot, "up", "enter", "ctrl+s", "3", "enter")
        assert "There is no model answer to this question yet" in words(app)


async def test_a_full_disk_is_told_and_the_answer_stays(services, monkeypatch):
    def full(*args, **options):
        raise DiskFull("There is no room on the disk.")

    run = services.practice.open(KIT, 1)
    async with opened(services) as (app, pilot):
        app.open_practice(run)
        await press(pilot, "up", "enter")
        with monkeypatch.context() as patched:
            patched.setattr(services.log, "append", full)
            await press(pilot, "text:So", "ctrl+s")
            assert "There is no room on the disk." in said(app)
        assert app.screen.stage is Stage.ANSWERING
        await press(pilot, "ctrl+s")
        assert run.given(0).text == "So"
