"""The words, numbers and signs of a text, each with its place."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

ACCENTS = "\u0300-\u036f"
"""Accents that stand as characters of their own, as some systems write them."""

TOKEN = re.compile(
    r"(?P<number>\d{4}-\d\d-\d\d(?!\d)|\d+(?:[.,:/'’]\d+)*\w*)"
    rf"|(?P<word>\w[\w{ACCENTS}]*(?:[-\u2011'’&][\w{ACCENTS}]+)*)"
    r"|(?P<sign>[%€$£])"
)
"""It never has to go back, so the time it takes grows with the text only."""


class TokenKind(StrEnum):
    """What a token is; words and numbers are counted as words, signs are not."""

    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"


class Token(NamedTuple):
    """A word, number or sign at ``start`` to ``end`` in characters of the text."""

    start: int
    end: int
    kind: TokenKind
    text: str
    """As written, with accents joined to their letters and one kind of apostrophe."""
    folded: str
    """The same without regard to case; German ß is ss."""

    @property
    def counts(self) -> bool:
        """Whether it counts as a word."""
        return self.kind is not TokenKind.SIGN


def tidied(text: str) -> str:
    """Join accents to their letters and write every apostrophe and hyphen in one way."""
    return unicodedata.normalize("NFC", text).replace("’", "'").replace("\u2011", "-")


def folded(text: str) -> str:
    """Give a word as it is compared: tidied, and without regard to case."""
    return tidied(text).casefold()


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Find the tokens between two places of a text, by default in all of it."""
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        word = tidied(match.group())
        kind = TokenKind(match.lastgroup or TokenKind.WORD)
        yield Token(match.start(), match.end(), kind, word, word.casefold())
