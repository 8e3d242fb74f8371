"""A whole set of services in a folder of its own, on the real content, with a clock that tests turn."""

from datetime import UTC, datetime, timedelta

import pytest

from coach.services import Services
from coach.store.paths import Folders


class Clock:
    """A clock that stands still until a test turns it."""

    def __init__(self):
        self.now = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)

    def __call__(self):
        return self.now

    def turn(self, **duration):
        self.now += timedelta(**duration)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folders(tmp_path):
    return Folders(data=tmp_path / "data", config=tmp_path / "config", cache=tmp_path / "cache")


@pytest.fixture
def services(folders, clock):
    made = Services(folders, {}, clock=clock)
    yield made
    made.close()


@pytest.fixture
def other(folders, clock):
    """A second program on the same data."""
    made = Services(folders, {}, clock=clock)
    yield made
    made.close()
