from collections.abc import Iterator
from pathlib import Path

import pytest
from store_kit import OPENERS, rollback_journal

from coach.store.log import EventLog
from coach.store.sqlite import SqliteLog


@pytest.fixture(params=OPENERS)
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EventLog]:
    """Every implementation in turn."""
    opened = OPENERS[request.param](tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "coach.db"


@pytest.fixture
def sqlite_log(tmp_path: Path) -> Iterator[SqliteLog]:
    opened = rollback_journal(tmp_path)
    yield opened
    opened.close()
