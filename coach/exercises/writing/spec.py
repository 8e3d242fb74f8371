"""What authors write for a piece of writing, and what trainees give."""

from typing import Annotated, Literal

import msgspec

from coach.core.curriculum import Step
from coach.core.record import Id, Record, Text, Translated, translated
from coach.core.rubric import Rubric
from coach.core.writing.rules import AnyRule, Persona, Rulebook, Rules, Sample, Style
from coach.exercises.base import folder_name

NAME = folder_name(__name__.removesuffix(".spec"))

LONGEST = 10_000
"""The longest text that is taken, in characters; nobody reads more."""


class Model(Record):
    """A text as an example, and why it is good or weak."""

    text: Sample
    why: Text


class Models(Record):
    """A good and a weak text for the same task; both are shown after the first try."""

    good: Model
    bad: Model


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A text to write, and the rules it is judged by; the titles of the rules are shown before.

    ``facts`` are what may be used. ``persona`` is how the reader likes to be addressed. ``rulebooks`` are
    names of files in ``shared/rulebooks``; their rules come first, without those in ``leave_out``.
    ``rubric`` is what a mentor rates by, if one does. A missed rule of level must keeps the score below
    ``pass_mark``.
    """

    prompt: Text
    models: Models
    language: Annotated[Literal["en", "de"], translated(Translated.LANGUAGE)] = "en"
    facts: Annotated[tuple[Text, ...], msgspec.Meta(max_length=12)] = ()
    persona: Style | None = None
    rules: Rules = ()
    rulebooks: Annotated[tuple[Rulebook, ...], msgspec.Meta(max_length=4)] = ()
    leave_out: Annotated[tuple[Id, ...], msgspec.Meta(max_length=40), translated(Translated.NAMES)] = ()
    rubric: Rubric = ()
    pass_mark: Annotated[float, msgspec.Meta(ge=0.1, le=1)] = 0.8


class Response(Record):
    """The text as it was written, line breaks included."""

    text: str


def all_rules(spec: Spec) -> tuple[AnyRule, ...]:
    """Give the rules that apply, those of rulebooks first."""
    shared = [rule for book in spec.rulebooks for rule in book.rules if rule.id not in spec.leave_out]
    return tuple(rule for rule in (*shared, *spec.rules) if _applies(rule, spec))


def _applies(rule: AnyRule, spec: Spec) -> bool:
    return not isinstance(rule, Persona) or (rule.style or spec.persona) is not None
