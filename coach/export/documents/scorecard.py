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

NOTHING = "–"
DROPPED = "Does not count, for all candidates"
COUNTING = "Score without the questions that do not count"
EXCERPT = 110
"""How many characters of a note stand in the table of results; the whole note follows further down."""


def completed_scorecard(view: ScorecardView) -> Document:
    """Lay out a scorecard: result, questions with notes as typed, amendments, declarations, signature.

    All numbers come from the view as they are; nothing is computed here.
    """
    return Document(
        title="Scorecard",
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
    return f"{at:%Y-%m-%d %H:%M %Z}" if at else NOTHING


def _who(view: ScorecardView) -> Facts:
    return Facts(
        facts=(
            Fact(term="Candidate", value=view.candidate or NOTHING),
            Fact(term="Interviewer", value=view.interviewer or NOTHING),
            Fact(term="State", value=view.state),
            *((Fact(term="Requisition", value=view.requisition),) if view.requisition else ()),
            *((Fact(term="Looked at first", value=_focus(view)),) if view.focus else ()),
        ),
        columns=3,
    )


def _focus(view: ScorecardView) -> str:
    return ", ".join(one.title for one in view.guide.competencies if one.id in view.focus)


def _when(view: ScorecardView) -> tuple[AnyBlock, ...]:
    times = Facts(
        facts=(
            Fact(term="Planned", value=moment(view.planned)),
            Fact(term="Started", value=moment(view.started)),
            Fact(term="Ended", value=moment(view.ended)),
            Fact(term="Submitted", value=moment(view.submitted)),
            Fact(term="Time used", value=time_used(view.minutes, view.guide.minutes)),
            Fact(term="Record", value=view.interview),
            *((Fact(term="Sealed as", value=shown(view.commitment)),) if view.commitment else ()),
            *((Fact(term="Structure", value=view.structure),) if view.structure else ()),
        ),
        columns=3,
    )
    return (Together(blocks=(Heading(text="Record"), times)),)


def _result(view: ScorecardView) -> tuple[AnyBlock, ...]:
    return (
        Heading(text="Result"),
        Facts(
            facts=(
                Fact(term="Score", value=view.score_text),
                Fact(term="Coverage", value=view.coverage_text),
                Fact(term="Overall recommendation", value=view.overall or "none yet"),
                *((Fact(term=COUNTING, value=view.counting),) if view.counting else ()),
            ),
            columns=3,
        ),
        *_typed("Reason", view.overall_reason),
        Table(
            columns=(
                Column(title="Competency", share=3.2),
                Column(title="Weight", align="right", share=1.1),
                Column(title="Rating", share=2.3),
                Column(title="Evidence", share=6.4),
            ),
            rows=_ratings(view),
        ),
        Paragraph(
            runs=plain(
                "“Not assessed” is no rating: it lowers the coverage and leaves the score alone. "
                "The evidence is the beginning of the notes, which follow in full."
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
        weight = "" if competency.id in weighed else f"{competency.weight:g}"
        weighed.add(competency.id)
        aside = (Run(text=f"{DROPPED}. ", emphasis=True),) if card.question in dropped else ()
        rows.append((plain(competency.title), plain(weight), _rating(card), (*aside, *_evidence(card))))
    return tuple(rows)


def _rating(card: QuestionCard) -> Inline:
    if card.rating is not None:
        return (Run(text=str(card.rating), strong=True), Run(text=f"  {dots(card.rating)}"))
    return plain(NOT_ASSESSED if card.not_assessed else "not rated")


def _evidence(card: QuestionCard) -> Inline:
    if card.rating is None and card.not_assessed:
        return (Run(text=excerpt(card.not_assessed), emphasis=True),)
    return plain(excerpt(card.note) or NOTHING)


def _conversation(view: ScorecardView) -> tuple[AnyBlock, ...]:
    return (
        Heading(text="The conversation"),
        *_typed("Notes on the opening", view.opening_note),
        *(
            _question(view.guide.question(card.question), number, card, view)
            for number, card in enumerate(view.questions, 1)
        ),
        *_typed("Notes on the closing", view.closing_note),
    )


def _question(question: Question, number: int, card: QuestionCard, view: ScorecardView) -> Together:
    probes = tuple(inline(question.probes[index]) for index in card.probes if index < len(question.probes))
    spoken = card.asked in ("asked", "reworded")
    return Together(
        blocks=(
            Heading(text=f"{number}  {view.guide.competency(question.competency).title}", level=3),
            Paragraph(runs=inline(question.text)),
            *_typed(DROPPED, dict(view.dropped).get(question.id, "")),
            Facts(
                facts=(
                    Fact(term="Rating", value=flat(_rating(card))),
                    Fact(term="Asked", value=_asked(card)),
                    Fact(term="Time used", value=time_used(card.minutes, question.minutes)),
                ),
                columns=3,
            ),
            *_typed("Asked in these words", card.wording),
            *_typed("Skipped because", card.skipped),
            *_typed("Not assessed because", "" if card.not_assessed == card.skipped else card.not_assessed),
            *((Paragraph(runs=plain("Probes put"), tone="small"), Listing(items=probes)) if probes else ()),
            *_typed("Notes", card.note or (NOTHING if spoken else "")),
        )
    )


def _typed(label: str, text: str) -> tuple[Verbatim, ...]:
    """Give somebody's words under a label, or nothing if there are none."""
    return (Verbatim(text=text, label=label),) if text else ()


def _asked(card: QuestionCard) -> str:
    match card.asked:
        case "asked":
            return "as written"
        case "reworded":
            return "in other words"
        case "skipped":
            return "skipped"
        case "open":
            return "not reached"
    assert_never(card.asked)


def _amendments(view: ScorecardView) -> tuple[AnyBlock, ...]:
    if not view.amendments:
        return ()
    return (
        Heading(text="Amendments after submission"),
        Table(
            columns=(
                Column(title="When", share=2.4),
                Column(title="What", share=2.6),
                Column(title="Before", share=1.6),
                Column(title="After", share=1.6),
                Column(title="Reason", share=4.8),
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
            Heading(text="Declarations"),
            Choices(
                label="Conflict of interest",
                choices=(
                    Choice(label="none", ticked=view.conflict is False),
                    Choice(label="yes", ticked=view.conflict is True),
                ),
            ),
            *_typed("The conflict", view.conflict_details),
            Choices(
                label="Consent to notes",
                choices=(
                    Choice(label="given", ticked=view.consent is True),
                    Choice(label="not given", ticked=view.consent is False),
                ),
            ),
            Choices(
                label="", choices=(Choice(label=BEFORE_DISCUSSION, ticked=view.before_discussion is True),)
            ),
            Facts(facts=(Fact(term="Signature"), Fact(term="Date"))),
        )
    )
