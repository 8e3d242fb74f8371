import pytest
from export_samples import GUIDE, VIEW, document, everywhere, hostile, squeezed, typed
from html_kit import ALLOWED, Page
from hypothesis import given
from hypothesis import strategies as st

from coach.core.document import Choice, Choices, Column, Heading, Table, WritingLines, plain
from coach.core.text import visible
from coach.export import Format, Paper, render
from coach.export.documents.blank import blank_scorecard
from coach.export.documents.scorecard import completed_scorecard


def page(doc, paper=Paper.A4):
    return Page(render(doc, Format.HTML, paper).data.decode())


@given(hostile)
def test_what_people_typed_stands_on_the_page_as_typed(text):
    assert page(typed(text)).typed == visible(text)


@given(hostile)
def test_no_text_anywhere_becomes_a_tag_an_attribute_or_a_style(text):
    read = page(everywhere(text))
    assert set(read.tags) <= ALLOWED
    names = {name for _, name, _ in read.attributes}
    assert not {
        name for name in names if name.startswith("on") or name in ("href", "src", "srcset", "action")
    }
    assert "url(" not in read.styles
    assert "@import" not in read.styles


@given(st.text(max_size=300))
def test_text_in_any_script_stays_as_it_is(text):
    assert page(typed(text)).typed == visible(text)


def test_the_page_forbids_scripts_and_the_network():
    policy = [
        value for tag, name, value in page(typed("a")).attributes if tag == "meta" and name == "content"
    ]
    assert "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in policy


def test_a_footer_that_tries_to_leave_the_style_sheet_stays_in_it():
    read = page(document(footer=('"; } </style><script>alert(1)</script> \\',)))
    assert "script" not in read.tags
    assert "alert(1)" in read.text


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, "210.0mm 297.0mm"), (Paper.LETTER, "215.9mm 279.4mm")]
)
def test_the_page_prints_on_the_chosen_paper(paper, size):
    assert f"size: {size};" in page(typed("a"), paper).styles


def test_headings_are_headings_and_go_down_one_level_at_a_time():
    tags = page(
        document(Heading(text="a", level=4), Heading(text="b", level=2), Heading(text="c", level=4))
    ).tags
    assert [tag for tag in tags if tag[0] == "h" and tag[1:].isdigit()] == ["h1", "h2", "h2", "h3"]


def test_tables_say_what_their_columns_are():
    table = Table(columns=(Column(title="A"), Column(title="B")), rows=((plain("1"), plain("2")),))
    assert page(document(table)).attributes.count(("th", "scope", "col")) == 2


def test_boxes_say_whether_they_are_ticked():
    boxes = Choices(label="Rating", choices=(Choice(label="1"), Choice(label="2", ticked=True)))
    labels = [value for _, name, value in page(document(boxes)).attributes if name == "aria-label"]
    assert labels == ["Rating", "not ticked", "ticked"]


def test_every_line_to_write_on_is_drawn():
    values = [value for _, name, value in page(document(WritingLines(count=7))).attributes if name == "class"]
    assert values.count("line") == 7


def test_the_same_document_gives_the_same_bytes():
    doc = completed_scorecard(VIEW)
    assert render(doc, Format.HTML).data == render(doc, Format.HTML).data


def test_the_language_of_the_document_is_the_language_of_the_page():
    assert ("html", "lang", "en") in page(blank_scorecard(GUIDE)).attributes


def test_a_completed_scorecard_holds_the_score_as_it_was_given():
    text = squeezed(page(completed_scorecard(VIEW)).text)
    assert squeezed("42 of 100") in text
    assert squeezed("50 %") in text
