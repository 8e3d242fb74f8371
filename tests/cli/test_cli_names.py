"""How interviews and kits are named, found and listed."""

import json
import re

import pytest
from cli_kit import AGAIN, KIT


def test_names_appear_as_typed_and_the_id_stays_typable(program):
    name = "Dana [b]Roth[/b] 👩 שרה"
    made = program.run("interview", "new", "tiny", "--candidate", "C-[1]", "--interviewer", name)
    assert made.out == "c-1-dana-b-roth-b\n"
    assert f"candidate C-[1] · {name} · planned" in program.run("interview", "list").out
    assert name in program.run("interview", "run", "c-1-dana-b-roth-b", lines=[]).out
    assert name in program.run("interview", "show", "c-1-dana-b-roth-b").out


def test_an_interview_is_found_in_any_case_and_unknown_ones_by_what_is_near(program):
    program.run("interview", "new", "tiny", "--candidate", "C-001", "--interviewer", "Dana")
    assert "Interview c-001-dana." in program.run("interview", "run", "C-001-Dana", lines=[]).out
    for command in ("run", "show", "submit"):
        missing = program.run("interview", command, "c-002-dana", lines=[])
        assert missing.code == 2
        assert "c-001-dana" in missing.err
    nothing = program.run("interview", "run", "quite-other", lines=[])
    assert nothing.code == 2
    assert "coach interview list shows all interviews, coach interview kits all kits." in nothing.err
    assert "coach interview list shows them all." in program.run("interview", "show", "quite-other").err


def test_unknown_kits_are_answered_with_the_nearest(program):
    for command in ("run", "new"):
        missing = program.run(
            "interview", command, "tinny", "--candidate", "C-1", "--interviewer", "D", lines=[]
        )
        assert (missing.code, missing.err) == (2, "coach: There is no kit 'tinny'. Did you mean 'tiny'?\n")
    assert "Did you mean 'tiny'?" in program.run("interview", "run", "tinny", lines=[]).err


def test_a_kit_without_the_two_options_says_what_to_add(program):
    alone = program.run("interview", "run", "tiny", lines=[])
    assert alone.code == 2
    assert "tiny is a kit: to plan an interview with it, add --candidate CODE" in alone.err
    assert program.run("interview", "run", "tiny", "--candidate", "C-1", lines=[]).code == 2


def test_where_kit_and_interview_share_an_id_the_options_decide(program):
    kit = program.content / "question_banks/kits/c-001-dana.yaml"
    kit.write_text(KIT.format(id="c-001-dana"), encoding="utf-8")
    program.run("interview", "new", "tiny", "--candidate", "C-001", "--interviewer", "Dana")
    assert "Interview c-001-dana." in program.run(*AGAIN, lines=[]).out
    planned = program.run(*AGAIN, "--candidate", "C-001", "--interviewer", "Dana", lines=[])
    assert "Interview c-001-dana-2." in planned.out


def test_a_candidate_without_a_code_is_refused(program):
    refused = program.run("interview", "new", "tiny", "--candidate", " ", "--interviewer", "Dana")
    assert (refused.code, refused.err) == (1, "coach: The candidate needs a code, such as C-014.\n")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("A\nB", "must fit on one line"),
        ("A\tB", "must fit on one line"),
        ("A\x1b[2JB", "must fit on one line"),
        ("A\u2028B", "must fit on one line"),
        ("A" * 65, "has 65 characters, and at most 64 are allowed."),
    ],
)
def test_codes_and_names_that_would_break_a_list_are_refused(program, name, says):
    candidate = program.run("interview", "new", "tiny", "--candidate", name, "--interviewer", "Dana")
    assert (candidate.code, candidate.err.startswith("coach: The candidate's code")) == (1, True)
    assert says in candidate.err
    interviewer = program.run("interview", "new", "tiny", "--candidate", "C-1", "--interviewer", name)
    assert (interviewer.code, interviewer.err.startswith("coach: The interviewer's name")) == (1, True)
    assert says in interviewer.err
    assert program.run("interview", "list").out == ""


def test_names_in_other_scripts_have_ids_that_differ_and_stay_the_same(program):
    def planned(candidate, *more):
        options = ("--candidate", candidate, "--interviewer", "Дана", *more)
        return program.run("interview", "new", "tiny", *options).out.strip()

    one, other, again = planned("山田"), planned("鈴木"), planned("山田", "--again")
    assert re.fullmatch("x[0-9a-f]{4}-x[0-9a-f]{4}", one)
    assert re.fullmatch("x[0-9a-f]{4}-x[0-9a-f]{4}", other)
    assert one != other
    assert again == f"{one}-2"


def test_kits_are_listed_with_what_an_interview_with_them_is(program):
    listed = program.run("interview", "kits").out.splitlines()
    assert "tiny · Tiny round · Account Executive · 2 questions in 15 minutes" in listed
    (program.content / "question_banks/kits/broken.yaml").write_text("id: broken\n", encoding="utf-8")
    listed = program.run("interview", "kits")
    assert "tiny · " in listed.out
    assert "broken cannot be used: " in listed.err
    assert len(listed.err.splitlines()) == 1


def test_a_kit_or_a_session_that_is_like_none_is_answered_with_what_there_is(program):
    unknown = program.run("interview", "new", "zzz", "--candidate", "C", "--interviewer", "D")
    assert unknown.err == "coach: There is no kit 'zzz'. coach interview kits shows all kits.\n"
    assert program.train(where="small/9").err == (
        "coach: There is no session '9'. Choose 'first' or 'second'.\n"
    )


def test_an_empty_list_says_how_to_fill_it(program):
    empty = program.run("interview", "list")
    assert (empty.code, empty.out) == (0, "")
    assert "coach interview new KIT plans one." in empty.err
    assert json.loads(program.run("interview", "list", "--json").out) == []


def test_the_same_command_again_resumes_the_draft_instead_of_planning_a_second(program):
    first = ("interview", "run", "tiny", "--candidate", "C-001", "--interviewer", "Dana", "--plain")
    program.run(*first, lines=["no"])
    again = program.run(*first[:4], "c-001", *first[5:6], "DANA", "--plain", lines=["yes"])
    assert again.err == (
        "Interview c-001-dana with this kit, candidate and interviewer is not submitted yet. "
        "It is resumed; --again plans another.\n"
    )
    assert "I have no conflict" not in again.out
    assert "Interview c-001-dana-2." in program.run(*first, "--again", lines=[]).out
    assert len(program.run("interview", "list").out.splitlines()) == 2


def test_planning_the_same_again_names_the_draft(program):
    plan = ("interview", "new", "tiny", "--candidate", "C-001", "--interviewer", "Dana")
    assert program.run(*plan).out == "c-001-dana\n"
    refused = program.run(*plan)
    assert (refused.code, refused.out) == (1, "")
    assert "Resume it with coach interview run c-001-dana, or plan another with --again." in refused.err
    assert program.run(*plan, "--again").out == "c-001-dana-2\n"


def test_after_submission_the_same_names_plan_another_interview(held):
    planned = held.run("interview", "new", "tiny", "--candidate", "C-001", "--interviewer", "Dana")
    assert planned.out == "c-001-dana-2\n"
