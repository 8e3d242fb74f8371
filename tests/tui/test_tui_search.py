import pytest
from screen_kit import SIZES, opened, press, settle, shown
from strategies import HOSTILE
from textual.widgets import Input

from coach.tui.screens.home import HomeScreen
from coach.tui.screens.module import ModuleScreen
from coach.tui.screens.question import QuestionScreen
from coach.tui.screens.step import StepScreen

MODULE = "executive-communication"


async def search(app, pilot, words):
    await press(pilot, "slash")
    app.screen.query_one(Input).value = words
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_typed_is_found_and_arrows_move_among_the_finds(services, size):
    async with opened(services, size=size) as (app, pilot):
        await press(pilot, "slash")
        assert "things to find" in shown(app)
        await press(pilot, "text:time")
        assert "found" in shown(app).splitlines()[0]
        finds = [line for line in shown(app).splitlines() if line.strip().startswith("›")]
        assert len(finds) == 1
        await press(pilot, "down")
        moved = [line for line in shown(app).splitlines() if line.strip().startswith("›")]
        assert len(moved) == 1
        assert moved != finds


async def test_enter_opens_the_step_that_was_found(services):
    run = services.training.open(MODULE, "1")
    index = next(index for index in range(20, len(run.steps)) if run.steps[index][1].title)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await search(app, pilot, run.steps[index][1].title)
        await press(pilot, "enter")
        assert isinstance(app.screen, StepScreen)
        assert app.screen.index == index
        await press(pilot, "escape")
        assert run.steps[index][1].title in shown(app), "the finds are still there"
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_module_opens_as_such(services):
    async with opened(services) as (app, pilot):
        await search(app, pilot, "executive communication")
        await press(pilot, "enter")
        assert isinstance(app.screen, ModuleScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_is_shown_with_probes_and_anchors(services, size):
    question = services.library.bank("account-executive").value.questions[0]
    async with opened(services, size=size) as (app, pilot):
        await search(app, pilot, question.text)
        await press(pilot, "enter")
        assert isinstance(app.screen, QuestionScreen)
        seen = shown(app)
        for _ in range(12):
            await press(pilot, "pagedown")
            seen += shown(app)
        assert "Probes" in seen
        assert "Anchors" in seen
        assert question.probes[0].split()[0] in seen
        await press(pilot, "escape")
        assert app.screen.query_one(Input).value == question.text


@pytest.mark.parametrize("words", ["quite impossible words", HOSTILE[:60]])
async def test_where_nothing_is_found_it_is_said(services, words):
    async with opened(services) as (app, pilot):
        await search(app, pilot, words)
        assert "Nothing holds all of these words." in shown(app)
        await press(pilot, "enter")
        assert app.screen.query_one(Input).value == words


async def test_an_empty_field_says_what_can_be_found(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "slash")
        assert "modules, lessons, steps and interview questions" in " ".join(shown(app).split())


async def test_text_of_content_is_shown_as_it_is(services):
    folder = services.folders.data / "content" / "curricula" / "hostile"
    folder.mkdir(parents=True)
    (folder / "module.yaml").write_text(
        "id: hostile\ntitle: '[red]Gnu[/red] [@click=app.exit]x[/]'\nsummary: '[bold]g[/bold]'\naudience: a\n"
        "competencies: []\nsessions: [{id: one, title: One, minutes: 1}]\n",
        encoding="utf-8",
    )
    async with opened(services) as (app, pilot):
        await search(app, pilot, "gnu bold")
        assert "[red]Gnu[/red] [@click=app.exit]x[/]" in shown(app)
        assert "[bold]g[/bold]" in shown(app)


async def test_broken_content_stops_nothing_else(services):
    banks = services.folders.data / "content" / "question_banks"
    banks.mkdir(parents=True)
    (banks / "bad.yaml").write_text("questions: [", encoding="utf-8")
    async with opened(services) as (app, pilot):
        await search(app, pilot, "executive")
        assert "Executive communication" in shown(app)
