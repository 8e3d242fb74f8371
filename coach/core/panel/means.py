"""Means over the members of a panel, exact and quick."""

from collections.abc import Collection
from fractions import Fraction
from math import lcm


def mean_of(values: Collection[Fraction]) -> Fraction:
    """Average values, of which there is at least one.

    Their sum is taken over their common denominator, which cancels once and not for every value.
    """
    under = lcm(*(one.denominator for one in values))
    return Fraction(sum(one.numerator * (under // one.denominator) for one in values), under * len(values))
