"""Choose one option, or several where the author says so; every option tells why."""

import re
from collections.abc import Iterator
from random import Random
from typing import Annotated

import msgspec

from coach.core.calibration import LEVELS, MOST, Certainty, marks
from coach.core.curriculum import Step
from coach.core.document import AnyBlock, Choice, Choices
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Finding
from coach.core.outcome import Check, Outcome, weigh
from coach.core.prose import prose, unmarked
from coach.core.record import Id, Record, Text
from coach.core.twice import ids_twice, placed_ids
from coach.exercises.base import Kind, Offered, folder_name
from coach.locale import mark, tr, trn, trp

NAME = folder_name(__name__)


class Option(Record):
    """Something to choose; ``why`` teaches, whether it is right or wrong."""

    id: Id
    text: Text
    why: Text
    correct: bool = False
    misconception: Id | None = None


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A question with options; with ``several`` any number of them may be right.

    With ``certainty`` people also say how sure they are, and the answer is marked by that. With
    ``shuffle`` the options stand in an order of the seed's making; it should not be set where one
    option speaks of another by its place.
    """

    prompt: Text
    options: Annotated[tuple[Option, ...], msgspec.Meta(min_length=2, max_length=9)]
    several: bool = False
    certainty: bool = False
    shuffle: bool = False


class Response(Record):
    """The ids of the options that were picked and, where it was asked, how sure the person was."""

    picked: tuple[str, ...]
    certainty: Certainty | None = None


SURE = {1: mark("a guess"), 2: mark("fairly sure"), 3: mark("very sure")}
"""The levels of certainty in words."""


def shown(spec: Spec, context: Context) -> tuple[Option, ...]:
    """Give the options in the order in which they are shown and numbered."""
    options = list(spec.options)
    if spec.shuffle:
        Random(context.seed).shuffle(options)  # noqa: S311 - a shuffle keeps no secret
    return tuple(options)


def ask(spec: Spec, context: Context) -> str:
    """Number the options and say how to answer; how sure one is follows the word "sure"."""
    lines = [f"  {number}  {option.text}" for number, option in enumerate(shown(spec, context), 1)]
    how = tr("Type the numbers of all that fit, such as 1 3.") if spec.several else tr("Type one number.")
    if spec.certainty:
        add = tr(
            "Then add how sure you are: {sure} 1 for a guess, {sure} 2 for fairly, {sure} 3 for very. "
            "For example: {example}.",
            sure=_sure(),
            example=f"{'1 3' if spec.several else '1'} {_sure()} 2",
        )
        how = f"{how} {add}"
    return "\n".join([unmarked(spec.prompt), "", *lines, "", how])


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read option numbers, separated by spaces or commas, and the certainty if it is asked for."""
    certainty = None
    if spec.certainty:
        line, certainty = _certainty(line)
    options = shown(spec, context)
    words = line.replace(",", " ").split()
    known = {str(number): option.id for number, option in enumerate(options, 1)}
    if not words or any(word not in known for word in words):
        raise Unreadable(tr("That is not an option. Type a number from 1 to {count}.", count=len(options)))
    if len(set(words)) > 1 and not spec.several:
        raise Unreadable(tr("Only one option can be chosen here. Type one number."))
    return Response(picked=in_order(spec, {known[word] for word in words}), certainty=certainty)


def _sure() -> str:
    """Give the word that stands before how sure one is; the English one is understood everywhere."""
    return trp("typed in an answer", "sure")


def _certainty(line: str) -> tuple[str, int]:
    """Split a line into the options and how sure the person is."""
    known = rf"(.*?)\b(?:sure|{re.escape(_sure())})\s+([0-9]+)\s*"
    found = re.fullmatch(known, line, re.IGNORECASE | re.DOTALL)
    if found is None or found[2] not in map(str, LEVELS):
        raise Unreadable(
            tr(
                "It is also asked how sure you are. Add {sure} 1 for a guess, {sure} 2 for fairly or "
                "{sure} 3 for very, such as 1 {sure} 2.",
                sure=_sure(),
            )
        )
    return found[1], int(found[2])


def in_order(spec: Spec, picked: set[str]) -> tuple[str, ...]:
    """Give picked ids in the order in which the options are written, however they are shown."""
    return tuple(option.id for option in spec.options if option.id in picked)


def say(spec: Spec, response: Response, context: Context) -> str:
    """Name the picked options by their texts, and how sure the person was."""
    texts = "; ".join(option.text for option in shown(spec, context) if option.id in response.picked)
    return f"{texts} ({tr(SURE[response.certainty])})" if response.certainty else texts


def solution(spec: Spec, context: Context) -> Response:
    """Pick exactly the right options; how sure one is, is no part of the solution."""
    return Response(picked=tuple(option.id for option in spec.options if option.correct))


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by the key: one pick is right or wrong; of several, each option treated right counts.

    How sure the person was changes no score; the remark tells the marks that it brought or cost.
    """
    picked = set(response.picked)
    options = shown(spec, context)
    checks = tuple(_check(spec, option, picked=option.id in picked) for option in options)
    wrong_ideas = tuple(
        option.misconception
        for option in options
        if option.misconception and option.id in picked and not option.correct
    )
    right = {option.id for option in options if option.correct} == picked
    marked = _marked(response.certainty, right=right) if spec.certainty and response.certainty else ""
    if not spec.several:
        return Outcome(checks=checks, score=float(right), misconceptions=wrong_ideas, remark=marked)
    missing = sum(option.correct and option.id not in picked for option in options)
    more = trn("{n} more would fit.", "{n} more would fit.", missing) if missing else ""
    return weigh(checks, misconceptions=wrong_ideas, remark=" ".join(filter(None, (more, marked))))


def _marked(certainty: int, *, right: bool) -> str:
    """Tell the marks for an answer with its certainty."""
    gained = marks(right=right, certainty=certainty)
    sure = tr(SURE[certainty])
    if right:
        return tr("Right and {sure}: {gained} of {most} marks.", sure=sure, gained=gained, most=MOST)
    if gained >= 0:
        return tr("Wrong and {sure}: {gained} of {most} marks.", sure=sure, gained=gained, most=MOST)
    return trn("Wrong and {sure}: {n} mark lost.", "Wrong and {sure}: {n} marks lost.", -gained, sure=sure)


def _check(spec: Spec, option: Option, *, picked: bool) -> Check:
    """Judge one option; what was not picked spoils, and in a single choice does not count."""
    return Check(
        id=option.id,
        label=option.text,
        passed=option.correct == picked,
        why=option.why,
        weight=1 if spec.several or picked else 0,
        spoils=not picked,
    )


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the question with a box beside each option, and with boxes for how sure one is."""
    options = shown(spec, context)
    boxes = [Choices(label="", choices=(Choice(label=option.text),)) for option in options]
    if spec.certainty:
        levels = tuple(Choice(label=tr(SURE[level])) for level in LEVELS)
        boxes.append(Choices(label=tr("How sure are you?"), choices=levels))
    return (*prose(spec.prompt), *boxes)


def findings(spec: Spec) -> Iterator[Finding]:
    """Find keys that cannot be met and ids used twice."""
    right = [option for option in spec.options if option.correct]
    if not right:
        yield Finding(
            code="C031",
            path=("options",),
            text=tr("no option is marked correct, so nobody can answer; mark one with correct: true"),
        )
    if len(right) > 1 and not spec.several:
        yield Finding(
            code="C032",
            path=("options",),
            text=tr(
                "{right} options are marked correct but only one may be chosen; add several: true or "
                "mark just one",
                right=len(right),
            ),
        )
    yield from ids_twice(placed_ids(("options",), spec.options), mark("option id"))


def offered(spec: Spec) -> Offered | None:
    """Give the options of a question with one right answer."""
    right = [index for index, option in enumerate(spec.options) if option.correct]
    if spec.several or len(right) != 1:
        return None
    texts = tuple(option.text for option in spec.options)
    return Offered(texts=texts, right=right[0], shuffled=spec.shuffle)


KIND = Kind(
    name=NAME,
    summary=mark("Choose one option, or several, and say how sure you are if asked."),
    spec=Spec,
    response=Response,
    ask=ask,
    read=read,
    say=say,
    solution=solution,
    grade=grade,
    printed=printed,
    findings=findings,
    offered=offered,
)
