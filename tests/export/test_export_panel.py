"""Paper about a requisition: the same numbers everywhere, and nothing of who is not revealed."""

from datetime import date

import pytest
from pdf_kit import bookmarks_of, pages_of, standards_of
from services.panel_kit import PANEL, Clock, draft, hold, services_in

from coach.core import events as ev
from coach.core.country import Counted
from coach.core.interview import Overall
from coach.core.panel.terms import Member, Visibility
from coach.core.scoring import score_text
from coach.export import Format, Print, render
from coach.export.documents.access import access_bundle
from coach.services.privacy import PrivacyService

REQ = "ae-berlin"
HOSTILE = "<script>alert(1)</script> #panic() **bold** {{ 7*7 }}"


def panel(folder, *, candidates=("C-001", "C-002"), **changes):
    lead = services_in(folder, Clock())
    state = lead.requisitions.open(draft(retention="de", **changes), REQ, candidates)
    lead.requisitions.lay_out(state)
    return lead


def rate(lead, candidate, **levels):
    questions = [question.id for question in lead.library.guide("ae-first-round").questions]
    for member, level in levels.items():
        name = f"{REQ}.{candidate.lower()}.{member}"
        hold(lead.for_profile(member), name, dict.fromkeys(questions, level))


@pytest.fixture
def lead(tmp_path):
    """C-001 is rated by all and debriefed with hostile reasons; C-002 by the two others only."""
    lena = panel(tmp_path)
    rate(lena, "C-001", lena=4, dana=2, omar=3)
    rate(lena, "C-002", dana=5, omar=5)
    lena.debriefs.open(REQ, "C-001")
    lena.debriefs.rescore(REQ, "C-001", "presenting", 2, HOSTILE)
    lena.debriefs.composite(REQ, "C-001", Overall.NO, HOSTILE)
    lena.debriefs.decide(REQ, "C-001", "offer", HOSTILE)
    yield lena
    lena.close()


def words(document, form=Format.TXT):
    rendered = render(document, form)
    text = " ".join(pages_of(rendered.data)) if form is Format.PDF else rendered.data.decode()
    return " ".join(text.split())


@pytest.mark.parametrize("form", list(Format))
def test_live_stored_and_printed_scores_are_the_same_number_in_every_format(tmp_path, form):
    lena = panel(tmp_path, members=PANEL[:1], quorum=1)
    ratings = {"last-demo": 5, "deal-you-lost": 1, "cold-start-customer": None, "first-thirty-minutes": 4}
    live = hold(lena, f"{REQ}.c-001.lena", ratings)
    stored = next(
        record.event
        for record in lena.log.read(f"interview/{REQ}.c-001.lena")
        if isinstance(record.event, ev.ScorecardSubmitted)
    )
    compared = lena.comparisons.view(REQ).rows[0].place
    assert live.score.value == stored.score == compared.score == lena.debriefs.view(REQ, "C-001").score.value

    said = score_text(live.score.value)
    assert said == "54 of 100"
    assert said in words(lena.reports.scorecard(f"{REQ}.c-001.lena"), form)
    assert said in words(lena.panel_reports.group_form(REQ, "C-001"), form)
    assert "54" in words(lena.panel_reports.comparison(REQ), form)
    assert "54 (88 %)" in words(lena.panel_reports.matrix(REQ), form)
    assert "score 54 of 100" in words(lena.panel_reports.requisition(REQ), form)
    lena.close()


def test_the_whole_requisition_is_one_accessible_file_with_a_bookmark_for_each_sheet(lead):
    data = render(lead.panel_reports.requisition(REQ), Format.PDF).data
    assert [title for title, _ in bookmarks_of(data)] == [
        "Requisition: ae-berlin",
        "Comparison of candidates: ae-berlin",
        "Panel matrix: ae-berlin",
        "Scorecard: C-001 · Dana Demo (made up)",
        "Scorecard: C-001 · Lena Lead (made up)",
        "Scorecard: C-001 · Omar Sample (made up)",
        "Group form: C-001",
    ]
    assert standards_of(data) == {"pdfuaid:part": "1", "pdfaid:part": "2"}


def test_of_who_is_not_revealed_only_the_code_is_printed(lead):
    told = words(lead.panel_reports.requisition(REQ))
    assert "C-002 not revealed to you yet" in told
    assert "c-002.dana" not in told
    assert "c-002.dana" in words(lead.for_profile("dana").panel_reports.requisition(REQ))


def test_every_printed_scorecard_of_others_goes_on_record(lead):
    lead.for_profile("hanna").panel_reports.requisition(REQ)
    looks = lead.requisitions.dossier(lead.requisitions.state(REQ), "C-001").looks
    printed = {
        name for look in looks if (look.by, look.what) == ("hanna", "print") for name in look.interviews
    }
    assert printed == {f"{REQ}.c-001.{member}" for member in ("lena", "dana", "omar")}


def sheets(lead):
    return {
        "scorecard": lead.reports.scorecard(f"{REQ}.c-001.lena"),
        "comparison": lead.panel_reports.comparison(REQ),
        "matrix": lead.panel_reports.matrix(REQ),
        "group form": lead.panel_reports.group_form(REQ, "C-001"),
    }


def test_every_sheet_says_kit_record_and_until_when_it_is_kept(lead):
    fingerprint = lead.requisitions.state(REQ).terms.fingerprint
    for name, document in sheets(lead).items():
        foot = " ".join(document.footer)
        assert f"Kit ae-first-round, version 1, {fingerprint[:12]}" in foot, name
        assert "Record ae-berlin" in foot, name
        assert "Delete by: 6 months after the candidate received the rejection" in foot, name

    lead.privacy.record_date(REQ, "C-001", Counted.REJECTION, date(2026, 11, 1))
    for name, document in sheets(lead).items():
        assert "Delete by: 2027-05-01" in " ".join(document.footer), name
    whole = lead.panel_reports.requisition(REQ)
    assert all("Delete by:" in " ".join(one.footer) for one in (whole, *whole.documents))


def test_who_does_not_see_a_candidate_yet_is_not_told_by_a_date_that_there_is_a_decision(tmp_path):
    lena = panel(tmp_path)
    dana = lena.for_profile("dana")
    before = dana.reports.scorecard(f"{REQ}.c-001.dana").footer
    rate(lena, "C-001", lena=4, omar=3)
    lena.debriefs.open(REQ, "C-001")
    lena.debriefs.decide(REQ, "C-001", "offer", "made up")
    lena.privacy.record_date(REQ, "C-001", Counted.REJECTION, date(2026, 11, 1))
    assert isinstance(lena.privacy, PrivacyService)
    assert dana.reports.scorecard(f"{REQ}.c-001.dana").footer == before
    lena.close()


@pytest.mark.parametrize("form", list(Format))
def test_what_people_wrote_is_text_in_every_format(lead, form):
    for document in (lead.panel_reports.group_form(REQ, "C-001"), lead.panel_reports.requisition(REQ)):
        data = render(document, form).data
        if form is Format.HTML:
            assert b"<script>alert" not in data
            assert b"&lt;script&gt;alert" in data
        elif form is Format.MD:
            assert b"<script>alert" not in data
        else:
            assert "<script>alert(1)" in words(document, form).replace("\u200b", "")


def test_the_group_form_has_before_after_and_reason_and_room_where_nothing_is_decided(lead):
    filled = words(lead.panel_reports.group_form(REQ, "C-001"), Format.MD)
    assert "Lena Lead (made up) 2" in filled, "what was rated anew"
    assert "place 1 of 1" in filled
    dana = lead.for_profile("dana")
    assert "_____" in words(dana.panel_reports.group_form(REQ, "C-002")), "a line to write the decision on"


def test_shades_repeat_numbers_and_never_stand_alone(lead):
    tables = [block for block in lead.panel_reports.matrix(REQ).blocks if getattr(block, "shades", ())]
    assert tables
    for table in tables:
        for row, shades in zip(table.rows, table.shades, strict=True):
            for cell, shade in zip(row, shades, strict=True):
                assert shade is None or 0 <= shade <= 1
                assert shade is None or cell[0].text[0].isdigit()


@pytest.mark.parametrize("members", [1, 9])
def test_many_candidates_and_members_get_tables_beneath_each_other(tmp_path, members):
    crowd = tuple(Member(id=f"m{number}", name=f"Member {number} (made up)") for number in range(members - 1))
    lena = panel(
        tmp_path, candidates=tuple(f"C-{n:03}" for n in range(8)), members=(PANEL[0], *crowd), quorum=1
    )
    for number in range(8):
        rate(lena, f"C-{number:03}", lena=1 + number % 5)
    for one in crowd:
        rate(lena, "C-000", **{one.id: 3})
    document = lena.panel_reports.matrix(REQ)
    told = words(document, Format.MD)
    assert all(f"C-{number:03}" in told for number in range(8))
    assert all(one.name.split(" (")[0] in told for one in crowd)
    assert render(document, Format.PDF, print=Print.LARGE).notes == ()
    lena.close()


def test_the_pack_for_a_works_council_holds_the_kit_and_nothing_of_any_candidate(lead):
    for named in ("ae-first-round", REQ):
        told = words(lead.panel_reports.works_council(named))
        for part in (
            "BetrVG §94(2)",
            "§95(1)",
            "not legal advice",
            "The weights are equal, which is the rule.",
            "What nobody rated is left out, and never zero.",
            "Tell me about the last demo or presentation you gave",
            "6 months",
            "Severity is shown and never used to adjust a score.",
        ):
            assert part in told, (named, part)
        for person in ("C-001", "C-002", "made up", "alert"):
            assert person not in told, (named, person)


def test_with_visibility_never_paper_holds_totals_alone(tmp_path):
    lena = panel(tmp_path, visibility=Visibility.NEVER)
    rate(lena, "C-001", lena=5, dana=3, omar=1)
    dana = lena.for_profile("dana")
    for document in (
        dana.panel_reports.comparison(REQ),
        dana.panel_reports.matrix(REQ),
        dana.panel_reports.group_form(REQ, "C-001"),
        dana.panel_reports.requisition(REQ),
    ):
        told = words(document)
        for hidden in ("evidence of omar", "evidence of lena", "5.0", "1.0", "place 1"):
            assert hidden not in told, document.title
    assert "50" in words(dana.panel_reports.comparison(REQ))
    assert "5.0" in words(lena.panel_reports.matrix(REQ))
    lena.close()


def test_without_a_place_the_reason_stands_below_the_table_and_the_place_is_a_dash(tmp_path):
    lena = panel(tmp_path)
    rate(lena, "C-001", lena=4, dana=2)
    questions = [question.id for question in lena.library.guide("ae-first-round").questions]
    for who in ("lena", "dana"):
        few = dict.fromkeys(questions) | {questions[0]: 3}
        hold(lena.for_profile(who), f"{REQ}.c-002.{who}", few)
    text = words(lena.panel_reports.comparison(REQ))
    assert "C-002 has no place: 13 % of the weight is rated, and a place needs 80 %." in text
    assert "– C-002" in text
    lena.close()


def test_a_decision_that_departs_is_told_in_sentences(tmp_path):
    lena = panel(tmp_path)
    rate(lena, "C-001", lena=4, dana=2)
    lena.debriefs.open(REQ, "C-001")
    lena.debriefs.decide(REQ, "C-001", "reject", "No budget", "The post was withdrawn")
    text = words(lena.panel_reports.group_form(REQ, "C-001"))
    assert "No budget. Departs from the place by score: The post was withdrawn" in text
    access = render(access_bundle(lena.privacy.access_export(REQ, "C-001")), Format.MD).data.decode()
    assert "No budget. Departs from the place by score:" in " ".join(access.split())
    lena.close()
