"""What authors write as conditions and sums, read into a tree without running any code.

A grammar says which signs there are and how they bind; :data:`CONDITION` is the one for conditions:
numbers, texts in quotes, ``true false null``, names with dots, calls, ``+ - * /``, comparisons
(``== != < <= > >= ~``; ``=`` and ``<>`` are taken for the first two), ``not``, ``and``, ``or`` (also as
``! && ||``) and brackets. What names and calls mean is up to a :class:`Scope`; ``and`` and ``or`` look at
the right side only if they need it.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple, Protocol, TypeAlias, assert_never

from coach.core.record import Record

Value: TypeAlias = Any
"""What an expression can come to: a bool, a Fraction, a text, a date, ``None``, or a scope's own thing."""


class ExpressionFault(ValueError):  # noqa: N818 - it is a fault in an expression, not in the program
    """An expression that cannot be read or worked out; the message is a phrase that says what and where."""


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


class Grammar(NamedTuple):
    """How expressions are written. ``ranks`` are the signs that bind, loosest first.

    ``calls`` are the names that are functions, ``None`` if any name can be one. ``what`` and ``follow`` are
    words for messages: what is read, and what may stand after something complete.
    """

    what: str
    longest: int
    deepest: int
    token: re.Pattern[str]
    ranks: tuple[frozenset[str], ...]
    negation: int | None
    """Before which rank ``not`` may stand; ``None`` if nowhere."""
    calls: frozenset[str] | None
    members: bool
    begin: str
    follow: str


COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">=", "~"})
SPELLINGS = {
    "=": "==",
    "<>": "!=",
    "&&": "and",
    "||": "or",
    "!": "not",
    "AND": "and",
    "OR": "or",
    "NOT": "not",
}
"""Other ways to write a sign. In capitals ``AND``, ``OR`` and ``NOT`` before a bracket are functions."""

WORDS = {"true": True, "false": False, "null": None}
SIGN_WORDS = frozenset({"and", "or", "not"})

CONDITION = Grammar(
    what="condition",
    longest=500,
    deepest=20,
    token=re.compile(
        r"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<text>'[^'\n]*'|\"[^\"\n]*\")|(?P<name>[A-Za-z_][A-Za-z0-9_-]*)"
        r"|(?P<sign>==|!=|<>|<=|>=|&&|\|\||[-+*/(),.<>=~!])",
        re.ASCII,
    ),
    ranks=(frozenset({"or"}), frozenset({"and"}), COMPARISONS, frozenset("+-"), frozenset("*/")),
    negation=2,
    calls=None,
    members=True,
    begin="a value",
    follow="a sign such as and, == or +",
)
"""How conditions, assertions and validation rules are written.

Names may hold hyphens, so a minus needs spaces around it.
"""


@lru_cache(maxsize=4096)
def parse(text: str, grammar: Grammar = CONDITION) -> Node:
    """Read an expression; raises :class:`ExpressionFault`. Names are not looked up."""
    if len(text) > grammar.longest:
        raise ExpressionFault(f"it has {len(text)} characters, more than {grammar.longest}")
    reader = _Reader(text, grammar)
    found = reader.rank(0, 0)
    reader.end()
    return found


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
    raise ExpressionFault(f"what stands at character {node.at} is neither true nor false")


def number(value: Value, node: Node) -> Fraction:
    """Return a value that must be a number."""
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    raise ExpressionFault(f"what stands at character {node.at} is no number")


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
                raise ExpressionFault("it divides by zero")
            return one / other


def _shifted(node: Binary, day: date, days: Fraction) -> date:
    try:
        return day + timedelta(days=int(days if node.sign == "+" else -days))
    except OverflowError as error:
        raise ExpressionFault(f"the date at character {node.at} is out of all bounds") from error


class _Token(NamedTuple):
    """A piece of an expression; ``place`` counts characters from 1."""

    kind: str
    text: str
    place: int


class _Reader:
    """Reads tokens from left to right, rank by rank."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self._grammar = grammar
        self._tokens = list(_tokens(text, grammar))
        self._next = 0

    def rank(self, rank: int, depth: int) -> Node:
        """Read what is joined by the signs of a rank, and of all that bind more tightly."""
        if rank == len(self._grammar.ranks):
            return self._signed(depth)
        if rank == self._grammar.negation and (token := self._taken("not")):
            self._mind(depth + 1)
            return Unary(sign="not", of=self.rank(rank, depth + 1), at=token.place)
        found = self.rank(rank + 1, depth)
        signs = self._grammar.ranks[rank]
        while token := self._taken(*signs):
            found = Binary(sign=token.text, left=found, right=self.rank(rank + 1, depth), at=token.place)
            if signs is COMPARISONS:
                break
        return found

    def end(self) -> None:
        """Make sure that nothing is left."""
        if self._token.kind != "end":
            raise self._unexpected(self._grammar.follow)

    def _signed(self, depth: int) -> Node:
        self._mind(depth)
        if token := self._taken("-"):
            return Unary(sign="-", of=self._signed(depth + 1), at=token.place)
        found = self._value(depth)
        while self._grammar.members and self._taken("."):
            part = self._token
            if part.kind != "name":
                raise self._unexpected("a name")
            self._next += 1
            found = Member(of=found, name=part.text, at=part.place)
        return found

    def _value(self, depth: int) -> Node:
        token = self._token
        match token.kind:
            case "number":
                self._next += 1
                return Literal(value=Fraction(token.text), at=token.place)
            case "text":
                self._next += 1
                return Literal(value=token.text[1:-1], at=token.place)
            case "name":
                self._next += 1
                return self._named(token, depth)
        if self._taken("("):
            found = self.rank(0, depth + 1)
            self._demand(")")
            return found
        raise self._unexpected(self._grammar.begin)

    def _named(self, token: _Token, depth: int) -> Node:
        calls = self._grammar.calls
        if token.text in calls if calls is not None else self._token.text == "(":
            return self._call(token, depth)
        if self._grammar.members and token.text in WORDS:
            return Literal(value=WORDS[token.text], at=token.place)
        return Name(name=token.text, at=token.place)

    def _call(self, token: _Token, depth: int) -> Call:
        self._mind(depth + 1)
        self._demand("(")
        arguments: list[Node] = []
        if self._grammar.calls is not None or self._token.text != ")":
            arguments.append(self.rank(0, depth + 1))
        while self._taken(","):
            arguments.append(self.rank(0, depth + 1))
        self._demand(")")
        return Call(function=token.text, arguments=tuple(arguments), at=token.place)

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    def _taken(self, *signs: str) -> _Token | None:
        """Take the next token if it is one of these signs, and return it."""
        token = self._token
        if token.kind != "sign" or token.text not in signs:
            return None
        self._next += 1
        return token

    def _demand(self, sign: str) -> None:
        if not self._taken(sign):
            raise self._unexpected(f"'{sign}'")

    def _mind(self, depth: int) -> None:
        if depth > self._grammar.deepest:
            deepest = self._grammar.deepest
            raise ExpressionFault(f"more than {deepest} brackets or minus signs stand within each other")

    def _unexpected(self, wanted: str) -> ExpressionFault:
        token = self._token
        if token.kind == "end":
            return ExpressionFault(f"it ends where {wanted} should follow")
        return ExpressionFault(
            f"{token.text!r} stands at character {token.place} where {wanted} should stand"
        )


def _tokens(text: str, grammar: Grammar) -> Iterator[_Token]:
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = grammar.token.match(text, place)
        if not found:
            raise ExpressionFault(
                f"{text[place]!r} at character {place + 1} has no meaning in a {grammar.what}"
            )
        yield _token(found, text, grammar)
        place = found.end()
    yield _Token(kind="end", text="", place=len(text) + 1)


def _token(found: re.Match[str], text: str, grammar: Grammar) -> _Token:
    """Make a token; words that are signs become signs, except before a bracket in capitals."""
    kind, word, place = str(found.lastgroup), found[0], found.start() + 1
    if grammar.negation is None or kind not in ("name", "sign"):
        return _Token(kind, word, place)
    if word.isupper() and text[found.end() :].lstrip().startswith("("):
        return _Token(kind, word, place)
    word = SPELLINGS.get(word, word)
    return _Token("sign" if word in SIGN_WORDS else kind, word, place)
