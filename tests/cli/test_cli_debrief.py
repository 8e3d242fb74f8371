"""Debrief and comparison line by line, and the paper about a requisition."""

import json

import pytest
from services.panel_kit import draft, hold

from coach.services import Services
from coach.store.paths import Folders

REQ = "ae-berlin"
FIRST, SECOND = "first-customer", "first-question"


@pytest.fixture
def by(program):
    """Run a command as one of the panel, on a requisition with one strong candidate and two others.

    C-003 was interviewed by dana and omar alone.
    """
    home = program.home / "coach"
    folders = Folders(data=home / "data", config=home / "config", cache=home / "cache")
    services = Services(folders, {}, program.content, profile="lena")
    state = services.requisitions.open(draft(kit="tiny"), REQ, ("C-001", "C-002", "C-003"))
    services.requisitions.lay_out(state)
    rated = {
        "C-001": {"lena": (5, 4), "dana": (1, 4), "omar": (5, 5)},
        "C-002": {"lena": (2, 2), "dana": (2, 1), "omar": (1, 2)},
        "C-003": {"dana": (5, 5), "omar": (5, 5)},
    }
    for code, members in rated.items():
        for member, (first, second) in members.items():
            name = f"{REQ}.{code.lower()}.{member}"
            hold(services.for_profile(member), name, {FIRST: first, SECOND: second})
    services.close()
    return lambda who, *words: program.run("--profile", who, *words)


def test_a_debrief_goes_from_opening_to_a_decision(by):
    opened = by("lena", "debrief", "open", REQ, "c-001")
    assert "The debrief of C-001 is open. Taking part: Lena Lead" in opened.words
    anew = by("dana", "debrief", "rescore", REQ, "C-001", "Prospecting", "4", "--reason", "Missed the list")
    assert anew.out == "Prospecting: 1.0 → 4. Missed the list\n"
    assert (
        by("dana", "debrief", "composite", REQ, "C-001", "strong-yes", "--reason", "Clear method").code == 0
    )

    refused = by("lena", "debrief", "decide", REQ, "C-001", "reject", "--reason", "No budget")
    assert refused.code == 1
    assert "C-001 has the first place and would be rejected." in refused.err
    decided = by(
        *("lena", "debrief", "decide", REQ, "C-001", "reject", "--reason", "No budget"),
        *("--departure", "The post was withdrawn"),
    )
    assert "C-001: reject, by Lena Lead (made up)" in decided.out
    assert "place 1 of 2. No budget. Departs from the place by score: The post was withdrawn" in decided.words

    shown = by("omar", "debrief", "show", REQ, "C-001").words
    for told in (
        "Score 75 of 100, coverage 100 %, place 2 of 3.",
        "1. Prospecting: panel 3.7; Lena Lead (made up) 5.0, Dana Demo (made up) 1.0, Omar Sample",
        "far apart: range 4.0, mean deviation 1.78, r_wg 0.00.",
        "Dana Demo (made up), 1: made up evidence of dana",
        "Dana Demo (made up), after the talk: 1.0 → 4. Missed the list",
        "after hearing all: strong yes. Clear method",
        "reject, by Lena Lead (made up)",
    ):
        assert told in shown


def test_what_is_not_revealed_is_refused_the_same_whether_others_are_in_or_not(by):
    told = by("lena", "debrief", "show", REQ, "C-003")
    assert (told.code, told.out) == (1, "")
    assert told.err == (
        "coach: Nothing of C-003 is revealed to you yet. A candidate's scorecards open once your own is in "
        "and as many of the panel's as were agreed.\n"
    )


def test_a_comparison_tells_each_candidate_on_a_line_and_hides_who_is_not_revealed(by):
    told = by("lena", "compare", REQ).words
    assert "C-001: place 1 of 2; score 75 of 100; coverage 100 %" in told
    assert "Prospecting 3.7, Discovery 4.3" in told
    assert "C-003: not revealed to you yet The places run over 2 of 3 candidates" in told
    assert "Differences in score: too few to tell" in told
    assert "too few to tell" not in by("dana", "compare", REQ).words, "to her all three are revealed"


def test_the_json_of_a_comparison_has_no_number_of_who_is_not_revealed(by):
    found = json.loads(by("lena", "compare", REQ, "--json").out)
    assert found["rows"][2] == {"candidate": "C-003", "place": None, "interviews": [], "decision": ""}
    assert found["rows"][0]["place"]["score"] == 75
    assert set(found["guide"]) == {"kit", "rev", "fingerprint"}
    shown = json.loads(by("lena", "debrief", "show", REQ, "C-001", "--json").out)
    assert shown["rows"][0]["rated"]["by_member"] == {"lena": 5, "dana": 1, "omar": 5}


def test_statistics_come_with_what_they_rest_on(by):
    told = by("dana", "compare", REQ, "--statistics").words
    assert "3 candidates." in told
    assert "Prospecting: too few to tell (3 candidates, 3 interviewers)." in told
    assert "not revealed to you takes no part" in by("lena", "compare", REQ, "--statistics").words
    assert json.loads(by("dana", "compare", REQ, "--statistics", "--json").out)["revealed"] == 3


def test_how_each_number_is_made_is_told_without_any_requisition_being_read(by):
    told = by("stranger", "compare", REQ, "--how").words
    assert "What nobody rated is left out, and never zero." in told


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("compare",), 2, "Missing argument"),
        (("compare", "nowhere"), 2, "There is no requisition 'nowhere' that you are on."),
        (("compare", REQ, REQ, "--statistics", "--json"), 2, "name one REQ"),
        (("debrief", "show", REQ, "C-009"), 2, "ae-berlin has no candidate 'C-009'. Did you mean"),
        (("debrief", "decide", REQ, "C-001", "hire", "--reason", "x"), 2, "'hire' is not one of"),
        (("debrief", "rescore", REQ, "C-001", "discovery", "3"), 2, "Missing option '--reason'"),
        (("debrief", "rescore", REQ, "C-001", "discovery", "3", "--reason", "x"), 1, "is not open yet"),
        (("print", "group-form", REQ), 2, "as REQ CODE, or --blank KIT alone"),
        (("print", "works-council", "nowhere"), 2, "nowhere"),
        (("print", "requisition", "../x"), 2, "There is no requisition"),
    ],
)
def test_wrong_use_is_one_sentence(by, words, code, says):
    refused = by("lena", *words)
    assert (refused.code, refused.out) == (code, "")
    assert says in refused.err
    assert "Traceback" not in refused.err


@pytest.mark.parametrize(
    ("words", "name", "says"),
    [
        (("matrix", REQ), "ae-berlin-matrix", "Members and competencies"),
        (("comparison", REQ), "ae-berlin-comparison", "Comparison of candidates"),
        (("group-form", REQ, "C-001"), "ae-berlin-c-001-group-form", "Ratings of one's own interview"),
        (("group-form", "--blank", "tiny"), "tiny-group-form", "Recommendations after hearing all"),
        (("works-council", "tiny"), "tiny-works-council", "Why the weights differ"),
        (("works-council", REQ), "ae-berlin-works-council", "§94(2)"),
        (("requisition", REQ), "ae-berlin-requisition", "What was agreed"),
    ],
)
def test_paper_goes_to_a_file_named_after_what_it_is(by, program, words, name, says):
    printed = by("lena", "print", *words)
    assert (printed.code, printed.out) == (0, f"{name}.pdf\n"), printed.err
    assert (program.folder / f"{name}.pdf").read_bytes().startswith(b"%PDF")
    told = by("lena", "print", *words, "--format", "txt").words
    assert says.replace("Why the weights differ", "The weights are equal") in told
