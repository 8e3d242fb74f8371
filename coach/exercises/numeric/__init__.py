"""Work out a number; a known wrong way is recognised by where it leads."""

from collections.abc import Iterator
from typing import Annotated

import msgspec

from coach.core.curriculum import Step
from coach.core.document import AnyBlock, Fact, Facts
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Finding, Severity
from coach.core.outcome import Check, Outcome, weigh
from coach.core.prose import prose
from coach.core.record import Id, Record, Text
from coach.exercises.base import Kind, folder_name

from .number import LARGEST, parse, shown, take_apart

NAME = folder_name(__name__)

SLACK = 1e-9
"""Added to every tolerance, so that sums of decimals are not wrong by a rounding of the machine."""

LONGEST = 80
"""The longest line in characters that is looked at; no number here needs more."""

STEM = 3
"""From so many letters on, two words that differ only by an ending are taken for the same."""

SAME_UNIT = (
    {"%", "percent", "prozent"},
    {"€", "eur", "euro", "euros"},
    {"$", "us$", "usd", "dollar", "dollars"},
    {"£", "gbp", "pound", "pounds"},
    {"chf", "fr", "franc", "francs", "franken"},
)
"""Words and signs for the same unit, in lower case."""

Number = Annotated[float, msgspec.Meta(ge=-LARGEST, le=LARGEST)]


class CommonError(Record):
    """A wrong result that a wrong way leads to; ``why`` says what went wrong without the answer."""

    value: Number
    why: Text
    misconception: Id | None = None


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A question with a number for an answer; ``tolerance`` is absolute, in the answer's unit."""

    prompt: Text
    answer: Number
    why: Text
    """How the answer is worked out."""
    unit: str = ""
    tolerance: Annotated[float, msgspec.Meta(ge=0, le=LARGEST)] = 0
    common_errors: tuple[CommonError, ...] = ()


class Response(Record):
    """The number that was given, in the unit of the answer."""

    value: float


def ask(spec: Spec, context: Context) -> str:
    """Put the question and say how to write the number."""
    return "\n".join([spec.prompt.strip(), "", how(spec, context)])


def how(spec: Spec, context: Context) -> str:
    """Say what to type, in the language's own way of writing numbers."""
    unit = f" in {spec.unit}" if spec.unit else ""
    return f"Type a number{unit}, such as {shown(1250.5, context.language)}."


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read one number, with or without its unit and with thousands set apart or not."""
    text = line.strip()
    if len(text) > LONGEST:
        raise Unreadable(f"That is more than a number. {how(spec, context)}")
    written = take_apart(text.removesuffix(spec.unit))
    value = parse(written.number, context.language) if written.number else None
    if value is None:
        raise Unreadable(f"That is not one number. {how(spec, context)}")
    strange = [word for word in _words(" ".join(written.words)) if not _fits(word, spec.unit)]
    if strange:
        raise Unreadable(f"Only one number is needed, with all its digits. {how(spec, context)}")
    if value > LARGEST:
        raise Unreadable(f"That number is larger than any that is meant here. {how(spec, context)}")
    return Response(value=-value if written.negative and value else value)


def _words(text: str) -> list[str]:
    """Split a unit, or what was typed in its place, into its words in lower case."""
    return text.casefold().replace("per cent", "percent").replace("/", " ").split()


def _fits(word: str, unit: str) -> bool:
    """Whether a word beside the number means its unit; without a unit, any known one will do."""
    names = _words(unit)
    same = [group for group in SAME_UNIT if word in group and (not names or group.intersection(names))]
    return bool(same) or any(word == name or _inflected(word, name) for name in names)


def _inflected(word: str, name: str) -> bool:
    """Whether two words differ by an ending only, as "day" and "days" do."""
    return min(len(word), len(name)) >= STEM and (word.startswith(name) or name.startswith(word))


def say(spec: Spec, response: Response, context: Context) -> str:
    """Write the number with its unit, as the language does."""
    return f"{shown(response.value, context.language)} {spec.unit}".rstrip()


def solution(spec: Spec, context: Context) -> Response:
    """Give the answer itself."""
    return Response(value=spec.answer)


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by distance from the answer; a common error adds its reason and its misconception."""
    right = _near(spec, response.value, spec.answer)
    answer = Check(
        id="answer",
        label=say(spec, solution(spec, context), context),
        passed=right,
        why=spec.why,
        spoils=True,
    )
    error = None if right else _error(spec, response.value)
    if error is None:
        return weigh((answer,))
    told = Check(id="error", label=say(spec, response, context), passed=False, why=error.why, weight=0)
    return weigh((answer, told), misconceptions=(error.misconception,) if error.misconception else ())


def _near(spec: Spec, value: float, other: float) -> bool:
    return abs(value - other) <= spec.tolerance + SLACK


def _error(spec: Spec, value: float) -> CommonError | None:
    """Find the common error that is nearest to the value, if one is near enough."""
    near = [error for error in spec.common_errors if _near(spec, value, error.value)]
    return min(near, key=lambda error: abs(error.value - value), default=None)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the question with a line for the answer."""
    term = f"Answer in {spec.unit}" if spec.unit else "Answer"
    return (*prose(spec.prompt), Facts(facts=(Fact(term=term),), columns=1))


def findings(spec: Spec) -> Iterator[Finding]:
    """Find common errors that are right, or that another one hides."""
    values: set[float] = set()
    for index, error in enumerate(spec.common_errors):
        path = ("common_errors", index, "value")
        if _near(spec, error.value, spec.answer):
            yield Finding(
                code="C051",
                path=path,
                text=f"the common error {error.value:g} counts as right, it is within the tolerance of the "
                "answer; change the value or narrow the tolerance",
            )
        if error.value in values:
            yield Finding(
                code="C052",
                path=path,
                text=f"the common error {error.value:g} stands there twice, so its second why is never told; "
                "join the two",
                severity=Severity.WARNING,
            )
        values.add(error.value)


KIND = Kind(
    name=NAME,
    summary="Work out a number.",
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
        "C051": "A common error lies within the tolerance of the answer, so it would be graded as right.",
        "C052": "Two common errors have the same value, so only the first one's reason can ever be told.",
    },
)
