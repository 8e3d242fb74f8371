"""What takes the space on the screen, and what to do there."""

from enum import StrEnum

from coach.core.dialogue.run import Regret


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
            return "Read what counts; the arrows scroll, enter begins."
        case View.GOALS | View.TRANSCRIPT:
            key = "g" if view is View.GOALS else "t"
            return f"{key} goes back{' to the talk' if answering else ''}; the arrows scroll."
        case View.DEBRIEF if worst is not None:
            return f"w goes back to turn {worst.turn} as another run; t shows what was said."
        case View.DEBRIEF:
            return "t shows what was said."
        case _:
            return "" if begun else "Press the number of what you want to say."
