"""What authors write for a map of the people at an account, and what trainees give."""

from collections.abc import Mapping
from enum import StrEnum
from random import Random
from typing import Annotated, TypeAlias

import msgspec

from coach.core.curriculum import Step
from coach.core.exercise import Context
from coach.core.record import Id, Record, Text, Translated, translated
from coach.exercises.base import folder_name
from coach.locale import mark

NAME = folder_name(__name__.removesuffix(".spec"))

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
"""A name, short enough to stand in a row."""

Words = Annotated[Word, translated(Translated.TEXT)]
"""A job or the like, short enough to stand in a row."""


class Role(StrEnum):
    """What somebody does in the decision, whatever their job is called."""

    CHAMPION = "champion"
    BLOCKER = "blocker"
    DECISION_MAKER = "decision-maker"
    INFLUENCER = "influencer"
    ECONOMIC_BUYER = "economic-buyer"
    TECHNICAL_BUYER = "technical-buyer"
    USER = "user"


class Influence(StrEnum):
    """How much somebody's word weighs in this decision."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Attitude(StrEnum):
    """Where somebody stands on your offer."""

    AGAINST = "against"
    NEUTRAL = "neutral"
    FOR = "for"


class Aspect(StrEnum):
    """What is said about each person."""

    ROLE = "role"
    INFLUENCE = "influence"
    ATTITUDE = "attitude"


MEANINGS = {
    Role.CHAMPION: mark("wants it and sells it inside when you are not there"),
    Role.BLOCKER: mark("works against it, openly or not"),
    Role.DECISION_MAKER: mark("says the final yes or no"),
    Role.INFLUENCER: mark("is listened to, and decides nothing alone"),
    Role.ECONOMIC_BUYER: mark("owns the money and releases it"),
    Role.TECHNICAL_BUYER: mark("tests it and can rule it out"),
    Role.USER: mark("works with it every day"),
}
"""What each role means here, so that nobody has to guess."""


class Note(Record):
    """One piece of the dossier; ``source`` says what it is, such as an email or a call note."""

    id: Id
    text: Text
    source: Words


class Accept(Record):
    """What is right as well, where the dossier leaves it open."""

    role: tuple[Role, ...] = ()
    influence: tuple[Influence, ...] = ()
    attitude: tuple[Attitude, ...] = ()


class Misconceptions(Record):
    """The wrong idea behind a wrong value, such as ``role: {champion: friendly-is-champion}``."""

    role: dict[Role, Id] = msgspec.field(default_factory=dict)
    influence: dict[Influence, Id] = msgspec.field(default_factory=dict)
    attitude: dict[Attitude, Id] = msgspec.field(default_factory=dict)


class Person(Record):
    """Somebody at the account; ``title`` is the job, ``why`` says what in the dossier gives the key.

    ``reports_to`` is the id of another person on the map. ``attitude`` is written for everybody or for
    nobody; without it the map has influence alone.
    """

    id: Id
    name: Word
    title: Words
    role: Role
    influence: Influence
    why: Text
    attitude: Attitude | None = None
    accept: Accept = Accept()
    misconceptions: Misconceptions = Misconceptions()
    reports_to: Id | None = None


class Gap(Record):
    """Something that the map may lack; ``missing`` says whether it does, ``why`` the reason.

    ``misconception`` is the wrong idea of those who treat it wrongly.
    """

    id: Id
    text: Text
    why: Text
    missing: bool = False
    misconception: Id | None = None


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A dossier, and people to be placed by role, influence and attitude.

    ``roles`` restricts the roles to choose from. With ``gaps`` it is also asked what the map lacks.
    """

    prompt: Text
    dossier: Annotated[tuple[Note, ...], msgspec.Meta(min_length=1, max_length=20)]
    people: Annotated[tuple[Person, ...], msgspec.Meta(min_length=3, max_length=10)]
    roles: Annotated[tuple[Role, ...], msgspec.Meta(min_length=2)] = tuple(Role)
    gaps: Annotated[tuple[Gap, ...], msgspec.Meta(max_length=9)] = ()

    @property
    def asks_attitude(self) -> bool:
        """Whether the author wrote where people stand."""
        return any(person.attitude for person in self.people)


class Marks(Record):
    """What was said about one person; an empty text is not said yet."""

    role: str = ""
    influence: str = ""
    attitude: str = ""

    def of(self, aspect: Aspect) -> str:
        """Give what was said about one aspect."""
        return str(getattr(self, aspect.value))


class Response(Record):
    """For people, by their ids, what was said; ``gaps`` are the ids of what the map was said to lack."""

    people: dict[str, Marks]
    gaps: tuple[str, ...] = ()


Map: TypeAlias = Mapping[str, Marks]
"""What was said about people, by their ids."""


def aspects(spec: Spec) -> tuple[Aspect, ...]:
    """Give what is asked about each person: attitude only where the author wrote it."""
    return tuple(Aspect) if spec.asks_attitude else (Aspect.ROLE, Aspect.INFLUENCE)


def values(spec: Spec, aspect: Aspect) -> tuple[str, ...]:
    """Give what can be said about an aspect, in the order of the keys that say it."""
    match aspect:
        case Aspect.ROLE:
            return tuple(role.value for role in Role if role in spec.roles)
        case Aspect.INFLUENCE:
            return tuple(influence.value for influence in Influence)
        case Aspect.ATTITUDE:
            return tuple(attitude.value for attitude in Attitude)


def key(person: Person, aspect: Aspect) -> tuple[str, ...]:
    """Give what is right about an aspect of a person, the author's own word first."""
    own = getattr(person, aspect.value)
    return (str(own or ""), *map(str, getattr(person.accept, aspect.value)))


def complete(spec: Spec, marks: Marks) -> bool:
    """Whether everything was said about a person."""
    return all(marks.of(aspect) for aspect in aspects(spec))


def in_rows(spec: Spec, context: Context) -> tuple[tuple[Person, int], ...]:
    """Give the people as they are listed, each below whom they report to, with the depth from 0.

    Those who report to the same person stand in an order that the seed fixes. Whoever cannot be
    reached from the top, as in a circle, stands at the end.
    """
    shuffled = list(spec.people)
    Random(context.seed).shuffle(shuffled)  # noqa: S311 - a shuffle keeps no secret
    known = {person.id for person in shuffled}
    rows: list[tuple[Person, int]] = []

    def add(boss: str | None, depth: int) -> None:
        for person in shuffled:
            over = person.reports_to if person.reports_to in known else None
            if over == boss and all(person is not placed for placed, _ in rows):
                rows.append((person, depth))
                add(person.id, depth + 1)

    add(None, 0)
    lost = [(person, 0) for person in shuffled if all(person is not placed for placed, _ in rows)]
    return (*rows, *lost)


def gaps(spec: Spec, context: Context) -> tuple[Gap, ...]:
    """Give what the map may lack as it is listed, in an order that the seed fixes."""
    shuffled = list(spec.gaps)
    Random(context.seed).shuffle(shuffled)  # noqa: S311 - as above
    return tuple(shuffled)


def in_order(spec: Spec, ticked: set[str]) -> tuple[str, ...]:
    """Give ticked ids in the order of the spec, however the gaps are shown."""
    return tuple(gap.id for gap in spec.gaps if gap.id in ticked)


def right_map(spec: Spec) -> Response:
    """Put everybody where the author does, and tick what is missing."""
    people = {
        person.id: Marks(**{aspect.value: key(person, aspect)[0] for aspect in aspects(spec)})
        for person in spec.people
    }
    return Response(people=people, gaps=tuple(gap.id for gap in spec.gaps if gap.missing))
