import pytest
from screen_kit import SIZES, eventually, opened, press, settle, shown
from strategies import HOSTILE
from textual.widgets import TextArea

from coach.core.training import replay
from coach.store.errors import DiskFull
from coach.tui.screens.note import NoteScreen

MODULE = "executive-communication"


def exercise_index(run, kind):
    return next(index for index in range(len(run.steps)) if run.kind(index) and run.kind(index).name == kind)


async def go(app, pilot, index):
    app.open_session(MODULE, "1")
    await settle(pilot)
    await app.screen.go_to(index)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_bookmark_shows_on_its_step_and_goes_again(services, size):
    async with opened(services, size=size) as (app, pilot):
        await go(app, pilot, 0)
        await press(pilot, "m")
        assert "◆ Bookmarked" in shown(app)
        await press(pilot, "n", "b")
        assert "◆ Bookmarked" in shown(app)
        await press(pilot, "m")
        assert "◆ Bookmarked" not in shown(app)


async def test_while_one_types_an_answer_the_function_keys_do_the_same(services):
    run = services.training.open(MODULE, "1")
    index = exercise_index(run, "recall")
    async with opened(services) as (app, pilot):
        await go(app, pilot, index)
        await press(pilot, "text:mo", "f7")
        assert services.keep.bookmarked(run.place(index))
        await press(pilot, "f8")
        assert isinstance(app.screen, NoteScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_kept_when_one_leaves_it_and_shown_on_the_step(services, size):
    run = services.training.open(MODULE, "1")
    async with opened(services, size=size) as (app, pilot):
        await go(app, pilot, 0)
        await press(pilot, "o")
        assert "Your note" in shown(app)
        await press(pilot, "text:Say it first", "escape")
        assert services.keep.note(run.place(0)) == "Say it first"
        assert "Your note  Say it first" in shown(app)
        await press(pilot, "o")
        app.screen.query_one(TextArea).text = ""
        await press(pilot, "escape")
        assert services.keep.note(run.place(0)) == ""
        assert "Say it first" not in shown(app)


async def test_a_note_is_on_disk_soon_after_it_is_typed(services, other):
    place = services.training.open(MODULE, "1").place(0)
    async with opened(services) as (app, pilot):
        await go(app, pilot, 0)
        await press(pilot, "o", "text:half a thought")

        def on_disk():
            return replay(other.log.read("training/me")).notes.get(place.key) == "half a thought"

        assert await eventually(pilot, on_disk)


async def test_a_note_that_may_hold_the_answer_waits_until_the_exercise_is_answered(services):
    run = services.training.open(MODULE, "1")
    index = exercise_index(run, "choice")
    step = run.steps[index][1]
    services.keep.write(run.place(index), "The second one is right.")
    right = next(n for n, option in enumerate(step.options, 1) if option.correct)
    async with opened(services, size=(120, 50)) as (app, pilot):
        await go(app, pilot, index)
        assert "You have a note on this step." in shown(app)
        assert "The second one is right." not in shown(app)
        await press(pilot, str(right), "enter")
        assert "Your note  The second one is right." in shown(app)


async def test_a_full_disk_keeps_the_note_open_and_says_so(services, monkeypatch):
    async with opened(services) as (app, pilot):
        await go(app, pilot, 0)
        await press(pilot, "o")

        def full(*_, **__):
            raise DiskFull("The disk is full. Make room and try again.")

        monkeypatch.setattr(services.log, "append", full)
        await press(pilot, "text:do not lose me", "escape")
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.query_one(TextArea).text == "do not lose me"
        monkeypatch.undo()
        await press(pilot, "escape")
    assert services.keep.note(services.training.open(MODULE, "1").place(0)) == "do not lose me"


@pytest.mark.parametrize("size", SIZES)
async def test_bookmarks_and_notes_are_listed_and_lead_to_their_steps(services, size):
    run = services.training.open(MODULE, "1")
    services.keep.mark(run.place(4), on=True)
    services.keep.write(run.place(4), HOSTILE[:40])
    async with opened(services, size=size) as (app, pilot):
        await press(pilot, "b")
        assert "1 bookmark, 1 note" in shown(app)
        assert "◆" in shown(app)
        assert HOSTILE[:11] in shown(app)
        await press(pilot, "enter")
        assert app.screen.index == 4


async def test_what_is_kept_can_be_taken_away_after_a_question(services):
    run = services.training.open(MODULE, "1")
    services.keep.mark(run.place(1), on=True)
    services.keep.write(run.place(3), "Mine.")
    async with opened(services) as (app, pilot):
        await press(pilot, "b", "d")
        assert "0 bookmarks, 1 note" in shown(app), "a bookmark goes without a question"
        await press(pilot, "d")
        assert "Take the note away?" in shown(app)
        await press(pilot, "2")
        assert services.keep.note(run.place(3)) == "Mine."
        await press(pilot, "d", "1")
        assert "Nothing yet. In a lesson, m sets a bookmark" in shown(app)
