"""What a person reads goes through the catalogue, and the catalogue is whole, fitting and compiled."""

import ast
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COACH = ROOT / "coach"
FILES = sorted(path for path in COACH.rglob("*.py"))
SAYING = {"tr", "trn", "trp", "mark"}

WORDS = re.compile(
    r"""[A-Za-z]{2,}[,;:.!?’)“”]*\ [A-Za-z“(]  # two words beside each other
    | ^[A-Z][a-z]{2,}(?![\w.])                 # or one that begins a line
    | [a-z]{3,}[.?!]$                          # or ends a sentence""",
    re.VERBOSE,
)


def test_every_message_is_translated_and_the_catalogue_compiled():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts/messages.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def calls(tree):
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) and node.args else None
        if isinstance(called, ast.Name) and called.id in SAYING:
            yield node


def test_what_is_said_is_a_literal_that_can_be_collected():
    odd = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in FILES
        for call in calls(ast.parse(path.read_text("utf-8")))
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert odd == []


def test_nothing_is_said_before_the_language_is_known():
    """Commands are imported once it is; everything else may be imported by a test or another language."""
    early = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in FILES
        if not path.is_relative_to(COACH / "cli")
        for call in _at_import(ast.parse(path.read_text("utf-8")))
        if call.func.id != "mark"
    ]
    assert early == []


def _at_import(tree):
    """Give the calls that run when the module is imported."""
    waiting = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += node.decorator_list if not isinstance(node, ast.Lambda) else []
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            yield node
        waiting += list(ast.iter_child_nodes(node))
