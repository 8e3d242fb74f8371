"""The tree that an expression is read into; whether it makes sense is not known yet."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias, assert_never

from coach.core.record import Record


class Literal(Record):
    """A number, a text, true, false or null as it is written; ``at`` counts characters from 1."""

    value: Fraction | str | bool | None
    at: int


class Name(Record):
    """Something that is given from outside."""

    name: str
    at: int


class Member(Record):
    """A part of something, after a dot."""

    of: "Node"
    name: str
    at: int


class Call(Record):
    """A function with what stands in its brackets."""

    function: str
    arguments: tuple["Node", ...]
    at: int


class Unary(Record):
    """``-`` or ``not`` before something."""

    sign: str
    of: "Node"
    at: int


class Binary(Record):
    """Two things and the sign between them; ``at`` is the sign's place."""

    sign: str
    left: "Node"
    right: "Node"
    at: int


Node: TypeAlias = Literal | Name | Member | Call | Unary | Binary
"""An expression that was read."""


def walk(node: Node) -> Iterator[Node]:
    """Give a node and everything in it."""
    yield node
    match node:
        case Literal() | Name():
            return
        case Member(of=of) | Unary(of=of):
            yield from walk(of)
        case Binary(left=left, right=right):
            yield from walk(left)
            yield from walk(right)
        case Call(arguments=arguments):
            for argument in arguments:
                yield from walk(argument)
        case _:
            assert_never(node)
