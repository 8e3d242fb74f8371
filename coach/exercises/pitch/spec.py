"""What authors write and what trainees give."""

from typing import Annotated, Literal

import msgspec

from coach.core.curriculum import Step
from coach.core.record import Id, Record, Text, Translated, translated
from coach.core.rubric import Criterion, Ratings
from coach.exercises.base import folder_name

NAME = folder_name(__name__.rpartition(".")[0])

LONGEST = 3600
"""The longest time in seconds that anybody can have spoken: an hour."""

Seconds = Annotated[int, msgspec.Meta(ge=5, le=900)]
"""A planned time in seconds."""

Rater = Literal["self", "colleague"]
"""Who says what was heard: the speaker, or a colleague who listened."""


class Point(Record):
    """Something that must be said, in whatever words; ``why`` says what it is needed for."""

    id: Id
    text: Text
    why: Text


class Model(Record):
    """A pitch as it could be spoken within the time, and what is good in it."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=4000), translated(Translated.TEXT)]
    why: Text


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """Words to be spoken aloud to somebody in a given time.

    ``prompt`` is the situation, ``audience`` the person who listens, and what that person cares about;
    ``seconds`` is the time to aim at. Between ``shortest`` and ``longest`` it counts as kept; without
    them that is from half the time to a tenth more. The ``points`` are ticked afterwards by whoever
    listened, and by the ``rubric`` the pitch is rated; a mentor can rate it as well.
    """

    prompt: Text
    audience: Text
    seconds: Seconds
    points: Annotated[tuple[Point, ...], msgspec.Meta(min_length=2, max_length=6)]
    rubric: Annotated[tuple[Criterion, ...], msgspec.Meta(min_length=1, max_length=6)]
    model: Model
    shortest: Annotated[int, msgspec.Meta(ge=1, le=900)] | None = None
    longest: Annotated[int, msgspec.Meta(ge=5, le=1200)] | None = None


class Response(Record):
    """What came of speaking; a draft may lack some of it.

    ``seconds`` is the time spoken, ``rated_by`` who ticked and rated, ``points`` the ids of what was
    heard, ``ratings`` go by criterion, and ``note`` is for oneself and one's mentor.
    """

    seconds: Annotated[int, msgspec.Meta(ge=0, le=LONGEST)] | None = None
    rated_by: Rater | None = None
    points: tuple[str, ...] | None = None
    ratings: Ratings = msgspec.field(default_factory=dict)
    note: str = ""


def bounds(spec: Spec) -> tuple[int, int]:
    """Return the shortest and the longest time in seconds that counts as kept."""
    shortest = spec.seconds // 2 if spec.shortest is None else spec.shortest
    longest = spec.seconds * 11 // 10 if spec.longest is None else spec.longest
    return shortest, longest
