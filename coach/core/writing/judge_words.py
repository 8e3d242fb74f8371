"""Rules about single words and signs."""

import re
from collections.abc import Iterator

from coach.core.outcome import Span
from coach.locale import tr

from . import notice
from . import rules as r
from .judgement import Hit, Judgement, at_most, missed, scoped, shown
from .lexicon import Lexicon, lexicon
from .notice import Row, parsed, rows
from .passive import passives
from .text import Writing
from .tokens import TokenKind, tidied

TEMPLATE = re.compile(
    r"\[[^\W\d][^\[\]\n]{0,40}\]"  # [Name]
    r"|<[^\W\d][^<>\n@/]{0,40}>"  # <date>
    r"|\{\{?[^\W\d][^{}\n]{0,40}\}\}?"  # {{name}}
    r"|\bX{3,}\b|\bx{3,}\b|\bTBD\b|\bTODO\b|\b[Ll]orem ipsum\b|_{3,}|\.{5,}"
)
"""What templates leave behind; every part is bounded."""

SHOUTED = 5
"""Words of capital letters from this length on are no abbreviation."""

MARKS = re.compile(r"!+")


def existence(rule: r.Existence, writing: Writing) -> Judgement:
    """Find words that should not be there."""
    among = scoped(writing, rule.scope)
    listed = _listed(lexicon(writing.language), rule.list)
    found = rows(writing, [*parsed(listed), *parsed(rule.any_of, exact=rule.exact)], among)
    spared = rows(writing, parsed(rule.except_for), among)
    spans = (writing.span(*row) for row in found if not any(_overlap(row, other) for other in spared))
    return at_most((Hit(span=span) for span in spans), rule.at_most)


def _listed(words: Lexicon, name: str | None) -> tuple[str, ...]:
    """Give the ready list of this name."""
    lists = {
        "hedges": words.hedges,
        "fillers": words.fillers,
        "jargon": words.jargon,
        "apologies": words.apologies,
        "pressure": words.pressure,
    }
    return lists[name] if name else ()


def _overlap(one: Row, other: Row) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def substitution(rule: r.Substitution, writing: Writing) -> Judgement:
    """Find words for which there is a better one, and say which."""
    told = {words: tr("Write “{better}”.", better=better) for words, better in rule.swap.items()}
    return at_most(_told(writing, told, rule.scope), 0)


def forbidden(rule: r.Forbidden, writing: Writing) -> Judgement:
    """Find claims that must not be made, and say what is wrong with each."""
    return at_most(_told(writing, rule.claims, r.Scope.TEXT), 0)


def _told(writing: Writing, told: dict[str, str], scope: r.Scope) -> Iterator[Hit]:
    """Find words that each have something to be said about them."""
    among = scoped(writing, scope)
    found = [(row, says) for words, says in told.items() for row in rows(writing, parsed((words,)), among)]
    reached = 0
    for row, says in sorted(found, key=lambda pair: (pair[0][0], -pair[0][1])):
        if row[0] >= reached:
            yield Hit(span=writing.span(*row), says=says)
            reached = row[1]


def key_fact(rule: r.KeyFact, writing: Writing) -> Judgement:
    """Look for a fact in any of its words."""
    found = rows(writing, parsed(rule.any_of), scoped(writing, rule.scope))
    return shown(writing, found[0]) if found else missed(tr("It is not there."))


def named_date(rule: r.NamedDate, writing: Writing) -> Judgement:
    """Look for a named day."""
    found = notice.dates(writing, scoped(writing, rule.scope))
    return shown(writing, found[0]) if found else missed(tr("No day is named."))


def number_present(rule: r.NumberPresent, writing: Writing) -> Judgement:
    """Look for enough numbers."""
    found = notice.numbers(writing, scoped(writing, rule.scope))
    if len(found) >= rule.min:
        return shown(writing, found[0])
    if not found:
        return missed(tr("No number is given; it takes {min}.", min=rule.min))
    return missed(tr("Only {count} given; it takes {min}.", count=len(found), min=rule.min))


def passive(rule: r.Passive, writing: Writing) -> Judgement:
    """Find verbs in the passive voice."""
    found = passives(writing, writing.body)
    return at_most((Hit(span=writing.span(*row)) for row in found), rule.at_most)


def repetition(rule: r.Repetition, writing: Writing) -> Judgement:
    """Find words that stand twice, and sentences that begin alike."""
    twice = [
        Hit(span=writing.span(*row), says=tr("Twice in a row."))
        for row in notice.doubled(writing, writing.body)
    ]
    alike = [
        Hit(span=writing.span(*row), says=tr("The sentences before begin with the same word."))
        for row in notice.same_starts(writing, writing.body, rule.starts)
    ]
    return at_most([*twice, *alike], 0)


def placeholder(writing: Writing) -> Judgement:
    """Find what a template left behind."""
    found = TEMPLATE.finditer(writing.text)
    return at_most((Hit(span=Span(start=one.start(), end=one.end())) for one in found), 0)


def exclamation(rule: r.Exclamation, writing: Writing) -> Judgement:
    """Find exclamation marks; several in a row are one place."""
    found = MARKS.finditer(writing.text)
    return at_most((Hit(span=Span(start=one.start(), end=one.end())) for one in found), rule.at_most)


def capitals(rule: r.Capitals, writing: Writing) -> Judgement:
    """Find shouted words."""
    allowed = {tidied(word) for word in rule.allow}
    shouted = (
        token
        for token in writing.tokens
        if token.kind is TokenKind.WORD
        and len(token.text) >= SHOUTED
        and token.text.isupper()
        and token.text not in allowed
    )
    return at_most((Hit(span=Span(start=token.start, end=token.end)) for token in shouted), 0)
