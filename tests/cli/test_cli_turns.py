"""Exercises of many turns line by line: a talk, and a text that is mended."""

import pytest
from cli_kit import ROOT

MODULE = """
id: talks
title: Talks
summary: A course for tests.
audience: Testers.
competencies: [prospecting]
sessions:
  - {id: c025, title: A price, minutes: 5}
  - {id: letters, title: Letters, minutes: 1}
"""

LETTERS = """
id: letters
title: Letters
goal: You can write.
lessons:
  - id: letter
    title: A letter
    steps:
      - id: ask
        type: writing
        title: Ask for a date
        prompt: Write one sentence that asks for a meeting on a certain day.
        rules:
          - id: day
            kind: named_date
            title: A day is named
            level: must
            why: Without a day nothing happens.
            fix: {before: We should meet., after: Can we meet on Tuesday?}
            matches: [Can we meet on Tuesday?]
            passes: [We should meet.]
        models:
          good: {text: Can we meet on Tuesday?, why: It names the day.}
          bad: {text: We should meet some time., why: It names no day.}
"""


@pytest.fixture
def talks(program):
    folder = program.content / "curricula/talks"
    folder.mkdir()
    (folder / "module.yaml").write_text(MODULE)
    (folder / "c025.yaml").write_text((ROOT / "tests/data/content/good/c025.yaml").read_text())
    (folder / "letters.yaml").write_text(LETTERS)
    scenes = program.content / "curricula/shared/scenes"
    scenes.mkdir(parents=True)
    library = ROOT / "tests/data/content/library/curricula/shared/scenes"
    (scenes / "price.yaml").write_text((library / "price.yaml").read_text())
    return program


def test_a_talk_is_held_turn_by_turn(talks):
    held = talks.train("2", "2", where="talks/c025")
    assert held.code == 0
    assert "It is dear." in held.out
    assert "And now?" in held.out
    assert "Right." in held.out
    assert held.words.index("It is dear.") < held.words.index("And now?") < held.words.index("Right.")


def test_a_talk_that_was_broken_off_is_gone_on_with(talks):
    talks.train("2", where="talks/c025")
    again = talks.train("2", where="talks/c025")
    assert "Right." in again.out


def test_a_line_that_is_no_turn_is_refused_and_the_talk_goes_on(talks):
    held = talks.train("9", "2", "2", where="talks/c025")
    assert "Right." in held.out


def test_a_failed_talk_begins_anew(talks):
    held = talks.train("1", "2", "2", "2", where="talks/c025")
    assert "Not yet." in held.out
    assert held.out.index("Not yet.") < held.out.rindex("And now?") < held.out.index("Right.")


def test_a_text_that_misses_something_is_mended_and_not_written_anew(talks):
    written = talks.train(
        "We should meet some time.", ".", "-", "Can we meet on Tuesday?", ".", where="talks/letters"
    )
    assert written.words.count("Not yet.") == 1
    assert "Right." in written.out
