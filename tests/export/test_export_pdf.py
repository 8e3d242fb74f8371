import io
import unicodedata
from typing import get_args

import pikepdf
import pytest
import typst
from export_samples import GUIDE, VIEW, document, everywhere, hostile, hostile_left_to_right, squeezed, typed
from hypothesis import given, settings
from pypdf import PdfReader

from coach.core.document import (
    AnyBlock,
    Choice,
    Choices,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Table,
    Together,
    Verbatim,
    WritingLines,
    plain,
)
from coach.core.text import visible
from coach.export import Format, Paper, pdf, render
from coach.export.documents.blank import blank_scorecard
from coach.export.documents.scorecard import completed_scorecard

UNASSIGNED = "\U00050000"
"""A character of no script, which no font has."""


def pdf_of(doc, paper=Paper.A4):
    return render(doc, Format.PDF, paper)


def pages(doc, paper=Paper.A4):
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf_of(doc, paper).data)).pages]


def shown(text):
    return squeezed(unicodedata.normalize("NFC", text))


@settings(max_examples=40, deadline=None)
@given(hostile_left_to_right)
def test_what_people_typed_stands_on_paper_as_typed(text):
    assert shown(visible(text)) in shown("".join(pages(document(Verbatim(text=text), footer=()))))


@settings(max_examples=15, deadline=None)
@given(hostile)
def test_no_text_anywhere_becomes_markup_on_paper(text):
    done = pdf_of(everywhere(text))
    assert done.notes == ()
    letters = sorted(shown("".join(page.extract_text() for page in PdfReader(io.BytesIO(done.data)).pages)))
    for char in set(shown(visible(text))):
        assert letters.count(char) >= shown(visible(text)).count(char) * 20


def test_a_heading_row_is_repeated_on_every_page_of_a_table():
    rows = tuple((plain(f"row {number}"),) for number in range(120))
    read = pages(document(Table(columns=(Column(title="Heading row"),), rows=rows)))
    assert len(read) > 1
    assert all("Heading row" in page for page in read)


def test_text_is_never_cut_off_in_a_box_a_label_or_a_line_to_fill_in():
    text = " ".join(f"word{number}" for number in range(400))
    doc = document(
        Choices(label=text, choices=(Choice(label=text),)),
        WritingLines(count=2, label=text),
        Facts(facts=(Fact(term=text), Fact(term="Date"))),
        Together(blocks=(Verbatim(text=text, label=text),) * 3),
    )
    assert "".join(pages(doc)).count("word399") == 10


def test_right_to_left_text_is_all_there():
    (page,) = pages(typed("שלום"))
    assert "שלום" in page


def test_ten_thousand_characters_run_over_the_pages_and_none_is_lost():
    text = " ".join(f"word{number}" for number in range(1250))
    assert len(text) > 10_000
    read = pages(document(Together(blocks=(Verbatim(text=text),)), footer=()))
    assert len(read) > 1
    words = " ".join(page.rpartition("Page ")[0] for page in read).split()
    assert words[-1250:] == text.split()


def test_a_word_longer_than_a_line_is_broken_and_stays_on_the_paper():
    (page,) = pages(typed("x" * 400))
    assert page.count("x") == 400
    assert max(line.count("x") for line in page.split("\n")) < 120


def test_the_pdf_is_tagged_and_says_that_it_is_accessible():
    with pikepdf.open(io.BytesIO(pdf_of(completed_scorecard(VIEW)).data)) as made:
        assert made.Root.MarkInfo.Marked
        assert made.Root.StructTreeRoot.K
        assert str(made.Root.Lang) == "en"
        assert made.Root.ViewerPreferences.DisplayDocTitle
        assert str(made.docinfo.Title) == "Scorecard"
        with made.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"


def test_headings_and_tables_are_tagged_as_such():
    with pikepdf.open(io.BytesIO(pdf_of(completed_scorecard(VIEW)).data)) as made:
        kinds = {
            str(node.S) for node in made.objects if isinstance(node, pikepdf.Dictionary) and "/S" in node
        }
    assert {"/H1", "/H2", "/Table", "/TH", "/TD"} <= kinds


@pytest.mark.parametrize(
    "doc", [blank_scorecard(GUIDE), completed_scorecard(VIEW)], ids=["blank", "completed"]
)
def test_pages_break_at_the_same_places_on_both_papers(doc):
    assert pages(doc, Paper.A4) == pages(doc, Paper.LETTER)


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.LETTER, (215.9, 279.4))])
def test_the_paper_has_the_size_that_was_asked_for(paper, size):
    with pikepdf.open(io.BytesIO(pdf_of(typed("a"), paper).data)) as made:
        box = [float(edge) for edge in made.pages[0].mediabox]
    assert (box[2] / 72 * 25.4, box[3] / 72 * 25.4) == pytest.approx(size, abs=0.1)


def test_the_same_document_gives_the_same_bytes():
    doc = completed_scorecard(VIEW)
    assert pdf_of(doc).data == pdf_of(doc).data


def test_every_page_says_which_of_how_many_it_is_and_whose():
    read = pages(completed_scorecard(VIEW))
    for number, page in enumerate(read, 1):
        assert f"Page {number} of {len(read)}" in page
        assert "Record iv-0001" in page
        assert GUIDE.fingerprint[:12] in page
        assert "Confidential" in page


def test_a_german_document_counts_its_pages_in_german():
    (page,) = pages(Document(title="T", subtitle="", language="de", footer=(), blocks=()))
    assert "Seite 1 von 1" in page


def test_what_belongs_together_is_not_torn():
    filler = tuple(Paragraph(runs=plain(f"Filler {number}")) for number in range(36))
    kept = Together(blocks=(Heading(text="Kept"), WritingLines(count=8), Paragraph(runs=plain("together"))))
    first, second = pages(document(*filler, kept))
    assert "Kept" not in first
    assert "Kept" in second
    assert "together" in second


def test_a_ticked_box_can_be_told_from_an_empty_one_in_the_text():
    (page,) = pages(
        document(Choices(label="", choices=(Choice(label="first"), Choice(label="other", ticked=True))))
    )
    assert shown("first × other") in shown(page)


def test_headings_that_leave_a_level_out_do_not_cost_accessibility():
    assert pdf_of(document(Heading(text="Deep", level=4))).notes == ()


def test_a_character_of_no_font_gives_a_pdf_that_claims_nothing_and_a_note_that_says_so():
    done = pdf_of(typed(f"before {UNASSIGNED} after"))
    (note,) = done.notes
    assert note == (
        "This PDF does not claim to be accessible (PDF/UA), because no font here can show "
        f"“{UNASSIGNED}” (U+50000). Please use the HTML file where that matters."
    )
    with pikepdf.open(io.BytesIO(done.data)) as made, made.open_metadata() as metadata:
        assert "pdfuaid:part" not in metadata
    (page,) = PdfReader(io.BytesIO(done.data)).pages
    assert "before" in page.extract_text()


def test_scripts_beyond_the_built_in_fonts_come_with_a_note():
    (note,) = pdf_of(typed("日本")).notes
    assert "fonts of this computer" in note or "no font here can show" in note


def test_a_warning_of_the_typesetter_is_never_kept_quiet(monkeypatch):
    def without_fonts(attempt, inputs):
        return b"%PDF", ["unknown font family: Libertinus Serif"]

    monkeypatch.setattr(pdf, "_compile", without_fonts)
    notes = pdf_of(typed("a")).notes
    assert "because unknown font family: Libertinus Serif" in notes[0]


def test_the_template_can_read_nothing_but_its_own_folder():
    pdf._compiler.cache_clear()
    compiler, _ = pdf._compiler(False)
    pdf._compiler.cache_clear()
    with pytest.raises(typst.TypstError, match=r"denied|outside|escape"):
        compiler.compile(input=b'#read("../pdf.py")', format="pdf")


def test_every_kind_of_block_has_a_place_in_every_format():
    doc = everywhere("here")
    used = {type(block) for block in doc.blocks}
    assert used == set(get_args(AnyBlock))
    for format_ in Format:
        assert b"here" in render(doc, format_).data or format_ is Format.PDF
