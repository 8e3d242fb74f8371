"""The import contracts in pyproject.toml hold, and each of them catches what it is there to catch."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Slip:
    """A line that somebody might write one day, where, and the contract that forbids it."""

    file: str
    line: str
    contract: str


ONE_WAY = "Imports point one way"
KINDS = "Kinds of exercise do not know each other"
KIND_CONTRACT = "The contract of a kind stands on the core alone"
TERMINAL = "Only tui, surface and the widgets of kinds know Textual"
CORE = "The core knows no YAML, SQL, template, terminal, file, clock or chance"
SERVICES = "Services know neither the command line nor the terminal"

SLIPS = [
    Slip("coach/tui/slip.py", "from coach.cli import root", ONE_WAY),
    Slip("coach/services/slip.py", "from coach.tui import themes", ONE_WAY),
    Slip("coach/content/slip.py", "from coach import services", ONE_WAY),
    Slip("coach/content/slip.py", "from coach.store import paths", ONE_WAY),
    Slip("coach/store/slip.py", "from coach.export import text", ONE_WAY),
    Slip("coach/exercises/slip.py", "from coach.content import reader", ONE_WAY),
    Slip("coach/surface/slip.py", "from coach.exercises import names", ONE_WAY),
    Slip("coach/core/slip.py", "from coach.surface import lit", ONE_WAY),
    Slip("coach/attic/__init__.py", "ROOM = 'that nobody gave a place'", ONE_WAY),
    Slip("coach/exercises/order/slip.py", "from coach.exercises import choice", KINDS),
    Slip("coach/exercises/order/slip.py", "from coach.exercises.choice.widget import WIDGET", KINDS),
    Slip("coach/exercises/base.py", "from coach.surface import lit", KIND_CONTRACT),
    Slip("coach/cli/slip.py", "from textual.app import App", TERMINAL),
    Slip("coach/export/slip.py", "def late():\n    import rich", TERMINAL),
    Slip("coach/exercises/order/slip.py", "import textual", TERMINAL),
    *(
        Slip("coach/core/slip.py", f"import {forbidden}", CORE)
        for forbidden in (
            "yaml",
            "sqlite3",
            "jinja2",
            "typst",
            "click",
            "textual",
            "platformdirs",
            "os",
            "time",
        )
    ),
    Slip("coach/services/slip.py", "import click", SERVICES),
    Slip("coach/services/slip.py", "def late():\n    from textual.app import App", SERVICES),
]


def lint_imports(tree: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    command = [program, "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the program that may be spoilt."""
    shutil.copytree(ROOT / "coach", tmp_path / "coach", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_all_contracts_are_kept(tree):
    result = lint_imports(tree)

    assert result.returncode == 0, result.stdout
    for name in {slip.contract for slip in SLIPS}:
        assert f"{name} KEPT" in result.stdout


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.file}: {slip.line}")
def test_a_slip_breaks_the_contract_that_forbids_it(tree, slip):
    file = tree / slip.file
    file.parent.mkdir(exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{before}\n{slip.line}\n", encoding="utf-8")

    result = lint_imports(tree)

    assert result.returncode != 0
    assert f"{slip.contract} BROKEN" in result.stdout
