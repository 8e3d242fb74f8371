"""Rating sample answers on the screen."""

import pytest
from screen_kit import SIZES, opened, press, said, shown

from coach.store.errors import DiskFull
from coach.tui.screens.calibrate import CalibrateScreen, FiguresScreen
from coach.tui.screens.calibrate_sample import SampleScreen
from coach.tui.screens.home import HomeScreen

KIT = "ae-first-round"


def words(app):
    return " ".join(shown(app).split())


def rate(services, count, by=0):
    run = services.calibrate.open(KIT)
    for index, card in enumerate(run.cards[:count]):
        run.rate(index, min(max(card.sample.rating + by, 1), 5), "words")


@pytest.mark.parametrize("size", SIZES)
async def test_from_home_to_a_rating_beside_the_experts_and_on(services, size):
    async with opened(services, size=size) as (app, pilot):
        await press(pilot, "c")
        assert isinstance(app.screen, CalibrateScreen)
        assert "0 of 17 rated" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, SampleScreen)
        assert "answer 1 of 17" in shown(app)
        await press(pilot, "2", "text:the decisive words", "enter")
        (given,) = services.calibrate.ratings()
        assert (given.event.rating, given.event.evidence) == (2, "the decisive words")
        for part in ("You 2", "the decisive words", f"Experts {given.event.expert}"):
            assert part in words(app)
        await press(pilot, "enter")
        assert "answer 2 of 17" in shown(app)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_question_answer_anchors_and_then_the_reason_with_its_traps_are_shown(services):
    run = services.calibrate.open(KIT)
    index = next(number for number, card in enumerate(run.cards) if card.sample.traps)
    for number in range(index):
        run.rate(number, 3, "words")
    card = run.cards[index]
    async with opened(services, size=(120, 80)) as (app, pilot):
        app.open_samples(KIT)
        await press(pilot, "up")
        assert card.question.text[:40] in words(app)
        assert card.sample.text[:30] in words(app)
        assert "What a made-up candidate said" in shown(app)
        assert card.sample.rationale[:30] not in words(app)
        await press(pilot, "1", "text:x", "enter")
        assert card.sample.rationale[:30] in words(app)
        assert f"A trap here, {card.sample.traps[0]}:" in words(app)


async def test_the_whole_answer_can_be_read_with_the_keyboard_on_a_small_terminal(services):
    last = " ".join(services.calibrate.open(KIT).cards[0].sample.text.split()[-2:])
    async with opened(services, size=(40, 15)) as (app, pilot):
        app.open_samples(KIT)
        seen = ""
        for _ in range(60):
            await press(pilot, "down")
            seen += words(app)
        assert last in seen


async def test_without_evidence_nothing_is_saved_and_it_is_said_why(services):
    async with opened(services) as (app, pilot):
        app.open_samples(KIT)
        await press(pilot, "up", "4", "enter")
        assert "A rating needs evidence." in said(app)
        assert services.calibrate.ratings() == ()
        await press(pilot, "text:now", "enter")
        assert len(services.calibrate.ratings()) == 1


async def test_another_number_before_saving_changes_the_rating(services):
    async with opened(services) as (app, pilot):
        app.open_samples(KIT)
        await press(pilot, "up", "4", "escape")
        assert isinstance(app.screen, SampleScreen), "escape only stops the writing"
        await press(pilot, "5", "text:words", "enter")
        (given,) = services.calibrate.ratings()
        assert given.event.rating == 5


async def test_after_the_experts_rating_numbers_change_nothing_more(services):
    async with opened(services) as (app, pilot):
        app.open_samples(KIT)
        await press(pilot, "up", "4", "text:words", "enter", "1", "2")
        assert [one.event.rating for one in services.calibrate.ratings()] == [4]


async def test_the_last_answer_leads_back_to_the_list_and_a_second_round_does_not_count(services):
    rate(services, 16)
    async with opened(services, size=(120, 60)) as (app, pilot):
        await press(pilot, "c", "enter")
        await press(pilot, "3", "text:words", "enter", "enter")
        assert isinstance(app.screen, CalibrateScreen)
        assert "17 of 17 rated" in shown(app)
        await press(pilot, "enter")
        assert "rated before, does not count" in shown(app)
        await press(pilot, "3", "text:words", "enter")
        assert "this rating is kept and does not count" in words(app)
        await press(pilot, "enter")
        assert "answer 2 of 17" in shown(app)
    assert services.calibrate.figures().figures.count == 17


@pytest.mark.parametrize("size", SIZES)
async def test_a_bias_shows_a_next_step_and_its_figures(services, size):
    rate(services, 17, by=1)
    async with opened(services, size=size) as (app, pilot):
        await press(pilot, "c")
        assert "You are lenient." in words(app)
        await press(pilot, "f")
        assert isinstance(app.screen, FiguresScreen)
        seen = words(app)
        for _ in range(12):
            await press(pilot, "pagedown")
            seen += words(app)
        assert "you rate higher than" in seen
        assert "1 level above the" in seen
        assert "Prospecting: 2 samples rated" in seen


async def test_without_ratings_there_are_no_figures_to_open(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "c", "f")
        assert isinstance(app.screen, CalibrateScreen)
        assert "Read the answer of a made-up candidate" in words(app)


async def test_without_any_samples_the_list_says_so(services, monkeypatch):
    monkeypatch.setattr(services.library, "sampled", lambda: ())
    async with opened(services) as (app, pilot):
        await press(pilot, "c")
        assert "There are no sample answers yet." in words(app)


async def test_a_full_disk_is_told_and_the_rating_can_be_saved_again(services, monkeypatch):
    def full(*args, **options):
        raise DiskFull("There is no room on the disk.")

    async with opened(services) as (app, pilot):
        app.open_samples(KIT)
        await press(pilot, "up", "4", "text:words")
        with monkeypatch.context() as patched:
            patched.setattr(services.log, "append", full)
            await press(pilot, "enter")
        assert "There is no room on the disk." in said(app)
        await press(pilot, "enter")
        assert len(services.calibrate.ratings()) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_progress_tells_of_it_and_explains_it(services, size):
    rate(services, 12, by=1)
    async with opened(services, size=size) as (app, pilot):
        await press(pilot, "g", "end", "up")
        assert "Interviewing" in shown(app)
        assert "12 samples rated" in words(app)
        await press(pilot, "enter")
        assert "Accuracy" in shown(app)
