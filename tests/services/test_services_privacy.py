from datetime import date

import msgspec
import pytest
from msgspec.structs import replace
from panel_kit import LEAD, OMAR, hold, opened, services_in

from coach.core.conduct import Refused
from coach.core.country import Counted, Retention
from coach.core.panel.access import plain
from coach.core.retention import add_months, delete_by
from coach.export import Format, render
from coach.export.documents.access import access_bundle
from coach.services import streams
from coach.services.gate import Closed
from coach.services.interview import UnknownInterview
from coach.services.privacy import Call
from coach.store.log import FaultKind

HALF_A_YEAR = Retention(
    id="half-a-year",
    title="Made up",
    counted_from=Counted.REJECTION,
    reason="A claim can be made for that long.",
    months=6,
)


@pytest.fixture
def lead(tmp_path):
    services = services_in(tmp_path)
    yield services
    services.close()


@pytest.fixture
def held(lead):
    opened(lead)
    for member in ("lena", "dana", "omar"):
        hold(lead.for_profile(member), f"ae-berlin.c-001.{member}", {"cold-start-customer": None})
    lead.requisitions.keep_identity(
        lead.requisitions.state("ae-berlin"), "C-001", "Made-up Mara", "m@example.org"
    )
    return lead


def test_the_period_counts_from_the_receipt_of_the_rejection():
    assert delete_by(HALF_A_YEAR, {}).on is None
    assert delete_by(HALF_A_YEAR, {Counted.DECISION: date(2026, 1, 1)}).on is None
    assert delete_by(HALF_A_YEAR, {Counted.REJECTION: date(2026, 8, 31)}).on == date(2027, 2, 28)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)


def test_erasing_takes_every_word_away_and_keeps_the_numbers_and_the_chain(held):
    receipt = held.privacy.erase("ae-berlin", "C-001", "The candidate asked for it.", early=True)
    assert receipt.scorecards_kept_as_numbers == 3
    for prefix in ("interview/ae-berlin.c-001", "identity/ae-berlin/c-001", "dossier/ae-berlin/c-001"):
        for head in held.log.streams(prefix):
            assert held.log.read(head.stream) == ()
    assert held.log.verify() == ()
    remains = held.requisitions.state("ae-berlin").erased["C-001"]
    assert {one.member for one in remains} == {"lena", "dana", "omar"}
    assert remains[0].ratings["cold-start-customer"] is None
    assert remains[0].ratings["last-demo"] == 3
    for file in held.folders.data.parent.rglob("*"):
        if file.is_file():
            kept = file.read_bytes()
            assert b"made up evidence of dana" not in kept
            assert b"Made-up Mara" not in kept


def test_a_hold_wins_over_everything(held):
    held.privacy.hold("ae-berlin", "C-001", "A claim is pending.")
    with pytest.raises(Refused, match=r"A claim is pending\. Nothing was erased"):
        held.privacy.erase("ae-berlin", "C-001", "asked for", early=True)
    assert held.interviews.state("ae-berlin.c-001.lena").settled == 8
    held.privacy.lift("ae-berlin", "C-001", "The claim was settled.")
    held.privacy.erase("ae-berlin", "C-001", "asked for", early=True)


def test_before_its_time_a_record_only_goes_when_that_is_said(held):
    with pytest.raises(Refused, match="--early"):
        held.privacy.erase("ae-berlin", "C-001", "tidying up")


def test_only_lead_and_hr_look_after_records(held):
    with pytest.raises(Closed):
        held.for_profile("dana").privacy.erase("ae-berlin", "C-001", "x", early=True)
    assert held.for_profile("dana").privacy.all() == ()
    assert [one.candidate for one in held.for_profile("hanna").privacy.all()] == ["C-001", "C-002"]


def test_the_candidate_gets_everything_and_that_is_on_record(held):
    given = held.for_profile("hanna").privacy.access_export("ae-berlin", "C-001")
    assert (given.name, len(given.scorecards)) == ("Made-up Mara", 3)
    assert "made up evidence of dana" in given.scorecards[0].questions[1].note
    assert held.privacy.looks("ae-berlin", "C-001")[-1].what == "access export"


def test_an_erasure_that_was_broken_off_is_completed_by_asking_again(held, monkeypatch):
    erase, done = held.log.erase, []

    def stopping(stream, **rest):
        if done:
            raise OSError("the disk is full")
        done.append(stream)
        return erase(stream, **rest)

    monkeypatch.setattr(held.log, "erase", stopping)
    with pytest.raises(OSError, match="disk is full"):
        held.privacy.erase("ae-berlin", "C-001", "asked for", early=True)
    monkeypatch.undo()
    assert not held.privacy.receipt("ae-berlin", "C-001").complete
    assert held.privacy.erase("ae-berlin", "C-001", "asked for", early=True).complete
    assert held.log.read(streams.dossier("ae-berlin", "C-001")) == ()
    assert len(held.requisitions.state("ae-berlin").erased["C-001"]) == 3


def test_a_hold_without_a_full_stop_still_reads_as_a_sentence(held):
    held.privacy.hold("ae-berlin", "C-001", "A claim is pending")
    with pytest.raises(Refused, match=r"C-001: A claim is pending\. Nothing was erased\."):
        held.privacy.erase("ae-berlin", "C-001", "asked for", early=True)


def test_a_record_goes_also_when_another_code_begins_with_its_own(lead):
    state = opened(lead, ("C-1", "C-10"))
    lead.requisitions.keep_identity(state, "C-10", "Made-up Mona")
    receipt = lead.privacy.erase("ae-berlin", "C-1", "asked for", early=True)
    assert receipt.complete
    assert not any("c-10" in one.stream for one in receipt.erased)
    assert lead.requisitions.identity(lead.requisitions.state("ae-berlin"), "C-10").name == "Made-up Mona"


def test_a_reason_that_stays_does_not_name_the_person(held):
    with pytest.raises(Refused, match="holds 'Mara', a part of the candidate's name"):
        held.privacy.erase("ae-berlin", "C-001", "mara asked for it", early=True)
    assert held.requisitions.state("ae-berlin").erased == {}


def test_the_receipt_is_told_from_the_log_and_its_seals_verify(held):
    given = held.privacy.erase("ae-berlin", "C-001", "The candidate asked for it.", early=True)
    again = held.for_profile("hanna").privacy.receipt("ae-berlin", "c-001")
    assert again == given
    assert (given.by, given.reason, given.complete) == ("lena", "The candidate asked for it.", True)
    assert {one.stream for one in given.erased} < {one.stream for one in given.seals}
    held.requisitions.add_candidates(held.requisitions.state("ae-berlin"), ["C-003"])
    assert held.log.verify(given.seals) == ()
    (forged,) = (replace(one, hash="00" * 32) for one in given.seals[:1])
    assert [fault.kind for fault in held.log.verify([forged])] == [FaultKind.SEAL]


def test_there_is_no_receipt_of_what_was_not_erased(held):
    with pytest.raises(Refused, match="C-001 was not erased"):
        held.privacy.receipt("ae-berlin", "C-001")
    alone = held.interviews.plan("ae-first-round", "C-9", "Lena")
    with pytest.raises(Refused, match="c-9-lena was not erased"):
        held.privacy.receipt(alone.state.id)


def test_backups_that_still_hold_the_record_are_named(held):
    backups = held.folders.backups
    backups.mkdir()
    held.log.back_up(backups / "old.db")
    (backups / "broken.db").write_bytes(b"no database")
    receipt = held.privacy.erase("ae-berlin", "C-001", "asked for", early=True)
    held.log.back_up(backups / "new.db")
    found = held.privacy.stale_copies(receipt)
    assert [(one.path.name, one.certain) for one in found] == [("broken.db", False), ("old.db", True)]


RATINGS = {"cold-start-customer": 1, "last-demo": 5}


def in_files(services, needle):
    files = (file for file in services.folders.data.parent.rglob("*") if file.is_file())
    return [file.name for file in files if needle in file.read_bytes()]


def test_no_cache_keeps_a_rating_of_an_erased_record(lead):
    opened(lead)
    state = hold(lead, "ae-berlin.c-001.lena", RATINGS)
    packed = msgspec.msgpack.encode(tuple(state.ratings.values()))
    lead.gate.digests.all()
    assert in_files(lead, packed) == ["interviews.db"]
    lead.privacy.erase("ae-berlin", "C-001", "asked for", early=True)
    assert in_files(lead, packed) == []


def test_an_interview_without_a_requisition_is_its_interviewers_to_erase(lead):
    dana = lead.for_profile("dana")
    alone = dana.interviews.plan("ae-first-round", "C-9", "Dana").state.id
    state = hold(dana, alone, RATINGS)
    packed = msgspec.msgpack.encode(tuple(state.ratings.values()))
    assert [one.interview for one in dana.privacy.alone()] == [alone]
    assert dana.privacy.alone()[0].delete_by.text == "no retention profile: kept until you erase it"
    assert lead.privacy.alone() == ()
    with pytest.raises(Closed, match="Only its interviewer can erase it"):
        lead.privacy.erase_interview(alone, "tidying up")
    receipt = dana.privacy.erase_interview(alone, "The candidate asked for it.")
    assert (receipt.interview, receipt.complete) == (alone, True)
    assert dana.privacy.receipt(alone) == receipt
    assert dana.privacy.alone() == ()
    assert in_files(lead, packed) == in_files(lead, b"made up evidence of dana") == []
    assert lead.log.verify(receipt.seals) == ()


def test_an_interview_of_a_requisition_goes_only_with_the_whole_record(held):
    with pytest.raises(Refused, match="coach privacy erase ae-berlin C-001"):
        held.privacy.erase_interview("ae-berlin.c-001.lena", "asked for")
    with pytest.raises(UnknownInterview):
        held.privacy.erase_interview("c-99", "asked for")


def decided(services, candidate="C-001"):
    services.debriefs.open("ae-berlin", candidate)
    services.debriefs.decide("ae-berlin", candidate, "offer", "made up")


def test_a_missing_day_is_asked_for_once_it_must_have_been(held):
    assert [one.call for one in held.privacy.all()] == [Call.KEPT, Call.KEPT]
    assert held.privacy.asking() == ()
    decided(held)
    (one,) = held.privacy.asking()
    assert (one.candidate, one.call, one.counted_from) == ("C-001", Call.DAY, Counted.REJECTION)


def test_what_has_to_go_comes_first_and_a_hold_takes_it_out(held):
    held.privacy.record_date("ae-berlin", "C-001", Counted.REJECTION, date(2026, 11, 1))
    overdue = held.privacy.record_date("ae-berlin", "C-002", Counted.REJECTION, date(2026, 4, 1))
    assert (overdue.call, overdue.days_left) == (Call.GO, (date(2026, 10, 1) - date(2026, 11, 2)).days)
    assert [one.candidate for one in held.privacy.all()] == ["C-002", "C-001"]
    assert [one.candidate for one in held.privacy.due()] == ["C-002"]
    held.privacy.hold("ae-berlin", "C-002", "A claim is pending.")
    assert held.privacy.due() == ()
    assert [one.call for one in held.privacy.asking()] == [Call.HELD]


def test_on_the_last_day_a_record_may_still_be_there(held):
    on_the_day = held.privacy.record_date("ae-berlin", "C-002", Counted.REJECTION, date(2026, 5, 2))
    assert (on_the_day.days_left, on_the_day.call) == (0, Call.KEPT)


def test_a_lead_whose_own_is_not_in_learns_nothing_from_the_log(lead):
    opened(lead)
    for member in ("dana", "omar"):
        hold(lead.for_profile(member), f"ae-berlin.c-001.{member}")
    lead.for_profile("dana").interviews.state("ae-berlin.c-001.omar")
    assert [look.by for look in lead.for_profile("hanna").privacy.looks("ae-berlin", "C-001")] == ["dana"]
    assert lead.privacy.looks("ae-berlin", "C-001") == ()
    lead.interviews.state("ae-berlin.c-001.omar", peek="made up reason")
    assert [look.by for look in lead.privacy.looks("ae-berlin", "C-001")] == ["lena"]
    hold(lead, "ae-berlin.c-001.lena")
    assert [look.by for look in lead.privacy.looks("ae-berlin", "C-001")] == ["dana", "lena"]


def test_an_export_before_the_reveal_goes_on_record_as_an_early_look(lead):
    opened(lead)
    hold(lead.for_profile("dana"), "ae-berlin.c-001.dana")
    given = lead.privacy.access_export("ae-berlin", "C-001")
    assert given.absent == (LEAD.name, OMAR.name)
    assert (given.looks[-1].peek, given.looks[-1].by) == (True, LEAD.name)


def test_the_export_is_plain_json_with_everything_that_was_said(held):
    decided(held)
    competency = held.requisitions.state("ae-berlin").terms.guide.competencies[1]
    held.for_profile("dana").debriefs.rescore("ae-berlin", "C-001", competency.id, 2, "made-up hearing")
    text = msgspec.json.encode(plain(held.privacy.access_export("ae-berlin", "C-001"))).decode()
    found = msgspec.json.decode(text)
    for said in ("Made-up Mara", "m@example.org", "made up evidence of omar", "made-up hearing"):
        assert said in text
    assert found["decisions"][0]["outcome"] == "offer"
    assert found["rescores"][0]["competency"] == competency.title
    (kit,) = found["kits"].values()
    assert set(kit["questions"]) == {card["question"] for card in found["scorecards"][0]["questions"]}
    anchors = held.requisitions.state("ae-berlin").terms.guide.questions[0].anchors
    assert anchors[5] not in text


def test_the_paper_for_the_candidate_says_what_why_until_when_and_who_saw_it(held):
    decided(held)
    held.privacy.record_date("ae-berlin", "C-001", Counted.REJECTION, date(2026, 11, 1))
    paper = access_bundle(held.privacy.access_export("ae-berlin", "C-001"))
    words = " ".join(render(paper, Format.TXT).data.decode().split())
    for told in (
        "Made-up Mara",
        "Kept until: 2027-05-01",
        "You received the rejection: 2026-11-01",
        "No language model",
        "access export",
        "made up evidence of dana",
        "offer",
    ):
        assert told in words
    assert len(paper.documents) == 4


def test_what_the_candidate_gets_says_of_each_scorecard_what_the_sheet_itself_says(tmp_path):
    lead = services_in(tmp_path)
    state = opened(lead, ("C-001",))
    for who in ("lena", "dana"):
        hold(lead.for_profile(who), f"{state.id}.c-001.{who}")
    sheets = {who: lead.sheets.view(f"{state.id}.c-001.{who}") for who in ("lena", "dana")}
    kept = lead.privacy.access_export(state.id, "C-001")
    assert {one.interview: one.before_discussion for one in kept.scorecards} == {
        one.interview: True for one in sheets.values()
    }
    lead.close()
