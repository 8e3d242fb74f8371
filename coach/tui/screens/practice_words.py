"""What the screens of mock interviews say."""

from enum import StrEnum

from textual.content import Content

from coach.core.bank import HIGHEST
from coach.core.prose import inline
from coach.core.rehearsal import THINKING, Advice, Given, Prepared, clock_text, took
from coach.core.sample import Sample
from coach.services.practice import PracticeChoice, PracticeRun
from coach.surface.lit import line, lit, lit_runs
from coach.tui.widgets.rows import fit

HEADING = "bold $text-primary"
MUTED = "$text-muted"
GO_ON, ALL = "on", "all"
"""What is chosen besides a number of questions."""

FEW = (1, 3)
"""Lengths of a short practice, in questions."""

ABOUT = (
    "A mock interview for you alone: the questions and anchors of a kit, answered aloud or typed against the "
    "clock. You rate yourself, then see model answers. Nothing of it is mixed with real interviews."
)
HOW_LONG = "A short practice takes other questions every time."
NO_KITS = "There are no kits yet. coach new kit NAME makes one."
NO_MODEL = "There is no model answer to this question yet; anchors 4 and 5 say what one holds."
NOTHING_NEXT = "Every answer was good and in time by your own rating. Ask somebody else to listen."
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
    Stage.READY: "Enter starts the clock, then answer. t gives you a minute to think first.",
    Stage.THINKING: "Think. Enter starts the clock for your answer.",
    Stage.ANSWERING: "Speak aloud, or type what you would say. ^s or f2 when you are done.",
    Stage.RATING: "Which of these did you say or do in full? A number rates you, enter saves it.",
    Stage.MODELS: "",
}


def row(one: PracticeChoice, width: int) -> Content:
    """Lay a kit out for a list: its length, and how far one is with it."""
    if one.trouble:
        return line("  ", fit(one.title, 24), ("cannot be used: ", "$text-warning"), one.trouble)
    count = f"{one.questions} questions, {one.minutes:g} min"
    if width < ROOMY:
        return line("  ", fit(one.title, width - 24), count)
    done = f"{one.open.rated} of {len(one.open.questions)} done" if one.open else ""
    times = f"practised {one.runs} time{'' if one.runs == 1 else 's'}" if one.runs else ""
    return line("  ", fit(one.title, min(44, width - 44)), fit(count, 24), (done or times, MUTED))


def lengths(one: PracticeChoice) -> tuple[tuple[str, str], ...]:
    """Offer to go on, all questions, or a few."""
    on: tuple[tuple[str, str], ...] = ()
    if one.open is not None:
        left = len(one.open.questions) - one.open.rated
        on = ((GO_ON, f"Go on with practice {one.open.number}: {left} of {len(one.open.questions)} left"),)
    few = [number for number in FEW if number < one.questions]
    return (
        *on,
        (ALL, f"All {one.questions} questions, {one.minutes:g} minutes of answers"),
        *((str(number), f"{number} question{'' if number == 1 else 's'}") for number in few),
    )


def place(run: PracticeRun, index: int) -> Content:
    """Say which question it is."""
    return lit(f"question {index + 1} of {run.total}")


def left(seconds: int, budget: int) -> str:
    """Say how much of the time is left, or by how much it is over."""
    if seconds <= budget:
        return f"{clock_text(budget - seconds)} left of {clock_text(budget)}"
    return f"{clock_text(seconds - budget)} over {clock_text(budget)}"


def thinking(seconds: int) -> str:
    """Say how much of the time to think is left."""
    if seconds < THINKING:
        return f"{clock_text(THINKING - seconds)} left to think"
    return "The minute is over; a real interviewer waits a little longer."


def said(given: Given) -> Content:
    """Show the answer again, with its time, while one rates it."""
    lines = [line(("Your answer   ", HEADING), took(given))]
    if given.text:
        lines.append(lit(given.text))
    return Content("\n").join(lines)


def model(sample: Sample) -> Content:
    """Show a model answer and why it is one."""
    return Content("\n").join(
        [
            line(("A model answer", HEADING), (f"   made up, rated {sample.rating} by experts", MUTED)),
            lit(sample.text),
            line((f"Why {sample.rating}  ", "bold"), (sample.rationale, MUTED)),
        ]
    )


def summary(run: PracticeRun) -> Content:
    """Sum a run up by competency, and say what to prepare next."""
    lines = [line(("By competency", HEADING), ("   your own rating, and the time", MUTED))]
    lines += [_prepared(one) for one in run.summed_up()]
    found = run.advice()
    lines += [Content(""), lit("Prepare next", HEADING)]
    for one in found:
        lines += _advice(one)
    if not found:
        lines.append(lit(NOTHING_NEXT))
    return Content("\n").join(lines)


def _prepared(one: Prepared) -> Content:
    time = f"{clock_text(one.seconds)} of {clock_text(one.budget)}"
    late = ("   too long", "$text-warning") if one.seconds > one.budget else ("", "")
    return line("  ", fit(one.title, 26), (f"{one.rating:g} of {HIGHEST}   ", "bold"), time, late)


def _advice(one: Advice) -> list[Content]:
    lines = [line((f"{one.competency}   ", "bold"), (one.question, MUTED))]
    if one.level is not None:
        lines.append(line(f"  You gave {one.rating}. For {one.level}: ", lit_runs(inline(one.anchor))))
    if one.over:
        lines.append(lit(f"  It was {clock_text(one.over)} too long: say the result sooner."))
    return lines
