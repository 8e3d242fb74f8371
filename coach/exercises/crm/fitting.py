"""What the parts of an assertion come to, and whether they may stand together."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from coach.core.crm.profile import Profile
from coach.core.crm.schema import Field, ObjectType
from coach.core.crm.values import choices
from coach.core.expression import Binary, ExpressionFault, Literal, Node
from coach.locale import tr, trp

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


ID = Field(name="Id", label="Id", read_only=True)


class UnknownName(ExpressionFault):
    """An object, field, function or value that the org does not have."""


class Type(NamedTuple):
    """What kind of thing a part of an assertion comes to; a record is of one of ``objects``."""

    kind: str
    objects: tuple[ObjectType, ...] = ()
    field: Field | None = None


def related(field_name: str) -> str:
    """Name the record that a reference leads to: ``AccountId`` leads to ``Account``."""
    return field_name.removesuffix("Id")


def said(kind: str) -> str:
    """Say what kind of thing something is."""
    match kind:
        case "a text":
            return trp("kind", "a text")
        case "a number":
            return trp("kind", "a number")
        case "a date":
            return trp("kind", "a date")
        case "a record":
            return trp("kind", "a record")
        case "true or false":
            return trp("kind", "true or false")
        case _:
            return kind


def guess(word: str, known: Iterable[str]) -> str:
    """Name what was probably meant, or else what there is."""
    names = sorted(set(known))
    by_lower = {name.casefold(): name for name in names}
    near = get_close_matches(word.casefold()[:80], list(by_lower), n=1, cutoff=0.6)
    if near:
        return tr("did you mean {name!r}?", name=by_lower[near[0]])
    most = 14
    listed = ", ".join(names[:most]) + (", …" if len(names) > most else "")
    return tr("known here: {names}", names=listed)


def demand(found: Type, wanted: str, node: Node) -> None:
    """Make sure that a part is of the kind that is wanted."""
    if found.kind != wanted:
        raise ExpressionFault(
            tr(
                "what stands at character {at} is {found} where {wanted} should stand",
                at=node.at,
                found=said(found.kind),
                wanted=said(wanted),
            )
        )


def comparable(node: Binary, left: Type, right: Type) -> None:
    """Make sure that two parts can be compared."""
    if RECORD in (left.kind, right.kind):
        raise ExpressionFault(
            tr(
                "{sign} at character {at} compares a record; name one of its fields, such as .Name",
                sign=node.sign,
                at=node.at,
            )
        )
    if left.kind != right.kind and NULL not in (left.kind, right.kind):
        raise ExpressionFault(
            tr(
                "{sign} at character {at} compares {left} with {right}, never the same",
                sign=node.sign,
                at=node.at,
                left=said(left.kind),
                right=said(right.kind),
            )
        )


def value_exists(of: Type, other: Node, profile: Profile) -> None:
    """Make sure that a text that a picklist is compared with is one of its values."""
    if of.field is None or not isinstance(other, Literal) or not isinstance(other.value, str):
        return
    if of.field.references or of.field is ID:
        raise ExpressionFault(
            tr(
                "the id {id!r} at character {at} says nothing to a reader; "
                "write {record}.Name ~ '…' or the like",
                id=other.value,
                at=other.at,
                record=related(of.field.name) or "one(…)",
            )
        )
    known = choices(of.field, profile)
    if of.field.type == "picklist" and of.field.restricted and other.value not in known:
        raise UnknownName(
            tr(
                "{field} has no value {value!r} in the profile (character {at}); {guess}",
                field=of.field.name,
                value=other.value,
                at=other.at,
                guess=guess(other.value, known),
            )
        )
