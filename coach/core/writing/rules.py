"""What a text can be checked for: a rule is a group of keys whose ``kind`` says which of these it is.

The vocabulary follows that of prose linters: existence, substitution, occurrence, metric and so on. Words
are given as patterns (see :mod:`.pattern`), so no rule can hang on any text.
"""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from coach.core.record import Id, Language, Record, Text, Translated, translated

from .readability import Formula

Words = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
"""A pattern of words, such as ``reach* out`` or ``(just|maybe)``; see :mod:`coach.core.writing.pattern`."""

Patterns = Annotated[tuple[Words, ...], msgspec.Meta(max_length=200), translated(Translated.WORDS)]

SomeWords = Annotated[
    tuple[Words, ...], msgspec.Meta(min_length=1, max_length=200), translated(Translated.WORDS)
]

Count = Annotated[int, msgspec.Meta(ge=0, le=10_000)]

Sample = Annotated[str, msgspec.Meta(min_length=1, max_length=4_000), translated(Translated.TEXT)]

Samples = Annotated[tuple[Sample, ...], msgspec.Meta(max_length=20)]


class Level(StrEnum):
    """How much hangs on a rule.

    A missed ``must`` keeps the whole below the pass mark, a ``should`` counts by its weight, a ``note``
    is said and does not count.
    """

    MUST = "must"
    SHOULD = "should"
    NOTE = "note"


class Scope(StrEnum):
    """Where a rule looks; ``body`` is all but subject, greeting and sign-off."""

    TEXT = "text"
    BODY = "body"
    SUBJECT = "subject"
    FIRST_SENTENCE = "first_sentence"
    LAST_SENTENCE = "last_sentence"


class Style(StrEnum):
    """How a reader likes to be addressed: results first, proof, people, or a picture."""

    DRIVER = "driver"
    ANALYTICAL = "analytical"
    AMIABLE = "amiable"
    EXPRESSIVE = "expressive"


class Fix(Record):
    """A rewrite as an example."""

    before: Text
    after: Text


class Rule(Record, tag_field="kind"):
    """What all rules have in common.

    ``title`` is shown before writing, in plain words; ``why`` is the reason and ``fix`` an example, both
    shown afterwards. ``matches`` are texts that break the rule and ``passes`` texts that keep it; they are
    the rule's own test.
    """

    id: Id
    title: Text
    why: Text
    fix: Fix
    level: Level = Level.SHOULD
    weight: Annotated[float, msgspec.Meta(gt=0, le=100)] = 1
    matches: Samples = ()
    passes: Samples = ()


class Existence(Rule, kw_only=True, tag="existence"):
    """Words that should not be there: a ready ``list``, own words in ``any_of``, or both.

    Up to ``at_most`` of them are let pass. With ``exact`` capital letters matter.
    """

    list: Literal["hedges", "fillers", "jargon", "apologies", "pressure"] | None = None
    any_of: Patterns = ()
    except_for: Patterns = ()
    """Words of the list that are let pass here."""
    at_most: Count = 0
    exact: bool = False
    scope: Scope = Scope.TEXT


class Substitution(Rule, kw_only=True, tag="substitution"):
    """Words for which there is a better one: ``swap`` has the words and what to write instead."""

    swap: Annotated[
        dict[Words, Text], msgspec.Meta(min_length=1, max_length=200), translated(Translated.PAIRS)
    ]
    scope: Scope = Scope.TEXT


class Occurrence(Rule, kw_only=True, tag="occurrence"):
    """How much of something there should be: at least ``min``, at most ``max``.

    With ``each: paragraph`` it holds for every paragraph by itself.
    """

    unit: Literal["word", "sentence", "paragraph", "character"]
    min: Count | None = None
    max: Count | None = None
    each: Literal["paragraph"] | None = None
    scope: Scope = Scope.BODY


class FirstSentence(Rule, kw_only=True, tag="first_sentence"):
    """What the first sentence of the body must hold: all of ``needs``, and one of ``any_of`` if given.

    With ``within: 2`` the first two sentences are read together.
    """

    needs: tuple[Literal["request", "date", "number"], ...] = ()
    any_of: Patterns = ()
    within: Annotated[int, msgspec.Meta(ge=1, le=3)] = 1


class KeyFact(Rule, kw_only=True, tag="key_fact"):
    """A fact that must be told, in any of these words."""

    any_of: SomeWords
    scope: Scope = Scope.TEXT


class NamedDate(Rule, kw_only=True, tag="named_date"):
    """A day must be named: a weekday, a date, the end of a month."""

    scope: Scope = Scope.TEXT


class NumberPresent(Rule, kw_only=True, tag="number_present"):
    """At least so many numbers must be given; those of dates and clock times do not count."""

    min: Annotated[int, msgspec.Meta(ge=1, le=20)] = 1
    scope: Scope = Scope.TEXT


class SentenceLength(Rule, kw_only=True, tag="sentence_length"):
    """No sentence of the body has more than ``max`` words; on average they have at most ``average``."""

    max: Annotated[int, msgspec.Meta(ge=1, le=200)]
    average: Annotated[float, msgspec.Meta(ge=1, le=200)] | None = None


class Passive(Rule, kw_only=True, tag="passive"):
    """At most so many verbs stand in the passive voice."""

    at_most: Count = 0


class Balance(Rule, kw_only=True, tag="balance"):
    """Of the words for *you* and *we* at least the ``you`` share are for the reader, from 0 to 1."""

    you: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.5


class Metric(Rule, kw_only=True, tag="metric"):
    """A measure of readability stays within bounds; see :mod:`coach.core.writing.readability`."""

    formula: Formula
    min: float | None = None
    max: float | None = None


class Repetition(Rule, kw_only=True, tag="repetition"):
    """No word stands twice in a row, and at most ``starts`` sentences in a row begin alike."""

    starts: Annotated[int, msgspec.Meta(ge=1, le=10)] = 2


class Placeholder(Rule, kw_only=True, tag="placeholder"):
    """Nothing of a template was left in, such as ``[Name]``, ``XXX``, ``<date>`` or ``TBD``."""


class SingleAsk(Rule, kw_only=True, tag="single_ask"):
    """The text asks for something, in at most so many sentences."""

    at_most: Annotated[int, msgspec.Meta(ge=1, le=10)] = 1


class Exclamation(Rule, kw_only=True, tag="exclamation"):
    """At most so many exclamation marks."""

    at_most: Count = 0


class Capitals(Rule, kw_only=True, tag="capitals"):
    """No word is shouted in capital letters; abbreviations up to four letters, and ``allow``, are fine."""

    allow: Annotated[tuple[Text, ...], msgspec.Meta(max_length=50), translated(Translated.WORDS)] = ()


class Subject(Rule, kw_only=True, tag="subject"):
    """There is a subject line of a fitting length, with one of the words in ``any_of`` if given."""

    min_words: Annotated[int, msgspec.Meta(ge=1, le=20)] = 1
    max_words: Annotated[int, msgspec.Meta(ge=1, le=40)] = 8
    any_of: Patterns = ()


class Persona(Rule, kw_only=True, tag="persona"):
    """The text fits how its reader likes to be addressed.

    driver: at most ``max_words`` words, and a request or a number in the first sentence. analytical: two
    numbers and where they come from. amiable: other people have a place in it, such as a team or one of
    the names in ``people``, and nothing pushes. expressive: a picture or a benefit. Without a ``style`` that
    of the exercise's reader is taken, and where there is none, the rule is left out.
    """

    style: Style | None = None
    max_words: Annotated[int, msgspec.Meta(ge=1, le=1_000)] = 90
    people: Patterns = ()


class Forbidden(Rule, kw_only=True, tag="forbidden"):
    """Claims that must not be made: ``claims`` has the words and what is wrong with saying so."""

    claims: Annotated[
        dict[Words, Text], msgspec.Meta(min_length=1, max_length=100), translated(Translated.PAIRS)
    ]


AnyRule = (
    Existence
    | Substitution
    | Occurrence
    | FirstSentence
    | KeyFact
    | NamedDate
    | NumberPresent
    | SentenceLength
    | Passive
    | Balance
    | Metric
    | Repetition
    | Placeholder
    | SingleAsk
    | Exclamation
    | Capitals
    | Subject
    | Persona
    | Forbidden
)

Rules = Annotated[tuple[AnyRule, ...], msgspec.Meta(max_length=40)]


class Rulebook(Record):
    """Rules that several exercises share; all are for texts in one language."""

    id: Id
    title: Text
    language: Language
    rules: Annotated[tuple[AnyRule, ...], msgspec.Meta(min_length=1, max_length=40)]
