"""What the step screen says around a step: place, progress, verdicts, the end of a session."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from coach.core.curriculum import Lesson, Practice, Step
from coach.core.outcome import Outcome
from coach.core.training import Standing
from coach.surface.lit import line, lit

if TYPE_CHECKING:
    from coach.services.run import Run

MARKS = 12
"""Length of the progress bar."""
WHOLE = 100
"""Percent of an answer in which nothing is missing."""


def place(run: "Run", index: int, *, wide: bool) -> Content:
    """Name where the step stands, in more words where there is room."""
    whole, *parts = run.trail(index, wide=wide)
    return line((whole, "bold"), *(f" › {part}" for part in parts))


def progress(run: "Run", index: int, *, wide: bool) -> Content:
    """Show how much of the session is finished, drawn where there is room, and the hints that are left."""
    total = len(run.steps)
    done = sum(run.standing(number).finished for number in range(total))
    full = round(MARKS * done / total) if total else 0
    left = hints_left(run, index)
    hints = f"   {left} hint{'s' if left != 1 else ''}" if left else ""
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
        lines.append(lit("◆ Bookmarked", "$text-primary"))
    if note and asking:
        waits = "You have a note on this step. It is shown after your answer; f8 opens it now."
        lines.append(lit(waits, "$text-muted"))
    elif note:
        lines.append(line(("Your note  ", "bold $text-primary"), note))
    return Content("\n").join(lines)


def sources(step: Step) -> list[Content]:
    """Name where a step's facts come from."""
    return [
        lit(f"Source: {source.title} (as of {source.as_of:%d %b %Y})", "$text-muted")
        for source in step.sources
    ]


def hint(number: int, text: str) -> Content:
    """Show a hint with its number."""
    return line((f"Hint {number}  ", "bold $text-accent"), text)


def enter_means(run: "Run", index: int) -> str:
    """Name what enter does now, once the end of a reading is in sight."""
    if index >= len(run.steps):
        return "home"
    step, standing = run.steps[index][1], run.standing(index)
    if standing is Standing.TRIED:
        return "try again"
    if isinstance(step, Practice) and not standing.finished:
        return "I have done this"
    return "next"


def verdict(standing: Standing, outcome: Outcome) -> Content:
    """Say how the answer stands, and what can be done now."""
    if standing is Standing.REVEALED:
        return line(("This is the solution.", "bold"), "  r does the step again from the start.")
    if outcome.again:
        share = f"{outcome.score:.0%}".replace("%", " %")
        goes = "⏎ goes on." if standing.finished else "⏎ try again."
        return line(("A second run, for practice.", "bold"), f"  {share} reached.  {goes}")
    percent = round(100 * outcome.score)
    share = f"  {percent} % of it is right." if 0 < percent < WHOLE else ""
    if outcome.right:
        return line((f"✓ {'Passed' if share else 'Right'}.", "bold $text-success"), share)
    return line(("✗ Not yet.", "bold $text-error"), share, "  ⏎ try again, or v for the solution.")


def ending(run: "Run") -> list[Static]:
    """Sum a session up."""
    total = len(run.steps)
    standings = [run.standing(index) for index in range(total)]
    exercises = [index for index in range(total) if run.kind(index) is not None]
    unaided = sum((found := run.progress(index)) is not None and found.unaided for index in exercises)
    open_ = [index for index, standing in enumerate(standings) if not standing.finished]
    lines = [
        line((f"{run.title}: the end of the session", "bold")),
        lit(
            f"{total - len(open_)} of {total} steps finished; {unaided} of {len(exercises)} exercises "
            "right at the first try and without a hint."
        ),
    ]
    if open_:
        titles = ", ".join(run.steps[index][1].title or run.steps[index][0].title for index in open_[:3])
        more = f" and {len(open_) - 3} more" if len(open_) > 3 else ""  # noqa: PLR2004
        lines.append(lit(f"Still open: {titles}{more}. Home brings you back to them."))
    else:
        lines.append(lit("Everything here is done. Home proposes what comes next."))
    return [Static(text, classes="ending") for text in lines]
