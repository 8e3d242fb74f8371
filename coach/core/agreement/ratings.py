"""Ratings as all statistics take them: by candidate, interviewer and item, on one scale."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from coach.core.record import Record
from coach.locale import tr

Ratings = Mapping[str, Mapping[str, Mapping[str, int | None]]]
"""``ratings[candidate][rater][item]``; ``None`` is "not assessed" and never a number."""


PAIR = 2
"""Fewer ratings of the same thing say nothing about agreement."""


class Scale(Record):
    """A rating scale of whole numbers from ``low`` to ``high``, both included."""

    low: int
    high: int

    @property
    def points(self) -> int:
        """How many levels there are."""
        return self.high - self.low + 1

    def __str__(self) -> str:
        return tr("{low} to {high}", low=self.low, high=self.high)


class Unit(Record):
    """What one candidate got on one item: who rated and how, in the same order, nobody without a rating."""

    raters: tuple[str, ...]
    ratings: tuple[int, ...]


Units = Mapping[str, Collection[Unit]]
"""The units of each candidate."""


def table(ratings: Ratings) -> dict[str, dict[str, Unit]]:
    """Turn ratings round: the unit of each candidate and item that anybody rated."""
    known: dict[tuple[str, ...], dict[tuple[int | None, ...], Unit | None]] = {}
    turned = {}
    for candidate, by_rater in ratings.items():
        raters, sheets = tuple(by_rater), by_rater.values()
        alike = known.setdefault(raters, {})
        items = dict.fromkeys(chain.from_iterable(sheets))
        units = {}
        for item, column in zip(
            items, zip(*(map(sheet.get, items) for sheet in sheets), strict=True), strict=True
        ):
            if column not in alike:
                alike[column] = _unit(raters, column)
            unit = alike[column]
            if unit is not None:
                units[item] = unit
        turned[candidate] = units
    return turned


def _unit(raters: tuple[str, ...], column: tuple[int | None, ...]) -> Unit | None:
    """Leave those without a rating out. Columns that are alike share a unit, which keeps tables small."""
    given = [(rater, rating) for rater, rating in zip(raters, column, strict=True) if rating is not None]
    return (
        Unit(raters=tuple(who for who, _ in given), ratings=tuple(what for _, what in given))
        if given
        else None
    )


def all_units(turned: Mapping[str, Mapping[str, Unit]]) -> dict[str, Collection[Unit]]:
    """Give every candidate's units of all items."""
    return {candidate: units.values() for candidate, units in turned.items()}


def by_item(turned: Mapping[str, Mapping[str, Unit]]) -> dict[str, dict[str, Collection[Unit]]]:
    """Give every candidate's unit of each item; items come in the order in which they appear."""
    parted: dict[str, dict[str, Collection[Unit]]] = {}
    for candidate, units in turned.items():
        for item, unit in units.items():
            parted.setdefault(item, {})[candidate] = (unit,)
    return parted


def raters_in(units: Iterable[Unit], *, least: int = 1) -> tuple[str, ...]:
    """Name everybody who rated in units with so many ratings, in the order in which they appear."""
    together = dict.fromkeys(unit.raters for unit in units)
    return tuple(dict.fromkeys(chain.from_iterable(raters for raters in together if len(raters) >= least)))


def mean_by_rater(ratings: Ratings) -> dict[str, dict[str, float]]:
    """Give each rater's mean over the items that they rated, by candidate; without a rating there is none."""
    means: dict[str, dict[str, float]] = {}
    for candidate, by_rater in ratings.items():
        found = {
            rater: [one for one in items.values() if one is not None] for rater, items in by_rater.items()
        }
        means[candidate] = {rater: sum(given) / len(given) for rater, given in found.items() if given}
    return means
