"""What a conversation says about itself, the same on the screen, line by line and on paper."""

from collections.abc import Iterable
from difflib import get_close_matches
from math import ceil

from coach.core.dialogue.engine import Change
from coach.core.dialogue.plot import Plot
from coach.core.dialogue.script import Style
from coach.core.dialogue.situation import Situation
from coach.locale import mark, tr, trn

from .spec import Spec

MOST_LISTED = 12
"""So many names are listed where one is unknown."""

HIGHEST_TRUST = 99

STYLES: dict[Style, str] = {
    "driver": mark("driver"),
    "analytical": mark("analytical"),
    "amiable": mark("amiable"),
    "expressive": mark("expressive"),
}
"""The styles of personas, as words to show."""


def listed(names: Iterable[str]) -> str:
    """Join names, but not endlessly."""
    known = tuple(names)
    return ", ".join(known[:MOST_LISTED]) + (", …" if len(known) > MOST_LISTED else "")


def did_you_mean(name: str, choice: Iterable[str]) -> str:
    """Guess what was meant by a misspelt name, or list what there is."""
    there = tuple(choice)
    if near := get_close_matches(name, there, n=1):
        return tr("did you mean {name!r}?", name=near[0])
    return tr("known here: {names}", names=listed(there)) if there else tr("there is none yet")


def who(spec: Spec) -> str:
    """Introduce the persona in one line."""
    return f"{spec.persona.name}, {spec.persona.role} ({tr(STYLES[spec.persona.style])})"


def rules(spec: Spec) -> str:
    """Say by what the conversation is judged as a whole."""
    won = tr(" or ").join(tr("“{title}”", title=ending.title) for ending in spec.endings if ending.won)
    total = sum(objective.cap for objective in spec.objectives)
    needed = ceil(round(spec.pass_mark * total, 6))
    return tr(
        "You pass with {needed} of {total} points, if it ends with {won}. Points beyond a goal's cap do not "
        "count. It ends when patience is at 0.",
        needed=needed,
        total=total,
        won=won,
    )


def goals(spec: Spec) -> list[str]:
    """Give each objective with its cap and its reason."""
    return [
        trn(
            "{title}, up to {n} point: {why}",
            "{title}, up to {n} points: {why}",
            one.cap,
            title=one.title,
            why=one.why,
        )
        for one in spec.objectives
    ]


def meters(situation: Situation) -> str:
    """Give trust and patience as numbers."""
    return tr(
        "trust {trust} of {highest}, patience {patience}",
        trust=situation.trust,
        highest=HIGHEST_TRUST,
        patience=situation.patience,
    )


def signed(number: int) -> str:
    """Write a change with its sign; a minus is a minus and no hyphen."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "±0"


def effect(change: Change) -> str:
    """Say what a turn changed in trust and patience; nothing if nothing did."""
    parts = []
    if change.trust:
        parts.append(tr("trust {change}", change=signed(change.trust)))
    if change.patience:
        parts.append(tr("patience {change}", change=signed(change.patience)))
    return ", ".join(parts)


def learnt(plot: Plot, change: Change) -> tuple[str, ...]:
    """Give the facts that a turn brought out."""
    return tuple(plot.cast.facts[name].text for name in change.disclosed)


def percent(share: float) -> str:
    """Write a share as it is said."""
    return f"{share * 100:.0f} %"
