"""Exercises played without being recorded: by script, by hand, from a file, and as answered last."""

import json

import pytest


def test_a_script_is_played_and_every_check_is_told(program):
    played = program.run("play", "small/pick", "--script", "1")
    assert played.code == 0
    assert "small/pick, revision 1, seed 0 The cat Not yet." in played.words
    assert "A dog barks." in played.out
    assert played.words.endswith("Score 0 of 100; 100 is a pass.")


def test_nothing_that_is_played_is_recorded(program):
    program.run("play", "small/pick", "--script", "2")
    program.run("play", "small/pick", lines=["2"])
    assert "small  Small things, 0 of 6 steps done" in program.run("train", "list").out


def test_without_a_script_it_is_asked_line_by_line(program):
    played = program.run("play", "small/pick", lines=["seven", "2"])
    assert "Nothing of this is recorded." in played.out
    assert "That is not an option. Type a number from 1 to 2." in played.out
    assert "Score 100 of 100" in played.out


def test_leaving_before_the_end_is_no_error(program):
    assert program.run("play", "small/pick", lines=[".q"]).code == 0


def test_a_play_that_was_kept_is_the_same_for_whoever_plays_it_again(program, tmp_path):
    file = tmp_path / "play.json"
    first = program.run("play", "small/pick", "--script", "1", "--seed", "7", "--save", file)
    again = program.run("play", "--replay", file)
    assert again.code == 0
    assert again.out == first.out
    assert "seed 7" in again.out


def test_what_was_answered_last_can_be_looked_at_again(program):
    program.train("", "1", "2")
    played = program.run("play", "small/pick", "--last")
    assert "The dog" in played.out
    assert "Score 100 of 100" in played.out


def test_without_an_answer_there_is_no_last_one(program):
    played = program.run("play", "small/pick", "--last")
    assert played.code == 1
    assert "There is no answer of" in played.err


def test_a_play_of_an_exercise_that_was_changed_is_refused(program, tmp_path):
    file = tmp_path / "play.json"
    program.run("play", "small/pick", "--script", "1", "--save", file)
    kept = json.loads(file.read_text())
    file.write_text(json.dumps(kept | {"rev": 2}))
    refused = program.run("play", "--replay", file)
    assert refused.code == 1
    assert "was changed since this was played" in refused.err


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "\xff", '{"scenario": "small/pick"}', "[" * 100_000, "x" * 1_000_001]
)
def test_a_file_that_is_no_play_is_refused_in_a_sentence(program, tmp_path, text):
    file = tmp_path / "play.json"
    file.write_text(text, "latin-1")
    refused = program.run("play", "--replay", file)
    assert refused.code == 1
    assert refused.err.startswith("coach: The file is no play: ")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["small/pikc", "--script", "1"], "There is no exercise 'pikc'. Did you mean 'pick'?"),
        (["smal/pick-one", "--script", "1"], "There is no module 'smal'."),
        (["small/pick", "--script", "1", "--last"], "Choose one of --script, --last, --replay and --proof."),
        ([], "Name an exercise as MODULE/STEP, or a file with --replay."),
        (["--replay", "missing.json"], "missing.json cannot be read: No such file or directory."),
    ],
)
def test_wrong_use_is_told(program, arguments, says):
    refused = program.run("play", *arguments)
    assert refused.code == 2
    assert says in refused.err


def test_a_reading_and_a_script_that_cannot_be_read_are_refused(program):
    assert "is read and not answered" in program.run("play", "small/read-me", "--script", "1").err
    refused = program.run("play", "small/pick", "--script", "9")
    assert refused.code == 1
    assert "The script cannot be played: That is not an option." in refused.err


def test_authors_see_what_machines_find(program):
    assert program.run("play", "small/pick", "--proof").out == "Nothing is wrong with it.\n"
