"""Shared parts: found by name in the roots, told when they are missing or broken, never outside a root."""

from datetime import date
from pathlib import Path

import pytest

from coach.content.check import check
from coach.content.library import Library
from coach.content.parts import Shelf, read_part
from coach.content.reader import read
from coach.core.dialogue.script import Scene
from coach.exercises.base import Part

SCENES = Part(folder="scenes", kind=Scene)
SCENE = (Path(__file__).parent.parent / "data/content/library/curricula/shared/scenes/price.yaml").read_text()
TODAY = date(2026, 11, 22)


def root_with(folder, name, text):
    place = folder / "curricula/shared/scenes"
    place.mkdir(parents=True)
    (place / f"{name}.yaml").write_text(text)
    return folder


def test_a_part_in_an_earlier_root_hides_the_one_of_the_same_name(tmp_path):
    first = root_with(tmp_path / "one", "price", SCENE.replace("It is dear.", "It costs too much."))
    second = root_with(tmp_path / "two", "price", SCENE)
    found = Shelf([first, second]).find(SCENES, "price")

    assert found.value.nodes["start"].says == "It costs too much."
    assert Shelf([second, first]).find(SCENES, "price").value.nodes["start"].says == "It is dear."


@pytest.mark.parametrize("name", ["../price", "/etc/passwd", "scenes/price", "Price", "", "price.yaml"])
def test_a_name_that_is_a_path_finds_nothing(tmp_path, name):
    shelf = Shelf([root_with(tmp_path / "root", "price", SCENE)])

    assert shelf.find(SCENES, name) is None
    assert not shelf.used


def test_a_link_out_of_the_root_is_not_followed(tmp_path):
    root = root_with(tmp_path / "root", "price", SCENE)
    secret = tmp_path / "secret.yaml"
    secret.write_text(SCENE.replace("id: price", "id: secret"))
    (root / "curricula/shared/scenes/secret.yaml").symlink_to(secret)

    assert Shelf([root]).find(SCENES, "secret").value is None


def test_a_broken_part_is_told_in_its_own_file_and_where_it_is_named(tmp_path):
    root = root_with(tmp_path / "root", "price", SCENE.replace("says:", "sais:"))
    session = root / "curricula/small/first.yaml"
    session.parent.mkdir()
    good = Path(__file__).parent.parent / "data/content/good/c025.yaml"
    session.write_text(good.read_text().replace("id: c025", "id: first"))
    problems = check(Library([root]), TODAY).problems

    assert any(one.code == "C020" and one.file.endswith("shared/scenes/price.yaml") for one in problems)
    told = [one for one in problems if one.code == "C025"]
    assert len(told) == 1
    assert told[0].file == str(session)
    assert "correct it first" in told[0].text
    assert "price.yaml:" in told[0].text


def test_a_folder_that_no_kind_uses_is_told(tmp_path):
    place = tmp_path / "curricula/shared/things"
    place.mkdir(parents=True)
    (place / "one.yaml").write_text("id: one\n")
    problems = check(Library([tmp_path]), TODAY).problems

    assert [one.code for one in problems] == ["C016"]
    assert "scenes" in problems[0].text


def test_the_index_notices_when_a_part_is_mended(tmp_path):
    root = root_with(tmp_path / "root", "price", SCENE.replace("says:", "sais:"))
    folder = root / "curricula/small"
    folder.mkdir()
    (folder / "module.yaml").write_text(
        "id: small\ntitle: Small\nsummary: For tests.\naudience: Testers.\ncompetencies: []\n"
        "sessions: [{id: first, title: First, minutes: 5}]\n"
    )
    good = Path(__file__).parent.parent / "data/content/good/c025.yaml"
    (folder / "first.yaml").write_text(good.read_text().replace("id: c025", "id: first"))
    cache = tmp_path / "cache"
    assert Library([root]).index(cache)[0].sessions[0].steps == ()

    (root / "curricula/shared/scenes/price.yaml").write_text(SCENE)
    assert [step.id for step in Library([root]).index(cache)[0].sessions[0].steps] == ["dear"]


def test_a_part_is_read_as_strictly_as_everything_else():
    found = read_part(read((SCENE + "color: red\n").encode(), "price.yaml"), Scene)

    assert found.value is None
    assert [problem.code for problem in found.problems] == ["C020"]
