"""``coach translate`` and ``--lang``, as authors and readers use them."""

import pytest
from babel.messages.pofile import read_po, write_po


@pytest.fixture
def module(program):
    return program.content / "curricula" / "small"


def translated(path, said):
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale="de")
    for message in catalogue:
        if message.id in said:
            message.string = said[message.id]
    with path.open("wb") as stream:
        write_po(stream, catalogue)


def test_merging_makes_catalogues_that_status_counts(program, module):
    made = program.run("translate", "merge", "small", "--lang", "de")
    assert made.code == 0, made.err
    assert sorted(path.name for path in (module / "locale/de").iterdir()) == [
        "first.po",
        "module.po",
        "second.po",
    ]
    counted = program.run("translate", "status", "small")
    assert counted.code == 1
    assert counted.err.startswith("coach: 0 of ") or " texts are translated: 0 %." in counted.err


def test_a_translated_title_is_listed_in_german_and_the_rest_stays(program, module):
    program.run("translate", "merge", "small")
    translated(module / "locale/de/module.po", {"First steps": "Erste Schritte"})
    german = program.run("--lang", "de", "train", "list").out
    assert "Erste Schritte" in german
    assert "Second steps" in german
    assert "First steps" in program.run("train", "list").out


def test_all_of_it_translated_is_a_hundred_percent(program, module):
    program.run("translate", "merge", "small")
    path = module / "locale/de/module.po"
    with path.open("rb") as stream:
        said = {message.id: f"{message.id} (de)" for message in read_po(stream) if message.id}
    translated(path, said)
    counted = program.run("translate", "status", str(module / "module.yaml"))
    assert (counted.code, counted.err) == (0, f"{len(said)} of {len(said)} texts are translated: 100 %.\n")


def test_an_unknown_name_and_a_wrong_language_are_told(program):
    assert "There is no module 'smal'." in program.run("translate", "status", "smal").err
    for wrong in ("deutsch", "en", "D"):
        assert (
            "give two small letters, such as de"
            in program.run("translate", "merge", "small", "--lang", wrong).err
        )


def test_a_foreign_catalogue_goes_with_one_file(program, tmp_path):
    (tmp_path / "agency.po").write_text("")
    told = program.run("translate", "merge", "small", "--from", str(tmp_path / "agency.po"))
    assert (told.code, told.err.splitlines()[0]) == (
        2,
        "coach: --from goes with one file of content: name the file.",
    )


@pytest.mark.parametrize(
    ("environment", "german"),
    [
        ({"COACH_LANG": "de"}, True),
        ({"LANG": "de_AT.UTF-8"}, True),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "de_DE.UTF-8"}, False),
        ({"COACH_LANG": "en", "LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "fr_FR.UTF-8"}, False),
        ({}, False),
    ],
)
def test_the_language_is_that_of_variable_and_locale(program, environment, german):
    told = program.run("train", "run", "nowhere", "--plain", env=environment).err
    assert told
    assert ("There is no module" not in told) == german, told


def test_the_preferences_name_a_language_and_the_option_goes_before_them(program):
    folder = program.home / "coach" / "config"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('language = "de"', encoding="utf-8")
    assert "There is no module" not in program.run("train", "run", "nowhere", "--plain").err
    assert "There is no module" in program.run("--lang", "en", "train", "run", "nowhere", "--plain").err


def test_an_unknown_language_is_told(program):
    told = program.run("--lang", "fr", "train", "list")
    assert told.code == 2
    assert "'fr'" in told.err
