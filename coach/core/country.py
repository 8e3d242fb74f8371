"""What the law of a country asks of an interview: what not to ask, and how long records are kept.

Orientation and not legal advice: profiles are dated content with sources, and nothing of them is
written into the program.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from coach.core.curriculum import Source
from coach.core.record import Fixed, Id, Language, Prose, Record, Text


class Counted(StrEnum):
    """The day from which a retention period runs."""

    REJECTION = "rejection-received"
    APPLICATION = "application-received"
    DECISION = "decision"
    CONTACT = "last-contact"


class Retention(Record):
    """How long what was written about a candidate is kept, and from which day that counts.

    Exactly one of ``months`` and ``days`` is over 0.
    """

    id: Id
    title: Text
    counted_from: Counted
    reason: Text
    """Why so long, in a sentence that can be shown to a candidate."""
    months: Annotated[int, msgspec.Meta(ge=0, le=240)] = 0
    days: Annotated[int, msgspec.Meta(ge=0, le=3660)] = 0


class TopicRule(Record):
    """What a country says of something that no question, probe or note may touch."""

    id: Id
    title: Text
    card: Text
    """The line of the do-not-ask card."""
    level: Literal["prohibited", "risky"] = "prohibited"
    """``prohibited``: the question itself is not allowed; ``risky``: asking it would be held against you."""
    alternative: Prose = ""
    """What may be asked instead, of everybody alike; empty where nothing may."""


class ProtectedTopic(TopicRule):
    """The same with the words by which it is noticed; ``words`` are patterns by language.

    A pattern is read by :mod:`coach.core.writing.pattern`.
    """

    words: Mapping[str, tuple[Fixed, ...]] = {}


class Wording(Record):
    """The words of a topic in one language, with texts that prove them."""

    words: Annotated[tuple[Fixed, ...], msgspec.Meta(min_length=1)]
    touches: Annotated[tuple[Fixed, ...], msgspec.Meta(min_length=1)]
    """Questions and notes that must be noticed."""
    leaves: Annotated[tuple[Fixed, ...], msgspec.Meta(min_length=1)]
    """Everyday talk that must not."""


class TopicWords(Record):
    """How people talk about a topic; the same words serve every country that protects it."""

    id: Id
    languages: dict[Language, Wording]


class CountryHead(Record):
    """What a country's profile holds besides its topics: how long records are kept, and the sources."""

    id: Id
    title: Text
    as_of: date
    note: Text
    """What the profile is and is not, in a sentence for the card."""
    retention: Annotated[tuple[Retention, ...], msgspec.Meta(min_length=1)]
    """The first is the usual one."""
    sources: Annotated[tuple[Source, ...], msgspec.Meta(min_length=1)]


class Profile(CountryHead):
    """A dated profile of one country as an author writes it."""

    topics: tuple[TopicRule, ...] = ()
    """None where a profile knows only how long records are kept."""


class Country(CountryHead):
    """A dated profile of one country, its topics with their words."""

    topics: tuple[ProtectedTopic, ...]
