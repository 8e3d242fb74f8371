import re
from datetime import date
from pathlib import Path

import pytest

from coach import exercises
from coach.content import codes
from coach.content.check import check
from coach.content.library import Library
from coach.content.reader import MOST_BYTES

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "data" / "content"
COACH = HERE.parent.parent / "coach"
TODAY = date(2026, 11, 21)
MADE_HERE = {"C001", "C002"}  # a missing file and one of two megabytes are no files to keep


def sample(folder, code):
    found = [path for path in (SAMPLES / folder).iterdir() if path.stem == code.lower()]
    assert len(found) == 1, f"{code} has no sample in {folder}"
    return found[0]


def found_in(path):
    return check([path], TODAY, Library([SAMPLES / "library"])).problems


def codes_written_in(folder):
    texts = [path.read_text("utf-8") for path in folder.rglob("*.py") if "codes" not in path.parts]
    return {code for text in texts for code in re.findall(r'"(C[0-9]{3})"', text)}


@pytest.mark.parametrize("code", [code for code in codes.own() if code not in MADE_HERE])
def test_every_explained_code_catches_its_bad_sample_and_nothing_else_in_it(code):
    assert {problem.code for problem in found_in(sample("bad", code))} == {code}


@pytest.mark.parametrize("code", [code for code in codes.own() if code not in MADE_HERE])
def test_the_good_twin_of_every_bad_sample_passes_without_a_word(code):
    assert [str(problem) for problem in found_in(sample("good", code))] == []


def test_a_missing_file_and_a_huge_one_are_told(tmp_path):
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"#" * (MOST_BYTES + 1))
    assert [problem.code for problem in found_in(huge)] == ["C002"]
    assert [problem.code for problem in found_in(tmp_path / "missing.yaml")] == ["C001"]


def test_every_code_used_in_the_program_is_explained():
    used = codes_written_in(COACH / "content") | codes_written_in(COACH / "exercises")
    assert used
    assert used <= set(codes.known())


def test_every_explained_code_is_used():
    used = codes_written_in(COACH / "content") | codes_written_in(COACH / "exercises")
    assert set(codes.own()) <= used


def test_codes_of_exercise_kinds_do_not_redefine_those_of_the_checker():
    brought = [code for name in exercises.names() for code in exercises.load(name).codes]
    assert not set(brought) & set(codes.own())


@pytest.mark.parametrize("entry", codes.own().values(), ids=lambda entry: entry.code)
def test_explanations_say_what_why_and_how_with_both_examples(entry):
    assert entry.why.endswith(".")
    assert entry.fix.endswith(".")
    assert entry.bad
    assert entry.good
    assert entry.bad != entry.good


def test_a_kinds_own_code_is_explained_with_its_kind():
    for name in exercises.names():
        for code in exercises.load(name).codes:
            assert name in codes.explain(code).title


def test_the_sample_library_is_clean():
    report = check(Library([SAMPLES / "library"]), TODAY)
    assert (report.files, report.problems) == (9, ())
