"""What plain mode says about a session: where one is, how an answer was judged, how the session ended."""

from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import minutes
from coach.core.outcome import Check, Outcome

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
    (".h", "a hint"),
    (".v", "the solution, after a try of your own"),
    (".s", "skip this step, it stays open"),
    (".b", "back to the step before"),
    (".r", "do this step again from the start"),
    (".m", "set a bookmark on this step, or take it away"),
    (".o", "your note on this step; .o and a text writes it, .o - takes it away"),
    (".q", "quit; everything is saved"),
    (".?", "this list"),
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
"""Commands in full; of each the first two letters are enough."""

HOW = (
    f"They may be written out, too: {', '.join(f'.{word}' for word in WRITTEN_OUT)}. Enter alone goes on, or "
    "repeats an open question. Everything that is not one of these commands is an answer; for an answer "
    "that looks like one, type two dots in front."
)


def command_meant(name: str) -> str:
    """Return the sign of the command that a word after a dot means; empty if it means none."""
    if name in WRITTEN_OUT.values():
        return name
    if len(name) == 1:
        return ""
    return next((sign for word, sign in WRITTEN_OUT.items() if word.startswith(name)), "")


def commands(talk: "Dialogue") -> None:
    """List the commands."""
    for keys, meaning in COMMANDS:
        talk.listed(keys, meaning)
    talk.say(HOW)


def heading(run: "Run", index: int) -> str:
    """Name the step with its number in the session, and its lesson."""
    lesson, step = run.steps[index]
    number = f"Step {index + 1} of {len(run.steps)}"
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
        talk.say("Bookmarked.")
    if keep.note(place):
        talk.say("You have a note here; .o tells it." if asking else f"Your note: {keep.note(place)}")


def bookmark(talk: "Dialogue", keep: "KeepService", place: "Place") -> None:
    """Set a bookmark, or take it away."""
    keep.mark(place, on=not keep.bookmarked(place))
    talk.say("Bookmarked." if keep.bookmarked(place) else "The bookmark is gone.")


def note(talk: "Dialogue", keep: "KeepService", place: "Place", text: str) -> None:
    """Tell the note on a step, or write one in its place."""
    if text:
        keep.write(place, "" if text == NO_NOTE else text)
    found = keep.note(place)
    talk.say(f"Your note: {found}" if found else "There is no note here. .o and a text writes one.")


def hints_left(run: "Run", index: int) -> int:
    """Count the hints a step still has."""
    return len(run.steps[index][1].hints) - len(run.hints(index))


def try_again(run: "Run", index: int) -> str:
    """Say what can be done after an answer that is not right."""
    left = hints_left(run, index)
    hint = f", .h for a hint ({left} left)" if left else ""
    return f"Try again{hint}, or .v for the solution."


def verdict(talk: "Dialogue", outcome: Outcome, *, solved: bool) -> None:
    """Say how an answer was judged, then each check that may be told now, with its why."""
    percent = round(100 * outcome.score)
    share = f" {percent} % of it is right." if 0 < percent < WHOLE else ""
    if outcome.right:
        talk.say(f"Passed.{share}" if share else "Right.")
    else:
        talk.say(f"Not yet.{share}")
    if outcome.remark:
        talk.say(outcome.remark)
    for check in outcome.told(solved=solved):
        talk.say(_judged(check))
        talk.say(check.why, indent=INDENT)


def solution(talk: "Dialogue", said: str, outcome: Outcome) -> None:
    """Give the solution, and the why of everything in it."""
    talk.say(f"The solution: {said}")
    for check in outcome.told(solved=True):
        talk.say(f"About {_about(check)}:")
        talk.say(check.why, indent=INDENT)


def _judged(check: Check) -> str:
    """Say what was right or wrong; what has no weight, or is the solution that was missed, is explained."""
    if not check.weight or (check.spoils and not check.passed):
        return f"About {_about(check)}:"
    return f"You had {_about(check)} {'right' if check.passed else 'wrong'}:"


def _about(check: Check) -> str:
    return f"“{check.label}”" if check.label else "this"


def ending(talk: "Dialogue", run: "Run") -> None:
    """Sum a session up and name what is still open."""
    total = len(run.steps)
    exercises = [index for index in range(total) if run.kind(index) is not None]
    unaided = sum((found := run.progress(index)) is not None and found.unaided for index in exercises)
    still_open = [index for index in range(total) if not run.standing(index).finished]
    talk.say(f"{run.title}: the end of the session")
    talk.say(
        f"{total - len(still_open)} of {total} steps finished; "
        f"{unaided} of {len(exercises)} exercises right at the first try and without a hint."
    )
    for index in still_open:
        talk.listed("-", f"still open: step {index + 1}, {step_title(run, index)}")


def command_for(run: "SessionRun") -> str:
    """Give the command that comes back to this session."""
    return f"coach train run {run.module.id}/{run.session.id} --plain"
