"""What authors write for a question with a number for an answer, and what trainees give."""

from typing import Annotated, TypeAlias

import msgspec

from coach.core.curriculum import Step
from coach.core.record import Id, Prose, Record, Text
from coach.exercises.base import folder_name

from .number import LARGEST

NAME = folder_name(__name__.removesuffix(".spec"))

Number = Annotated[float, msgspec.Meta(ge=-LARGEST, le=LARGEST)]

Sum: TypeAlias = Number | str
"""A number, or a sum over the generated values as in :mod:`coach.core.arithmetic`."""

VariableName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*(?!\n)$", max_length=32)]
"""A name in lower case that can stand in a sum and in braces in a text."""


class Variable(Record):
    """A generated value: one of ``choice``, or one of a ``range`` [low, high, step], ends included.

    Exactly one of the two is written.
    """

    choice: Annotated[tuple[Number, ...], msgspec.Meta(min_length=2, max_length=100)] | None = None
    range: Annotated[tuple[Number, ...], msgspec.Meta(min_length=3, max_length=3)] | None = None


class CommonError(Record):
    """A wrong result that a wrong way leads to; ``why`` says what went wrong without the answer."""

    value: Sum
    why: Text
    misconception: Id | None = None


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A question with a number for an answer; ``tolerance`` is absolute, in the answer's unit.

    With ``vars`` the numbers are drawn anew for every seed. Then each pair of braces in ``prompt`` and
    the ``why`` texts holds a name or a sum, and shows its value as the language writes numbers; in
    a ``why`` the name ``answer`` is known as well. Without ``vars`` braces are only braces.
    """

    prompt: Text
    answer: Sum
    why: Text
    """How the answer is worked out."""
    unit: Prose = ""
    tolerance: Annotated[float, msgspec.Meta(ge=0, le=LARGEST)] = 0
    common_errors: tuple[CommonError, ...] = ()
    vars: Annotated[dict[VariableName, Variable], msgspec.Meta(max_length=8)] = msgspec.field(
        default_factory=dict
    )


class Response(Record):
    """The number that was given, in the unit of the answer."""

    value: float
