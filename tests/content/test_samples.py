"""Sample answers as files: what is read, what is told, and what comes with the program."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from coach.content.check import check
from coach.content.library import ContentError, Library, NotFound
from coach.content.schema import schema_for

ROOT = Path(__file__).parents[2]
SAMPLES = Path(__file__).parent.parent / "data" / "content"
TODAY = date(2026, 11, 21)


@pytest.fixture
def root(tmp_path):
    shutil.copytree(SAMPLES / "library", tmp_path / "root")
    (tmp_path / "root/question_banks/samples").mkdir()
    shutil.copy(SAMPLES / "good/c330/sales.yaml", tmp_path / "root/question_banks/samples/sales.yaml")
    return tmp_path / "root"


def change(root, old, new):
    path = root / "question_banks/samples/sales.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def text_line(root, words):
    """The line, from 0, of the file on which the words stand."""
    lines = (root / "question_banks/samples/sales.yaml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines) if words in line)


def told(root):
    return [str(problem) for problem in check([root], TODAY).problems]


def test_samples_are_read_by_their_bank(root):
    library = Library([root])
    assert library.sampled() == ("sales",)
    samples = library.samples("sales").value.samples
    assert [(sample.id, sample.rating, sample.model) for sample in samples] == [
        ("chose-ten", 3, False),
        ("rang-ten", 1, False),
    ]
    assert told(root) == []


def test_a_bank_without_samples_is_not_found(root):
    with pytest.raises(NotFound):
        Library([root]).samples("buying")


def test_a_bad_sample_does_not_hide_the_others_and_is_told_in_its_place(root):
    change(root, "rating: 1", "rating: 6")
    loaded = Library([root]).samples("sales")
    assert [sample.id for sample in loaded.value.samples] == ["chose-ten"]
    (problem,) = loaded.problems
    assert problem.line == 1 + text_line(root, "rating: 6")


@pytest.mark.parametrize(
    "key", ["rating: 3", "rationale: One", "id: chose-ten", "question: about-prospecting"]
)
def test_what_every_sample_needs_is_asked_for(root, key):
    name = key.partition(":")[0]
    change(root, f"{key}", f"x-{key}")
    assert any(f"'{name}'" in line for line in told(root))


def test_an_unknown_trap_is_told_with_those_there_are(root):
    change(root, "rating: 3", "rating: 3\n    traps: [hallo]")
    (line,) = [line for line in told(root) if "hallo" in line]
    assert "did you mean 'halo'?" in line


def test_an_id_used_twice_is_told(root):
    change(root, "id: rang-ten", "id: chose-ten")
    assert any(" C010 " in line and "the sample id 'chose-ten'" in line for line in told(root))


def test_a_file_that_is_called_otherwise_than_its_bank_is_told_and_not_used(root):
    folder = root / "question_banks/samples"
    (folder / "sales.yaml").rename(folder / "selling.yaml")
    assert any("C017 the bank here is 'sales'" in line for line in told(root))
    with pytest.raises(ContentError, match="the bank here is 'sales'"):
        Library([root]).samples("selling")


def test_a_bank_that_cannot_be_used_is_to_be_mended_first(root):
    (root / "question_banks/sales.yaml").write_text("id: [x", "utf-8")
    assert any("C330" in line and "mend the bank first" in line for line in told(root))


def test_a_quotation_may_differ_in_line_ends_capitals_and_the_sign_at_its_end(root):
    change(root, "“I chose ten of them”", "“and i chose\n      ten of them,”")
    assert told(root) == []


def test_two_samples_may_share_a_level_only_while_another_has_a_different_one(root):
    text = (root / "question_banks/samples/sales.yaml").read_text("utf-8")
    head, first, second = text.split("  - id: ")
    more = "".join(f"  - id: {first.replace('chose-ten', f'chose-{n}')}" for n in range(3))
    (root / "question_banks/samples/sales.yaml").write_text(f"{head}{more}  - id: {second}", "utf-8")
    assert [line.split()[1] for line in told(root)] == ["C332"], "four samples at two levels"


# --- What comes with the program ---------------------------------------------------------------------


def test_the_shipped_samples_cover_every_question_of_the_first_round_at_all_levels():
    library = Library([ROOT])
    samples = library.samples("account-executive").value.samples
    by_question = {}
    for sample in samples:
        by_question.setdefault(sample.question, []).append(sample)
    for entry in library.kit("ae-first-round").value.questions:
        ratings = [sample.rating for sample in by_question[entry.id]]
        assert len(set(ratings)) >= 2, entry.id
        assert any(sample.model for sample in by_question[entry.id]), entry.id
    assert set(Counter(sample.rating for sample in samples)) == {1, 2, 3, 4, 5}
    assert library.samples("account-executive").problems == ()


def test_editors_get_a_schema_of_it():
    made = schema_for("samples")
    assert made["title"].startswith("Coach sample answers")
    assert {"bank", "samples"} <= set(made["$defs"]["SampleSet"]["required"])
