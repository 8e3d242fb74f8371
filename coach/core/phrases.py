"""Many patterns looked for at once, in a time that grows with the text and hardly with their number."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from coach.core.writing.pattern import Element, Pattern, parse
from coach.core.writing.text import Part, Sentence, Writing
from coach.core.writing.tokens import Token, tokens

STOPS = frozenset(".?!…;\n")
"""Signs between two words over which no pattern reaches."""


class Hit(NamedTuple):
    """Where a pattern, by its number, was found: characters ``start`` to ``end`` of the text."""

    pattern: int
    start: int
    end: int


class Phrases:
    """Patterns of :mod:`coach.core.writing.pattern`, sorted by a word that each of them needs.

    Only patterns whose word stands in a text are tried on it. Making one raises
    :class:`~coach.core.writing.pattern.PatternFault` for a pattern that cannot be read.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self._patterns = tuple(parse(source) for source in sources)
        self._whole: dict[str, list[int]] = {}
        self._begins: dict[str, list[int]] = {}
        self._loose: list[tuple[int, Element]] = []
        for number, pattern in enumerate(self._patterns):
            self._file(number, _telling(pattern))
        self._lengths = sorted({len(part) for part in self._begins})

    def find(self, text: str) -> list[Hit]:
        """Find every pattern in the text, in the order of the text, the longest of one place first."""
        row = tuple(tokens(text))
        writing = Writing(text, "", (), row)
        chosen = self._candidates(writing)
        stretches = tuple(_stretches(text, row)) if chosen else ()
        hits = [
            Hit(number, row[first].start, row[last - 1].end)
            for number in chosen
            for first, last in self._patterns[number].find(writing, stretches)
        ]
        return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.pattern))

    def _file(self, number: int, element: Element) -> None:
        """Note by which words of a text the pattern is to be tried."""
        if element.ends or element.holds or element.number or element.anything:
            self._loose.append((number, element))
            return
        for word in element.words:
            self._whole.setdefault(word, []).append(number)
        for part in element.begins:
            self._begins.setdefault(part, []).append(number)

    def _candidates(self, writing: Writing) -> list[int]:
        """Choose the patterns whose word the text holds."""
        found: set[int] = set()
        for word in writing.places:
            found.update(self._whole.get(word, ()))
            for length in self._lengths[: bisect_left(self._lengths, len(word) + 1)]:
                found.update(self._begins.get(word[:length], ()))
        for number, element in self._loose:
            if element.number or element.anything or next(element.candidates(writing), None) is not None:
                found.add(number)
        return sorted(found)


def _telling(pattern: Pattern) -> Element:
    """Choose the element that the fewest texts hold: a needed one whose shortest word is longest."""

    def rank(element: Element) -> tuple[bool, bool, int]:
        parts = [*element.words, *element.begins, *element.ends, *element.holds]
        plain = not (element.number or element.anything or element.ends or element.holds)
        return plain, not element.begins, min(map(len, parts), default=0)

    return max((element for element in pattern.elements if not element.optional), key=rank)


def _stretches(text: str, row: Sequence[Token]) -> Iterator[Sentence]:
    """Part a text, of whatever kind, at full stops and line ends."""
    begins = [0] if row else []
    for place, (before, after) in enumerate(pairwise(row), 1):
        if not STOPS.isdisjoint(text[before.end : after.start]):
            begins.append(place)
    for first, last in pairwise([*begins, len(row)]):
        yield Sentence(Part.BODY, row[first].start, row[last - 1].end, 0, first, last)
