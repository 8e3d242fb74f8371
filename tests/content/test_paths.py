import shutil
from datetime import date
from pathlib import Path

import pytest

from coach.content.check import check
from coach.content.library import Library

SAMPLES = Path(__file__).parent.parent / "data" / "content"
TODAY = date(2026, 11, 21)
PATH = "- {{id: {id}, title: T, audience: A, steps: [{steps}]}}\n"


@pytest.fixture
def root(tmp_path):
    shutil.copytree(SAMPLES / "library", tmp_path / "root")
    return tmp_path / "root"


def write(root, *entries):
    path = root / "curricula" / "paths.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("paths:\n" + "".join(entries), "utf-8")
    return path


def told(path):
    return [str(problem).removeprefix(f"{path}:") for problem in check([path], TODAY).problems]


def test_paths_of_modules_and_sessions_that_exist_are_clean(root):
    path = write(root, PATH.format(id="one", steps="asking"), PATH.format(id="two", steps="asking/decision"))
    assert told(path) == []
    assert list(Library([root]).paths().value) == ["one", "two"]


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (
            "askin",
            "there is no module 'askin', so whoever follows this path would miss it; did you mean 'ask",
        ),
        ("asking/decisio", "there is no session 'decisio' in 'asking', so whoever follows this path would "),
        (
            "asking/1",
            "there is no session '1' in 'asking', so whoever follows this path would miss it; known",
        ),
    ],
)
def test_a_part_that_does_not_exist_is_told_with_what_may_be_meant(root, steps, sentence):
    (problem,) = told(write(root, PATH.format(id="one", steps=steps)))
    assert problem.startswith(f"2:44 C210 {sentence}")


@pytest.mark.parametrize(
    "steps", ["asking, asking", "asking, asking/decision", "asking/decision, asking/decision"]
)
def test_what_comes_twice_is_a_warning(root, steps):
    report = check([write(root, PATH.format(id="one", steps=steps))], TODAY)
    assert [(problem.code, problem.fatal) for problem in report.problems] == [("C211", False)]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("- {id: One, title: T, audience: A, steps: [asking]}\n", "C023"),
        ("- {id: one, title: T, audience: A, steps: []}\n", "C023"),
        ("- {id: one, title: T, audience: A, steps: [asking/]}\n", "C023"),
        ("- {id: one, title: T, audience: A, steps: [../asking]}\n", "C023"),
        ("- {id: one, title: T, audience: A}\n", "C021"),
        ("- {id: one, title: T, audience: A, steps: [asking], deadline: soon}\n", "C022"),
        ("- {id: one, title: T, audience: A, steps: [asking], until: soon}\n", "C020"),
    ],
)
def test_a_path_that_cannot_be_used_is_told_and_leaves_the_others(root, entry, code):
    path = write(root, entry, PATH.format(id="good", steps="asking"))
    assert [problem.code for problem in check([path], TODAY).problems] == [code]
    paths = Library([root]).paths()
    assert list(paths.value) == ["good"]
    assert len(paths.problems) == 1


def test_an_id_used_twice_is_told(root):
    path = write(root, PATH.format(id="one", steps="asking"), PATH.format(id="one", steps="asking"))
    assert [problem.code for problem in check([path], TODAY).problems] == ["C010"]


def test_a_module_with_errors_is_told_once_and_not_again_by_the_path(root):
    (root / "curricula/asking/module.yaml").write_text("id: [", "utf-8")
    path = write(root, PATH.format(id="one", steps="asking/decision"))
    assert told(path) == []


def test_a_path_in_an_earlier_root_replaces_one_of_the_same_id(root, tmp_path):
    write(root, PATH.format(id="one", steps="asking"))
    mine = tmp_path / "mine"
    write(mine, PATH.format(id="one", steps="asking/decision"), PATH.format(id="two", steps="asking"))
    paths = Library([mine, root]).paths().value
    assert set(paths) == {"one", "two"}
    assert paths["one"].steps == ("asking/decision",)


def test_without_a_file_there_are_no_paths(root):
    assert Library([root]).paths().value == {}
