"""The keys of a pitch; at which stage each is offered is said in :mod:`coach.exercises.pitch.stages`."""

from textual.binding import Binding, BindingType

from coach.locale import mark

from ..spec import NAME

KEYS: list[BindingType] = [
    Binding(
        "space,enter",
        "start",
        mark("start"),
        tooltip=mark("Start the clock and speak."),
        id=f"{NAME}.start",
    ),
    Binding("space,enter", "stop", mark("stop"), tooltip=mark("Stop the clock."), id=f"{NAME}.stop"),
    Binding(
        "e",
        "type",
        mark("type the time"),
        tooltip=mark("Type the seconds that you spoke."),
        id=f"{NAME}.type",
    ),
    Binding(
        "1",
        "rater(1)",
        mark("who rates"),
        key_display="1-2",
        tooltip=mark("Say who rates: 1 you, 2 a colleague."),
    ),
    Binding("2", "rater(2)", show=False),
    Binding("enter", "on", mark("go on"), tooltip=mark("Go on to the next question."), id=f"{NAME}.on"),
    Binding("tab", "on", mark("go on"), show=False),
    Binding("enter", "answer", mark("answer"), tooltip=mark("Hand everything in."), id=f"{NAME}.answer"),
    Binding(
        "shift+tab",
        "back",
        mark("back"),
        tooltip=mark("Go back to the question before."),
        id=f"{NAME}.back",
    ),
]
