"""Generated values: drawing them, and putting them into the texts and the sums of a question."""

import re
from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import TypeAlias

from coach.core.arithmetic import ArithmeticFault, evaluate, exact, parse
from coach.core.exercise import Context
from coach.core.record import Record
from coach.locale import tr

from .number import LARGEST, shown
from .spec import Spec, Sum, Variable

DECIMALS = 6
"""Results of sums are rounded to so many decimals; nobody types more."""

TRIES = 50
"""How often values are drawn until they have an answer. What the checker lets pass has one nearly always."""

BRACES = re.compile(r"\{([^{}]*)\}")

Values: TypeAlias = Mapping[str, Fraction]
"""The drawn values by name."""


class PosedError(Record):
    """A common error with its number worked out."""

    value: float
    why: str
    misconception: str | None


class Posed(Record):
    """A question with all its numbers: what one person is asked."""

    prompt: str
    answer: float
    why: str
    errors: tuple[PosedError, ...]


def posed(spec: Spec, context: Context) -> Posed:
    """Draw the values by the seed and put them in.

    Raises :class:`coach.core.arithmetic.ArithmeticFault` only for a spec that has findings.
    """
    values = drawn(spec, Random(context.seed))  # noqa: S311 - an exercise keeps no secret
    answer = result(spec.answer, values)
    known = {**values, "answer": worth(spec.answer, values)}
    return Posed(
        prompt=filled(spec.prompt, values, context.language),
        answer=answer,
        why=filled(spec.why, known if values else {}, context.language),
        errors=tuple(
            PosedError(
                value=result(error.value, values),
                why=filled(error.why, known if values else {}, context.language),
                misconception=error.misconception,
            )
            for error in spec.common_errors
            if has_result(error.value, values)
        ),
    )


def drawn(spec: Spec, random: Random) -> Values:
    """Draw a value for every variable; values that have no answer are drawn again."""
    values: Values = {}
    for _ in range(TRIES):
        values = {name: value_at(one, random.randrange(size(one))) for name, one in spec.vars.items()}
        if has_result(spec.answer, values):
            return values
    return values


def size(variable: Variable) -> int:
    """Return how many values a variable can have; 0 if it is not written as it should be."""
    if (variable.choice is None) == (variable.range is None):
        return 0
    if variable.choice is not None:
        return len(variable.choice)
    low, high, step = _range(variable)
    return max(int((high - low) // step) + 1, 0) if step > 0 else 0


def value_at(variable: Variable, index: int) -> Fraction:
    """Return the variable's value at a place from 0 to below its :func:`size`."""
    if variable.choice is not None:
        return exact(variable.choice[index])
    low, _, step = _range(variable)
    return low + index * step


def _range(variable: Variable) -> tuple[Fraction, Fraction, Fraction]:
    assert variable.range is not None
    low, high, step = variable.range
    return exact(low), exact(high), exact(step)


def result(source: Sum, values: Values) -> float:
    """Work out an answer; raises :class:`coach.core.arithmetic.ArithmeticFault` if it has no number.

    A number stays as it is; the result of a sum is rounded to :data:`DECIMALS`.
    """
    if not isinstance(source, str):
        return source
    return _rounded(worth(source, values))


def has_result(source: Sum, values: Values) -> bool:
    """Tell whether these values lead to a number."""
    try:
        result(source, values)
    except ArithmeticFault:
        return False
    return True


def worth(source: Sum, values: Values) -> Fraction:
    """Work a sum out exactly; raises :class:`coach.core.arithmetic.ArithmeticFault`."""
    return evaluate(parse(source), values) if isinstance(source, str) else exact(source)


def _rounded(value: Fraction) -> float:
    if abs(value) > LARGEST:
        raise ArithmeticFault(
            tr("it comes to more than {largest:g}, too large to be asked for", largest=LARGEST)
        )
    return float(round(value, DECIMALS))


def filled(text: str, values: Values, language: str) -> str:
    """Put numbers in the place of braces; without values, or where there is no number, braces stay."""

    def number(braces: re.Match[str]) -> str:
        try:
            return shown(result(braces[1], values), language)
        except ArithmeticFault:
            return braces[0]

    return BRACES.sub(number, text) if values else text
