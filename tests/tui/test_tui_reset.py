import pytest
from screen_kit import SIZES, opened, press, said, settle, shown

from coach.core.training import Standing

MODULE = "executive-communication"


async def to_module(app, pilot):
    app.open_module(MODULE)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_session_is_started_again_after_a_question_that_says_what_stays(services, size):
    run = services.training.open(MODULE, "1")
    for index in (0, 2):
        run.show(index)
        run.finish(index)
    before = len(services.log.read("training/me"))
    async with opened(services, size=size) as (app, pilot):
        await to_module(app, pilot)
        await press(pilot, "r")
        asked = " ".join(shown(app).replace("│", "").split())
        assert "What do you want to start again?" in asked
        assert "stays in the history" in asked.replace("▂ ", "").replace("▇ ", "")
        await press(pilot, "1")
        assert "2 steps can be done again." in said(app)
        assert "done" not in shown(app).partition("min")[2].splitlines()[0]
    assert run.standing(0) is Standing.NEW
    assert len(services.log.read("training/me")) == before + 2


async def test_leaving_the_question_changes_nothing(services):
    run = services.training.open(MODULE, "1")
    run.finish(0)
    async with opened(services) as (app, pilot):
        await to_module(app, pilot)
        await press(pilot, "r", "escape")
    assert run.standing(0) is Standing.DONE


async def test_with_nothing_begun_there_is_nothing_to_ask(services):
    async with opened(services) as (app, pilot):
        await to_module(app, pilot)
        await press(pilot, "r")
        assert "nothing to start again" in said(app)
        assert "What do you want to start again?" not in shown(app)
