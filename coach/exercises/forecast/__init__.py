"""Forecast deals from their facts, by probability or by category, before the outcome is known."""

from coach.core.document import AnyBlock, Column, Heading, Listing, Table, Together, plain
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.core.prose import prose
from coach.exercises.base import Kind
from coach.locale import mark, tr

from . import grading, typed
from .lint import CODES, findings
from .rollup import ROLLUPS, right_categories
from .spec import (
    MEANINGS,
    NAME,
    Category,
    Deal,
    Mode,
    Response,
    Result,
    Spec,
    day,
    money,
    stage,
    with_currency,
)

__all__ = ["KIND", "Category", "Deal", "Mode", "Response", "Result", "Spec"]


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read a value for every deal."""
    return typed.read(spec, line)


def say(spec: Spec, response: Response, context: Context) -> str:
    """Name each deal with what was given for it."""
    return typed.say(spec, response)


def solution(spec: Spec, context: Context) -> Response:
    """Give the author's categories, or the probabilities of the expert."""
    if spec.mode is Mode.CATEGORY:
        return Response(categories=right_categories(spec))
    return Response(probabilities={deal.id: grading.expert(deal) for deal in spec.deals})


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by the Brier score, or by the share of right categories."""
    return grading.grade(spec, response, context.language)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the deals in a table with a field for the forecast, then the facts of each deal."""
    asked = tr("Category") if spec.mode is Mode.CATEGORY else tr("Won, %")
    columns = (
        Column(title=tr("Deal"), share=4),
        Column(title=with_currency(tr("Amount"), spec.currency), share=2, align="right"),
        Column(title=tr("Stage"), share=3),
        Column(title=tr("Close date"), share=2),
        Column(title=asked, share=2),
    )
    rows = tuple(
        tuple(
            map(
                plain,
                (deal.name, _amount(deal, context), stage(deal), day(deal.close, context.language), ""),
            )
        )
        for deal in spec.deals
    )
    blocks: list[AnyBlock] = [*prose(spec.prompt), Table(columns=columns, rows=rows)]
    if spec.mode is Mode.CATEGORY:
        blocks += _category_blocks(spec)
    blocks.append(Heading(text=tr("The facts")))
    blocks += [_facts(deal) for deal in spec.deals]
    return tuple(blocks)


def _amount(deal: Deal, context: Context) -> str:
    return money(deal.amount, context.language)


def _facts(deal: Deal) -> Together:
    """Keep a deal's facts together under its name."""
    return Together(
        blocks=(Heading(text=deal.name, level=3), Listing(items=tuple(plain(fact) for fact in deal.facts)))
    )


def _category_blocks(spec: Spec) -> list[AnyBlock]:
    """Explain the categories, and give the roll-ups with room for their sums."""
    meanings = Listing(items=tuple(plain(f"{tr(one.value)}: {tr(MEANINGS[one])}") for one in Category))
    columns = (
        Column(title=tr("Roll-up"), share=2),
        Column(title=tr("Adds up"), share=5),
        Column(title=with_currency(tr("Sum"), spec.currency), share=2),
    )
    rows = tuple(
        (
            plain(tr(title)),
            plain(", ".join(tr(one.value) for one in Category if one in counted)),
            plain(""),
        )
        for title, counted in ROLLUPS.items()
    )
    return [
        Heading(text=tr("Categories")),
        meanings,
        Heading(text=tr("What it adds up to")),
        Table(columns=columns, rows=rows),
    ]


KIND = Kind(
    name=NAME,
    summary=mark("Forecast deals from their facts, by probability or by category."),
    spec=Spec,
    response=Response,
    ask=typed.ask,
    read=read,
    say=say,
    solution=solution,
    grade=grade,
    printed=printed,
    findings=findings,
    codes=CODES,
    scenario=True,
    mends=True,
)
