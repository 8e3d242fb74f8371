from datetime import date

import pytest
from panel_kit import hold, opened, services_in

from coach.core.conduct import Refused
from coach.core.country import Counted, Retention
from coach.core.retention import add_months, delete_by
from coach.services import streams
from coach.services.gate import Closed

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
    held.privacy.erase("ae-berlin", "C-001", "asked for", early=True)
    assert held.log.read(streams.dossier("ae-berlin", "C-001")) == ()
    assert len(held.requisitions.state("ae-berlin").erased["C-001"]) == 3
