"""Keys that many lists share: a number for each row, and arrows."""

from textual.binding import Binding, BindingType

from coach.locale import mark

MOVES = {
    "row": (mark("Go to the row above."), mark("Go to the row below.")),
    "line": (mark("Go to the line above."), mark("Go to the line below.")),
    "item": (mark("Go to the item above."), mark("Go to the item below.")),
    "option": (mark("Go to the option above."), mark("Go to the option below.")),
}
"""What arrows can go to, and how that is said."""


def numbers(action: str, label: str, tooltip: str, *, last: int = 9) -> tuple[BindingType, ...]:
    """Bind the numbers from 1 to ``last`` to an action that takes a number; the line of keys shows them once.

    Which rows there really are is for the action to see, or for ``check_action``.
    """
    first = Binding("1", f"{action}(1)", label, key_display=f"1-{last}", tooltip=tooltip)
    return (
        first,
        *(Binding(str(number), f"{action}({number})", show=False) for number in range(2, last + 1)),
    )


def arrows(thing: str) -> tuple[BindingType, ...]:
    """Bind the arrows, and ``k`` and ``j``, to ``action_move(by)``; the line of keys does not show them."""
    above, below = MOVES[thing]
    return (
        Binding("up,k", "move(-1)", mark("up"), show=False, tooltip=above),
        Binding("down,j", "move(1)", mark("down"), show=False, tooltip=below),
    )
