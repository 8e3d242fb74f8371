"""What the categories of deals add up to."""

from collections.abc import Mapping

from coach.core.forecast import COUNTED
from coach.core.record import Record

from .spec import Category, Result, Spec

ROLLUPS = {one.value: frozenset(Category[each.name] for each in counted) for one, counted in COUNTED.items()}
"""Each roll-up by its title, with the categories that count into it."""


class Rollup(Record):
    """A roll-up's name and what the deals in it add up to."""

    title: str
    amount: int


def rollups(spec: Spec, categories: Mapping[str, str]) -> tuple[Rollup, ...]:
    """Add the deals up by category; a deal without one counts nowhere."""
    return tuple(
        Rollup(
            title=title,
            amount=sum(deal.amount for deal in spec.deals if categories.get(deal.id) in counted),
        )
        for title, counted in ROLLUPS.items()
    )


def won(spec: Spec) -> int:
    """Add up the deals that were won in the period."""
    return sum(deal.amount for deal in spec.deals if deal.outcome is Result.WON)


def right_categories(spec: Spec) -> dict[str, str]:
    """Give the author's categories by deal."""
    return {deal.id: deal.category.value for deal in spec.deals if deal.category}
