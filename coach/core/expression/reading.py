"""Reading an expression into its tree."""

from fractions import Fraction
from functools import lru_cache

from coach.core.expression.fault import ExpressionFault
from coach.core.expression.grammar import COMPARISONS, CONDITION, Grammar
from coach.core.expression.tokens import Token, tokens
from coach.core.expression.tree import Binary, Call, Literal, Member, Name, Node, Unary
from coach.locale import tr

WORDS = {"true": True, "false": False, "null": None}


@lru_cache(maxsize=4096)
def parse(text: str, grammar: Grammar = CONDITION) -> Node:
    """Read an expression; raises :class:`ExpressionFault`. Names are not looked up."""
    if len(text) > grammar.longest:
        raise ExpressionFault(
            tr("it has {count} characters, more than {longest}", count=len(text), longest=grammar.longest)
        )
    reader = _Reader(text, grammar)
    found = reader.rank(0, 0)
    reader.end()
    return found


class _Reader:
    """Reads tokens from left to right, rank by rank."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self._grammar = grammar
        self._tokens = list(tokens(text, grammar))
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
            raise self._unexpected(tr(self._grammar.follow))

    def _signed(self, depth: int) -> Node:
        self._mind(depth)
        if token := self._taken("-"):
            return Unary(sign="-", of=self._signed(depth + 1), at=token.place)
        found = self._value(depth)
        while self._grammar.members and self._taken("."):
            part = self._token
            if part.kind != "name":
                raise self._unexpected(tr("a name"))
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
        raise self._unexpected(tr(self._grammar.begin))

    def _named(self, token: Token, depth: int) -> Node:
        calls = self._grammar.calls
        if token.text in calls if calls is not None else self._token.text == "(":
            return self._call(token, depth)
        if self._grammar.members and token.text in WORDS:
            return Literal(value=WORDS[token.text], at=token.place)
        return Name(name=token.text, at=token.place)

    def _call(self, token: Token, depth: int) -> Call:
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
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _taken(self, *signs: str) -> Token | None:
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
            raise ExpressionFault(
                tr("more than {deepest} brackets or minus signs stand within each other", deepest=deepest)
            )

    def _unexpected(self, wanted: str) -> ExpressionFault:
        token = self._token
        if token.kind == "end":
            return ExpressionFault(tr("it ends where {wanted} should follow", wanted=wanted))
        return ExpressionFault(
            tr(
                "{text!r} stands at character {place} where {wanted} should stand",
                text=token.text,
                place=token.place,
                wanted=wanted,
            )
        )
