import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from coach.core.document import Listing, Paragraph, Quote, Run, flat
from coach.core.prose import inline, prose, unmarked


def test_paragraphs_lists_and_quotes_are_read():
    blocks = prose("One\nline\n\n- a\n- b\n\n1. c\n\n> said")
    assert [type(block) for block in blocks] == [Paragraph, Listing, Listing, Quote]
    assert flat(blocks[0].runs) == "One line"
    assert [flat(item) for item in blocks[1].items] == ["a", "b"]
    assert (blocks[1].marker, blocks[2].marker) == ("bullet", "number")


def test_emphasis_is_kept_as_style_and_not_as_signs():
    assert inline("names **one method** and *when*") == (
        Run(text="names "),
        Run(text="one method", strong=True),
        Run(text=" and "),
        Run(text="when", emphasis=True),
    )


@pytest.mark.parametrize(
    "text", ["[a](http://b)", "<b>x</b>", "# no heading", "![i](j)", "`code`", "[red]x[/red]", "a | b"]
)
def test_everything_else_stays_the_text_it_is(text):
    (block,) = prose(text)
    assert flat(block.runs) == text
    assert not any(run.strong or run.emphasis for run in block.runs)


def test_the_plain_form_has_no_marks_but_keeps_the_structure():
    assert unmarked("Say **why**.\n\n- first\n- *second*\n\n1. one\n2. two\n\n> a word") == (
        "Say why.\n\n  - first\n  - second\n\n  1. one\n  2. two\n\n    a word"
    )


@given(texts)
def test_any_text_can_be_read(text):
    assert isinstance(unmarked(text), str)


@given(st.text(alphabet="abc \n", min_size=1).filter(str.strip))
def test_no_word_is_lost(text):
    assert unmarked(text).split() == text.split()
