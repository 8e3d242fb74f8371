"""Pair each item on the left with its partner on the right."""

import re
from collections.abc import Iterable, Iterator, Mapping
from random import Random
from typing import Annotated

import msgspec

from coach.core.curriculum import Step
from coach.core.document import AnyBlock, Column, Listing, Table, plain
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Finding, Path
from coach.core.outcome import Check, Outcome, weigh
from coach.core.prose import prose, unmarked
from coach.core.record import Id, Record, Text
from coach.core.twice import ids_twice, placed_ids, repeated
from coach.exercises.base import Kind, folder_name
from coach.locale import mark, tr, trp

NAME = folder_name(__name__)

LETTERS = "abcdefghi"
"""The letters of the right sides; more of them would be no task but a search."""

TOGETHER = re.compile(r"([0-9]+)([a-z])")
"""An item and its partner as they are typed."""


class Pair(Record):
    """Two things that belong together; ``why`` says why they do."""

    id: Id
    left: Text
    right: Text
    why: Text


class Distractor(Record):
    """A right side that has no partner; ``why`` says what is wrong with it."""

    id: Id
    text: Text
    why: Text


class Right(Record):
    """A right side as it is shown; ``id`` is that of its pair or distractor."""

    letter: str
    id: str
    text: str


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """Pairs whose right sides are shown shuffled, among distractors where there are any."""

    prompt: Text
    pairs: Annotated[tuple[Pair, ...], msgspec.Meta(min_length=3, max_length=len(LETTERS))]
    distractors: tuple[Distractor, ...] = ()


class Response(Record):
    """For each pair, by its id, the id of the right side that was given to it."""

    partners: dict[str, str]


def rights(spec: Spec, context: Context) -> tuple[Right, ...]:
    """Give the right sides with their letters: fixed by the seed, and not all beside their partners."""
    texts = {pair.id: pair.right for pair in spec.pairs} | {one.id: one.text for one in spec.distractors}
    ids = list(texts)
    Random(context.seed).shuffle(ids)  # noqa: S311 - a shuffle keeps no secret
    if ids == list(texts):
        ids.reverse()
    return tuple(
        Right(letter=letter, id=one, text=texts[one]) for letter, one in zip(LETTERS, ids, strict=False)
    )


def ask(spec: Spec, context: Context) -> str:
    """Number the left sides, letter the right sides, and say how to answer."""
    left = [f"  {number}  {pair.left}" for number, pair in enumerate(spec.pairs, 1)]
    right = [f"  {one.letter}  {one.text}" for one in rights(spec, context)]
    return "\n".join([unmarked(spec.prompt), "", *left, "", *right, "", _how(spec)])


def _how(spec: Spec) -> str:
    example = " ".join(f"{number}{letter}" for number, letter in zip((1, 2, 3), "bac", strict=True))
    return tr(
        "Type each number from 1 to {pairs} with the letter of its partner, such as {example}.",
        pairs=len(spec.pairs),
        example=example,
    )


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read every number with its letter; a space or a sign between the two does not matter."""
    words = re.sub(r"[\s,;.:=–-]", "", line.lower())
    found = TOGETHER.findall(words)
    if "".join(number + letter for number, letter in found) != words:
        raise Unreadable(tr("That cannot be read as pairs. {how}", how=_how(spec)))
    right = {one.letter: one.id for one in rights(spec, context)}
    left = {str(number): pair.id for number, pair in enumerate(spec.pairs, 1)}
    for number, letter in found:
        if number not in left or letter not in right:
            raise Unreadable(tr("There is no pair {pair} here. {how}", pair=number + letter, how=_how(spec)))
    _once(
        [number for number, _ in found],
        mark("The number {sign} is there twice. Type each number once at most."),
    )
    _once(
        [letter for _, letter in found],
        mark("The letter {sign} is there twice. Type each letter once at most."),
    )
    missing = [number for number in left if number not in dict(found)]
    if missing:
        raise Unreadable(
            tr(
                "Every number needs a partner; still missing: {missing}. {how}",
                missing=", ".join(missing),
                how=_how(spec),
            )
        )
    given = {left[number]: right[letter] for number, letter in found}
    return Response(partners={pair.id: given[pair.id] for pair in spec.pairs})


def _once(signs: list[str], twice: str) -> None:
    for sign in signs:
        if signs.count(sign) > 1:
            raise Unreadable(tr(twice, sign=sign))


def say(spec: Spec, response: Response, context: Context) -> str:
    """Name the pairs by their texts."""
    texts = {one.id: one.text for one in rights(spec, context)}
    pairs = [(pair.left, texts.get(response.partners.get(pair.id, ""))) for pair in spec.pairs]
    return "; ".join(f"{left} – {right}" for left, right in pairs if right is not None)


def solution(spec: Spec, context: Context) -> Response:
    """Pair everything as it is written."""
    return Response(partners={pair.id: pair.id for pair in spec.pairs})


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by the share of right pairs.

    What was paired rightly may be explained at once, and so may a distractor that was taken; its
    check has no weight, as the pair that it spoilt counts already.
    """
    partners = response.partners
    pairs = [_pair(pair, partners) for pair in spec.pairs]
    taken = set(partners.values())
    distractors = [_distractor(one, taken=one.id in taken) for one in spec.distractors]
    together = sum(check.passed for check in pairs)
    remark = (
        tr("{together} of {pairs} pairs are right.", together=together, pairs=len(pairs))
        if together < len(pairs)
        else ""
    )
    return weigh((*pairs, *distractors), remark=remark)


def _pair(pair: Pair, partners: Mapping[str, str]) -> Check:
    right = partners.get(pair.id) == pair.id
    label = f"{pair.left} – {pair.right}"
    return Check(id=pair.id, label=label, passed=right, why=pair.why, spoils=not right)


def _distractor(one: Distractor, *, taken: bool) -> Check:
    return Check(id=one.id, label=one.text, passed=not taken, why=one.why, weight=0, spoils=not taken)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the left sides with a field for a letter each, and the lettered right sides below."""
    columns = (Column(title=trp("column", "Letter"), share=1), Column(title=trp("column", "Item"), share=8))
    rows = tuple((plain(""), plain(pair.left)) for pair in spec.pairs)
    letters = Listing(items=tuple(plain(one.text) for one in rights(spec, context)), marker="letter")
    return (*prose(spec.prompt), Table(columns=columns, rows=rows), letters)


def findings(spec: Spec) -> Iterator[Finding]:
    """Find too many right sides, ids used twice, and sides that cannot be told apart."""
    count = len(spec.pairs) + len(spec.distractors)
    if count > len(LETTERS):
        yield Finding(
            code="C071",
            path=("distractors",),
            text=tr(
                "there are {count} right sides, more than the {letters} that have a letter, so some "
                "would not be shown; remove pairs or distractors",
                count=count,
                letters=len(LETTERS),
            ),
        )
    yield from ids_twice(
        [*placed_ids(("pairs",), spec.pairs), *placed_ids(("distractors",), spec.distractors)]
    )
    lefts = [(("pairs", index, "left"), pair.left) for index, pair in enumerate(spec.pairs)]
    yield from _same_texts(
        lefts,
        mark("the text {text!r} stands on the left twice, so nobody can know which to take; reword one"),
    )
    rights_ = [(("pairs", index, "right"), pair.right) for index, pair in enumerate(spec.pairs)]
    others = [(("distractors", index, "text"), one.text) for index, one in enumerate(spec.distractors)]
    yield from _same_texts(
        [*rights_, *others],
        mark("the text {text!r} stands on the right twice, so nobody can know which to take; reword one"),
    )


def _same_texts(texts: Iterable[tuple[Path, str]], told: str) -> Iterator[Finding]:
    for path, text in repeated(texts):
        yield Finding(code="C072", path=path, text=tr(told, text=text))


KIND = Kind(
    name=NAME,
    summary=mark("Pair each item with its partner."),
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
        "C071": mark("An exercise in matching has more right sides than there are letters for them."),
        "C072": mark(
            "Two sides of an exercise in matching have the same text, so that both could be the partner."
        ),
    },
)
