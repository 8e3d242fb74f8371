"""What people type for fields and records, as the CRM takes it: names, days from today, records by name."""

import re
from datetime import timedelta
from difflib import get_close_matches

from coach.core.crm.looking import OWNER, owner_shown
from coach.core.crm.schema import ROLE, STANDARD, Field, ObjectType
from coach.core.crm.state import SOMEBODY, Org, Row
from coach.core.crm.values import Scalar
from coach.core.exercise import Unreadable
from coach.locale import language, mark, read_day, tr

from .alike import alike
from .german import OBJECTS, english
from .naming import called

FROM_TODAY = re.compile(r"(?:today|heute)?\s*([+-])\s*([0-9]{1,4})", re.IGNORECASE)
GERMAN_MOMENT = re.compile(
    r"([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})[, T]+([0-9]{1,2}):([0-9]{2})(?:\s*Uhr)?", re.IGNORECASE
)
GERMAN_NUMBER = re.compile(r"(-?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(,[0-9]{1,2})?")
"""Thousands are set apart by points. Three figures behind a comma are thousands, as in English."""
MOST_NAMED = 5
"""So many records are named where a name fits several."""


def entered(field: Field, text: str, org: Org) -> Scalar:
    """Read what was typed into a field; raises :class:`Unreadable` for a record that is not to be found.

    Days can be written from today, as ``today`` or ``+14``, records by name, days, numbers and boxes as
    people write them in German. Everything else the CRM reads.
    """
    text = text.strip()
    if field.name == OWNER and text == owner_shown(SOMEBODY):
        return SOMEBODY
    if field.references and text:
        return find(text, org, *field.references).id
    return _as_read(field, text, org)


def _as_read(field: Field, text: str, org: Org) -> str:
    """Write what people typed as the CRM reads it, whatever their language."""
    match field.type:
        case "date":
            return _day(text, org)
        case "datetime" if found := GERMAN_MOMENT.fullmatch(text):
            return f"{_day(found[1], org)}T{found[2]:0>2}:{found[3]}"
        case "currency" | "percent" | "number" if language() == "de":
            return _number(text)
        case "boolean":
            return english(text)
        case _:
            return text


def _day(text: str, org: Org) -> str:
    """Write a day as the CRM reads it; what is no day stays as it is."""
    if text.casefold() in ("today", "heute"):
        return org.today.isoformat()
    try:
        if found := FROM_TODAY.fullmatch(text):
            return (org.today + timedelta(days=int(found[1] + found[2]))).isoformat()
        return read_day(text).isoformat()
    except (ValueError, OverflowError):
        return text


def _number(text: str) -> str:
    """Write a German number as the CRM reads it; what is none stays as it is."""
    bare = text.removesuffix("€").removesuffix("%").rstrip()
    found = GERMAN_NUMBER.fullmatch(bare)
    if found is None:
        return text
    return found[1] + found[2].replace(".", "") + (found[3] or "").replace(",", ".")


def find(text: str, org: Org, *objects: str) -> Row:
    """Find the record that is meant by an id, a name or a part of a name; raises :class:`Unreadable`.

    A contact role is called by the names of others, which mean these and not the role: it is found by its
    id and by all of what it is called, and by a part of that only where ``objects`` asks for roles. A lead
    that was converted stands back behind what it became.
    """
    kinds = objects or tuple(org.schema.objects)
    direct = org.row(text)
    if direct is not None and direct.object in kinds:
        return direct
    rows = [row for kind in kinds for row in org.rows(kind)]
    wanted = text.strip().casefold()
    exact = [row for row in rows if wanted in (called(row, org).casefold(), row.name.casefold())]
    named = [row for row in rows if row.object != ROLE or ROLE in objects]
    near = exact or [row for row in named if wanted and names(row, org, wanted)]
    near = [row for row in near if not row.get("IsConverted")] or near
    if len(near) == 1:
        return near[0]
    raise Unreadable(_several(text, near, org) if near else _none(text, org, objects))


def _none(text: str, org: Org, objects: tuple[str, ...]) -> str:
    """Say that no record is called so."""
    if not objects:
        return tr("There is no record like {text!r}. Type its name, a part of it, or its id.", text=text[:60])
    what = tr(" or ").join(org.schema.objects[kind].noun for kind in objects)
    told = mark("There is no {what} like {text!r}. Type its name, a part of it, or its id.")
    return tr(told, what=what, text=text[:60])


def _several(text: str, near: list[Row], org: Org) -> str:
    """Say which records are called so."""
    listed = ", ".join(f"{called(row, org)} ({row.id})" for row in near[:MOST_NAMED])
    if len(near) > MOST_NAMED:
        listed = tr("{names} and {more} more", names=listed, more=len(near) - MOST_NAMED)
    told = mark("{count} records are like {text!r}: {names}. Type the id of one.")
    return tr(told, count=len(near), text=text[:60], names=listed)


def names(row: Row, org: Org, text: str) -> bool:
    """Whether a text is a part of what a record is called, or spelt a little differently."""
    name = called(row, org)
    return text.casefold() in name.casefold() or alike(name, text)


def field_named(name: str, owner: ObjectType) -> Field:
    """Find a field by its name in the API or its label, in the org's words or in English.

    Capitals do not matter. Raises :class:`Unreadable`.
    """
    wanted = _bare(name)
    for field in owner.fields.values():
        if wanted in (_bare(field.name), _bare(field.label), _bare(field.name.removesuffix("Id"))):
            return field
    for standard in STANDARD[owner.name][3]:
        if wanted == _bare(standard.label):
            return owner.fields[standard.name]
    known = {_bare(field.name): field.name for field in owner.fields.values()}
    near = get_close_matches(wanted[:80], list(known), n=1, cutoff=0.6)
    told = tr("{object} has no field {name!r}.", object=owner.label, name=name[:60])
    if near:
        raise Unreadable(" ".join([told, tr("Did you mean {name}?", name=known[near[0]])]))
    listed = ", ".join(list(known.values())[:10])
    raise Unreadable(" ".join([told, tr("Try one of {names}.", names=listed)]))


def object_named(name: str, org: Org) -> ObjectType:
    """Find an object by its label or plural, in the org's words or in English; raises :class:`Unreadable`."""
    wanted = _bare(name)
    for one in org.schema.objects.values():
        titles = STANDARD[one.name][:2]
        if wanted and {wanted, OBJECTS.get(wanted)} & {
            *map(_bare, (one.name, one.label, one.plural, *titles))
        }:
            return one
    known = ", ".join(one.nouns for one in org.schema.objects.values())
    told = mark("There is no kind of record called {name!r}. Type one of: {known}.")
    raise Unreadable(tr(told, name=name[:60], known=known))


def _bare(name: str) -> str:
    """Reduce a name to what counts: small letters and digits."""
    return "".join(one for one in name.casefold().removesuffix("__c") if one.isalnum())
