"""How interviews and kits are named, found and listed."""

import json

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
    assert "coach interview list shows them all." in nothing.err


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


def test_an_empty_list_says_how_to_fill_it(program):
    empty = program.run("interview", "list")
    assert (empty.code, empty.out) == (0, "")
    assert "coach interview new KIT plans one." in empty.err
    assert json.loads(program.run("interview", "list", "--json").out) == []
