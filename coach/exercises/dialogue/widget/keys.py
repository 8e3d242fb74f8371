"""The keys of a conversation."""

from textual.binding import Binding, BindingType

from coach.surface.keys import numbers

from ..spec import NAME

KEYS: list[BindingType] = [
    *numbers("say", "say", "Say what has this number."),
    Binding("enter", "begin", "begin", tooltip="Begin the conversation.", id=f"{NAME}.begin"),
    Binding("enter", "say_current", "say", show=False, tooltip="Say what the pointer is on."),
    Binding("up,k", "move(-1)", "up", show=False, tooltip="Go up: the options, or the text."),
    Binding("down,j", "move(1)", "down", show=False, tooltip="Go down: the options, or the text."),
    Binding("pageup", "page(-1)", "page up", show=False, tooltip="Scroll the text up."),
    Binding("pagedown", "page(1)", "page down", show=False, tooltip="Scroll the text down."),
    Binding("g", "show('goals')", "goals", tooltip="See what counts, and the points.", id=f"{NAME}.goals"),
    Binding(
        "t",
        "show('transcript')",
        "transcript",
        tooltip="See all that was said, at full height.",
        id=f"{NAME}.transcript",
    ),
    Binding("escape", "back", "back", tooltip="Go back to where you were.", id=f"{NAME}.back"),
    Binding(
        "u",
        "take_back",
        "take back",
        tooltip="Take the last turn back; then it counts as a second run.",
        id=f"{NAME}.take-back",
    ),
    Binding(
        "w",
        "rewind",
        "rewind",
        tooltip="Go back to the turn that cost most, as another run.",
        id=f"{NAME}.rewind",
    ),
]
