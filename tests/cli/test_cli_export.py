"""Taking progress along on the command line: where it goes, and what is told."""

import csv
import io
import json
import stat
import zipfile

import pytest


@pytest.fixture
def trained(program):
    """A program with one wrong and three right answers."""
    done = program.train("", "1", "2", ".NET", "0.5", "", "")
    assert done.code == 0, done.out + done.err
    return program


def test_a_table_of_all_answers_goes_to_stdout(trained):
    table = trained.run("export", "csv")

    rows = list(csv.DictReader(io.StringIO(table.data.decode(), newline="")))
    assert [(row["step"], row["title"], row["right"], row["unaided"]) for row in rows] == [
        ("pick", "Pick one", "no", "no"),
        ("pick", "Pick one", "yes", "no"),
        ("term", "A term", "yes", "yes"),
        ("number", "A number", "yes", "yes"),
    ]
    assert (table.code, table.err) == (0, "")
    assert list(trained.folder.iterdir()) == []


def test_every_event_goes_to_a_file_for_its_owner_only(trained):
    done = trained.run("export", "json", "--output", "all.json")

    file = trained.folder / "all.json"
    events = json.loads(file.read_text(encoding="utf-8"))["events"]
    assert done.out == "all.json\n"
    assert [record["number"] for record in events] == list(range(1, len(events) + 1))
    assert sum(record["event"]["type"] == "answered" for record in events) == 4
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_exists_stays_until_force_is_given(trained):
    file = trained.folder / "all.csv"
    file.write_text("mine", encoding="utf-8")

    refused = trained.run("export", "csv", "--output", "all.csv")
    assert (refused.code, file.read_text(encoding="utf-8")) == (1, "mine")
    assert "all.csv exists and was left as it is." in refused.err
    assert trained.run("export", "csv", "--output", "all.csv", "--force").code == 0
    assert "Pick one" in file.read_text(encoding="utf-8")


def test_statements_bear_the_titles_of_the_content_and_the_address_that_was_given(trained):
    done = trained.run("export", "xapi", "--base", "https://lrs.invalid/")

    told = json.loads(done.out)
    read = next(one for one in told if one["verb"]["display"]["en"] == "completed")
    assert read["object"]["id"] == "https://lrs.invalid/modules/small/steps/read-me"
    assert read["object"]["definition"]["name"] == {"en": "Read me"}
    around = read["context"]["contextActivities"]
    assert around["parent"][0]["definition"]["name"] == {"en": "First steps"}
    assert around["grouping"][0]["definition"]["name"] == {"en": "Small things"}


def test_statements_have_an_address_that_cannot_exist_by_default(trained):
    told = json.loads(trained.run("export", "xapi").out)

    assert {one["actor"]["account"]["homePage"] for one in told} == {"https://coach.invalid"}


def test_what_is_no_address_is_refused(trained):
    refused = trained.run("export", "xapi", "--base", "my place")

    assert refused.code == 2
    assert (
        "'my place' cannot begin an id; name an address such as https://learning.example/coach" in refused.err
    )


def test_cards_go_to_a_file_named_after_the_profile(trained):
    done = trained.run("export", "anki")

    assert (done.code, done.out, done.err) == (0, "coach-me.apkg\n", "")
    with zipfile.ZipFile(trained.folder / "coach-me.apkg") as package:
        assert set(package.namelist()) == {"collection.anki2", "media"}
        assert b"Which animal barks?" in package.read("collection.anki2")
        assert b"Read me" not in package.read("collection.anki2")


def test_cards_whose_steps_are_gone_are_counted(trained):
    session = trained.content / "curricula" / "small" / "first.yaml"
    text = session.read_text(encoding="utf-8")
    session.write_text(text.replace("id: term\n", "id: other-term\n"), encoding="utf-8")

    done = trained.run("export", "anki")
    assert done.code == 0
    assert done.err == (
        "1 of 3 cards were left out, since the content no longer has their steps or cannot read them; "
        "coach doctor names them.\n"
    )


def test_without_any_answer_everything_is_empty_and_said(program):
    assert len(program.run("export", "csv").out.splitlines()) == 1
    assert json.loads(program.run("export", "json").out)["events"] == []
    assert json.loads(program.run("export", "xapi").out) == []
    assert program.run("export", "anki").err == "No exercise was answered yet, so the package has no cards.\n"
