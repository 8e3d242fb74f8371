"""The questions of a pitch in their order, and what the screen says at each."""

from enum import StrEnum

from coach.core import rating
from coach.core.rating import FOR_COMPARISON

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
    Stage.READY: "Prepare, then speak aloud",
    Stage.SPEAKING: "Speak",
    Stage.TYPING: TIME_ASKED,
    Stage.RATER: "Who says what was heard?",
    Stage.POINTS: "What was heard, in whatever words?",
    Stage.RUBRIC: "How was it?",
    Stage.NOTE: "A note for later, if you like",
}

HOW = {
    Stage.READY: "Space starts the clock. If you have a watch of your own, speak, press e and type the time.",
    Stage.SPEAKING: "Space stops the clock. Shift+tab begins again.",
    Stage.TYPING: "Enter goes on.",
    Stage.RATER: "Press 1 or 2. If it is a colleague, hand the keyboard over now.",
    Stage.POINTS: "Press the numbers of what was heard. Enter goes on, even if it was none.",
    Stage.RUBRIC: f"A number rates, enter goes on. {FOR_COMPARISON}",
    Stage.NOTE: "Enter hands everything in, with a note or without.",
}


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
        return "1  I rate myself.\n2  A colleague who listened rates."
    if stage is not Stage.READY:
        return ""
    again = ""
    if response.seconds is not None:
        again = f"\n\nSpoken: {time_told(response.seconds)}. Tab goes on with it."
    points = "\n".join(f"{number}  {point.text}" for number, point in enumerate(spec.points, 1))
    return f"To be said, in your own words:\n{points}{again}"


def remaining(spec: Spec, left: int) -> str:
    """Say in words how many seconds are left, or over."""
    if left > LAST:
        return f"{time_told(left)} left"
    if left > 0:
        return f"The last {LAST} seconds: {left} left. Come to the end."
    over = f"{time_told(-left)} over" if left else "The time is up"
    return f"{over}. Up to {time_told(bounds(spec)[1])} are in time."
