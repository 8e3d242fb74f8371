"""What the scorecard screen shows: the result, then one row for each question."""

from datetime import datetime

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coach.core.focus import focus_first, in_focus
from coach.core.interview import InterviewState, Overall, Phase, competency_title, rating_text
from coach.core.interview_time import elapsed, time_used
from coach.core.notes import has_evidence
from coach.core.scoring import coverage_text, score_text
from coach.core.structure import ABOUT, Structure, structure, structure_text
from coach.locale import figure, mark, tr, trp
from coach.surface.lit import line, lit
from coach.surface.spelling import short_day

OVERTAKEN = mark(
    "This interview was changed in another window, so nothing was saved. Press ctrl+r to "
    "load what is there, then do it again."
)
FOCUS = mark("◆ your focus, listed first; the questions were put in the order of the kit.")
EVIDENCE = 220
"""Characters of a note that a row shows; paper shows all."""


def title(state: InterviewState) -> Content:
    """Name the scorecard by candidate, interviewer and kit."""
    return line(
        (tr("Scorecard"), "bold"),
        f" · {state.candidate} · {state.interviewer} · {state.guide.title} v{state.guide.rev}",
    )


def standing(state: InterviewState) -> Content:
    """Say in words how far the scorecard has come."""
    if state.amendments:
        return lit(tr("amended {count}×", count=len(state.amendments)))
    if state.phase is Phase.SUBMITTED and state.submitted_at:
        return lit(tr("submitted {time}", time=_time(state.submitted_at)))
    return lit(tr("draft"))


def parts(state: InterviewState, now: datetime) -> list[Widget]:
    """Lay out what matters first: result, recommendation, amendments; then questions and structure."""
    held = structure(state)
    rows: list[Widget] = [
        Static(_result(state, now), classes="result"),
        *([Static(_held(held), classes="held-short")] if held else []),
        Static(_overall(state), classes="overall"),
        *(Static(text, classes="amendment") for text in _amendments(state)),
        _row("head", tr("competency"), tr("weight"), lit(tr("rating")), lit(tr("evidence"))),
    ]
    for question in focus_first(state):
        competency = state.guide.competency(state.guide.question(question).competency)
        name = f"◆ {competency.title}" if in_focus(state, question) else competency.title
        rows.append(
            _row(
                "", name, figure(competency.weight, "g"), _rating(state, question), _evidence(state, question)
            )
        )
    if state.focus:
        rows.append(Static(lit(tr(FOCUS), "$text-muted"), classes="legend"))
    return [*rows, *_structure(held)]


def _structure(held: Structure | None) -> list[Widget]:
    """Explain the structure score line by line, what is left to wish for with a sign of its own."""
    if held is None:
        return []
    text = tr(
        "Structure {score}: how far the interview was held as the kit means it",
        score=structure_text(held),
    )
    rows: list[Widget] = [Static(lit(text, "bold"), classes="held")]
    for part in held.parts:
        sign = ("✓ ", "$text-primary") if part.full else ("▸ ", "bold $text-warning")
        told = line(sign if part.counts else "  ", (f"{part.label}  ", "bold"), (part.why, "$text-muted"))
        rows.append(Static(told, classes="part"))
    return [*rows, Static(lit(tr(ABOUT), "$text-muted"), classes="about")]


def amendable(state: InterviewState, question: str) -> str:
    """Name a question and its rating in one line."""
    return f"{competency_title(state, question)}: {rating_text(state.entry(question).rating)}"


def dots(rating: int | None) -> Content:
    """Draw a rating as dots with its number, or a dash."""
    if rating is None:
        return lit("–")
    return line(("●" * rating + "○" * (5 - rating), "$text-primary"), f"  {rating}")


def _row(kind: str, name: str, weight: str, rating: Content, evidence: Content) -> Horizontal:
    return Horizontal(
        Static(lit(name), classes="name"),
        Static(lit(weight), classes="weight"),
        Static(rating, classes="rating"),
        Static(evidence, classes="evidence"),
        classes=f"row {kind}",
    )


def _rating(state: InterviewState, question: str) -> Content:
    entry = state.entry(question)
    if entry.rating is None and entry.not_assessed:
        return lit("–  " + (tr("skipped") if entry.skipped else trp("scorecard", "not assessed")))
    if entry.rating is None:
        return lit(tr("not yet rated"), "$text-warning")
    return dots(entry.rating)


def _evidence(state: InterviewState, question: str) -> Content:
    entry = state.entry(question)
    note = " / ".join(
        " ".join(part.split()) for part in state.note(question).splitlines() if has_evidence(part)
    )
    short = note if len(note) <= EVIDENCE else note[:EVIDENCE].rsplit(" ", 1)[0] + " …"
    if entry.not_assessed:
        return lit(" · ".join(text for text in (entry.not_assessed, short) if text), "$text-muted")
    if entry.rating is not None and not has_evidence(state.note(question)):
        return lit(tr("a note is needed as evidence"), "$text-warning")
    return lit(short)


def _held(held: Structure) -> Content:
    return line(
        tr("Structure") + " ",
        (structure_text(held), "bold"),
        ("   ·   " + tr("explained at the end"), "$text-muted"),
    )


def _time(at: datetime) -> str:
    here = at.astimezone()
    return f"{short_day(here)} {here:%H:%M}"


def _result(state: InterviewState, now: datetime) -> Content:
    score = state.score
    used = time_used(elapsed(state, now) / 60, state.guide.minutes)
    return line(
        (tr("Score") + " ", ""),
        (score_text(score.value), "bold $text-primary"),
        "   ·   " + tr("coverage {share}", share=coverage_text(score.coverage)),
        f"   ·   {used}",
    )


def _overall(state: InterviewState) -> Content:
    levels: list[Content | str | tuple[str, str]] = [tr("Overall") + "   "]
    for level in Overall:
        chosen = level is state.overall
        levels.append(
            (
                ("▸ " if chosen else "  ") + tr(level.value) + "   ",
                "bold $text-primary" if chosen else "$text-muted",
            )
        )
    if state.overall is None:
        levels.append((tr("press o to choose"), "$text-warning"))
    if not state.overall_reason:
        return line(*levels)
    label = tr("Reason").ljust(len(tr("Overall")))
    return line(*levels, f"\n{label}   {state.overall_reason}")


def _amendments(state: InterviewState) -> list[Content]:
    return [
        line(
            (tr("Amended {time}", time=_time(one.at)) + "  ", "bold"),
            competency_title(state, one.question) if one.question else tr("Overall recommendation"),
            ": " + tr(one.before) + " → " + tr(one.after) + f". {one.reason}",
        )
        for one in state.amendments
    ]
