"""Defects that were found by reading another system for interviews; each is kept out here by a test."""

from datetime import UTC, datetime

import pytest
from panel_kit import Clock, hold, opened, services_in

from coach.core import conduct
from coach.services.gate import Closed
from coach.services.standing import overviews

RATED = {"cold-start-customer": 5, "last-demo": 4}
CONTACT = "made-up.candidate@example.org"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def lead(tmp_path, clock):
    services = services_in(tmp_path, clock)
    yield services
    services.close()


def test_1_a_question_without_a_rating_is_left_out_of_the_mean_and_not_counted_as_nought(lead):
    opened(lead)
    dana = lead.for_profile("dana")
    left = {question.id: None for question in lead.library.guide("ae-first-round").questions}
    state = hold(dana, "ae-berlin.c-001.dana", left | RATED)
    assert state.score.value == 87.5, "the mean of 5 and 4 on the scale from 1 to 5"
    assert state.score.coverage == 2 / 8
    row = lead.for_profile("dana").comparisons.view("ae-berlin").rows[0]
    assert row.place is None, "and nobody is compared by so little before the quorum"


def test_2_nobody_reads_changes_or_averages_what_is_not_theirs(lead):
    opened(lead)
    dana, omar = lead.for_profile("dana"), lead.for_profile("omar")
    name = "ae-berlin.c-001.dana"
    hold(dana, name)
    for reading in (omar.interviews.state, omar.reports.scorecard, omar.interviews.open, omar.parcels.seal):
        with pytest.raises(Closed):
            reading(name)
    assert all(row.place is None for row in omar.comparisons.view("ae-berlin").rows)
    with pytest.raises(Closed):
        lead.interviews.visit(name).act(conduct.submit, "00" * 16)


def test_3_what_was_left_open_yesterday_evening_is_asked_for_this_morning(lead, clock):
    opened(lead, candidates=("C-001",))
    dana = lead.for_profile("dana")
    clock.at = datetime(2026, 11, 2, 17, 0, tzinfo=UTC)
    hold(dana, "ae-berlin.c-001.dana", submit=False)
    for day, hour in ((2, 18), (3, 9), (10, 0)):
        clock.at = datetime(2026, 11, day, hour, 0, tzinfo=UTC)
        assert [one.next for one in overviews(dana.requisitions, 5)] == ["1 to finish"]


def test_4_what_goes_to_members_never_holds_who_the_candidate_is(lead, tmp_path):
    state = opened(lead)
    lead.requisitions.keep_identity(state, "C-001", "Made-up Mara", CONTACT)
    away = services_in(tmp_path / "dana").for_profile("dana")
    invitation = lead.parcels.invitation(state)
    away.parcels.join(invitation)
    hold(away, "ae-berlin.c-001.dana")
    away.close()
    for file in (tmp_path / "dana").rglob("*"):
        if file.is_file():
            assert CONTACT.encode() not in file.read_bytes()
    for who in ("dana", "omar"):
        with pytest.raises(Closed, match="codes are enough"):
            lead.for_profile(who).requisitions.identity(state, "C-001")


def test_5_what_one_has_handed_in_stops_nobody_else(lead):
    opened(lead)
    for who in ("dana", "omar", "lena"):
        assert hold(lead.for_profile(who), f"ae-berlin.c-001.{who}").submitted_at is not None


def test_6_a_scorecard_holds_questions_notes_anchors_and_weights(lead):
    opened(lead)
    state = hold(lead.for_profile("dana"), "ae-berlin.c-001.dana")
    for question in state.guide.questions:
        assert question.text
        assert {1, 3, 5} <= set(question.anchors)
        assert state.note(question.id)
    assert [one.weight for one in state.guide.competencies] == [1] * 8


def test_7_questions_keep_the_order_of_the_kit_whatever_order_they_were_rated_in(lead):
    """Told in public by users of that system: skills of a feedback stood in another order than agreed."""
    opened(lead)
    desk = lead.for_profile("dana").interviews.open("ae-berlin.c-001.dana")
    kit = [question.id for question in desk.state.guide.questions]
    for question in reversed(kit):
        desk.act(conduct.rate, question, 3)
    assert list(desk.state.ratings) == kit
    document = lead.for_profile("dana").sheets.view("ae-berlin.c-001.dana")
    assert [card.question for card in document.questions] == kit
