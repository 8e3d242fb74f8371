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


def contract_tests(tree: Path) -> dict[str, str]:
    """Run the contract tests of the copy alone; give what became of each, by the test's name."""
    report = tree / "report.xml"
    command = [sys.executable, "-m", "pytest", str(CONTRACT), "-k", COPY, "-q", f"--junit-xml={report}"]
    environ = os.environ | {"PYTHONPATH": str(tree)}
    result = subprocess.run(command, cwd=tree, env=environ, capture_output=True, text=True, check=False)
    assert report.exists(), result.stdout + result.stderr
    cases = ET.parse(report).iter("testcase")
    return {case.attrib["name"]: " ".join(child.tag for child in case) or "passed" for case in cases}


@pytest.mark.parametrize("name", exercises.names())
def test_a_kind_copied_under_a_new_name_passes_the_contract_without_another_edit(tree, name):
    kinds = tree / "coach" / "exercises"
    shutil.copytree(kinds / name, kinds / COPY)

    became = contract_tests(tree)

    assert became
    assert {test: end for test, end in became.items() if end != "passed"} == {}
    ran = {test.partition("[")[0] for test in became}
    assert ran == {
        line.split("(")[0].split()[-1]
        for line in (ROOT / CONTRACT).read_text(encoding="utf-8").splitlines()
        if line.startswith(("def test_", "async def test_"))
    }
