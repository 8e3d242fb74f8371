"""Shades and bars in signs, for the formats that have nothing but text."""

from coach.core.document import Bar

SHADES = (" ", "░", "▒", "▓", "█")
"""From the lightest to the darkest; a sign for each fifth of the scale."""

OUTSIDE, LINE, DOT, LEFT, RIGHT = "·", "─", "●", "├", "┤"

BAR = 21
"""How many signs wide a bar is where there is room for it."""


def shade_sign(shade: float) -> str:
    """Give the sign for a shade from 0 to 1; the lightest is a space."""
    return SHADES[min(int(shade * len(SHADES)), len(SHADES) - 1)]


def bar_signs(bar: Bar, width: int) -> str:
    """Draw a bar in ``width`` signs, 2 at least: ``··├──●──┤···``; where they meet, the dot stands."""
    low, value, high = (round(part * (width - 1)) for part in (bar.low, bar.value, bar.high))
    signs = [OUTSIDE] * low + [LINE] * (high - low + 1) + [OUTSIDE] * (width - 1 - high)
    signs[low], signs[high] = LEFT, RIGHT
    signs[value] = DOT
    return "".join(signs)
