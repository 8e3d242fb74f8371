"""Conditions and sums of a script: what they refer to, whether they make sense, and what they come to."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import floor
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar

from coach.core.expression import (
    Binary,
    Call,
    ExpressionFault,
    Member,
    Name,
    Node,
    Unary,
    Value,
    evaluate,
)
from coach.core.expression import (
    Literal as Written,
)
from coach.locale import mark, tr

T = TypeVar("T")

MOST = 1_000_000
"""Beyond this, up or down, no variable goes."""

SPACES = ("disclosed", "objective", "seen", "chosen")
"""What stands before the dot."""

METERS = ("trust", "patience", "turn")

Sort: TypeAlias = Literal["number", "truth", "text"]
SORTS: dict[str, Sort] = {
    "disclosed": "truth",
    "objective": "number",
    "seen": "number",
    "chosen": "number",
    "meter": "number",
}
"""What a reference of each space comes to; variables come to what they start with."""


MISPLACED: dict[tuple[Sort, Sort], str] = {
    ("number", "truth"): mark("a number must stand at character {at}, where a truth stands"),
    ("number", "text"): mark("a number must stand at character {at}, where a text stands"),
    ("truth", "number"): mark("a truth must stand at character {at}, where a number stands"),
    ("truth", "text"): mark("a truth must stand at character {at}, where a text stands"),
    ("text", "number"): mark("a text must stand at character {at}, where a number stands"),
    ("text", "truth"): mark("a text must stand at character {at}, where a truth stands"),
}
"""What is wrong where another sort stands than the wanted one, which is named first."""


class Reference(NamedTuple):
    """Something that an expression looks at.

    ``trust`` is ``("meter", "trust")``, and ``seen.hub`` is ``("seen", "hub")``.
    """

    space: str
    name: str


def references(node: Node) -> Iterator[Reference]:
    """Give all that an expression looks at; the space is ``""`` where there is no such thing."""
    match node:
        case Member(of=Name(name=space)) if space in SPACES:
            yield Reference(space, node.name)
        case Member():
            yield Reference("", f"….{node.name}")
        case Name(name=name):
            yield Reference("meter" if name in METERS else "variable", name)
        case Call(function="knows", arguments=(Written(value=str() as fact),)):
            yield Reference("disclosed", fact)
        case Call(function=function):
            yield Reference("", f"{function}()")
        case Unary(of=of):
            yield from references(of)
        case Binary(left=left, right=right):
            yield from references(left)
            yield from references(right)
        case _:
            return


def sort_of(node: Node, sorts: dict[Reference, Sort]) -> Sort:
    """Say what an expression comes to; raises :class:`ExpressionFault` where its parts do not fit together.

    ``sorts`` has what each of its references comes to.
    """
    match node:
        case Written(value=value, at=at):
            return _written(value, at)
        case Unary(sign=sign, of=of):
            return _wanted(of, "truth" if sign == "not" else "number", sorts)
        case Binary():
            return _joined(node, sorts)
        case _:
            return sorts[next(references(node))]


def _written(value: Value, at: int) -> Sort:
    match value:
        case bool():
            return "truth"
        case str():
            return "text"
        case Fraction():
            return "number"
        case _:
            raise ExpressionFault(tr("null at character {at} has no meaning here", at=at))


def _joined(node: Binary, sorts: dict[Reference, Sort]) -> Sort:
    if node.sign == "~":
        raise ExpressionFault(tr("the sign ~ at character {at} has no meaning here", at=node.at))
    if node.sign in ("and", "or"):
        wanted: Sort = "truth"
    else:
        wanted = sort_of(node.left, sorts) if node.sign in ("==", "!=") else "number"
    _wanted(node.left, wanted, sorts)
    _wanted(node.right, wanted, sorts)
    return "number" if node.sign in "+-*/" else "truth"


def _wanted(node: Node, sort: Sort, sorts: dict[Reference, Sort]) -> Sort:
    found = sort_of(node, sorts)
    if found != sort:
        raise ExpressionFault(tr(MISPLACED[sort, found], at=node.at))
    return found


def parts(node: Node) -> tuple[Node, ...]:
    """Give the conditions that ``and`` joins; a line is the more specific the more it has."""
    match node:
        case Binary(sign="and", left=left, right=right):
            return (*parts(left), *parts(right))
        case _:
            return (node,)


class Known:
    """The values of references, as a scope for expressions."""

    def __init__(self, values: dict[Reference, Value]) -> None:
        self._values = values

    def name(self, node: Name) -> Value:
        """Give a meter's or variable's value, or the space itself for what follows the dot."""
        if node.name in SPACES:
            return node.name
        return self._values[Reference("meter" if node.name in METERS else "variable", node.name)]

    def member(self, of: Value, node: Member) -> Value:
        """Give what stands behind the dot."""
        return self._values[Reference(str(of), node.name)]

    def call(self, node: Call) -> Value:
        """Say whether a fact is known."""
        return self._values[next(references(node))]

    def alike(self, left: Value, right: Value) -> bool:  # noqa: ARG002 - the scope's shape
        """Refuse: there are no texts to compare."""
        raise ExpressionFault(tr("the sign ~ has no meaning here"))


Getter: TypeAlias = Callable[[T], Value]


class Formula(Generic[T]):
    """An expression over a situation ``T``. It remembers what each set of values came to.

    A sum that divides by zero comes to ``None``, so that a condition with one does not hold.
    """

    def __init__(self, node: Node, getters: dict[Reference, Getter[T]], reads: frozenset[Reference]) -> None:
        """``getters`` are by the names that are written, ``reads`` has the ids that they stand for."""
        self.node = node
        self.reads = reads
        self._written = tuple(getters)
        self._getters = tuple(getters.values())
        self._remembered: dict[tuple[Value, ...], Value] = {}

    def value(self, situation: T) -> Value:
        """Work the expression out, or remember it."""
        key = tuple([get(situation) for get in self._getters])
        try:
            return self._remembered[key]
        except KeyError:
            return self._remembered.setdefault(key, self._worked_out(key))

    def holds(self, situation: T) -> bool:
        """Whether the expression is true."""
        return self.value(situation) is True

    def _worked_out(self, key: tuple[Value, ...]) -> Value:
        try:
            value = evaluate(self.node, Known(dict(zip(self._written, key, strict=True))))
        except ExpressionFault:
            return None
        if isinstance(value, bool):
            return value
        return max(-MOST, min(MOST, floor(value))) if isinstance(value, Fraction | int) else None
