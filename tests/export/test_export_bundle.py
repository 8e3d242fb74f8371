"""Several documents as one file: a table of contents, and each with a footer of its own."""

import io
import time

import pikepdf
import pytest
from export_samples import GUIDE, VIEW, bundle, document, everywhere, hostile_left_to_right, typed
from hypothesis import given, settings
from markdown_it import MarkdownIt
from msgspec.structs import replace
from pdf_kit import bookmarks_of, pages_of, standards_of

from coach.core.document import Heading, Paragraph, plain
from coach.export import Format, Paper, Print, pdf, render
from coach.export.documents.blank import blank_scorecard
from coach.export.documents.scorecard import completed_scorecard
from coach.export.html import web_page
from coach.export.sheet import sheet
from coach.export.tree import book

ERA, BOB = (
    completed_scorecard(
        replace(VIEW, interviewer=name, interview=f"iv-{name}".lower(), delete_by="2027-05-14")
    )
    for name in ("Era", "Bob")
)
BOTH = bundle(blank_scorecard(GUIDE), ERA, BOB)


def pdf_of(what, paper=Paper.A4, print_=Print.NORMAL):
    return render(what, Format.PDF, paper, print_).data


def starts(read):
    """Give the numbers of the pages on which a document begins, counted from 1."""
    return [
        number
        for number, page in enumerate(read, 1)
        if page.startswith(("Interview scorecard", "Scorecard: "))
    ]


def test_each_document_begins_on_a_page_of_its_own_which_contents_and_bookmarks_name():
    data = pdf_of(BOTH)
    read = pages_of(data)
    titles = ("Interview scorecard", "Scorecard: C-014 · Era", "Scorecard: C-014 · Bob")
    assert bookmarks_of(data) == list(zip(titles, starts(read), strict=True))
    for title, number in bookmarks_of(data):
        assert any(line.startswith(title) and line.endswith(f" {number}") for line in read[0].split("\n"))


def test_pages_are_counted_over_the_whole_and_every_document_keeps_its_footer():
    read = pages_of(pdf_of(BOTH))
    _, era, bob = starts(read)
    for number, page in enumerate(read, 1):
        assert f"Page {number} of {len(read)}" in page
        assert ("Footer of the contents" in page) == (number == 1)
        assert ("Record iv-era" in page) == (era <= number < bob)
        assert ("Record iv-bob" in page) == (number >= bob)
        assert ("Delete by: 2027-05-14" in page) == (number >= era)


def test_a_bundle_is_as_accessible_as_its_documents():
    assert standards_of(pdf_of(BOTH)) == {"pdfuaid:part": "1", "pdfaid:part": "2"}
    assert render(BOTH, Format.PDF).notes == ()


def test_headings_of_a_document_lie_one_level_below_its_title():
    with pikepdf.open(io.BytesIO(pdf_of(BOTH))) as made:
        kinds = [str(one.S) for one in made.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    assert kinds.count("/H1") == 3
    assert {"/H2", "/H3", "/TOC", "/TOCI"} <= set(kinds)


def test_pages_break_at_the_same_places_on_both_papers():
    assert pages_of(pdf_of(BOTH)) == pages_of(pdf_of(BOTH, Paper.LETTER))


def test_a_character_of_no_font_costs_the_whole_file_its_claim_and_is_told():
    done = render(bundle(ERA, typed("before \U00050000 after")), Format.PDF)
    assert "“\U00050000” (U+50000)" in done.notes[0]
    assert "after" in pages_of(done.data)[-1]
    assert standards_of(done.data) == {}


def test_a_long_file_is_laid_out_once_even_where_a_character_is_missing(monkeypatch):
    laid_out = []
    compile_ = pdf._compile

    def counted(attempt, inputs):
        laid_out.append(inputs["book"])
        return compile_(attempt, inputs)

    monkeypatch.setattr(pdf, "_compile", counted)
    render(bundle(ERA, typed("before \U00050000 after")), Format.PDF)
    assert len([one for one in laid_out if "before" in one]) == 1


def test_each_document_speaks_its_own_language_in_a_bundle():
    german = replace(document(Paragraph(runs=plain("Guten Tag")), title="Bogen"), language="de")
    assert "Seite 3 von 3" in pages_of(pdf_of(bundle(document(), german)))[2]
    assert (
        '<article id="document-2" lang="de"' in render(bundle(document(), german), Format.HTML).data.decode()
    )


def test_the_web_page_leads_from_its_contents_to_every_document():
    html = render(BOTH, Format.HTML).data.decode()
    for number, title in enumerate(("Interview scorecard", "Scorecard: C-014 · Era"), 1):
        assert f'<a href="#document-{number}"><bdi>{title}</bdi></a>' in html
        assert html.count(f'id="document-{number}"') == 1
    assert html.count("<h1") == 1
    assert html.count('<h2 class="title"') == 3


@settings(max_examples=25)
@given(hostile_left_to_right)
def test_no_text_in_a_bundle_becomes_a_tag_or_a_link(text):
    html = render(bundle(replace(everywhere(text), entry=text)), Format.HTML).data.decode()
    assert html.count("<a ") == html.count('<a href="#document-') == 1
    assert "<script" not in html.lower()


def test_markdown_and_text_hold_the_documents_one_after_another_behind_their_titles():
    for format_ in (Format.MD, Format.TXT):
        text = render(BOTH, format_).data.decode()
        found = [text.index(part) for part in ("1. Interview", "2. Scorecard", "Group form", "Record iv-era")]
        assert found == sorted(found)
        assert text.index("Record iv-era") < text.index("Record iv-bob")
    levels = [
        token.tag
        for token in MarkdownIt("commonmark").parse(render(BOTH, Format.MD).data.decode())
        if token.type == "heading_open"
    ]
    assert levels.count("h1") == 1
    assert levels.count("h2") == 3


def test_the_same_bundle_gives_the_same_bytes():
    assert pdf_of(BOTH) == pdf_of(BOTH)


def test_a_bundle_of_one_is_a_bundle_still():
    assert len(bookmarks_of(pdf_of(bundle(ERA)))) == 1


@pytest.mark.parametrize("depth", [2, 3, 4])
def test_headings_of_every_level_have_a_level_left_in_a_bundle(depth):
    steps = tuple(Heading(text=f"Level {level}", level=level) for level in range(2, depth + 1))
    page = web_page(book(bundle(document(*steps))), sheet(Paper.A4))
    assert f'<h{depth + 1} class="level-{depth}" dir="auto">Level {depth}</h{depth + 1}>' in page


def test_a_whole_requisition_is_one_file_in_good_time():
    """40 candidates, 4 interviewers, 8 questions each: 10 s on a quiet machine, twice that on a busy one."""
    questions = tuple(replace(GUIDE.questions[0], id=f"q{number}") for number in range(8))
    card = replace(VIEW.questions[0], note="S  a food producer, three plants\nR  41,000 EUR a year " * 3)
    view = replace(
        VIEW,
        guide=replace(GUIDE, questions=questions),
        questions=tuple(replace(card, question=one.id) for one in questions),
    )
    cards = tuple(
        completed_scorecard(replace(view, candidate=f"C-{number:03}", interviewer=name))
        for number in range(40)
        for name in ("Ann", "Bob", "Cyd", "Dan")
    )
    began = time.process_time()
    page = render(bundle(*cards), Format.HTML)
    between = time.process_time()
    paper = render(bundle(*cards), Format.PDF)
    assert time.process_time() - between < 20
    assert between - began < 6
    assert page.data.count(b"<article") == 160
    assert paper.notes == ()
    assert len(bookmarks_of(paper.data)) == 160
