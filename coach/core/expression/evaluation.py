"""Working an expression out; what its names mean is up to a :class:`Scope`."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Protocol, TypeAlias, assert_never

from coach.core.expression.fault import ExpressionFault
from coach.core.expression.tree import Binary, Call, Literal, Member, Name, Node, Unary
from coach.locale import tr

Value: TypeAlias = Any
"""What an expression can come to: a bool, a Fraction, a text, a date, ``None``, or a scope's own thing."""


class Scope(Protocol):
    """What names, parts and calls mean. Each raises :class:`ExpressionFault` for what it does not know."""

    def name(self, node: Name) -> Value:
        """Give the value of a name."""

    def member(self, of: Value, node: Member) -> Value:
        """Give a part of a value."""

    def call(self, node: Call) -> Value:
        """Work a call out; the scope decides how its arguments are worked out."""

    def alike(self, left: Value, right: Value) -> bool:
        """Say whether two values are alike, for the sign ``~``."""


def evaluate(node: Node, scope: Scope) -> Value:
    """Work an expression out; raises :class:`ExpressionFault`."""
    match node:
        case Literal(value=value):
            return value
        case Name():
            return scope.name(node)
        case Member(of=of):
            return scope.member(evaluate(of, scope), node)
        case Call():
            return scope.call(node)
        case Unary(of=of):
            value = evaluate(of, scope)
            return not truth(value, of) if node.sign == "not" else -number(value, of)
        case Binary():
            return _joined(node, scope)
        case _:
            assert_never(node)


def _joined(node: Binary, scope: Scope) -> Value:
    """Work out both sides, or only the left one where that decides."""
    left = evaluate(node.left, scope)
    match node.sign:
        case "and":
            return truth(left, node.left) and truth(evaluate(node.right, scope), node.right)
        case "or":
            return truth(left, node.left) or truth(evaluate(node.right, scope), node.right)
        case _:
            return _operate(node, left, evaluate(node.right, scope), scope)


def truth(value: Value, node: Node) -> bool:
    """Return a value that must be true or false."""
    if isinstance(value, bool):
        return value
    raise ExpressionFault(tr("what stands at character {at} is neither true nor false", at=node.at))


def number(value: Value, node: Node) -> Fraction:
    """Return a value that must be a number."""
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    raise ExpressionFault(tr("what stands at character {at} is no number", at=node.at))


def _operate(node: Binary, left: Value, right: Value, scope: Scope) -> Value:
    match node.sign:
        case "==":
            return _same(left, right)
        case "!=":
            return not _same(left, right)
        case "~":
            return scope.alike(left, right)
        case "<" | "<=" | ">" | ">=":
            return _compared(node, left, right)
        case _:
            return _reckoned(node, left, right)


def _same(left: Value, right: Value) -> bool:
    """Values of different types differ, true and 1 included."""
    return isinstance(left, bool) == isinstance(right, bool) and bool(left == right)


def _compared(node: Binary, left: Value, right: Value) -> bool:
    """Compare numbers with numbers, dates with dates; nothing compares with null, which is never smaller."""
    if left is None or right is None:
        return False
    if not (isinstance(left, date) and isinstance(right, date)):
        left, right = number(left, node.left), number(right, node.right)
    match node.sign:
        case "<":
            return bool(left < right)
        case "<=":
            return bool(left <= right)
        case ">":
            return bool(left > right)
        case _:
            return bool(left >= right)


def _reckoned(node: Binary, left: Value, right: Value) -> Value:
    """Reckon with numbers; to a date, days can be added."""
    if isinstance(left, date) and node.sign in "+-":
        return _shifted(node, left, number(right, node.right))
    one, other = number(left, node.left), number(right, node.right)
    match node.sign:
        case "+":
            return one + other
        case "-":
            return one - other
        case "*":
            return one * other
        case _:
            if not other:
                raise ExpressionFault(tr("it divides by zero"))
            return one / other


def _shifted(node: Binary, day: date, days: Fraction) -> date:
    try:
        return day + timedelta(days=int(days if node.sign == "+" else -days))
    except OverflowError as error:
        raise ExpressionFault(tr("the date at character {at} is out of all bounds", at=node.at)) from error
