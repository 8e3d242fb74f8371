"""Forecast categories: what Salesforce calls them, and the roll-ups that they add up to."""

from enum import StrEnum

from coach.locale import mark


class Category(StrEnum):
    """A forecast category by its name in the API; ``Forecast`` is the one that people see as Commit."""

    OMITTED = "Omitted"
    PIPELINE = "Pipeline"
    BEST_CASE = "BestCase"
    MOST_LIKELY = "MostLikely"
    COMMIT = "Forecast"
    CLOSED = "Closed"


LABELS = {
    Category.OMITTED: mark("Omitted"),
    Category.PIPELINE: mark("Pipeline"),
    Category.BEST_CASE: mark("Best Case"),
    Category.MOST_LIKELY: mark("Most Likely"),
    Category.COMMIT: mark("Commit"),
    Category.CLOSED: mark("Closed"),
}
"""What people see, in English; it is translated where it is shown."""


class Rollup(StrEnum):
    """A figure of a forecast, by its title."""

    OPEN_PIPELINE = mark("Open pipeline")
    BEST_CASE = mark("Best case")
    MOST_LIKELY = mark("Most likely")
    COMMIT = mark("Commit")
    CLOSED = mark("Closed")


COUNTED = {
    Rollup.OPEN_PIPELINE: frozenset(
        {Category.PIPELINE, Category.BEST_CASE, Category.MOST_LIKELY, Category.COMMIT}
    ),
    Rollup.BEST_CASE: frozenset({Category.BEST_CASE, Category.MOST_LIKELY, Category.COMMIT, Category.CLOSED}),
    Rollup.MOST_LIKELY: frozenset({Category.MOST_LIKELY, Category.COMMIT, Category.CLOSED}),
    Rollup.COMMIT: frozenset({Category.COMMIT, Category.CLOSED}),
    Rollup.CLOSED: frozenset({Category.CLOSED}),
}
"""The categories that count into each figure.

All but the first are cumulative: each holds everything that is at least as sure, with what is won already
(Salesforce Object Reference, ForecastingSubmissionItem, version 62).
"""
