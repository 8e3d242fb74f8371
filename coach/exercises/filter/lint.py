"""What can be wrong with a search: values that nobody can choose, and filters that prove nothing."""

from collections.abc import Iterable, Iterator

from coach.core.finding import Finding, Path, Severity
from coach.core.twice import ids_twice, placed_ids, repeated
from coach.locale import mark, tr

from .grading import Searched, made, searched
from .spec import Field, FieldKind, Filter, Person, Response, Spec, folded, options
from .typed import any_words

CODES = {
    "C131": mark("A field or a person is named that is not there."),
    "C132": mark("A value is not among the values of its field, or is of the wrong sort."),
    "C133": mark("The author's filters do not find exactly the people who are wanted."),
    "C134": mark("So many people are wanted that a search without any filter would pass."),
    "C135": mark("One filter alone would pass, so that there is nothing to combine."),
    "C136": mark("The author's own filters show one of the mistakes."),
    "C137": mark("The values of a field cannot be told apart, cannot be typed, or do not fit its kind."),
    "C138": mark("Two fields or two people have the same name and cannot be told apart."),
}

SIGNS = ",;="
"""What separates filters when they are typed, so that it cannot stand in a value."""


def findings(spec: Spec) -> Iterator[Finding]:
    """Find what keeps a search from being a fair task."""
    yield from ids_twice(placed_ids(("fields",), spec.fields), tr("the id"))
    yield from _same_names("fields", [field.title for field in spec.fields])
    yield from ids_twice(placed_ids(("people",), spec.people), tr("the id"))
    yield from _same_names("people", [person.name for person in spec.people])
    for index, field in enumerate(spec.fields):
        yield from _values(("fields", index, "values"), field)
    references = [*_people(spec), *_wanted(spec), *_filters(spec), *_mistakes(spec)]
    yield from references
    if not references:
        yield from _proof(spec)


def _same_names(where: str, names: list[str]) -> Iterator[Finding]:
    for path, name in repeated((((where, index), name) for index, name in enumerate(names)), folded):
        text = tr("{name!r} stands there twice, so nobody can tell which is meant; rename one", name=name)
        yield Finding(code="C138", path=path, text=text)


def _values(path: Path, field: Field) -> Iterator[Finding]:
    """Find values that cannot be typed or told apart, or that do not belong to the field's kind."""
    listed = field.kind in (FieldKind.CHOICE, FieldKind.BAND)
    if listed != bool(field.values) or (listed and len(field.values) == 1):
        several = mark("a field of kind {kind} needs at least two values")
        none = mark("a field of kind {kind} needs no values, it brings its own")
        text = tr(several if listed else none, kind=field.kind.value)
        yield Finding(code="C137", path=path, text=text)
    for index, value in enumerate(field.values):
        if any(sign in value for sign in (*SIGNS, "..")) or folded(value) in ("", *any_words()):
            text = tr(
                "the value {value!r} cannot be typed; write it without , ; = or .. and not 'any'", value=value
            )
            yield Finding(code="C137", path=(*path, index), text=text)
    listed_values = (((*path, index), value) for index, value in enumerate(field.values))
    for place, value in repeated(listed_values, folded):
        text = tr(
            "the value {value!r} stands there twice, so nobody can tell which is meant; remove one",
            value=value,
        )
        yield Finding(code="C137", path=place, text=text)


def _people(spec: Spec) -> Iterator[Finding]:
    fields = {field.id: field for field in spec.fields}
    for index, person in enumerate(spec.people):
        for name in person.values:
            path = ("people", index, "values", name)
            if name not in fields:
                yield _no_field(spec, path, name)
            else:
                yield from _held(path, fields[name], person)


def _held(path: Path, field: Field, person: Person) -> Iterator[Finding]:
    """Find what somebody cannot have in a field."""
    value = person.values[field.id]
    if isinstance(value, bool) != (field.kind is FieldKind.FLAG):
        flag = mark("{field!r} is a field of kind {kind}, so {name!r} needs true or false there")
        other = mark(
            "{field!r} is a field of kind {kind}, so {name!r} needs a value or a list of values there"
        )
        told = flag if field.kind is FieldKind.FLAG else other
        text = tr(told, field=field.id, kind=field.kind.value, name=person.name)
        yield Finding(code="C132", path=path, text=text)
    elif not isinstance(value, bool) and field.kind is not FieldKind.TEXT:
        yield from _unknown(path, field, (value,) if isinstance(value, str) else value)


def _unknown(path: Path, field: Field, values: Iterable[str]) -> Iterator[Finding]:
    for value in values:
        if value not in options(field):
            known = ", ".join(options(field))
            text = tr(
                "{value!r} is no value of {field!r}; write one of {known}",
                value=value,
                field=field.id,
                known=known,
            )
            yield Finding(code="C132", path=path, text=text)


def _no_field(spec: Spec, path: Path, name: str) -> Finding:
    known = ", ".join(field.id for field in spec.fields)
    text = tr("there is no field {name!r}; write one of {known}", name=name, known=known)
    return Finding(code="C131", path=path, text=text)


def _wanted(spec: Spec) -> Iterator[Finding]:
    known = {person.id for person in spec.people}
    for index, name in enumerate(spec.wanted):
        if name not in known:
            text = tr(
                "nobody has the id {name!r}, so nobody could find them; write the id of one of the people",
                name=name,
            )
            yield Finding(code="C131", path=("wanted", index), text=text)


def _filters(spec: Spec) -> Iterator[Finding]:
    for index, one in enumerate(spec.solution):
        yield from _reference(spec, ("solution", index), one.field, one.values)


def _mistakes(spec: Spec) -> Iterator[Finding]:
    for index, mistake in enumerate(spec.mistakes):
        path = ("mistakes", index)
        faults = list(_reference(spec, path, mistake.field, mistake.values))
        yield from faults
        if not faults and made(mistake, Response(filters=spec.solution)):
            text = tr("the solution itself would be told this mistake; say more exactly what the mistake is")
            yield Finding(code="C136", path=path, text=text)


def _reference(spec: Spec, path: Path, name: str, values: tuple[str, ...]) -> Iterator[Finding]:
    """Find a field that is not there, or values that it does not have."""
    fields = {field.id: field for field in spec.fields}
    if name not in fields:
        yield _no_field(spec, (*path, "field"), name)
    elif fields[name].kind is not FieldKind.TEXT:
        yield from _unknown((*path, "values"), fields[name], values)


def _proof(spec: Spec) -> Iterator[Finding]:
    """Run the author's filters, no filter, and each filter alone."""
    result = searched(spec, spec.solution)
    if result.missed or result.wrong:
        yield Finding(code="C133", path=("solution",), text=_off(result))
        return
    if searched(spec, ()).match.f1 >= spec.pass_mark:
        text = tr(
            "{wanted} of {all} people are wanted, so that even without a filter a search would pass; add "
            "people who are not, or raise pass_mark",
            wanted=len(spec.wanted),
            all=len(spec.people),
        )
        yield Finding(code="C134", path=("wanted",), text=text)
        return
    yield from _alone(spec)


def _off(result: Searched) -> str:
    """Say whom the author's filters miss and catch."""
    missed = ", ".join(person.id for person in result.missed)
    wrong = ", ".join(person.id for person in result.wrong)
    if not wrong:
        told = mark("these filters miss {missed}, so they do not find exactly those wanted; mend either")
        return tr(told, missed=missed)
    if not missed:
        told = mark("these filters catch {wrong}, so they do not find exactly those wanted; mend either")
        return tr(told, wrong=wrong)
    return tr(
        "these filters miss {missed} and catch {wrong}, so they do not find exactly those wanted; mend "
        "either",
        missed=missed,
        wrong=wrong,
    )


def _alone(spec: Spec) -> Iterator[Finding]:
    """Find a filter of the solution that would pass without the others."""
    for index, one in enumerate(spec.solution):
        alone: tuple[Filter, ...] = (one,)
        if searched(spec, alone).match.f1 >= spec.pass_mark:
            yield Finding(
                code="C135",
                path=("solution", index),
                text=tr(
                    "the filter on {field!r} alone would pass, so there is nothing to combine; add people "
                    "whom only the other filters keep out",
                    field=one.field,
                ),
                severity=Severity.WARNING,
            )
