"""A scorecard as it was filled in: the result first, then the evidence it rests on."""

from datetime import datetime
from typing import assert_never

from coach.core.bank import HIGHEST, Question
from coach.core.document import (
    AnyBlock,
    Choice,
    Choices,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Inline,
    Listing,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Together,
    Verbatim,
    flat,
    plain,
)
from coach.core.interview_time import time_used
from coach.core.panel.sealing import shown
from coach.core.prose import inline
from coach.core.scorecard import QuestionCard, ScorecardView
from coach.export.documents.parts import BEFORE_DISCUSSION, NOT_ASSESSED, footer
from coach.locale import day, figure, mark, tr, trp

NOTHING = "–"
DROPPED = mark("Does not count, for all candidates")
COUNTING = mark("Score without the questions that do not count")
EXCERPT = 110
"""How many characters of a note stand in the table of results; the whole note follows further down."""


def completed_scorecard(view: ScorecardView) -> Document:
    """Lay out a scorecard: result, questions with notes as typed, amendments, declarations, signature.

    All numbers come from the view as they are; nothing is computed here.
    """
    return Document(
        title=tr("Scorecard"),
        subtitle=f"{view.guide.title} – {view.guide.role}",
        language=view.guide.language,
        footer=footer(view.guide, view.interview, view.delete_by),
        entry=f"{view.candidate or NOTHING} · {view.interviewer or NOTHING}",
        blocks=(
            _who(view),
            *_result(view),
            *_when(view),
            PageBreak(),
            *_conversation(view),
            *_amendments(view),
            _declarations(view),
        ),
    )


def dots(rating: int) -> str:
    """Show a rating as filled and empty dots: ``●●●●○`` for 4."""
    return "●" * rating + "○" * (HIGHEST - rating)


def excerpt(note: str) -> str:
    """Give the beginning of a note on one line, cut between words where it is long."""
    line = " / ".join(" ".join(line.split()) for line in note.split("\n") if line.strip())
    if len(line) <= EXCERPT:
        return line
    head, _, _ = line[:EXCERPT].rpartition(" ")
    return f"{head or line[:EXCERPT]} …"


def moment(at: datetime | None) -> str:
    """Say a time with its zone: ``2026-11-14 10:00 UTC+01:00``."""
    return f"{day(at)} {at:%H:%M %Z}" if at else NOTHING


def _who(view: ScorecardView) -> Facts:
    return Facts(
        facts=(
            Fact(term=tr("Candidate"), value=view.candidate or NOTHING),
            Fact(term=tr("Interviewer"), value=view.interviewer or NOTHING),
            Fact(term=tr("State"), value=tr(view.state)),
            *((Fact(term=tr("Requisition"), value=view.requisition),) if view.requisition else ()),
            *((Fact(term=tr("Looked at first"), value=_focus(view)),) if view.focus else ()),
        ),
        columns=3,
    )


def _focus(view: ScorecardView) -> str:
    return ", ".join(one.title for one in view.guide.competencies if one.id in view.focus)


def _when(view: ScorecardView) -> tuple[AnyBlock, ...]:
    times = Facts(
        facts=(
            Fact(term=tr("Planned"), value=moment(view.planned)),
            Fact(term=tr("Started"), value=moment(view.started)),
            Fact(term=tr("Ended"), value=moment(view.ended)),
            Fact(term=tr("Submitted"), value=moment(view.submitted)),
            Fact(term=tr("Time used"), value=time_used(view.minutes, view.guide.minutes)),
            Fact(term=tr("Record"), value=view.interview),
            *((Fact(term=tr("Sealed as"), value=shown(view.commitment)),) if view.commitment else ()),
            *((Fact(term=tr("Structure"), value=view.structure),) if view.structure else ()),
        ),
        columns=3,
    )
    return (Together(blocks=(Heading(text=tr("Record")), times)),)


def _result(view: ScorecardView) -> tuple[AnyBlock, ...]:
    return (
        Heading(text=tr("Result")),
        Facts(
            facts=(
                Fact(term=tr("Score"), value=view.score_text),
                Fact(term=tr("Coverage"), value=view.coverage_text),
                Fact(
                    term=tr("Overall recommendation"),
                    value=tr(view.overall) if view.overall else tr("none yet"),
                ),
                *((Fact(term=tr(COUNTING), value=view.counting),) if view.counting else ()),
            ),
            columns=3,
        ),
        *_typed(tr("Reason"), view.overall_reason),
        Table(
            columns=(
                Column(title=tr("Competency"), share=3.2),
                Column(title=tr("Weight"), align="right", share=1.1),
                Column(title=tr("Rating"), share=2.3),
                Column(title=tr("Evidence"), share=6.4),
            ),
            rows=_ratings(view),
        ),
        Paragraph(
            runs=plain(
                tr(
                    "“Not assessed” is no rating: it lowers the coverage and leaves the score alone. The "
                    "evidence is the beginning of the notes, which follow in full."
                )
            ),
            tone="small",
        ),
    )


def _ratings(view: ScorecardView) -> tuple[tuple[Inline, ...], ...]:
    """One row for every question; a weight belongs to a competency and is given with its first."""
    rows = []
    weighed: set[str] = set()
    dropped = dict(view.dropped)
    for card in view.questions:
        competency = view.guide.competency(view.guide.question(card.question).competency)
        weight = "" if competency.id in weighed else figure(competency.weight, "g")
        weighed.add(competency.id)
        aside = (Run(text=f"{tr(DROPPED)}. ", emphasis=True),) if card.question in dropped else ()
        rows.append((plain(competency.title), plain(weight), _rating(card), (*aside, *_evidence(card))))
    return tuple(rows)


def _rating(card: QuestionCard) -> Inline:
    if card.rating is not None:
        return (Run(text=str(card.rating), strong=True), Run(text=f"  {dots(card.rating)}"))
    return plain(tr(NOT_ASSESSED) if card.not_assessed else tr("not rated"))


def _evidence(card: QuestionCard) -> Inline:
    if card.rating is None and card.not_assessed:
        return (Run(text=excerpt(card.not_assessed), emphasis=True),)
    return plain(excerpt(card.note) or NOTHING)


def _conversation(view: ScorecardView) -> tuple[AnyBlock, ...]:
    return (
        Heading(text=tr("The conversation")),
        *_typed(tr("Notes on the opening"), view.opening_note),
        *(
            _question(view.guide.question(card.question), number, card, view)
            for number, card in enumerate(view.questions, 1)
        ),
        *_typed(tr("Notes on the closing"), view.closing_note),
    )


def _question(question: Question, number: int, card: QuestionCard, view: ScorecardView) -> Together:
    probes = tuple(inline(question.probes[index]) for index in card.probes if index < len(question.probes))
    spoken = card.asked in ("asked", "reworded")
    return Together(
        blocks=(
            Heading(text=f"{number}  {view.guide.competency(question.competency).title}", level=3),
            Paragraph(runs=inline(question.text)),
            *_typed(tr(DROPPED), dict(view.dropped).get(question.id, "")),
            Facts(
                facts=(
                    Fact(term=tr("Rating"), value=flat(_rating(card))),
                    Fact(term=tr("Asked"), value=_asked(card)),
                    Fact(term=tr("Time used"), value=time_used(card.minutes, question.minutes)),
                ),
                columns=3,
            ),
            *_typed(tr("Asked in these words"), card.wording),
            *_typed(tr("Skipped because"), card.skipped),
            *_typed(
                tr("Not assessed because"), "" if card.not_assessed == card.skipped else card.not_assessed
            ),
            *(
                (Paragraph(runs=plain(tr("Probes put")), tone="small"), Listing(items=probes))
                if probes
                else ()
            ),
            *_typed(tr("Notes"), card.note or (NOTHING if spoken else "")),
        )
    )


def _typed(label: str, text: str) -> tuple[Verbatim, ...]:
    """Give somebody's words under a label, or nothing if there are none."""
    return (Verbatim(text=text, label=label),) if text else ()


def _asked(card: QuestionCard) -> str:
    match card.asked:
        case "asked":
            return tr("as written")
        case "reworded":
            return tr("in other words")
        case "skipped":
            return tr("skipped")
        case "open":
            return tr("not reached")
    assert_never(card.asked)


def _amendments(view: ScorecardView) -> tuple[AnyBlock, ...]:
    if not view.amendments:
        return ()
    return (
        Heading(text=tr("Amendments after submission")),
        Table(
            columns=(
                Column(title=tr("When"), share=2.4),
                Column(title=tr("What"), share=2.6),
                Column(title=tr("Before"), share=1.6),
                Column(title=tr("After"), share=1.6),
                Column(title=tr("Reason"), share=4.8),
            ),
            rows=tuple(
                tuple(plain(text) for text in (moment(one.at), one.what, one.before, one.after, one.reason))
                for one in view.amendments
            ),
        ),
    )


def _declarations(view: ScorecardView) -> Together:
    return Together(
        blocks=(
            Heading(text=tr("Declarations")),
            Choices(
                label=tr("Conflict of interest"),
                choices=(
                    Choice(label=trp("conflict of interest", "none"), ticked=view.conflict is False),
                    Choice(label=tr("yes"), ticked=view.conflict is True),
                ),
            ),
            *_typed(tr("The conflict"), view.conflict_details),
            Choices(
                label=tr("Consent to notes"),
                choices=(
                    Choice(label=trp("consent", "given"), ticked=view.consent is True),
                    Choice(label=trp("consent", "not given"), ticked=view.consent is False),
                ),
            ),
            Choices(
                label="",
                choices=(Choice(label=tr(BEFORE_DISCUSSION), ticked=view.before_discussion is True),),
            ),
            Facts(facts=(Fact(term=tr("Signature")), Fact(term=tr("Date")))),
        )
    )
