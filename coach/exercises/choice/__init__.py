"""Choose one option, or several where the author says so; every option tells why."""

from collections.abc import Iterator
from typing import Annotated

import msgspec

from coach.core.curriculum import Step
from coach.core.document import AnyBlock, Choice, Choices
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Finding
from coach.core.outcome import Check, Outcome, weigh
from coach.core.prose import prose
from coach.core.record import Id, Record, Text
from coach.exercises.base import Kind, folder_name

NAME = folder_name(__name__)


class Option(Record):
    """Something to choose; ``why`` teaches, whether it is right or wrong."""

    id: Id
    text: Text
    why: Text
    correct: bool = False
    misconception: Id | None = None


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A question with options; with ``several`` any number of them may be right."""

    prompt: Text
    options: Annotated[tuple[Option, ...], msgspec.Meta(min_length=2, max_length=9)]
    several: bool = False


class Response(Record):
    """The ids of the options that were picked."""

    picked: tuple[str, ...]


def ask(spec: Spec, context: Context) -> str:
    """Number the options and say how to answer."""
    lines = [f"  {number}  {option.text}" for number, option in enumerate(spec.options, 1)]
    how = "Type the numbers of all that fit, such as 1 3." if spec.several else "Type one number."
    return "\n".join([spec.prompt.strip(), "", *lines, "", how])


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read option numbers, separated by spaces or commas."""
    words = line.replace(",", " ").split()
    known = {str(number): option.id for number, option in enumerate(spec.options, 1)}
    if not words or any(word not in known for word in words):
        raise Unreadable(f"That is not an option. Type a number from 1 to {len(spec.options)}.")
    if len(set(words)) > 1 and not spec.several:
        raise Unreadable("Only one option can be chosen here. Type one number.")
    return Response(picked=tuple(known[word] for word in sorted(set(words))))


def say(spec: Spec, response: Response, context: Context) -> str:
    """Name the picked options by their texts."""
    return "; ".join(option.text for option in spec.options if option.id in response.picked)


def solution(spec: Spec, context: Context) -> Response:
    """Pick exactly the right options."""
    return Response(picked=tuple(option.id for option in spec.options if option.correct))


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by the key: one pick is right or wrong; of several, each option treated right counts."""
    picked = set(response.picked)
    checks = tuple(_check(spec, option, picked=option.id in picked) for option in spec.options)
    wrong_ideas = [
        option.misconception
        for option in spec.options
        if option.misconception and option.id in picked and not option.correct
    ]
    missing = sum(option.correct and option.id not in picked for option in spec.options)
    remark = f"{missing} more would fit." if spec.several and missing else ""
    if not spec.several:
        right = {option.id for option in spec.options if option.correct} == picked
        return Outcome(checks=checks, score=float(right), misconceptions=tuple(wrong_ideas))
    return weigh(checks, misconceptions=tuple(wrong_ideas), remark=remark)


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
    """Print the question with a box beside each option."""
    boxes = [Choices(label="", choices=(Choice(label=option.text),)) for option in spec.options]
    return (*prose(spec.prompt), *boxes)


def findings(spec: Spec) -> Iterator[Finding]:
    """Find keys that cannot be met and ids used twice."""
    right = [option for option in spec.options if option.correct]
    if not right:
        yield Finding(
            code="C031",
            path=("options",),
            text="no option is marked correct, so nobody can answer; mark one with correct: true",
        )
    if len(right) > 1 and not spec.several:
        yield Finding(
            code="C032",
            path=("options",),
            text=f"{len(right)} options are marked correct but only one may be chosen; "
            "add several: true or mark just one",
        )
    seen: set[str] = set()
    for index, option in enumerate(spec.options):
        if option.id in seen:
            yield Finding(
                code="C010",
                path=("options", index, "id"),
                text=f"option id {option.id!r} is used twice, so answers could not be told apart; rename one",
            )
        seen.add(option.id)


KIND = Kind(
    name=NAME,
    summary="Choose one option, or several.",
    spec=Spec,
    response=Response,
    ask=ask,
    read=read,
    say=say,
    solution=solution,
    grade=grade,
    printed=printed,
    findings=findings,
)
