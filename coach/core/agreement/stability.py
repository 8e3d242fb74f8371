"""How much a first place depends on the weights, and would it hold with others."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import compress
from math import lcm, log
from operator import mul
from typing import Protocol

from coach.core.record import Record

DRAWS = 10_000
FINENESS = 2**12
"""Weights are drawn as whole numbers, so that sums are exact; so many parts make the mean weight."""

LARGEST = 38 * FINENESS
"""No weight is larger: chance gives at least 2 to the power of -53, and minus its logarithm is under 37."""


class Chance(Protocol):
    """As much of ``random.Random`` as is needed; hand one over with a seed, and results repeat."""

    def random(self) -> float:
        """Give a number from 0 up to 1, 1 excluded."""


Values = Mapping[str, Fraction]
"""A candidate's mean by competency; what was not rated is left out."""


class Stability(Record):
    """In ``kept`` of ``draws`` random weightings ``first`` stays first, alone or with others."""

    first: str
    kept: int
    draws: int

    @property
    def share(self) -> float:
        """The part of the weightings in which the first place holds."""
        return self.kept / self.draws


def times_first(
    first: Values, others: Sequence[Values], competencies: Collection[str], chance: Chance, draws: int = DRAWS
) -> int:
    """Count in how many of ``draws`` random weightings nobody scores higher than ``first``.

    All weightings are equally likely (Dirichlet's distribution with all parameters 1, drawn as exponential
    numbers, whose sum does not matter here). A score is the weighted mean over what is rated.
    """
    whole = lcm(*(value.denominator for values in (first, *others) for value in values.values()))
    names = tuple(competencies)
    own, *rivals = (
        [int(values[name] * whole) if name in values else None for name in names]
        for values in (first, *others)
    )
    width = _width(names, [own, *rivals])
    mine, groups = _Group([own], width), [_Group(alike, width) for alike in _alike(rivals)]
    kept = 0
    for _ in range(draws):
        weights = [1 + int(-log(1 - chance.random()) * FINENESS) for _ in names]
        earned, of = mine.earned(weights), mine.weight(weights)
        kept += all(group.behind(weights, earned, of) for group in groups)
    return kept


Row = Sequence[int | None]
"""A candidate's values in the order of the competencies; ``None`` where nothing was rated."""


def _alike(rows: Iterable[Row]) -> list[list[Row]]:
    """Put those together who were rated on the same competencies, and so divide by the same weights."""
    groups: dict[tuple[bool, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(value is None for value in row)].append(row)
    return list(groups.values())


def _width(names: Sequence[str], rows: Iterable[Row]) -> int:
    """Give the bits in which the product of a weighted sum and a sum of weights fits, and its sign."""
    most = max((value for row in rows for value in row if value is not None), default=0)
    weights = len(names) * LARGEST
    return (most * weights**2).bit_length() + 2


class _Group:
    """Candidates whose weighted sums are computed all at once.

    For each competency their values stand side by side in one large integer, each in a field of ``width``
    bits; a sum of such integers, each times its weight, holds the weighted sum of every candidate.
    """

    def __init__(self, rows: Sequence[Row], width: int) -> None:
        self._columns = [
            sum((value or 0) << (width * place) for place, value in enumerate(column))
            for column in zip(*rows, strict=True)
        ]
        self._rated = [value is not None for value in rows[0]]
        self._ones = sum(1 << (width * place) for place in range(len(rows)))
        self._tops = self._ones << (width - 1)

    def earned(self, weights: Sequence[int]) -> int:
        """Give the weighted sums, side by side."""
        return sum(map(mul, weights, self._columns))

    def weight(self, weights: Sequence[int]) -> int:
        """Give the weight of what they were rated on."""
        return sum(compress(weights, self._rated))

    def behind(self, weights: Sequence[int], earned: int, of: int) -> bool:
        """Whether none of them has a higher quotient of weighted sum and weight than ``earned / of``.

        Each field begins with its top bit set, which a negative difference of the cross products borrows.
        """
        leads = earned * self.weight(weights) * self._ones - of * self.earned(weights)
        return (self._tops + leads) & self._tops == self._tops
