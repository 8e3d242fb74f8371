"""How much a first place depends on the weights, and would it hold with others."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from math import lcm, log
from operator import mul

from coach.core.agreement.resampling import Chance
from coach.core.record import Record

DRAWS = 10_000
FINENESS = 2**20
"""Weights are drawn as whole numbers, so that sums are exact; so many parts make the mean weight."""

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
    scaled = [
        {name: int(values[name] * whole) for name in competencies if name in values}
        for values in (first, *others)
    ]
    best, rivals = scaled[0], scaled[1:]
    alike = [rival for rival in rivals if rival.keys() == best.keys()]
    apart = [rival for rival in rivals if rival.keys() != best.keys()]
    names = tuple(competencies)
    race = _Race(best, alike, names)
    kept = 0
    for _ in range(draws):
        weights = [1 + int(-log(1 - chance.random()) * FINENESS) for _ in names]
        if race.held(weights) and all(_no_better(rival, best, names, weights) for rival in apart):
            kept += 1
    return kept


class _Race:
    """Tells for any weighting whether one candidate stays ahead of many who were rated on the same.

    The lead over every rival is a sum over competencies, and all rivals are summed at once: for each
    competency the leads stand side by side, in fields of one large integer, wide enough that no sum leaves
    its field. Each field begins with its top bit set; a negative sum borrows it.
    """

    def __init__(
        self, best: Mapping[str, int], rivals: Sequence[Mapping[str, int]], names: Sequence[str]
    ) -> None:
        most = max((abs(best[name] - rival[name]) for rival in rivals for name in best), default=0)
        longest = 64 * FINENESS  # -log of the least number that chance gives is under 37
        width = (most * longest * len(names)).bit_length() + 2
        self._leads = [
            sum((best[name] - rival[name]) << (width * place) for place, rival in enumerate(rivals))
            if name in best
            else 0
            for name in names
        ]
        self._tops = sum(1 << (width * (place + 1) - 1) for place in range(len(rivals)))

    def held(self, weights: Sequence[int]) -> bool:
        """Whether no rival is ahead."""
        fields: int = sum(map(mul, weights, self._leads), self._tops)
        return fields & self._tops == self._tops


def _no_better(
    rival: Mapping[str, int], best: Mapping[str, int], names: Sequence[str], weights: Sequence[int]
) -> bool:
    """Compare two who were not rated on the same, by the quotients of their sums."""
    weighed = dict(zip(names, weights, strict=True))

    def sums(values: Mapping[str, int]) -> tuple[int, int]:
        return sum(weighed[name] * value for name, value in values.items()), sum(
            map(weighed.__getitem__, values)
        )

    (mine, of), (theirs, out_of) = sums(best), sums(rival)
    return mine * out_of >= theirs * of
