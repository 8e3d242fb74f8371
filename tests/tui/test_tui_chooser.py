import pytest
from screen_kit import SIZES, opened, press, said, shown

from coach.core.training import Standing

MODULE = "executive-communication"


@pytest.fixture
def several(services):
    """Two people who learnt here, and a name for one of them."""
    services.folders.config.mkdir(parents=True)
    (services.folders.config / "config.toml").write_text(
        '[profiles]\nmira = "Mira [b]Example[/b]"\n', encoding="utf-8"
    )
    for profile in ("mira", "sam"):
        services.for_profile(profile).training.open(MODULE, "1").finish(0)
    return services


def standing(services, profile):
    return services.for_profile(profile).training.open(MODULE, "1").standing(1)


@pytest.mark.parametrize("size", SIZES)
async def test_with_several_people_it_is_asked_first_who_learns(several, size):
    async with opened(several, size=size) as (app, _):
        assert "Who is learning?" in shown(app)
        assert "sam" in shown(app)
        assert "Mira [b]" in shown(app)
        assert "⏎ choose" in shown(app)


async def test_enter_goes_on_as_the_one_that_was_chosen(several):
    async with opened(several) as (app, pilot):
        await press(pilot, "down", "enter")
        assert "sam  ·" in shown(app)
        assert "› Go on: Executive communication" in shown(app)
        await press(pilot, "enter")
        assert "step 2 of" in shown(app)
    assert standing(several, "sam") is Standing.SEEN
    assert standing(several, "mira") is Standing.NEW


async def test_somebody_new_is_asked_for_a_short_name(several):
    async with opened(several) as (app, pilot):
        await press(pilot, "n", "text:Dana Roth", "enter")
        assert "A profile cannot be called 'Dana Roth'." in said(app)
        await press(pilot, "n", "text:dana-roth", "enter")
        assert "dana-roth  ·" in shown(app)
        assert "› Begin: Executive communication" in shown(app)


async def test_leaving_the_question_at_the_start_leaves_the_program(several):
    async with opened(several) as (app, pilot):
        await press(pilot, "escape")
        assert not app.is_running


async def test_alone_one_is_not_asked(services):
    services.training.open(MODULE, "1").finish(0)
    async with opened(services) as (app, _):
        assert "Who is learning?" not in shown(app)


async def test_who_was_named_for_the_run_is_not_asked(several):
    async with opened(several.for_profile("mira")) as (app, _):
        assert "Who is learning?" not in shown(app)
        assert "Mira [b]Example[/b]  ·" in shown(app)


async def test_a_session_that_was_asked_for_is_not_covered_by_the_question(several):
    start = several.for_profile("sam")
    async with opened(several, start=lambda app: app.open_session(MODULE, "1")) as (app, _):
        assert "step 1 of" in shown(app)
    assert start.settings.profile == "sam"


async def test_somebody_else_can_take_over_from_home(services):
    services.training.open(MODULE, "1").finish(0)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await press(pilot, "w")
        assert "learns now" in shown(app)
        await press(pilot, "escape")
        assert "me  ·" in shown(app)
        await press(pilot, "w", "n", "text:mira", "enter")
        assert "mira  ·" in shown(app)
        assert "0 of" in shown(app)
