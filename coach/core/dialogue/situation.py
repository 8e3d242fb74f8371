"""Where a conversation stands, as far as it matters for what can still happen."""

from typing import Literal, TypeAlias

from coach.core.record import Record

Cause: TypeAlias = Literal["", "way", "condition", "patience", "turns", "stuck"]
"""Why it ended: a way led there, an ending's condition held, patience or turns were used up, or nothing was
left to say."""


class Situation(Record):
    """A small value that can be hashed: the same situation has the same future, whatever led there.

    Facts and options that were said are bits of a number, in the order of the cast. ``seen`` and ``chosen``
    count only what conditions look at, and no further than they can tell. ``turn`` is counted only if
    conditions look at it. ``stack`` holds where called scenes return to.
    """

    node: str
    trust: int
    patience: int
    points: tuple[int, ...]
    variables: tuple[int, ...] = ()
    disclosed: int = 0
    used: int = 0
    seen: tuple[int, ...] = ()
    chosen: tuple[int, ...] = ()
    stack: tuple[str, ...] = ()
    turn: int = 0
    ending: str = ""
    cause: Cause = ""


def fairmath(trust: int, change: int) -> int:
    """Add a percentage of the room that is left, or take one of what is there; the result is 1 to 99.

    So a gain counts less the higher one stands, and no loss is final: 50 and +20 make 60, 90 and +20 make 92,
    50 and −20 make 40. Fractions of a point are dropped from the change. (The rule of ChoiceScript's
    operators ``%+`` and ``%-``.)
    """
    if change >= 0:
        return min(99, trust + change * (100 - trust) // 100)
    return max(1, trust - -change * trust // 100)
