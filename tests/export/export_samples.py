"""A made-up interview to print, and texts that try to be more than text."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from coach.core.bank import Guide, GuideCompetency, Question, QuestionKind, Script
from coach.core.document import (
    AnyBlock,
    Bar,
    Bundle,
    Callout,
    Choice,
    Choices,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    Together,
    Verbatim,
    WritingLines,
    plain,
)
from coach.core.scorecard import Amendment, QuestionCard, ScorecardView

BERLIN = timezone(timedelta(hours=1), "CET")
COMPETENCIES = ("prospecting", "discovery", "negotiation")


def at(hour, minute=0):
    return datetime(2026, 11, 14, hour, minute, tzinfo=BERLIN)


def question(number, competency):
    return Question(
        id=f"q{number}",
        competency=competency,
        kind=QuestionKind.BEHAVIOURAL,
        text=f"Question {number}: tell me about a customer whom you won from a cold start.",
        minutes=5,
        probes=("How did you find them?", "What did you do yourself?"),
        anchors={1: "Waits for leads.", 3: "Names **one** method.", 5: "Knows the figures of each step."},
    )


GUIDE = Guide(
    kit="sample-round",
    rev=2,
    title="Sample round",
    role="Account executive",
    language="en",
    minutes=30,
    competencies=tuple(
        GuideCompetency(id=name, title=name.title(), definition=f"What {name} means.", weight=number)
        for number, name in enumerate(COMPETENCIES, 1)
    ),
    opening=Script(minutes=3, text="Welcome.\n\nI shall take notes."),
    questions=tuple(question(number, name) for number, name in enumerate(COMPETENCIES, 1)),
    closing=Script(minutes=5, text="What would you like to know?"),
    consent="May I take notes?",
    conflict="Do you know the candidate privately?",
    do_not_ask=("Age", "Family"),
)

VIEW = ScorecardView(
    interview="iv-0001",
    state="amended",
    candidate="C-014",
    interviewer="Made-up Interviewer",
    guide=GUIDE,
    questions=(
        QuestionCard(
            question="q1",
            asked="asked",
            note="S  fintech\n  A  two lists",
            rating=4,
            probes=(1,),
            minutes=5.4,
        ),
        QuestionCard(
            question="q2", asked="reworded", wording="Say it otherwise?", note="vague", rating=2, minutes=4
        ),
        QuestionCard(question="q3", asked="skipped", skipped="Late start.", not_assessed="Time ran out."),
    ),
    score=41.67,
    score_text="42 of 100",
    coverage=0.5,
    coverage_text="50 %",
    overall="no",
    overall_reason="One method only.",
    minutes=28.6,
    planned=at(10),
    started=at(10, 2),
    ended=at(10, 31),
    submitted=datetime(2026, 11, 14, 10, 0, tzinfo=UTC),
    conflict=False,
    consent=True,
    opening_note="Came early.",
    closing_note="Asked about pay.",
    amendments=(
        Amendment(at=at(15), what="Discovery", before="3", after="2", reason="Two notes were mixed up."),
    ),
)

PIECES = (
    " ",
    "<script>alert(1)</script>", "<!-- ", "]]>", "</style>", "&amp;", "&lt;b&gt;", "{{ 7*7 }}", "{% raw %}",
    "#}", "#let x = 1", "#panic()", "#[a]", "$x^2$", "*b*", "**b**", "_i_", "`code`", "```", "~~s~~",
    "<label>", "@ref", "// c", "/* c */", "= h", "# h", "## h ##", "- item", "+ item", "* item", "1. item",
    "12) item", "---", "===", "| a | b |", "|:--|", "> quote", "[text](http://x.y)", "![i](x.png)", "[ ]",
    "[x]", "http://example.org/a", "www.example.org", "<http://x.y>", "\\", "\\n", "\\u{41}", '"', "'",
    "%s", "{0}", "~", "^", "--", "...", "\x1b[31m", "\x00", "\x07", "\x9b", "\u202eevil", "\u2066x\u2069",
    "\u2028", "\r\n", "\r", "\n", "\n\n", "    ", "\t", "\ud800", "\uffff", "שלום", "Ω", "Жук", "é", "ß",
    "„ja“", "–", "…", "word", "ordinary text", "x" * 90,
)  # fmt: skip
"""Parts of markup of every format, characters that nobody sees, and other scripts of the built-in fonts."""

LATIN = tuple(piece for piece in PIECES if piece != "שלום")

hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
hostile_left_to_right = st.lists(st.sampled_from(LATIN), min_size=1, max_size=12).map("".join)
scripts_of_the_world = st.text(max_size=200)


def document(*blocks: AnyBlock, title="Sample", footer=("Sample footer",)) -> Document:
    return Document(title=title, subtitle="Made up", language="en", footer=footer, blocks=blocks)


def typed(text) -> Document:
    return document(Verbatim(text=text))


def everywhere(text) -> Document:
    """A document in which one text stands wherever a text can stand."""
    runs = (Run(text=text, strong=True), Run(text=text), Run(text=text, emphasis=True))
    return Document(
        title=text,
        subtitle=text,
        language="en",
        footer=(text, text),
        blocks=(
            Heading(text=text),
            Paragraph(runs=runs),
            Paragraph(runs=plain(text), tone="small"),
            *(Listing(items=(runs, plain(text)), marker=marker) for marker in ("bullet", "number", "letter")),
            Quote(paragraphs=(runs, plain(text))),
            Facts(facts=(Fact(term=text, value=text), Fact(term=text)), columns=2),
            Table(
                columns=(Column(title=text), Column(title=text, align="right")), rows=((runs, plain(text)),)
            ),
            Table(
                columns=(Column(title=text),) * 4,
                rows=((runs, plain(text), plain("4"), plain("")),),
                shades=((None, None, 0.75, None),),
                bars=((None, None, None, Bar(low=0.2, value=0.5, high=0.7)),),
                to_fill=True,
            ),
            Choices(label=text, choices=(Choice(label=text, ticked=True), Choice(label=text))),
            WritingLines(count=2, label=text),
            Verbatim(text=text, label=text),
            Callout(title=text, items=(runs,)),
            PageBreak(),
            Together(blocks=(Heading(text=text, level=4), Paragraph(runs=runs))),
        ),
    )


def bundle(*documents: Document, **more) -> Bundle:
    return Bundle(
        title="Sample requisition",
        subtitle="Made up",
        language="en",
        documents=documents,
        footer=("Footer of the contents",),
        **more,
    )


def squeezed(text) -> str:
    """A text without its white space, as lines are broken differently in every format."""
    return "".join(text.split()).replace("\u200b", "")
