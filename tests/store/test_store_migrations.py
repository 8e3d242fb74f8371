"""Databases of older versions are brought up to date, and never at the price of what they hold."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_kit import NOW, fill, rollback_journal, texts

from coach.store.connection import APPLICATION_ID, connect, layout_of
from coach.store.errors import NewerDatabase
from coach.store.examine import examine_file
from coach.store.log import Seal
from coach.store.migrate import Migration, check_layout, shipped, statements, upgrade

NEXT = Migration(
    number=2,
    name="colours",
    sql="CREATE TABLE colours (name TEXT);\nALTER TABLE migrations ADD COLUMN by TEXT;\n",
)
BROKEN = Migration(number=2, name="broken", sql="CREATE TABLE colours (name TEXT);\nCREATE TABEL oops (x);\n")
SEALS = [
    Seal(
        stream="interview/c-17",
        number=2,
        hash="126fda0d3a2b8ab1b25127abb2b016cca5f607dcc49fd76d9ecb2223718c5bba",
    ),
    Seal(
        stream="interview/c-18",
        number=2,
        hash="cdae7c99288206f7750a92c43a24cb9c3c02c3ee1015101c3a040070eafcbcc0",
    ),
]
"""What the old database was sealed with; they change only if the way of hashing does."""


def apply(path, *migrations):
    with closing(connect(path)) as connection:
        upgrade(connection, path, (*shipped(), *migrations), lambda: NOW)


def layout(path):
    with closing(connect(path)) as connection:
        return layout_of(connection, path)


def tables(path):
    with closing(connect(path)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in rows}


def test_a_database_of_the_first_version_opens_with_all_it_held(tmp_path, path):
    script = (Path(__file__).parent / "data" / "layout-1.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as old:
        old.executescript(script)
    with closing(rollback_journal(tmp_path)) as log:
        assert log.verify(SEALS) == ()
        note, rating = log.read("interview/c-17")
        assert (note.event.inserted, rating.event.rating, rating.actor) == ("Names a date.", 4, "panel-1")
        assert log.read("interview/c-18") == ()
        assert [head.seal for head in log.streams("")] == SEALS


def test_migrations_are_numbered_without_gaps_and_record_themselves(tmp_path, path):
    rollback_journal(tmp_path).close()
    assert [each.number for each in shipped()] == list(range(1, len(shipped()) + 1))
    with closing(connect(path)) as connection:
        rows = connection.execute("SELECT number, name FROM migrations ORDER BY number").fetchall()
        assert rows == [(each.number, each.name) for each in shipped()]
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_database_with_content_is_copied_before_its_layout_changes(tmp_path, path):
    with closing(rollback_journal(tmp_path)) as log:
        fill(log, "interview/a", "one")
    apply(path, NEXT)
    assert layout(path) == 2
    copy = tmp_path / "coach-before-layout-2-20261114-093000Z.db"
    assert layout(copy) == 1
    assert examine_file(copy) == ()
    assert "colours" in tables(path) - tables(copy)


def test_a_new_database_needs_no_copy(tmp_path, path):
    rollback_journal(tmp_path).close()
    assert [file.name for file in tmp_path.iterdir()] == ["coach.db"]


def test_a_migration_that_fails_leaves_everything_as_it_was(tmp_path, path):
    with closing(rollback_journal(tmp_path)) as log:
        fill(log, "interview/a", "one")
    with pytest.raises(sqlite3.OperationalError, match="TABEL"):
        apply(path, BROKEN)
    assert layout(path) == 1
    assert "colours" not in tables(path)
    with closing(rollback_journal(tmp_path)) as log:
        assert texts(log, "interview/a") == ["one"]


def test_upgrading_twice_does_it_once(tmp_path, path):
    rollback_journal(tmp_path).close()
    apply(path, NEXT)
    apply(path, NEXT)
    assert layout(path) == 2


def test_what_a_newer_program_upgraded_the_older_refuses(tmp_path, path):
    rollback_journal(tmp_path).close()
    apply(path, NEXT)
    with closing(connect(path)) as connection, pytest.raises(NewerDatabase):
        check_layout(connection, path, shipped())


def test_a_script_is_split_at_statements_and_triggers_stay_whole():
    script = "-- a; remark\nSELECT 1;\nCREATE TRIGGER t AFTER INSERT ON x\nBEGIN SELECT 1; END;\nSELECT 2"
    assert [statement.split()[-1] for statement in statements(script)] == ["1;", "END;", "2"]
