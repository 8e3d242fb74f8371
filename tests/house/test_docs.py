"""The pages at the top of the project say what is true of the program."""

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
from packaging.requirements import Requirement

from coach.cli.root import root
from coach.services.settings import load

ROOT = Path(__file__).parents[2]
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *(f"docs/{one.name}" for one in DOCS)]
FENCED = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
IN_A_LINE = re.compile(r"`(coach [^`]+)`")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(name: str) -> list[list[str]]:
    """Give every command line that the page shows, split into words, without its comment."""
    shown = [
        line
        for language, text in FENCED.findall(page(name))
        if language == "sh"
        for line in text.splitlines()
    ]
    split = [shlex.split(line, comments=True) for line in [*shown, *IN_A_LINE.findall(page(name))]]
    return [words for words in split if words[:1] == ["coach"]]


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_is_shown_exists_with_its_options(name):
    assert commands(name)
    for words in commands(name):
        command: click.Command = root
        context = click.Context(root)
        rest = [word for word in words[1:] if word != "COMMAND"]
        while rest[:1] in (["--profile"], ["--content"]):
            del rest[:2]
        while rest and not rest[0].startswith("-") and isinstance(command, click.Group):
            found = command.get_command(context, rest.pop(0))
            assert found is not None, f"{name}: there is no {' '.join(words)}"
            command = found
        options = {option for parameter in command.get_params(context) for option in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= options, f"{name}: {' '.join(words)}"


@pytest.mark.parametrize("name", PAGES)
def test_every_link_to_a_file_leads_to_one(name):
    for target in re.findall(r"(?<!!)\[[^]]+\]\((?!https?:)([^)]+)\)", page(name)):
        file = target.partition("#")[0]
        assert ((ROOT / name).parent / file).exists(), f"{name} leads to {target}"


def test_the_settings_in_the_readme_are_accepted(tmp_path):
    example = next(text for language, text in FENCED.findall(page("README.md")) if language == "toml")
    (tmp_path / "config.toml").write_text(example, encoding="utf-8")

    settings = load(tmp_path)

    assert settings.theme == "coach-light"
    assert settings.keys


def test_every_dependency_has_a_reason():
    project = tomllib.loads(page("pyproject.toml"))
    groups = project["dependency-groups"]
    rows = [line.split("|")[1] for line in page("CONTRIBUTING.md").splitlines() if line.startswith("| ")]
    told = {name.strip() for row in rows for name in row.split(",")}

    wanted = {
        Requirement(text).name
        for text in [*project["project"]["dependencies"], *groups["build"], *groups["dev"]]
    }

    assert wanted == told - {"to run", "to build and test"}


def test_the_licence_is_the_whole_apache_license():
    licence = page("LICENSE")

    assert licence.lstrip().startswith("Apache License\n                           Version 2.0, January 2004")
    assert "END OF TERMS AND CONDITIONS" in licence
