"""What an interviewer looks at first, line by line."""

import io

from strategies import guide

from coach.cli.plain.dialogue import Dialogue
from coach.cli.plain.interview import InterviewDialogue
from coach.core import conduct

LINES = ["no", "yes", "", "", "", "", "", "", "yes"]
"""Both declarations, the start, then on through every place, and the end of the conversation."""


def test_the_focus_is_said_and_listed_first_while_the_questions_keep_their_order(
    services, monkeypatch, capsys
):
    planned = conduct.plan(guide(), "C-001", "dana", focus=("c2",))
    services.log.append("interview/c-001-dana", 0, planned, actor="dana", at=services.clock())
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in LINES)))

    InterviewDialogue(services.interviews.open("c-001-dana"), Dialogue()).hold()

    said = " ".join(capsys.readouterr().out.split())
    talk, _, card = said.partition("Scorecard, candidate C-001: a draft")
    assert "Your focus: Competency 2. You ask and rate every question in the order of the kit" in talk
    assert "Question 3 of 3: Competency 2 (5 minutes, your focus)" in talk
    asked = [talk.index(f"Question {number} of 3") for number in (1, 2, 3)]
    assert asked == sorted(asked)
    rows = [card.index(f"{number} Competency {number - 1}") for number in (3, 1, 2)]
    assert rows == sorted(rows), "its number stays the one of the kit"
    assert "3 Competency 2, your focus: open" in card
