"""Everything that keeps a value from being the struct it should be, in an author's words.

msgspec stops at the first mistake; this walks value and type side by side and tells them all.
"""

from collections.abc import Iterable, Iterator
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
from coach.locale import mark, tr, trp


class Fault(NamedTuple):
    """One mistake; with ``key`` the key is meant rather than its value."""

    path: Path
    code: str
    text: str
    key: bool = False


def _pattern(annotated: Any) -> str:
    return str(annotated.__metadata__[0].pattern)


PATTERNS = {
    _pattern(Id): mark("lower-case words joined by hyphens, such as first-sentence, as records refer to it"),
    _pattern(Topic): mark("two capital letters, a hyphen and two digits, such as EC-01"),
    _pattern(Part): mark("a module, or a session of one as module/session, such as closing/first-offer"),
    _pattern(Language): mark("a language code of two small letters, such as en"),
}


AT_LEAST = mark("{called} is {value} but must be at least {limit}; correct it")
MORE_THAN = mark("{called} is {value} but must be more than {limit}; correct it")
AT_MOST = mark("{called} is {value} but must be at most {limit}; correct it")
LESS_THAN = mark("{called} is {value} but must be less than {limit}; correct it")

LISTED = (
    mark("{called} has {count} entries but needs at least {least}; add what is missing"),
    mark("{called} has {count} entries but at most {most} are of use; shorten it"),
)
WRITTEN = (
    mark("{called} has {count} characters but needs at least {least}; add what is missing"),
    mark("{called} has {count} characters but at most {most} are of use; shorten it"),
)
"""What to say of a list and of a text that is too short, and of one that is too long."""


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
                yield _wrong(path, tr("true or false"), value, tr("write true or false without quotes"))
        case inspect.IntType() | inspect.FloatType():
            yield from _number(value, kind, path)
        case inspect.EnumType() | inspect.LiteralType():
            yield from _one_of(value, kind, path)
        case inspect.DateType():
            yield from _date(value, path)
        case _:
            return  # what only msgspec can judge is told in its words


def _wrong(path: Path, wanted: str, value: object, fix: str) -> Fault:
    text = tr(
        "{called} must be {wanted} but is {found}; {fix}",
        called=_called(path),
        wanted=wanted,
        found=described(value),
        fix=fix,
    )
    return Fault(path, "C022", text)


def _called(path: Path) -> str:
    """Name the value by the nearest key above it."""
    if not path:
        return tr("the file")
    if isinstance(path[-1], str):
        return quoted(path[-1])
    keys = [step for step in path if isinstance(step, str)]
    return tr("this entry of {key}", key=quoted(keys[-1])) if keys else tr("this entry")


def _struct(value: Any, kind: inspect.StructType, path: Path) -> Iterator[Fault]:
    fields = {field.encode_name: field for field in kind.fields}
    known = [kind.tag_field, *fields] if kind.tag_field else list(fields)
    if not isinstance(value, dict):
        yield _wrong(
            path, tr("a group of keys"), value, tr("write the keys {known} below it", known=", ".join(known))
        )
        return
    for key in value:
        if key not in known:
            yield Fault(
                (*path, key) if isinstance(key, str | int) else path,
                "C020",
                tr(
                    "there is no key {key} here, so it would do nothing; {guess}",
                    key=quoted(key),
                    guess=did_you_mean(key, known),
                ),
                key=True,
            )
    for name, field in fields.items():
        if name in value:
            yield from _walk(value[name], field.type, (*path, name))
        elif field.required:
            yield Fault(
                path,
                "C021",
                tr("the key {name} is missing and nothing can replace it; add it", name=quoted(name)),
            )


def _list(
    value: Any,
    kind: inspect.VarTupleType | inspect.ListType | inspect.SetType | inspect.FrozenSetType,
    path: Path,
) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield _wrong(path, "a list", value, tr("start each entry with '- ' on a line of its own"))
        return
    yield from _size(len(value), kind.min_length, kind.max_length, path, LISTED)
    for index, item in enumerate(value):
        yield from _walk(item, kind.item_type, (*path, index))


def _dict(value: Any, kind: inspect.DictType, path: Path) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _wrong(
            path, tr("a group of keys"), value, tr("write each as 'key: value' on a line of its own")
        )
        return
    for key, item in value.items():
        place = (*path, key) if isinstance(key, str | int) else path
        for fault in _walk(key, kind.key_type, place):
            yield fault._replace(path=place, text=tr("as a key, {text}", text=fault.text), key=True)
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
            yield _none_of((*path, field), quoted(field), tag, tagged)
    elif all(any(True for _ in _walk(value, member, path)) for member in members):
        yield from _walk(value, members[0], path)


def _text(value: Any, kind: inspect.StrType, path: Path) -> Iterator[Fault]:
    if value is None:
        fix = tr("write it, in quotes if it starts with '#'")
        yield _wrong(path, trp("value", "text"), value, fix)
    elif not isinstance(value, str):
        yield _wrong(path, trp("value", "text"), value, tr("put it in quotes"))
    elif kind.pattern is not None and not _fits(value, kind.pattern):
        known = PATTERNS.get(kind.pattern)
        wanted = tr(known) if known else tr("text of the form {pattern}", pattern=kind.pattern)
        text = tr(
            "{called} is {value} but must be {wanted}; write it so",
            called=_called(path),
            value=quoted(value),
            wanted=wanted,
        )
        yield Fault(path, "C023", text)
    else:
        yield from _size(len(value), kind.min_length, kind.max_length, path, WRITTEN)


def _fits(value: str, pattern: str) -> bool:
    try:
        msgspec.convert(value, type=_patterned(pattern))
    except msgspec.ValidationError:
        return False
    return True


def _patterned(pattern: str) -> Any:
    from typing import Annotated

    return Annotated[str, msgspec.Meta(pattern=pattern)]


def _size(
    count: int, least: int | None, most: int | None, path: Path, words: tuple[str, str]
) -> Iterator[Fault]:
    too_few, too_many = words
    if least is not None and count < least:
        yield Fault(path, "C023", tr(too_few, called=_called(path), count=count, least=least))
    if most is not None and count > most:
        yield Fault(path, "C023", tr(too_many, called=_called(path), count=count, most=most))


def _number(value: Any, kind: inspect.IntType | inspect.FloatType, path: Path) -> Iterator[Fault]:
    whole = isinstance(kind, inspect.IntType)
    wanted = tr("a whole number") if whole else tr("a number")
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield _wrong(path, wanted, value, tr("write it in digits, without quotes or a unit"))
        return
    if whole and not float(value).is_integer():
        yield _wrong(path, wanted, value, tr("round it"))
        return
    limits = (
        (AT_LEAST, kind.ge, kind.ge is not None and value < kind.ge),
        (MORE_THAN, kind.gt, kind.gt is not None and value <= kind.gt),
        (AT_MOST, kind.le, kind.le is not None and value > kind.le),
        (LESS_THAN, kind.lt, kind.lt is not None and value >= kind.lt),
    )
    for words, limit, broken in limits:
        if broken:
            yield Fault(path, "C023", tr(words, called=_called(path), value=value, limit=limit))


def _one_of(value: Any, kind: inspect.EnumType | inspect.LiteralType, path: Path) -> Iterator[Fault]:
    known = kind.values if isinstance(kind, inspect.LiteralType) else tuple(part.value for part in kind.cls)
    if value not in known:
        yield _none_of(path, _called(path), value, known)


def _none_of(path: Path, called: str, value: object, known: Iterable[object]) -> Fault:
    guess = did_you_mean(value, [str(word) for word in known])
    text = tr("{called} cannot be {found}; {guess}", called=called, found=described(value), guess=guess)
    return Fault(path, "C024", text)


def _date(value: Any, path: Path) -> Iterator[Fault]:
    try:
        msgspec.convert(value, type=date)
    except msgspec.ValidationError:
        yield _wrong(path, tr("a date"), value, tr("write year, month and day, such as 2026-11-21"))
