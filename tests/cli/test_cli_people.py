"""Several people, learning paths, search, notes and starting again, on the command line."""

import json

PATHS = """
paths:
  - {id: short, title: The short one, audience: Testers., steps: [small/second]}
  - {id: dated, title: The dated one, audience: Testers., steps: [small], deadline: true}
"""


def with_paths(program):
    (program.content / "curricula/paths.yaml").write_text(PATHS, encoding="utf-8")
    return program


def test_a_run_for_a_profile_is_about_that_person_only(program):
    program.run("--profile", "mira", "train", "run", "small/first", "--plain", lines=["", "2"])
    assert "small  Small things, 2 of" in program.run("--profile", "mira", "train", "list").out
    assert "small  Small things, 0 of" in program.run("train", "list").out


def test_profiles_are_listed_and_the_one_of_this_run_has_a_star(program):
    alone = program.run("profile", "list")
    assert alone.out == "* me, nothing done yet\n"
    program.run("--profile", "mira", "train", "run", "small/first", "--plain", lines=[""])
    listed = program.run("--profile", "mira", "profile", "list")
    assert listed.out.startswith("* mira, ")
    found = json.loads(program.run("profile", "list", "--json").out)
    assert [person["id"] for person in found] == ["mira", "me"]


def test_a_profile_that_cannot_be_one_gets_a_sentence(program):
    refused = program.run("--profile", "Mira Roth", "train", "list")
    assert refused.code == 2
    assert refused.err.startswith("coach: A profile cannot be called 'Mira Roth'.")
    assert refused.out == ""


def test_paths_are_listed_followed_and_left(program):
    with_paths(program)
    listed = program.run("path")
    assert "  short  The short one. Testers.\n" in listed.out
    assert "You follow none of them." in listed.err
    assert program.run("path", "short").out == "You follow the path “The short one” now.\n"
    listed = program.run("path")
    assert "* short  The short one." in listed.out
    assert "You have done 0 of 1 sessions of “The short one”." in listed.out
    assert program.run("path", "none").out == "No learning path is followed now.\n"
    assert "* " not in program.run("path").out


def test_a_path_up_to_a_day_takes_the_day(program):
    with_paths(program)
    without = program.run("path", "dated")
    assert "It leads up to a day. coach path dated --by DATE sets it." in without.err
    assert program.run("path", "dated", "--by", "2099-01-14").code == 0
    assert ", up to 14 Jan 2099." in program.run("path").out
    assert program.run("--profile", "mira", "path", "dated").err != ""


def test_wrong_paths_and_days_are_told(program):
    with_paths(program)
    missing = program.run("path", "shrt")
    assert (missing.code, missing.err) == (
        2,
        "coach: There is no learning path 'shrt'. Did you mean 'short'?\n",
    )
    for day in ("soon", "2001-01-01"):
        wrong = program.run("path", "dated", "--by", day)
        assert wrong.code != 0
        assert wrong.err.startswith("coach: ")
        assert day in wrong.err
    assert "You follow none of them." in program.run("path").err
    assert program.run("path", "--by", "2099-01-14").code == 2


def test_search_finds_lessons_and_questions_by_all_words(program):
    found = program.run("search", "BARKS", "animal")
    assert found.out == "step      small/first/basics/pick  Pick one\n"
    questions = program.run("search", "your", "first", "customer", "--json")
    found = {one["id"]: (one["kind"], one["where"]) for one in json.loads(questions.out)}
    assert found["tiny-bank/first-customer"] == ("question", "Tiny bank › Prospecting")
    assert len(program.run("search", "e", "--limit", "2").out.splitlines()) == 2


def test_a_search_without_finds_says_what_to_try(program):
    nothing = program.run("search", "unheard-of")
    assert (nothing.code, nothing.out) == (0, "")
    assert "Try fewer" in nothing.err
    assert program.run("search").code == 2


def test_bookmarks_and_notes_are_made_and_told_line_by_line(program):
    made = program.train(".m", ".o", ".o Say the [b]point[/b] first.", ".s", ".o The dog.", "2", ".q")
    assert "Bookmarked." in made.out
    assert "There is no note here." in made.out
    assert "Your note: Say the [b]point[/b] first." in made.out
    listed = program.run("notes")
    assert listed.out == (
        "* small/read-me  Read me (Small things › Basics)\n    Say the [b]point[/b] first.\n"
        "  small/pick  Pick one (Small things › Basics)\n    The dog.\n"
    )
    again = program.train(".b", ".b", ".m", ".o -", ".q")
    assert "Your note: The dog." in again.words, "the step was answered, so its note is told"
    assert "The bookmark is gone." in again.out
    assert [kept["note"] for kept in json.loads(program.run("notes", "--json").out)] == ["The dog."]


def test_a_note_waits_while_its_step_is_asked(program):
    program.train("", ".o The dog.", ".q")
    asked = program.train(".q")
    assert "You have a note here; .o tells it." in asked.words
    assert "The dog." not in asked.words.partition("You have a note here")[0]


def test_without_notes_it_is_said_how_to_make_them(program):
    empty = program.run("notes")
    assert (empty.code, empty.out) == (0, "")
    assert "m and o make them" in empty.err
    assert json.loads(program.run("notes", "--json").out) == []


def test_a_session_or_a_module_is_started_again_after_a_question(program):
    program.train("", "2")
    asked = program.run("reset", "small/1", lines=["n"])
    assert asked.code == 1
    assert "Start 3 steps again? The history stays." in asked.err
    assert "2 of" in program.run("train", "list").out
    assert program.run("reset", "small", "--yes").out == "3 steps can be done again.\n"
    assert "small  Small things, 0 of" in program.run("train", "list").out
    again = program.run("reset", "small", "--yes")
    assert (again.code, again.out) == (0, "")
    assert "nothing to start again" in again.err


def test_what_is_unknown_cannot_be_started_again(program):
    for where, sentence in (
        ("smal", "coach: There is no module 'smal'. Did you mean 'small'?\n"),
        ("small/frst", "coach: There is no session 'frst'. Did you mean 'first'?\n"),
    ):
        missing = program.run("reset", where, "--yes")
        assert (missing.code, missing.err) == (2, sentence)
