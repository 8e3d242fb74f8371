import pytest
from panel_kit import LEAD, OMAR, draft, hold, opened, services_in

from coach.core.conduct import Refused
from coach.core.panel.dossier import replay
from coach.core.panel.terms import Visibility
from coach.services import streams
from coach.services.gate import Closed


@pytest.fixture
def lead(tmp_path):
    services = services_in(tmp_path)
    yield services
    services.close()


def test_one_action_lays_out_all_interviews_of_candidates_and_panel(lead):
    state = opened(lead)
    dana = lead.for_profile("dana")
    assert [one.id for one in dana.interviews.summaries()] == [
        "ae-berlin.c-002.dana",
        "ae-berlin.c-001.dana",
    ]
    assert lead.requisitions.lay_out(state) == (), "nothing is missing any more"


@pytest.mark.parametrize("quorum", [0, 4])
def test_a_requisition_without_a_quorum_that_can_be_met_is_refused(lead, quorum):
    with pytest.raises(Refused, match="quorum"):
        lead.requisitions.open(draft(quorum=quorum))
    assert lead.requisitions.all() == ()


def test_until_the_own_scorecard_is_in_nothing_of_the_others_is_seen(lead):
    opened(lead)
    dana, omar = lead.for_profile("dana"), lead.for_profile("omar")
    hold(omar, "ae-berlin.c-001.omar")
    with pytest.raises(Closed) as before:
        dana.interviews.state("ae-berlin.c-001.omar")
    with pytest.raises(Closed) as unsubmitted:
        dana.interviews.state("ae-berlin.c-002.omar")
    assert str(before.value) == str(unsubmitted.value).replace("c-002", "c-001"), "and not whether it is in"

    hold(dana, "ae-berlin.c-001.dana")
    assert dana.interviews.state("ae-berlin.c-001.omar").score.value == 50


def test_the_lead_may_look_before_and_that_is_on_record(lead):
    opened(lead)
    hold(lead.for_profile("omar"), "ae-berlin.c-001.omar")
    with pytest.raises(Closed, match="goes on record"):
        lead.interviews.state("ae-berlin.c-001.omar")

    lead.interviews.state("ae-berlin.c-001.omar", peek="The candidate asked for an early answer.")
    (look,) = replay(lead.log.read(streams.dossier("ae-berlin", "C-001"))).looks
    assert (look.by, look.peek, look.interviews) == ("lena", True, ("ae-berlin.c-001.omar",))


def test_with_visibility_never_the_others_stay_closed(lead):
    opened(lead, visibility=Visibility.NEVER)
    dana, omar = lead.for_profile("dana"), lead.for_profile("omar")
    hold(dana, "ae-berlin.c-001.dana")
    hold(omar, "ae-berlin.c-001.omar")
    with pytest.raises(Closed):
        dana.interviews.state("ae-berlin.c-001.omar")


def test_only_the_interviewer_works_on_an_interview(lead):
    opened(lead)
    with pytest.raises(Closed, match="not your interview"):
        lead.interviews.open("ae-berlin.c-001.dana")


@pytest.fixture
def away(tmp_path, lead):
    """Dana's own machine, with the requisition from the lead's file."""
    services = services_in(tmp_path / "dana").for_profile("dana")
    services.parcels.join(lead.parcels.invitation(opened(lead)))
    yield services
    services.close()


def test_a_sealed_scorecard_travels_and_is_verified(lead, away):
    there = hold(away, "ae-berlin.c-001.dana", {"cold-start-customer": 5})
    came = lead.parcels.collect(away.parcels.seal("ae-berlin.c-001.dana"))
    assert came.commitment == there.commitment
    assert lead.gate.digests.all("ae-berlin.c-001.dana")[0].score == there.score.value
    with pytest.raises(Refused, match="collected already"):
        lead.parcels.collect(away.parcels.seal("ae-berlin.c-001.dana"))


def test_one_altered_byte_anywhere_refuses_a_sealed_file(lead, away):
    hold(away, "ae-berlin.c-001.dana")
    data = away.parcels.seal("ae-berlin.c-001.dana")
    for place in {0, 5, 40, len(data) // 2, len(data) // 3, len(data) - 2, len(data) - 1}:
        altered = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises(Refused):
            lead.parcels.collect(altered)
    assert not lead.gate.digests.all("ae-berlin.c-001.dana")[0].submitted


def test_a_told_commitment_holds_the_file_to_it(lead, away):
    from coach.core.panel import debriefing

    hold(away, "ae-berlin.c-001.dana")
    state = lead.requisitions.state("ae-berlin")
    dossier = lead.requisitions.dossier(state, "C-001")
    lead.requisitions.act(dossier, debriefing.expect(dossier, state.terms, "dana", "0" * 16))
    with pytest.raises(Refused, match="another commitment"):
        lead.parcels.collect(away.parcels.seal("ae-berlin.c-001.dana"))


def test_a_member_who_is_not_on_the_panel_is_refused(lead, away, tmp_path):
    hold(away, "ae-berlin.c-001.dana")
    data = away.parcels.seal("ae-berlin.c-001.dana")
    other = services_in(tmp_path / "other")
    opened(other, members=(LEAD, OMAR))
    with pytest.raises(Refused, match="does not interview on the panel"):
        other.parcels.collect(data)
    other.close()
