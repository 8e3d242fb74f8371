"""What authors write for a search with filters, what trainees give, and who matches what."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import msgspec

from coach.core.curriculum import Step
from coach.core.record import Id, Prose, Record, Text, Translated, translated
from coach.exercises.base import folder_name
from coach.locale import mark, tr, trp

NAME = folder_name(__name__.removesuffix(".spec"))

YES, NO = FLAG = ("yes", "no")
"""The values of a field that is either so or not so."""

PEOPLE = mark("people")
"""What stands in the list, if the author does not say."""

Value = Annotated[str, msgspec.Meta(min_length=1, max_length=60), translated(Translated.TERM)]
"""A value as it is shown and typed: no comma, semicolon or equals sign in it."""

Term = Annotated[str, translated(Translated.TERM)]
"""What somebody has in a field: one of its values, or a text that is searched."""


class FieldKind(StrEnum):
    """How a field is searched: named values, yes or no, values in order (bands), or words in a text."""

    CHOICE = "choice"
    FLAG = "flag"
    BAND = "band"
    TEXT = "text"


class Field(Record):
    """Something that can be filtered by, such as industry or "changed job in the last 90 days".

    ``values`` are all that can be chosen, for a band from small to large; a flag has yes and no by
    itself, and a text is searched for words that the trainee types. ``why`` says what the field is
    good for in this search, or why it should be left alone; it is told once the search is solved.
    """

    id: Id
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=60), translated(Translated.TEXT)]
    why: Text
    kind: FieldKind = FieldKind.CHOICE
    values: Annotated[tuple[Value, ...], msgspec.Meta(max_length=12)] = ()


class Person(Record):
    """Somebody made up who may be found; ``headline`` is the line under the name in a profile.

    ``values`` gives by a field's id a value or several; true or false for a flag (left out it is
    false); for a text what is searched beside the headline. ``why`` says why this person is
    wanted, or looks it and is not; without one it is worked out from the fields.
    """

    id: Id
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    values: dict[Id, bool | Term | tuple[Term, ...]]
    headline: Annotated[str, msgspec.Meta(max_length=120), translated(Translated.TEXT)] = ""
    why: Prose = ""


class Filter(Record):
    """One filter: people who have any of the ``values`` in the field stay, or with ``exclude`` go."""

    field: str
    values: Annotated[tuple[Value, ...], msgspec.Meta(min_length=1, max_length=12)]
    exclude: bool = False


class Mistake(Record):
    """A typical wrong way to filter, told when the search has not found exactly those who are wanted.

    It is seen by the use of ``field``: with any of ``values`` (any value at all where none are named),
    chosen or, with ``exclude``, excluded; or by its being left ``unused``. ``why`` is told at once, so
    it should not say who is wanted.
    """

    field: Id
    why: Text
    values: Annotated[tuple[Value, ...], msgspec.Meta(max_length=12)] = ()
    exclude: bool = False
    unused: bool = False
    misconception: Id | None = None


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A list of made-up people to be searched with filters, as in a network's search for sales people.

    ``called`` says what stands in the list, as "companies" do where a field or a text tells of those.
    ``wanted`` are the ids of the people who should be found, and ``solution`` the filters that find
    exactly them; the checker proves that they do. ``pass_mark`` is the F1 score from which on a search
    counts as right (see :mod:`coach.exercises.filter.grading`).
    """

    prompt: Text
    called: Annotated[str, msgspec.Meta(min_length=1, max_length=20), translated(Translated.TEXT)] = PEOPLE
    fields: Annotated[tuple[Field, ...], msgspec.Meta(min_length=2, max_length=10)]
    people: Annotated[tuple[Person, ...], msgspec.Meta(min_length=8, max_length=60)]
    wanted: Annotated[tuple[Id, ...], msgspec.Meta(min_length=1, max_length=60)]
    solution: Annotated[tuple[Filter, ...], msgspec.Meta(min_length=1, max_length=20)]
    mistakes: Annotated[tuple[Mistake, ...], msgspec.Meta(max_length=12)] = ()
    pass_mark: Annotated[float, msgspec.Meta(ge=0.5, le=1)] = 0.8


class Response(Record):
    """The filters that were set: at most one that chooses and one that excludes for each field."""

    filters: tuple[Filter, ...] = ()


def folded(text: str) -> str:
    """Write a text so that case, accents and spaces around it make no difference."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def options(field: Field) -> tuple[str, ...]:
    """Give the values that can be chosen; a text has none, it takes words."""
    return FLAG if field.kind is FieldKind.FLAG else field.values


def shown(field: Field, value: str) -> str:
    """Write a value as people read and type it; only yes and no are the program's own words."""
    if field.kind is not FieldKind.FLAG or value not in FLAG:
        return value
    return trp("flag", "yes") if value == YES else trp("flag", "no")


def called(spec: Spec) -> str:
    """Say what stands in the list."""
    return tr(spec.called) if spec.called == PEOPLE else spec.called


def raised(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def held(field: Field, person: Person) -> tuple[str, ...]:
    """Give what somebody has in a field."""
    nothing: bool | tuple[str, ...] = False if field.kind is FieldKind.FLAG else ()
    value = person.values.get(field.id, nothing)
    if isinstance(value, bool):
        return (YES if value else NO,)
    return (value,) if isinstance(value, str) else value


def passes(field: Field, person: Person, one: Filter) -> bool:
    """Whether somebody stays in the list under one filter.

    Values in a filter are joined by "or". A text is searched for whole words or phrases; somebody
    without any value in the field is never chosen by it and never excluded.
    """
    if field.kind is FieldKind.TEXT:
        texts = [folded(text) for text in (person.headline, *held(field, person))]
        has = any(_says(text, folded(term)) for text in texts for term in one.values)
    else:
        has = bool(set(held(field, person)) & set(one.values))
    return has != one.exclude


def _says(text: str, term: str) -> bool:
    return bool(term) and re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text) is not None


def kept_by(spec: Spec, field: Field, filters: Iterable[Filter]) -> frozenset[str]:
    """Give the ids of those whom the filters on one field leave in the list."""
    own = [one for one in filters if one.field == field.id]
    return frozenset(person.id for person in spec.people if all(passes(field, person, one) for one in own))


def found(spec: Spec, filters: tuple[Filter, ...]) -> tuple[Person, ...]:
    """Give the people who pass all filters, in the author's order; filters are joined by "and".

    A filter on a field that the exercise does not have, from an older wording, is left out.
    """
    kept = [kept_by(spec, field, filters) for field in spec.fields]
    return tuple(person for person in spec.people if all(person.id in ids for ids in kept))


def profile(spec: Spec, person: Person) -> str:
    """Write what is known of somebody in one line, field by field; a flag stands there if it is so."""
    told: list[str] = []
    for field in spec.fields:
        values = held(field, person)
        if field.kind is FieldKind.FLAG:
            told += [field.title] if values == (YES,) else []
        elif field.kind is not FieldKind.TEXT or values:
            told.append(", ".join(values) or f"{field.title}: –")
    return " · ".join(told)


def heading(person: Person) -> str:
    """Write somebody's name with the headline."""
    return f"{person.name}, {person.headline}" if person.headline else person.name
