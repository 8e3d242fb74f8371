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
from coach.locale import tr, trp

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


def kind(of: Type) -> str:  # noqa: PLR0911 - one for each
    """Say what a part of a formula comes to."""
    match of:
        case "boolean":
            return trp("type", "boolean")
        case "number":
            return trp("type", "number")
        case "text":
            return trp("type", "text")
        case "date":
            return trp("type", "date")
        case "picklist":
            return trp("type", "picklist")
        case "record":
            return trp("type", "record")
        case "anything":
            return trp("type", "anything")


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
            raise ExpressionFault(
                tr("{name} at character {at} is a record; add a dot and one of its fields", name=name, at=at)
            )
        raise ExpressionFault(
            tr(
                "the {object} has no field {name!r} (character {at})",
                object=around.object.label,
                name=name,
                at=at,
            )
        )
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
        raise ExpressionFault(tr("what stands before the dot at character {at} is no record", at=node.at))
    field = reference(name, of)
    if field is None:
        raise ExpressionFault(
            tr(
                "{name!r} at character {at} leads from no {label} to another record",
                name=name,
                at=node.at,
                label=of.label,
            )
        )
    return around.schema.objects[field.references[0]]


def _of_call(node: Call, around: Typing) -> Type:
    function = FUNCTIONS.get(node.function.upper())
    if function is None:
        known = ", ".join(FUNCTIONS)
        raise ExpressionFault(
            tr(
                "there is no function {function!r} (character {at}); known: {known}",
                function=node.function,
                at=node.at,
                known=known,
            )
        )
    given, fewest = len(node.arguments), len(function.takes)
    if given < fewest or (given > fewest and not function.repeats):
        raise ExpressionFault(
            tr(
                "{function} at character {at} takes {fewest}, not {given}",
                function=node.function,
                at=node.at,
                fewest=fewest,
                given=given,
            )
        )
    if function.field and not isinstance(node.arguments[0], Name):
        raise ExpressionFault(
            tr("{function} at character {at} takes the name of a field", function=node.function, at=node.at)
        )
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
            tr(
                "{name} has no value {value!r} (character {at}); it has: {listed}",
                name=picked.name,
                value=wanted.value,
                at=wanted.at,
                listed=listed,
            )
        )


def _of_binary(node: Binary, around: Typing) -> Type:
    match node.sign:
        case "and" | "or":
            _demand(node.left, "boolean", around)
            _demand(node.right, "boolean", around)
            return "boolean"
        case "~":
            raise ExpressionFault(
                tr("'~' at character {at} has no meaning in a validation rule; write =", at=node.at)
            )
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
            tr(
                "a picklist cannot be compared (character {at}); use ISPICKVAL(field, 'value') or TEXT",
                at=node.at,
            )
        )
    if left != right and "anything" not in (left, right):
        raise ExpressionFault(
            tr(
                "a {left} is compared with a {right} at character {at}",
                left=kind(left),
                right=kind(right),
                at=node.at,
            )
        )
    if node.sign not in ("==", "!=") and not {left, right} <= {"number", "date", "anything"}:
        raise ExpressionFault(tr("only numbers and dates are larger or smaller (character {at})", at=node.at))
    return "boolean"


def _demand(node: Node, wanted: Type, around: Typing) -> None:
    found = typed(node, around)
    if "anything" not in (found, wanted) and found != wanted:
        raise ExpressionFault(
            tr(
                "a {wanted} should stand at character {at}, not a {found}",
                wanted=kind(wanted),
                at=node.at,
                found=kind(found),
            )
        )
