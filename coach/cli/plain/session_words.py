"""What plain mode says about a session: where one is, how an answer was judged, how the session ended."""

from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import minutes
from coach.cli.plain.typed import sign, spoken
from coach.core.outcome import Check, Outcome
from coach.locale import mark, tr

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.core.events import Place
    from coach.services.keep import KeepService
    from coach.services.run import Run
    from coach.services.session_run import SessionRun

INDENT = "    "
WHOLE = 100
"""Percent of an answer in which nothing is missing."""
COMMANDS = (
    (".h", mark("a hint")),
    (".v", mark("the solution, after a try of your own")),
    (".s", mark("skip this step, it stays open")),
    (".b", mark("back to the step before")),
    (".r", mark("do this step again from the start")),
    (".m", mark("set a bookmark on this step, or take it away")),
    (".o", mark("your note on this step; .o and a text writes it, .o - takes it away")),
    (".q", mark("quit; everything is saved")),
    (".?", mark("this list")),
)
WRITTEN_OUT = {
    "hint": "h",
    "solution": "v",
    "skip": "s",
    "back": "b",
    "again": "r",
    "mark": "m",
    "own": "o",
    "quit": "q",
    "help": "?",
}
"""Commands in full; of each the first two letters are enough, in other languages three."""

HOW = mark(
    "They may be written out, too: {words}. Enter alone goes on, or repeats an open question. Everything "
    "that is not one of these commands is an answer; for an answer that looks like one, type two dots in "
    "front."
)


def command_meant(name: str) -> str:
    """Return the sign of the command that a word after a dot means; empty if it means none."""
    if name in WRITTEN_OUT.values():
        return name
    if len(name) == 1:
        return ""
    found = next((meaning for word, meaning in WRITTEN_OUT.items() if word.startswith(name)), "")
    return found or sign(name, WRITTEN_OUT)


def commands(talk: "Dialogue") -> None:
    """List the commands."""
    for keys, meaning in COMMANDS:
        talk.listed(keys, tr(meaning))
    talk.say(tr(HOW, words=", ".join(f".{spoken(word)}" for word in WRITTEN_OUT)))


def heading(run: "Run", index: int) -> str:
    """Name the step with its number in the session, and its lesson."""
    lesson, step = run.steps[index]
    number = tr("Step {number} of {total}", number=index + 1, total=len(run.steps))
    return f"{number} · {lesson.title} · {step_title(run, index)} ({minutes(step.minutes)})"


def step_title(run: "Run", index: int) -> str:
    """Name a step by its own title, or by its lesson's."""
    lesson, step = run.steps[index]
    return step.title or lesson.title


NOTE, NO_NOTE = "o", "-"
"""The command for notes, and what stands behind it to take a note away."""


def kept(talk: "Dialogue", keep: "KeepService", place: "Place", *, asking: bool) -> None:
    """Tell of a bookmark and of a note; a note is not read out while the step is asked."""
    if keep.bookmarked(place):
        talk.say(tr("Bookmarked."))
    if keep.note(place):
        talk.say(
            tr("You have a note here; .o tells it.")
            if asking
            else tr("Your note: {note}", note=keep.note(place))
        )


def bookmark(talk: "Dialogue", keep: "KeepService", place: "Place") -> None:
    """Set a bookmark, or take it away."""
    keep.mark(place, on=not keep.bookmarked(place))
    talk.say(tr("Bookmarked.") if keep.bookmarked(place) else tr("The bookmark is gone."))


def note(talk: "Dialogue", keep: "KeepService", place: "Place", text: str) -> None:
    """Tell the note on a step, or write one in its place."""
    if text:
        keep.write(place, "" if text == NO_NOTE else text)
    found = keep.note(place)
    talk.say(
        tr("Your note: {note}", note=found)
        if found
        else tr("There is no note here. .o and a text writes one.")
    )


def hints_left(run: "Run", index: int) -> int:
    """Count the hints a step still has."""
    return len(run.steps[index][1].hints) - len(run.hints(index))


def try_again(run: "Run", index: int) -> str:
    """Say what can be done after an answer that is not right."""
    left = hints_left(run, index)
    if left:
        return tr("Try again, .h for a hint ({left} left), or .v for the solution.", left=left)
    return tr("Try again, or .v for the solution.")


def verdict(talk: "Dialogue", outcome: Outcome, *, solved: bool) -> None:
    """Say how an answer was judged, then each check that may be told now, with its why."""
    percent = round(100 * outcome.score)
    in_part = 0 < percent < WHOLE
    if outcome.right:
        talk.say(tr("Passed. {percent} % of it is right.", percent=percent) if in_part else tr("Right."))
    else:
        talk.say(tr("Not yet. {percent} % of it is right.", percent=percent) if in_part else tr("Not yet."))
    if outcome.remark:
        talk.say(outcome.remark)
    for check in outcome.told(solved=solved):
        talk.say(_judged(check))
        talk.say(check.why, indent=INDENT)


def solution(talk: "Dialogue", said: str, outcome: Outcome) -> None:
    """Give the solution, and the why of everything in it."""
    talk.say(tr("The solution: {said}", said=said))
    for check in outcome.told(solved=True):
        talk.say(_about(check))
        talk.say(check.why, indent=INDENT)


def _judged(check: Check) -> str:
    """Say what was right or wrong; what has no weight, or is the solution that was missed, is explained."""
    if not check.weight or (check.spoils and not check.passed):
        return _about(check)
    if check.passed:
        return tr("You had “{label}” right:", label=check.label) if check.label else tr("You had this right:")
    return tr("You had “{label}” wrong:", label=check.label) if check.label else tr("You had this wrong:")


def _about(check: Check) -> str:
    return tr("About “{label}”:", label=check.label) if check.label else tr("About this:")


def ending(talk: "Dialogue", run: "Run") -> None:
    """Sum a session up and name what is still open."""
    total = len(run.steps)
    exercises = [index for index in range(total) if run.kind(index) is not None]
    unaided = sum((found := run.progress(index)) is not None and found.unaided for index in exercises)
    still_open = [index for index in range(total) if not run.standing(index).finished]
    talk.say(tr("{title}: the end of the session", title=run.title))
    talk.say(
        tr(
            "{finished} of {total} steps finished; {unaided} of {exercises} exercises right at the "
            "first try and without a hint.",
            finished=total - len(still_open),
            total=total,
            unaided=unaided,
            exercises=len(exercises),
        )
    )
    for index in still_open:
        title = step_title(run, index)
        talk.listed("-", tr("still open: step {number}, {title}", number=index + 1, title=title))


def command_for(run: "SessionRun") -> str:
    """Give the command that comes back to this session."""
    return f"coach train run {run.module.id}/{run.session.id} --plain"
