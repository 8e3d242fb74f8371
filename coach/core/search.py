"""Finding things by their words: plain matching, whatever the case and the accents."""

import unicodedata
from collections.abc import Iterable, Sequence
from enum import IntEnum
from heapq import nsmallest
from typing import NamedTuple

from coach.core.record import Record


class Sort(IntEnum):
    """What can be found; among equally good finds the earlier stands first."""

    MODULE = 1
    SESSION = 2
    LESSON = 3
    STEP = 4
    QUESTION = 5


class Findable(Record, array_like=True):
    """Something to be found by the words of its title and its text.

    ``ref`` leads to it: ids of module, session, lesson and step as far as they go, or of bank and
    question. ``where`` names what it lies in.
    """

    sort: Sort
    ref: tuple[str, ...]
    title: str
    where: str
    text: str
    title_words: str
    """The title as :func:`fold` gives it, and so the text below; kept because folding takes time."""
    text_words: str


class Found(NamedTuple):
    """A find with its rank, from 0 for the best: by where the words stand, then by what it is."""

    rank: tuple[int, int]
    what: Findable


IN_TITLE, INSIDE_TITLE, IN_TEXT, INSIDE_TEXT = range(4)
"""How well a word fits: it begins a word of the title, stands inside one, and the same in the text."""


def findable(sort: Sort, ref: tuple[str, ...], title: str, where: str, text: str) -> Findable:
    """Make something to be found."""
    return Findable(
        sort=sort,
        ref=ref,
        title=title,
        where=where,
        text=text,
        title_words=fold(title),
        text_words=fold(text),
    )


def fold(text: str) -> str:
    """Give a text's words in plain small letters, a blank before each.

    Case, accents and the width of letters do not count (Unicode NFKD without marks, case folded), and
    whatever is no letter or digit parts words: ``Café-Owner's`` becomes `` cafe owner s``.
    """
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(char for char in apart if not unicodedata.combining(char))
    words = "".join(char if char.isalnum() else " " for char in text.casefold()).split()
    return "".join(f" {word}" for word in words)


def search(items: Iterable[Findable], query: str, most: int = 50) -> list[Found]:
    """Find what holds every word of the query, the best first; a blank query finds nothing.

    A word is found where another word begins with it or, ranked behind that, anywhere inside one.
    Finds in a title come before finds in a text.
    """
    words = fold(query).split()
    if not words:
        return []
    found = (_found(item, words) for item in items)
    return nsmallest(most, (find for find in found if find is not None), key=lambda find: find.rank)


def _found(item: Findable, words: Sequence[str]) -> Found | None:
    total = 0
    for word in words:
        if word in item.title_words:
            total += IN_TITLE if f" {word}" in item.title_words else INSIDE_TITLE
        elif word in item.text_words:
            total += IN_TEXT if f" {word}" in item.text_words else INSIDE_TEXT
        else:
            return None
    return Found((total, item.sort), item)


def excerpt(item: Findable, query: str, width: int) -> str:
    """Give the part of a text around its first find, at most ``width`` characters; else its beginning."""
    sought = fold(query).split()
    parts = item.text.split()
    at = next((i for i, part in enumerate(parts) if any(word in fold(part) for word in sought)), 0)
    start = at
    while start > 0 and len(" ".join(parts[start - 1 : at + 1])) < width // 3:
        start -= 1
    shown = ("… " if start else "") + " ".join(parts[start:])
    return shown if len(shown) <= width else shown[: width - 1].rstrip() + "…"
