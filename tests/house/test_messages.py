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


SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:.!?’)“”]* [A-Za-z“(]|[a-z]{3,}[.?!]$")
"""Two words beside each other, or one that ends a sentence: what people read and machines do not."""

QUIET = {
    *SAYING,
    *("compile", "match", "fullmatch", "search", "sub", "split", "findall", "finditer"),
    *("query", "query_one", "add_class", "remove_class", "set_class", "has_class", "getattr", "cast"),
    *("execute", "executescript", "Meta", "TypeVar", "ContextVar", "import_module"),
    *("AssertionError", "KeyError", "LookupError", "RuntimeError", "TypeError", "ValueError"),
}
"""Calls whose texts go through the catalogue, or that nobody reads but a machine or a programmer."""

QUIET_KEYWORDS = {"bad", "good", "id", "classes", "metavar"}
STYLES = {"CSS", "DEFAULT_CSS", "__all__"}
PLACES = (ast.JoinedStr, ast.FormattedValue, ast.Expr, ast.Compare, ast.Subscript, ast.MatchValue)

DATA = (
    "content/rules/interview_questions_words.py",
    "content/schema.py",
    "content/syntax.py",
    "core/crm/dataloader.py",
    "core/crm/schema.py",
    "core/writing/lexicon_de.py",
    "core/writing/lexicon_en.py",
    "core/writing/passive.py",
    "core/writing/readability.py",
    "core/writing/sentences.py",
    "exercises/crm/fitting.py",
    "exercises/crm/meaning.py",
    "exercises/star/measure.py",
    "export/anki.py",
    "store/copies.py",
    "store/examine.py",
    "store/keeping.py",
    "store/sqlite.py",
)
"""Words of one language, of a format, of a query or of made-up people: the same whoever reads."""

SAME_IN_ALL = frozenset((Path(__file__).parent / "same_in_all.txt").read_text(encoding="utf-8").splitlines())
"""Keys, stored values, styles and names, one a line; {} stands for what is filled in."""


def test_every_sentence_goes_through_the_catalogue():
    found = [
        f"{path.relative_to(COACH)}:{line} {text!r}"
        for path in FILES
        if not str(path.relative_to(COACH)).startswith(DATA)
        for line, text in _texts(ast.parse(path.read_text("utf-8")))
        if text not in SAME_IN_ALL
    ]
    assert found == []


def test_the_search_for_sentences_finds_one():
    tree = ast.parse(
        'def told(n):\n    "A docstring."\n    return f"There are {n} left", {"no key": tr("is said")}'
    )
    assert list(_texts(tree)) == [(3, "There are {} left")]


def test_what_is_the_same_in_all_languages_is_still_there():
    written = {text for path in FILES for _, text in _texts(ast.parse(path.read_text("utf-8")))}
    assert written >= SAME_IN_ALL


def _texts(tree):
    """Give line and text of what looks like a sentence and is not said through the catalogue."""
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        text = _plain(node)
        if text and SENTENCE.search(text) and not _quiet(node, above):
            yield node.lineno, text


def _plain(node):
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _quiet(node, above):
    """Whether a text stands where nobody reads it, or where it is said already."""
    over = above[node]
    if isinstance(over, PLACES) or (isinstance(over, ast.Dict) and node in over.keys):
        return True
    while node in above:
        node, inner = above[node], node
        if _quiet_around(node, inner):
            return True
    return False


def _quiet_around(node, inner):
    """Whether nobody reads what stands in this part of a node."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if inner is not node.func:
            return name in QUIET
        case ast.keyword(arg=name):
            return name in QUIET_KEYWORDS
        case ast.AnnAssign(annotation=kind) | ast.arg(annotation=kind) if inner is kind:
            return True
        case ast.FunctionDef(returns=kind) | ast.AsyncFunctionDef(returns=kind):
            return inner is kind
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name in STYLES
    return False
