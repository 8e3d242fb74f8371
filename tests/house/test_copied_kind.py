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
COPY = "kind_made_by_copying"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The program with nothing but its contract tests."""
    shutil.copytree(ROOT / "coach", tmp_path / "coach", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / CONTRACT).parent.mkdir(parents=True)
    shutil.copy(ROOT / CONTRACT, tmp_path / CONTRACT)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


WHOLE = ("order", "pitch")
"""A small kind and one of many turns, whose copies are tested as a whole; of the others not the screens."""


def contract_tests(tree: Path, wanted: str) -> dict[str, str]:
    """Run the contract tests of the copy alone; give what became of each, by the test's name."""
    report = tree / "report.xml"
    command = [sys.executable, "-m", "pytest", str(CONTRACT), "-k", wanted, "-q", f"--junit-xml={report}"]
    environ = os.environ | {"PYTHONPATH": str(tree)}
    result = subprocess.run(command, cwd=tree, env=environ, capture_output=True, text=True, check=False)
    assert report.exists(), result.stdout + result.stderr
    cases = ET.parse(report).iter("testcase")
    return {case.attrib["name"]: " ".join(child.tag for child in case) or "passed" for case in cases}


def defined(text: str, *beginnings: str) -> set[str]:
    """Give the names of the tests that a file defines with one of these words."""
    return {line.split("(")[0].split()[-1] for line in text.splitlines() if line.startswith(beginnings)}


@pytest.mark.parametrize("name", exercises.names())
def test_a_kind_copied_under_a_new_name_passes_the_contract_without_another_edit(tree, name):
    kinds = tree / "coach" / "exercises"
    shutil.copytree(kinds / name, kinds / COPY)
    text = (ROOT / CONTRACT).read_text(encoding="utf-8")
    expected = defined(text, "def test_", *(("async def test_",) if name in WHOLE else ()))
    wanted = COPY if name in WHOLE else f"{COPY} and ({' or '.join(sorted(expected))})"

    became = contract_tests(tree, wanted)

    assert {test: end for test, end in became.items() if end != "passed"} == {}
    assert {test.partition("[")[0] for test in became} == expected
