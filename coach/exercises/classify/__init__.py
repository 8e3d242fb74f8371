"""Put items into named groups."""

import re
from collections.abc import Iterator
from random import Random
from typing import Annotated

import msgspec

from coach.core.curriculum import Step
from coach.core.document import AnyBlock, Column, Listing, Table, plain
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Finding, Severity
from coach.core.outcome import Check, Outcome, weigh
from coach.core.prose import prose, unmarked
from coach.core.record import Id, Record, Text
from coach.core.twice import ids_twice, placed_ids, repeated
from coach.exercises.base import Kind, folder_name
from coach.locale import mark, tr, trp

NAME = folder_name(__name__)

LETTERS = "abcdef"
"""The letters of the groups, in the order in which they are written."""

PLACED = re.compile(r"([0-9]*)([a-z])")
"""A group's letter, with the item's number before it or without."""


class Group(Record):
    """Somewhere to put items."""

    id: Id
    title: Text


class Item(Record):
    """Something that belongs into ``group``; ``why`` says why it does.

    ``misconceptions`` name the wrong idea behind putting it into another group, by that group's id.
    """

    id: Id
    text: Text
    group: Id
    why: Text
    misconceptions: dict[Id, Id] = msgspec.field(default_factory=dict)


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """Items in any order; they are shown shuffled, so that groups are mixed."""

    prompt: Text
    groups: Annotated[tuple[Group, ...], msgspec.Meta(min_length=2, max_length=len(LETTERS))]
    items: Annotated[tuple[Item, ...], msgspec.Meta(min_length=3, max_length=12)]


class Response(Record):
    """For each item, by its id, the id of the group that it was put into."""

    groups: dict[str, str]


def shuffled(spec: Spec, context: Context) -> tuple[Item, ...]:
    """Give the items as they are shown, in an order that the seed fixes."""
    items = list(spec.items)
    Random(context.seed).shuffle(items)  # noqa: S311 - a shuffle keeps no secret
    return tuple(items)


def ask(spec: Spec, context: Context) -> str:
    """Letter the groups, number the items as they are shown, and say how to answer."""
    groups = [f"  {letter}  {group.title}" for letter, group in zip(LETTERS, spec.groups, strict=False)]
    items = [f"  {number}  {item.text}" for number, item in enumerate(shuffled(spec, context), 1)]
    return "\n".join([unmarked(spec.prompt), "", *groups, "", *items, "", _how(spec)])


def _how(spec: Spec) -> str:
    return tr(
        "Type each number from 1 to {items} with the letter of its group, such as 1a 2b, or the "
        "letters alone in the order of the numbers.",
        items=len(spec.items),
    )


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read a letter for every item; a space or a sign between number and letter does not matter."""
    words = re.sub(r"[\s,;.:=–-]", "", line.lower())
    found = PLACED.findall(words)
    numbered = [number for number, _ in found if number]
    if "".join(number + letter for number, letter in found) != words or len(numbered) not in (0, len(found)):
        raise Unreadable(tr("That cannot be read. {how}", how=_how(spec)))
    letters = [letter for _, letter in found]
    items = {str(number): item.id for number, item in enumerate(shuffled(spec, context), 1)}
    numbers = numbered or list(items)[: len(letters)]
    groups = {letter: group.id for letter, group in zip(LETTERS, spec.groups, strict=False)}
    for number, letter in zip(numbers, letters, strict=False):
        if number not in items or letter not in groups:
            raise Unreadable(tr("There is no {pair} here. {how}", pair=number + letter, how=_how(spec)))
        if numbers.count(number) > 1:
            raise Unreadable(tr("The number {number} is there twice. Type each number once.", number=number))
    _complete(spec, list(items), numbers, letters)
    given = {items[number]: groups[letter] for number, letter in zip(numbers, letters, strict=True)}
    return Response(groups={item.id: given[item.id] for item in spec.items})


def _complete(spec: Spec, known: list[str], numbers: list[str], letters: list[str]) -> None:
    """Make sure that every item has one letter."""
    if len(letters) > len(known):
        raise Unreadable(
            tr(
                "{letters} letters are too many for {items} items. {how}",
                letters=len(letters),
                items=len(known),
                how=_how(spec),
            )
        )
    missing = [number for number in known if number not in numbers]
    if missing:
        raise Unreadable(
            tr(
                "Every number needs a group; still missing: {missing}. {how}",
                missing=", ".join(missing),
                how=_how(spec),
            )
        )


def say(spec: Spec, response: Response, context: Context) -> str:
    """Name each group with the items that were put into it, by their texts."""
    parts = []
    for group in spec.groups:
        texts = [item.text for item in spec.items if response.groups.get(item.id) == group.id]
        if texts:
            parts.append(f"{group.title}: {', '.join(texts)}")
    return "; ".join(parts)


def solution(spec: Spec, context: Context) -> Response:
    """Put every item where it belongs."""
    return Response(groups={item.id: item.group for item in spec.items})


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by the share of items in their group; what stands rightly may be explained at once."""
    titles = {group.id: group.title for group in spec.groups}
    checks = tuple(
        _check(item, titles.get(item.group, ""), right=response.groups.get(item.id) == item.group)
        for item in shuffled(spec, context)
    )
    wrong_ideas = [
        item.misconceptions.get(response.groups.get(item.id, ""))
        for item in spec.items
        if response.groups.get(item.id) != item.group
    ]
    right = sum(check.passed for check in checks)
    remark = (
        tr("{right} of {checks} items stand in their group.", right=right, checks=len(checks))
        if right < len(checks)
        else ""
    )
    return weigh(checks, misconceptions=tuple(dict.fromkeys(filter(None, wrong_ideas))), remark=remark)


def _check(item: Item, title: str, *, right: bool) -> Check:
    label = f"{item.text} – {title}"
    return Check(id=item.id, label=label, passed=right, why=item.why, spoils=not right)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the lettered groups, and the items with a field for a letter each."""
    letters = Listing(items=tuple(plain(group.title) for group in spec.groups), marker="letter")
    columns = (Column(title=trp("column", "Group"), share=1), Column(title=trp("column", "Item"), share=8))
    rows = tuple((plain(""), plain(item.text)) for item in shuffled(spec, context))
    return (*prose(spec.prompt), letters, Table(columns=columns, rows=rows))


def findings(spec: Spec) -> Iterator[Finding]:
    """Find groups that do not exist or that nothing belongs into, and things that cannot be told apart."""
    groups = [group.id for group in spec.groups]
    yield from ids_twice(placed_ids(("groups",), spec.groups))
    yield from _same_texts("groups", [group.title for group in spec.groups])
    yield from ids_twice(placed_ids(("items",), spec.items))
    yield from _same_texts("items", [item.text for item in spec.items])
    for index, item in enumerate(spec.items):
        wrong = {("group",): item.group} | {("misconceptions", key): key for key in item.misconceptions}
        for path, group in wrong.items():
            if group not in groups:
                yield Finding(
                    code="C081",
                    path=("items", index, *path),
                    text=tr(
                        "there is no group {group!r}, so nobody can put anything into it; "
                        "write one of {groups}",
                        group=group,
                        groups=", ".join(groups),
                    ),
                )
        if item.group in item.misconceptions:
            yield Finding(
                code="C083",
                path=("items", index, "misconceptions", item.group),
                text=tr(
                    "{group!r} is where the item belongs, so nothing is wrong with it; remove it here",
                    group=item.group,
                ),
            )
    used = {item.group for item in spec.items}
    for index, name in enumerate(groups):
        if name not in used:
            yield Finding(
                code="C082",
                path=("groups", index),
                text=tr(
                    "nothing belongs into the group {name!r}; add an item or remove the group", name=name
                ),
                severity=Severity.WARNING,
            )


def _same_texts(where: str, texts: list[str]) -> Iterator[Finding]:
    for path, text in repeated(((where, index), text) for index, text in enumerate(texts)):
        told = tr(
            "the text {text!r} stands there twice, so nobody can tell which is meant; reword one", text=text
        )
        yield Finding(code="C084", path=path, text=told)


KIND = Kind(
    name=NAME,
    summary=mark("Put items into groups."),
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
        "C081": mark("An item belongs into a group that is not there, or names a misconception for one."),
        "C082": mark("Nothing belongs into a group."),
        "C083": mark("An item names a misconception for the group that it belongs into."),
        "C084": mark("Two groups or two items have the same text, so that they cannot be told apart."),
    },
)
