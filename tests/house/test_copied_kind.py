"""A new kind of exercise is one new folder: a copy under another name works and is tested as it is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from coach import exercises

ROOT = Path(__file__).parents[2]
CONTRACT = Path("tests/exercises/test_contract.py")
COPY = "kind_made_by_copying_{}"
WHOLE = ("order", "pitch")
"""A small kind and one of many turns, whose copies are tested as a whole; of the others not the screens."""


def defined(text: str, *beginnings: str) -> set[str]:
    """Give the names of the tests that a file defines with one of these words."""
    return {line.split("(")[0].split()[-1] for line in text.splitlines() if line.startswith(beginnings)}


TEXT = (ROOT / CONTRACT).read_text(encoding="utf-8")
SPOKEN, ON_SCREEN = defined(TEXT, "def test_"), defined(TEXT, "async def test_")


@pytest.fixture(scope="session")
def became(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Copy every kind under another name, run the contract tests of the copies; say what became of each."""
    tree = tmp_path_factory.mktemp("copied")
    shutil.copytree(ROOT / "coach", tree / "coach", ignore=shutil.ignore_patterns("__pycache__"))
    (tree / CONTRACT).parent.mkdir(parents=True)
    shutil.copy(ROOT / CONTRACT, tree / CONTRACT)
    shutil.copy(ROOT / "pyproject.toml", tree)
    kinds = tree / "coach" / "exercises"
    for name in exercises.names():
        shutil.copytree(kinds / name, kinds / COPY.format(name))
    whole = " or ".join(COPY.format(name) for name in WHOLE)
    wanted = f"{COPY.format('')} and ({whole} or {' or '.join(sorted(SPOKEN))})"
    report = tree / "report.xml"
    command = [sys.executable, "-m", "pytest", str(CONTRACT), "-k", wanted, "-q", f"--junit-xml={report}"]
    environ = os.environ | {"PYTHONPATH": str(tree)}
    result = subprocess.run(command, cwd=tree, env=environ, capture_output=True, text=True, check=False)
    assert report.exists(), result.stdout + result.stderr
    cases = ET.parse(report).iter("testcase")
    return {case.attrib["name"]: " ".join(child.tag for child in case) or "passed" for case in cases}


@pytest.mark.parametrize("name", exercises.names())
def test_a_kind_copied_under_a_new_name_passes_the_contract_without_another_edit(became, name):
    own = {test: end for test, end in became.items() if test.endswith(f"{COPY.format(name)}]")}

    assert {test: end for test, end in own.items() if end != "passed"} == {}
    assert {test.partition("[")[0] for test in own} == SPOKEN | (ON_SCREEN if name in WHOLE else set())
