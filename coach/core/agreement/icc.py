"""Intraclass correlations for complete designs (Shrout and Fleiss 1979; McGraw and Wong 1996).

The share of the variance between ratings that lies between candidates.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from coach.core.agreement.coefficient import Coefficient, Interval, Method, Standing, standing
from coach.core.agreement.distributions import f_quantile
from coach.core.agreement.ratings import PAIR
from coach.core.record import Record

UPPER = 0.975
LOWEST = -1.0
"""An end of an interval further below nought says nothing more, and is told as this."""


class Form(StrEnum):
    """Which correlation: by design, and for one rater or for the mean of all."""

    ONE_WAY = "ICC(1,1)"
    """Each candidate has interviewers of their own."""
    AGREEMENT = "ICC(2,1)"
    """The same interviewers for all; a severe one counts as disagreement."""
    CONSISTENCY = "ICC(3,1)"
    """The same interviewers for all; severity that is the same for all is forgiven."""
    ONE_WAY_MEAN = "ICC(1,k)"
    AGREEMENT_MEAN = "ICC(2,k)"
    CONSISTENCY_MEAN = "ICC(3,k)"

    @property
    def of_mean(self) -> bool:
        """Whether it is about the mean of all raters."""
        return self in (Form.ONE_WAY_MEAN, Form.AGREEMENT_MEAN, Form.CONSISTENCY_MEAN)


class Anova(Record):
    """Mean squares of a complete table of ``candidates`` rows and ``raters`` columns.

    ``rows`` between candidates, ``columns`` between raters, ``error`` what neither explains, ``within`` all
    that is not between candidates.
    """

    candidates: int
    raters: int
    rows: float
    columns: float
    error: float
    within: float


def icc(means: Mapping[str, Mapping[str, float]], form: Form) -> Coefficient:
    """Compute a correlation from one number for each candidate and rater, with its F-based interval.

    A one-way form needs as many raters for each candidate, the others the same raters for all; else, and
    for too few candidates, there is no value. Candidates without any number are left out.
    """
    rated = {candidate: found for candidate, found in means.items() if found}
    raters = len({rater for found in rated.values() for rater in found})
    allowed = standing(raters, len(rated))
    rows = complete_rows(rated, same_raters=form not in (Form.ONE_WAY, Form.ONE_WAY_MEAN))
    value, reach = None, None
    if allowed is not Standing.TOO_FEW:
        if rows is None:
            allowed = Standing.INCOMPLETE
        else:
            table = anova(rows)
            value, reach = icc_value(table, form), icc_interval(table, form)
            allowed = Standing.NO_VARIATION if value is None else allowed
    return Coefficient(
        name=form.value,
        value=value,
        interval=reach,
        candidates=len(rated),
        raters=raters,
        ratings=sum(map(len, rated.values())),
        standing=allowed,
    )


def complete_rows(
    means: Mapping[str, Mapping[str, float]], *, same_raters: bool
) -> list[tuple[float, ...]] | None:
    """Give a row of numbers for each candidate if the design is complete, with at least two raters."""
    designs = {frozenset(found) if same_raters else len(found) for found in means.values()}
    if len(designs) != 1:
        return None
    first = next(iter(means.values()))
    if len(first) < PAIR:
        return None
    if not same_raters:
        return [tuple(found.values()) for found in means.values()]
    return [tuple(found[rater] for rater in first) for found in means.values()]


def anova(rows: Sequence[Sequence[float]]) -> Anova:
    """Split the variance of a complete table with at least two rows and two columns."""
    number, width = len(rows), len(rows[0])
    grand = sum(map(sum, rows)) / (number * width)
    by_row = [sum(row) / width for row in rows]
    by_column = [sum(column) / number for column in zip(*rows, strict=True)]
    between = width * sum((mean - grand) ** 2 for mean in by_row)
    columns = number * sum((mean - grand) ** 2 for mean in by_column)
    within = sum((value - mean) ** 2 for row, mean in zip(rows, by_row, strict=True) for value in row)
    error = sum(
        (value - of_row - of_column + grand) ** 2
        for row, of_row in zip(rows, by_row, strict=True)
        for value, of_column in zip(row, by_column, strict=True)
    )
    return Anova(
        candidates=number,
        raters=width,
        rows=between / (number - 1),
        columns=columns / (width - 1),
        error=error / ((number - 1) * (width - 1)),
        within=within / (number * (width - 1)),
    )


def icc_value(table: Anova, form: Form) -> float | None:
    """Compute a correlation alone; ``None`` where all numbers are the same. It may be below nought."""
    n, k = table.candidates, table.raters
    match form:
        case Form.ONE_WAY:
            above, below = table.rows - table.within, table.rows + (k - 1) * table.within
        case Form.AGREEMENT:
            above = table.rows - table.error
            below = table.rows + (k - 1) * table.error + k * (table.columns - table.error) / n
        case Form.CONSISTENCY:
            above, below = table.rows - table.error, table.rows + (k - 1) * table.error
        case Form.ONE_WAY_MEAN:
            above, below = table.rows - table.within, table.rows
        case Form.AGREEMENT_MEAN:
            above, below = table.rows - table.error, table.rows + (table.columns - table.error) / n
        case Form.CONSISTENCY_MEAN:
            above, below = table.rows - table.error, table.rows
    return above / below if below > 0 else None


def icc_interval(table: Anova, form: Form) -> Interval | None:
    """Give the 95 % interval; ``None`` where nothing varies between candidates or none is defined."""
    if table.rows <= 0:
        return None
    match form:
        case Form.AGREEMENT | Form.AGREEMENT_MEAN:
            ends = _two_way(table)
        case Form.ONE_WAY | Form.ONE_WAY_MEAN:
            ends = _by_ratio(table, table.within, table.candidates * (table.raters - 1))
        case Form.CONSISTENCY | Form.CONSISTENCY_MEAN:
            ends = _by_ratio(table, table.error, (table.candidates - 1) * (table.raters - 1))
    if ends is None:
        return None
    low, high = (_of_mean(end, table.raters) for end in ends) if form.of_mean else ends
    return Interval(low=max(low, LOWEST), high=max(high, LOWEST), method=Method.F)


def _by_ratio(table: Anova, noise: float, freedom: int) -> tuple[float, float]:
    """Give the ends for one rater from the ratio of two mean squares, which follows F."""
    if not noise:
        return 1.0, 1.0
    ratio, rows = table.rows / noise, table.candidates - 1
    low = ratio / f_quantile(UPPER, rows, freedom)
    high = ratio * f_quantile(UPPER, freedom, rows)
    return (low - 1) / (low + table.raters - 1), (high - 1) / (high + table.raters - 1)


def _two_way(table: Anova) -> tuple[float, float] | None:
    """Give the ends for one rater; the freedom of what is not between candidates after Satterthwaite."""
    n, k = table.candidates, table.raters
    value = icc_value(table, Form.AGREEMENT)
    if value is None:
        return None
    if value >= 1:
        return 1.0, 1.0
    of_columns = k * value / (n * (1 - value)) * table.columns
    of_error = (1 + k * value * (n - 1) / (n * (1 - value))) * table.error
    parts = of_columns**2 / (k - 1) + of_error**2 / ((n - 1) * (k - 1))
    if not parts:
        return None
    freedom = (of_columns + of_error) ** 2 / parts
    noise = k * table.columns + (k * n - k - n) * table.error
    upper, lower = f_quantile(UPPER, n - 1, freedom), f_quantile(UPPER, freedom, n - 1)
    low = n * (table.rows - upper * table.error) / (upper * noise + n * table.rows)
    high = n * (lower * table.rows - table.error) / (noise + n * lower * table.rows)
    return low, high


def _of_mean(single: float, raters: int) -> float:
    """Step an end up to the mean of all raters (Spearman and Brown)."""
    below = 1 + (raters - 1) * single
    return raters * single / below if below > 0 else LOWEST
