"""The keys of a conversation."""

from textual.binding import Binding, BindingType

from coach.locale import mark
from coach.surface.keys import numbers

from ..spec import NAME

KEYS: list[BindingType] = [
    *numbers("say", mark("say"), mark("Say what has this number.")),
    Binding("enter", "begin", mark("begin"), tooltip=mark("Begin the conversation."), id=f"{NAME}.begin"),
    Binding("enter", "say_current", mark("say"), show=False, tooltip=mark("Say what the pointer is on.")),
    Binding("up,k", "move(-1)", mark("up"), show=False, tooltip=mark("Go up: the options, or the text.")),
    Binding(
        "down,j", "move(1)", mark("down"), show=False, tooltip=mark("Go down: the options, or the text.")
    ),
    Binding("pageup", "page(-1)", mark("page up"), show=False, tooltip=mark("Scroll the text up.")),
    Binding("pagedown", "page(1)", mark("page down"), show=False, tooltip=mark("Scroll the text down.")),
    Binding(
        "g",
        "show('goals')",
        mark("goals"),
        tooltip=mark("See what counts, and the points."),
        id=f"{NAME}.goals",
    ),
    Binding(
        "t",
        "show('transcript')",
        mark("transcript"),
        tooltip=mark("See all that was said, at full height."),
        id=f"{NAME}.transcript",
    ),
    Binding("escape", "back", mark("back"), tooltip=mark("Go back to where you were."), id=f"{NAME}.back"),
    Binding(
        "u",
        "take_back",
        mark("take back"),
        tooltip=mark("Take the last turn back; then it counts as a second run."),
        id=f"{NAME}.take-back",
    ),
    Binding(
        "w",
        "rewind",
        mark("rewind"),
        tooltip=mark("Go back to the turn that cost most, as another run."),
        id=f"{NAME}.rewind",
    ),
]
