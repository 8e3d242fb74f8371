"""What users of such systems asked for in public, one by one.

Requests that have their test beside the feature are named in ``ELSEWHERE``; those that are answered
differently are in docs/decisions.md with the reason.
"""

import csv
import io
import re
from pathlib import Path

import pytest
from panel_kit import DANA, LEAD, OMAR, PANEL, hold, opened, services_in

from coach.core import conduct
from coach.core.conduct import Refused
from coach.core.interview import Overall
from coach.core.panel.terms import Member, Role, Visibility
from coach.export import Format, render
from coach.export.exchange import System
from coach.services.gate import Closed
from coach.services.standing import standings

ROOT = Path(__file__).parents[2]
FIRST = "ae-berlin.c-001"
ALL_REQUESTS = range(1, 15)
ELSEWHERE = {
    4: "tests/tui/test_tui_live.py::test_a_rating_with_evidence_goes_on_after_a_moment_where_that_is_set",
    11: "tests/core/test_core_structure.py"
    "::test_a_scorecard_handed_in_after_a_day_was_not_filled_in_in_one_sitting",
    12: "tests/pty/test_pty_killed.py"
    "::test_a_kill_at_any_moment_loses_no_rating_and_at_most_a_second_of_typing",
    14: "tests/core/test_core_agreement_severity.py"
    "::test_a_severity_is_told_by_its_interval_and_only_from_five_candidates_on",
}
DIFFERENTLY = (1, 7, 11, 13, 14)
"""Also, or only, answered in docs/decisions.md."""


@pytest.fixture
def lead(tmp_path):
    services = services_in(tmp_path)
    yield services
    services.close()


def handed_in(lead, candidate="C-001", who=("lena", "dana", "omar"), **given):
    for one in who:
        hold(lead.for_profile(one), f"ae-berlin.{candidate.lower()}.{one}", given or None)


def test_1_everything_of_a_requisition_is_one_file(lead):
    opened(lead)
    handed_in(lead)
    bundle = lead.panel_reports.requisition("ae-berlin")
    text = render(bundle, Format.TXT).data.decode()
    for who in ("lena", "dana", "omar"):
        assert f"made up evidence of {who}" in text
    assert render(bundle, Format.PDF).data.startswith(b"%PDF")


@pytest.mark.parametrize(("rating", "points"), [(1, 0), (3, 50), (5, 100)])
def test_2_points_go_from_0_to_exactly_100_however_many_questions_there_are(lead, rating, points):
    opened(lead)
    kit = [question.id for question in lead.library.guide("ae-first-round").questions]
    handed_in(lead, **dict.fromkeys(kit, rating))
    (row, _) = lead.comparisons.view("ae-berlin").rows
    assert row.place.score == points


def test_3_one_action_makes_a_row_for_every_candidate_member_and_question(lead):
    state = opened(lead, candidates=("C-001", "C-002", "C-003"))
    assert len(lead.gate.digests.all("ae-berlin.")) == 3 * 3
    handed_in(lead)
    cards = [f"{FIRST}.{who}" for who in ("lena", "dana", "omar")]
    made = lead.exchange.export(cards, System.CSV, "all.csv")
    rows = list(csv.reader(io.StringIO(made.data.decode("utf-8-sig"))))[1:]
    assert len(rows) == 3 * len(state.terms.guide.questions)


def test_3_a_second_requisition_takes_the_same_questions(lead):
    from panel_kit import draft

    first = opened(lead)
    second = lead.requisitions.open(draft(title="AE Bonn"), "ae-bonn")
    assert second.terms.fingerprint == first.terms.fingerprint


def test_4_every_level_has_a_short_descriptor_beside_it(lead):
    for question in lead.library.guide("ae-first-round").questions:
        assert all(question.anchors[level].strip() for level in (1, 3, 5))


def test_5_what_is_handed_in_is_read_only_and_hr_sees_it_at_the_quorum(lead):
    state = opened(lead)
    hanna = lead.for_profile("hanna")
    handed_in(lead, who=("dana",))
    desk = lead.for_profile("dana").interviews.visit(f"{FIRST}.dana")
    with pytest.raises(Refused, match="submitted and locked"):
        desk.act(conduct.rate, "last-demo", 5)
    assert standings(hanna.requisitions, state)[0].others == ()
    handed_in(lead, who=("omar",))
    assert {one.member for one in standings(hanna.requisitions, state)[0].others} == {"dana", "omar"}


def test_6_the_total_can_be_seen_without_the_scores_of_single_members(lead):
    boss = Member(id="boris", name="Boris Boss (made up)", role=Role.OBSERVER)
    opened(lead, members=(*PANEL, boss), visibility=Visibility.NEVER)
    handed_in(lead)
    view = lead.for_profile("boris").comparisons.view("ae-berlin")
    assert view.totals_only
    assert view.rows[0].place.score == 50
    assert (view.rows[0].place.competencies, view.rows[0].interviews) == ((), ())
    with pytest.raises(Closed):
        lead.for_profile("boris").interviews.state(f"{FIRST}.dana")


def test_7_a_scorecard_asks_for_nothing_besides_what_the_talk_about_a_candidate_uses(lead):
    """Two declarations, a rating with evidence for each question, and a recommendation."""
    opened(lead)
    desk = lead.for_profile("dana").interviews.open(f"{FIRST}.dana")
    asked = conduct.missing_for_submission(desk.state)
    assert len(asked) == 2 + 1 + len(desk.state.guide.questions) + 1


def test_8_judging_the_own_interview_anew_and_recommending_after_hearing_all_are_two_things(lead):
    opened(lead)
    handed_in(lead)
    lead.debriefs.open("ae-berlin", "C-001")
    dana = lead.for_profile("dana").debriefs
    dana.rescore("ae-berlin", "C-001", "presenting", 4, "I had not heard the second half.")
    view = dana.composite("ae-berlin", "C-001", Overall.STRONG_YES, "All heard the same.")
    (row,) = (row for row in view.rows if row.competency == "presenting")
    assert (row.rescores["dana"].before, row.rescores["dana"].after) == (3, 4)
    seat = view.seat("dana")
    assert (seat.overall, seat.composite.level) == ("yes", "strong yes")
    assert row.rated.by_member["dana"] == 3, "the scorecard stays as it was"


def test_9_earlier_scorecards_are_hidden_from_who_is_still_to_interview_except_from_the_lead(lead):
    opened(lead)
    handed_in(lead, who=("omar",))
    for who in ("dana", "hanna"):
        with pytest.raises(Closed):
            lead.for_profile(who).interviews.state(f"{FIRST}.omar", peek="I am curious.")
    assert lead.interviews.state(f"{FIRST}.omar", peek="An offer has to go out today.").settled == 8


def test_10_no_evidence_is_no_low_score(lead):
    opened(lead, members=(LEAD, DANA, OMAR))
    state = hold(lead.for_profile("dana"), f"{FIRST}.dana", {"last-demo": None})
    assert state.entry("last-demo").not_assessed == "Time ran out"
    assert (state.ratings["last-demo"], state.score.value) == (None, 50)


def test_13_weights_are_not_shown_while_one_rates():
    for name in ("live", "live_words", "live_asking", "live_notes"):
        assert "weight" not in (ROOT / "coach" / "tui" / "screens" / f"{name}.py").read_text("utf-8")


@pytest.mark.parametrize("number", ELSEWHERE)
def test_requests_that_have_their_test_elsewhere_have_it_there(number):
    file, _, name = ELSEWHERE[number].partition("::")
    assert f"def {name}(" in (ROOT / file).read_text("utf-8")


def test_every_request_is_answered_here_elsewhere_or_with_a_reason():
    here = {int(found) for found in re.findall(r"def test_(\d+)_", Path(__file__).read_text("utf-8"))}
    assert here | set(ELSEWHERE) | set(DIFFERENTLY) == set(ALL_REQUESTS)
    reasons = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    for number in DIFFERENTLY:
        assert f"\n| {number} | " in reasons
