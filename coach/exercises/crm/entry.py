"""What people type for fields and records, as the CRM takes it: names, days from today, records by name."""

import re
from datetime import timedelta
from difflib import get_close_matches

from coach.core.crm.schema import ROLE, STANDARD, Field, ObjectType
from coach.core.crm.state import Org, Row
from coach.core.crm.values import Scalar
from coach.core.exercise import Unreadable

from .alike import alike
from .naming import called

FROM_TODAY = re.compile(r"(?:today)?\s*([+-])\s*([0-9]{1,4})", re.IGNORECASE)
MOST_NAMED = 5
"""So many records are named where a name fits several."""


def entered(field: Field, text: str, org: Org) -> Scalar:
    """Read what was typed into a field; raises :class:`Unreadable` for a record that is not to be found.

    Days can be written from today, as ``today`` or ``+14``, records by name. Everything else the CRM reads.
    """
    text = text.strip()
    if field.type == "date" and text.casefold() == "today":
        return org.today.isoformat()
    if field.type == "date" and (found := FROM_TODAY.fullmatch(text)):
        return (org.today + timedelta(days=int(found[1] + found[2]))).isoformat()
    if field.references and text:
        return find(text, org, *field.references).id
    return text


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
    exact = [row for row in rows if called(row, org).casefold() == wanted]
    named = [row for row in rows if row.object != ROLE or ROLE in objects]
    near = exact or [row for row in named if wanted and names(row, org, wanted)]
    near = [row for row in near if not row.get("IsConverted")] or near
    if len(near) == 1:
        return near[0]
    what = " or ".join(org.schema.objects[kind].label.lower() for kind in kinds) if objects else "record"
    if not near:
        raise Unreadable(f"There is no {what} like {text[:60]!r}. Type its name, a part of it, or its id.")
    listed = ", ".join(f"{called(row, org)} ({row.id})" for row in near[:MOST_NAMED])
    more = f" and {len(near) - MOST_NAMED} more" if len(near) > MOST_NAMED else ""
    raise Unreadable(f"{len(near)} records are like {text[:60]!r}: {listed}{more}. Type the id of one.")


def names(row: Row, org: Org, text: str) -> bool:
    """Whether a text is a part of what a record is called, or spelt a little differently."""
    name = called(row, org)
    return text.casefold() in name.casefold() or alike(name, text)


def field_named(name: str, owner: ObjectType) -> Field:
    """Find a field by its name in the API or its label, in capitals or not; raises :class:`Unreadable`."""
    wanted = _bare(name)
    for field in owner.fields.values():
        if wanted in (_bare(field.name), _bare(field.label), _bare(field.name.removesuffix("Id"))):
            return field
    known = {_bare(field.name): field.name for field in owner.fields.values()}
    near = get_close_matches(wanted[:80], list(known), n=1, cutoff=0.6)
    hint = (
        f"Did you mean {known[near[0]]}?" if near else f"Try one of {', '.join(list(known.values())[:10])}."
    )
    raise Unreadable(f"{owner.label} has no field {name[:60]!r}. {hint}")


def object_named(name: str, org: Org) -> ObjectType:
    """Find an object by its label or plural, in the org's words or in English; raises :class:`Unreadable`."""
    wanted = _bare(name)
    for one in org.schema.objects.values():
        english = STANDARD[one.name][:2]
        if wanted and wanted in map(_bare, (one.name, one.label, one.plural, *english)):
            return one
    known = ", ".join(one.plural.lower() for one in org.schema.objects.values())
    raise Unreadable(f"There is no kind of record called {name[:60]!r}. Type one of: {known}.")


def _bare(name: str) -> str:
    """Reduce a name to what counts: small letters and digits."""
    return "".join(one for one in name.casefold().removesuffix("__c") if one.isalnum())
