"""Rules about sentences and the message as a whole."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from coach.core.outcome import Span

from . import notice
from . import rules as r
from .judgement import KEPT, Hit, Judgement, at_most, counted, missed, scoped, shown
from .lexicon import lexicon
from .notice import parsed, rows
from .readability import readability
from .text import Part, Sentence, Writing

NUMBERS_FOR_ANALYTICAL = 2


def occurrence(rule: r.Occurrence, writing: Writing) -> Judgement:
    """Count, in all or paragraph by paragraph."""
    among = scoped(writing, rule.scope)
    groups = writing.paragraphs if rule.each else (tuple(among),)
    return at_most(_miscounted(rule, writing, groups), 0)


def _miscounted(rule: r.Occurrence, writing: Writing, groups: Sequence[Sequence[Sentence]]) -> Iterator[Hit]:
    for group in groups:
        count = _count(rule.unit, writing, group)
        span = Span(start=group[0].start, end=group[-1].end) if rule.each and group else None
        if rule.max is not None and count > rule.max:
            yield Hit(span=span, says=f"{counted(count, rule.unit)}; at most {rule.max}.")
        if rule.min is not None and count < rule.min:
            yield Hit(span=span, says=f"{counted(count, rule.unit)}; at least {rule.min}.")


def _count(unit: str, writing: Writing, group: Sequence[Sentence]) -> int:
    match unit:
        case "word":
            return writing.words(group)
        case "sentence":
            return len(group)
        case "paragraph":
            return len({(sentence.part, sentence.paragraph) for sentence in group})
        case _:
            return group[-1].end - group[0].start if group else 0


def first_sentence(rule: r.FirstSentence, writing: Writing) -> Judgement:
    """Look at the first sentence for all that it needs."""
    opening = writing.body[: rule.within]
    if not opening:
        return missed("There is no sentence yet.")
    finders = {"request": notice.requests, "date": notice.dates, "number": notice.numbers}
    names = {"request": "no request", "date": "no named day", "number": "no number"}
    absent = [names[need] for need in rule.needs if not finders[need](writing, opening)]
    if rule.any_of and not rows(writing, parsed(rule.any_of), opening):
        absent.append("none of the words it needs")
    span = Span(start=opening[0].start, end=opening[-1].end)
    if absent:
        return missed(f"It holds {_listed(absent)}.", span)
    return Judgement(kept=True, shown=span)


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def sentence_length(rule: r.SentenceLength, writing: Writing) -> Judgement:
    """Find sentences that are too long, and an average that is."""
    lengths = [(sentence, writing.words([sentence])) for sentence in writing.body]
    hits = [
        Hit(span=sentence.span, says=f"{counted(length, 'word')}; at most {rule.max}.")
        for sentence, length in lengths
        if length > rule.max
    ]
    average = sum(length for _, length in lengths) / len(lengths) if lengths else 0
    if rule.average is not None and average > rule.average:
        hits.append(Hit(says=f"{average:.1f} words a sentence on average; at most {rule.average:g}."))
    return at_most(hits, 0)


def single_ask(rule: r.SingleAsk, writing: Writing) -> Judgement:
    """Find all sentences that ask for something."""
    found = notice.asks(writing, writing.body)
    if not found:
        return missed("Nothing is asked for.")
    if len(found) > rule.at_most:
        return Judgement(
            kept=False, hits=tuple(Hit(span=sentence.span, says="It asks.") for sentence in found)
        )
    return Judgement(kept=True, shown=found[0].span)


def balance(rule: r.Balance, writing: Writing) -> Judgement:
    """Compare the words for the reader with those for the writer's side."""
    you, we = notice.addressed(writing, writing.body)
    every = len(you) + len(we)
    if not every or len(you) / every >= rule.you:
        return KEPT
    says = f"{len(you)} for the reader, {len(we)} for yourselves."
    first, *others = (writing.span(*row) for row in we)
    return Judgement(kept=False, hits=(Hit(span=first, says=says), *(Hit(span=span) for span in others)))


def metric(rule: r.Metric, writing: Writing) -> Judgement:
    """Measure how easy the text reads; one that is too short to measure is let pass."""
    value = readability(rule.formula, writing, writing.body)
    if value is None:
        return KEPT
    if rule.min is not None and value < rule.min:
        return missed(f"{rule.formula.called} {value:.1f}; at least {rule.min:g}.")
    if rule.max is not None and value > rule.max:
        return missed(f"{rule.formula.called} {value:.1f}; at most {rule.max:g}.")
    return KEPT


def subject(rule: r.Subject, writing: Writing) -> Judgement:
    """Look at the subject line."""
    found = writing.of(Part.SUBJECT)
    if not found:
        mark = lexicon(writing.language).subject_marks[0].capitalize()
        return missed(f"There is no subject line. Begin with “{mark}: …”.")
    span, words = Span(start=found[0].start, end=found[-1].end), writing.words(found)
    if words > rule.max_words:
        return missed(f"{counted(words, 'word')}; at most {rule.max_words}.", span)
    if words < rule.min_words:
        return missed(f"{counted(words, 'word')}; at least {rule.min_words}.", span)
    if rule.any_of and not rows(writing, parsed(rule.any_of), found):
        return missed("It has none of the words that say what is wanted.", span)
    return Judgement(kept=True, shown=span)


def persona(rule: r.Persona, writing: Writing, style: r.Style | None) -> Judgement:
    """Look for what a reader of this style wants."""
    if style is None:
        return KEPT
    match style:
        case r.Style.DRIVER:
            return at_most(_for_driver(rule, writing), 0)
        case r.Style.ANALYTICAL:
            return at_most(_for_analytical(writing), 0)
        case r.Style.AMIABLE:
            return at_most(_for_amiable(rule, writing), 0)
        case r.Style.EXPRESSIVE:
            found = rows(writing, parsed(lexicon(writing.language).pictures), writing.body)
            return shown(writing, found[0]) if found else missed("It has neither a picture nor a benefit.")
        case _:
            assert_never(style)


def _for_driver(rule: r.Persona, writing: Writing) -> Iterator[Hit]:
    words, opening = writing.words(writing.body), writing.body[:1]
    if words > rule.max_words:
        yield Hit(says=f"{counted(words, 'word')}; at most {rule.max_words}.")
    if not (notice.requests(writing, opening) or notice.numbers(writing, opening)):
        span = opening[0].span if opening else None
        yield Hit(span=span, says="The first sentence has neither a request nor a result in numbers.")


def _for_analytical(writing: Writing) -> Iterator[Hit]:
    if len(notice.numbers(writing, writing.body)) < NUMBERS_FOR_ANALYTICAL:
        yield Hit(says="It takes two numbers at least.")
    if not rows(writing, parsed(lexicon(writing.language).sources), writing.body):
        yield Hit(says="It does not say where the figures come from.")


def _for_amiable(rule: r.Persona, writing: Writing) -> Iterator[Hit]:
    words = lexicon(writing.language)
    if not rows(writing, [*parsed(words.people), *parsed(rule.people)], writing.body):
        yield Hit(says="No other person has a place in it.")
    for row in rows(writing, parsed(words.pressure), writing.body):
        yield Hit(span=writing.span(*row), says="It pushes.")
