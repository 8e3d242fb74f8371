"""Scorecards to and from other systems on the command line: where they go, and what is told."""

import csv
import io
import json
import stat

import pytest

from coach.cli.exchange import SYSTEMS
from coach.export.exchange import System

CARD = {
    "candidate_id": 7,
    "interviewer": {"id": 1, "name": "Robin Sample"},
    "interview": "First talk",
    "attributes": [
        {"name": "Listening", "rating": "strong_yes"},
        {"name": "Planning", "rating": "no_decision"},
    ],
    "questions": [{"id": None, "question": "Key Take-Aways", "answer": "<p>Calm.</p>"}],
}


def export(program, *words):
    return program.run("interview", "export", "c-001-dana", *words)


def rows(data: bytes):
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_every_shape_can_be_asked_for():
    assert set(SYSTEMS) == {*System, "sealed"}


@pytest.mark.parametrize("wanted", [system for system in System if system is not System.CSV])
def test_a_submitted_scorecard_goes_to_stdout_and_the_losses_to_stderr(held, wanted):
    done = export(held, "--format", wanted)
    assert done.code == 0
    assert "Dana" in json.dumps(json.loads(done.out))
    assert done.err.endswith(".\n") or done.err.endswith(")\n")
    assert list(held.folder.iterdir()) == []


def test_our_own_json_is_the_default_and_holds_its_losses(held):
    file = json.loads(export(held).out)
    (card,) = file["scorecards"]
    assert [one["rating"]["value"] for one in card["questions"]] == [4, 3]
    assert (card["score"]["value"], card["score"]["maximum"]) == (62.5, 100)
    assert len(card["commitment"]) == 64
    assert file["losses"]


def test_beside_a_file_goes_its_manifest_and_both_are_for_their_owner_only(held):
    done = export(held, "--format", "ashby", "--output", "cards.json")
    assert (done.code, done.out) == (0, "cards.json\ncards.manifest.json\n")
    told = json.loads((held.folder / "cards.manifest.json").read_text(encoding="utf-8"))
    assert (told["file"], told["format"]) == ("cards.json", "ashby")
    assert "has no middle" in done.err
    for file in held.folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_our_own_json_needs_no_manifest(held):
    assert export(held, "--output", "all.json").out == "all.json\n"
    assert [file.name for file in held.folder.iterdir()] == ["all.json"]


@pytest.mark.parametrize("there", ["cards.json", "cards.manifest.json"])
def test_where_one_of_the_two_files_exists_neither_is_written_until_force_is_given(held, there):
    (held.folder / there).write_text("mine", encoding="utf-8")
    refused = export(held, "--format", "lever", "--output", "cards.json")
    assert refused.code == 1
    assert f"{there} exists and was left as it is." in refused.err
    assert [(file.name, file.read_text("utf-8")) for file in held.folder.iterdir()] == [(there, "mine")]
    assert export(held, "--format", "lever", "--output", "cards.json", "--force").code == 0


def test_a_draft_does_not_leave_nor_does_anything_with_it(held):
    held.run("interview", "new", "tiny", "--candidate", "C-002", "--interviewer", "Dana")
    done = export(held, "c-002-dana", "--output", "both.json")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "coach: Not submitted yet: c-002-dana. Only submitted scorecards leave the program, so nothing was "
        "written; submit with coach interview submit c-002-dana, or leave it out.\n"
    )
    assert list(held.folder.iterdir()) == []


def test_a_scorecard_that_is_not_one_s_own_does_not_leave_before_it_is_revealed(held):
    done = held.run("--profile", "other", "interview", "export", "c-001-dana", "--output", "cards.json")
    assert (done.code, done.out) == (1, "")
    assert "c-001-dana is not yours" in done.err
    assert list(held.folder.iterdir()) == []


def test_a_scorecard_named_twice_leaves_once(held):
    assert len(json.loads(export(held, "C-001-DANA").out)["scorecards"]) == 1


def test_what_there_is_not_is_named_with_what_is_near(held):
    missing = held.run("interview", "export", "c-001-dna")
    assert missing.code == 2
    assert "Did you mean c-001-dana?" in missing.err


def test_a_name_that_says_another_format_is_wrong_use(held):
    wrong = export(held, "--output", "cards.csv")
    assert wrong.code == 2
    assert "cards.csv ends in .csv, but json is written as .json; rename FILE." in wrong.err


def test_an_amended_scorecard_leaves_as_amended(held):
    held.run("interview", "amend", "c-001-dana", "--question", "1", "--rating", "2", "--reason", "Mixed up.")
    done = export(held, "--format", "csv")
    assert [row["rating"] for row in rows(done.data)] == ["2", "3"]
    assert {row["state"] for row in rows(done.data)} == {"amended"}
    assert "Only the values after amendment are told" in done.err


def test_what_left_for_greenhouse_comes_back_as_the_same_ratings(held):
    sent = export(held, "--format", "greenhouse")
    back = held.run("interview", "import", "greenhouse", "-", "--output", "-", raw=sent.data)
    assert [tuple(row.values()) for row in rows(back.data)] == [
        ("C-001", "Dana", "Prospecting", "4"),
        ("C-001", "Dana", "Discovery", "3"),
    ]


def given(program, what) -> str:
    (program.folder / "cards.json").write_text(json.dumps(what), encoding="utf-8")
    return "cards.json"


def test_scorecards_of_greenhouse_are_listed_to_read(program):
    done = program.run("interview", "import", "greenhouse", given(program, [CARD, CARD]))
    assert (done.code, done.err) == (0, "")
    assert "Scorecard 2 of 2\nCandidate: 7\nInterviewer: Robin Sample\n" in done.out
    assert (
        "- Listening: 5 (strong_yes)\n- Planning: not rated\nAnswers:\n- Key Take-Aways\n  Calm.\n"
        in done.out
    )


def test_scorecards_of_greenhouse_become_a_table_of_ratings(program):
    done = program.run("interview", "import", "greenhouse", given(program, CARD), "--output", "ratings.csv")
    assert (done.code, done.out) == (0, "ratings.csv\n")
    table = rows((program.folder / "ratings.csv").read_bytes())
    assert table[0] == {"candidate": "7", "interviewer": "Robin Sample", "item": "Listening", "rating": "5"}
    assert table[1]["rating"] == ""
    assert "1 rating, and 1 without a decision, which stay empty." in done.err


def test_a_bad_file_is_one_sentence_and_nothing_is_written(program):
    bad = CARD | {"attributes": [{"name": "Listening", "rating": "4"}]}
    done = program.run("interview", "import", "greenhouse", given(program, [bad]), "--output", "ratings.csv")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("coach: cards.json, scorecard 1: the attribute “Listening” has the rating “4”")
    assert done.err.count("\n") == 1
    assert not (program.folder / "ratings.csv").exists()


def test_kits_of_greenhouse_begin_content_and_the_checker_names_what_is_missing(program):
    kit = {"id": 12, "questions": [{"id": 34, "question": "What was hard?"}]}
    stages = [{"name": "Talks", "interviews": [{"name": "A talk: yes", "interview_kit": kit}]}]
    done = program.run("interview", "import", "greenhouse-kit", given(program, stages), "--output", "new")
    bank, round_ = "new/question_banks/greenhouse-12.yaml", "new/question_banks/kits/greenhouse-12.yaml"
    assert (done.code, done.out) == (0, f"{bank}\n{round_}\n")
    assert "things are missing that Greenhouse does not keep" in done.err
    assert "(C021)" in done.err

    checked = program.run("check", "new")
    assert f"{bank}:5:3 C021 the key 'anchors' is missing" in checked.out
    assert {line.split()[1] for line in checked.out.splitlines()} == {"C021"}

    again = program.run("interview", "import", "greenhouse-kit", "cards.json", "--output", "new")
    assert again.code == 1
    assert f"{bank} exists already and is left as it is" in again.err
