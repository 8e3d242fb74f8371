"""Profiles of the practice CRM on the command line: listed, and made of an org's own value sets."""

import json
from pathlib import Path

import pytest

from coach.content.parts import read_part
from coach.content.reader import read_file
from coach.core.crm.profile import Profile

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata">\n'

STATUSES = """
<standardValue><fullName>Frisch</fullName><default>true</default><label>Frisch: neu</label></standardValue>
<standardValue><fullName>yes</fullName><default>false</default><converted>true</converted></standardValue>
"""
SOURCES = "<standardValue><fullName>12:30</fullName><label>Messe, mittags</label></standardValue>"


@pytest.fixture
def sets(program):
    """A folder with an org's value sets, and a program whose content has the shipped profiles."""
    folder = program.home / "standardValueSets"
    folder.mkdir()
    write(folder, "LeadStatus", STATUSES)
    write(folder, "LeadSource", SOURCES)
    write(folder, "CaseStatus", "<mystery/>")
    return folder


def write(folder, name, inner, end="</StandardValueSet>\n"):
    file = folder / f"{name}.standardValueSet-meta.xml"
    file.write_text(HEAD + inner + end, encoding="utf-8")
    return file


def run_import(program, folder, *words, name="our-org"):
    return program.run("crm", "profile", "import", str(folder), "--name", name, *words)


def test_an_orgs_value_sets_become_a_profile_that_content_can_read(program, sets):
    done = run_import(program, sets, "--title", "Our org: live")

    assert done.code == 0, done.err
    path = Path(done.out.strip())
    assert path == program.home / "coach/data/content/curricula/shared/profiles/our-org.yaml"
    read = read_part(read_file(path), Profile)
    assert read.problems == ()
    assert (read.value.id, read.value.title) == ("our-org", "Our org: live")
    assert read.value.values("lead_statuses") == ("Frisch", "yes")
    assert read.value.label("lead_statuses", "Frisch") == "Frisch: neu"
    assert read.value.label("lead_sources", "12:30") == "Messe, mittags"
    assert len(read.value.stages) == 10
    assert "From the org: lead sources, lead statuses." in done.err
    assert "As in a Developer Edition: stages, task statuses," in done.err
    assert "Which lead status means lost is not in the files" in done.err


def test_the_new_profile_is_listed_beside_those_that_come_along(program, sets):
    run_import(program, sets)

    listed = program.run("crm", "profile", "list")
    assert "our-org  Our org\n" in listed.out
    assert "developer-edition-de  Salesforce Developer Edition, deutsche Oberfläche\n" in listed.out
    found = json.loads(program.run("crm", "profile", "list", "--json").out)
    assert {"id": "our-org", "title": "Our org", "trouble": ""} in found


def test_a_profile_that_exists_is_kept_unless_it_is_to_be_replaced(program, sets):
    first = run_import(program, sets)
    again = run_import(program, sets, "--title", "Other")

    assert again.code == 1
    assert "our-org.yaml exists already and is left as it is" in again.err
    assert "title: Our org\n" in Path(first.out.strip()).read_text()
    assert run_import(program, sets, "--title", "Other", "--force").code == 0
    assert "title: Other\n" in Path(first.out.strip()).read_text()


def test_bad_files_are_all_named_with_place_and_code_and_nothing_is_written(program, sets):
    write(sets, "LeadStatus", STATUSES).write_text(f"<!DOCTYPE x>\n{HEAD}", encoding="utf-8")
    write(sets, "TaskStatus", "<standardValue>", end="")
    refused = run_import(program, sets)

    assert refused.code == 1
    assert "LeadStatus.standardValueSet-meta.xml:1:1 C116 it declares a document type" in refused.err
    assert "TaskStatus.standardValueSet-meta.xml:3:16 C116 it is no well-formed XML" in refused.err
    assert "coach: No profile was written, since these files cannot be used." in refused.err
    assert not (program.home / "coach/data/content").exists()


def test_what_is_not_known_in_a_file_is_told_and_the_rest_is_used(program, sets):
    write(sets, "Industry", "<standardValue><fullName>Ice</fullName><hue>7</hue></standardValue>")
    done = run_import(program, sets)

    assert done.code == 0
    assert "Industry.standardValueSet-meta.xml:3:40 C117 the element 'hue' is not known here" in done.err


def test_value_sets_that_make_no_sound_profile_are_refused(program, sets):
    write(sets, "LeadStatus", "<standardValue><fullName>New</fullName></standardValue>")
    refused = run_import(program, sets)

    assert refused.code == 1
    assert "no lead status is converted, so no lead could be converted" in refused.err


def test_a_folder_without_value_sets_and_a_name_that_is_none_are_refused(program, sets, tmp_path):
    empty = tmp_path / "nothing-here"
    empty.mkdir()

    assert "nothing-here has no value set that could be read" in run_import(program, empty).err
    assert "A profile cannot be called 'Our Org'" in run_import(program, sets, name="Our Org").err


def test_a_profile_that_cannot_be_used_is_listed_with_its_trouble(program):
    broken = program.content / "curricula/shared/profiles/broken.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("id: broken\ntitle: Broken\n", encoding="utf-8")

    assert "broken  cannot be used: " in program.run("crm", "profile", "list").out
