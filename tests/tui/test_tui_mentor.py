"""Rating what others wrote and said, as mentor and learner see it."""

import pytest
from screen_kit import SIZES, opened, press, said, settle, shown
from services.mentor_kit import everybody, story, tell
from strategies import HOSTILE

from coach.store.errors import DiskFull
from coach.tui.screens.dialogs import Choose
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.mentor import MentorScreen
from coach.tui.screens.mentor_piece import PieceScreen
from coach.tui.screens.mentor_rated import RatedScreen


@pytest.fixture
def people(folders, clock, tmp_path):
    with everybody(folders, clock, tmp_path / "content") as person:
        yield person


def words(app):
    return " ".join(shown(app).split())


def given(people, name):
    return people("mira").mentor.piece(name).by("kim")


async def open_piece(pilot):
    await press(pilot, "m", "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_home_says_what_waits_and_leads_there(people, size):
    tell(people("mira"))
    async with opened(people("kim"), size=size) as (app, pilot):
        await press(pilot, "end", "up", "up")
        assert "› 1 piece waits for your rating" in words(app)
        await press(pilot, "m")
        assert isinstance(app.screen, MentorScreen)
        assert "a lost deal" in shown(app)
        assert "Mira" in shown(app)
        assert "1 waits" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_row_on_home_opens_the_list(people):
    tell(people("mira"))
    async with opened(people("kim"), size=(120, 36)) as (app, pilot):
        await press(pilot, "end", "up", "up", "enter")
        assert isinstance(app.screen, MentorScreen)


async def test_who_shares_the_folder_with_nobody_sees_no_row_and_an_empty_list_says_why(people):
    async with opened(people("kim"), size=(120, 36)) as (app, pilot):
        assert "Mentor" not in shown(app)
        await press(pilot, "m")
        assert "Nothing waits." in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_piece_is_read_rated_with_number_keys_noted_and_saved(people, size):
    name = tell(people("mira"))
    async with opened(people("kim"), size=size) as (app, pilot):
        await open_piece(pilot)
        assert isinstance(app.screen, PieceScreen)
        assert "Tell me about a lost deal." in words(app)
        await press(pilot, "enter", "4", "2", "n", "text:Name the day.", "escape", "ctrl+s")
        assert "2 of 2 rated · saved" in shown(app)
        assert (given(people, name).ratings, given(people, name).note) == (
            {"clarity": 4, "honesty": 2},
            "Name the day.",
        )
        await press(pilot, "escape")
        assert isinstance(app.screen, MentorScreen)
        assert "rated by Kim" in words(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_piece_can_be_read_with_the_keyboard(people, size):
    tell(people("mira"), text=" ".join(f"word{number}" for number in range(300)))
    async with opened(people("kim"), size=size) as (app, pilot):
        await open_piece(pilot)
        seen = shown(app)
        for _ in range(80):
            await press(pilot, "down")
            seen += shown(app)
        assert "word299" in seen
        assert "✗ wrong" in seen


async def test_ratings_of_others_show_only_after_ones_own(people):
    name = tell(people("mira"), clarity=3)
    people("ben").mentor.rate(name, {"clarity": 1}, "Too long.")
    async with opened(people("kim"), size=(120, 50)) as (app, pilot):
        await open_piece(pilot)
        assert "side by side" not in shown(app)
        assert "Too long." not in shown(app)
        await press(pilot, "enter", "4", "ctrl+s")
        assert "Clarity ben: 1 · you: 4 · Mira: 3" in words(app)
        assert "Too long." in shown(app)
        assert "A mentor's rating is there to learn from" in words(app)


async def test_what_one_gave_before_stands_there_and_can_be_changed(people):
    name = tell(people("mira"))
    people("kim").mentor.rate(name, {"clarity": 4, "honesty": 2}, "Name the day.")
    async with opened(people("kim"), size=(120, 50)) as (app, pilot):
        await open_piece(pilot)
        assert "2 of 2 rated · saved" in shown(app)
        assert "Your note Name the day." in words(app)
        await press(pilot, "enter", "5")
        assert "not saved" in shown(app)
        await press(pilot, "ctrl+s")
        assert given(people, name).ratings == {"clarity": 5, "honesty": 2}
        assert given(people, name).note == "Name the day."


@pytest.mark.parametrize(("choice", "ratings"), [("1", {"clarity": 4}), ("2", None)])
async def test_leaving_with_a_rating_that_is_not_saved_asks(people, choice, ratings):
    name = tell(people("mira"))
    async with opened(people("kim")) as (app, pilot):
        await open_piece(pilot)
        await press(pilot, "enter", "4", "escape")
        assert isinstance(app.screen, Choose)
        await press(pilot, "escape")
        assert isinstance(app.screen, PieceScreen)
        await press(pilot, "escape", choice)
        assert isinstance(app.screen, MentorScreen)
        found = given(people, name)
        assert (found.ratings if found else None) == ratings


async def test_a_note_alone_is_no_rating_and_is_said_to_be_none(people):
    tell(people("mira"))
    async with opened(people("kim")) as (app, pilot):
        await open_piece(pilot)
        await press(pilot, "n", "text:Well done", "escape", "ctrl+s")
        assert "Nothing is rated yet." in said(app)
        assert "not rated" in shown(app)


async def test_a_piece_that_was_answered_anew_meanwhile_is_refused_in_a_sentence(people):
    mira = people("mira")
    name = tell(mira)
    async with opened(people("kim")) as (app, pilot):
        await open_piece(pilot)
        again = tell(mira, text="In June I lost another.")
        await press(pilot, "enter", "4", "ctrl+s")
        assert f"{name} was answered anew since; the piece is now {again}." in said(app)
        await press(pilot, "escape", "2", "enter")
        assert "In June I lost another." in words(app)


async def test_a_full_disk_is_told_and_the_rating_stays_to_be_saved_again(people, monkeypatch):
    name = tell(people("mira"))
    kim = people("kim")

    def full(*args, **options):
        raise DiskFull("There is no room on the disk.")

    async with opened(kim) as (app, pilot):
        await open_piece(pilot)
        await press(pilot, "enter", "4")
        with monkeypatch.context() as patched:
            patched.setattr(kim.log, "append", full)
            await press(pilot, "ctrl+s")
        assert "There is no room on the disk." in said(app)
        await press(pilot, "ctrl+s")
        assert given(people, name).ratings == {"clarity": 4}


async def test_hostile_text_is_shown_as_it_is(people):
    name = tell(people("mira"), text=HOSTILE)
    people("ben").mentor.rate(name, {"clarity": 1}, HOSTILE)
    async with opened(people("kim"), size=(120, 60)) as (app, pilot):
        await open_piece(pilot)
        await press(pilot, "enter", "4", "ctrl+s")
        assert shown(app).count("[b]bold[/b]") == 2
        assert "\x1b[31m" not in shown(app)


# --- The learner ----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_learner_sees_the_mentors_rating_beside_their_own_on_the_step(people, size):
    mira = people("mira")
    run = mira.training.open("tales", "first")
    name = tell(mira, clarity=3)
    if not run.standing(0).finished:
        run.reveal(0)
    people("kim").mentor.rate(name, {"clarity": 4}, "Name the day.")
    async with opened(mira, size=size) as (app, pilot):
        app.open_session("tales", "first", step="lost")
        await settle(pilot)
        seen = words(app)
        for _ in range(20):
            await press(pilot, "pageup")
            seen += words(app)
        assert "Clarity Kim: 4 · you: 3" in seen
        assert "4 between 3 and 5" in seen
        assert "Name the day." in seen


@pytest.mark.parametrize("size", SIZES)
async def test_while_a_story_is_told_again_a_key_shows_the_rating_of_the_last_one(people, size):
    mira = people("mira")
    people("kim").mentor.rate(tell(mira), {"clarity": 2})
    async with opened(mira, size=size) as (app, pilot):
        app.open_session("tales", "first", step="lost")
        await settle(pilot)
        assert "Kim: 2" not in shown(app)
        await press(pilot, "f9")
        assert isinstance(app.screen, RatedScreen)
        assert "Clarity Kim: 2 · you: 3" in words(app)
        await press(pilot, *["down"] * 20)
        assert "Result: No." in words(app)
        await press(pilot, "escape")
        assert app.screen.index == 0


async def test_without_a_rating_there_is_no_key_for_it(people):
    mira = people("mira")
    tell(mira)
    async with opened(mira, size=(120, 36)) as (app, pilot):
        app.open_session("tales", "first", step="lost")
        await settle(pilot)
        assert " mentor " not in shown(app)
        await press(pilot, "f9")
        assert not isinstance(app.screen, RatedScreen)


async def test_a_new_answer_has_no_rating_yet(people):
    mira = people("mira")
    people("kim").mentor.rate(tell(mira), {"clarity": 2})
    async with opened(mira, size=(120, 60)) as (app, pilot):
        app.open_session("tales", "first", step="lost")
        await settle(pilot)
        assert "f9 mentor" in shown(app)
        app.screen.exercise.hand_over(story("In June I lost another."))
        await settle(pilot)
        assert "f9 mentor" not in shown(app)
        assert "Kim: 2" not in shown(app)
