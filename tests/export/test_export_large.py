"""Large print: the same words, none smaller than 18 points but the footer, with room to match."""

import re

import pytest
from export_samples import GUIDE, VIEW, bundle, document, everywhere, hostile_left_to_right
from hypothesis import given, settings
from pdf_kit import pages_of, sizes_of, standards_of, strokes_of

from coach.core.document import Choice, Choices, Column, Fact, Facts, Table, WritingLines, plain
from coach.export import Format, Paper, Print, render
from coach.export.documents.blank import blank_scorecard
from coach.export.documents.scorecard import completed_scorecard

DOCUMENTS = {
    "blank": blank_scorecard(GUIDE),
    "completed": completed_scorecard(VIEW),
    "bundle": bundle(completed_scorecard(VIEW), blank_scorecard(GUIDE)),
}


def large(what, paper=Paper.A4):
    return render(what, Format.PDF, paper, Print.LARGE)


def words(data):
    """Give the words of all pages, put together again where a line ended in them."""
    return set(re.findall(r"\w+", re.sub(r"-\n", "", "\n".join(pages_of(data)))))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_but_the_footer_is_smaller_than_18_points(name):
    assert min(sizes_of(large(DOCUMENTS[name]).data)) == 18


@pytest.mark.parametrize("name", DOCUMENTS)
def test_large_print_leaves_no_word_out(name):
    normal = render(DOCUMENTS[name], Format.PDF).data
    assert {one for one in words(normal) - words(large(DOCUMENTS[name]).data) if not one.isdigit()} == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_large_print_breaks_pages_at_the_same_places_on_both_papers(name):
    assert pages_of(large(DOCUMENTS[name]).data) == pages_of(large(DOCUMENTS[name], Paper.LETTER).data)


def test_large_print_is_accessible_as_well():
    assert standards_of(large(DOCUMENTS["bundle"]).data) == {"pdfuaid:part": "1", "pdfaid:part": "2"}


@settings(max_examples=10)
@given(hostile_left_to_right)
def test_large_print_takes_any_text_without_a_note(text):
    assert large(everywhere(text)).notes == ()


@pytest.mark.parametrize(("print_", "side"), [(Print.NORMAL, 5), (Print.LARGE, 9)])
def test_boxes_to_tick_are_large_enough_for_a_pen(print_, side):
    boxes = document(Choices(label="Rating", choices=tuple(Choice(label=str(one)) for one in range(1, 6))))
    drawn = strokes_of(render(boxes, Format.PDF, print=print_).data)
    assert len([one for one in drawn if min(one) > side - 0.01]) == 5


@pytest.mark.parametrize(("print_", "apart"), [(Print.NORMAL, 8), (Print.LARGE, 13)])
def test_lines_to_write_on_are_far_enough_apart(print_, apart):
    def height(count):
        return len(
            pages_of(render(document(*(WritingLines(count=40),) * count), Format.PDF, print=print_).data)
        )

    room = {Print.NORMAL: 244, Print.LARGE: 225.4}[print_]
    assert height(10) >= 400 * apart / room


@pytest.mark.parametrize(("print_", "least"), [(Print.NORMAL, 9), (Print.LARGE, 13)])
def test_cells_to_write_in_are_high_enough(print_, least):
    def height(rows):
        empty = Table(
            columns=(Column(title="a"), Column(title="b")),
            rows=((plain("x"), plain("")),) * rows,
            to_fill=True,
        )
        drawn = strokes_of(render(document(empty), Format.PDF, print=print_).data)
        return max(high for wide, high in drawn if wide < 1)

    assert (height(5) - height(1)) / 4 >= least - 0.05


def test_a_table_of_many_columns_becomes_lines_that_repeat_their_titles():
    table = Table(
        columns=tuple(Column(title=title) for title in ("Competency", "Dana", "Erol", "Span")),
        rows=((plain("Discovery"), plain("4"), plain("2"), plain("2")),),
    )
    (page,) = pages_of(large(document(table)).data)
    assert re.search(r"Competency: Discovery\nDana: 4\nErol: 2\nSpan: 2\n", page)
    (normal,) = pages_of(render(document(table), Format.PDF).data)
    assert "Dana: 4" not in normal


def test_facts_stand_in_two_columns_at_most():
    facts = Facts(facts=tuple(Fact(term=f"Term {one}", value="x") for one in "abc"), columns=3)
    (page,) = pages_of(large(document(facts)).data)
    assert page.index("Term b") < page.index("Term c")
    html = render(document(facts), Format.HTML, print=Print.LARGE).data.decode()
    assert '<html lang="en" class="large">' in html
    assert ".large .columns-3 { grid-template-columns: repeat(2" in html


def test_text_formats_do_not_change_in_large_print():
    for format_ in (Format.MD, Format.TXT):
        assert render(DOCUMENTS["completed"], format_, print=Print.LARGE) == render(
            DOCUMENTS["completed"], format_
        )
