import unicodedata

from export_samples import VIEW, document, everywhere, hostile, squeezed, typed
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coach.core.document import (
    Choice,
    Choices,
    Column,
    Fact,
    Facts,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
    Verbatim,
    WritingLines,
    plain,
)
from coach.core.text import visible
from coach.export import Format, render
from coach.export.columns import cells, list_mark, wrap
from coach.export.documents.scorecard import completed_scorecard

OUR_MARKUP = {
    "inline", "text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close", "hr",
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "blockquote_open",
    "blockquote_close",
    "bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close", "list_item_open",
    "list_item_close", "table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close",
    "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close",
}  # fmt: skip


def text_of(doc):
    return render(doc, Format.TXT).data.decode()


def markdown_of(doc):
    return render(doc, Format.MD).data.decode()


def read(markdown):
    """Read Markdown as a strict reader does that also knows tables, strikethrough and HTML."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [inner for token in tokens for inner in (token, *(token.children or []))]


def said(tokens):
    """Give the text that a reader of the rendered page sees."""
    breaks = ("softbreak", "hardbreak")
    return "".join(
        "\n" if token.type in breaks else token.content for token in tokens if token.type in ("text", *breaks)
    )


@given(hostile)
def test_nothing_that_people_wrote_becomes_markup_in_markdown(text):
    assert {token.type for token in read(markdown_of(everywhere(text)))} <= OUR_MARKUP


@given(hostile)
def test_markdown_shows_people_s_words_as_typed(text):
    quoted = read(markdown_of(document(Verbatim(text=text), footer=())))
    start = next(index for index, token in enumerate(quoted) if token.type == "blockquote_open")
    shown = said(quoted[start:]).replace("\xa0", " ")
    assert squeezed(shown) == squeezed(visible(text))


@given(st.text(max_size=200))
def test_markdown_shows_any_script_as_typed(text):
    shown = said(read(markdown_of(document(Paragraph(runs=plain(f"a{text}b")), footer=()))))
    assert squeezed(f"a{visible(text)}b") in squeezed(shown)


@given(hostile, hostile, hostile)
def test_emphasis_in_markdown_never_leaves_a_star_behind(before, text, after):
    runs = (Run(text=before), Run(text=text, strong=True), Run(text=after, emphasis=True))
    shown = said(read(markdown_of(document(Paragraph(runs=runs), footer=()))))
    assert squeezed(visible(before + text + after)) in squeezed(shown)


def test_markdown_keeps_indentation_and_empty_lines_of_notes():
    assert "> S  fintech\\\n> &nbsp;\\\n> &nbsp;&nbsp;&nbsp;&nbsp;– two lists" in markdown_of(
        typed("S  fintech\n\n    – two lists")
    )


def test_markdown_has_tables_task_boxes_and_rules_to_write_on():
    doc = document(
        Table(
            columns=(Column(title="A"), Column(title="B", align="right")),
            rows=((plain("1|2"), plain("x\ny")),),
        ),
        Choices(label="Rating", choices=(Choice(label="1"), Choice(label="2", ticked=True))),
        WritingLines(count=2, label="Reason"),
        Listing(items=(plain("first"), plain("second")), marker="letter"),
    )
    markdown = markdown_of(doc)
    assert "| A | B |\n| :--- | ---: |\n| 1\\|2 | x y |" in markdown
    assert "Rating:\n\n+ [ ] 1\n+ [x] 2" in markdown
    assert "Reason:\n\n___\n\n___" in markdown
    assert "a. first\\\nb. second" in markdown


@given(hostile)
def test_plain_text_holds_people_s_words_as_typed_in_80_columns(text):
    plain_text = text_of(typed(text))
    assert squeezed(visible(text)) in squeezed(plain_text)
    assert max(cells(line) for line in plain_text.split("\n")) <= 80


@given(st.text(max_size=120))
def test_no_line_of_plain_text_is_wider_than_80_columns(text):
    assert max(cells(line) for line in text_of(everywhere(text)).split("\n")) <= 80


def test_plain_text_is_easy_on_the_eye():
    doc = document(
        Facts(facts=(Fact(term="Candidate", value="C-014"), Fact(term="Date"))),
        Choices(label="Rating", choices=(Choice(label="1"), Choice(label="2", ticked=True))),
        Quote(paragraphs=(plain("Tell me."),)),
        Table(
            columns=(Column(title="Competency"), Column(title="Weight", align="right")),
            rows=((plain("Prospecting"), plain("1")), (plain("Discovery"), plain("10"))),
        ),
        Verbatim(label="Notes", text="S  fintech\n  A  two lists"),
    )
    assert text_of(doc) == (
        "Sample\n======\nMade up\n\n"
        "Candidate: C-014\nDate: ________________________\n\n"
        "Rating:  [ ] 1  [x] 2\n\n"
        "  | Tell me.\n\n"
        "Competency   Weight\n-----------  ------\nProspecting       1\nDiscovery        10\n\n"
        "Notes\n    S  fintech\n      A  two lists\n\n" + "-" * 80 + "\nSample footer\n"
    )


def test_a_wide_table_gives_its_room_to_the_columns_that_need_it():
    doc = document(
        Table(
            columns=(Column(title="No"), Column(title="Evidence", share=3)),
            rows=((plain("1"), plain("word " * 40)),),
        )
    )
    lines = text_of(doc).split("\n")
    assert "No  Evidence" in lines
    assert max(map(len, lines)) == 80


@given(st.text(st.characters(exclude_characters="\t\n "), min_size=1), st.integers(2, 20))
def test_a_long_word_is_cut_and_nothing_of_it_is_lost(word, width):
    parts = wrap(word, width)
    assert "".join(parts) == word
    assert all(cells(part) <= width for part in parts)


def test_wide_characters_count_for_two_columns_and_accents_for_none():
    assert cells("日本") == 4
    assert cells(unicodedata.normalize("NFD", "é")) == 1


def test_letters_of_a_list_go_on_after_z():
    assert [list_mark("letter", number) for number in (0, 25, 26, 27, 51, 52)] == [
        "a.",
        "z.",
        "aa.",
        "ab.",
        "az.",
        "ba.",
    ]


def test_a_completed_scorecard_reads_well_as_text():
    text = text_of(completed_scorecard(VIEW))
    assert "Score: 42 of 100\nCoverage: 50 %\nOverall recommendation: no" in text
    assert "Prospecting       1  4  ●●●●○      S fintech / A two lists" in text
    assert "Negotiation       3  not assessed  Time ran out." in text
    assert "    S  fintech\n      A  two lists" in text
    assert "Submitted: 2026-11-14 10:00 UTC" in text
