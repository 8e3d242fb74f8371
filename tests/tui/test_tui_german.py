"""The screens in German: what is marked far from where it is shown, and Textual's own words."""

import pytest
from tui.screen_kit import eventually, opened, press, said, shown

from coach.locale import SOURCE, speak


@pytest.fixture(autouse=True)
def german():
    speak("de")
    yield
    speak(SOURCE)


async def test_home_and_its_keys_are_in_german(services):
    async with opened(services) as (app, _):
        for words in (
            "Als Nächstes",
            "Lernen",
            "Stellen",
            "⏎ öffnen   i Interview   r wiederholen",
            "? Hilfe",
        ):
            assert words in shown(app)


async def test_the_help_screen_and_the_palette_say_what_keys_do_in_german(services):
    async with opened(services, (120, 40)) as (app, pilot):
        await press(pilot, "question_mark")
        assert "Das Programm verlassen; alles ist gespeichert." in shown(app)
        await press(pilot, "escape", "ctrl+p")
        assert "Befehle suchen …" in shown(app)
        await press(pilot, "text:farb")
        assert "Farbschema" in shown(app)
        await press(pilot, "text:xyz")
        assert await eventually(pilot, lambda: "Keine Treffer" in shown(app))


async def test_the_palette_of_themes_and_the_word_on_leaving_are_in_german(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "ctrl+c")
        assert "Drücken Sie q, um" in said(app)
        app.search_themes()
        await press(pilot)
        await pilot.pause()
        assert "Farbschemas suchen …" in shown(app)


async def test_the_days_to_come_are_named_in_german(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "r", "d")
        assert "etwa ein Interview, als Tag, Monat" in shown(app)
        assert "14.01.2027" in shown(app)
