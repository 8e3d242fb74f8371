"""Web pages in a real browser: printed, and with texts that would like to be more than text."""

import io
import re

import pikepdf
import pytest
from browser_kit import Browser, Wire
from export_samples import GUIDE, VIEW, bundle, document, everywhere
from html_kit import ALLOWED, Page
from msgspec.structs import replace
from pdf_kit import pages_of
from progress_samples import ISSUED, MODULE
from progress_samples import VIEW as PROGRESS

from coach.core.document import (
    Callout,
    Choice,
    Choices,
    Column,
    Heading,
    Paragraph,
    Table,
    Together,
    Verbatim,
    plain,
)
from coach.export import Format, Paper, Print, render
from coach.export.documents.blank import Known, blank_scorecard
from coach.export.documents.certificate import certificate
from coach.export.documents.progress import progress_report
from coach.export.documents.scorecard import completed_scorecard

pytestmark = pytest.mark.browser

BLANK = blank_scorecard(GUIDE, Known(record="iv-7"))
COMPLETED = completed_scorecard(VIEW)
KINDS = {
    "blank": (BLANK, Paper.A4, Print.NORMAL),
    "blank-letter": (BLANK, Paper.LETTER, Print.NORMAL),
    "blank-large": (BLANK, Paper.A4, Print.LARGE),
    "completed": (COMPLETED, Paper.A4, Print.NORMAL),
    "completed-large": (COMPLETED, Paper.LETTER, Print.LARGE),
    "bundle": (bundle(BLANK, COMPLETED), Paper.A4, Print.NORMAL),
    "certificate": (certificate(MODULE, "Made-up Learner", ISSUED), Paper.A4, Print.NORMAL),
    "progress": (progress_report(PROGRESS), Paper.LETTER, Print.NORMAL),
}
SIZES = {Paper.A4: (210, 297), Paper.LETTER: (215.9, 279.4)}

RUN = 'document.documentElement.setAttribute("data-" + "ran", "1")'
"""A script that leaves a trace; the trace itself does not stand in it."""

MARKUP = (
    "<img src='http://{wire}/img' onerror='{run}'>",
    "<svg onload='{run}'><image href='http://{wire}/svg'/></svg>",
    "<iframe src='http://{wire}/frame'></iframe>",
    "<link rel=stylesheet href=http://{wire}/css>",
    "<script>{run}</script>",
)
TRICKS = (
    "</title><script>{run}</script>",
    "</style><script>{run}</script><style>",
    "--></script><script>{run}</script>",
    '"><img src="http://{wire}/img" onerror=\'{run}\'>',
    "; }} body {{ background: url(http://{wire}/url) }} @import 'http://{wire}/import';",
    "<meta http-equiv=refresh content='0; url=http://{wire}/refresh'>",
    "<base href='http://{wire}/'>",
    "{{{{ 7 * 7 }}}}",
)


@pytest.fixture
def wire():
    made = Wire()
    yield made
    made.close()


@pytest.fixture
def browser(tmp_path, wire):
    return Browser(tmp_path, wire)


def html(what, paper=Paper.A4, print_=Print.NORMAL):
    return render(what, Format.HTML, paper, print_).data


def hostile(wire, texts=(*MARKUP, *TRICKS)):
    return " ".join(texts).format(run=RUN, wire=wire.address)


@pytest.mark.parametrize("name", KINDS)
def test_every_document_prints_on_its_paper_with_its_footer_on_every_page(browser, name):
    what, paper, print_ = KINDS[name]
    data = browser.printed(html(what, paper, print_))
    with pikepdf.open(io.BytesIO(data)) as made:
        boxes = [[float(edge) / 72 * 25.4 for edge in page.mediabox] for page in made.pages]
    for _, _, *size in boxes:
        assert size == pytest.approx(SIZES[paper], abs=0.3)
    read = pages_of(data)
    feet = {line for one in getattr(what, "documents", (what,)) for line in one.footer} | set(what.footer)
    for number, page in enumerate(read, 1):
        said = " ".join(page.split())
        assert f"Page {number} of {len(read)}" in said
        assert any(" ".join(foot.split()) in said for foot in feet)
    typeset = len(pages_of(render(what, Format.PDF, paper, print_).data))
    assert typeset <= len(read) <= typeset * 1.35
    assert browser.wire.wanted_by_pages == []


def test_a_footer_is_printed_once_and_belongs_to_its_document(browser):
    read = pages_of(browser.printed(html(bundle(BLANK, COMPLETED))))
    assert [page.count("Confidential") for page in read] == [0, *[1] * (len(read) - 1)]
    assert "Footer of the contents" in read[0]
    last = next(number for number, page in enumerate(read) if number and "Scorecard: C-014" in page)
    assert all("Record iv-7" in page for page in read[1:last])
    assert all("Record iv-0001" in page for page in read[last:])


def test_each_question_of_a_blank_scorecard_has_a_page_to_itself(browser):
    read = pages_of(browser.printed(html(BLANK)))
    assert len(read) == 2 + len(GUIDE.questions) + 1 + 1
    for number, page in enumerate(read[2:-2], 1):
        assert f"Question {number}:" in page
        assert "not assessed, because:" in page


def marked():
    """Give blocks whose first and last words are marked, with ever different room before them."""
    for number in range(60):
        first, last = f"first{number}x", f"last{number}x"
        yield from (Paragraph(runs=plain(f"Filler {line}")) for line in range(number % 7 + 1))
        yield (
            Heading(text=first, level=2 + number % 3),
            Choices(label=first, choices=tuple(Choice(label=one) for one in ("some words " * 6, "1", last))),
            Callout(title=first, items=(plain("x"), plain("y " * 200), plain(last))),
            Together(
                blocks=(
                    Heading(text=first),
                    Verbatim(text="\n".join("note"), label="Notes"),
                    Paragraph(runs=plain(last)),
                )
            ),
            Table(
                columns=(Column(title="a"), Column(title="b")),
                rows=((plain(first), plain("y " * 300 + last)),),
            ),
            Verbatim(label=first, text=f"{last}\nmore"),
        )[number % 6]
        if number % 6 == 0:
            yield Paragraph(runs=plain(last))


@pytest.mark.parametrize("print_", Print)
def test_no_heading_is_left_behind_and_nothing_that_belongs_together_is_torn(browser, print_):
    read = pages_of(browser.printed(html(document(*marked()), print_=print_)))
    assert len(read) > 6

    def page_of(mark):
        return [number for number, page in enumerate(read, 1) if re.search(rf"\b{mark}\b", page)]

    torn = {
        number: (page_of(f"first{number}x"), page_of(f"last{number}x"))
        for number in range(60)
        if page_of(f"first{number}x") != page_of(f"last{number}x")
    }
    assert torn == {}


@pytest.mark.parametrize("kind", ["document", "bundle"])
def test_no_text_runs_as_a_script_or_leaves_the_page_it_is_on(browser, kind):
    text = hostile(browser.wire)
    what = everywhere(text) if kind == "document" else bundle(replace(everywhere(text), entry=text))
    tree = browser.tree(html(what))
    read = Page(tree)
    assert "data-ran" not in tree
    assert set(read.tags) <= ALLOWED | {"nav", "article", "a"}
    assert text in read.text
    assert browser.wire.wanted_by_pages == []


def test_no_text_reaches_the_network_when_it_is_printed(browser):
    data = browser.printed(html(everywhere(hostile(browser.wire)), print_=Print.LARGE))
    assert "<script>" in "".join(pages_of(data))
    assert browser.wire.wanted_by_pages == []


def test_a_page_that_did_not_escape_would_have_been_seen(browser):
    """The tests above can tell: as markup the same text runs, and asks for what it names."""
    tree = browser.tree(f"<!DOCTYPE html><title>x</title>{hostile(browser.wire, MARKUP)}".encode())
    assert "data-ran" in tree
    wanted = {path.rpartition("/")[2] for path in browser.wire.wanted_by_pages}
    assert {"img", "frame", "css"} <= wanted


def test_the_policy_of_the_page_holds_even_where_a_text_became_markup(browser):
    page = html(document()).replace(b"</main>", f"{hostile(browser.wire, MARKUP)}</main>".encode())
    assert "data-ran" not in browser.tree(page)
    assert browser.wire.wanted_by_pages == []
