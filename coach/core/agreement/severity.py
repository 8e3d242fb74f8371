"""How severe or lenient each interviewer is: shown, and never used to adjust a score silently.

Ratings are fitted by least squares as level of the candidate on the item + severity of the interviewer,
with whatever ratings there are; a severity is only known against those who rated the same candidates.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import sqrt

from coach.core.agreement.coefficient import Interval, Method
from coach.core.agreement.distributions import t_quantile
from coach.core.agreement.ratings import PAIR, Unit, Units, raters_in
from coach.core.agreement.solving import Matrix, solve
from coach.core.record import Record


class Severity(Record):
    """How far above (lenient) or below (severe) the mean of the compared interviewers somebody rates.

    ``value`` is in levels of the scale, ``None`` for somebody who shared no candidate with others.
    ``interval`` comes from how the difference varies between their ``candidates``. Severities can be
    compared within a ``group`` (counted from 1) alone: groups share no candidates, not even by others.
    """

    rater: str
    value: float | None
    interval: Interval | None
    candidates: int
    ratings: int
    group: int | None


class _Part(Record):
    """One candidate's units that the same raters rated: how many, and the sum of each rater's ratings."""

    raters: tuple[str, ...]
    sums: tuple[int, ...]
    units: int


Parts = Mapping[str, Sequence[_Part]]
"""The parts of each candidate."""


def severities(units: Units) -> tuple[Severity, ...]:
    """Fit the model and give every rater's severity, the most severe first, those without one last."""
    parts = {candidate: _gathered(found) for candidate, found in units.items()}
    groups = _groups(part.raters for found in parts.values() for part in found)
    fitted = _centred(solve(*_equations(parts)), groups)
    deviations = _deviations(parts, fitted)
    ratings: dict[str, int] = defaultdict(int)
    for found in parts.values():
        for part in found:
            for rater in part.raters:
                ratings[rater] += part.units
    told = [
        Severity(
            rater=rater,
            value=fitted.get(rater),
            interval=_interval(fitted[rater], deviations[rater]) if rater in fitted else None,
            candidates=len(deviations.get(rater, ())),
            ratings=ratings.get(rater, 0),
            group=groups.get(rater),
        )
        for rater in raters_in(chain.from_iterable(units.values()))
    ]
    return tuple(sorted(told, key=lambda one: (one.value is None, one.value, one.rater)))


def _gathered(found: Iterable[Unit]) -> list[_Part]:
    by_raters: dict[tuple[str, ...], list[tuple[int, ...]]] = defaultdict(list)
    for unit in found:
        by_raters[unit.raters].append(unit.ratings)
    return [
        _Part(raters=raters, sums=tuple(map(sum, zip(*rows, strict=True))), units=len(rows))
        for raters, rows in by_raters.items()
        if len(raters) >= PAIR
    ]


def _groups(together: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """Number the groups of raters who are linked by candidates, each rater's by name."""
    members: dict[str, set[str]] = {}
    for raters in dict.fromkeys(together):
        linked = set(raters).union(*(members[rater] for rater in raters if rater in members))
        members.update(dict.fromkeys(linked, linked))
    numbers: dict[int, int] = {}
    return {rater: numbers.setdefault(id(linked), len(numbers) + 1) for rater, linked in members.items()}


def _equations(parts: Parts) -> tuple[Matrix, dict[str, float]]:
    """Set up the normal equations of the raters, the candidates' levels being solved for already."""
    matrix: Matrix = defaultdict(lambda: defaultdict(float))
    right: dict[str, float] = defaultdict(float)
    for found in parts.values():
        for part in found:
            size = len(part.raters)
            mean = sum(part.sums) / size
            for rater, own in zip(part.raters, part.sums, strict=True):
                right[rater] += own - mean
                matrix[rater][rater] += part.units
                for other in part.raters:
                    matrix[rater][other] -= part.units / size
    return matrix, right


def _centred(fitted: Mapping[str, float], groups: Mapping[str, int]) -> dict[str, float]:
    """Let the severities of each group sum up to nought."""
    of_group: dict[int, list[float]] = defaultdict(list)
    for rater, value in fitted.items():
        of_group[groups[rater]].append(value)
    means = {group: sum(values) / len(values) for group, values in of_group.items()}
    return {rater: value - means[groups[rater]] for rater, value in fitted.items()}


def _deviations(parts: Parts, fitted: Mapping[str, float]) -> dict[str, list[float]]:
    """Give each rater's mean distance from the fitted level of each candidate they rated with others."""
    deviations: dict[str, list[float]] = defaultdict(list)
    for found in parts.values():
        off: dict[str, float] = defaultdict(float)
        units: dict[str, int] = defaultdict(int)
        for part in found:
            level = (sum(part.sums) - part.units * sum(fitted[rater] for rater in part.raters)) / len(
                part.raters
            )
            for rater, own in zip(part.raters, part.sums, strict=True):
                off[rater] += own - level
                units[rater] += part.units
        for rater, distance in off.items():
            deviations[rater].append(distance / units[rater])
    return deviations


def _interval(value: float, deviations: Sequence[float]) -> Interval | None:
    """Give the 95 % interval of a mean of so many candidates; ``None`` for a single one."""
    number = len(deviations)
    if number < PAIR:
        return None
    mean = sum(deviations) / number
    error = sqrt(sum((one - mean) ** 2 for one in deviations) / (number - 1) / number)
    half = t_quantile(0.975, number - 1) * error
    return Interval(low=value - half, high=value + half, method=Method.T)
