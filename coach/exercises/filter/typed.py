"""Filters in a line of text: how they are read, changed and said."""

import re
from collections.abc import Iterator

from coach.core.exercise import Unreadable

from .sets import response_of, terms
from .spec import Field, FieldKind, Response, Spec, folded, options

LONGEST = 600
"""Characters in a line that are looked at; all filters of a search need less."""

ANY = "any"
"""What is typed in place of values to take a filter away."""

ENTRY = re.compile(
    r"(?P<no>not\s+)?(?P<field>[^=!]+?)\s*(?P<sign>!?=)(?P<values>.*)", re.IGNORECASE | re.DOTALL
)


def how(spec: Spec) -> str:
    """Say how filters are typed, with the first fields as examples."""
    listed = [field for field in spec.fields if field.kind is not FieldKind.TEXT] or list(spec.fields)
    examples = [f"{field.id}={','.join(options(field)[:2]) or 'word'}" for field in listed[:2]]
    last = f"not {listed[-1].id}={next(iter(options(listed[-1])), 'word')}"
    return (
        f"Type filters as FIELD=VALUE, with a semicolon between fields, such as {'; '.join(examples)}. "
        f"A comma means or, a semicolon means and; “{last}” excludes."
    )


def fields_told(spec: Spec) -> Iterator[str]:
    """Write each field with what can be typed for it."""
    for field in spec.fields:
        yield f"  {field.id}: {field.title} – {_values_told(field)}"


def _values_told(field: Field) -> str:
    values = ", ".join(options(field))
    match field.kind:
        case FieldKind.TEXT:
            return "words or phrases that stand in the profile"
        case FieldKind.BAND:
            return f"{values}; two of them with .. between mean all from one to the other"
        case _:
            return values


def read_all(spec: Spec, line: str) -> Response:
    """Read all filters of a search from one line; at least one."""
    response = changed(spec, Response(), line)
    if not response.filters:
        raise Unreadable(f"Nothing is filtered yet. {how(spec)}")
    return response


def changed(spec: Spec, response: Response, line: str) -> Response:
    """Add the filters of a line to those that are set; each takes the place of its like on the field.

    ``FIELD=any`` takes all filters on the field away. Raises ``Unreadable``.
    """
    if len(line) > LONGEST:
        raise Unreadable(f"That is longer than any search here. {how(spec)}")
    entries = [entry.strip() for entry in line.split(";") if entry.strip()]
    if not entries:
        raise Unreadable(f"Nothing is filtered yet. {how(spec)}")
    sets = {(one.field, one.exclude): one.values for one in response.filters}
    named: set[tuple[str, bool]] = set()
    for entry in entries:
        field, exclude, values = _entry(spec, entry)
        if (field.id, exclude) in named:
            raise Unreadable(f"{field.title} is there twice. Put its values together, with commas between.")
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
                f"{field.title} both chooses and excludes {min(both)}, which leaves nobody. Type it once."
            )
    return response_of(spec, sets)


def _entry(spec: Spec, entry: str) -> tuple[Field, bool, tuple[str, ...]]:
    """Read one filter; without values it is to be taken away."""
    parts = ENTRY.fullmatch(entry)
    if parts is None:
        raise Unreadable(f"“{entry[:40]}” is no filter. {how(spec)}")
    field = _field(spec, parts["field"])
    exclude = bool(parts["no"]) != (parts["sign"] == "!=")
    said = [word.strip() for word in parts["values"].split(",") if word.strip()]
    if not said:
        raise Unreadable(f"{field.title} has no value. Type one of: {_values_told(field)}; or {ANY}.")
    if [folded(word) for word in said] == [ANY]:
        return field, exclude, ()
    if field.kind is FieldKind.TEXT:
        return field, exclude, _terms_in(field, said)
    chosen = [value for word in said for value in _values(field, word)]
    return field, exclude, tuple(value for value in options(field) if value in chosen)


def _terms_in(field: Field, said: list[str]) -> tuple[str, ...]:
    found = terms(",".join(said))
    if not found:
        raise Unreadable(f"{field.title} has no word in it. Type one of: {_values_told(field)}; or {ANY}.")
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
        trouble = "may mean several fields" if meant else "is no field here"
        raise Unreadable(f"“{said.strip()[:40]}” {trouble}. Type one of: {known}.")
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
    exact = [value for value in options(field) if folded(value) == word]
    meant = exact or [value for value in options(field) if word and folded(value).startswith(word)]
    if len(meant) != 1:
        trouble = "may mean several values" if meant else "is no value"
        raise Unreadable(
            f"“{said.strip()[:40]}” {trouble} of {field.title}. Type one of: {_values_told(field)}."
        )
    return meant[0]


def say_all(response: Response) -> str:
    """Write all filters as they can be typed again; without any, say so."""
    told = [f"{'not ' if one.exclude else ''}{one.field}={', '.join(one.values)}" for one in response.filters]
    return "; ".join(told) or "no filter"
