"""``coach data``: what it prints where, and how it ends."""

from contextlib import closing

import pytest
from click.testing import CliRunner
from store_kit import fill, rollback_journal, tamper, texts

from coach.cli.data import data

STREAM = "interview/a"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def run(home):
    def invoke(*arguments, answer=None):
        return CliRunner().invoke(data, [*map(str, arguments)], input=answer, env={"COACH_HOME": str(home)})

    return invoke


@pytest.fixture
def database(home):
    with closing(rollback_journal(home / "data")) as log:
        fill(log, STREAM, "one", "two")
    return home / "data" / "coach.db"


def held(home):
    with closing(rollback_journal(home / "data")) as log:
        return texts(log, STREAM)


def test_where_prints_places_and_makes_nothing(run, home):
    result = run("where")
    assert result.exit_code == 0
    assert f"database\t{home}/data/coach.db\n" in result.stdout
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == [
        "database",
        "backups",
        "data",
        "config",
        "cache",
    ]
    assert not home.exists()


@pytest.mark.parametrize("command", ["backup", "verify"])
def test_without_a_database_nothing_is_made_and_that_is_said(run, home, command):
    result = run(command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no database at" in result.stderr
    assert not home.exists()


def test_a_backup_prints_its_name_and_can_be_restored(run, home, database):
    made = run("backup")
    assert made.exit_code == 0
    name = made.stdout.strip()
    assert name.startswith(f"{home}/data/backups/coach-backup-")
    database.write_bytes(b"ruined")
    result = run("restore", name, "--yes")
    assert result.exit_code == 0, result.stderr
    assert "coach-replaced-" in result.stdout
    assert held(home) == ["one", "two"]


def test_a_backup_does_not_overwrite(run, database, tmp_path):
    target = tmp_path / "copy.db"
    assert run("backup", target).stdout == f"{target}\n"
    again = run("backup", target)
    assert again.exit_code == 1
    assert "exists already" in again.stderr


def test_a_backup_of_a_damaged_database_is_made_and_said_to_be_one(run, database, tmp_path):
    tamper(database, "UPDATE events SET actor = 'y' WHERE number = 2")
    result = run("backup", tmp_path / "copy.db")
    assert result.exit_code == 1
    assert "event 2 of interview/a does not follow" in result.stderr
    assert (tmp_path / "copy.db").exists()


def test_restoring_asks_first_and_no_means_no(run, home, database, tmp_path):
    run("backup", tmp_path / "copy.db")
    with closing(rollback_journal(home / "data")) as log:
        log.erase(STREAM, actor="x", at=log.streams("")[0].last_at, reason="test")
    no = run("restore", tmp_path / "copy.db", answer="n\n")
    assert no.exit_code == 1
    assert "Replace" in no.stderr
    assert held(home) == []
    assert run("restore", tmp_path / "copy.db", answer="y\n").exit_code == 0
    assert held(home) == ["one", "two"]


def test_whether_there_is_a_backup_is_looked_at_before_anybody_is_asked(run, database):
    missing = run("restore", "nope.db", answer="y\n")
    assert missing.exit_code == 1
    assert "There is no file nope.db, so nothing was restored" in missing.stderr
    assert "Replace" not in missing.stderr


def test_verifying_a_database_that_was_cut_short_does_not_send_one_to_verify_it(run, database):
    with database.open("r+b") as opened:
        opened.truncate(database.stat().st_size // 2)
    result = run("verify")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "is damaged" in result.stderr
    assert "coach data restore FILE returns to a backup" in result.stderr
    assert "coach data verify" not in result.stderr


def test_verifying_prints_a_seal_for_each_stream_that_can_be_compared_later(run, home, database, tmp_path):
    first = run("verify")
    assert first.exit_code == 0
    assert first.stderr == "1 stream(s) with 2 event(s), no faults.\n"
    number, digest, stream = first.stdout.split()
    assert (number, len(digest), stream) == ("2", 64, STREAM)
    seals = tmp_path / "seals"
    seals.write_text(first.stdout)
    assert run("verify", "--seals", seals).exit_code == 0
    tamper(
        database,
        "DELETE FROM bodies WHERE number = 2",
        "DELETE FROM events WHERE number = 2",
    )
    assert run("verify").exit_code == 0, "a chain alone cannot know that its end was cut off"
    compared = run("verify", "--seals", seals)
    assert (compared.exit_code, compared.stdout) == (1, "")
    assert "does not reach event 2 any more" in compared.stderr


def test_verifying_names_the_faults_and_prints_no_seals(run, database):
    tamper(database, "UPDATE bodies SET body = replace(body, 'two', 'too')")
    result = run("verify")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "altered: event 2 of interview/a does not say what it said" in result.stderr
    assert "1 fault(s) found. Nothing was changed" in result.stderr


def test_a_file_that_is_no_list_of_seals_is_a_wrong_use(run, database, tmp_path):
    (tmp_path / "seals").write_text("2 abc interview/a\nhello\n")
    result = run("verify", "--seals", tmp_path / "seals")
    assert result.exit_code == 2
    assert "seals:2 is not a seal" in result.stderr


def test_a_ruined_database_is_said_in_a_sentence(run, database):
    database.write_bytes(b"ruined" * 1000)
    result = run("verify")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "is not a database of Coach" in result.stderr
