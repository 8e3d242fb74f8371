"""What is in memory once something is imported; a static graph cannot tell late imports from early ones."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"yaml", "textual", "rich", "jinja2", "typst", "sqlite3", "msgspec", "asyncio"}

IMPORT_ALL = """
from importlib import import_module
from pkgutil import walk_packages
package = import_module("{0}")
for found in walk_packages(package.__path__, "{0}."):
    import_module(found.name)
"""


def loaded(code: str, *arguments: str) -> set[str]:
    """Run code in a fresh interpreter and give the names of all modules it has loaded at its end."""
    ending = "import atexit, json, sys\natexit.register(lambda: print(json.dumps(list(sys.modules))))\n"
    result = subprocess.run(
        [sys.executable, "-c", ending + code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return set(json.loads(result.stdout.splitlines()[-1]))


def tops(modules: set[str]) -> set[str]:
    """Give the names of the packages that the modules are of."""
    return {name.partition(".")[0] for name in modules}


def test_importing_coach_imports_nothing_else_of_it():
    assert {name for name in loaded("import coach") if name.startswith("coach")} == {"coach"}


@pytest.mark.parametrize(
    ("package", "unwanted"),
    [
        ("coach.core", {"yaml", "textual", "rich", "jinja2", "sqlite3", "click", "typst", "platformdirs"}),
        ("coach.store", {"yaml", "textual", "rich", "jinja2", "click", "typst"}),
        ("coach.content", {"textual", "rich", "jinja2", "sqlite3", "click", "typst"}),
        ("coach.export", {"yaml", "textual", "rich", "jinja2", "sqlite3", "click", "typst"}),
        ("coach.services", {"yaml", "textual", "rich", "jinja2", "sqlite3", "click", "typst"}),
    ],
)
def test_a_whole_package_loads_without_what_it_does_not_need_at_once(package, unwanted):
    assert not tops(loaded(IMPORT_ALL.format(package))) & unwanted


def test_the_kinds_load_without_the_terminal_until_a_widget_is_wanted():
    every_kind = "from coach import exercises\nfor name in exercises.names():\n    exercises.load(name)"

    without = loaded(every_kind)
    with_one = loaded(f"{every_kind}\nexercises.load_widget('choice')")

    assert not tops(without) & {"textual", "rich", "yaml", "click", "jinja2"}
    assert "textual" in with_one


def test_the_command_line_is_imported_without_anything_heavy():
    assert not tops(loaded("import coach.cli.root")) & HEAVY


def test_the_program_alone_opens_without_the_command_lines_library():
    assert "click" not in tops(loaded("import coach.cli.program, coach.tui.app, coach.tui.screens.home"))


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_a_short_answer_of_the_command_line_loads_nothing_heavy(argument):
    modules = loaded("from coach.__main__ import main\nmain()", argument)

    assert "coach.cli.root" in modules
    assert not tops(modules) & HEAVY
    heavier = {name for name in modules if name.startswith(("coach.services", "coach.tui", "coach.store"))}
    assert heavier <= {"coach.store", "coach.store.places"}, "where the preferences are, and no more"
