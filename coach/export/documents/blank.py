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
    OVERALL,
    anchors,
    do_not_ask,
    footer,
    minutes,
    script,
)
from coach.locale import figure, mark, tr, trp

STAR = (mark("Situation"), mark("Task"), mark("Action: what the candidate did"), mark("Result"))

PURPOSE = mark(
    "The interview finds out how far the candidate brings what this work needs. Every "
    "candidate gets the same questions in the same order, and every answer is rated by the "
    "same written levels."
)

RULES = (
    mark("Ask every question as it is written and in this order; put every probe that the answer left open."),
    mark("Note what was said, as nearly as you can in the candidate's own words, before you rate."),
    mark("Rate by the highest level that was heard in full, not against other candidates."),
    mark("What was not heard is “not assessed”; a 1 needs evidence as every rating does."),
    mark("Rate before you talk with anybody about the candidate."),
)

LANGUAGES = {"en": mark("English"), "de": mark("German")}


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
        title=tr("Interview scorecard"),
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
                Fact(term=tr("Organisation"), value=known.organisation),
                Fact(term=tr("Requisition"), value=known.requisition),
                Fact(term=trp("interview", "Stage"), value=known.stage),
                Fact(term=tr("Candidate (code, not the name)"), value=known.candidate),
                Fact(term=tr("Interviewer"), value=known.interviewer),
                Fact(term=tr("Role on the panel"), value=known.role),
                Fact(term=tr("Date"), value=known.day),
                Fact(term=tr("Planned from – to"), value=known.planned),
                Fact(term=tr("Held from – to")),
            ),
            columns=3,
        ),
        Choices(
            label=trp("interview", "Held"),
            choices=tuple(Choice(label=how) for how in (tr("in person"), tr("by video"), tr("by phone"))),
        ),
        Facts(
            facts=(
                Fact(term=tr("Place, or link"), value=known.place),
                Fact(term=tr("Language"), value=tr(LANGUAGES.get(guide.language, guide.language))),
            )
        ),
        Heading(text=tr("Before you start")),
        Paragraph(runs=plain(tr(PURPOSE))),
        Paragraph(runs=inline(guide.conflict)),
        Choices(
            label=tr("Conflict of interest"),
            choices=(Choice(label=trp("conflict of interest", "none")), Choice(label=tr("yes, namely:"))),
        ),
        WritingLines(count=1),
    )


def _opening(guide: Guide, known: Known) -> tuple[AnyBlock, ...]:
    agenda = (
        Heading(text=tr("The {length} at a glance", length=minutes(guide.minutes))),
        _agenda(guide, known),
    )
    return (
        Heading(text=tr("How to use this form")),
        Listing(items=tuple(plain(tr(rule)) for rule in RULES), marker="number"),
        *do_not_ask(guide),
        Together(blocks=agenda),
        Heading(text=tr("Opening ({length})", length=minutes(guide.opening.minutes))),
        script(guide.opening.text),
        Heading(text=tr("Consent"), level=3),
        script(guide.consent),
        Choices(
            label=tr("The candidate"),
            choices=(Choice(label=tr("agrees")), Choice(label=tr("does not agree"))),
        ),
        WritingLines(count=2, label=tr("Remarks")),
    )


def _agenda(guide: Guide, known: Known) -> Table:
    stations = (
        ("", tr("Opening"), guide.opening.minutes),
        *(
            (str(number), _station(guide, question, known), question.minutes)
            for number, question in enumerate(guide.questions, 1)
        ),
        ("", tr("Closing"), guide.closing.minutes),
    )
    return Table(
        columns=(
            Column(title=tr("Question"), share=1.2),
            Column(title=tr("Competency"), share=6),
            Column(title=tr("Minutes"), align="right"),
        ),
        rows=tuple(
            (plain(number), plain(title), plain(figure(length, "g"))) for number, title, length in stations
        ),
    )


def _station(guide: Guide, question: Question, known: Known) -> str:
    title = guide.competency(question.competency).title
    return tr("{title} (look at this first)", title=title) if question.competency in known.focus else title


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
                choices=tuple(
                    Choice(label=label) for label in (tr("asked"), tr("reworded"), tr("skipped, because:"))
                ),
            ),
            *(
                (Listing(items=tuple(inline(probe) for probe in question.probes), marker="letter"),)
                if question.probes
                else ()
            ),
            *(WritingLines(count=2, label=tr(part)) for part in STAR),
            WritingLines(count=3, label=tr("More evidence")),
            anchors(question),
            Choices(
                label=tr("Rating"),
                choices=(*rating, Choice(label=tr("not assessed, because:"))),
            ),
            WritingLines(count=1),
        )
    )


def _last(guide: Guide) -> tuple[AnyBlock, ...]:
    return (
        Heading(text=tr("Closing ({length})", length=minutes(guide.closing.minutes))),
        script(guide.closing.text),
        WritingLines(count=3, label=tr("What the candidate asked, and what was promised")),
        Heading(text=tr("Overall recommendation")),
        Paragraph(
            runs=plain(tr("Tick one, once every question is rated, and give the evidence it rests on."))
        ),
        Choices(label="", choices=tuple(Choice(label=tr(level)) for level in OVERALL)),
        WritingLines(count=5, label=tr("Reason")),
        Choices(label="", choices=(Choice(label=tr(BEFORE_DISCUSSION)),)),
        Facts(facts=(Fact(term=tr("Signature")), Fact(term=tr("Date")))),
    )
