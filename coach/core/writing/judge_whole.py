"""Rules about sentences and the message as a whole."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from coach.core.outcome import Span
from coach.locale import tr

from . import notice
from . import rules as r
from .judgement import KEPT, Hit, Judgement, at_most, missed, scoped, shown, too_few, too_many
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
            yield Hit(span=span, says=too_many(count, rule.unit, rule.max))
        if rule.min is not None and count < rule.min:
            yield Hit(span=span, says=too_few(count, rule.unit, rule.min))


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
        return missed(tr("There is no sentence yet."))
    finders = {"request": notice.requests, "date": notice.dates, "number": notice.numbers}
    names = {"request": tr("no request"), "date": tr("no named day"), "number": tr("no number")}
    absent = [names[need] for need in rule.needs if not finders[need](writing, opening)]
    if rule.any_of and not rows(writing, parsed(rule.any_of), opening):
        absent.append(tr("none of the words it needs"))
    span = Span(start=opening[0].start, end=opening[-1].end)
    if absent:
        return missed(tr("It holds {listed}.", listed=_listed(absent)), span)
    return Judgement(kept=True, shown=span)


def _listed(parts: list[str]) -> str:
    *others, last = parts
    return tr("{others} and {last}", others=", ".join(others), last=last) if others else last


def sentence_length(rule: r.SentenceLength, writing: Writing) -> Judgement:
    """Find sentences that are too long, and an average that is."""
    lengths = [(sentence, writing.words([sentence])) for sentence in writing.body]
    hits = [
        Hit(span=sentence.span, says=too_many(length, "word", rule.max))
        for sentence, length in lengths
        if length > rule.max
    ]
    average = sum(length for _, length in lengths) / len(lengths) if lengths else 0
    if rule.average is not None and average > rule.average:
        hits.append(
            Hit(
                says=tr(
                    "{average:.1f} words a sentence on average; at most {most:g}.",
                    average=average,
                    most=rule.average,
                )
            )
        )
    return at_most(hits, 0)


def single_ask(rule: r.SingleAsk, writing: Writing) -> Judgement:
    """Find all sentences that ask for something."""
    found = notice.asks(writing, writing.body)
    if not found:
        return missed(tr("Nothing is asked for."))
    if len(found) > rule.at_most:
        return Judgement(
            kept=False, hits=tuple(Hit(span=sentence.span, says=tr("It asks.")) for sentence in found)
        )
    return Judgement(kept=True, shown=found[0].span)


def balance(rule: r.Balance, writing: Writing) -> Judgement:
    """Compare the words for the reader with those for the writer's side."""
    you, we = notice.addressed(writing, writing.body)
    every = len(you) + len(we)
    if not every or len(you) / every >= rule.you:
        return KEPT
    says = tr("{you} for the reader, {we} for yourselves.", you=len(you), we=len(we))
    first, *others = (writing.span(*row) for row in we)
    return Judgement(kept=False, hits=(Hit(span=first, says=says), *(Hit(span=span) for span in others)))


def metric(rule: r.Metric, writing: Writing) -> Judgement:
    """Measure how easy the text reads; one that is too short to measure is let pass."""
    value = readability(rule.formula, writing, writing.body)
    if value is None:
        return KEPT
    if rule.min is not None and value < rule.min:
        return missed(
            tr(
                "{measure} {value:.1f}; at least {min:g}.",
                measure=rule.formula.called,
                value=value,
                min=rule.min,
            )
        )
    if rule.max is not None and value > rule.max:
        return missed(
            tr(
                "{measure} {value:.1f}; at most {max:g}.",
                measure=rule.formula.called,
                value=value,
                max=rule.max,
            )
        )
    return KEPT


def subject(rule: r.Subject, writing: Writing) -> Judgement:
    """Look at the subject line."""
    found = writing.of(Part.SUBJECT)
    if not found:
        mark = lexicon(writing.language).subject_marks[0].capitalize()
        return missed(tr("There is no subject line. Begin with “{mark}: …”.", mark=mark))
    span, words = Span(start=found[0].start, end=found[-1].end), writing.words(found)
    if words > rule.max_words:
        return missed(too_many(words, "word", rule.max_words), span)
    if words < rule.min_words:
        return missed(too_few(words, "word", rule.min_words), span)
    if rule.any_of and not rows(writing, parsed(rule.any_of), found):
        return missed(tr("It has none of the words that say what is wanted."), span)
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
            return (
                shown(writing, found[0]) if found else missed(tr("It has neither a picture nor a benefit."))
            )
        case _:
            assert_never(style)


def _for_driver(rule: r.Persona, writing: Writing) -> Iterator[Hit]:
    words, opening = writing.words(writing.body), writing.body[:1]
    if words > rule.max_words:
        yield Hit(says=too_many(words, "word", rule.max_words))
    if not (notice.requests(writing, opening) or notice.numbers(writing, opening)):
        span = opening[0].span if opening else None
        yield Hit(span=span, says=tr("The first sentence has neither a request nor a result in numbers."))


def _for_analytical(writing: Writing) -> Iterator[Hit]:
    if len(notice.numbers(writing, writing.body)) < NUMBERS_FOR_ANALYTICAL:
        yield Hit(says=tr("It takes two numbers at least."))
    if not rows(writing, parsed(lexicon(writing.language).sources), writing.body):
        yield Hit(says=tr("It does not say where the figures come from."))


def _for_amiable(rule: r.Persona, writing: Writing) -> Iterator[Hit]:
    words = lexicon(writing.language)
    if not rows(writing, [*parsed(words.people), *parsed(rule.people)], writing.body):
        yield Hit(says=tr("No other person has a place in it."))
    for row in rows(writing, parsed(words.pressure), writing.body):
        yield Hit(span=writing.span(*row), says=tr("It pushes."))
