"""Sums written by authors, read and worked out without running any code.

A sum has numbers with a decimal point, names, ``+ - * /``, brackets, and the functions ``round``,
``min`` and ``max``. It is worked out in fractions, so that 0.1 + 0.2 is 0.3 on every machine.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Literal, NamedTuple, TypeAlias, assert_never, cast

from coach.core.record import Record

LONGEST = 200
"""Characters in a sum; what is longer is no longer read by anybody."""

DEEPEST = 20
"""Brackets and minus signs within each other."""

FINEST = 15
"""The most decimals, and by a minus the most zeros, that ``round`` can be asked for."""

Sign: TypeAlias = Literal["+", "-", "*", "/"]
Function: TypeAlias = Literal["round", "min", "max"]

ARGUMENTS: dict[str, range] = {"round": range(1, 3), "min": range(2, LONGEST), "max": range(2, LONGEST)}
"""How many values each function takes."""

TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>[-+*/(),])"
)


class ArithmeticFault(ValueError):  # noqa: N818 - it is a fault in a sum, not in the program
    """A sum that cannot be read or worked out; the message is a phrase that says what and where."""


class Number(Record):
    """A number as it is written."""

    value: Fraction


class Name(Record):
    """A value that is given from outside."""

    name: str


class Negative(Record):
    """The opposite of a value."""

    of: "Expression"


class Operation(Record):
    """Two values and what is done with them."""

    sign: Sign
    left: "Expression"
    right: "Expression"


class Call(Record):
    """A function with the values it takes."""

    function: Function
    arguments: tuple["Expression", ...]


Expression: TypeAlias = Number | Name | Negative | Operation | Call
"""A sum that was read."""


def exact(number: float) -> Fraction:
    """Return the decimal number that a float is written as: 0.1 is a tenth, not the float beside it."""
    return Fraction(repr(number))


@lru_cache(maxsize=512)
def parse(text: str) -> Expression:
    """Read a sum; raises :class:`ArithmeticFault`. Names are not looked up."""
    if len(text) > LONGEST:
        raise ArithmeticFault(f"it has {len(text)} characters, more than {LONGEST}")
    reader = _Reader(text)
    found = reader.sum(0)
    reader.end()
    return found


def names(expression: Expression) -> frozenset[str]:
    """Return the names that have to be given a value."""
    match expression:
        case Number():
            return frozenset()
        case Name(name=name):
            return frozenset({name})
        case Negative(of=of):
            return names(of)
        case Operation(left=left, right=right):
            return names(left) | names(right)
        case Call(arguments=arguments):
            return frozenset().union(*map(names, arguments))
        case _:
            assert_never(expression)


def evaluate(expression: Expression, values: Mapping[str, Fraction]) -> Fraction:
    """Work a sum out; raises :class:`ArithmeticFault` for unknown names and divisions by zero."""
    match expression:
        case Number(value=value):
            return value
        case Name(name=name):
            if name not in values:
                raise ArithmeticFault(f"the name {name!r} is not known")
            return values[name]
        case Negative(of=of):
            return -evaluate(of, values)
        case Operation(sign=sign, left=left, right=right):
            return _operate(sign, evaluate(left, values), evaluate(right, values))
        case Call(function=function, arguments=arguments):
            return _call(function, [evaluate(argument, values) for argument in arguments])
        case _:
            assert_never(expression)


def _operate(sign: Sign, left: Fraction, right: Fraction) -> Fraction:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            if not right:
                raise ArithmeticFault("it divides by zero")
            return left / right
        case _:
            assert_never(sign)


def _call(function: Function, arguments: list[Fraction]) -> Fraction:
    match function:
        case "min":
            return min(arguments)
        case "max":
            return max(arguments)
        case "round":
            return _rounded(*arguments)
        case _:
            assert_never(function)


def _rounded(value: Fraction, decimals: Fraction = Fraction(0)) -> Fraction:
    """Round as people do: halves go away from zero."""
    if decimals.denominator != 1 or abs(decimals) > FINEST:
        raise ArithmeticFault(
            f"round takes a whole number of decimals from -{FINEST} to {FINEST}, not {float(decimals):g}"
        )
    scale = Fraction(10) ** int(decimals)
    size = Fraction(floor(abs(value) * scale + Fraction(1, 2))) / scale
    return size if value >= 0 else -size


class _Token(NamedTuple):
    """A piece of a sum; ``place`` counts characters from 1."""

    kind: Literal["number", "name", "sign", "end"]
    text: str
    place: int


class _Reader:
    """Reads tokens from left to right, one function for each rank of signs."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._next = 0

    def sum(self, depth: int) -> Expression:
        """Read products joined by plus and minus."""
        found = self._product(depth)
        while sign := self._taken("+", "-"):
            found = Operation(sign=cast("Sign", sign), left=found, right=self._product(depth))
        return found

    def end(self) -> None:
        """Make sure that nothing is left."""
        if self._token.kind != "end":
            raise self._unexpected("+, -, * or /")

    def _product(self, depth: int) -> Expression:
        found = self._signed(depth)
        while sign := self._taken("*", "/"):
            found = Operation(sign=cast("Sign", sign), left=found, right=self._signed(depth))
        return found

    def _signed(self, depth: int) -> Expression:
        if depth > DEEPEST:
            raise ArithmeticFault(f"more than {DEEPEST} brackets or minus signs stand within each other")
        return Negative(of=self._signed(depth + 1)) if self._taken("-") else self._value(depth)

    def _value(self, depth: int) -> Expression:
        token = self._token
        if token.kind == "number":
            self._next += 1
            return Number(value=Fraction(token.text))
        if token.kind == "name":
            self._next += 1
            return self._call(token, depth) if token.text in ARGUMENTS else Name(name=token.text)
        if self._taken("("):
            found = self.sum(depth + 1)
            self._demand(")")
            return found
        raise self._unexpected("a number, a name or a bracket")

    def _call(self, token: _Token, depth: int) -> Call:
        self._demand("(")
        arguments = [self.sum(depth + 1)]
        while self._taken(","):
            arguments.append(self.sum(depth + 1))
        self._demand(")")
        if len(arguments) not in ARGUMENTS[token.text]:
            wanted = (
                "one value, or a value and its decimals" if token.text == "round" else "two or more values"
            )
            raise ArithmeticFault(f"{token.text} at character {token.place} takes {wanted}")
        return Call(function=cast("Function", token.text), arguments=tuple(arguments))

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    def _taken(self, *signs: str) -> str:
        """Take the next token if it is one of these signs, and return it."""
        token = self._token
        if token.kind != "sign" or token.text not in signs:
            return ""
        self._next += 1
        return token.text

    def _demand(self, sign: str) -> None:
        if not self._taken(sign):
            raise self._unexpected(f"'{sign}'")

    def _unexpected(self, wanted: str) -> ArithmeticFault:
        token = self._token
        if token.kind == "end":
            return ArithmeticFault(f"it ends where {wanted} should follow")
        return ArithmeticFault(
            f"{token.text!r} stands at character {token.place} where {wanted} should stand"
        )


def _tokens(text: str) -> Iterator[_Token]:
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = TOKEN.match(text, place)
        if not found:
            raise ArithmeticFault(f"{text[place]!r} at character {place + 1} has no meaning in a sum")
        kind = cast("Literal['number', 'name', 'sign']", found.lastgroup)
        yield _Token(kind=kind, text=found[0], place=place + 1)
        place = found.end()
    yield _Token(kind="end", text="", place=len(text) + 1)
