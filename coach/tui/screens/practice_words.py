"""What the screens of mock interviews say."""

from enum import StrEnum

from textual.content import Content

from coach.core.bank import HIGHEST
from coach.core.prose import inline
from coach.core.rehearsal import THINKING, Advice, Given, Prepared, clock_text, took
from coach.core.sample import Sample
from coach.locale import mark, tr, trn
from coach.services.practice import PracticeChoice, PracticeRun
from coach.surface.lit import line, lit, lit_runs
from coach.tui.widgets.rows import fit

HEADING = "bold $text-primary"
MUTED = "$text-muted"
GO_ON, ALL = "on", "all"
"""What is chosen besides a number of questions."""

FEW = (1, 3)
"""Lengths of a short practice, in questions."""

ABOUT = mark(
    "A mock interview for you alone: the questions and anchors of a kit, answered aloud or "
    "typed against the clock. You rate yourself, then see model answers. Nothing of it is "
    "mixed with real interviews."
)
HOW_LONG = mark("A short practice takes other questions every time.")
NO_KITS = mark("There are no kits yet. coach new kit NAME makes one.")
NO_MODEL = mark("There is no model answer to this question yet; anchors 4 and 5 say what one holds.")
NOTHING_NEXT = mark("Every answer was good and in time by your own rating. Ask somebody else to listen.")
ROOMY = 60
"""Columns from which a line has room for how often one has practised."""


class Stage(StrEnum):
    """What is being done at a question."""

    READY = "ready"
    THINKING = "thinking"
    ANSWERING = "answering"
    RATING = "rating"
    MODELS = "models"


HOW = {
    Stage.READY: mark("Enter starts the clock, then answer. t gives you a minute to think first."),
    Stage.THINKING: mark("Think. Enter starts the clock for your answer."),
    Stage.ANSWERING: mark("Speak aloud, or type what you would say. ^s or f2 when you are done."),
    Stage.RATING: mark("Which of these did you say or do in full? A number rates you, enter saves it."),
    Stage.MODELS: "",
}


def how(stage: Stage) -> str:
    """Say what is to be done at a stage; nothing where that is plain to see."""
    return tr(HOW[stage]) if HOW[stage] else ""


def practised(runs: int) -> str:
    """Say how often somebody practised."""
    return trn("practised {n} time", "practised {n} times", runs)


def row(one: PracticeChoice, width: int) -> Content:
    """Lay a kit out for a list: its length, and how far one is with it."""
    if one.trouble:
        return line("  ", fit(one.title, 24), (tr("cannot be used:") + " ", "$text-warning"), one.trouble)
    count = trn(
        "{n} question, {minutes:g} min", "{n} questions, {minutes:g} min", one.questions, minutes=one.minutes
    )
    if width < ROOMY:
        return line("  ", fit(one.title, width - 24), count)
    if one.open:
        how_far = tr("{done} of {total} done", done=one.open.rated, total=len(one.open.questions))
    else:
        how_far = practised(one.runs) if one.runs else ""
    return line("  ", fit(one.title, min(44, width - 44)), fit(count, 24), (how_far, MUTED))


def lengths(one: PracticeChoice) -> tuple[tuple[str, str], ...]:
    """Offer to go on, all questions, or a few."""
    on: tuple[tuple[str, str], ...] = ()
    if one.open is not None:
        left = len(one.open.questions) - one.open.rated
        on = (
            (
                GO_ON,
                tr(
                    "Go on with practice {number}: {left} of {total} left",
                    number=one.open.number,
                    left=left,
                    total=len(one.open.questions),
                ),
            ),
        )
    few = [number for number in FEW if number < one.questions]
    return (
        *on,
        (
            ALL,
            tr(
                "All {questions} questions, {minutes:g} minutes of answers",
                questions=one.questions,
                minutes=one.minutes,
            ),
        ),
        *((str(number), trn("{n} question", "{n} questions", number)) for number in few),
    )


def place(run: PracticeRun, index: int) -> Content:
    """Say which question it is."""
    return lit(tr("question {number} of {total}", number=index + 1, total=run.total))


def left(seconds: int, budget: int) -> str:
    """Say how much of the time is left, or by how much it is over."""
    if seconds <= budget:
        return tr("{left} left of {budget}", left=clock_text(budget - seconds), budget=clock_text(budget))
    return tr("{over} over {budget}", over=clock_text(seconds - budget), budget=clock_text(budget))


def thinking(seconds: int) -> str:
    """Say how much of the time to think is left."""
    if seconds < THINKING:
        return tr("{left} left to think", left=clock_text(THINKING - seconds))
    return tr("The minute is over; a real interviewer waits a little longer.")


def said(given: Given) -> Content:
    """Show the answer again, with its time, while one rates it."""
    lines = [line((tr("Your answer") + "   ", HEADING), took(given))]
    if given.text:
        lines.append(lit(given.text))
    return Content("\n").join(lines)


def model(sample: Sample) -> Content:
    """Show a model answer and why it is one."""
    return Content("\n").join(
        [
            line(
                (tr("A model answer"), HEADING),
                ("   " + tr("made up, rated {rating} by experts", rating=sample.rating), MUTED),
            ),
            lit(sample.text),
            line((tr("Why {rating}", rating=sample.rating) + "  ", "bold"), (sample.rationale, MUTED)),
        ]
    )


def summary(run: PracticeRun) -> Content:
    """Sum a run up by competency, and say what to prepare next."""
    lines = [line((tr("By competency"), HEADING), ("   " + tr("your own rating, and the time"), MUTED))]
    lines += [_prepared(one) for one in run.summed_up()]
    found = run.advice()
    lines += [Content(""), lit(tr("Prepare next"), HEADING)]
    for one in found:
        lines += _advice(one)
    if not found:
        lines.append(lit(tr(NOTHING_NEXT)))
    return Content("\n").join(lines)


def _prepared(one: Prepared) -> Content:
    time = tr("{used} of {planned}", used=clock_text(one.seconds), planned=clock_text(one.budget))
    late = ("   " + tr("too long"), "$text-warning") if one.seconds > one.budget else ("", "")
    return line(
        "  ",
        fit(one.title, 26),
        (tr("{rating:g} of {highest}", rating=one.rating, highest=HIGHEST) + "   ", "bold"),
        time,
        late,
    )


def _advice(one: Advice) -> list[Content]:
    lines = [line((f"{one.competency}   ", "bold"), (one.question, MUTED))]
    if one.level is not None:
        lines.append(
            line(
                "  " + tr("You gave {rating}. For {level}:", rating=one.rating, level=one.level) + " ",
                lit_runs(inline(one.anchor)),
            )
        )
    if one.over:
        lines.append(
            lit("  " + tr("It was {time} too long: say the result sooner.", time=clock_text(one.over)))
        )
    return lines
