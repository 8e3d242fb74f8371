import shutil
import time
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.content.check import check
from coach.content.library import Library
from coach.content.rules import steps as step_rules

SAMPLES = Path(__file__).parent.parent / "data" / "content"
TODAY = date(2026, 11, 21)


@pytest.fixture
def root(tmp_path):
    shutil.copytree(SAMPLES / "library", tmp_path / "root")
    return tmp_path / "root"


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def lines(*paths, today=TODAY, library=None):
    return [str(problem) for problem in check(paths, today, library).problems]


def test_problems_come_in_the_order_of_files_and_lines_each_once(root):
    edit(root / "question_banks/sales.yaml", "[What was your own part?, How did it end?]", "[What?]")
    found = check([root, root / "question_banks"], TODAY)
    assert found.files == 9
    assert (found.errors, found.warnings) == (0, 9)
    assert [problem.line for problem in found.problems] == sorted(
        {problem.line for problem in found.problems}
    )


def test_only_the_files_asked_for_are_told_of(root):
    edit(root / "curricula/asking/module.yaml", "minutes: 60", "minutes: 90")
    edit(root / "curricula/asking/decision.yaml", "competencies: [prospecting]", "competencies: [prospectin]")
    assert [line.split()[1] for line in lines(root / "curricula/asking/decision.yaml")] == ["C206"]
    assert [line.split()[1] for line in lines(root / "curricula/asking/module.yaml")] == ["C203"]
    assert [line.split()[1] for line in lines(root / "curricula/asking")] == ["C206", "C203"]


def test_a_file_is_judged_beside_the_root_it_lies_in(root):
    assert lines(root / "question_banks/kits/first-round.yaml") == []
    assert lines(root / "curricula/asking/decision.yaml") == []


def test_a_file_of_its_own_is_judged_beside_the_library(root, tmp_path):
    alone = tmp_path / "first-round.yaml"
    shutil.copy(root / "question_banks/kits/first-round.yaml", alone)
    assert lines(alone, library=Library([root])) == []
    assert "there is no bank 'sales', so the kit has no questions; there is none yet" in "".join(lines(alone))


def test_step_ids_must_differ_across_the_sessions_of_a_module(root):
    folder = root / "curricula/asking"
    again = (folder / "decision.yaml").read_text("utf-8").replace("id: decision", "id: again")
    (folder / "again.yaml").write_text(again, "utf-8")
    with (folder / "module.yaml").open("a", encoding="utf-8") as header:
        header.write("  - {id: again, title: Again, minutes: 60}\n")
    found = lines(root)
    assert len(found) == 3
    assert all("decision.yaml" in line and "is used in the session 'again' too" in line for line in found)


def test_a_missing_session_is_told_with_the_file_that_may_be_meant(root):
    (root / "curricula/asking/decision.yaml").rename(root / "curricula/asking/decisions.yaml")
    found = "\n".join(lines(root))
    assert "module.yaml:7:9 C201 there is no file 'decision.yaml'" in found
    assert "did you mean 'decisions'?" in found
    assert "C202 module.yaml does not list the session 'decisions'" in found


@pytest.mark.parametrize(("day", "old"), [(date(2027, 10, 2), False), (date(2027, 10, 3), True)])
def test_a_source_grows_old_after_a_year(root, day, old):
    with (root / "question_banks/sales.yaml").open("a", encoding="utf-8") as bank:
        bank.write('sources:\n  - {title: A survey, as_of: "2026-10-01"}\n')
    found = lines(root, today=day)
    assert bool(found) is old
    assert all("was last looked up on 2026-10-01" in line for line in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# Why this matters", "a heading"),
        ("See [the report](https://example.org).", "a link"),
        ("| a | b |", "a table"),
        ("Press <b>hard</b>.", "an HTML tag"),
        ("One<br/>two", "an HTML tag"),
        ("```\ncode\n```", "a code block"),
    ],
)
def test_markup_that_is_not_shown_is_a_warning(root, text, name):
    block = "|\n      " + text.replace("\n", "\n      ")
    path = root / "curricula/asking/decision.yaml"
    edit(path, "Ask a colleague for a decision, and note what they heard.", block)
    assert [line.split(" C208 ")[1].split(",")[0] for line in lines(path)] == [f"this looks like {name}"]


@pytest.mark.parametrize("text", ["We are no. #1.", "5 < 6 and 7 > 3", "[sic] (so it was)", "a | b"])
def test_signs_that_are_no_markup_are_left_alone(root, text):
    path = root / "curricula/asking/decision.yaml"
    edit(path, "Ask a colleague for a decision, and note what they heard.", f"|\n      {text}")
    assert lines(path) == []


@pytest.mark.parametrize(("count", "clean"), [(119, False), (120, True), (350, True), (351, False)])
def test_a_reading_has_between_120_and_350_words(root, count, clean):
    path = root / "curricula/asking/decision.yaml"
    words = " ".join(["word"] * count)
    reading = f"- {{id: read, type: reading, minutes: 0, text: {words}}}\n      - id: first-sentence"
    edit(path, "- id: first-sentence", reading)
    assert (lines(path) == []) is clean


def test_a_kit_with_four_competencies_is_a_warning_and_with_nine_an_error(root):
    kit = root / "question_banks/kits/first-round.yaml"
    edit(kit, "  - id: persevering\n", "")
    edit(kit, "  - id: about-persevering\n", "")
    report = check([kit], TODAY)
    assert [(problem.code, problem.fatal) for problem in report.problems] == [("C306", False)]
    nine = check([SAMPLES / "bad/c306.yaml"], TODAY, Library([root]))
    assert [(problem.code, problem.fatal) for problem in nine.problems] == [("C306", True)]


def test_a_kits_own_minutes_count_before_the_banks(root):
    kit = root / "question_banks/kits/first-round.yaml"
    edit(kit, "  - id: about-listening\n", "  - id: about-listening\n    minutes: 15\n")
    assert "take 45 min of a slot of 40 min" in "".join(lines(kit))


def test_a_kit_of_a_bank_with_errors_says_to_mend_the_bank(root):
    (root / "question_banks/sales.yaml").write_text("id: [x", "utf-8")
    found = "".join(lines(root / "question_banks/kits"))
    assert "C303 the bank 'sales' cannot be used" in found
    assert "mend the bank first" in found


def test_a_bank_or_kit_whose_id_is_not_its_files_name_is_told(root):
    (root / "question_banks/sales.yaml").rename(root / "question_banks/selling.yaml")
    (root / "question_banks/kits/first-round.yaml").rename(root / "question_banks/kits/first.yaml")
    found = lines(root)
    assert sum(" C017 " in line for line in found) == 2
    (root / "curricula/asking").rename(root / "curricula/ask")
    assert "ask/module.yaml:1:5 C017 the id here is 'asking'" in "\n".join(lines(root))


def test_banks_and_kits_name_competencies_that_exist(root):
    edit(root / "question_banks/sales.yaml", "competency: listening", "competency: listenin")
    edit(root / "question_banks/kits/first-round.yaml", "  - id: planning\n", "  - id: planing\n")
    told = [line for line in lines(root) if " C206 " in line]
    assert len(told) == 2
    assert "kits/first-round.yaml:9:9 C206 there is no competency 'planing'" in told[0]
    assert "did you mean 'listening'?" in told[1]


@pytest.mark.parametrize("name", ["question_banks/sales.yaml", "question_banks/kits/first-round.yaml"])
def test_a_bank_or_kit_that_is_no_yaml_is_told_once(root, name):
    (root / name).write_text("id: [x", "utf-8")
    assert len(lines(root / name)) == 1


def test_a_syllabus_is_read_strictly(root):
    (root / "curricula/syllabus.yaml").write_text("a: 1\na: 2\n", "utf-8")
    assert "C006" in [line.split()[1] for line in lines(root)]
    (root / "curricula/syllabus.yaml").write_text("topics:\n  - {id: XX-1, title: Short}\n", "utf-8")
    assert len(lines(root)) == 1


def syllabus(root, *ids):
    path = root / "curricula/syllabus.yaml"
    path.write_text("topics:\n" + "".join(f"  - {{id: {each}, title: About it}}\n" for each in ids), "utf-8")
    return path


def test_topics_of_the_syllabus_that_nothing_covers_are_told(root):
    edit(root / "curricula/asking/decision.yaml", "competencies: [prospecting]", "topics: [AB-01]")
    edit(
        root / "question_banks/sales.yaml",
        "    kind: behavioural\n",
        "    kind: behavioural\n    topics: [AB-02]\n",
    )
    path = syllabus(root, "AB-01", "AB-02", "AB-03")

    for found in (lines(root), lines(path)):
        assert [line.split()[1] for line in found] == ["C215"]
        assert "syllabus.yaml:4:10 C215 no step and no question has the topic AB-03 (About it)" in found[0]


def test_a_topic_that_the_syllabus_does_not_have_is_told_where_it_stands(root):
    session = root / "curricula/asking/decision.yaml"
    edit(session, "competencies: [prospecting]", "topics: [AB-10]")
    syllabus(root, "AB-01")

    (found,) = lines(session)

    assert "C216 the syllabus has no topic 'AB-10', so this counts towards nothing" in found
    assert "known here: AB-01" in found
    assert {line.split()[1] for line in lines(root)} == {"C215", "C216"}


def test_a_root_without_a_syllabus_may_name_any_topic(root):
    edit(root / "curricula/asking/decision.yaml", "competencies: [prospecting]", "topics: [AB-10]")
    assert not any("C216" in line for line in lines(root))


def test_a_yml_file_is_told_to_be_renamed(root):
    (root / "question_banks/sales.yaml").rename(root / "question_banks/sales.yml")
    assert "rename it to .yaml" in "".join(lines(root / "question_banks/sales.yml"))


def test_other_folders_beside_content_are_not_looked_into(root):
    (root / "notes").mkdir()
    (root / "notes/other.yaml").write_text("a: [", "utf-8")
    (root / "curricula/.hidden").mkdir()
    (root / "curricula/.hidden/other.yaml").write_text("a: [", "utf-8")
    assert lines(root) == []


def test_ten_thousand_questions_are_checked_in_a_few_seconds(root):
    bank = (root / "question_banks/sales.yaml").read_text("utf-8")
    head, _, questions = bank.partition("questions:\n")
    for number in range(11):
        copies = "".join(
            questions.replace("id: about-", f"id: about-{number}-{copy}-") for copy in range(101)
        )
        text = head.replace("id: sales", f"id: sales-{number}") + "questions:\n" + copies
        (root / f"question_banks/sales-{number}.yaml").write_text(text, "utf-8")
    started = time.process_time()
    report = check([root], TODAY)
    assert report.problems == ()
    assert time.process_time() - started < 8


SAMPLE_TEXTS = [
    (SAMPLES / "library" / name).read_text("utf-8")
    for name in (
        "curricula/asking/module.yaml",
        "curricula/asking/decision.yaml",
        "curricula/competencies.yaml",
        "question_banks/sales.yaml",
        "question_banks/kits/first-round.yaml",
    )
]
PIECES = [
    "",
    "[]",
    "{}",
    "~",
    "5",
    "-1",
    "true: x",
    "1.5: x",
    "? [a]\n: b",
    "*x",
    "&x",
    "- ",
    "  ",
    "a: b: c",
    "é",
    "'",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_to_a_file_makes_the_checker_raise(tmp_path, data):
    lines_left = data.draw(st.sampled_from(SAMPLE_TEXTS)).splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        index = data.draw(st.integers(0, len(lines_left) - 1))
        key = lines_left[index].partition(":")[0]
        piece = data.draw(st.sampled_from(PIECES))
        lines_left[index] = piece if data.draw(st.booleans()) else f"{key}: {piece}"
    path = tmp_path / "damaged.yaml"
    path.write_text("\n".join(lines_left), "utf-8")
    report = check([path], TODAY, Library([SAMPLES / "library"]))
    assert all(str(problem).isprintable() for problem in report.problems)


def outside(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("very private words\n", "utf-8")
    return secret


@pytest.mark.parametrize(
    "name",
    [
        "question_banks/linked.yaml",
        "question_banks/kits/linked.yaml",
        "curricula/competencies.yaml",
        "curricula/paths.yaml",
        "curricula/asking/module.yaml",
        "curricula/asking/linked.yaml",
        "curricula/asking/linked.yml",
    ],
)
def test_what_a_link_leads_to_outside_the_root_is_named_and_not_read(root, tmp_path, name):
    (root / name).unlink(missing_ok=True)
    (root / name).symlink_to(outside(tmp_path))
    for found in (lines(root), lines(root / name)):
        assert any(line.startswith(f"{root / name}:1:1 C001 a link leads out of {root}") for line in found)
        assert "private" not in "".join(found)


def test_a_folder_of_content_that_is_a_link_out_of_the_root_is_not_read(root, tmp_path):
    (root / "question_banks").rename(tmp_path / "elsewhere")
    (root / "question_banks").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    told = [line for line in lines(root) if "/question_banks/" in line]
    assert [line.split()[1] for line in told] == ["C001"] * 5


def test_outside_any_root_a_link_stays_in_the_folder_that_was_given(tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "linked.yaml").symlink_to(outside(tmp_path))
    assert "private" not in "".join(lines(folder))
    (folder / "kept.yaml").write_text("questions: [", "utf-8")
    (folder / "again.yaml").symlink_to(folder / "kept.yaml")
    assert any("again.yaml" in line and "C005" in line for line in lines(folder))


def test_without_proofs_no_exercise_is_played_and_the_text_is_judged_all_the_same(root, monkeypatch):
    played = []
    counting = SimpleNamespace(proof=lambda step: played.append(step.id) or ())
    monkeypatch.setattr(step_rules, "kind_of", lambda step: counting if step.id == "first-sentence" else None)
    edit(root / "curricula/asking/decision.yaml", "competencies: [prospecting]", "competencies: [prospectin]")

    with_proofs, without = (check([root], TODAY, proofs=proofs) for proofs in (True, False))

    assert played == ["first-sentence"]
    assert with_proofs.problems == without.problems
    assert "C206" in {problem.code for problem in without.problems}
