"""Requisitions on the command line: terms, panel, candidates, and all interviews in one action."""

import json

import pytest

DANA = "dana=Dana Roth:interviewer:prospecting"
TERMS = ("Key account, Berlin", "--id", "ka-berlin", "--kit", "tiny", "--member", DANA, "--quorum", "2")
TITLE, PANEL = ["tiny", "Sales, Bonn"], ["dana=Dana", ""]
AGREED = ["2", "after-own", "1", "80", ""]
"""Quorum, visibility, how long records are kept, coverage, rule."""
ASKED = [*TITLE, *PANEL, *AGREED, "yes", "C-1 C-2", "yes"]
"""Answers to all questions, the last three: open it, the codes, lay out."""


def lena(program, *words, **options):
    return program.run("--profile", "lena", *words, **options)


@pytest.fixture
def begun(program):
    """A requisition that lena leads, with two candidates."""
    made = lena(program, "requisition", "new", *TERMS, "--candidate", "C-001", "--candidate", "C-002")
    assert made.out == "ka-berlin\n", made.err
    return program


def test_a_requisition_is_opened_with_options_and_its_id_is_all_that_is_printed(begun):
    shown = lena(begun, "requisition", "show", "ka-berlin").words
    assert "Key account, Berlin (ka-berlin)" in shown
    assert "Kit: Tiny round (tiny), version 1" in shown
    assert "Quorum: 2 of 2 scorecards of a candidate must be in" in shown
    assert "lena: lena, lead" in shown
    assert "dana: Dana Roth, interviewer, looks first at Prospecting" in shown
    assert "C-001: yours: not laid out; others: hidden until yours is in" in shown


def test_one_action_lays_out_every_interview_and_a_second_finds_nothing_missing(begun):
    laid = lena(begun, "requisition", "lay-out", "ka-berlin")
    assert laid.out.split() == [f"ka-berlin.c-00{code}.{who}" for code in (1, 2) for who in ("lena", "dana")]
    again = lena(begun, "requisition", "lay-out", "ka-berlin")
    assert (again.code, again.out, again.err) == (0, "", "All interviews are laid out already.\n")


def test_the_list_says_what_is_next_for_who_asks_and_knows_only_the_own(begun):
    lena(begun, "requisition", "lay-out", "ka-berlin")
    listed = begun.run("--profile", "dana", "requisition", "list").out
    assert listed == (
        "ka-berlin · Key account, Berlin · Tiny round · interviewer · 2 candidates · 2 to interview\n"
    )
    (found,) = json.loads(lena(begun, "requisition", "list", "--json").out)
    assert (found["id"], found["role"], found["candidates"]) == ("ka-berlin", "lead", 2)
    stranger = begun.run("--profile", "sam", "requisition", "list")
    assert (stranger.out, stranger.code) == ("", 0)
    assert "coach requisition new opens one" in stranger.err


def test_without_a_quorum_nothing_is_opened_and_the_numbers_that_would_do_are_said(program):
    refused = lena(program, "requisition", "new", "Sales", "--kit", "tiny", "--member", DANA)
    assert refused.code == 2
    assert "before they are revealed: a number from 1 to 2" in refused.err
    assert lena(program, "requisition", "list").out == ""


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--quorum", "3", "--member", DANA), 1, "a number from 1 to 2; 3 is none"),
        (("--quorum", "1", "--member", "dana:boss"), 1, "There is no role 'boss' on a panel."),
        (("--quorum", "1", "--member", "dana:interviewer:juggling"), 1, "cannot focus on juggling"),
        (("--quorum", "1", "--member", "dana:a:b:c"), 1, "has too many colons"),
        (("--quorum", "1", "--member", "Dana Roth"), 2, "A profile cannot be called 'Dana Roth'."),
        (("--quorum", "1", "--member", "dana", "--member", "dana"), 1, "dana sits on the panel twice"),
        (("--quorum", "1", "--lead", "dana"), 1, "You are lena and not on the panel"),
        (("--quorum", "1", "--lead", "lena:observer"), 2, "leave the role out, or write lead-only"),
        (("--quorum", "1", "--member", "lena:observer"), 1, "A panel has one lead; this one has 0."),
        (("--quorum", "1", "--retention", "atlantis/x"), 2, "atlantis"),
        (("--quorum", "1", "--candidate", "C-1", "--candidate", "c-1"), 1, "a candidate c-1"),
        (("--quorum", "1", "--candidate", "C-1", "--candidate", "C 1"), 1, "by signs alone"),
    ],
)
def test_a_panel_that_cannot_work_is_refused_in_a_sentence_and_nothing_is_opened(
    program, words, code, sentence
):
    refused = lena(program, "requisition", "new", "Sales", "--kit", "tiny", *words)
    assert refused.code == code, refused.err
    assert sentence in refused.err
    assert refused.err.count("\n") <= 2
    assert lena(program, "requisition", "list").out == ""


def test_without_a_title_everything_is_asked_line_by_line_through_a_pipe(program):
    asked = lena(program, "requisition", "new", lines=ASKED)
    assert asked.code == 0, asked.err
    for part in (
        "tiny: Tiny round",
        "Quorum: 2 of 2 scorecards",
        "Requisition sales-bonn is open.",
        "Lay out all 4 interviews now?",
        "sales-bonn.c-2.dana",
    ):
        assert part in asked.words
    assert "C-2: yours: planned" in lena(program, "requisition", "show", "sales-bonn").words


def test_a_wrong_answer_is_asked_again_and_leaving_opens_nothing(program):
    agreed = ["7", "two", "2", "9", *AGREED[1:3], "many", "80", ""]
    wrong = ["no-kit", "tiny", "", TITLE[1], "dana:boss", *PANEL, *agreed, "no"]
    asked = lena(program, "requisition", "new", lines=wrong)
    for sentence in (
        "> no-kit Type a number from 1 to ",
        "The title of the requisition is missing.",
        "There is no role 'boss' on a panel.",
        "7 is none.",
        "'two' is no quorum.",
        "Type a number from 1 to 3.",
        "'many' is no share of the weight.",
        "Nothing was opened.",
    ):
        assert sentence in asked.words
    assert lena(program, "requisition", "new", lines=ASKED[:3]).words.endswith("Nothing was opened.")
    assert lena(program, "requisition", "list").out == ""


def test_who_joins_the_panel_later_gets_the_interviews_that_are_missing(begun):
    lena(begun, "requisition", "lay-out", "ka-berlin")
    change = ("requisition", "panel", "ka-berlin", "--member", "omar=Omar", "--remove", "dana")
    changed = lena(begun, *change, "--quorum", "1", "--reason", "Dana is ill.")
    assert changed.code == 0, changed.err
    shown = lena(begun, "requisition", "show", "ka-berlin").words
    assert "omar: Omar, interviewer" in shown
    assert "changed: Dana is ill." in shown
    assert "Quorum: 1 of 2" in shown
    assert lena(begun, "requisition", "lay-out", "ka-berlin").out.split() == [
        "ka-berlin.c-001.omar",
        "ka-berlin.c-002.omar",
    ]


def test_only_the_lead_changes_things_and_says_why(begun):
    change = ("requisition", "panel", "ka-berlin", "--member", "omar")
    assert "Missing option '--reason'" in lena(begun, *change).err
    refused = begun.run("--profile", "dana", *change, "--reason", "More heads.")
    assert (refused.code, refused.err) == (1, "coach: Only the lead of ka-berlin can change the panel.\n")
    for words in (("lay-out", "ka-berlin"), ("candidates", "ka-berlin", "C-9")):
        assert "Only the lead" in begun.run("--profile", "dana", "requisition", *words).err


def test_a_question_that_alone_rates_its_competency_is_not_dropped(begun):
    refused = lena(begun, "requisition", "drop", "ka-berlin", "1", "--reason", "Not asked well.")
    assert refused.code == 1
    assert "No other question asks for Prospecting" in refused.err
    unknown = lena(begun, "requisition", "drop", "ka-berlin", "9", "--reason", "Not asked well.")
    assert "no question '9' that counts. These do: first-customer, first-question." in unknown.err


def test_who_a_candidate_is_stays_with_the_lead(begun):
    none = lena(begun, "requisition", "identity", "ka-berlin", "c-001")
    assert (none.out, none.code) == ("", 0)
    lena(
        begun,
        "requisition",
        "identity",
        "ka-berlin",
        "C-001",
        "--name",
        "Kim Example",
        "--contact",
        "by post",
    )
    kept = lena(begun, "requisition", "identity", "ka-berlin", "C-001")
    assert kept.out == "C-001 · Kim Example · by post\n"
    refused = begun.run("--profile", "dana", "requisition", "identity", "ka-berlin", "C-001")
    assert (refused.code, refused.out) == (1, "")
    assert "codes are enough" in refused.err


def test_who_is_not_on_the_panel_does_not_even_learn_that_there_is_one(begun):
    there = begun.run("--profile", "sam", "requisition", "show", "ka-berlin")
    nowhere = begun.run("--profile", "sam", "requisition", "show", "ka-bonn")
    assert (there.code, nowhere.code) == (2, 2)
    assert there.err.replace("ka-berlin", "ka-bonn") == nowhere.err


def test_codes_may_be_written_with_commas(begun):
    added = lena(begun, "requisition", "candidates", "ka-berlin", "C-003,", "C-004;C-005")
    assert added.out.split() == ["C-003", "C-004", "C-005"]


@pytest.mark.parametrize(("typed", "kept"), [("1", "1 %"), ("0.8", "80 %"), ("75", "75 %"), ("80 %", "80 %")])
def test_a_share_is_read_as_percent_unless_it_has_a_fraction(program, typed, kept):
    answers = [*TITLE, *PANEL, "2", "after-own", "1", typed, "", "yes", "", ""]
    asked = lena(program, "requisition", "new", lines=answers)
    assert f"no place below {kept} of the weight" in asked.words


def test_the_period_names_its_profile_and_the_day_it_counts_from(program):
    lena(program, "requisition", "new", *TERMS, "--retention", "de/de-agg")
    shown = lena(program, "requisition", "show", "ka-berlin").words
    assert "Records: Claims of rejected candidates (de-agg)" in shown
    assert "6 months after the candidate received the rejection" in shown
