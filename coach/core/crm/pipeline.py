"""The pipeline: the board by stage, and the forecast with its cumulative roll-ups."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from coach.core.crm.schema import OPPORTUNITY
from coach.core.crm.state import Org, Row
from coach.core.crm.vocabulary import Stage
from coach.core.forecast import COUNTED, Category, Rollup
from coach.core.record import Record

NOTHING = Decimal(0)


class BoardColumn(Record):
    """A stage with its deals; ``weighted`` is the sum of their expected revenue."""

    stage: Stage
    label: str
    rows: tuple[Row, ...]
    amount: Decimal
    weighted: Decimal

    @property
    def count(self) -> int:
        """How many deals stand in the stage."""
        return len(self.rows)


class Forecast(Record):
    """What a period may bring: the figures of the forecast page (:data:`coach.core.forecast.COUNTED`)."""

    first: date
    last: date
    open_pipeline: Decimal
    best_case: Decimal
    most_likely: Decimal
    commit: Decimal
    closed: Decimal
    by_category: dict[Category, Decimal]


def board(org: Org, rows: Iterable[Row] | None = None) -> tuple[BoardColumn, ...]:
    """Give a column for every stage, in order; ``rows`` are the deals on it, by default all."""
    deals: dict[str, list[Row]] = {stage.name: [] for stage in org.profile.stages}
    for row in org.rows(OPPORTUNITY) if rows is None else rows:
        deals.setdefault(str(row.values.get("StageName")), []).append(row)
    return tuple(
        BoardColumn(
            stage=stage,
            label=org.profile.label("stages", stage.name),
            rows=tuple(deals[stage.name]),
            amount=_sum(deals[stage.name], "Amount"),
            weighted=_sum(deals[stage.name], "ExpectedRevenue"),
        )
        for stage in org.profile.stages
    )


def forecast(org: Org, period: tuple[date, date] | None = None, owner: str = "") -> Forecast:
    """Add up the deals that close in a period, by default today's fiscal quarter; of one owner, or of all."""
    first, last = period or org.profile.quarter(org.today)
    sums = dict.fromkeys(Category, NOTHING)
    for row in org.rows(OPPORTUNITY):
        day, amount = row.values.get("CloseDate"), row.values.get("Amount")
        if not (isinstance(day, date) and isinstance(amount, Decimal) and first <= day <= last):
            continue
        if not owner or row.values.get("Owner") == owner:
            sums[Category(str(row.values["ForecastCategoryName"]))] += amount
    total = {one: sum((sums[category] for category in counted), NOTHING) for one, counted in COUNTED.items()}
    return Forecast(
        first=first,
        last=last,
        open_pipeline=total[Rollup.OPEN_PIPELINE],
        best_case=total[Rollup.BEST_CASE],
        most_likely=total[Rollup.MOST_LIKELY],
        commit=total[Rollup.COMMIT],
        closed=total[Rollup.CLOSED],
        by_category=sums,
    )


def _sum(rows: Iterable[Row], field: str) -> Decimal:
    return sum((found for row in rows if isinstance(found := row.values.get(field), Decimal)), NOTHING)
