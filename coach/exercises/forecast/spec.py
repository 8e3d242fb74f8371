"""What authors write for a forecast, and what trainees give."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec

from coach.core.curriculum import Step
from coach.core.forecast import LABELS
from coach.core.forecast import Category as ForecastCategory
from coach.core.record import Id, Record, Text, Translated, translated
from coach.exercises.base import folder_name
from coach.locale import language, mark, tr, trp

NAME = folder_name(__name__.removesuffix(".spec"))

STAGES = {
    mark("Prospecting"): 10,
    mark("Qualification"): 10,
    mark("Needs Analysis"): 20,
    mark("Value Proposition"): 50,
    mark("Id. Decision Makers"): 60,
    mark("Perception Analysis"): 70,
    mark("Proposal/Price Quote"): 75,
    mark("Negotiation/Review"): 90,
    mark("Closed Won"): 100,
    mark("Closed Lost"): 0,
}
"""The stages that Salesforce's Sales Cloud begins with, and the probability in percent that each sets."""

WON_STAGE, LOST_STAGE = "Closed Won", "Closed Lost"

PERIOD = mark("this quarter")
"""What the forecast is for, if the author does not say."""

Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]


class Mode(StrEnum):
    """What is asked for each deal: how probable it is, or into which forecast category it belongs."""

    PROBABILITY = "probability"
    CATEGORY = "category"


class Category(StrEnum):
    """A forecast category, by the label that Salesforce shows; numbered in this order when typed."""

    PIPELINE = LABELS[ForecastCategory.PIPELINE]
    BEST_CASE = LABELS[ForecastCategory.BEST_CASE]
    MOST_LIKELY = LABELS[ForecastCategory.MOST_LIKELY]
    COMMIT = LABELS[ForecastCategory.COMMIT]
    CLOSED = LABELS[ForecastCategory.CLOSED]
    OMITTED = LABELS[ForecastCategory.OMITTED]


MEANINGS = {
    Category.PIPELINE: mark("open, and too much is still unknown to count on it"),
    Category.BEST_CASE: mark("comes in if everything goes well"),
    Category.MOST_LIKELY: mark("comes in unless something goes wrong"),
    Category.COMMIT: mark("you stand up for it: it comes in, in this period"),
    Category.CLOSED: mark("won and signed"),
    Category.OMITTED: mark("not counted: lost, or not to be decided in this period"),
}


class Result(StrEnum):
    """What became of a deal in the period; one that slipped was not won in it."""

    WON = "won"
    LOST = "lost"
    SLIPPED = "slipped"


class Deal(Record):
    """A deal as it stands in the pipeline, and what became of it.

    ``amount`` is in the currency of the exercise. ``facts`` are short lines such as next step, champion,
    competitor, procurement. ``why`` says what the facts told before anybody knew the ``outcome``.
    ``expert`` is the probability in percent that a good forecaster gives on these facts;
    ``category`` is the right one and ``also`` others that can be argued for. ``reference`` stands in
    for the stage's usual probability where the stage is not among :data:`STAGES`. ``misconception`` is
    the wrong idea of those who misjudge the deal.
    """

    id: Id
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60), translated(Translated.TEXT)]
    amount: Annotated[int, msgspec.Meta(ge=0, le=10**12)]
    stage: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    close: date
    facts: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1, max_length=8)]
    outcome: Result
    why: Text
    expert: Percent | None = None
    category: Category | None = None
    also: tuple[Category, ...] = ()
    reference: Percent | None = None
    misconception: Id | None = None


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A few open deals with their facts, to be forecast before their outcome is told.

    ``mode`` says what is asked. For probabilities ``pass_brier`` is the highest Brier score that passes
    (see :mod:`coach.exercises.forecast.grading`); categories pass from :data:`PASS_MARK` on.
    ``period`` names what the forecast is for, such as "this quarter".
    """

    prompt: Text
    deals: Annotated[tuple[Deal, ...], msgspec.Meta(min_length=3, max_length=12)]
    mode: Mode = Mode.PROBABILITY
    period: Annotated[str, msgspec.Meta(min_length=1, max_length=40), translated(Translated.TEXT)] = PERIOD
    currency: Annotated[str, msgspec.Meta(max_length=5)] = "EUR"
    pass_brier: Annotated[float, msgspec.Meta(gt=0, lt=0.25)] = 0.15


PASS_MARK = 0.8
"""The share of deals in their category from which on a forecast counts as right."""


class Response(Record):
    """What was given for each deal, by its id: a probability in percent, or a category's label."""

    probabilities: dict[str, Percent] = msgspec.field(default_factory=dict)
    categories: dict[str, str] = msgspec.field(default_factory=dict)


def usual(deal: Deal) -> int:
    """Give the probability in percent that the stage alone stands for."""
    return STAGES.get(deal.stage, 0) if deal.reference is None else deal.reference


def stage(deal: Deal) -> str:
    """Name a deal's stage; those that Salesforce begins with in the way of the language."""
    return tr(deal.stage) if deal.stage in STAGES else deal.stage


def period(spec: Spec) -> str:
    """Say what the forecast is for."""
    return tr(spec.period) if spec.period == PERIOD else spec.period


def short(name: str) -> str:
    """Write a category or a roll-up where there is little room."""
    in_short = {"Most Likely": trp("short", "Most Likely"), "Most likely": trp("short", "Most likely")}
    return in_short[name] if name in in_short else tr(name)


def with_currency(text: str, currency: str) -> str:
    """Name the currency behind the title of amounts, if there is one."""
    return f"{text} {currency}".strip()


def money(amount: int, content: str) -> str:
    """Write an amount with its thousands set apart as the language does, or that of the content."""
    return f"{amount:,}".replace(",", "." if _german(content) else ",")


def day(when: date, content: str) -> str:
    """Write a day as the language does, or that of the content."""
    return f"{when:%d.%m.%Y}" if _german(content) else f"{when:%d %b %Y}"


def _german(content: str) -> bool:
    return "de" in (language(), content)
