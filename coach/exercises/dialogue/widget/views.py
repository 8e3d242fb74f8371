"""What takes the space on the screen, and what to do there."""

from enum import StrEnum

from coach.core.dialogue.run import Regret
from coach.locale import tr


class View(StrEnum):
    """What takes the space: each hides what the others show."""

    BRIEF = "brief"
    TALK = "talk"
    GOALS = "goals"
    TRANSCRIPT = "transcript"
    DEBRIEF = "debrief"


def what_next(view: View, *, answering: bool, begun: bool, worst: Regret | None) -> str:
    """Say what to do now; nothing where it is plain. ``worst`` is the turn that one can rewind to."""
    match view:
        case View.BRIEF:
            return tr("Read what counts; the arrows scroll, enter begins.")
        case View.GOALS | View.TRANSCRIPT:
            key = "g" if view is View.GOALS else "t"
            if answering:
                return tr("{key} goes back to the talk; the arrows scroll.", key=key)
            return tr("{key} goes back; the arrows scroll.", key=key)
        case View.DEBRIEF if worst is not None:
            return tr("w goes back to turn {turn} as another run; t shows what was said.", turn=worst.turn)
        case View.DEBRIEF:
            return tr("t shows what was said.")
        case _:
            return "" if begun else tr("Press the number of what you want to say.")
