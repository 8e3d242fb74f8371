"""What can be counted or found in a part of a story; nothing is guessed."""

import re
from collections.abc import Iterable, Sequence

from coach.core.outcome import Span
from coach.core.writing import notice
from coach.core.writing.lexicon import lexicon
from coach.core.writing.pattern import PatternFault, parse
from coach.core.writing.text import Writing, read
from coach.core.writing.tokens import Token, TokenKind, tokens

ACTORS = {"en": ("I", "we"), "de": ("ich", "wir")}
"""How the teller and how a group is named who acts."""

YEAR = re.compile(r"(?:19|20)\d\d")

SPANS = {
    "en": (
        "(day|days|week|weeks|month|months|quarter|quarters|year|years|yesterday)",
        "(spring|summer|autumn|fall|winter|christmas|easter)",
        "(q1|q2|q3|q4)",
    ),
    "de": (
        "(tag|tage|tagen|woche|wochen|monat|monate|monaten|quartal|jahr|jahre|jahren|jahres|gestern)",
        "(frühjahr|frühling|sommer|herbst|winter|weihnachten|ostern)",
        "(q1|q2|q3|q4)",
    ),
}
"""Patterns that say when something was, beside dates, months and years."""

WEAK = {"en": ("tried to", "was involved in", "helped to"), "de": ("habe versucht", "versuchte")}
"""What makes an action of one's own smaller than it was."""


def words(text: str) -> int:
    """Count the words and numbers."""
    return sum(token.counts for token in tokens(text))


def owned(text: str, language: str) -> tuple[int, int]:
    """Count how often the teller is the one who acts, and how often a group; *I've* is *I*."""
    actors = [token.folded.partition("'")[0] for token in tokens(text)]
    teller, group = ACTORS[language]
    return actors.count(teller.casefold()), actors.count(group)


def number(text: str, language: str) -> Span | None:
    """Find the first number that says how much, in digits or letters."""
    writing = read(text, language)
    return _first(writing, notice.numbers(writing, writing.sentences))


def time(text: str, language: str) -> Span | None:
    """Find the first word that says when something was.

    Months count with a capital letter only, since *may* and *march* are verbs too.
    """
    writing = read(text, language)
    months = lexicon(language).months
    named = [(place, place + 1) for place, token in enumerate(writing.tokens) if _when(token, months)]
    spans = notice.rows(writing, notice.parsed(SPANS[language]), writing.sentences)
    return _first(writing, [*named, *spans, *notice.dates(writing, writing.sentences)])


def _when(token: Token, months: tuple[str, ...]) -> bool:
    """Whether a token is a year or the name of a month."""
    if token.kind is TokenKind.NUMBER:
        return YEAR.fullmatch(token.text) is not None
    return token.text[:1].isupper() and token.folded in months


def phrase(text: str, language: str, patterns: Sequence[str]) -> Span | None:
    """Find the first place where one of these patterns (:mod:`coach.core.writing.pattern`) fits."""
    writing = read(text, language)
    return _first(writing, notice.rows(writing, notice.parsed(tuple(patterns)), writing.sentences))


def hedges(language: str) -> tuple[str, ...]:
    """Give the patterns of words that take back half of what they stand with."""
    return (*lexicon(language).hedges, *WEAK[language])


def fault(pattern: str) -> str:
    """Say what is wrong with a pattern, as the end of a sentence; nothing if it can be read."""
    try:
        parse(pattern)
    except PatternFault as trouble:
        return str(trouble)
    return ""


def _first(writing: Writing, rows: Iterable[tuple[int, int]]) -> Span | None:
    """Give the place of the first of some rows of tokens."""
    row = min(rows, default=None)
    return writing.span(*row) if row else None
