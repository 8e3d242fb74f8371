"""The scorecard to fill in by hand: everything that an interview on paper needs."""

from coach.core.bank import HIGHEST, LOWEST, Guide, Question
from coach.core.document import (
    AnyBlock,
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
    WritingLines,
    plain,
)
from coach.core.prose import inline
from coach.export.documents.parts import NOT_ASSESSED, OVERALL, anchors, footer, minutes, script

STAR = ("Situation", "Task", "Action: what the candidate did", "Result")

RULES = (
    "Ask every question as it is written and in this order; put every probe that the answer left open.",
    "Note what was said, as nearly as you can in the candidate's own words, before you rate.",
    "Rate by the highest level that was heard in full, not against other candidates.",
    "What was not heard is “not assessed”; a 1 needs evidence as every rating does.",
    "Rate before you talk with anybody about the candidate.",
)


def blank_scorecard(
    guide: Guide, *, candidate: str = "", interviewer: str = "", record: str = ""
) -> Document:
    """Make the paper for one interview.

    It has two pages to begin with, one page for each question, and a last page. What is known can
    be printed in (``candidate`` is a code, ``record`` the interview's id); what is not becomes a line to
    write on.
    """
    return Document(
        title="Interview scorecard",
        subtitle=f"{guide.title} – {guide.role}",
        language=guide.language,
        footer=footer(guide, record),
        blocks=(
            *_front(guide, candidate, interviewer),
            PageBreak(),
            *_opening(guide),
            *(
                block
                for number, question in enumerate(guide.questions, 1)
                for block in (PageBreak(), _question(guide, number, question))
            ),
            PageBreak(),
            *_last(guide),
        ),
    )


def _front(guide: Guide, candidate: str, interviewer: str) -> tuple[AnyBlock, ...]:
    return (
        Facts(
            facts=(
                Fact(term="Candidate (code, not the name)", value=candidate),
                Fact(term="Interviewer", value=interviewer),
                Fact(term="Place, or link"),
                Fact(term="Date"),
                Fact(term="Start"),
                Fact(term="End"),
            ),
            columns=3,
        ),
        Heading(text="Before you start"),
        Paragraph(runs=inline(guide.conflict)),
        Choices(label="Conflict of interest", choices=(Choice(label="none"), Choice(label="yes, namely:"))),
        WritingLines(count=1),
        Heading(text="How to use this form"),
        Listing(items=tuple(plain(rule) for rule in RULES), marker="number"),
        *((_do_not_ask(guide),) if guide.do_not_ask else ()),
    )


def _opening(guide: Guide) -> tuple[AnyBlock, ...]:
    return (
        Heading(text=f"Opening ({minutes(guide.opening.minutes)})"),
        script(guide.opening.text),
        Heading(text="Consent", level=3),
        script(guide.consent),
        Choices(label="The candidate", choices=(Choice(label="agrees"), Choice(label="does not agree"))),
        WritingLines(count=2, label="Remarks"),
        Together(blocks=(Heading(text=f"The {minutes(guide.minutes)} at a glance"), _agenda(guide))),
    )


def _do_not_ask(guide: Guide) -> Callout:
    return Callout(title="Do not ask about", items=tuple(inline(item) for item in guide.do_not_ask))


def _agenda(guide: Guide) -> Table:
    stations = (
        ("", "Opening", guide.opening.minutes),
        *(
            (str(number), guide.competency(question.competency).title, question.minutes)
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
        Choices(
            label="", choices=(Choice(label="I rated before talking with anybody about the candidate."),)
        ),
        Facts(facts=(Fact(term="Signature"), Fact(term="Date"))),
    )
