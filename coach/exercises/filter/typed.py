"""Filters in a line of text: how they are read, changed and said."""

import re
from collections.abc import Iterator

from coach.core.exercise import Unreadable
from coach.locale import mark, tr, trp

from .sets import excluding, response_of, terms
from .spec import Field, FieldKind, Response, Spec, folded, options, shown

LONGEST = 600
"""Characters in a line that are looked at; all filters of a search need less."""

ENTRY = r"(?P<no>(?:not|{word})\s+)?(?P<field>[^=!]+?)\s*(?P<sign>!?=)(?P<values>.*)"
"""A filter; ``word`` is what stands for "not" in the language that is spoken."""


def how(spec: Spec) -> str:
    """Say how filters are typed, with the first fields as examples."""
    listed = [field for field in spec.fields if field.kind is not FieldKind.TEXT] or list(spec.fields)
    word = tr("word")
    examples = [f"{field.id}={','.join(_values_of(field)[:2]) or word}" for field in listed[:2]]
    word = next(iter(_values_of(listed[-1])), word)
    return tr(
        "Type filters as FIELD=VALUE, with a semicolon between fields, such as {examples}. "
        "A comma means or, a semicolon means and; “not {field}={word}” excludes.",
        examples="; ".join(examples),
        field=listed[-1].id,
        word=word,
    )


def _values_of(field: Field) -> list[str]:
    """Give the values of a field as they are typed."""
    return [shown(field, value) for value in options(field)]


def any_words() -> tuple[str, ...]:
    """Give what is typed in place of values to take a filter away."""
    return ("any", trp("typed", "any"))


def fields_told(spec: Spec) -> Iterator[str]:
    """Write each field with what can be typed for it."""
    for field in spec.fields:
        yield f"  {field.id}: {field.title} – {_values_told(field)}"


def _values_told(field: Field) -> str:
    values = ", ".join(_values_of(field))
    match field.kind:
        case FieldKind.TEXT:
            return tr("words or phrases that stand in the profile")
        case FieldKind.BAND:
            return tr("{values}; two of them with .. between mean all from one to the other", values=values)
        case _:
            return values


def read_all(spec: Spec, line: str) -> Response:
    """Read all filters of a search from one line; at least one."""
    response = changed(spec, Response(), line)
    if not response.filters:
        raise Unreadable(tr("Nothing is filtered yet. {how}", how=how(spec)))
    return response


def changed(spec: Spec, response: Response, line: str) -> Response:
    """Add the filters of a line to those that are set; each takes the place of its like on the field.

    ``FIELD=any`` takes all filters on the field away. Raises ``Unreadable``.
    """
    if len(line) > LONGEST:
        raise Unreadable(tr("That is longer than any search here. {how}", how=how(spec)))
    entries = [entry.strip() for entry in line.split(";") if entry.strip()]
    if not entries:
        raise Unreadable(tr("Nothing is filtered yet. {how}", how=how(spec)))
    sets = {(one.field, one.exclude): one.values for one in response.filters}
    named: set[tuple[str, bool]] = set()
    for entry in entries:
        field, exclude, values = _entry(spec, entry)
        if (field.id, exclude) in named:
            raise Unreadable(
                tr("{field} is there twice. Put its values together, with commas between.", field=field.title)
            )
        named.add((field.id, exclude))
        if values:
            sets[field.id, exclude] = values
        else:
            sets.pop((field.id, True), None)
            sets.pop((field.id, False), None)
    return _checked(spec, sets)


def _checked(spec: Spec, sets: dict[tuple[str, bool], tuple[str, ...]]) -> Response:
    """Make sure that no value is both chosen and excluded, and put the filters in the order of the fields."""
    for field in spec.fields:
        both = set(sets.get((field.id, False), ())) & set(sets.get((field.id, True), ()))
        if both:
            raise Unreadable(
                tr(
                    "{field} both chooses and excludes {value}, which leaves nobody. Type it once.",
                    field=field.title,
                    value=shown(field, min(both)),
                )
            )
    return response_of(spec, sets)


def _entry(spec: Spec, entry: str) -> tuple[Field, bool, tuple[str, ...]]:
    """Read one filter; without values it is to be taken away."""
    pattern = ENTRY.format(word=re.escape(excluding()))
    parts = re.fullmatch(pattern, entry, re.IGNORECASE | re.DOTALL)
    if parts is None:
        raise Unreadable(tr("“{entry}” is no filter. {how}", entry=entry[:40], how=how(spec)))
    field = _field(spec, parts["field"])
    exclude = bool(parts["no"]) != (parts["sign"] == "!=")
    said = [word.strip() for word in parts["values"].split(",") if word.strip()]
    if not said:
        raise Unreadable(
            tr(
                "{field} has no value. Type one of: {values}; or any.",
                field=field.title,
                values=_values_told(field),
            )
        )
    if len(said) == 1 and folded(said[0]) in any_words():
        return field, exclude, ()
    if field.kind is FieldKind.TEXT:
        return field, exclude, _terms_in(field, said)
    chosen = [value for word in said for value in _values(field, word)]
    return field, exclude, tuple(value for value in options(field) if value in chosen)


def _terms_in(field: Field, said: list[str]) -> tuple[str, ...]:
    found = terms(",".join(said))
    if not found:
        raise Unreadable(
            tr(
                "{field} has no word in it. Type one of: {values}; or any.",
                field=field.title,
                values=_values_told(field),
            )
        )
    return found


def _field(spec: Spec, said: str) -> Field:
    """Find the field that is meant by its id, its title, or the beginning of either."""
    word = folded(said)
    names = {field.id: (folded(field.id), folded(field.title)) for field in spec.fields}
    exact = [field for field in spec.fields if word in names[field.id]]
    begun = [field for field in spec.fields if any(name.startswith(word) for name in names[field.id])]
    meant = exact or begun
    if len(meant) != 1:
        known = ", ".join(field.id for field in spec.fields)
        several = mark("“{said}” may mean several fields. Type one of: {known}.")
        none = mark("“{said}” is no field here. Type one of: {known}.")
        raise Unreadable(tr(several if meant else none, said=said.strip()[:40], known=known))
    return meant[0]


def _values(field: Field, said: str) -> tuple[str, ...]:
    """Find the values that are meant; for a band also all from one to another."""
    match said.split(".."):
        case [first, last] if field.kind is FieldKind.BAND:
            places = sorted(options(field).index(_value(field, end)) for end in (first, last))
            return options(field)[places[0] : places[1] + 1]
        case _:
            return (_value(field, said),)


def _value(field: Field, said: str) -> str:
    word = folded(said)
    names = {value: (folded(value), folded(shown(field, value))) for value in options(field)}
    exact = [value for value, own in names.items() if word in own]
    begun = [value for value, own in names.items() if word and any(name.startswith(word) for name in own)]
    meant = exact or begun
    if len(meant) != 1:
        several = mark("“{said}” may mean several values of {field}. Type one of: {values}.")
        none = mark("“{said}” is no value of {field}. Type one of: {values}.")
        told = several if meant else none
        values = _values_told(field)
        raise Unreadable(tr(told, said=said.strip()[:40], field=field.title, values=values))
    return meant[0]


def say_all(spec: Spec, response: Response) -> str:
    """Write all filters as they can be typed again; without any, say so."""
    fields = {field.id: field for field in spec.fields}
    told = []
    for one in response.filters:
        field = fields.get(one.field)
        values = ", ".join(shown(field, value) if field else value for value in one.values)
        told.append(f"{excluding() + ' ' if one.exclude else ''}{one.field}={values}")
    return "; ".join(told) or tr("no filter")
