"""Adverse impact: whether a group is selected less often, and by more than chance would explain.

The four-fifths rule of 29 CFR 1607.4(D) with an exact test beside it, since with few people a ratio alone
says nothing. Data on protected groups stay in a file of their own, apart from ratings and candidates.
"""

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from math import exp, lgamma

from coach.core.record import Record
from coach.locale import mark

FOUR_FIFTHS = Fraction(4, 5)
LEAST_CELL = 5
"""A group with fewer people selected, or fewer not selected, is neither judged nor shown in figures."""

BY_CHANCE = 0.05
TOLERANCE = 1e-7
"""Tables as likely as the observed one, but for rounding, count as no more likely."""


class Group(Record):
    """How many applied of a group, and how many of them were selected."""

    name: str
    selected: int
    applied: int

    @property
    def rate(self) -> Fraction:
        """The share that was selected; nobody applied, nobody selected."""
        return Fraction(self.selected, self.applied) if self.applied else Fraction(0)

    @property
    def large(self) -> bool:
        """Whether there are enough people to show figures."""
        return min(self.selected, self.applied - self.selected) >= LEAST_CELL


class Finding(StrEnum):
    """What is to be said about a group."""

    HIGHEST = mark("the highest rate")
    NO_SIGN = mark("no sign of adverse impact")
    ONE_PERSON = mark("under four fifths, but one person more would lift it: too few to tell")
    CHANCE = mark("under four fifths, but chance would explain it: too few to tell")
    IMPACT = mark("adverse impact: under four fifths, and more than chance explains")
    HIDDEN = mark("too few to show figures, but fewer selected than chance explains: look into it")
    TOO_FEW = mark("too few to tell")


class Impact(Record):
    """A group against ``reference``, the group with the highest rate; too few people have no figures.

    ``ratio`` is the impact ratio, ``p`` Fisher's exact test, two-sided, and ``flipped`` the ratio if one
    person of the group had been selected instead of one of the reference.
    """

    group: str
    reference: str
    applied: int | None
    selected: int | None
    rate: float | None
    ratio: float | None
    p: float | None
    flipped: float | None
    finding: Finding


def impact(groups: Sequence[Group]) -> tuple[Impact, ...]:
    """Compare every group with the one that has the highest rate among those with enough people."""
    large = [group for group in groups if group.large]
    best = max(large, key=lambda group: group.rate, default=None)
    return tuple(against(group, best) if best and group.large else _hidden(group, best) for group in groups)


def _hidden(group: Group, best: Group | None) -> Impact:
    """Show no figures; yet a large group of which hardly anybody was selected is not passed over."""
    seldom = best and group.rate < best.rate and against(group, best).finding is Finding.IMPACT
    return Impact(
        group=group.name,
        reference=best.name if best else "",
        applied=None,
        selected=None,
        rate=None,
        ratio=None,
        p=None,
        flipped=None,
        finding=Finding.HIDDEN if seldom else Finding.TOO_FEW,
    )


def against(group: Group, best: Group) -> Impact:
    """Compare one group with the one of the highest rate, whatever their size."""
    highest = group.name == best.name
    ratio = ratio_of(group, best)
    flipped = None if highest else flipped_ratio(group, best)
    p = None if highest else fisher(group, best)
    return Impact(
        group=group.name,
        reference=best.name,
        applied=group.applied,
        selected=group.selected,
        rate=float(group.rate),
        ratio=None if highest else float(ratio),
        p=p,
        flipped=None if flipped is None else float(flipped),
        finding=Finding.HIGHEST if p is None or flipped is None else _finding(ratio, flipped, p),
    )


def _finding(ratio: Fraction, flipped: Fraction, p: float) -> Finding:
    if ratio >= FOUR_FIFTHS:
        return Finding.NO_SIGN
    if flipped >= FOUR_FIFTHS:
        return Finding.ONE_PERSON
    return Finding.IMPACT if p < BY_CHANCE else Finding.CHANCE


def ratio_of(one: Group, other: Group) -> Fraction:
    """Give the lower rate over the higher one; 1 where nobody was selected."""
    low, high = sorted((one.rate, other.rate))
    return low / high if high else Fraction(1)


def flipped_ratio(group: Group, best: Group) -> Fraction:
    """Give the ratio if one person more of the group had been selected, and one fewer of the best."""
    if group.selected == group.applied or not best.selected:
        return ratio_of(group, best)
    more = Group(name=group.name, selected=group.selected + 1, applied=group.applied)
    fewer = Group(name=best.name, selected=best.selected - 1, applied=best.applied)
    return ratio_of(more, fewer)


def fisher(one: Group, other: Group) -> float:
    """Give the two-sided p of Fisher's exact test: the chance of a table no more likely than this one."""
    selected, everybody = one.selected + other.selected, one.applied + other.applied
    least, most = max(0, selected - other.applied), min(selected, one.applied)
    fixed = _log_choose(everybody, selected)

    def chance(count: int) -> float:
        return exp(_log_choose(one.applied, count) + _log_choose(other.applied, selected - count) - fixed)

    observed = chance(one.selected) * (1 + TOLERANCE)
    return min(1.0, sum(likely for count in range(least, most + 1) if (likely := chance(count)) <= observed))


def _log_choose(number: int, taken: int) -> float:
    return lgamma(number + 1) - lgamma(taken + 1) - lgamma(number - taken + 1)
