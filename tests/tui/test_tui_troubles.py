"""What can go wrong on the screen is told in a sentence, keeps what was typed, and fits small terminals."""

import pytest
from screen_kit import eventually, opened, press, said, settle, shown

from coach.core import conduct
from coach.core.interview import Phase
from coach.store.errors import Busy

MODULE = "executive-communication"
KIT = "ae-first-round"
BROKEN = "id: [1\n"


def begun(services):
    desk = services.interviews.plan(KIT, "C-001", "dana")
    desk.act(conduct.declare_conflict, conflict=False)
    desk.act(conduct.record_consent, given=True)
    desk.act(conduct.start)
    desk.act(conduct.enter, desk.state.guide.questions[0].id)
    return desk


def own_module(folders):
    """A module of one's own in the data folder: a header and one session with one reading."""
    folder = folders.data / "content" / "curricula" / "mine"
    folder.mkdir(parents=True)
    (folder / "module.yaml").write_text(
        "id: mine\ntitle: Mine\nsummary: A course.\naudience: Testers.\ncompetencies: [discovery]\n"
        "sessions:\n  - {id: first, title: First, minutes: 1}\n"
    )
    (folder / "first.yaml").write_text(
        "id: first\ntitle: First\ngoal: You can read.\nlessons:\n  - id: one\n    title: One\n    steps:\n"
        "      - {id: read, type: reading, title: Read, text: Words.}\n"
    )
    return folder


def refuse_to_write(monkeypatch, services):
    """Let the database be held by another program from now on."""

    def busy(*_, **__):
        raise Busy("The database is in use by another program. Nothing was changed.")

    monkeypatch.setattr(type(services.log), "append", busy)


async def at_the_desk(app, pilot, desk):
    app.open_interview(desk.state.id)
    await settle(pilot)
    if app.screen.state.phase is Phase.PAUSED:
        await press(pilot, "space")


# --- The program ends with a trace ---------------------------------------------------------------


@pytest.mark.parametrize("keys", [("n",), ("n", "3", "enter"), ("n", "h")])
async def test_a_lesson_says_that_the_database_cannot_be_written_and_goes_on(services, monkeypatch, keys):
    async with opened(services) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        await press(pilot, *keys[:-1])
        refuse_to_write(monkeypatch, services)
        await press(pilot, keys[-1])
        assert "in use by another program" in said(app) + shown(app)


async def test_home_says_that_an_interview_cannot_be_opened_and_goes_on(services, monkeypatch):
    begun(services)
    async with opened(services) as (app, pilot):
        refuse_to_write(monkeypatch, services)
        await press(pilot, "end", "enter")
        assert "in use by another program" in said(app) + shown(app)


async def test_a_module_with_a_session_that_cannot_be_read_says_so_instead_of_ending(services, folders):
    folder = own_module(folders)
    (folder / "first.yaml").write_text(BROKEN)
    async with opened(services) as (app, pilot):
        app.open_module("mine")
        await settle(pilot)
        assert "first.yaml" in said(app) + shown(app)


async def test_a_module_that_home_calls_unreadable_can_be_chosen_without_harm(services, folders):
    folder = own_module(folders)
    (folder / "module.yaml").write_text(BROKEN)
    async with opened(services) as (app, pilot):
        app.open_module("mine")
        await settle(pilot)
        assert "module.yaml" in said(app) + shown(app)


# --- What was typed is lost ----------------------------------------------------------------------


async def test_loading_what_others_wrote_keeps_what_was_typed_although_they_moved_on(services, other):
    desk = begun(services)
    first = desk.state.guide.questions[0].id
    async with opened(services) as (app, pilot):
        await at_the_desk(app, pilot, desk)
        theirs = other.interviews.open(desk.state.id)
        theirs.act(conduct.enter, conduct.next_place(theirs.state))
        await press(pilot, "n", "text:kept", "escape")
        assert "is kept" in said(app)
        await press(pilot, "ctrl+r")
        assert "kept" in services.interviews.state(desk.state.id).note(first) + shown(app)


async def test_leaving_the_program_does_not_lose_a_note_that_met_somebody_elses(services, other):
    desk = begun(services)
    first = desk.state.guide.questions[0].id
    async with opened(services) as (app, pilot):
        await at_the_desk(app, pilot, desk)
        other.interviews.open(desk.state.id)
        await press(pilot, "n", "text:kept", "escape", "ctrl+q")
    assert "kept" in services.interviews.state(desk.state.id).note(first)


async def test_a_note_that_could_not_be_saved_is_not_called_saved(services, monkeypatch):
    desk = begun(services)
    async with opened(services) as (app, pilot):
        await at_the_desk(app, pilot, desk)
        with monkeypatch.context() as held:
            refuse_to_write(held, services)
            await press(pilot, "n", "text:kept", "escape")
            label = str(app.screen.query_one(".note-label").render())
        app.screen.note.load_text("")
        assert " saved " not in f" {label.replace('not saved', '')} "


async def test_a_note_is_saved_by_itself_once_the_database_is_free_again(services, monkeypatch):
    desk = begun(services)
    first = desk.state.guide.questions[0].id
    async with opened(services) as (app, pilot):
        await at_the_desk(app, pilot, desk)
        with monkeypatch.context() as held:
            refuse_to_write(held, services)
            await press(pilot, "n", "text:kept")
            await pilot.pause(0.6)
        assert await eventually(pilot, lambda: services.interviews.state(desk.state.id).note(first) == "kept")


async def test_a_scorecard_can_go_on_after_somebody_else_changed_the_interview(services, other):
    desk = begun(services)
    async with opened(services) as (app, pilot):
        await at_the_desk(app, pilot, desk)
        await press(pilot, "c")
        theirs = other.interviews.open(desk.state.id)
        theirs.act(conduct.rate, theirs.state.guide.questions[0].id, 2)
        for _ in range(2):
            await press(pilot, "o", "3", "text:good", "enter", "ctrl+r")
        assert services.interviews.state(desk.state.id).overall == "yes"


# --- Something else happens than was said --------------------------------------------------------


async def test_the_clock_does_not_start_by_itself_after_a_conflict_of_interest_was_declared(services):
    desk = services.interviews.plan(KIT, "C-001", "dana")
    async with opened(services) as (app, pilot):
        app.open_interview(desk.state.id)
        await settle(pilot)
        await press(pilot, "enter", "2", "text:friends", "enter", "1")
    assert services.interviews.state(desk.state.id).phase is Phase.PLANNED


async def test_the_verdict_is_in_sight_after_a_second_try_with_hints(services):
    run = services.training.open(MODULE, "1")
    options = run.steps[1][1].options
    right = next(str(number) for number, option in enumerate(options, 1) if option.correct)
    wrong = next(str(number) for number, option in enumerate(options, 1) if not option.correct)
    async with opened(services) as (app, pilot):
        app.open_session(MODULE, "1")
        await settle(pilot)
        await press(pilot, "n", wrong, "enter", "enter", "h", "h", right, "enter")
        assert await eventually(pilot, lambda: "Right." in shown(app))


# --- Settings ------------------------------------------------------------------------------------


def settings(services, text):
    services.folders.config.mkdir(parents=True, exist_ok=True)
    (services.folders.config / "config.toml").write_text(text)


async def test_home_names_the_key_that_is_set_for_a_new_interview(services):
    settings(services, '[keys]\n"home.new_interview" = "N"')
    async with opened(services) as (app, _):
        assert "Press i" not in shown(app)
        assert "Press N" in shown(app)


# --- Small terminals -----------------------------------------------------------------------------


async def test_the_answers_to_a_declaration_can_be_seen_on_a_small_terminal(services):
    desk = services.interviews.plan(KIT, "C-001", "dana")
    async with opened(services, size=(40, 15)) as (app, pilot):
        app.open_interview(desk.state.id)
        await settle(pilot)
        await press(pilot, "enter")
        words = " ".join(shown(app).replace("│", "").split())
        assert "1 I have no conflict" in words
        assert "2 I have one" in words


async def test_the_help_explains_keys_on_a_small_terminal(services):
    desk = begun(services)
    async with opened(services, size=(40, 15)) as (app, pilot):
        await at_the_desk(app, pilot, desk)
        await press(pilot, "question_mark")
        assert "Start," in shown(app)


async def test_help_on_home_names_the_keys_that_move_and_open(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "question_mark")
        assert "⏎" in shown(app)


# --- Content and data ----------------------------------------------------------------------------
