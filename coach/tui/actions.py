"""The one registry of what can be done: it feeds bindings, key line, palette, help and ``coach keys``."""

from textual.binding import Binding

from coach.tui.action import Action
from coach.tui.actions_hire import HIRING
from coach.tui.actions_train import TRAINING

ACTIONS: tuple[Action, ...] = (*TRAINING, *HIRING)


def bindings(where: str) -> list[Binding]:
    """Return the bindings of a screen; their words are translated where they are shown."""
    return [
        Binding(action.keys, action.name, action.title, show=action.show, id=action.id, tooltip=action.help)
        for action in ACTIONS
        if action.where == where
    ]
