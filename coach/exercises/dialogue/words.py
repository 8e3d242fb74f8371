"""What a conversation says about itself, the same on the screen, line by line and on paper."""

from collections.abc import Iterable
from difflib import get_close_matches
from math import ceil

from coach.core.dialogue.engine import Change
from coach.core.dialogue.plot import Plot
from coach.core.dialogue.situation import Situation

from .spec import Spec

MOST_LISTED = 12
"""So many names are listed where one is unknown."""

HIGHEST_TRUST = 99


def listed(names: Iterable[str]) -> str:
    """Join names, but not endlessly."""
    known = tuple(names)
    return ", ".join(known[:MOST_LISTED]) + (", …" if len(known) > MOST_LISTED else "")


def did_you_mean(name: str, choice: Iterable[str]) -> str:
    """Guess what was meant by a misspelt name, or list what there is."""
    there = tuple(choice)
    if near := get_close_matches(name, there, n=1):
        return f"did you mean {near[0]!r}?"
    return f"known here: {listed(there)}" if there else "there is none yet"


def who(spec: Spec) -> str:
    """Introduce the persona in one line."""
    return f"{spec.persona.name}, {spec.persona.role} ({spec.persona.style})"


def rules(spec: Spec) -> str:
    """Say by what the conversation is judged as a whole."""
    won = " or ".join(f"“{ending.title}”" for ending in spec.endings if ending.won)
    total = sum(objective.cap for objective in spec.objectives)
    needed = ceil(round(spec.pass_mark * total, 6))
    return (
        f"You pass with {needed} of {total} points, if it ends with {won}. Points beyond a goal's cap do not "
        "count. It ends when patience is at 0."
    )


def goals(spec: Spec) -> list[str]:
    """Give each objective with its cap and its reason."""
    return [f"{one.title}, up to {one.cap} points: {one.why}" for one in spec.objectives]


def meters(situation: Situation) -> str:
    """Give trust and patience as numbers."""
    return f"trust {situation.trust} of {HIGHEST_TRUST}, patience {situation.patience}"


def signed(number: int) -> str:
    """Write a change with its sign; a minus is a minus and no hyphen."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "±0"


def effect(change: Change) -> str:
    """Say what a turn changed in trust and patience; nothing if nothing did."""
    parts = [("trust", change.trust), ("patience", change.patience)]
    return ", ".join(f"{name} {signed(by)}" for name, by in parts if by)


def learnt(plot: Plot, change: Change) -> tuple[str, ...]:
    """Give the facts that a turn brought out."""
    return tuple(plot.cast.facts[name].text for name in change.disclosed)


def percent(share: float) -> str:
    """Write a share as it is said."""
    return f"{share * 100:.0f} %"
