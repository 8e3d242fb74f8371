import json
import shutil
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from coach import exercises
from coach.cli.check import check
from coach.cli.explain import explain
from coach.cli.new import new
from coach.cli.schema import schema
from coach.content import codes

SAMPLES = Path(__file__).parent.parent / "data" / "content"
TODAY = date(2026, 11, 21)


@pytest.fixture
def coach():
    """The four commands in a group with the option that the program has."""

    @click.group()
    @click.option("--content", type=click.Path(path_type=Path))
    def root(content):
        pass

    for command in (check, explain, new, schema):
        root.add_command(command)
    return root


@pytest.fixture
def run(coach, tmp_path, monkeypatch):
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("COACH_CONTENT", raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        return CliRunner().invoke(coach, [str(argument) for argument in arguments], catch_exceptions=False)

    return call


def test_check_prints_problems_to_stdout_and_a_summary_to_stderr(run, tmp_path):
    shutil.copytree(SAMPLES / "library", tmp_path / "mine")
    shutil.copy(SAMPLES / "bad/c301.yaml", tmp_path / "mine/question_banks/c301.yaml")
    result = run("check", tmp_path / "mine")
    assert result.exit_code == 1
    assert result.stdout.startswith("mine/question_banks/c301.yaml:13:5 C301 there is no anchor for 3")
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == (
        "10 files checked: 1 error and 0 warnings. coach explain C301 says more about the first.\n"
    )


def test_check_of_clean_content_says_so_and_exits_with_zero(run):
    result = run("check", SAMPLES / "library")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "9 files checked: 0 errors and 0 warnings.\n"


def test_warnings_fail_only_when_they_should(run):
    path = SAMPLES / "bad/c302.yaml"
    lenient = run("--content", SAMPLES / "library", "check", path)
    assert lenient.exit_code == 0
    assert " C302 " in lenient.stdout
    strict = run("--content", SAMPLES / "library", "check", "--strict", path)
    assert strict.exit_code == 1
    assert "Warnings count as errors here." in strict.stderr


def test_check_gives_json_with_every_field(run):
    result = run("--content", SAMPLES / "library", "check", "--json", SAMPLES / "bad/c010.yaml")
    (problem,) = json.loads(result.stdout)
    assert problem["code"] == "C010"
    assert problem["severity"] == "error"
    assert problem["line"] > 1
    assert problem["file"].endswith("c010.yaml")
    assert result.exit_code == 1


def test_check_without_a_path_checks_the_library_with_the_option_first(run, tmp_path):
    shutil.copytree(SAMPLES / "library", tmp_path / "mine")
    (tmp_path / "mine/question_banks/sales.yaml").write_text("id: [x", "utf-8")
    result = run("--content", tmp_path / "mine", "check")
    assert result.exit_code == 1
    assert result.stdout.startswith("mine/question_banks/")


def test_check_of_an_empty_folder_says_what_to_do(run, tmp_path):
    (tmp_path / "empty").mkdir()
    result = run("check", tmp_path / "empty")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"There is no YAML file to check in {tmp_path / 'empty'}." in result.stderr
    assert "coach new module NAME" in result.stderr


def test_check_of_a_path_that_is_not_there_is_wrong_use(run):
    result = run("check", "nowhere.yaml")
    assert result.exit_code == 2
    assert "nowhere.yaml" in result.stderr


@pytest.mark.parametrize("code", codes.known())
def test_every_code_can_be_explained_in_either_case(run, code):
    result = run("explain", code.lower())
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code}  ")
    assert "Why it matters: " in result.stdout
    assert "How to fix it: " in result.stdout


def test_an_explanation_shows_bad_and_good_yaml(run):
    assert run("explain", "C013").stdout.endswith(
        'Instead of\n    text: Price #1 wins\n\nwrite\n    text: "Price #1 wins"\n'
    )


@pytest.mark.parametrize(("asked", "hint"), [("C30", "Did you mean C3"), ("what", "They look like C010.")])
def test_an_unknown_code_is_wrong_use_with_a_hint(run, asked, hint):
    result = run("explain", asked)
    assert result.exit_code == 2
    assert f"There is no code '{asked}'. {hint}" in result.stderr


def refs(node):
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for part in node.values():
            yield from refs(part)
    if isinstance(node, list):
        for part in node:
            yield from refs(part)


@pytest.mark.parametrize("name", ["curriculum", "bank", "kit", "country", "topics"])
def test_a_schema_is_whole_and_names_its_dialect(run, name):
    result = run("schema", name)
    made = json.loads(result.stdout)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {ref.removeprefix("#/$defs/") for ref in refs(made)} <= set(made["$defs"])
    assert "Spec" not in "".join(made["$defs"])


def test_the_curriculum_schema_knows_every_step_type(run):
    made = json.loads(run("schema", "curriculum").stdout)
    steps = made["$defs"]["Lesson"]["properties"]["steps"]["items"]["anyOf"]
    definitions = [made["$defs"][ref["$ref"].removeprefix("#/$defs/")] for ref in steps]
    types = [definition["properties"]["type"]["enum"][0] for definition in definitions]
    assert sorted(types) == sorted(["reading", "practice", *exercises.names()])
    for definition in definitions:
        assert {"type", "id"} <= set(definition["required"])
        assert definition["additionalProperties"] is False
    tops = [ref["$ref"].removeprefix("#/$defs/") for ref in made["oneOf"]]
    assert tops[:4] == ["Module", "Session", "CompetencyList", "PathList"]
    assert "Scene" in tops


def test_the_curriculum_schema_takes_the_name_of_a_shared_file_for_what_is_in_it(run):
    made = json.loads(run("schema", "curriculum").stdout)
    scenes = made["$defs"]["dialogue"]["properties"]["scenes"]
    assert {"type": "string"} in scenes["items"]["anyOf"]
    assert {"$ref": "#/$defs/Scene"} in scenes["items"]["anyOf"]


def test_the_bank_schema_asks_for_the_anchors_that_the_checker_asks_for(run):
    anchors = json.loads(run("schema", "bank").stdout)["$defs"]["Question"]["properties"]["anchors"]
    assert anchors["required"] == ["1", "3", "5"]
    assert list(anchors["properties"]) == ["1", "2", "3", "4", "5"]
    assert anchors["additionalProperties"] is False


@pytest.mark.parametrize("kind", ["module", "bank", "kit"])
@pytest.mark.parametrize("name", ["cold-calls", "null", "2026", "true", "0x10", "a" * 64])
def test_what_new_writes_passes_the_check_without_a_word(run, tmp_path, kind, name):
    written = run("new", kind, name, "--into", tmp_path / "mine")
    assert written.exit_code == 0
    assert all(Path(line).is_file() for line in written.stdout.splitlines())
    assert "Replace the placeholders" in written.stderr
    checked = run("check", "--strict", tmp_path / "mine")
    assert (checked.exit_code, checked.stdout) == (0, "")


def test_new_tells_how_the_program_comes_to_see_what_it_wrote(run, tmp_path):
    aside = run("new", "module", "cold-calls", "--into", "mine").stderr
    assert "start it with coach --content mine, or move" in aside
    assert str(tmp_path / "home/data/content") in aside
    (tmp_path / "named").mkdir()
    named = run("--content", tmp_path / "named", "new", "module", "cold-calls", "--into", "named").stderr
    own = run("new", "module", "cold-calls", "--into", tmp_path / "home/data/content").stderr
    assert "--content" not in named + own


def test_new_content_refers_to_competencies_that_are_there_already(run, tmp_path):
    shutil.copytree(SAMPLES / "library", tmp_path / "mine")
    assert run("new", "kit", "second-round", "--into", tmp_path / "mine").exit_code == 0
    kit = (tmp_path / "mine/question_banks/kits/second-round.yaml").read_text("utf-8")
    assert '- id: "prospecting"' in kit
    assert run("check", "--strict", tmp_path / "mine").exit_code == 0


def test_without_any_competencies_new_writes_placeholders_for_them(tmp_path):
    from coach.content.library import Library
    from coach.content.scaffold import scaffold

    written = scaffold("kit", "first", tmp_path, Library([]), TODAY)
    assert tmp_path / "curricula/competencies.yaml" in written
    assert len(Library([tmp_path]).guide("first").questions) == 5


def test_too_few_competencies_are_told_and_nothing_is_written(tmp_path):
    from coach.content.library import Library
    from coach.content.scaffold import ScaffoldRefused, scaffold

    (tmp_path / "curricula").mkdir()
    (tmp_path / "curricula/competencies.yaml").write_text("competencies: []", "utf-8")
    with pytest.raises(ScaffoldRefused, match="has fewer than 5 usable competencies"):
        scaffold("bank", "sales", tmp_path, Library([]), TODAY)
    assert not (tmp_path / "question_banks").exists()


def test_a_kit_uses_the_bank_of_its_name(run, tmp_path):
    shutil.copytree(SAMPLES / "library", tmp_path / "mine")
    result = run("new", "kit", "sales", "--into", tmp_path / "mine")
    assert result.stdout.splitlines() == [str(tmp_path / "mine/question_banks/kits/sales.yaml")]
    kit = (tmp_path / "mine/question_banks/kits/sales.yaml").read_text("utf-8")
    assert '- id: "about-listening"' in kit
    assert run("check", "--strict", tmp_path / "mine").exit_code == 0


def test_a_kit_of_a_bank_without_questions_is_refused(run, tmp_path):
    (tmp_path / "question_banks").mkdir()
    (tmp_path / "question_banks/empty.yaml").write_text(
        "id: empty\ntitle: E\nsummary: S\nquestions: []\n", "utf-8"
    )
    result = run("new", "kit", "empty")
    assert result.exit_code == 1
    assert "The bank 'empty' has no usable question yet; write one first." in result.stderr


def test_nothing_is_overwritten(run, tmp_path):
    assert run("new", "module", "cold-calls").exit_code == 0
    header = tmp_path / "curricula/cold-calls/module.yaml"
    header.write_text("mine", "utf-8")
    result = run("new", "module", "cold-calls")
    assert result.exit_code == 1
    assert "module.yaml exists already and is left as it is; choose another name." in result.stderr
    assert header.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["Cold Calls", "../calls", "-x-", "a" * 65, "calls\n"])
def test_a_bad_name_gets_a_sentence(run, tmp_path, name):
    result = run("new", "module", "--into", tmp_path / "mine", "--", name)
    assert result.exit_code == 1
    assert "cannot be used: it becomes a file name and an id" in result.stderr
    assert not (tmp_path / "mine").exists()


def test_a_place_that_cannot_be_written_gets_a_sentence(run, tmp_path):
    (tmp_path / "curricula").write_text("in the way", "utf-8")
    result = run("new", "module", "cold-calls")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
