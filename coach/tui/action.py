"""Something a key does: the entry of the registry in :mod:`coach.tui.actions`."""

from dataclasses import dataclass

from coach.locale import mark


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does. ``id`` is ``<where>.<name>``; people rebind it by that id.

    ``keys`` are alternatives. Keys that print a character work outside text fields only, so every
    action that is wanted while typing has another one as well. ``title`` and ``help`` are marked, and
    translated where they are shown.
    """

    id: str
    keys: str
    title: str
    help: str
    show: bool = True

    @property
    def where(self) -> str:
        """The screen on which it works, or ``everywhere``."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """The Textual action that is run."""
        return self.id.partition(".")[2]


def scrolling(where: str) -> tuple[Action, Action]:
    """Give the actions that scroll a screen by a line."""
    return (
        Action(f"{where}.scroll(-1)", "up,k", mark("up"), mark("Scroll up."), show=False),
        Action(f"{where}.scroll(1)", "down,j", mark("down"), mark("Scroll down."), show=False),
    )
