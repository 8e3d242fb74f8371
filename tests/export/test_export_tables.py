"""Shades and bars in tables: they repeat what a text says, in every format."""

import pytest
from export_samples import document
from hypothesis import given
from hypothesis import strategies as st
from pdf_kit import pages_of, standards_of

from coach.core.document import Bar, Column, Table, plain
from coach.export import Format, render
from coach.export.marks import bar_signs, shade_sign

SHADED = Table(
    columns=(Column(title="Competency"), Column(title="Dana", align="right"), Column(title="Erol")),
    rows=((plain("Discovery"), plain("4"), plain("2")), (plain("Negotiation"), plain("1"), plain("–"))),
    shades=((None, 0.75, 0.25), (None, 0.0, None)),
)
BARRED = Table(
    columns=(Column(title="Candidate"), Column(title="Score"), Column(title="0 to 100", share=3)),
    rows=((plain("C-014"), plain("72"), plain("")), (plain("C-015"), plain("–"), plain(""))),
    bars=((None, None, Bar(low=0.6, value=0.75, high=0.8)), (None, None, None)),
)


def shown(block, format_):
    return render(document(block), format_).data.decode()


def test_shades_stand_beside_the_numbers_in_text_and_markdown():
    assert "Discovery     4 ▓  2 ░\nNegotiation   1    –\n" in shown(SHADED, Format.TXT)
    assert "| Discovery | 4 ▓ | 2 ░ |\n| Negotiation | 1 | – |" in shown(SHADED, Format.MD)


def test_shades_are_greys_behind_the_numbers_on_pages():
    html = shown(SHADED, Format.HTML)
    assert '<td class="right shaded" dir="auto" style="--shade: 0.7500" data-title="Dana">4</td>' in html
    assert html.count("--shade: 0.") == 3
    data = render(document(SHADED), Format.PDF).data
    assert standards_of(data)["pdfuaid:part"] == "1"
    assert "Discovery 4 2" in pages_of(data)[0].replace("\n", " ")


def test_bars_are_drawn_on_a_scale_that_is_the_same_in_every_row():
    bar = "············├──●┤····"
    assert f"C-014      72     {bar}\nC-015      –\n" in shown(BARRED, Format.TXT)
    assert f"| C-014 | 72 | {bar} |" in shown(BARRED, Format.MD)


def test_bars_are_nothing_to_those_who_cannot_see_them():
    assert (
        '<div class="bar" aria-hidden="true" style="--low: 0.6000; --value: 0.7500; --high: 0.8000"></div>'
        in shown(BARRED, Format.HTML)
    )
    done = render(document(BARRED), Format.PDF)
    assert done.notes == ()
    assert standards_of(done.data)["pdfuaid:part"] == "1"


def test_what_is_to_be_filled_in_has_lines_in_text():
    table = Table(
        columns=(Column(title="Competency", share=1), Column(title="After", share=3)),
        rows=((plain("Discovery"), plain("")),),
        to_fill=True,
    )
    assert f"Discovery            {'_' * 58}" in shown(table, Format.TXT)


@given(st.floats(0, 1))
def test_every_shade_has_a_sign_and_the_ends_are_white_and_black(shade):
    assert shade_sign(shade) in " ░▒▓█"
    assert (shade_sign(0), shade_sign(1)) == (" ", "█")


@given(st.lists(st.floats(0, 1), min_size=3, max_size=3).map(sorted), st.integers(2, 60))
def test_a_bar_has_its_width_one_dot_and_its_ends_in_order(parts, width):
    low, value, high = parts
    signs = bar_signs(Bar(low=low, value=value, high=high), width)
    assert len(signs) == width
    assert signs.count("●") == 1
    assert signs.strip("·").strip("├┤─●") == ""
    assert signs.index("●") == round(value * (width - 1))


@pytest.mark.parametrize("parts", [(0.5, 0.4, 0.6), (0.5, 0.7, 0.6)])
def test_a_value_outside_its_band_is_refused(parts):
    with pytest.raises(ValueError, match=r"does not lie between 0\.5 and 0\.6"):
        Bar(**dict(zip(("low", "value", "high"), parts, strict=True)))


def test_a_shade_that_says_something_alone_is_refused():
    with pytest.raises(ValueError, match="a shade stands with a text"):
        Table(columns=(Column(title="a"),), rows=((plain(""),),), shades=((0.5,),))


@pytest.mark.parametrize("more", [{"shades": ((0.5,), (0.5,))}, {"bars": ((None, None),)}])
def test_shades_and_bars_are_given_for_every_cell_or_for_none(more):
    with pytest.raises(ValueError, match="every row of a table needs 1 cells"):
        Table(columns=(Column(title="a"),), rows=((plain("x"),),), **more)
