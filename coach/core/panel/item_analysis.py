"""How each question did: whether it is answered, tells people apart, and goes along with the others.

The flags are meant for the rule that a bad question is dropped for all candidates alike, with a reason
(OPM, structured interviews); they drop nothing themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from math import atanh, sqrt, tanh

from coach.core.agreement.coefficient import LEAST_CANDIDATES, LEAST_FOR_VERDICT, Interval, Method
from coach.core.agreement.ratings import Ratings, Scale
from coach.core.agreement.reliability import WITHIN_ERROR
from coach.core.record import Record
from coach.locale import mark

AT_AN_END = 0.5
"""From so large a share of ratings at one end of the scale on, a question tells few people apart there."""

OFTEN_MISSING = 0.2
WEAK = 0.2
"""Under this correlation with the rest a question measures something else (Ebel and Frisbie 1991)."""


NOTHING = 1e-12
"""A sum of squares below this is rounding."""


class Flag(StrEnum):
    """What is remarkable about a question."""

    FLOOR = mark("floor: half of the ratings or more are the lowest")
    CEILING = mark("ceiling: half of the ratings or more are the highest")
    SAME = mark("all ratings are the same")
    MISSING = mark("a fifth or more not assessed")
    WEAK = mark("hardly goes along with the other questions")


class Item(Record):
    """One question over ``candidates`` who were rated on it, with ``ratings`` in all.

    ``mean`` and ``deviation`` (standard, over ratings) are in levels; ``missing`` is the share "not
    assessed". ``correlation`` is that of the candidates' means on it and on all the other questions; it needs
    five candidates and some variation. Flags need ten candidates.
    """

    item: str
    candidates: int
    ratings: int
    mean: float | None
    deviation: float | None
    missing: float
    correlation: float | None
    interval: Interval | None
    flags: tuple[Flag, ...]


def analyse(ratings: Ratings, scale: Scale) -> tuple[Item, ...]:
    """Analyse every question that was put, in the order in which they appear."""
    given: dict[str, dict[str, list[int]]] = {}
    missing: dict[str, int] = {}
    for candidate, by_rater in ratings.items():
        for items in by_rater.values():
            for item, rating in items.items():
                found = given.setdefault(item, {})
                if rating is None:
                    missing[item] = missing.get(item, 0) + 1
                else:
                    found.setdefault(candidate, []).append(rating)
    totals = _totals(given)
    return tuple(_item(item, found, missing.get(item, 0), totals, scale) for item, found in given.items())


Total = tuple[float, int]
"""The sum of a candidate's means on the questions, and how many those are."""


def _totals(given: Mapping[str, Mapping[str, Sequence[int]]]) -> dict[str, Total]:
    totals: dict[str, Total] = {}
    for found in given.values():
        for candidate, ratings in found.items():
            whole, number = totals.get(candidate, (0.0, 0))
            totals[candidate] = whole + sum(ratings) / len(ratings), number + 1
    return totals


def _item(
    item: str, found: Mapping[str, Sequence[int]], missing: int, totals: Mapping[str, Total], scale: Scale
) -> Item:
    ratings = [rating for given in found.values() for rating in given]
    pairs = list(_beside_the_rest(found, totals))
    correlation = pearson(pairs) if len(pairs) >= LEAST_CANDIDATES else None
    mean = sum(ratings) / len(ratings) if ratings else None
    share = missing / (missing + len(ratings))
    flags = _flags(ratings, share, correlation, scale) if len(found) >= LEAST_FOR_VERDICT else ()
    return Item(
        item=item,
        candidates=len(found),
        ratings=len(ratings),
        mean=mean,
        deviation=_deviation(ratings, mean),
        missing=share,
        correlation=correlation,
        interval=None if correlation is None else fisher_interval(correlation, len(pairs)),
        flags=tuple(flags),
    )


def _beside_the_rest(
    found: Mapping[str, Sequence[int]], totals: Mapping[str, Total]
) -> Iterable[tuple[float, float]]:
    """Give each candidate's mean on a question and on all the others, so that it is not part of both."""
    for candidate, given in found.items():
        own = sum(given) / len(given)
        whole, number = totals[candidate]
        if number > 1:
            yield own, (whole - own) / (number - 1)


def _deviation(ratings: Sequence[int], mean: float | None) -> float | None:
    if mean is None or len(ratings) == 1:
        return None
    return sqrt(sum((rating - mean) ** 2 for rating in ratings) / (len(ratings) - 1))


def _flags(ratings: Sequence[int], missing: float, correlation: float | None, scale: Scale) -> Iterable[Flag]:
    if len(set(ratings)) == 1:
        yield Flag.SAME
    elif ratings.count(scale.low) >= AT_AN_END * len(ratings):
        yield Flag.FLOOR
    elif ratings.count(scale.high) >= AT_AN_END * len(ratings):
        yield Flag.CEILING
    if missing >= OFTEN_MISSING:
        yield Flag.MISSING
    if correlation is not None and correlation < WEAK:
        yield Flag.WEAK


def pearson(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Give the product-moment correlation; ``None`` where one side does not vary."""
    number = len(pairs)
    middle, centre = (sum(side) / number for side in zip(*pairs, strict=True))
    across: float = sum((one - middle) ** 2 for one, _ in pairs)
    along: float = sum((other - centre) ** 2 for _, other in pairs)
    both: float = sum((one - middle) * (other - centre) for one, other in pairs)
    if min(across, along) < NOTHING:
        return None
    return max(-1.0, min(1.0, both / sqrt(across * along)))


def fisher_interval(correlation: float, number: int) -> Interval:
    """Give the 95 % interval of a correlation over so many (at least four) by Fisher's z."""
    if abs(correlation) == 1:
        return Interval(low=correlation, high=correlation, method=Method.Z)
    middle, half = atanh(correlation), WITHIN_ERROR / sqrt(number - 3)
    return Interval(low=tanh(middle - half), high=tanh(middle + half), method=Method.Z)
