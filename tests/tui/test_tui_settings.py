"""What ``config.toml`` sets for the interface is held against what there is before anything is drawn."""

import pytest
from tui.screen_kit import opened

from coach.services.settings import SettingsError


def settings(services, text):
    services.folders.config.mkdir(parents=True, exist_ok=True)
    (services.folders.config / "config.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('theme = "coach-lihgt"', "there is no theme 'coach-lihgt'; did you mean 'coach-light'?"),
        (
            '[keys]\n"home.new_interveiw" = "N"',
            "no action 'home.new_interveiw'; did you mean 'home.new_interview'?",
        ),
        (
            '[keys]\n"home.new_interview" = "q"',
            "the key 'q' is set for home.new_interview and does home.quit",
        ),
        ('[keys]\n"step.hint" = "f1"', "the key 'f1' is set for step.hint and does everywhere.help"),
    ],
)
async def test_a_theme_an_action_or_a_key_that_cannot_be_is_told_before_the_program_opens(
    services, text, says
):
    settings(services, text)
    with pytest.raises(SettingsError) as refused:
        async with opened(services):
            pytest.fail("the program opened")
    assert says in str(refused.value)


async def test_a_theme_and_keys_that_there_are_are_used(services):
    settings(services, 'theme = "coach-light"\n[keys]\n"home.quit" = "Q"')
    async with opened(services) as (app, _):
        assert app.theme == "coach-light"
        assert "Q" in app.screen.active_bindings
        assert "q" not in app.screen.active_bindings


async def test_no_two_actions_of_a_place_have_the_same_key_to_begin_with():
    from coach.tui.actions import ACTIONS

    taken = [(action.where, key) for action in ACTIONS for key in action.keys.split(",")]
    taken += [
        (place, key)
        for place in {action.where for action in ACTIONS} - {"everywhere"}
        for where, key in taken
        if where == "everywhere"
    ]
    assert len(taken) == len(set(taken))
