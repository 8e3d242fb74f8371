"""Copies that are whole or not there, and the way back to one of them."""

import os
import shutil
import stat
from contextlib import closing

import pytest
from store_kit import NOW, fill, note, rollback_journal, tamper, texts, write_ahead_log

from coach.store.copies import beside
from coach.store.errors import Busy, CopyRefused, Emptied, NewerDatabase, NoDatabase, NotWritable, Replaced
from coach.store.examine import examine_file
from coach.store.restore import restore

STREAM = "interview/a"


@pytest.fixture
def backup(tmp_path):
    """A backup with one event; the database has gone on since."""
    target = tmp_path / "backup.db"
    with closing(rollback_journal(tmp_path)) as log:
        fill(log, STREAM, "one")
        log.back_up(target)
        log.append(STREAM, 1, [note("two")], actor="x", at=NOW)
    return target


def held(folder):
    with closing(rollback_journal(folder)) as log:
        assert log.verify() == ()
        return texts(log, STREAM)


@pytest.mark.parametrize("opener", [rollback_journal, write_ahead_log])
def test_a_backup_is_one_private_file_that_verifies(tmp_path, opener):
    target = tmp_path / "copies.db"
    with closing(opener(tmp_path)) as log:
        fill(log, STREAM, "one")
        before = set(tmp_path.iterdir())
        log.back_up(target)
        assert set(tmp_path.iterdir()) - before == {target}
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes()[18:20] == b"\x01\x01", "its header asks for no write-ahead log"
    assert examine_file(target) == ()


def test_a_backup_never_takes_the_place_of_a_file(tmp_path, sqlite_log):
    target = tmp_path / "mine.txt"
    target.write_text("mine")
    with pytest.raises(CopyRefused, match=r"mine.txt exists already"):
        sqlite_log.back_up(target)
    assert target.read_text() == "mine"


def test_a_backup_into_a_missing_folder_is_refused_with_its_name(tmp_path, sqlite_log):
    with pytest.raises(NotWritable, match=r"nowhere.*No such file or directory.*check the folder"):
        sqlite_log.back_up(tmp_path / "nowhere" / "copy.db")


def test_a_backup_of_a_locked_database_gives_up_and_leaves_nothing(tmp_path, sqlite_log):
    with closing(rollback_journal(tmp_path)) as other:
        other._connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Busy, match=r"coach.db is in use"):
            sqlite_log.back_up(tmp_path / "copy.db")
    assert [file.name for file in tmp_path.iterdir()] == ["coach.db"]


def test_restoring_returns_to_the_backup_and_keeps_what_it_replaced(tmp_path, path, backup):
    kept = restore(backup, path, at=NOW)
    assert held(tmp_path) == ["one"]
    assert kept == tmp_path / "coach-replaced-20261114-093000Z.db"
    assert restore(kept, path, at=NOW) == tmp_path / "coach-replaced-20261114-093000Z-2.db"
    assert held(tmp_path) == ["one", "two"]


def test_restoring_makes_a_database_where_none_is(tmp_path, backup):
    target = tmp_path / "new" / "coach.db"
    assert restore(backup, target, at=NOW) is None
    assert held(target.parent) == ["one"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_program_that_has_the_replaced_database_open_stops_writing(tmp_path, path, backup):
    with closing(rollback_journal(tmp_path)) as open_elsewhere:
        restore(backup, path, at=NOW)
        with pytest.raises(Replaced):
            open_elsewhere.append(STREAM, 2, [note("three")], actor="x", at=NOW)
    assert held(tmp_path) == ["one"]


def test_a_database_being_written_is_not_replaced(tmp_path, path, backup):
    with closing(rollback_journal(tmp_path)) as other:
        other._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="Nothing was changed"):
            restore(backup, path, at=NOW, wait=0.1)
    assert held(tmp_path) == ["one", "two"]
    assert {file.name for file in tmp_path.iterdir()} == {"coach.db", "backup.db"}


def test_with_a_write_ahead_log_the_database_must_not_be_open_elsewhere(tmp_path, path, backup):
    with closing(write_ahead_log(tmp_path)) as other:
        with pytest.raises(Busy):
            restore(backup, path, at=NOW, wait=0.1)
        assert texts(other, STREAM) == ["one", "two"]
    restore(backup, path, at=NOW)
    assert held(tmp_path) == ["one"]


def test_a_destroyed_database_can_be_replaced_and_is_kept(tmp_path, path, backup):
    path.write_bytes(b"not a database any more")
    kept = restore(backup, path, at=NOW)
    assert held(tmp_path) == ["one"]
    assert kept.read_bytes() == b"not a database any more"


@pytest.mark.parametrize(
    "ruin", [None, b"", b"not a database any more" * 200], ids=["crashed", "emptied", "destroyed"]
)
def test_what_a_crash_left_in_a_write_ahead_log_does_not_spoil_the_restored(tmp_path, path, backup, ruin):
    crashed = tmp_path / "crashed"
    with closing(write_ahead_log(tmp_path)) as log:
        log.append(STREAM, 2, [note("three")] * 50, actor="x", at=NOW)
        shutil.copytree(tmp_path, crashed)  # as a power cut would leave it
    if ruin is not None:
        (crashed / "coach.db").write_bytes(ruin)
    kept = restore(backup, crashed / "coach.db", at=NOW)
    assert held(crashed) == ["one"]
    assert {file.name for file in crashed.iterdir() if file.name.startswith("coach.db")} == {"coach.db"}
    if ruin is None:
        kept.rename(crashed / "coach.db")
        assert held(crashed) == ["one", "two"] + ["three"] * 50


def test_a_backup_with_faults_is_not_restored(tmp_path, path, backup):
    tamper(backup, "UPDATE events SET actor = 'somebody else'")
    with pytest.raises(CopyRefused, match=r"has 1 fault.*event 1 of interview/a.*choose another backup"):
        restore(backup, path, at=NOW)
    assert held(tmp_path) == ["one", "two"]


def test_a_backup_of_a_newer_version_is_not_restored(tmp_path, path, backup):
    tamper(backup, "INSERT INTO migrations VALUES (7, 'future', '2030')")
    with pytest.raises(NewerDatabase, match=r"backup.db was made by a newer version"):
        restore(backup, path, at=NOW)
    assert held(tmp_path) == ["one", "two"]


@pytest.mark.parametrize("content", [b"a letter to my aunt " * 50, b""])
def test_a_file_that_is_no_backup_is_not_restored(tmp_path, path, backup, content):
    backup.write_bytes(content)
    with pytest.raises(CopyRefused, match=r"backup.db (is not a backup of Coach|is empty).*choose another"):
        restore(backup, path, at=NOW)
    assert held(tmp_path) == ["one", "two"]


def test_a_backup_that_was_cut_short_is_not_restored_and_does_not_send_one_to_restore(tmp_path, path, backup):
    with backup.open("r+b") as opened:
        opened.truncate(backup.stat().st_size // 2)
    with pytest.raises(CopyRefused) as refused:
        restore(backup, path, at=NOW)
    assert "Nothing was restored; choose another file." in str(refused.value)
    assert "coach data restore" not in str(refused.value)
    assert held(tmp_path) == ["one", "two"]


def test_a_database_that_lost_all_its_bytes_names_the_newest_of_its_backups(tmp_path, path, backup):
    folder = tmp_path / "backups"
    folder.mkdir()
    for age, name in enumerate(("coach-old.db", "coach-new.db")):
        shutil.copy(backup, folder / name)
        os.utime(folder / name, (age, age))
    (folder / "coach-empty.db").touch()
    path.write_bytes(b"")
    with pytest.raises(Emptied, match=r"coach data restore .*/backups/coach-new\.db"):
        rollback_journal(tmp_path)
    assert path.read_bytes() == b""
    restore(folder / "coach-new.db", path, at=NOW)
    assert held(tmp_path) == ["one"]


def test_an_empty_file_without_backups_is_a_first_start(tmp_path, path):
    path.write_bytes(b"")
    with closing(rollback_journal(tmp_path)) as log:
        assert log.streams("") == ()


def test_a_backup_that_is_not_there_is_said(tmp_path, path, backup):
    with pytest.raises(NoDatabase, match=r"There is no file .*nope.db"):
        restore(tmp_path / "nope.db", path, at=NOW)
    assert held(tmp_path) == ["one", "two"]


def test_no_attempt_leaves_a_partial_file(tmp_path, path, backup):
    tamper(backup, "UPDATE events SET actor = 'somebody else'")
    with pytest.raises(CopyRefused):
        restore(backup, path, at=NOW)
    assert {file.name for file in tmp_path.iterdir()} == {"coach.db", "backup.db"}


def test_dated_names_are_never_given_twice(tmp_path):
    first = beside(tmp_path / "coach.db", "backup", NOW)
    first.touch()
    second = beside(tmp_path / "coach.db", "backup", NOW)
    assert [first.name, second.name] == [
        "coach-backup-20261114-093000Z.db",
        "coach-backup-20261114-093000Z-2.db",
    ]
