"""The pieces of an expression: numbers, texts, names and signs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coach.core.expression.fault import ExpressionFault
from coach.core.expression.grammar import Grammar
from coach.locale import tr

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

SIGN_WORDS = frozenset({"and", "or", "not"})


class Token(NamedTuple):
    """A piece of an expression; ``place`` counts characters from 1."""

    kind: str
    text: str
    place: int


def tokens(text: str, grammar: Grammar) -> Iterator[Token]:
    """Cut an expression up; the last token is of the kind ``end``. Raises :class:`ExpressionFault`."""
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = grammar.token.match(text, place)
        if not found:
            raise ExpressionFault(
                tr(
                    "{text!r} at character {place} has no meaning in a {what}",
                    text=text[place],
                    place=place + 1,
                    what=tr(grammar.what),
                )
            )
        yield _token(found, text, grammar)
        place = found.end()
    yield Token(kind="end", text="", place=len(text) + 1)


def _token(found: re.Match[str], text: str, grammar: Grammar) -> Token:
    """Make a token; words that are signs become signs, except before a bracket in capitals."""
    kind, word, place = str(found.lastgroup), found[0], found.start() + 1
    if grammar.negation is None or kind not in ("name", "sign"):
        return Token(kind, word, place)
    if word.isupper() and text[found.end() :].lstrip().startswith("("):
        return Token(kind, word, place)
    word = SPELLINGS.get(word, word)
    return Token("sign" if word in SIGN_WORDS else kind, word, place)
