"""What an assertion means, found out before any org is looked at: its names, its values, their types."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from typing import NamedTuple, assert_never

from coach.core.crm.profile import Profile
from coach.core.crm.schema import Field, ObjectType, Schema
from coach.core.crm.values import choices
from coach.core.expression import Binary, Call, ExpressionFault, Literal, Member, Name, Node, Unary, parse

TEXT, NUMBER, DATE, FLAG, NULL, RECORD = "a text", "a number", "a date", "true or false", "null", "a record"
TYPES = {
    "boolean": FLAG,
    "currency": NUMBER,
    "percent": NUMBER,
    "number": NUMBER,
    "date": DATE,
    "datetime": DATE,
}
"""What the types of fields come to; all others are texts. A moment counts as its day."""

FUNCTIONS = {
    "count": "count(Object, condition)",
    "any": "any(Object, condition)",
    "all": "all(Object, condition)",
    "one": "one(Object, condition)",
    "the": "the(Object, condition)",
    "sum": "sum(Object, Field, condition)",
    "date": "date('2026-12-18')",
}
"""What can be called, and how. ``one`` and ``the`` are the same: the only record that fits."""

ID = Field(name="Id", label="Id", read_only=True)
FEWEST, MOST = {"all": 2, "one": 2, "the": 2, "sum": 2, "date": 1}, {"sum": 3, "date": 1}
"""How many things stand in a function's brackets; else at least one and at most two."""


class UnknownName(ExpressionFault):
    """An object, field, function or value that the org does not have."""


class Type(NamedTuple):
    """What kind of thing a part of an assertion comes to; a record is of one of ``objects``."""

    kind: str
    objects: tuple[ObjectType, ...] = ()
    field: Field | None = None


class World(NamedTuple):
    """What names can mean."""

    schema: Schema
    profile: Profile


def understand(text: str, world: World) -> Node:
    """Read an assertion and make sure that it can be worked out.

    Raises :class:`coach.core.expression.ExpressionFault`, of which :class:`UnknownName` is one, with a
    phrase that says what and where.
    """
    node = parse(text)
    found = _type(node, world, ())
    if found.kind != FLAG:
        raise ExpressionFault(f"it comes to {found.kind} and not to true or false; compare it with something")
    return node


def related(field_name: str) -> str:
    """Name the record that a reference leads to: ``AccountId`` leads to ``Account``."""
    return field_name.removesuffix("Id")


def day(text: str) -> date:
    """Read the text in ``date('…')``; raises :class:`ExpressionFault`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ExpressionFault(f"{text!r} is no date; write year-month-day, such as 2026-12-18") from None


def _type(node: Node, world: World, row: tuple[ObjectType, ...]) -> Type:
    match node:
        case Literal(value=value):
            return Type(_literal(value))
        case Name():
            return _name(node, row)
        case Member(of=of):
            return _member(node, _type(of, world, row), world)
        case Call():
            return _call(node, world)
        case Unary(sign=sign, of=of):
            wanted = FLAG if sign == "not" else NUMBER
            _demand(_type(of, world, row), wanted, of)
            return Type(wanted)
        case Binary():
            return _binary(node, world, row)
        case _:
            assert_never(node)


def _literal(value: object) -> str:
    match value:
        case None:
            return NULL
        case bool():
            return FLAG
        case Fraction():
            return NUMBER
        case _:
            return TEXT


def _name(node: Name, row: tuple[ObjectType, ...]) -> Type:
    if node.name == "today":
        return Type(DATE)
    if not row:
        known = ", ".join(FUNCTIONS)
        raise UnknownName(
            f"{node.name!r} at character {node.at} stands for nothing here; begin with one of {known}"
        )
    return _of_field(node, row)


def _of_field(node: Name | Member, objects: tuple[ObjectType, ...]) -> Type:
    """Find a field, or the record that a reference leads to, in one of the objects."""
    for owner in objects:
        if node.name == "Id":
            return Type(TEXT, field=ID)
        if found := owner.fields.get(node.name):
            return Type(TYPES.get(found.type, TEXT), field=found)
        if (found := owner.fields.get(f"{node.name}Id")) and found.references:
            return Type(RECORD, field=found)
    called = " or ".join(owner.name for owner in objects)
    known = [name for owner in objects for name in (*owner.fields, "Id")]
    known += [related(name) for owner in objects for name, one in owner.fields.items() if one.references]
    raise UnknownName(
        f"{called} has no field {node.name!r} (character {node.at}); {_guess(node.name, known)}"
    )


def _member(node: Member, of: Type, world: World) -> Type:
    if of.kind != RECORD:
        raise ExpressionFault(f"{of.kind} has no part {node.name!r} (character {node.at}); only records have")
    references = of.field.references if of.field else ()
    objects = of.objects or tuple(world.schema.objects[name] for name in references)
    return _of_field(node, objects)


def _call(node: Call, world: World) -> Type:
    name, arguments = node.function, node.arguments
    if name not in FUNCTIONS:
        raise UnknownName(
            f"there is no function {name!r} (character {node.at}); {_guess(name, list(FUNCTIONS))}"
        )
    if not FEWEST.get(name, 1) <= len(arguments) <= MOST.get(name, 2):
        raise ExpressionFault(f"{name} at character {node.at} is written {FUNCTIONS[name]}")
    if name == "date":
        return _date(arguments[0])
    found = _object(arguments[0], world)
    if name == "sum":
        _demand(_type(arguments[1], world, (found,)), NUMBER, arguments[1])
        arguments = arguments[1:]
    for condition in arguments[1:]:
        _demand(_type(condition, world, (found,)), FLAG, condition)
    if name in ("one", "the"):
        return Type(RECORD, objects=(found,))
    return Type(NUMBER if name in ("count", "sum") else FLAG)


def _date(argument: Node) -> Type:
    if not isinstance(argument, Literal) or not isinstance(argument.value, str):
        raise ExpressionFault(f"what stands in date at character {argument.at} must be a day in quotes")
    day(argument.value)
    return Type(DATE)


def _object(argument: Node, world: World) -> ObjectType:
    """Find the object that a function is about; it stands first in the brackets."""
    name = argument.name if isinstance(argument, Name) else ""
    found = world.schema.objects.get(name)
    if found is None:
        named = f"there is no object {name!r}" if name else "an object must stand first in the brackets"
        raise UnknownName(f"{named} (character {argument.at}); {_guess(name, list(world.schema.objects))}")
    return found


def _binary(node: Binary, world: World, row: tuple[ObjectType, ...]) -> Type:
    left, right = _type(node.left, world, row), _type(node.right, world, row)
    match node.sign:
        case "and" | "or":
            _demand(left, FLAG, node.left)
            _demand(right, FLAG, node.right)
        case "~":
            _demand(left, TEXT, node.left)
            _demand(right, TEXT, node.right)
        case "==" | "!=":
            _comparable(node, left, right)
            _value_exists(left, node.right, world)
            _value_exists(right, node.left, world)
        case "<" | "<=" | ">" | ">=":
            _comparable(node, left, right)
            if left.kind not in (NUMBER, DATE):
                raise ExpressionFault(f"{node.sign} at character {node.at} compares numbers or dates only")
        case _:
            return _reckoned(node, left, right)
    return Type(FLAG)


def _reckoned(node: Binary, left: Type, right: Type) -> Type:
    if left.kind == DATE and node.sign in "+-":
        _demand(right, NUMBER, node.right)
        return Type(DATE)
    _demand(left, NUMBER, node.left)
    _demand(right, NUMBER, node.right)
    return Type(NUMBER)


def _comparable(node: Binary, left: Type, right: Type) -> None:
    if RECORD in (left.kind, right.kind):
        raise ExpressionFault(
            f"{node.sign} at character {node.at} compares a record; name one of its fields, such as .Name"
        )
    if left.kind != right.kind and NULL not in (left.kind, right.kind):
        raise ExpressionFault(
            f"{node.sign} at character {node.at} compares {left.kind} with {right.kind}, never the same"
        )


def _value_exists(of: Type, other: Node, world: World) -> None:
    """Make sure that a text that a picklist is compared with is one of its values."""
    if of.field is None or not isinstance(other, Literal) or not isinstance(other.value, str):
        return
    if of.field.references or of.field is ID:
        raise ExpressionFault(
            f"the id {other.value!r} at character {other.at} says nothing to a reader; "
            f"write {related(of.field.name) or 'one(…)'}.Name ~ '…' or the like"
        )
    known = choices(of.field, world.profile)
    if of.field.type == "picklist" and of.field.restricted and other.value not in known:
        raise UnknownName(
            f"{of.field.name} has no value {other.value!r} in the profile (character {other.at}); "
            f"{_guess(other.value, known)}"
        )


def _demand(found: Type, wanted: str, node: Node) -> None:
    if found.kind != wanted:
        raise ExpressionFault(
            f"what stands at character {node.at} is {found.kind} where {wanted} should stand"
        )


def _guess(word: str, known: Iterable[str]) -> str:
    """Name what was probably meant, or else what there is."""
    names = sorted(set(known))
    by_lower = {name.casefold(): name for name in names}
    near = get_close_matches(word.casefold()[:80], list(by_lower), n=1, cutoff=0.6)
    if near:
        return f"did you mean {by_lower[near[0]]!r}?"
    most = 14
    return f"known here: {', '.join(names[:most])}" + (", …" if len(names) > most else "")
