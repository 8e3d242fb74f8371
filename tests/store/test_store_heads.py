"""Where streams stand is remembered between two looks, and never longer than it is true."""

from datetime import UTC, datetime

import pytest

from coach.core import events as ev
from coach.store.sqlite import MOST_PREFIXES, SqliteLog

NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def logs(tmp_path):
    """Two programs on one file."""
    made = [SqliteLog.open(tmp_path / "coach.db") for _ in range(2)]
    yield made
    for log in made:
        log.close()


def write(log, stream, expected=0):
    log.append(stream, expected, [ev.ConsentRecorded(given=True)], actor="dana", at=NOON)


def standing(log, prefix=""):
    return [(head.stream, head.number, head.erased) for head in log.streams(prefix)]


def test_what_either_program_writes_or_erases_is_seen_at_once_by_both(logs):
    one, other = logs
    for log in logs:
        assert standing(log) == []
    write(one, "interview/a")
    for log in logs:
        assert standing(log) == [("interview/a", 1, 0)]
    write(other, "interview/a", 1)
    write(other, "interview/b")
    for log in logs:
        assert standing(log) == [("interview/a", 2, 0), ("interview/b", 1, 0)]
    one.erase("interview/a", actor="dana", at=NOON, reason="On request.")
    for log in logs:
        assert standing(log) == [("interview/a", 3, 3), ("interview/b", 1, 0)]


def test_each_prefix_has_its_own_streams_however_many_are_asked_for(logs):
    one, _ = logs
    names = [f"interview/{number:02}" for number in range(2 * MOST_PREFIXES)]
    for name in names:
        write(one, name)
    for _ in range(2):
        for name in names:
            assert standing(one, name) == [(name, 1, 0)]
    assert len(standing(one, "interview/")) == len(names)
