"""The scorecard to fill in by hand: everything that an interview on paper needs."""

from coach.core.bank import HIGHEST, LOWEST, Guide, Question
from coach.core.document import (
    AnyBlock,
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
    WritingLines,
    plain,
)
from coach.core.prose import inline
from coach.core.record import Record
from coach.export.documents.group_form import group_form
from coach.export.documents.parts import (
    BEFORE_DISCUSSION,
    NOT_ASSESSED,
    OVERALL,
    anchors,
    do_not_ask,
    footer,
    minutes,
    script,
)

STAR = ("Situation", "Task", "Action: what the candidate did", "Result")

PURPOSE = (
    "The interview finds out how far the candidate brings what this work needs. Every candidate gets the "
    "same questions in the same order, and every answer is rated by the same written levels."
)

RULES = (
    "Ask every question as it is written and in this order; put every probe that the answer left open.",
    "Note what was said, as nearly as you can in the candidate's own words, before you rate.",
    "Rate by the highest level that was heard in full, not against other candidates.",
    "What was not heard is “not assessed”; a 1 needs evidence as every rating does.",
    "Rate before you talk with anybody about the candidate.",
)

LANGUAGES = {"en": "English", "de": "German"}


class Known(Record):
    """What is known beforehand and printed in; what is empty becomes a line to write on.

    ``candidate`` is a code, ``record`` the id of the interview, ``focus`` holds competencies by id, and
    days and times are in words.
    """

    candidate: str = ""
    interviewer: str = ""
    role: str = ""
    """What the interviewer does on the panel."""
    organisation: str = ""
    requisition: str = ""
    stage: str = ""
    day: str = ""
    planned: str = ""
    place: str = ""
    focus: tuple[str, ...] = ()
    record: str = ""
    delete_by: str = ""


UNKNOWN = Known()


def blank_scorecard(guide: Guide, known: Known = UNKNOWN) -> Document:
    """Make the paper for one interview.

    It has a page for the header and a page or more to read from, a page for each question, a last page,
    and the form that the panel fills in together afterwards.
    """
    return Document(
        title="Interview scorecard",
        subtitle=f"{guide.title} – {guide.role}",
        language=guide.language,
        footer=footer(guide, known.record, known.delete_by),
        entry=" · ".join(filter(None, (known.candidate, known.interviewer))),
        blocks=(
            *_front(guide, known),
            PageBreak(),
            *_opening(guide, known),
            *(
                block
                for number, question in enumerate(guide.questions, 1)
                for block in (PageBreak(), _question(guide, number, question))
            ),
            PageBreak(),
            *_last(guide),
            PageBreak(),
            *group_form(guide, known.candidate, known.requisition),
        ),
    )


def _front(guide: Guide, known: Known) -> tuple[AnyBlock, ...]:
    return (
        Facts(
            facts=(
                Fact(term="Organisation", value=known.organisation),
                Fact(term="Requisition", value=known.requisition),
                Fact(term="Stage", value=known.stage),
                Fact(term="Candidate (code, not the name)", value=known.candidate),
                Fact(term="Interviewer", value=known.interviewer),
                Fact(term="Role on the panel", value=known.role),
                Fact(term="Date", value=known.day),
                Fact(term="Planned from – to", value=known.planned),
                Fact(term="Held from – to"),
            ),
            columns=3,
        ),
        Choices(
            label="Held", choices=tuple(Choice(label=how) for how in ("in person", "by video", "by phone"))
        ),
        Facts(
            facts=(
                Fact(term="Place, or link", value=known.place),
                Fact(term="Language", value=LANGUAGES.get(guide.language, guide.language)),
            )
        ),
        Heading(text="Before you start"),
        Paragraph(runs=plain(PURPOSE)),
        Paragraph(runs=inline(guide.conflict)),
        Choices(label="Conflict of interest", choices=(Choice(label="none"), Choice(label="yes, namely:"))),
        WritingLines(count=1),
    )


def _opening(guide: Guide, known: Known) -> tuple[AnyBlock, ...]:
    agenda = (Heading(text=f"The {minutes(guide.minutes)} at a glance"), _agenda(guide, known))
    return (
        Heading(text="How to use this form"),
        Listing(items=tuple(plain(rule) for rule in RULES), marker="number"),
        *do_not_ask(guide),
        Together(blocks=agenda),
        Heading(text=f"Opening ({minutes(guide.opening.minutes)})"),
        script(guide.opening.text),
        Heading(text="Consent", level=3),
        script(guide.consent),
        Choices(label="The candidate", choices=(Choice(label="agrees"), Choice(label="does not agree"))),
        WritingLines(count=2, label="Remarks"),
    )


def _agenda(guide: Guide, known: Known) -> Table:
    stations = (
        ("", "Opening", guide.opening.minutes),
        *(
            (str(number), _station(guide, question, known), question.minutes)
            for number, question in enumerate(guide.questions, 1)
        ),
        ("", "Closing", guide.closing.minutes),
    )
    return Table(
        columns=(
            Column(title="Question", share=1.2),
            Column(title="Competency", share=6),
            Column(title="Minutes", align="right"),
        ),
        rows=tuple((plain(number), plain(title), plain(f"{length:g}")) for number, title, length in stations),
    )


def _station(guide: Guide, question: Question, known: Known) -> str:
    title = guide.competency(question.competency).title
    return f"{title} (look at this first)" if question.competency in known.focus else title


def _question(guide: Guide, number: int, question: Question) -> Together:
    competency = guide.competency(question.competency)
    rating = tuple(Choice(label=str(level)) for level in range(LOWEST, HIGHEST + 1))
    return Together(
        blocks=(
            Heading(text=f"{number}  {competency.title}"),
            Paragraph(
                runs=(
                    Run(text=minutes(question.minutes), strong=True),
                    Run(text=f"  ·  {competency.definition}"),
                ),
                tone="small",
            ),
            Quote(paragraphs=(inline(question.text),)),
            Choices(
                label="",
                choices=tuple(Choice(label=label) for label in ("asked", "reworded", "skipped, because:")),
            ),
            *(
                (Listing(items=tuple(inline(probe) for probe in question.probes), marker="letter"),)
                if question.probes
                else ()
            ),
            *(WritingLines(count=2, label=part) for part in STAR),
            WritingLines(count=3, label="More evidence"),
            anchors(question),
            Choices(label="Rating", choices=(*rating, Choice(label=f"{NOT_ASSESSED}, because:"))),
            WritingLines(count=1),
        )
    )


def _last(guide: Guide) -> tuple[AnyBlock, ...]:
    return (
        Heading(text=f"Closing ({minutes(guide.closing.minutes)})"),
        script(guide.closing.text),
        WritingLines(count=3, label="What the candidate asked, and what was promised"),
        Heading(text="Overall recommendation"),
        Paragraph(runs=plain("Tick one, once every question is rated, and give the evidence it rests on.")),
        Choices(label="", choices=tuple(Choice(label=level) for level in OVERALL)),
        WritingLines(count=5, label="Reason"),
        Choices(label="", choices=(Choice(label=BEFORE_DISCUSSION),)),
        Facts(facts=(Fact(term="Signature"), Fact(term="Date"))),
    )
