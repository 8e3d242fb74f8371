"""The keys of a search."""

from textual.binding import Binding, BindingType

from coach.locale import mark
from coach.surface.keys import numbers

from ..spec import NAME

KEYS: list[BindingType] = [
    Binding(
        "space", "choose", mark("choose"), tooltip=mark("Choose the value, or not."), id=f"{NAME}.choose"
    ),
    Binding(
        "x", "exclude", mark("exclude"), tooltip=mark("Exclude the value, or not."), id=f"{NAME}.exclude"
    ),
    Binding("enter", "answer", mark("answer"), tooltip=mark("Hand the search in."), id=f"{NAME}.answer"),
    Binding(
        "up,k",
        "move(-1)",
        mark("move"),
        key_display="↑↓",
        tooltip=mark("Go to the value above or below."),
    ),
    Binding("down,j", "move(1)", mark("down"), show=False, tooltip=mark("Go to the value below.")),
    Binding(
        "left",
        "field(-1)",
        mark("field"),
        key_display="←→",
        tooltip=mark("Go to the field before or after."),
    ),
    Binding("right", "field(1)", mark("next field"), show=False, tooltip=mark("Go to the field after.")),
    *numbers(
        "choose_number",
        mark("value"),
        mark("Choose the value with this number in the current field, or not."),
    ),
    Binding(
        "pagedown",
        "page(1)",
        mark("list"),
        key_display="pgdn",
        tooltip=mark("Scroll the list down or up."),
    ),
    Binding("pageup", "page(-1)", mark("list up"), show=False, tooltip=mark("Scroll the list up.")),
    Binding(
        "backspace",
        "clear",
        mark("clear"),
        tooltip=mark("Take the filters on the field away."),
        id=f"{NAME}.clear",
    ),
]
