"""Everything that keeps a value from being the struct it should be, in an author's words.

msgspec stops at the first mistake; this walks value and type side by side and tells them all.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from coach.content.document import Value
from coach.content.nearest import did_you_mean
from coach.content.problem import described, quoted
from coach.core.curriculum import Topic
from coach.core.finding import Path
from coach.core.paths import Part
from coach.core.record import Id, Language


class Fault(NamedTuple):
    """One mistake; with ``key`` the key is meant rather than its value."""

    path: Path
    code: str
    text: str
    key: bool = False


def _pattern(annotated: Any) -> str:
    return str(annotated.__metadata__[0].pattern)


PATTERNS = {
    _pattern(Id): "lower-case words joined by hyphens, such as first-sentence, as records refer to it",
    _pattern(Topic): "two capital letters, a hyphen and two digits, such as EC-01",
    _pattern(Part): "a module, or a session of one as module/session, such as closing/first-offer",
    _pattern(Language): "a language code of two small letters, such as en",
}


def faults(value: Value, kind: type, path: Path) -> Iterator[Fault]:
    """Find every mistake in a value that should be of this type; paths start with ``path``."""
    return _walk(value, inspect.type_info(kind), path)


def _walk(value: Any, kind: inspect.Type, path: Path) -> Iterator[Fault]:
    if isinstance(value, msgspec.Struct):
        return
    match kind:
        case inspect.Metadata():
            yield from _walk(value, kind.type, path)
        case inspect.StructType():
            yield from _struct(value, kind, path)
        case inspect.VarTupleType() | inspect.ListType() | inspect.SetType() | inspect.FrozenSetType():
            yield from _list(value, kind, path)
        case inspect.DictType():
            yield from _dict(value, kind, path)
        case inspect.UnionType():
            yield from _union(value, kind, path)
        case _:
            yield from _leaf(value, kind, path)


def _leaf(value: Any, kind: inspect.Type, path: Path) -> Iterator[Fault]:
    match kind:
        case inspect.StrType():
            yield from _text(value, kind, path)
        case inspect.BoolType():
            if not isinstance(value, bool):
                yield _wrong(path, "true or false", value, "write true or false without quotes")
        case inspect.IntType() | inspect.FloatType():
            yield from _number(value, kind, path)
        case inspect.EnumType() | inspect.LiteralType():
            yield from _one_of(value, kind, path)
        case inspect.DateType():
            yield from _date(value, path)
        case _:
            return  # what only msgspec can judge is told in its words


def _wrong(path: Path, wanted: str, value: object, fix: str) -> Fault:
    return Fault(path, "C022", f"{_called(path)} must be {wanted} but is {described(value)}; {fix}")


def _called(path: Path) -> str:
    """Name the value by the nearest key above it."""
    if not path:
        return "the file"
    if isinstance(path[-1], str):
        return quoted(path[-1])
    keys = [step for step in path if isinstance(step, str)]
    return f"this entry of {quoted(keys[-1])}" if keys else "this entry"


def _struct(value: Any, kind: inspect.StructType, path: Path) -> Iterator[Fault]:
    fields = {field.encode_name: field for field in kind.fields}
    known = [kind.tag_field, *fields] if kind.tag_field else list(fields)
    if not isinstance(value, dict):
        yield _wrong(path, "a group of keys", value, f"write the keys {', '.join(known)} below it")
        return
    for key in value:
        if key not in known:
            yield Fault(
                (*path, key) if isinstance(key, str | int) else path,
                "C020",
                f"there is no key {quoted(key)} here, so it would do nothing; {did_you_mean(key, known)}",
                key=True,
            )
    for name, field in fields.items():
        if name in value:
            yield from _walk(value[name], field.type, (*path, name))
        elif field.required:
            yield Fault(path, "C021", f"the key {quoted(name)} is missing and nothing can replace it; add it")


def _list(
    value: Any,
    kind: inspect.VarTupleType | inspect.ListType | inspect.SetType | inspect.FrozenSetType,
    path: Path,
) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield _wrong(path, "a list", value, "start each entry with '- ' on a line of its own")
        return
    yield from _size(len(value), kind.min_length, kind.max_length, path, "entries")
    for index, item in enumerate(value):
        yield from _walk(item, kind.item_type, (*path, index))


def _dict(value: Any, kind: inspect.DictType, path: Path) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _wrong(path, "a group of keys", value, "write each as 'key: value' on a line of its own")
        return
    for key, item in value.items():
        place = (*path, key) if isinstance(key, str | int) else path
        for fault in _walk(key, kind.key_type, place):
            yield fault._replace(path=place, text=f"as a key, {fault.text}", key=True)
        yield from _walk(item, kind.value_type, place)


def _union(value: Any, kind: inspect.UnionType, path: Path) -> Iterator[Fault]:
    """Walk the member that is meant: the one with the tag, or the only one that is not None."""
    if value is None and kind.includes_none:
        return
    members = [member for member in kind.types if not isinstance(member, inspect.NoneType)]
    structs = [member for member in members if isinstance(member, inspect.StructType)]
    tagged = {member.tag: member for member in structs if member.tag is not None}
    if len(members) == 1:
        yield from _walk(value, members[0], path)
    elif len(tagged) == len(members) and isinstance(value, dict):
        field = next(iter(tagged.values())).tag_field or "type"
        tag = value.get(field)
        if isinstance(tag, str | int) and tag in tagged:
            yield from _walk(value, tagged[tag], path)
        else:
            names = [str(name) for name in tagged]
            text = f"{quoted(field)} cannot be {described(tag)}; {did_you_mean(tag, names)}"
            yield Fault((*path, field), "C024", text)
    elif all(any(True for _ in _walk(value, member, path)) for member in members):
        yield from _walk(value, members[0], path)


def _text(value: Any, kind: inspect.StrType, path: Path) -> Iterator[Fault]:
    if value is None:
        fix = "write it, in quotes if it starts with '#'"
        yield _wrong(path, "text", value, fix)
    elif not isinstance(value, str):
        yield _wrong(path, "text", value, "put it in quotes")
    elif kind.pattern is not None and not _fits(value, kind.pattern):
        wanted = PATTERNS.get(kind.pattern, f"text of the form {kind.pattern}")
        text = f"{_called(path)} is {quoted(value)} but must be {wanted}; write it so"
        yield Fault(path, "C023", text)
    else:
        yield from _size(len(value), kind.min_length, kind.max_length, path, "characters")


def _fits(value: str, pattern: str) -> bool:
    try:
        msgspec.convert(value, type=_patterned(pattern))
    except msgspec.ValidationError:
        return False
    return True


def _patterned(pattern: str) -> Any:
    from typing import Annotated

    return Annotated[str, msgspec.Meta(pattern=pattern)]


def _size(count: int, least: int | None, most: int | None, path: Path, unit: str) -> Iterator[Fault]:
    called = _called(path)
    if least is not None and count < least:
        text = f"{called} has {count} {unit} but needs at least {least}; add what is missing"
        yield Fault(path, "C023", text)
    if most is not None and count > most:
        yield Fault(path, "C023", f"{called} has {count} {unit} but at most {most} are of use; shorten it")


def _number(value: Any, kind: inspect.IntType | inspect.FloatType, path: Path) -> Iterator[Fault]:
    whole = isinstance(kind, inspect.IntType)
    wanted = "a whole number" if whole else "a number"
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield _wrong(path, wanted, value, "write it in digits, without quotes or a unit")
        return
    if whole and not float(value).is_integer():
        yield _wrong(path, wanted, value, "round it")
        return
    limits = (
        ("at least", kind.ge, kind.ge is not None and value < kind.ge),
        ("more than", kind.gt, kind.gt is not None and value <= kind.gt),
        ("at most", kind.le, kind.le is not None and value > kind.le),
        ("less than", kind.lt, kind.lt is not None and value >= kind.lt),
    )
    for words, limit, broken in limits:
        if broken:
            yield Fault(path, "C023", f"{_called(path)} is {value} but must be {words} {limit}; correct it")


def _one_of(value: Any, kind: inspect.EnumType | inspect.LiteralType, path: Path) -> Iterator[Fault]:
    known = kind.values if isinstance(kind, inspect.LiteralType) else tuple(part.value for part in kind.cls)
    if value not in known:
        guess = did_you_mean(value, [str(word) for word in known])
        yield Fault(path, "C024", f"{_called(path)} cannot be {described(value)}; {guess}")


def _date(value: Any, path: Path) -> Iterator[Fault]:
    try:
        msgspec.convert(value, type=date)
    except msgspec.ValidationError:
        yield _wrong(path, "a date", value, "write year, month and day, such as 2026-11-21")
