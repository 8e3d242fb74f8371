"""Put things in the right order; what follows directly on what it should counts."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Annotated

import msgspec

from coach.core.curriculum import Step
from coach.core.document import AnyBlock, Column, Table, plain
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Finding
from coach.core.outcome import Check, Outcome, weigh
from coach.core.prose import prose, unmarked
from coach.core.record import Id, Record, Text
from coach.core.twice import ids_twice, placed_ids, repeated
from coach.exercises.base import Kind, folder_name
from coach.locale import mark, tr, trp

NAME = folder_name(__name__)

FEWEST = 3
"""With fewer items than this, every second guess is right."""


class Item(Record):
    """Something that has a place; ``why`` says why it stands there."""

    id: Id
    text: Text
    why: Text


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """Items written in the right order; they are shown shuffled."""

    prompt: Text
    items: Annotated[tuple[Item, ...], msgspec.Meta(min_length=1, max_length=12)]


class Response(Record):
    """The ids of all items in the order that was given."""

    sequence: tuple[str, ...]


def shuffled(spec: Spec, context: Context) -> tuple[Item, ...]:
    """Give the items as they are shown: fixed by the seed, and not in the right order."""
    items = list(spec.items)
    Random(context.seed).shuffle(items)  # noqa: S311 - a shuffle keeps no secret
    return spec.items[::-1] if tuple(items) == spec.items else tuple(items)


def ask(spec: Spec, context: Context) -> str:
    """Number the items as they are shown and say how to answer."""
    lines = [f"  {number}  {item.text}" for number, item in enumerate(shuffled(spec, context), 1)]
    how = tr("Type all the numbers in the right order, with spaces between them.")
    return "\n".join([unmarked(spec.prompt), "", *lines, "", how])


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read the numbers of all items, separated by spaces or commas, each of them once."""
    shown = shuffled(spec, context)
    numbers = [_number(word, len(shown)) for word in line.replace(",", " ").split()]
    for number in numbers:
        if numbers.count(number) > 1:
            raise Unreadable(
                tr(
                    "{number} is there twice. Type each number from 1 to {count} once.",
                    number=number,
                    count=len(shown),
                )
            )
    missing = [str(number) for number in range(1, len(shown) + 1) if number not in numbers]
    if missing:
        raise Unreadable(
            tr(
                "Every number from 1 to {count} has a place; still missing: {missing}.",
                count=len(shown),
                missing=", ".join(missing),
            )
        )
    return Response(sequence=tuple(shown[number - 1].id for number in numbers))


def _number(word: str, highest: int) -> int:
    """Read one item's number; raises :class:`Unreadable` if no item has it."""
    if word in map(str, range(1, highest + 1)):
        return int(word)
    raise Unreadable(
        tr(
            "Type the numbers from 1 to {highest} in the right order, with spaces between them.",
            highest=highest,
        )
    )


def say(spec: Spec, response: Response, context: Context) -> str:
    """Name the items by their texts, in the order that was given."""
    texts = {item.id: item.text for item in spec.items}
    return "; ".join(texts[item_id] for item_id in response.sequence if item_id in texts)


def solution(spec: Spec, context: Context) -> Response:
    """Give the items in the order in which they are written."""
    return Response(sequence=tuple(item.id for item in spec.items))


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by neighbours: the share of items that follow directly on the one they should follow.

    So one item out of place costs little, wherever it went. The first item follows on nothing; its
    check tells its reason and has no weight.
    """
    given = set(pairwise(response.sequence))
    first = spec.items[0]
    opening = Check(
        id=first.id,
        label=f"1. {first.text}",
        passed=response.sequence[:1] == (first.id,),
        why=first.why,
        weight=0,
        spoils=True,
    )
    pairs = [
        Check(
            id=after.id,
            label=f"{number}. {after.text}",
            passed=(before.id, after.id) in given,
            why=after.why,
            spoils=True,
        )
        for number, (before, after) in enumerate(pairwise(spec.items), 2)
    ]
    together = sum(pair.passed for pair in pairs)
    remark = tr(
        "{together} of {pairs} neighbours stand together as they should.", together=together, pairs=len(pairs)
    )
    return weigh((opening, *pairs), remark=remark if together < len(pairs) else "")


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the shuffled items, each with a field for the number of its place."""
    columns = (Column(title=trp("column", "Place"), share=1), Column(title=trp("column", "Item"), share=8))
    rows = tuple((plain(""), plain(item.text)) for item in shuffled(spec, context))
    return (*prose(spec.prompt), Table(columns=columns, rows=rows))


def findings(spec: Spec) -> Iterator[Finding]:
    """Find lists too short to order, and items that cannot be told apart."""
    if len(spec.items) < FEWEST:
        yield Finding(
            code="C041",
            path=("items",),
            text=tr(
                "{items} items are too few to put in order, a guess would do; write at least {fewest}",
                items=len(spec.items),
                fewest=FEWEST,
            ),
        )
    yield from ids_twice(placed_ids(("items",), spec.items), mark("item id"))
    for path, text in repeated(
        (("items", index, "text"), item.text) for index, item in enumerate(spec.items)
    ):
        yield Finding(
            code="C042",
            path=path,
            text=tr(
                "the text {text!r} stands there twice, so nobody could know which comes first; reword one",
                text=text,
            ),
        )


KIND = Kind(
    name=NAME,
    summary=mark("Put items in the right order."),
    spec=Spec,
    response=Response,
    ask=ask,
    read=read,
    say=say,
    solution=solution,
    grade=grade,
    printed=printed,
    findings=findings,
    codes={
        "C041": mark("An exercise in ordering has fewer than three items, so that a guess is often right."),
        "C042": mark("Two items to be ordered have the same text, so nobody can tell which comes first."),
    },
)
