"""The keys of a forecast."""

from textual.binding import Binding, BindingType

from coach.locale import mark
from coach.surface.keys import numbers

from ..spec import NAME, Category

KEYS: list[BindingType] = [
    Binding(
        "0", "digit(0)", mark("percent"), key_display="0-9", tooltip=mark("Type the probability in percent.")
    ),
    *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(1, 10)),
    *numbers("put", mark("category"), mark("Put the deal into this category."), last=len(Category)),
    Binding("enter", "answer", mark("answer"), tooltip=mark("Hand the forecast in."), id=f"{NAME}.answer"),
    Binding(
        "up,k", "move(-1)", mark("deal"), key_display="↑↓", tooltip=mark("Go to the deal above or below.")
    ),
    Binding("down,j", "move(1)", mark("next deal"), show=False, tooltip=mark("Go to the deal below.")),
    Binding(
        "left,minus",
        "change(-1)",
        mark("less, more"),
        key_display="←→",
        tooltip=mark("Change by 5 percent points."),
    ),
    Binding("right,plus", "change(1)", mark("more"), show=False, tooltip=mark("Add 5 percent points.")),
    Binding(
        "backspace",
        "take_back",
        mark("take back"),
        tooltip=mark("Take the forecast back."),
        id=f"{NAME}.back",
    ),
]
