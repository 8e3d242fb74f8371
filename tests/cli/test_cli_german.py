"""The command line in German: help, click's own words, and what may be typed."""

import ast
from importlib import import_module
from pathlib import Path

import pytest
from cli_kit import NEW

from coach.cli import click_words
from coach.cli.plain import interview, scorecard, typed
from coach.cli.plain.session_words import WRITTEN_OUT, command_meant
from coach.cli.tongue import chosen
from coach.locale import spoken

GERMAN = {"COACH_LANG": "de"}


def test_help_is_german_from_top_to_bottom(program):
    told = program.run("print", "--help", env=GERMAN).out
    assert told.startswith("Aufruf: coach print [OPTIONS]")
    assert "Druckt leere und ausgefüllte Bewertungsbögen" in told
    assert "Diese Hilfe zeigen und beenden." in told
    assert "Befehle:" in program.run("--lang", "de", "--help").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("print", "blank"), "Es fehlt das Argument 'KIT'."),
        (("print", "blank", "x", "--frmat", "pdf"), "Es gibt keine Option --frmat."),
        (("interview", "list", "--limit", "x"), "„x“ ist keine passende Zahl."),
        (("interview", "list", "3", "4"), "Überzählige Argumente (3 4)"),
        (("agreement", "--scale"), "Die Option --scale braucht einen Wert."),
        (("intervew",), "Einen Befehl „intervew“ gibt es nicht. Meinten Sie interview?"),
    ],
)
def test_what_click_says_is_german(program, words, sentence):
    refused = program.run(*words, env=GERMAN)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("coach: ")
    assert sentence in refused.err


def test_what_is_translated_for_click_is_said_by_click():
    said = set()
    for name in click_words.SPEAKERS:
        source = Path(import_module(f"click.{name}").__file__).read_text("utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant):
                said.add(node.value)
    assert set(click_words.messages()) <= said


def test_an_interview_is_led_by_german_words(program):
    lines = ("Nein", "j", "", ".zeit", ".weiter", ".zurück", ".hilfe", ".beenden")
    held = program.run(*NEW, lines=lines, env=GERMAN)
    assert held.code == 0
    for sentence in (
        "Insgesamt 0:00 von",
        "Frage 1 von ",
        "zurück zur vorigen Stelle",
        "Alles ist gespeichert.",
    ):
        assert sentence in held.out


def test_a_session_takes_german_and_english_commands(program):
    done = program.run(
        "train", "run", "small", "--plain", lines=("", ".hinweis", ".hint", ".b", ".bee"), env=GERMAN
    )
    for sentence in ("Hinweis 1: It is a friend.", "Hinweis 2: It wags its tail.", "Alles ist gespeichert."):
        assert sentence in done.out
    assert "Weiter geht es mit: coach train run small/first --plain" in done.out


def test_a_question_takes_yes_in_both_languages(program):
    program.run("train", "run", "small", "--plain", lines=("",))
    assert "noch nichts" not in program.run("reset", "small", lines=("j",), env=GERMAN).err
    assert program.run("reset", "small", lines=("nein",), env=GERMAN).code in {0, 1}
    with spoken("de"):
        assert [typed.meant(word) for word in ("ja", "J", "yes", "Nein", "n", "no", "", "vielleicht")] == [
            True, True, True, False, False, False, None, None,
        ]  # fmt: skip
    assert typed.meant("ja") is None


def test_words_of_commands_are_told_apart_by_their_beginnings():
    words = {*WRITTEN_OUT, *interview.WORDS, *scorecard.WORDS}
    with spoken("de"):
        begun = [typed.spoken(word).translate(typed.UMLAUTS)[: typed.ENOUGH] for word in words]
        assert len(set(begun)) == len(words)
        meant = [command_meant(word) for word in ("zur", "zurueck", "lös", "hil", "zu")]
        assert meant == ["b", "b", "v", "?", ""]
    assert command_meant("zurück") == ""


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--lang", "de", "check"], "de"),
        (["--profile", "mira", "--lang=de"], "de"),
        (["translate", "merge", "--lang", "de"], "en"),
        (["--content", "--lang", "de"], "en"),
        (["--lang"], "en"),
    ],
)
def test_the_language_is_that_of_the_option_before_the_command(tmp_path, arguments, language):
    assert chosen(arguments, {"COACH_HOME": str(tmp_path)}) == language
