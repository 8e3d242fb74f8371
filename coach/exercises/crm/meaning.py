"""What an assertion means, found out before any org is looked at: its names, its values, their types."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple, assert_never

from coach.core.crm.profile import Profile
from coach.core.crm.schema import ObjectType, Schema
from coach.core.expression import Binary, Call, ExpressionFault, Literal, Member, Name, Node, Unary, parse
from coach.locale import tr

from .fitting import (
    DATE,
    FLAG,
    ID,
    NULL,
    NUMBER,
    RECORD,
    TEXT,
    TYPES,
    Type,
    UnknownName,
    comparable,
    demand,
    guess,
    related,
    said,
    value_exists,
)

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

FEWEST, MOST = {"all": 2, "one": 2, "the": 2, "sum": 2, "date": 1}, {"sum": 3, "date": 1}
"""How many things stand in a function's brackets; else at least one and at most two."""


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
        raise ExpressionFault(
            tr(
                "it comes to {kind} and not to true or false; compare it with something",
                kind=said(found.kind),
            )
        )
    return node


def day(text: str) -> date:
    """Read the text in ``date('…')``; raises :class:`ExpressionFault`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ExpressionFault(
            tr("{text!r} is no date; write year-month-day, such as 2026-12-18", text=text)
        ) from None


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
            demand(_type(of, world, row), wanted, of)
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
            tr(
                "{name!r} at character {at} stands for nothing here; begin with one of {known}",
                name=node.name,
                at=node.at,
                known=known,
            )
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
    called = tr(" or ").join(owner.name for owner in objects)
    known = [name for owner in objects for name in (*owner.fields, "Id")]
    known += [related(name) for owner in objects for name, one in owner.fields.items() if one.references]
    raise UnknownName(
        tr(
            "{object} has no field {name!r} (character {at}); {guess}",
            object=called,
            name=node.name,
            at=node.at,
            guess=guess(node.name, known),
        )
    )


def _member(node: Member, of: Type, world: World) -> Type:
    if of.kind != RECORD:
        raise ExpressionFault(
            tr(
                "{kind} has no part {name!r} (character {at}); only records have",
                kind=said(of.kind),
                name=node.name,
                at=node.at,
            )
        )
    references = of.field.references if of.field else ()
    objects = of.objects or tuple(world.schema.objects[name] for name in references)
    return _of_field(node, objects)


def _call(node: Call, world: World) -> Type:
    name, arguments = node.function, node.arguments
    if name not in FUNCTIONS:
        raise UnknownName(
            tr(
                "there is no function {name!r} (character {at}); {guess}",
                name=name,
                at=node.at,
                guess=guess(name, list(FUNCTIONS)),
            )
        )
    if not FEWEST.get(name, 1) <= len(arguments) <= MOST.get(name, 2):
        raise ExpressionFault(
            tr(
                "{name} at character {at} is written {form}",
                name=name,
                at=node.at,
                form=FUNCTIONS[name],
            )
        )
    if name == "date":
        return _date(arguments[0])
    found = _object(arguments[0], world)
    if name == "sum":
        demand(_type(arguments[1], world, (found,)), NUMBER, arguments[1])
        arguments = arguments[1:]
    for condition in arguments[1:]:
        demand(_type(condition, world, (found,)), FLAG, condition)
    if name in ("one", "the"):
        return Type(RECORD, objects=(found,))
    return Type(NUMBER if name in ("count", "sum") else FLAG)


def _date(argument: Node) -> Type:
    if not isinstance(argument, Literal) or not isinstance(argument.value, str):
        raise ExpressionFault(
            tr("what stands in date at character {at} must be a day in quotes", at=argument.at)
        )
    day(argument.value)
    return Type(DATE)


def _object(argument: Node, world: World) -> ObjectType:
    """Find the object that a function is about; it stands first in the brackets."""
    name = argument.name if isinstance(argument, Name) else ""
    found = world.schema.objects.get(name)
    if found is None:
        near = guess(name, list(world.schema.objects))
        if not name:
            raise UnknownName(
                tr(
                    "an object must stand first in the brackets (character {at}); {guess}",
                    at=argument.at,
                    guess=near,
                )
            )
        raise UnknownName(
            tr(
                "there is no object {name!r} (character {at}); {guess}",
                name=name,
                at=argument.at,
                guess=near,
            )
        )
    return found


def _binary(node: Binary, world: World, row: tuple[ObjectType, ...]) -> Type:
    left, right = _type(node.left, world, row), _type(node.right, world, row)
    match node.sign:
        case "and" | "or":
            demand(left, FLAG, node.left)
            demand(right, FLAG, node.right)
        case "~":
            demand(left, TEXT, node.left)
            demand(right, TEXT, node.right)
        case "==" | "!=":
            comparable(node, left, right)
            value_exists(left, node.right, world.profile)
            value_exists(right, node.left, world.profile)
        case "<" | "<=" | ">" | ">=":
            comparable(node, left, right)
            if left.kind not in (NUMBER, DATE):
                raise ExpressionFault(
                    tr("{sign} at character {at} compares numbers or dates only", sign=node.sign, at=node.at)
                )
        case _:
            return _reckoned(node, left, right)
    return Type(FLAG)


def _reckoned(node: Binary, left: Type, right: Type) -> Type:
    if left.kind == DATE and node.sign in "+-":
        demand(right, NUMBER, node.right)
        return Type(DATE)
    demand(left, NUMBER, node.left)
    demand(right, NUMBER, node.right)
    return Type(NUMBER)
