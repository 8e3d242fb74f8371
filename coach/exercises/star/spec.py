"""What authors write and what trainees give."""

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec

from coach.core.curriculum import Step
from coach.core.record import Record, Text, Translated, translated
from coach.core.rubric import Criterion, Ratings
from coach.exercises.base import folder_name
from coach.locale import mark, tr, trp

NAME = folder_name(__name__.rpartition(".")[0])

PARTS = ("situation", "task", "action", "result")
"""The parts of a story, in the order in which they are told."""

Count = Annotated[int, msgspec.Meta(ge=1, le=600)]
"""A number of words."""

Pattern = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
"""Words as they follow one another (see :mod:`coach.core.writing.pattern`): ``renew*``, ``(won|lost) it``."""


class Length(Record):
    """How many words a part should have, both ends included, and a ``tip`` that is shown while writing."""

    min: Count
    max: Count
    tip: Text


class Lengths(Record):
    """The four parts. By default the situation is short and the action has the most room."""

    situation: Length = Length(min=10, max=60, tip=mark("Where and when was it, and what was at stake?"))
    task: Length = Length(min=5, max=50, tip=mark("What was yours to reach or to decide?"))
    action: Length = Length(min=40, max=180, tip=mark("What did you do yourself, step by step?"))
    result: Length = Length(min=10, max=80, tip=mark("How did it end, in figures, and what do you do since?"))


class Looks(Record):
    """What a program can see in a story, and so what is checked beside the lengths.

    ``action_share`` is the least share of the words that the action has, 0 for no such check;
    ``own_part``: the action says "I" more often than "we"; ``time``: the situation says when it was;
    ``number``: the result has a number; ``outcome``: the result has at least one of these patterns, and
    without any there is no such check; ``hedges``: neither action nor result has words such as "maybe" or
    "tried to", nor any of the patterns to ``avoid``.
    """

    action_share: Annotated[float, msgspec.Meta(ge=0, le=0.9)] = 0.4
    own_part: bool = True
    time: bool = True
    number: bool = True
    hedges: bool = True
    outcome: Annotated[tuple[Pattern, ...], msgspec.Meta(max_length=40), translated(Translated.WORDS)] = ()
    avoid: Annotated[tuple[Pattern, ...], msgspec.Meta(max_length=40), translated(Translated.WORDS)] = ()


class Model(Record):
    """A story told well, which earns the highest rating on every criterion; ``why`` says what is good."""

    situation: Text
    task: Text
    action: Text
    result: Text
    why: Text


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """An interview question that asks for a story, told as situation, task, action and result.

    ``lengths`` and ``checks`` are looked at by the program and make the score; by the ``rubric`` the
    trainee rates the story, and so can a mentor. The ``model`` is shown once the step is solved. The story
    is told in the ``language``.
    """

    prompt: Text
    rubric: Annotated[tuple[Criterion, ...], msgspec.Meta(min_length=1, max_length=6)]
    model: Model
    language: Annotated[Literal["en", "de"], translated(Translated.LANGUAGE)] = "en"
    lengths: Lengths = Lengths()
    checks: Looks = Looks()


class Response(Record):
    """The story, and the trainee's own ratings by criterion; a draft may lack some of it."""

    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    ratings: Ratings = msgspec.field(default_factory=dict)

    def part(self, name: str) -> str:
        """Return the text of a part."""
        text: str = getattr(self, name)
        return text

    def with_part(self, name: str, text: str) -> "Response":
        """Return the response with another text in one part."""
        return msgspec.structs.replace(self, **{name: text})

    def missing(self) -> Iterator[str]:
        """Name the parts without text, in their order."""
        return (name for name in PARTS if not self.part(name).strip())


def part_name(part: str) -> str:
    """Name a part, or the rating that comes after the parts, as it stands inside a sentence."""
    names = {
        "situation": trp("part of a story", "situation"),
        "task": trp("part of a story", "task"),
        "action": trp("part of a story", "action"),
        "result": trp("part of a story", "result"),
        "rating": trp("part of a story", "rating"),
    }
    return names[part]


def part_title(part: str) -> str:
    """Name a part as it stands at the beginning of a line."""
    name = part_name(part)
    return name[0].upper() + name[1:]


def tip_of(spec: Spec, part: str) -> str:
    """Return the tip for a part; those that no author wrote are said in the language of the program."""
    tip = length_of(spec, part).tip
    usual: Length = getattr(Lengths(), part)
    return tr(tip) if tip == usual.tip else tip


def length_of(spec: Spec, part: str) -> Length:
    """Return what is asked of a part."""
    length: Length = getattr(spec.lengths, part)
    return length


def model_story(spec: Spec) -> Response:
    """Return the model as a response, without ratings."""
    model = spec.model
    return Response(situation=model.situation, task=model.task, action=model.action, result=model.result)
