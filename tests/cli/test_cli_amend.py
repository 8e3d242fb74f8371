"""Corrections after submission: the original stays, and a reason stands beside it."""

import pytest
from cli_kit import AGAIN, HELD


def test_a_submitted_rating_is_amended_with_a_reason_and_the_original_stays(held):
    amended = held.run(
        "interview", "amend", "c-001-dana", "--question", "2", "--rating", "5", "--reason", "Read again"
    )
    assert amended.out == "Amended. Score 88 of 100, coverage 100 %.\n"
    taken = held.run(
        "interview", "amend", "c-001-dana", "--question", "1", "--not-assessed", "--reason", "Prompted"
    )
    assert taken.out == "Amended. Score 100 of 100, coverage 50 %.\n"
    held.run("interview", "amend", "c-001-dana", "--overall", "strong-no", "--reason", "Reference")
    card = held.run("interview", "show", "c-001-dana").words
    for part in ("Read again", "Prompted", "Reference", "strong no"):
        assert part in card


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--question", "1"),
        ("--rating", "3"),
        ("--overall", "no", "--rating", "3"),
        ("--question", "1", "--overall", "no"),
        ("--question", "1", "--rating", "3", "--not-assessed"),
        ("--question", "3", "--rating", "3"),
        ("--question", "1", "--rating", "6"),
    ],
)
def test_an_amendment_that_does_not_say_one_thing_is_wrong_use(held, options):
    assert held.run("interview", "amend", "c-001-dana", *options, "--reason", "Because").code == 2
    assert "Amendments" not in held.run("interview", "show", "c-001-dana").out


def test_an_amendment_needs_a_reason_and_a_submitted_scorecard(program):
    program.run("interview", "new", "tiny", "--candidate", "C-001", "--interviewer", "Dana")
    amend = ("interview", "amend", "c-001-dana", "--overall", "no", "--reason")
    assert program.run(*amend, "x").err == (
        "coach: Only a submitted scorecard is amended; change the draft itself instead.\n"
    )
    program.run(*AGAIN, lines=HELD)
    assert "Give the reason why the submitted recommendation changes." in program.run(*amend, " ").err
