"""Which functions validation rules have, and whether a formula makes sense before it is ever worked out."""

from typing import Literal as OneOf
from typing import NamedTuple, TypeAlias, assert_never

from coach.core.crm.profile import Profile
from coach.core.crm.schema import Field, ObjectType, Schema
from coach.core.crm.values import choices
from coach.core.expression import (
    Binary,
    Call,
    ExpressionFault,
    Literal,
    Member,
    Name,
    Node,
    Unary,
)

Type: TypeAlias = OneOf["boolean", "number", "text", "date", "picklist", "record", "anything"]
"""What a part of a formula comes to; ``null`` can be anything."""

OF_FIELDS: dict[str, Type] = {
    "boolean": "boolean",
    "currency": "number",
    "percent": "number",
    "number": "number",
    "date": "date",
    "datetime": "date",
    "picklist": "picklist",
}
"""What fields of a type come to; the rest are texts. Of a moment, the day counts."""


class Function(NamedTuple):
    """A function: what it takes, where the last of several may repeat, and what it comes to.

    ``field`` says that the first thing must be a field's name. Where ``gives`` is ``anything``, it comes
    to what ``like`` (counted from 0) comes to.
    """

    takes: tuple[Type, ...]
    gives: Type
    field: bool = False
    repeats: bool = False
    like: int = 0


FUNCTIONS: dict[str, Function] = {
    "AND": Function(("boolean",), "boolean", repeats=True),
    "OR": Function(("boolean",), "boolean", repeats=True),
    "NOT": Function(("boolean",), "boolean"),
    "IF": Function(("boolean", "anything", "anything"), "anything", like=1),
    "ISBLANK": Function(("anything",), "boolean"),
    "BLANKVALUE": Function(("anything", "anything"), "anything"),
    "ISPICKVAL": Function(("picklist", "text"), "boolean"),
    "TEXT": Function(("anything",), "text"),
    "LEN": Function(("text",), "number"),
    "CONTAINS": Function(("text", "text"), "boolean"),
    "BEGINS": Function(("text", "text"), "boolean"),
    "TODAY": Function((), "date"),
    "ISNEW": Function((), "boolean"),
    "ISCHANGED": Function(("anything",), "boolean", field=True),
    "PRIORVALUE": Function(("anything",), "anything", field=True),
}


class Typing(NamedTuple):
    """Where a formula stands: the object that its names are fields of, and the org's words."""

    object: ObjectType
    schema: Schema
    profile: Profile


def typed(node: Node, around: Typing) -> Type:
    """Say what a formula comes to; raises :class:`ExpressionFault` where it makes no sense."""
    match node:
        case Literal(value=value):
            return _of_literal(value)
        case Name():
            return _of_field(node.name, node.at, around)
        case Member(of=of):
            parent = _parent(of, around)
            return _of_field(node.name, node.at, around._replace(object=parent))
        case Call():
            return _of_call(node, around)
        case Unary(sign=sign, of=of):
            wanted: Type = "boolean" if sign == "not" else "number"
            _demand(of, wanted, around)
            return wanted
        case Binary():
            return _of_binary(node, around)
        case _:
            assert_never(node)


def _of_literal(value: object) -> Type:
    if value is None:
        return "anything"
    if isinstance(value, bool):
        return "boolean"
    return "text" if isinstance(value, str) else "number"


def _of_field(name: str, at: int, around: Typing) -> Type:
    field = around.object.fields.get(name)
    if field is None:
        if reference(name, around.object):
            raise ExpressionFault(f"{name} at character {at} is a record; add a dot and one of its fields")
        raise ExpressionFault(f"the {around.object.label} has no field {name!r} (character {at})")
    return OF_FIELDS.get(field.type, "text")


def reference(name: str, of: ObjectType) -> Field | None:
    """Return the field that leads to another record: for ``Account`` that is ``AccountId``."""
    found = of.fields.get(f"{name}Id")
    return found if found and len(found.references) == 1 else None


def _parent(node: Node, around: Typing) -> ObjectType:
    """Find the object of a record that a name such as ``Account`` leads to."""
    if isinstance(node, Name):
        of, name = around.object, node.name
    elif isinstance(node, Member):
        of, name = _parent(node.of, around), node.name
    else:
        raise ExpressionFault(f"what stands before the dot at character {node.at} is no record")
    field = reference(name, of)
    if field is None:
        raise ExpressionFault(f"{name!r} at character {node.at} leads from no {of.label} to another record")
    return around.schema.objects[field.references[0]]


def _of_call(node: Call, around: Typing) -> Type:
    function = FUNCTIONS.get(node.function.upper())
    if function is None:
        known = ", ".join(FUNCTIONS)
        raise ExpressionFault(f"there is no function {node.function!r} (character {node.at}); known: {known}")
    given, fewest = len(node.arguments), len(function.takes)
    if given < fewest or (given > fewest and not function.repeats):
        raise ExpressionFault(f"{node.function} at character {node.at} takes {fewest}, not {given}")
    if function.field and not isinstance(node.arguments[0], Name):
        raise ExpressionFault(f"{node.function} at character {node.at} takes the name of a field")
    for index, argument in enumerate(node.arguments):
        _demand(argument, function.takes[min(index, fewest - 1)], around)
    if node.function.upper() == "ISPICKVAL":
        _mind_choice(node, around)
    return typed(node.arguments[function.like], around) if function.gives == "anything" else function.gives


def _mind_choice(node: Call, around: Typing) -> None:
    """Make sure that a picklist has the value that it is asked for."""
    picked, wanted = node.arguments
    if not isinstance(picked, Name) or not isinstance(wanted, Literal):
        return
    field = around.object.fields[picked.name]
    known = choices(field, around.profile)
    if wanted.value and wanted.value not in known and field.restricted:
        listed = ", ".join(known)
        raise ExpressionFault(
            f"{picked.name} has no value {wanted.value!r} (character {wanted.at}); it has: {listed}"
        )


def _of_binary(node: Binary, around: Typing) -> Type:
    match node.sign:
        case "and" | "or":
            _demand(node.left, "boolean", around)
            _demand(node.right, "boolean", around)
            return "boolean"
        case "~":
            raise ExpressionFault(f"'~' at character {node.at} has no meaning in a validation rule; write =")
        case "==" | "!=" | "<" | "<=" | ">" | ">=":
            return _of_comparison(node, around)
        case _:
            left = typed(node.left, around)
            if left == "date" and node.sign in "+-":
                _demand(node.right, "number", around)
                return "date"
            _demand(node.left, "number", around)
            _demand(node.right, "number", around)
            return "number"


def _of_comparison(node: Binary, around: Typing) -> Type:
    left, right = typed(node.left, around), typed(node.right, around)
    if "picklist" in (left, right):
        raise ExpressionFault(
            f"a picklist cannot be compared (character {node.at}); use ISPICKVAL(field, 'value') or TEXT"
        )
    if left != right and "anything" not in (left, right):
        raise ExpressionFault(f"a {left} is compared with a {right} at character {node.at}")
    if node.sign not in ("==", "!=") and not {left, right} <= {"number", "date", "anything"}:
        raise ExpressionFault(f"only numbers and dates are larger or smaller (character {node.at})")
    return "boolean"


def _demand(node: Node, wanted: Type, around: Typing) -> None:
    found = typed(node, around)
    if "anything" not in (found, wanted) and found != wanted:
        raise ExpressionFault(f"a {wanted} should stand at character {node.at}, not a {found}")
