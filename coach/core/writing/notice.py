"""What can be noticed in a text: dates, numbers, requests, who is addressed. All give rows of tokens."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from .lexicon import lexicon
from .pattern import Pattern, parse
from .text import Sentence, Writing
from .tokens import TokenKind, folded

Row = tuple[int, int]
"""The first token and the one after the last."""

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
SLASHED = re.compile(r"(?:[0-2]?\d|3[01])/(?:[0-2]?\d|3[01])(?:/\d{2,4})?")
DOTTED = re.compile(r"(?:[0-2]?\d|3[01])\.(?:0?[1-9]|1[0-2])(?:\.(?:\d{2}|\d{4}))?")
CLOCK = re.compile(r"\d{1,2}:\d{2}")


@lru_cache(maxsize=256)
def parsed(patterns: tuple[str, ...], *, exact: bool = False) -> tuple[Pattern, ...]:
    """Read patterns that are known to be readable."""
    return tuple(parse(one, exact=exact) for one in patterns)


def rows(writing: Writing, patterns: Iterable[Pattern], among: Sequence[Sentence]) -> list[Row]:
    """Find the matches of some patterns in the order of the text; where they overlap the first."""
    found = sorted(
        (row for pattern in patterns for row in pattern.find(writing, among)),
        key=lambda row: (row[0], -row[1]),
    )
    kept: list[Row] = []
    for row in found:
        if not kept or row[0] >= kept[-1][1]:
            kept.append(row)
    return kept


def dates(writing: Writing, among: Sequence[Sentence]) -> list[Row]:
    """Find named days: weekdays, days of months, dates in digits, today, the end of a period."""
    named = rows(writing, parsed(lexicon(writing.language).dates), among)
    digits = [
        (place, place + 1)
        for sentence in among
        for place in range(sentence.first, sentence.last)
        if _date_in_digits(writing, place)
    ]
    taken = {place for first, last in named for place in range(first, last)}
    return sorted([*named, *(row for row in digits if row[0] not in taken)])


def _date_in_digits(writing: Writing, place: int) -> bool:
    """Whether a number is a date, such as 2026-03-12, 12/03 or, in German, 12.3. with its full stop."""
    token = writing.tokens[place]
    if token.kind is not TokenKind.NUMBER:
        return False
    if ISO.fullmatch(token.text) or SLASHED.fullmatch(token.text):
        return True
    if not DOTTED.fullmatch(token.text):
        return False
    whole = token.text.count(".") > 1
    return whole or (writing.language == "de" and writing.text[token.end : token.end + 1] == ".")


def numbers(writing: Writing, among: Sequence[Sentence]) -> list[Row]:
    """Find numbers that say how much, in digits or letters; those of dates and clock times do not."""
    dated = {place for first, last in dates(writing, among) for place in range(first, last)}
    words = {folded(word) for word in lexicon(writing.language).number_words}
    return [
        (place, place + 1)
        for sentence in among
        for place in range(sentence.first, sentence.last)
        if place not in dated and _how_much(writing, place, words) and not _in_a_row(writing, sentence, place)
    ]


def _how_much(writing: Writing, place: int, words: set[str]) -> bool:
    token = writing.tokens[place]
    if token.kind is TokenKind.NUMBER:
        return not CLOCK.fullmatch(token.text)
    return token.folded in words


def _in_a_row(writing: Writing, sentence: Sentence, place: int) -> bool:
    """Whether a number says which, as in the German *3. Quartal*."""
    end = writing.tokens[place].end
    return lexicon(writing.language).ordinals and place + 1 < sentence.last and writing.text[end] == "."


def requests(writing: Writing, among: Sequence[Sentence]) -> list[Row]:
    """Find where somebody is asked to do something, at most once in a sentence."""
    words = lexicon(writing.language)
    phrases = rows(writing, parsed(words.no_requests), among)
    no_request = {place for first, last in phrases for place in range(first, last)}
    asked = rows(writing, parsed(words.requests), among)
    opening = {sentence.first for sentence in among}
    asked += [row for row in rows(writing, parsed(words.imperatives), among) if row[0] in opening]
    found = []
    for sentence in among:
        inside = [
            row for row in asked if sentence.first <= row[0] < sentence.last and row[0] not in no_request
        ]
        found += sorted(inside)[:1]
    return found


def asks(writing: Writing, among: Sequence[Sentence]) -> list[Sentence]:
    """Find the sentences that ask for something, as a request or as a question."""
    requested = [row[0] for row in requests(writing, among)]
    return [
        sentence
        for sentence in among
        if writing.text[sentence.start : sentence.end].rstrip('"”“’»«)]').endswith("?")
        or any(sentence.first <= place < sentence.last for place in requested)
    ]


def addressed(writing: Writing, among: Sequence[Sentence]) -> tuple[list[Row], list[Row]]:
    """Find the words for the reader and the words for the writer's own side."""
    words = lexicon(writing.language)
    return _pronouns(writing, words.you, among), _pronouns(writing, words.we, among)


def _pronouns(writing: Writing, patterns: tuple[str, ...], among: Sequence[Sentence]) -> list[Row]:
    exact = lexicon(writing.language).polite_you
    if exact:
        return rows(writing, parsed(patterns, exact=True), among)
    wanted = {folded(word) for word in patterns}
    return [
        (place, place + 1)
        for sentence in among
        for place in range(sentence.first, sentence.last)
        if writing.tokens[place].folded.partition("'")[0] in wanted
    ]


def doubled(writing: Writing, among: Sequence[Sentence]) -> list[Row]:
    """Find words that stand twice in a row by mistake."""
    found = []
    for sentence in among:
        for place in range(sentence.first, sentence.last - 1):
            one, other = writing.tokens[place : place + 2]
            between = writing.text[one.end : other.start]
            if one.kind is TokenKind.WORD and one.folded == other.folded and not between.strip():
                found.append((place, place + 2))
    return found


def same_starts(writing: Writing, among: Sequence[Sentence], most: int) -> list[Row]:
    """Find sentences that begin with the same word as the ``most`` sentences before them."""
    found = []
    run = 1
    filled = [sentence for sentence in among if sentence.last > sentence.first]
    for one, other in pairwise(filled):
        same = writing.tokens[one.first].folded == writing.tokens[other.first].folded
        run = run + 1 if same and one.paragraph == other.paragraph else 1
        if run > most:
            found.append((other.first, other.first + 1))
    return found
