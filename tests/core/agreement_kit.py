"""Ratings for the tests of agreement: golden tables, random tables, and slow definitions to compare with."""

from itertools import permutations
from random import Random

from hypothesis import strategies as st

from coach.core.agreement.alpha import Metric
from coach.core.agreement.ratings import Scale, Unit

FIVE = Scale(low=1, high=5)

KRIPPENDORFF = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
"""The example in Krippendorff's own papers: four observers, twelve units."""

SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
"""Six targets by four judges (Shrout and Fleiss 1979)."""

KAPPA_FIRST = [1, 2, 3, 4, 5, 3, 2, 4, 5, 1, 3, 4]
KAPPA_SECOND = [1, 3, 3, 4, 4, 2, 2, 5, 5, 2, 3, 3]


def crossed(rows, item="q"):
    """Make ratings of one item out of a row for each candidate."""
    return {
        f"C-{place:03}": {f"r{rater}": {item: value} for rater, value in enumerate(row)}
        for place, row in enumerate(rows)
    }


def each_of_one(found):
    """Make units of candidates who were rated on one item; first comes the rating of the first rater."""

    def unit(given):
        return Unit(raters=tuple(f"r{rater}" for rater in range(len(given))), ratings=tuple(given))

    return {f"C-{place:03}": [unit(given)] if given else [] for place, given in enumerate(found)}


def drawn(candidates, raters, items, *, seed=1, noise=0.7, missing=0.0):
    """Draw ratings around a level for each candidate."""
    chance = Random(seed)
    table = {}
    for place in range(candidates):
        level = chance.gauss(3, 0.9)
        table[f"C-{place:03}"] = {
            f"r{rater}": {
                f"q{item}": None
                if chance.random() < missing
                else min(5, max(1, round(level + chance.gauss(0, noise))))
                for item in range(items)
            }
            for rater in range(raters)
        }
    return table


def alpha_by_definition(units, metric):
    """Compute alpha from all ordered pairs of ratings, as it is defined."""
    kept = [unit for unit in units if len(unit) > 1]
    values = [value for unit in kept for value in unit]

    def distance(one, other):
        if metric is Metric.NOMINAL:
            return float(one != other)
        if metric is Metric.INTERVAL:
            return float((one - other) ** 2)
        low, high = sorted((one, other))
        between = sum(low <= value <= high for value in values)
        return (between - (values.count(low) + values.count(high)) / 2) ** 2

    observed = sum(
        sum(distance(one, other) for one, other in permutations(unit, 2)) / (len(unit) - 1) for unit in kept
    ) / len(values)
    pairs = list(permutations(values, 2))
    expected = sum(distance(one, other) for one, other in pairs) / len(pairs)
    return None if expected == 0 else 1 - observed / expected


levels = st.integers(1, 5)
sparse = st.lists(st.lists(levels, max_size=1), max_size=3)
"""Units that say nothing about agreement."""
units = st.tuples(st.lists(st.lists(levels, min_size=2, max_size=4), min_size=5, max_size=8), sparse).map(
    lambda drawn_: [*drawn_[0], *drawn_[1]]
)
"""Units of as many candidates as a value takes, and some who were hardly rated."""
metrics = st.sampled_from(Metric)
