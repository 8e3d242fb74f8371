"""Files from other machines that are not what they should be: each is refused, and nothing is lost."""

import zlib
from base64 import b64decode, b64encode
from hashlib import sha256

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from panel_kit import DANA, HR, LEAD, OMAR, draft, hold, opened, services_in

from coach.core import conduct
from coach.core import events as ev
from coach.core.conduct import Refused
from coach.core.panel.collecting import Parcel
from coach.core.panel.sealing import commitment, sealed
from coach.core.panel.terms import Member, Role
from coach.services.gate import Closed
from coach.services.parcels import Envelope, Invitation

NAME = "ae-berlin.c-001.dana"
SAMPLED = 150
"""How many bytes of a file are altered."""


@pytest.fixture
def lead(tmp_path):
    services = services_in(tmp_path)
    yield services
    services.close()


@pytest.fixture
def away(tmp_path, lead):
    """Dana's own machine, where her interview is held and submitted."""
    services = services_in(tmp_path / "dana").for_profile("dana")
    services.parcels.join(lead.parcels.invitation(opened(lead)))
    hold(services, NAME, {"last-demo": 2})
    yield services
    services.close()


def everything(services):
    """Where every stream stands: the same before and after, if nothing happened."""
    return [(head.stream, head.number, head.hash) for head in services.log.streams("")]


def refused(services, data, says):
    """Let a file be refused, and see that nothing happened."""
    before = everything(services)
    with pytest.raises(Refused, match=says):
        services.parcels.collect(data)
    assert everything(services) == before
    assert services.log.verify() == ()


def unpacked(data, shape=Parcel):
    body = zlib.decompress(b64decode(msgspec.json.decode(data)["packed"]))
    return msgspec.json.decode(body, type=shape)


def packed(data, content):
    """Pack other contents as somebody would who knows how it is done: all sums are right."""
    body = b64encode(zlib.compress(msgspec.json.encode(content), 9)).decode()
    bare = replace(msgspec.json.decode(data, type=Envelope), packed=body, check="")
    return msgspec.json.encode(replace(bare, check=sha256(msgspec.json.encode(bare)).hexdigest()))


def test_a_sealed_file_with_one_other_byte_is_refused_wherever_it_is(lead, away):
    data = away.parcels.seal(NAME)
    before = everything(lead)
    for place in range(0, len(data), max(1, len(data) // SAMPLED)):
        with pytest.raises(Refused):
            lead.parcels.collect(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
    assert everything(lead) == before
    assert lead.parcels.collect(data).interview == NAME, "as it was sent it is taken in"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=60))
def test_no_bytes_at_all_bring_anything_but_a_refusal(lead, data):
    for take_in in (lead.parcels.collect, lead.parcels.join):
        with pytest.raises(Refused, match="not made by coach"):
            take_in(data)


def test_a_file_that_was_cut_off_is_refused(lead, away):
    data = away.parcels.seal(NAME)
    for length in (0, 1, len(data) // 2, len(data) - 1):
        refused(lead, data[:length], "not made by coach, or was altered")


def test_the_same_file_twice_changes_nothing(lead, away):
    data = away.parcels.seal(NAME)
    lead.parcels.collect(data)
    refused(lead, data, "collected already. Nothing changed")


def test_a_scorecard_of_another_kit_is_refused(lead, away, tmp_path):
    other = services_in(tmp_path / "other")
    opened(other)
    guide = other.library.guide("ae-first-round")
    changed = replace(guide, questions=guide.questions[:-1])
    records = unpacked(away.parcels.seal(NAME)).records
    planned = replace(records[0].event, guide=changed, fingerprint=changed.fingerprint)
    content = replace(
        unpacked(away.parcels.seal(NAME)),
        fingerprint=changed.fingerprint,
        records=(replace(records[0], event=planned), *records[1:]),
    )
    refused(other, packed(away.parcels.seal(NAME), content), "altered|another kit")
    other.close()


def test_a_scorecard_of_another_version_of_the_kit_is_refused(lead, away, tmp_path):
    """The kit was changed between the two openings: same id, same title, another fingerprint."""
    other = services_in(tmp_path / "other")
    guide = other.library.guide("ae-first-round")
    other.library.guide = lambda _: replace(guide, rev=guide.rev + 1)
    opened(other)
    refused(other, away.parcels.seal(NAME), "made with another kit .* cannot be compared")
    other.close()


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ((LEAD, OMAR), "dana does not interview on the panel"),
        ((LEAD, OMAR, replace(DANA, role=Role.OBSERVER)), "dana does not interview on the panel"),
    ],
)
def test_a_scorecard_of_somebody_who_does_not_interview_on_the_panel_is_refused(
    away, tmp_path, members, says
):
    other = services_in(tmp_path / "other")
    opened(other, members=members)
    refused(other, away.parcels.seal(NAME), says)
    other.close()


def test_a_scorecard_of_an_unknown_requisition_or_candidate_is_refused(lead, away, tmp_path):
    data = away.parcels.seal(NAME)
    nowhere = services_in(tmp_path / "nowhere")
    refused(nowhere, data, "The file is for ae-berlin and C-001. There is no requisition")
    opened(nowhere, candidates=("C-009",))
    refused(nowhere, data, "The file is for ae-berlin and C-001. ae-berlin has no candidate")
    nowhere.close()


def test_only_the_lead_takes_files_in(lead, away):
    data = away.parcels.seal(NAME)
    refused(lead.for_profile("omar"), data, "Only the lead of ae-berlin can collect")


def test_what_is_begun_on_this_machine_is_not_replaced_from_elsewhere(lead, away):
    hold(lead.for_profile("dana"), NAME, submit=False)
    refused(lead, away.parcels.seal(NAME), "begun on this machine")


def test_after_an_erasure_nothing_more_is_taken_in(lead, away):
    lead.privacy.erase("ae-berlin", "C-001", "On request.", early=True)
    refused(lead, away.parcels.seal(NAME), "erased, so nothing more is taken in")


def test_an_amended_scorecard_is_taken_in_again_and_another_one_is_not(lead, away):
    lead.parcels.collect(away.parcels.seal(NAME))
    away.interviews.visit(NAME).act(conduct.amend_rating, "last-demo", 4, "Evidence overheard at first.")
    again = lead.parcels.collect(away.parcels.seal(NAME))
    assert again.amended
    (card,) = lead.gate.digests.all(NAME)
    assert card.ratings == tuple(away.interviews.state(NAME).ratings.values())


# --- Made with another tool: all sums right, and still not what was handed in ---------------------------


def crafted(away, change):
    """Change the records of a genuine file, and seal the whole anew."""
    data = away.parcels.seal(NAME)
    content = unpacked(data)
    return packed(data, replace(content, records=tuple(change(list(content.records)))))


def after(records, *events):
    """Put events behind records, numbered on."""
    last = records[-1]
    return [
        *records,
        *(replace(last, number=last.number + step, event=event) for step, event in enumerate(events, 1)),
    ]


def changed_submission(records, **changes):
    return [*records[:-1], replace(records[-1], event=replace(records[-1].event, **changes))]


def without_evidence(records):
    """Take all notes away and commit to that."""
    from coach.core.interview_replay import reduce

    left = [held for held in records[:-1] if not isinstance(held.event, ev.NoteEdited)]
    state = None
    for held in left:
        there = ev.Recorded(
            stream=f"interview/{NAME}", number=held.number, at=held.at, actor=held.actor, event=held.event
        )
        state = reduce(state, there)
    salt = records[-1].event.salt
    digits = commitment(sealed(state), salt)
    return [*left, replace(records[-1], event=replace(records[-1].event, commitment=digits))]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda records: after(records, ev.Rated(question="last-demo", rating=5)), id="rated on"),
        pytest.param(
            lambda records: after(records, ev.NoteEdited(place="opening", start=0, removed=0, inserted="x")),
            id="noted on",
        ),
        pytest.param(
            lambda records: after(records, ev.ScorecardAmended(reason=" ", question="last-demo", rating=5)),
            id="amended without a reason",
        ),
        pytest.param(
            lambda records: after(records, *(held.event for held in records)), id="held a second time"
        ),
        pytest.param(lambda records: after(records, records[-1].event), id="handed in twice"),
        pytest.param(lambda records: changed_submission(records, score=100.0), id="another score"),
        pytest.param(lambda records: changed_submission(records, coverage=0.5), id="another coverage"),
        pytest.param(lambda records: records[:-1], id="a draft"),
        pytest.param(lambda records: records[1:], id="without its plan"),
        pytest.param(lambda _: [], id="empty"),
        pytest.param(without_evidence, id="without evidence"),
        pytest.param(
            lambda records: [
                replace(held, event=ev.Rated(question="last-demo", rating=5))
                if isinstance(held.event, ev.Rated) and held.event.question == "last-demo"
                else held
                for held in records
            ],
            id="another rating under the same commitment",
        ),
    ],
)
def test_records_that_the_program_would_not_write_are_refused(lead, away, change):
    refused(lead, crafted(away, change), "altered|do not fit together")


@pytest.mark.parametrize("rating", [0, 6, -1, 3.5])
def test_a_rating_outside_the_scale_is_refused_in_a_file(lead, away, rating):
    data = away.parcels.seal(NAME)
    content = msgspec.to_builtins(unpacked(data))
    for held in content["records"]:
        if held["event"]["type"] == "rated":
            held["event"]["rating"] = rating
    refused(lead, packed(data, content), "was altered")


@pytest.mark.parametrize("rating", [0, 6, -1])
def test_a_rating_outside_the_scale_is_refused_at_the_desk(lead, rating):
    opened(lead)
    desk = lead.for_profile("dana").interviews.open(NAME)
    before = everything(lead)
    with pytest.raises(Refused, match="a whole number from 1 to 5"):
        desk.act(conduct.rate, "last-demo", rating)
    assert everything(lead) == before


def test_erasing_under_a_hold_is_refused_early_or_late(lead):
    opened(lead)
    hold(lead.for_profile("dana"), NAME)
    lead.privacy.hold("ae-berlin", "C-001", "A claim is pending.")
    before = everything(lead)
    for early in (False, True):
        with pytest.raises(Refused, match=r"hold on C-001: A claim is pending\. Nothing was erased"):
            lead.privacy.erase("ae-berlin", "C-001", "On request.", early=early)
    assert everything(lead) == before


@pytest.mark.parametrize("quorum", [0, -1, 4, 99])
def test_a_requisition_without_a_quorum_that_can_be_met_leaves_nothing_behind(lead, quorum):
    before = everything(lead)
    with pytest.raises(Refused, match="quorum"):
        lead.requisitions.open(draft(quorum=quorum), "ae-berlin")
    assert everything(lead) == before


# --- Files for members -----------------------------------------------------------------------------------


def test_a_file_for_members_is_no_way_to_become_the_lead(lead):
    """On a shared machine a file must not put another panel in the place of the one that was agreed."""
    state = opened(lead)
    promoted = tuple(
        replace(one, role=Role.LEAD if one.id == "dana" else Role.INTERVIEWER) for one in (LEAD, DANA, OMAR)
    )
    observing = (LEAD, replace(DANA, role=Role.OBSERVER), OMAR, HR)
    for members in (promoted, observing):
        invited = Invitation(id=state.id, terms=replace(state.terms, members=members), candidates=())
        data = packed(lead.parcels.invitation(state), invited)
        before = everything(lead)
        with pytest.raises(Refused, match="lena brought ae-berlin here"):
            lead.for_profile("dana").parcels.join(data)
        assert everything(lead) == before


@pytest.mark.parametrize("name", ["ae-berlin.c-001", "../up", "a/b", "", "AE"])
def test_a_file_for_members_with_a_name_that_is_no_id_is_refused(lead, tmp_path, name):
    data = lead.parcels.invitation(opened(lead))
    there = services_in(tmp_path / "there").for_profile("dana")
    invited = replace(unpacked(data, Invitation), id=name)
    with pytest.raises(Refused, match="which is no id"):
        there.parcels.join(packed(data, invited))
    assert everything(there) == []
    there.close()


def test_a_file_for_members_is_for_members(lead, tmp_path):
    data = lead.parcels.invitation(opened(lead))
    there = services_in(tmp_path / "there").for_profile("sam")
    with pytest.raises(Refused, match="the panel of ae-berlin is: lena, dana, omar, hanna"):
        there.parcels.join(data)
    assert everything(there) == []
    there.close()


def test_a_scorecard_outside_a_requisition_opens_only_by_one_outside(lead):
    """The same code in a requisition may be another person."""
    opened(lead, members=(LEAD, DANA, Member(id="omar", name="Omar")), quorum=1)
    dana, omar = lead.for_profile("dana"), lead.for_profile("omar")
    alone = omar.interviews.plan("ae-first-round", "C-001", "Omar").state.id
    hold(omar, alone)
    hold(dana, NAME)
    with pytest.raises(Closed):
        dana.interviews.state(alone)
    assert alone not in {one.id for one in dana.interviews.summaries()}
