import io
import re
import subprocess
import sys

import msgspec
import pytest
from export_samples import GUIDE, VIEW, document
from pypdf import PdfReader

from coach.core.bank import Question
from coach.core.country import ProtectedTopic
from coach.core.document import Fact, Facts, Verbatim, flat
from coach.export import FORMATS, Format, render
from coach.export.documents.blank import Known, blank_scorecard
from coach.export.documents.group_form import group_form
from coach.export.documents.scorecard import completed_scorecard, dots, excerpt


def text_of(doc):
    return render(doc, Format.TXT).data.decode()


def pages(doc):
    return [page.extract_text() for page in PdfReader(io.BytesIO(render(doc, Format.PDF).data)).pages]


def test_a_blank_scorecard_has_a_page_for_each_question_and_one_for_the_panel():
    read = pages(blank_scorecard(GUIDE))
    assert len(read) == 2 + len(GUIDE.questions) + 1 + 1
    for number, page in enumerate(read[2:-2], 1):
        assert f"Question {number}:" in page
        assert "not assessed, because:" in page
    assert "Overall recommendation" in read[-2]
    assert "Group form" in read[-1]


def test_a_blank_scorecard_holds_all_that_the_interview_needs():
    text = " ".join(text_of(blank_scorecard(GUIDE)).split())
    for part in (
        "Organisation: ____",
        "Requisition: ____",
        "Stage: ____",
        "Candidate (code, not the name): ____",
        "Role on the panel: ____",
        "Planned from – to: ____",
        "Held from – to: ____",
        "Held: [ ] in person [ ] by video [ ] by phone",
        "Place, or link: ____",
        "Language: English",
        "The interview finds out how far the candidate brings what this work needs.",
        "Do you know the candidate privately?",
        "Conflict of interest: [ ] none [ ] yes, namely:",
        "May I take notes?",
        "! Do not ask about - Age - Family",
        "Opening (3 minutes)",
        "5 minutes · What discovery means.",
        "[ ] asked [ ] reworded [ ] skipped, because:",
        "a. How did you find them? b. What did you do yourself?",
        "Situation",
        "Result",
        "5 Knows the figures of each step.",
        "4 between 3 and 5",
        "3 Names one method.",
        "Rating: [ ] 1 [ ] 2 [ ] 3 [ ] 4 [ ] 5 [ ] not assessed, because:",
        "Closing (5 minutes)",
        "[ ] strong no [ ] no [ ] yes [ ] strong yes",
        "[ ] Rated before talking with anybody about the candidate",
        "Signature: ____",
        "Competency Before, by member After Reason for each change",
        "Member Before After Reason",
        f"Kit sample-round, version 2, {GUIDE.fingerprint[:12]}",
        "Delete by: ____",
        "Confidential",
    ):
        assert part in text


def test_what_the_law_forbids_to_ask_stands_on_the_card_with_what_may_be_asked_instead():
    topics = (
        ProtectedTopic(id="age", title="Age", card="Age, year of birth.", alternative="Are you of full age?"),
        ProtectedTopic(id="union", title="Union", card="Membership of a union."),
    )
    text = text_of(blank_scorecard(msgspec.structs.replace(GUIDE, topics=topics)))
    assert "  - Age, year of birth. Instead: Are you of full age?\n  - Membership of a union.\n" in text


def test_what_is_known_is_printed_in():
    known = Known(
        candidate="C-014",
        interviewer="Made-up",
        role="lead",
        requisition="ae-2026",
        planned="10:00 – 10:45",
        focus=("discovery",),
        record="iv-7",
        delete_by="2027-05-14",
    )
    text = text_of(blank_scorecard(GUIDE, known))
    assert "Candidate (code, not the name): C-014" in text
    assert "Interviewer: Made-up" in text
    assert "Role on the panel: lead" in text
    assert "Planned from – to: 10:00 – 10:45" in text
    assert "Discovery (look at this first)" in text
    assert "Record iv-7" in text
    assert "Delete by: 2027-05-14" in text


def test_a_panel_whose_members_are_known_has_a_row_for_each():
    text = text_of(document(*group_form(GUIDE, "C-014", "ae-2026", ("Dana", "Erol"))))
    assert re.search(r"^Dana +_+  _+  _+$", text, re.MULTILINE)
    assert re.search(r"^Negotiation +_+  _+  _+$", text, re.MULTILINE)


def test_a_question_longer_than_a_page_runs_on_and_loses_nothing():
    long = msgspec.structs.replace(GUIDE.questions[0], probes=tuple(f"Probe {n} asked" for n in range(80)))
    assert isinstance(long, Question)
    read = "".join(pages(blank_scorecard(msgspec.structs.replace(GUIDE, questions=(long,)))))
    assert all(f"Probe {n} asked" in read for n in range(80))


def test_the_numbers_on_paper_are_the_ones_that_were_given():
    odd = msgspec.structs.replace(
        VIEW, score=12.0, score_text="not my sum", coverage=0.1, coverage_text="as told"
    )
    facts = {
        fact.term: fact.value
        for block in completed_scorecard(odd).blocks
        if isinstance(block, Facts)
        for fact in block.facts
    }
    assert facts["Score"] == "not my sum"
    assert facts["Coverage"] == "as told"


def test_a_completed_scorecard_tells_how_each_question_went():
    text = text_of(completed_scorecard(VIEW))
    assert "Rating: 4  ●●●●○\nAsked: as written\nTime used: 5 of 5 minutes" in text
    assert "Asked in these words\n    Say it otherwise?" in text
    assert "Skipped because\n    Late start." in text
    assert "Not assessed because\n    Time ran out." in text
    assert "Probes put\n\n- What did you do yourself?" in text
    assert "Notes on the opening\n    Came early." in text
    assert "Time used: 29 of 30 minutes" in text
    assert "Conflict of interest:  [x] none  [ ] yes" in text
    assert "Consent to notes:  [x] given  [ ] not given" in text


def test_amendments_say_what_was_before_and_why():
    text = " ".join(text_of(completed_scorecard(VIEW)).split())
    assert "When What Before After Reason" in text
    assert "2026-11-14 15:00 CET Discovery 3 2 Two notes were mixed up." in text


def test_a_sealed_scorecard_of_a_panel_shows_its_seal_its_focus_and_when_it_must_go():
    sealed = msgspec.structs.replace(
        VIEW,
        requisition="ae-2026",
        focus=("discovery", "negotiation"),
        commitment="0123456789abcdef" * 4,
        before_discussion=True,
        structure="92 of 100",
        delete_by="2027-05-14",
    )
    text = text_of(completed_scorecard(sealed))
    assert "Requisition: ae-2026\nLooked at first: Discovery, Negotiation" in text
    assert "Sealed as: 0123 4567 89ab cdef\nStructure: 92 of 100" in text
    assert "[x] Rated before talking with anybody about the candidate" in text
    assert "Delete by: 2027-05-14" in text


def test_what_is_not_known_of_a_scorecard_is_left_out_or_left_to_tick_and_to_fill_in():
    text = text_of(completed_scorecard(VIEW))
    assert "[ ] Rated before talking with anybody about the candidate" in text
    assert "Delete by: ____" in text
    assert "Sealed" not in text
    assert "Structure" not in text
    assert "Looked at first" not in text


def test_a_dropped_question_says_that_it_does_not_count_for_anybody_and_why():
    text = text_of(completed_scorecard(msgspec.structs.replace(VIEW, dropped=(("q2", "Leaked."),))))
    assert "Does not count, for all candidates. vague" in " ".join(text.split())
    assert "Question 2: tell me about a customer whom you won from a cold start.\n\n" in text
    assert "Does not count, for all candidates\n    Leaked.\n" in text
    assert text.count("Does not count") == 2


def test_a_draft_with_nothing_in_it_prints_too():
    empty = msgspec.structs.replace(
        VIEW,
        state="draft",
        questions=tuple(type(card)(question=card.question) for card in VIEW.questions),
        score=None,
        score_text="–",
        overall="",
        overall_reason="",
        amendments=(),
        submitted=None,
        conflict=None,
        consent=None,
    )
    text = text_of(completed_scorecard(empty))
    assert "Overall recommendation: none yet" in text
    assert "Submitted: –" in text
    assert "Asked: not reached" in text
    assert "Amendments" not in text
    assert "Conflict of interest:  [ ] none  [ ] yes" in text


def test_a_weight_is_given_once_for_a_competency_with_two_questions():
    twice = msgspec.structs.replace(
        GUIDE,
        questions=tuple(msgspec.structs.replace(one, competency="prospecting") for one in GUIDE.questions),
    )
    doc = completed_scorecard(msgspec.structs.replace(VIEW, guide=twice))
    (table,) = [block for block in doc.blocks if type(block).__name__ == "Table" and len(block.columns) == 4]
    assert [flat(row[1]) for row in table.rows] == ["1", "", ""]


def test_notes_are_kept_to_the_letter():
    note = "  two  spaces\n\n\tand <b>a tab</b>  "
    cards = (msgspec.structs.replace(VIEW.questions[0], note=note), *VIEW.questions[1:])
    doc = completed_scorecard(msgspec.structs.replace(VIEW, questions=cards))
    texts = [
        inner.text
        for block in doc.blocks
        for inner in getattr(block, "blocks", ())
        if isinstance(inner, Verbatim)
    ]
    assert note in texts


@pytest.mark.parametrize(("rating", "row"), [(1, "●○○○○"), (4, "●●●●○"), (5, "●●●●●")])
def test_a_rating_can_be_seen_at_a_glance(rating, row):
    assert dots(rating) == row


def test_an_excerpt_is_one_short_line_cut_between_words():
    assert excerpt("S  one\n\n R two") == "S one / R two"
    cut = excerpt("word " * 100)
    assert len(cut) <= 112
    assert cut.endswith("word …")
    assert excerpt("x" * 200) == "x" * 110 + " …"


def test_an_empty_fact_is_a_line_to_write_on():
    assert Fact(term="Date").value == ""
    assert "Date: ____" in text_of(blank_scorecard(GUIDE))


def test_each_format_says_what_it_is_good_for():
    assert set(FORMATS) == set(Format)


def test_the_export_layer_itself_loads_no_typesetter_and_no_template_engine():
    code = "import sys, coach.export; print([name for name in ('typst', 'jinja2') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
