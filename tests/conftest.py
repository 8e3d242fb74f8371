"""A whole set of services in a folder of its own, on some real content, with a clock that tests turn."""

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from textual import _wait

from coach.content import roots
from coach.services import Services
from coach.store.paths import Folders

ROOT = Path(__file__).parents[1]
MODULE, SESSION = "executive-communication", "know-your-purpose"
BANK, KIT = "account-executive.yaml", "ae-first-round.yaml"

# A pilot waits after every key until the program is idle; to look for that twice as often saves minutes.
_wait.SLEEP_GRANULARITY = 1 / 100
_wait.SLEEP_IDLE = _wait.SLEEP_GRANULARITY / 20

settings.register_profile("coach", deadline=None)
settings.load_profile("coach")  # how long a test takes depends on what else the machine does


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


def _other_banks(folder, names):
    """Name what is left out of the banks, kits and samples: all but those for the first round.

    Translations are left out as well, since those of the module would not fit its shorter header.
    """
    kept = {BANK, KIT} if Path(folder).name in ("question_banks", "kits", "samples") else set(names)
    return [name for name in names if name == "locale" or (name.endswith(".yaml") and name not in kept)]


@pytest.fixture(scope="session")
def first_session(tmp_path_factory):
    """The real content with one session of one module, so that tests can count on what is in it."""
    root = tmp_path_factory.mktemp("content")
    module = root / "curricula" / MODULE
    module.mkdir(parents=True)
    for name in (f"{MODULE}/{SESSION}.yaml", "competencies.yaml"):
        shutil.copy(ROOT / "curricula" / name, root / "curricula" / name)
    shutil.copytree(ROOT / "curricula" / "shared" / "rulebooks", root / "curricula" / "shared" / "rulebooks")
    shutil.copytree(ROOT / "question_banks", root / "question_banks", ignore=_other_banks)
    header = (ROOT / "curricula" / MODULE / "module.yaml").read_text("utf-8")
    sessions = re.compile(r"(?<=^sessions:\n)(  - .*\n(?:    .*\n)*)(?:  .*\n)*", re.MULTILINE)
    (module / "module.yaml").write_text(sessions.sub(r"\1", header), "utf-8")
    shutil.copy(ROOT / "tests" / "data" / "paths.yaml", root / "curricula" / "paths.yaml")
    return root


@pytest.fixture(autouse=True)
def only_the_first_session(monkeypatch, first_session):
    """Services made in a test find that content in the place of what comes with the program."""
    monkeypatch.setattr(roots, "shipped_root", lambda: first_session)


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
