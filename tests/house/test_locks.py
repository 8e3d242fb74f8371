"""The lock files hold hashes and no addresses, and agree with pyproject.toml and with each other."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
RUN, DEV = "requirements.lock", "requirements-dev.lock"
PINNED = re.compile(r"^([a-z0-9][a-z0-9-]*)==(\S+?)(?: ; (.+?))?(?: \\)?$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def lines(lock: str) -> list[str]:
    return (ROOT / lock).read_text(encoding="utf-8").splitlines()


def pins(lock: str) -> dict[str, Version]:
    found = [PINNED.match(line) for line in lines(lock)]
    return {match[1]: Version(match[2]) for match in found if match}


def wanted(lock: str) -> list[Requirement]:
    """What pyproject.toml asks for: what the program and its building need, and the tools for dev."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    texts = project["project"]["dependencies"] + groups["build"] + (groups["dev"] if lock == DEV else [])
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_a_lock_holds_pinned_names_and_hashes_and_nothing_else(lock):
    strange = [line for line in lines(lock) if not PINNED.match(line) and not HASH.match(line)]

    assert not strange
    assert pins(lock)


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_every_pin_has_a_hash(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")

    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in entry, f"{lock}: {entry.splitlines()[0]} has no hash"


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_a_lock_fits_pyproject(lock):
    pinned = pins(lock)

    for requirement in wanted(lock):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is missing in {lock}; run scripts/lock"
        assert requirement.specifier.contains(version), (
            f"{lock} has {version} for {requirement}; run scripts/lock"
        )


def test_people_run_the_versions_that_are_tested():
    run, dev = pins(RUN), pins(DEV)

    assert {name: dev.get(name) for name in run} == run
