"""A message read into its parts: subject, greeting, body with paragraphs and sentences, and sign-off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from coach.core.outcome import Span

from .lexicon import lexicon
from .sentences import sentences
from .tokens import Token, TokenKind, tokens

BULLET = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s+(?=\S)")
GREETED = re.compile(r"[,!:–—]|$")
"""What a greeting ends with, unless it fills its line."""

LONGEST_GREETING = 6
LONGEST_CLOSING = 6
LONGEST_NAME = 3
LAST_LINES = 6
"""Among so many lines from the end the sign-off is looked for."""


class Part(StrEnum):
    """Which part of a message something stands in."""

    SUBJECT = "subject"
    GREETING = "greeting"
    BODY = "body"
    CLOSING = "closing"


class Line(NamedTuple):
    """A line without the blanks around it, at ``start`` to ``end`` in characters of the text."""

    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence, or an item of a list; its tokens are those from ``first`` up to, not with, ``last``."""

    part: Part
    start: int
    end: int
    paragraph: int
    """Which paragraph of its part it stands in, from 0."""
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True)
class Writing:
    """A text with its sentences and tokens; all places are in characters of ``text`` as it was given."""

    text: str
    language: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each folded word stands, as numbers of tokens."""
        found: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            found.setdefault(token.folded, []).append(place)
        return found

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Where numbers in digits stand, as numbers of tokens."""
        return tuple(place for place, token in enumerate(self.tokens) if token.kind is TokenKind.NUMBER)

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the message itself, without subject, greeting and sign-off."""
        return self.of(Part.BODY)

    @cached_property
    def paragraphs(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of the body, by paragraph."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.body:
            found.setdefault(sentence.paragraph, []).append(sentence)
        return tuple(tuple(one) for one in found.values())

    def of(self, part: Part) -> tuple[Sentence, ...]:
        """Give the sentences of a part."""
        return tuple(sentence for sentence in self.sentences if sentence.part is part)

    def words(self, among: Sequence[Sentence]) -> int:
        """Count the words and numbers in some sentences."""
        return sum(self.tokens[place].counts for one in among for place in range(one.first, one.last))

    def span(self, first: int, last: int) -> Span:
        """Give the place of a row of tokens, ``last`` not included."""
        return Span(start=self.tokens[first].start, end=self.tokens[last - 1].end)


@lru_cache(maxsize=16)
def read(text: str, language: str) -> Writing:
    """Read a text; every text can be read, an empty one has no sentences."""
    lines = list(_lines(text))
    found: list[tuple[Part, int, int, int]] = []
    rest = _subject(text, lines, language, found)
    rest = _greeting(text, rest, language, found)
    body, closing = _closing(text, rest, language)
    found += _spread(text, body, Part.BODY, language)
    found += _spread(text, closing, Part.CLOSING, language)
    return _counted(text, language, found)


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for raw in text.splitlines(keepends=True):
        inner = raw.strip()
        begin = start + len(raw) - len(raw.lstrip()) if inner else start
        yield Line(begin, begin + len(inner))
        start += len(raw)


def _subject(
    text: str, lines: list[Line], language: str, found: list[tuple[Part, int, int, int]]
) -> list[Line]:
    """Take the subject off the front, if the text begins with one."""
    index = _first_filled(lines)
    if index is None:
        return lines
    line = lines[index]
    mark, colon, _ = text[line.start : line.end].partition(":")
    if not colon or mark.strip().casefold() not in lexicon(language).subject_marks:
        return lines
    begin = line.start + len(mark) + 1
    begin += len(text[begin : line.end]) - len(text[begin : line.end].lstrip())
    if begin < line.end:
        found.append((Part.SUBJECT, begin, line.end, 0))
    return lines[index + 1 :]


def _greeting(
    text: str, lines: list[Line], language: str, found: list[tuple[Part, int, int, int]]
) -> list[Line]:
    """Take the greeting off the front; what follows it in the same line stays."""
    index = _first_filled(lines)
    if index is None:
        return lines
    line = lines[index]
    sign = GREETED.search(text, line.start, line.end)
    stop = sign.start() if sign else line.end
    words = text[line.start : stop].split()
    greetings = lexicon(language).greetings
    greets = _begins(text[line.start : stop], greetings)
    while greets and (again := _greeted_too(text, stop + 1, line.end, greetings)):
        stop = again
    alone = stop + 1 >= line.end > stop and _names(words)
    if not words or len(words) > LONGEST_GREETING or not (greets or alone):
        return lines
    found.append((Part.GREETING, line.start, stop, 0))
    after = text[stop + 1 : line.end]
    begin = stop + 1 + len(after) - len(after.lstrip())
    rest = [Line(begin, line.end)] if begin < line.end else []
    return [*rest, *lines[index + 1 :]]


def _greeted_too(text: str, start: int, end: int, greetings: tuple[str, ...]) -> int | None:
    """Find where the greeting of one more person in the same line ends, as in "Dear Ada, dear Max,"."""
    sign = GREETED.search(text, start, end)
    stop = sign.start() if sign else end
    said = text[start:stop]
    short = 0 < len(said.split()) <= LONGEST_GREETING
    return stop if stop < end and short and _begins(said, greetings) else None


def _closing(text: str, lines: list[Line], language: str) -> tuple[list[Line], list[Line]]:
    """Part the sign-off from the body: a known phrase near the end, or a name alone as last paragraph."""
    filled = [index for index, line in enumerate(lines) if line.end > line.start]
    for index in filled[-LAST_LINES:]:
        line = lines[index]
        said = text[line.start : line.end]
        if len(said.split()) <= LONGEST_CLOSING and said[-1] not in ".?" and index != filled[0]:
            phrase = said.partition(",")[0]
            if _begins(phrase, lexicon(language).closings):
                return lines[:index], lines[index:]
    if len(filled) > 1:
        last = filled[-1]
        said = text[lines[last].start : lines[last].end]
        if last - filled[-2] > 1 and _names(said.split()) and said[-1].isalnum():
            return lines[:last], lines[last:]
    return lines, []


def _begins(said: str, phrases: tuple[str, ...]) -> bool:
    """Whether a text begins with one of the phrases, as whole words."""
    words = " ".join(said.casefold().split()) + " "
    return words.startswith(tuple(f"{phrase} " for phrase in map(str.casefold, phrases)))


def _names(words: list[str]) -> bool:
    """Whether words look like the name of a person: few, and each with a capital letter."""
    return 0 < len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words)


def _first_filled(lines: list[Line]) -> int | None:
    return next((index for index, line in enumerate(lines) if line.end > line.start), None)


def _spread(text: str, lines: list[Line], part: Part, language: str) -> Iterator[tuple[Part, int, int, int]]:
    """Find the sentences of some lines; an empty line parts paragraphs, and each list item stands alone."""
    paragraph = 0
    block: list[Line] = []
    for line in [*lines, Line(0, 0)]:
        empty = line.end == line.start
        bullet = None if empty else BULLET.match(text, line.start, line.end)
        if block and (empty or bullet):
            places = sentences(text, block[0].start, block[-1].end, language)
            yield from ((part, start, end, paragraph) for start, end in places)
            block = []
            paragraph += empty
        if not empty:
            block.append(Line(bullet.end(), line.end) if bullet else line)


def _counted(text: str, language: str, found: list[tuple[Part, int, int, int]]) -> Writing:
    """Find the tokens of every sentence."""
    every: list[Token] = []
    read_sentences = []
    for part, start, end, paragraph in found:
        first = len(every)
        every += tokens(text, start, end)
        read_sentences.append(Sentence(part, start, end, paragraph, first, len(every)))
    return Writing(text, language, tuple(read_sentences), tuple(every))
