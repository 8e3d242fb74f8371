"""The texts of a file that go into other languages: found by its types, each with a lasting name.

A text's key is made of ids where there are any: ``step-id/options/b/why``. Within a step it starts with
the step's id, so that a step can move without losing its translation.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import inspect

from coach.content.document import Document, Value
from coach.core.curriculum import Step
from coach.core.finding import Path
from coach.core.record import TRANSLATED, Translated
from coach.locale import tr

if TYPE_CHECKING:
    from coach.exercises.base import Part

Names: TypeAlias = tuple[str, ...]

LISTS = (Translated.WORDS, Translated.NAMES)
"""Ways in which a whole list is one text, with one entry to a line."""

BRACES = re.compile(r"\{[^{}]*\}")

ARROW = " => "
"""Stands between the two sides of a pair in a text that is a table."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A text and where it stands. ``owner`` is the step that it belongs to; empty outside of steps.

    Of ``how`` it goes into another language see :class:`~coach.core.record.Translated`.
    """

    path: Path
    key: str
    source: str
    how: Translated
    owner: str = ""


def spots(document: Document, kind: type) -> Iterator[Spot]:
    """Find every text of a file that holds a struct of this kind, in the order of the file.

    A value of a wrong type is passed over; whoever reads the file tells of it. Where the language itself
    is marked, its key is the field's name and its source is empty if nothing is written there.
    """
    if document.usable:
        yield from _Walk().walk(document.value, _type(kind), (), ())


@lru_cache(maxsize=64)
def _type(kind: type) -> inspect.Type:
    return inspect.type_info(kind)


class _Walk:
    """Goes through value and type side by side."""

    def __init__(self, owner: str = "") -> None:
        self._owner = owner

    def walk(
        self, value: Value, kind: inspect.Type, path: Path, names: Names, how: Translated | None = None
    ) -> Iterator[Spot]:
        """Find the texts in a value; ``how`` is what was marked further out."""
        match kind:
            case inspect.Metadata():
                marked = (kind.extra or {}).get(TRANSLATED)
                yield from self.walk(value, kind.type, path, names, Translated(marked) if marked else how)
            case inspect.UnionType():
                if (fitting := _fitting(value, kind)) is not None:
                    yield from self.walk(value, fitting, path, names, how)
            case inspect.StructType():
                yield from self._struct(value, kind, path, names)
            case inspect.VarTupleType() | inspect.ListType():
                yield from self._list(value, kind, path, names, how)
            case inspect.DictType():
                yield from self._dict(value, kind, path, names, how)
            case inspect.StrType() | inspect.LiteralType():
                if how is not None and isinstance(value, str) and value.strip():
                    yield self._spot(path, names, value, how)
            case _:
                return

    def _spot(self, path: Path, names: Names, source: str, how: Translated) -> Spot:
        if how is Translated.TERM:
            names = (*names[:1], how.value)
        return Spot(path=path, key="/".join(names), source=source, how=how, owner=self._owner)

    def _struct(self, value: Value, kind: inspect.StructType, path: Path, names: Names) -> Iterator[Spot]:
        if not isinstance(value, dict):
            return
        walk: _Walk = self
        parts: Mapping[str, Part] = {}
        if issubclass(kind.cls, Step):
            from coach.content.steps import parts_of, struct_for, type_names

            name = value.get("type")
            if not isinstance(name, str) or name not in type_names() or not isinstance(value.get("id"), str):
                return
            found = _type(struct_for(name))
            assert isinstance(found, inspect.StructType)
            kind, names, walk = found, (str(value["id"]),), _Walk(str(value["id"]))
            parts = parts_of(name)
        fields = {field.encode_name: field for field in kind.fields}
        for name, given in value.items():
            if (field := fields.get(str(name))) is None:
                continue
            here, called = (*path, field.encode_name), (*names, field.encode_name)
            if field.name in parts and parts[field.name].own:
                yield from walk._named(given, here, called)
            else:
                yield from walk.walk(given, field.type, here, called)
        for name, field in fields.items():
            if name not in value and _marked(field.type) is Translated.LANGUAGE:
                yield walk._spot((*path, name), (*names, name), "", Translated.LANGUAGE)

    def _named(self, value: Value, path: Path, names: Names) -> Iterator[Spot]:
        """Find the name of a shared file, or a list of such names."""
        if isinstance(value, str):
            yield self._spot(path, names, value, Translated.NAME)
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            yield self._spot(path, names, "\n".join(map(str, value)), Translated.NAMES)

    def _list(
        self,
        value: Value,
        kind: inspect.VarTupleType | inspect.ListType,
        path: Path,
        names: Names,
        how: Translated | None,
    ) -> Iterator[Spot]:
        if not isinstance(value, list):
            return
        if how in LISTS:
            if value and all(isinstance(one, str) for one in value):
                yield self._spot(path, names, "\n".join(map(str, value)), how)
            return
        for index, one in enumerate(value):
            yield from self.walk(one, kind.item_type, (*path, index), (*names, _called(one, index)), how)

    def _dict(
        self, value: Value, kind: inspect.DictType, path: Path, names: Names, how: Translated | None
    ) -> Iterator[Spot]:
        if not isinstance(value, dict):
            return
        if how is Translated.PAIRS:
            if value and all(isinstance(one, str) for pair in value.items() for one in pair):
                yield self._spot(path, names, table(value), how)
            return
        for name, one in value.items():
            if isinstance(name, str | int):
                yield from self.walk(one, kind.value_type, (*path, name), (*names, str(name)), how)


def table(pairs: Mapping[Any, Any]) -> str:
    """Write pairs as lines with an arrow, which :func:`pairs_of` reads."""
    return "\n".join(f"{left}{ARROW}{' '.join(str(right).split())}" for left, right in pairs.items())


def pairs_of(text: str) -> dict[str, str]:
    """Read lines of :func:`table`; a line without an arrow has an empty right side."""
    split = (line.partition(ARROW.strip()) for line in text.splitlines() if line.strip())
    return {left.strip(): right.strip() for left, _, right in split}


def misfit(spot: Spot, target: str) -> str:
    """Say what a translation has that keeps it from standing in for its source; empty if nothing does."""
    if spot.how is Translated.TEXT and _braces(spot.source) != _braces(target):
        return tr("what stands in braces is filled in and must be the same")
    if spot.how is Translated.PAIRS and any(ARROW.strip() not in line for line in _lines(target)):
        return tr("every line needs words, =>, and a text")
    return ""


def _braces(text: str) -> set[str]:
    return set(BRACES.findall(text))


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _called(one: Value, index: int) -> str:
    """Name an entry of a list by its id, or by its number from 1."""
    name = one.get("id") if isinstance(one, dict) else None
    return name if isinstance(name, str) else str(index + 1)


def _marked(kind: inspect.Type) -> Translated | None:
    if not isinstance(kind, inspect.Metadata):
        return None
    marked = (kind.extra or {}).get(TRANSLATED)
    return Translated(marked) if marked else _marked(kind.type)


def _fitting(value: Value, kind: inspect.UnionType) -> inspect.Type | None:
    """Choose the member of a union that a value is read as."""
    for member in kind.types:
        bare = member
        while isinstance(bare, inspect.Metadata):
            bare = bare.type
        match bare:
            case inspect.StrType() if isinstance(value, str):
                return member
            case inspect.VarTupleType() | inspect.ListType() if isinstance(value, list):
                return member
            case inspect.DictType() if isinstance(value, dict):
                return member
            case inspect.StructType() if isinstance(value, dict):
                if bare.tag_field is None or value.get(bare.tag_field) == bare.tag:
                    return member
            case _:
                continue
    return None
