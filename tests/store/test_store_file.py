"""The SQLite file: who may read it, what it refuses, and what it says when something is wrong."""

import sqlite3
import stat
from contextlib import closing

import pytest
from store_kit import (
    BEFORE_WAL,
    FROM_WAL,
    LATER,
    NOW,
    fill,
    note,
    rollback_journal,
    tamper,
    texts,
    write_ahead_log,
)

from coach.store.connection import _switch_journal, connect, journal_for
from coach.store.errors import (
    Busy,
    Damaged,
    DiskFull,
    FolderTrouble,
    NewerDatabase,
    NotOurs,
    NotWritable,
    Replaced,
    StoreError,
    Unexpected,
    WrittenByNewer,
)
from coach.store.log import FaultKind
from coach.store.sqlite import SqliteLog

STREAM = "interview/a"


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def changed_bytes(path, at, new):
    with path.open("r+b") as file:
        file.seek(at)
        file.write(new)


def test_folder_and_file_are_for_their_owner_only(tmp_path):
    log = write_ahead_log(tmp_path / "home" / "data")
    fill(log, STREAM, "one")
    assert [mode(tmp_path / "home"), mode(tmp_path / "home" / "data")] == [0o700, 0o700]
    assert {file.name: mode(file) for file in (tmp_path / "home" / "data").iterdir()} == {
        "coach.db": 0o600,
        "coach.db-wal": 0o600,
        "coach.db-shm": 0o600,
    }
    log.close()


def test_a_file_that_others_could_read_is_closed_to_them(tmp_path, path):
    rollback_journal(tmp_path).close()
    path.chmod(0o644)
    rollback_journal(tmp_path).close()
    assert mode(path) == 0o600


def test_the_write_ahead_log_waits_for_the_mended_sqlite():
    assert journal_for((3, 40, 1)) == journal_for(BEFORE_WAL) == ("DELETE", "EXTRA")
    assert journal_for(FROM_WAL) == journal_for((4, 0, 0)) == ("WAL", "FULL")


@pytest.mark.parametrize(
    ("opener", "settings"), [(rollback_journal, ("delete", 3)), (write_ahead_log, ("wal", 2))]
)
def test_a_connection_is_set_up_to_be_safe(tmp_path, opener, settings):
    with closing(opener(tmp_path)) as log:
        asked = ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"]
        told = [log._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
        assert told == [*settings, 1, 1, 200]


class Reluctant:
    """A connection that is refused the new journal a few times, as one is while another is made."""

    def __init__(self, refusals):
        self.refusals, self.mode = refusals, "delete"

    def execute(self, statement):
        if "=" in statement:
            if self.refusals:
                self.refusals -= 1
                error = sqlite3.OperationalError("database is locked")
                error.sqlite_errorcode = sqlite3.SQLITE_BUSY
                raise error
            self.mode = "wal"
        return self

    def fetchone(self):
        return (self.mode,)


def test_switching_the_journal_is_tried_until_the_wait_is_over():
    patient = Reluctant(refusals=3)
    _switch_journal(patient, "WAL", wait=5)
    assert (patient.mode, patient.refusals) == ("wal", 0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        _switch_journal(Reluctant(refusals=1000), "WAL", wait=0.05)


def test_a_database_moves_between_journals_without_loss(tmp_path):
    with closing(write_ahead_log(tmp_path)) as log:
        fill(log, STREAM, "one")
    with closing(rollback_journal(tmp_path)) as log:
        assert texts(log, STREAM) == ["one"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET actor = 'y'",
        "DELETE FROM events",
        "UPDATE bodies SET body = '{}'",
        "DELETE FROM bodies",
        "INSERT OR REPLACE INTO bodies SELECT stream, number, salt, '{}' FROM bodies",
        "INSERT OR REPLACE INTO events SELECT stream, number, at, 'y', body_hash, hash FROM events",
        "INSERT INTO events SELECT stream, 9, at, actor, body_hash, hash FROM events LIMIT 1",
    ],
)
def test_the_database_itself_refuses_to_change_the_past(sqlite_log, path, statement):
    fill(sqlite_log, STREAM, "one", "two")
    with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
    assert texts(sqlite_log, STREAM) == ["one", "two"]


def test_after_an_erasure_its_note_stays_and_the_words_do_not_come_back(sqlite_log, path):
    fill(sqlite_log, STREAM, "one")
    sqlite_log.erase(STREAM, actor="keeper", at=LATER, reason="asked for")
    with closing(sqlite3.connect(path)) as other:
        for statement in (
            "DELETE FROM bodies",
            "DELETE FROM erasures",
            f"INSERT INTO bodies VALUES ('{STREAM}', 1, x'{'00' * 16}', '{{}}')",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                other.execute(statement)


@pytest.mark.parametrize("opener", [rollback_journal, write_ahead_log])
def test_erased_words_are_nowhere_in_the_files_any_more(tmp_path, opener):
    with closing(opener(tmp_path)) as log:
        fill(log, STREAM, "Cassiopeia " * 200)
        assert any(b"Cassiopeia" in file.read_bytes() for file in tmp_path.iterdir())
        log.erase(STREAM, actor="keeper", at=LATER, reason="asked for")
        assert not any(b"Cassiopeia" in file.read_bytes() for file in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("statement", "kind", "text"),
    [
        (
            "UPDATE bodies SET body = replace(body, 'two', 'TWO')",
            "altered",
            "event 2 of interview/a does not say",
        ),
        ("DELETE FROM events WHERE number = 2", "missing", "event 2 of interview/a missing"),
        (
            "DELETE FROM events WHERE number = 3",
            "missing",
            "event 3 of interview/a is missing, and what it said",
        ),
        ("DELETE FROM bodies WHERE number = 2", "body-missing", "event 2 of interview/a says is gone"),
        (
            "UPDATE events SET actor = 'y' WHERE number = 2",
            "broken",
            "event 2 of interview/a does not follow",
        ),
        ("UPDATE events SET number = -number", "missing", "interview/a"),
        ("DROP TABLE erasures", "layout", "erasures is missing"),
        ("CREATE TABLE extra (x)", "layout", "extra does not belong"),
    ],
)
def test_planted_harm_is_found_and_named(sqlite_log, path, statement, kind, text):
    fill(sqlite_log, STREAM, "one", "two", "three")
    guards = "erasures" in statement  # a guard on a table that is gone cannot be put back
    if guards:
        with closing(sqlite3.connect(path)) as other:
            other.execute(statement)
    else:
        tamper(path, statement)
    faults = sqlite_log.verify()
    assert any(fault.kind == kind and text in fault.text for fault in faults), faults


def test_a_guard_taken_away_is_found(sqlite_log, path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TRIGGER events_stay")
    (fault,) = sqlite_log.verify()
    assert (fault.kind, fault.text) == (
        FaultKind.LAYOUT,
        "trigger events_stay is missing, which guards or holds the events",
    )


def test_a_damaged_page_is_a_fault_and_never_a_crash(tmp_path, path):
    with closing(rollback_journal(tmp_path)) as log:
        log.append(STREAM, 0, [note("x" * 500)] * 200, actor="x", at=NOW)
    changed_bytes(path, 8 * 4096, b"\xff" * 8192)
    with closing(rollback_journal(tmp_path)) as log:
        assert any(fault.kind == FaultKind.FILE for fault in log.verify())
        with pytest.raises(Damaged, match="coach data restore FILE"):
            log.read(STREAM)


@pytest.mark.parametrize("content", [b"Dear diary, " * 100, b"\x00" * 5000], ids=["text", "zeros"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, path, content):
    path.write_bytes(content)
    with pytest.raises(NotOurs, match=r"not a database of Coach.*left unchanged"):
        rollback_journal(tmp_path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path, path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name)")
    before = path.read_bytes()
    with pytest.raises(NotOurs, match=r"database of another program.*left unchanged"):
        write_ahead_log(tmp_path)
    assert path.read_bytes() == before


def test_a_newer_layout_is_refused_and_left_alone(tmp_path, path):
    rollback_journal(tmp_path).close()
    tamper(path, "INSERT INTO migrations VALUES (7, 'future', '2030')")
    before = path.read_bytes()
    with pytest.raises(NewerDatabase, match=r"layout 7; this one knows up to 1.*update Coach"):
        write_ahead_log(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("body", ['{"type":"telepathy"}', '{"type":"rated","question":"q","rating":3,"v":2}'])
def test_an_event_of_a_newer_version_stops_only_its_own_stream(sqlite_log, path, body):
    fill(sqlite_log, STREAM, "one")
    fill(sqlite_log, "interview/b", "fine")
    tamper(path, f"UPDATE bodies SET body = '{body}' WHERE stream = '{STREAM}'")
    with pytest.raises(WrittenByNewer, match=f"{STREAM} holds an event .*update Coach"):
        sqlite_log.read(STREAM)
    assert texts(sqlite_log, "interview/b") == ["fine"]
    assert len(sqlite_log.streams("")) == 2


@pytest.mark.parametrize(
    "body", ['{"type":"rated"}', '{"type":"rated","question":"q","rating":3,"x":1}', "no JSON"]
)
def test_an_event_that_cannot_be_read_is_named(sqlite_log, path, body):
    fill(sqlite_log, STREAM, "one")
    tamper(path, f"UPDATE bodies SET body = '{body}'")
    with pytest.raises(Damaged, match=f"Event 1 of {STREAM} cannot be read"):
        sqlite_log.read(STREAM)


def test_a_time_that_cannot_be_read_is_named(sqlite_log, path):
    fill(sqlite_log, STREAM, "one")
    tamper(path, "UPDATE events SET at = 'yesterday'")
    with pytest.raises(Damaged, match=f"time of event 1 of {STREAM} cannot be read"):
        sqlite_log.read(STREAM)


def test_a_lock_held_by_another_program_is_said_after_the_wait(sqlite_log, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Busy, match=r"in use by another program.*Nothing was changed.*try again"):
            fill(sqlite_log, STREAM, "one")
    fill(sqlite_log, STREAM, "one")


def test_no_room_undoes_the_whole_step_and_the_next_small_one_works(sqlite_log, path):
    fill(sqlite_log, STREAM, "one")
    (pages,) = sqlite_log._connection.execute("PRAGMA page_count").fetchone()
    sqlite_log._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull, match=r"no room left to write.*last step was not saved.*make room"):
        sqlite_log.append(STREAM, 1, [note("small"), note("x" * 100_000)], actor="x", at=NOW)
    sqlite_log.append(STREAM, 1, [note("two")], actor="x", at=NOW)
    assert texts(sqlite_log, STREAM) == ["one", "two"]
    assert sqlite_log.verify() == ()


def test_a_file_that_cannot_be_written_can_still_be_read(tmp_path, path):
    with closing(rollback_journal(tmp_path)) as log:
        fill(log, STREAM, "one")
    before = path.read_bytes()
    with closing(SqliteLog(connect(path, mode="ro"), path, lambda: b"s" * 16)) as log:
        with pytest.raises(NotWritable, match=r"is read-only. Nothing was changed"):
            log.append(STREAM, 1, [note("two")], actor="x", at=NOW)
        assert texts(log, STREAM) == ["one"]
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path, path):
    path.mkdir()
    with pytest.raises(NotWritable, match="check that it is a file"):
        rollback_journal(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path):
    (tmp_path / "data").write_text("mine")
    with pytest.raises(FolderTrouble, match=r"cannot be used.*COACH_HOME"):
        rollback_journal(tmp_path / "data")
    assert (tmp_path / "data").read_text() == "mine"


@pytest.mark.parametrize("deed", ["delete", "exchange"])
def test_nothing_is_written_into_a_file_that_is_not_the_one_anymore(sqlite_log, path, tmp_path, deed):
    fill(sqlite_log, STREAM, "one")
    path.rename(tmp_path / "moved.db")
    if deed == "exchange":
        rollback_journal(tmp_path).close()
    with pytest.raises(Replaced, match="start it again"):
        sqlite_log.append(STREAM, 1, [note("lost?")], actor="x", at=NOW)
    with pytest.raises(Replaced):
        sqlite_log.read(STREAM)


def test_what_sqlite_says_beyond_the_known_is_passed_on_in_a_sentence(sqlite_log):
    sqlite_log._salt = lambda: b"too short"
    with pytest.raises(Unexpected, match=r"refused: CHECK constraint failed.*report this"):
        fill(sqlite_log, STREAM, "one")
    assert sqlite_log.streams("") == ()


def test_every_trouble_is_one_kind_of_error():
    kinds = (Busy, Damaged, DiskFull, FolderTrouble, NewerDatabase, NotOurs, NotWritable, Replaced)
    assert all(issubclass(kind, StoreError) for kind in kinds)
