"""What the step screen says around a step: place, progress, verdicts, the end of a session."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from coach.core.curriculum import Lesson, Practice, Step
from coach.core.outcome import Outcome
from coach.core.training import Standing
from coach.locale import mark, tr, trn
from coach.surface.lit import line, lit
from coach.surface.spelling import long_day

if TYPE_CHECKING:
    from coach.services.run import Run

NAMED = 3
"""How many steps that are still open are named."""

NAME = 27
"""Letters of a module's name that leave room for the step on a narrow screen."""

MARKS = 12
"""Length of the progress bar."""
WHOLE = 100
"""Percent of an answer in which nothing is missing."""


def place(run: "Run", index: int, *, wide: bool) -> Content:
    """Name where the step stands, in more words where there is room."""
    whole, *parts = run.trail(index, wide=wide)
    named = whole if wide or len(whole) <= NAME else f"{whole[: NAME - 1].rstrip()}…"
    return line((named, "bold"), *(f" › {part}" for part in parts))


def progress(run: "Run", index: int, *, wide: bool) -> Content:
    """Show how much of the session is finished, drawn where there is room, and the hints that are left."""
    total = len(run.steps)
    done = sum(run.standing(number).finished for number in range(total))
    full = round(MARKS * done / total) if total else 0
    left = hints_left(run, index)
    hints = "   " + trn("{n} hint", "{n} hints", left) if left else ""
    if not wide:
        return line(f"{done}/{total}", hints)
    return line(("▰" * full, "$text-primary"), "▱" * (MARKS - full), f" {done}/{total}", hints)


def hints_left(run: "Run", index: int) -> int:
    """Return how many hints a step still has."""
    if index >= len(run.steps):
        return 0
    return len(run.steps[index][1].hints) - len(run.hints(index))


def heading(lesson: Lesson, step: Step) -> Content:
    """Name the lesson, then the step."""
    return line((f"{lesson.title}\n", "$text-muted"), (step.title or lesson.title, "bold"))


def kept(*, bookmarked: bool, note: str, asking: bool) -> Content:
    """Show that a step has a bookmark, and its note, or only that there is one while it is asked."""
    lines = []
    if bookmarked:
        lines.append(lit("◆ " + tr("Bookmarked"), "$text-primary"))
    if note and asking:
        waits = tr("You have a note on this step. It is shown after your answer; f8 opens it now.")
        lines.append(lit(waits, "$text-muted"))
    elif note:
        lines.append(line((tr("Your note") + "  ", "bold $text-primary"), note))
    return Content("\n").join(lines)


def sources(step: Step) -> list[Content]:
    """Name where a step's facts come from."""
    return [
        lit(
            tr("Source: {title} (as of {day})", title=source.title, day=long_day(source.as_of)),
            "$text-muted",
        )
        for source in step.sources
    ]


def hint(number: int, text: str) -> Content:
    """Show a hint with its number."""
    return line((tr("Hint {number}", number=number) + "  ", "bold $text-accent"), text)


def enter_means(run: "Run", index: int) -> str:
    """Name what enter does now, once the end of a reading is in sight; the line of keys translates it."""
    if index >= len(run.steps):
        return mark("home")
    step, standing = run.steps[index][1], run.standing(index)
    if standing is Standing.TRIED:
        return mark("try again")
    if isinstance(step, Practice) and not standing.finished:
        return mark("I have done this")
    return mark("next")


def verdict(standing: Standing, outcome: Outcome) -> Content:
    """Say how the answer stands, and what can be done now."""
    if standing is Standing.REVEALED:
        return line((tr("This is the solution."), "bold"), "  " + tr("r does the step again from the start."))
    if outcome.again:
        share = f"{outcome.score:.0%}".replace("%", " %")
        goes = tr("⏎ goes on.") if standing.finished else tr("⏎ try again.")
        return line(
            (tr("A second run, for practice."), "bold"),
            "  " + tr("{share} reached.", share=share) + f"  {goes}",
        )
    percent = round(100 * outcome.score)
    share = "  " + tr("{percent} % of it is right.", percent=percent) if 0 < percent < WHOLE else ""
    if outcome.right:
        return line((tr("✓ Passed.") if share else tr("✓ Right."), "bold $text-success"), share)
    return line(
        (tr("✗ Not yet."), "bold $text-error"), share, "  " + tr("⏎ try again, or v for the solution.")
    )


def ending(run: "Run") -> list[Static]:
    """Sum a session up."""
    total = len(run.steps)
    standings = [run.standing(index) for index in range(total)]
    exercises = [index for index in range(total) if run.kind(index) is not None]
    unaided = sum((found := run.progress(index)) is not None and found.unaided for index in exercises)
    open_ = [index for index, standing in enumerate(standings) if not standing.finished]
    lines = [
        line((tr("{title}: the end of the session", title=run.title), "bold")),
        lit(
            tr(
                "{done} of {total} steps finished; {unaided} of {exercises} exercises right at the "
                "first try and without a hint.",
                done=total - len(open_),
                total=total,
                unaided=unaided,
                exercises=len(exercises),
            )
        ),
    ]
    if open_:
        titles = ", ".join(run.steps[index][1].title or run.steps[index][0].title for index in open_[:NAMED])
        if (more := len(open_) - NAMED) > 0:
            titles = tr("{titles} and {count} more", titles=titles, count=more)
        lines.append(lit(tr("Still open: {titles}. Home brings you back to them.", titles=titles)))
    else:
        lines.append(lit(tr("Everything here is done. Home proposes what comes next.")))
    return [Static(text, classes="ending") for text in lines]
