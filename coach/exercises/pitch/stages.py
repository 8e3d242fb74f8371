"""The questions of a pitch in their order, and what the screen says at each."""

from enum import StrEnum

from coach.core import rating
from coach.core.rating import FOR_COMPARISON
from coach.locale import mark, tr

from .spec import Response, Spec, bounds
from .words import TIME_ASKED, time_told

LAST = 10
"""The last seconds, which are announced."""


class Stage(StrEnum):
    """What is being done; the time is either taken by the clock or typed."""

    READY = "ready"
    SPEAKING = "speaking"
    TYPING = "typing"
    RATER = "rater"
    POINTS = "points"
    RUBRIC = "rubric"
    NOTE = "note"


BEFORE = {
    Stage.SPEAKING: Stage.READY,
    Stage.TYPING: Stage.READY,
    Stage.RATER: Stage.READY,
    Stage.POINTS: Stage.RATER,
    Stage.RUBRIC: Stage.POINTS,
    Stage.NOTE: Stage.RUBRIC,
}
"""Where one comes to by going back."""

AFTER = {
    Stage.READY: Stage.RATER,
    Stage.RATER: Stage.POINTS,
    Stage.POINTS: Stage.RUBRIC,
    Stage.RUBRIC: Stage.NOTE,
}
"""Where one comes to by going on."""

OFFERED = {
    "start": (Stage.READY,),
    "type": (Stage.READY,),
    "stop": (Stage.SPEAKING,),
    "rater": (Stage.RATER,),
    "answer": (Stage.NOTE,),
    "on": tuple(AFTER),
    "back": tuple(BEFORE),
}
"""At which stages a key's action is offered."""

TITLES = {
    Stage.READY: mark("Prepare, then speak aloud"),
    Stage.SPEAKING: mark("Speak"),
    Stage.TYPING: TIME_ASKED,
    Stage.RATER: mark("Who says what was heard?"),
    Stage.POINTS: mark("What was heard, in whatever words?"),
    Stage.RUBRIC: mark("How was it?"),
    Stage.NOTE: mark("A note for later, if you like"),
}

HOW = {
    Stage.READY: mark(
        "Space starts the clock. If you have a watch of your own, speak, press e and type the time."
    ),
    Stage.SPEAKING: mark("Space stops the clock. Shift+tab begins again."),
    Stage.TYPING: mark("Enter goes on."),
    Stage.RATER: mark("Press 1 or 2. If it is a colleague, hand the keyboard over now."),
    Stage.POINTS: mark("Press the numbers of what was heard. Enter goes on, even if it was none."),
    Stage.RUBRIC: mark("A number rates, enter goes on."),
    Stage.NOTE: mark("Enter hands everything in, with a note or without."),
}


def instruction(stage: Stage) -> str:
    """Say what to do at a stage; while rating also what it is for."""
    how = tr(HOW[stage])
    return " ".join([how, tr(FOR_COMPARISON)]) if stage is Stage.RUBRIC else how


def reached(spec: Spec, response: Response) -> Stage:
    """Return the first question that is not answered for certain; ticks may still change before ratings."""
    if response.seconds is None:
        return Stage.READY
    if response.rated_by is None:
        return Stage.RATER
    if not response.ratings:
        return Stage.POINTS
    return Stage.RUBRIC if rating.unrated(spec.rubric, response.ratings) else Stage.NOTE


def goes_on(stage: Stage, response: Response) -> bool:
    """Whether there is an answer at a stage with which to go on."""
    if stage is Stage.READY:
        return response.seconds is not None
    return stage is not Stage.RATER or response.rated_by is not None


def body(spec: Spec, stage: Stage, response: Response) -> str:
    """Give what is to be read at a stage: what must be said, or who can rate."""
    if stage is Stage.RATER:
        return "\n".join(["1  " + tr("I rate myself."), "2  " + tr("A colleague who listened rates.")])
    if stage is not Stage.READY:
        return ""
    lines = [tr("To be said, in your own words:")]
    lines += [f"{number}  {point.text}" for number, point in enumerate(spec.points, 1)]
    if response.seconds is not None:
        lines += ["", tr("Spoken: {time}. Tab goes on with it.", time=time_told(response.seconds))]
    return "\n".join(lines)


def remaining(spec: Spec, left: int) -> str:
    """Say in words how many seconds are left, or over."""
    if left > LAST:
        return tr("{time} left", time=time_told(left))
    if left > 0:
        return tr("The last {last} seconds: {left} left. Come to the end.", last=LAST, left=left)
    longest = time_told(bounds(spec)[1])
    if not left:
        return tr("The time is up. Up to {longest} are in time.", longest=longest)
    return tr("{time} over. Up to {longest} are in time.", time=time_told(-left), longest=longest)
