"""The keys of a map."""

from textual.binding import Binding, BindingType

from coach.locale import mark
from coach.surface.keys import numbers

from ..spec import NAME, Role

KEYS: list[BindingType] = [
    *numbers("say", mark("say"), mark("Say what is marked by its number."), last=len(Role)),
    Binding("space", "tick", mark("tick"), tooltip=mark("Tick what the map lacks."), id=f"{NAME}.tick"),
    Binding(
        "d",
        "show('dossier')",
        mark("dossier"),
        tooltip=mark("Show or fold the dossier."),
        id=f"{NAME}.dossier",
    ),
    Binding(
        "g", "show('map')", mark("map"), tooltip=mark("Show or fold the map drawn so far."), id=f"{NAME}.map"
    ),
    Binding("enter", "answer", mark("answer"), tooltip=mark("Hand the map in."), id=f"{NAME}.answer"),
    Binding(
        "enter", "show('people')", mark("people"), tooltip=mark("Go back to the people."), id=f"{NAME}.people"
    ),
    Binding(
        "up,k", "move(-1)", mark("who"), key_display="↑↓", tooltip=mark("Go to the person above or below.")
    ),
    Binding("down,j", "move(1)", mark("who"), show=False, tooltip=mark("Go to the person below.")),
    Binding("tab,right", "turn(1)", mark("aspect"), show=False, tooltip=mark("Mark the next thing to say.")),
    Binding("shift+tab,left", "turn(-1)", mark("aspect"), show=False, tooltip=mark("Mark the thing before.")),
    Binding("backspace", "clear", mark("clear"), show=False, tooltip=mark("Take back what is marked.")),
]
