"""What authors write for a meeting to be planned minute by minute, and what trainees give."""

from random import Random
from typing import Annotated, TypeAlias

import msgspec

from coach.core.curriculum import Step
from coach.core.exercise import Context
from coach.core.record import Id, Record, Text, Translated, translated
from coach.exercises.base import folder_name

NAME = folder_name(__name__.removesuffix(".spec"))

SHORTEST, LONGEST = 5, 240
"""The shortest and the longest meeting in minutes."""

Short = Annotated[str, msgspec.Meta(min_length=1, max_length=80), translated(Translated.TEXT)]
"""A text that stands in one row of a list."""

Length = Annotated[int, msgspec.Meta(ge=1, le=LONGEST)]
"""A duration in whole minutes."""

Minute = Annotated[int, msgspec.Meta(ge=0, le=LONGEST)]
"""A moment: whole minutes since the beginning of the meeting."""


class Card(Record):
    """A part of the meeting with its length; ``why`` says why it belongs there, or why not.

    ``use: false`` makes it one that should be left out. ``misconception`` is the wrong idea of those who
    leave a needed card out, or use one that is not needed.
    """

    id: Id
    text: Short
    minutes: Length
    why: Text
    use: bool = True
    misconception: Id | None = None


class Rule(Record, tag_field="kind"):
    """What a plan must keep; ``misconception`` is the wrong idea of those who do not keep it.

    A rule about a card that was left out is not kept.
    """

    id: Id
    why: Text
    misconception: Id | None = None


class First(Rule, kw_only=True, tag="first"):
    """The card begins before all others."""

    card: Id


class Last(Rule, kw_only=True, tag="last"):
    """The card begins after all others."""

    card: Id


class Before(Rule, kw_only=True, tag="before"):
    """The first of the cards stands before each of the others."""

    cards: Annotated[tuple[Id, ...], msgspec.Meta(min_length=2)]


class After(Rule, kw_only=True, tag="after"):
    """The first of the cards stands after each of the others."""

    cards: Annotated[tuple[Id, ...], msgspec.Meta(min_length=2)]


class Within(Rule, kw_only=True, tag="within"):
    """The cards begin not before minute ``since`` and have ended by minute ``until``, if that is given."""

    cards: Annotated[tuple[Id, ...], msgspec.Meta(min_length=1)]
    since: Minute = 0
    until: Minute | None = None


class AtLeast(Rule, kw_only=True, tag="at_least"):
    """Between the end of the first card and the beginning of the second lie at least ``minutes``."""

    cards: Annotated[tuple[Id, ...], msgspec.Meta(min_length=2, max_length=2)]
    minutes: Minute


class AtMost(Rule, kw_only=True, tag="at_most"):
    """The second card follows the first, with at most ``minutes`` between them; 0 is directly after."""

    cards: Annotated[tuple[Id, ...], msgspec.Meta(min_length=2, max_length=2)]
    minutes: Minute


AnyRule: TypeAlias = First | Last | Before | After | Within | AtLeast | AtMost


class Option(Record):
    """A reaction to an event; ``cost`` are the minutes that it takes from the meeting."""

    id: Id
    text: Text
    why: Text
    right: bool = False
    misconception: Id | None = None
    cost: Minute = 0


class Event(Record):
    """Something that happens while the meeting runs: at a ``minute``, or ``after`` a card's end.

    Exactly one of the two is written. After a card that was left out nothing happens, and what might
    have been done there is not earned.
    """

    id: Id
    text: Text
    options: Annotated[tuple[Option, ...], msgspec.Meta(min_length=2, max_length=5)]
    minute: Minute | None = None
    after: Id | None = None


class Start(Record):
    """A card in the author's own plan; without ``minute`` it follows directly on the one before."""

    card: Id
    minute: Minute | None = None


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A meeting of so many ``length`` minutes, made of cards in any order, and what happens in it.

    ``plan`` is a plan that keeps all rules; other plans that keep them are as good. A card can be used
    once, and cards cannot overlap.
    """

    prompt: Text
    length: Annotated[int, msgspec.Meta(ge=SHORTEST, le=LONGEST)]
    cards: Annotated[tuple[Card, ...], msgspec.Meta(min_length=3, max_length=9)]
    rules: Annotated[tuple[AnyRule, ...], msgspec.Meta(min_length=1, max_length=12)]
    plan: Annotated[tuple[Start, ...], msgspec.Meta(min_length=1, max_length=9)]
    events: Annotated[tuple[Event, ...], msgspec.Meta(max_length=8)] = ()


class Placed(Record):
    """A card, and the minute at which it begins."""

    card: str
    minute: int


class Response(Record):
    """The cards in the order of time, and by the ids of events the ids of the reactions.

    ``begun`` says that the plan stands and the meeting runs; an unfinished plan has not.
    """

    placed: tuple[Placed, ...]
    reactions: dict[str, str] = msgspec.field(default_factory=dict)
    begun: bool = True


def numbered(spec: Spec, context: Context) -> dict[str, Card]:
    """Give the cards by their numbers from 1, in an order that the seed fixes."""
    cards = list(spec.cards)
    Random(context.seed).shuffle(cards)  # noqa: S311 - a shuffle keeps no secret
    return {str(number): card for number, card in enumerate(cards, 1)}


def offered(event: Event, context: Context) -> tuple[Option, ...]:
    """Give the reactions to an event as they are shown, in an order that the seed fixes."""
    options = list(event.options)
    Random(f"{context.seed} {event.id}").shuffle(options)  # noqa: S311 - as above
    return tuple(options)
