"""Sums written by authors, read and worked out without running any code.

A sum has numbers with a decimal point, names, ``+ - * /``, brackets, and the functions ``round``,
``min`` and ``max``. It is worked out in fractions, so that 0.1 + 0.2 is 0.3 on every machine.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from math import floor

from coach.core.expression import (
    Binary,
    Call,
    ExpressionFault,
    Grammar,
    Literal,
    Name,
    Node,
    Unary,
    number,
    walk,
)
from coach.core.expression import parse as parse_expression
from coach.locale import mark, tr

ArithmeticFault = ExpressionFault
"""A sum that cannot be read or worked out; the message is a phrase that says what and where."""

FINEST = 15
"""The most decimals, and by a minus the most zeros, that ``round`` can be asked for."""

SUM = Grammar(
    what=mark("sum"),
    longest=200,
    deepest=20,
    token=re.compile(
        r"(?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>[-+*/(),])"
    ),
    ranks=(frozenset("+-"), frozenset("*/")),
    negation=None,
    calls=frozenset({"round", "min", "max"}),
    members=False,
    begin=mark("a number, a name or a bracket"),
    follow=mark("+, -, * or /"),
)
"""How sums are written."""

ARGUMENTS: dict[str, range] = {
    "round": range(1, 3),
    "min": range(2, SUM.longest),
    "max": range(2, SUM.longest),
}
"""How many values each function takes."""


def exact(value: float) -> Fraction:
    """Return the decimal number that a float is written as: 0.1 is a tenth, not the float beside it."""
    return Fraction(repr(value))


@lru_cache(maxsize=512)
def parse(text: str) -> Node:
    """Read a sum; raises :class:`ArithmeticFault`. Names are not looked up."""
    found = parse_expression(text, SUM)
    for node in walk(found):
        if isinstance(node, Call) and len(node.arguments) not in ARGUMENTS[node.function]:
            raise ArithmeticFault(_wanted(node))
    return found


def _wanted(node: Call) -> str:
    """Say how many values a function takes."""
    if node.function == "round":
        return tr("round at character {at} takes one value, or a value and its decimals", at=node.at)
    return tr("{function} at character {at} takes two or more values", function=node.function, at=node.at)


def names(expression: Node) -> frozenset[str]:
    """Return the names that have to be given a value."""
    return frozenset(node.name for node in walk(expression) if isinstance(node, Name))


def evaluate(expression: Node, values: Mapping[str, Fraction]) -> Fraction:
    """Work a sum out; raises :class:`ArithmeticFault` for unknown names and divisions by zero."""
    match expression:
        case Name(name=name):
            if name not in values:
                raise ArithmeticFault(tr("the name {name!r} is not known", name=name))
            return values[name]
        case Unary(of=of):
            return -evaluate(of, values)
        case Binary(sign=sign, left=left, right=right):
            return _operate(sign, evaluate(left, values), evaluate(right, values))
        case Call(function=function, arguments=arguments):
            return _call(function, [evaluate(argument, values) for argument in arguments])
        case Literal(value=value):
            return number(value, expression)
        case _:
            raise ArithmeticFault(tr("it has a part that is no sum"))


def _operate(sign: str, left: Fraction, right: Fraction) -> Fraction:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            if not right:
                raise ArithmeticFault(tr("it divides by zero"))
            return left / right


def _call(function: str, arguments: list[Fraction]) -> Fraction:
    match function:
        case "min":
            return min(arguments)
        case "max":
            return max(arguments)
        case _:
            return _rounded(*arguments)


def _rounded(value: Fraction, decimals: Fraction = Fraction(0)) -> Fraction:
    """Round as people do: halves go away from zero."""
    if decimals.denominator != 1 or abs(decimals) > FINEST:
        raise ArithmeticFault(
            tr(
                "round takes a whole number of decimals from -{finest} to {finest}, not {decimals:g}",
                finest=FINEST,
                decimals=float(decimals),
            )
        )
    scale = Fraction(10) ** int(decimals)
    size = Fraction(floor(abs(value) * scale + Fraction(1, 2))) / scale
    return size if value >= 0 else -size
