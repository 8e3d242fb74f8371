"""Making, changing, deleting and restoring records, with everything the CRM does by itself on the way."""

from collections.abc import Iterator

from coach.core.crm.draft import Draft, Refused, Trouble, refused
from coach.core.crm.profile import Profile
from coach.core.crm.saving import missing, object_called, record_called, saved, shown, typed
from coach.core.crm.schema import ACTIVITIES, CONTACT, EVENT, OPPORTUNITY, ROLE, TASK, ObjectType
from coach.core.crm.state import Binned, Row
from coach.core.crm.values import Scalar, Values
from coach.core.crm.vocabulary import PicklistName
from coach.core.record import Record
from coach.locale import tr, trn

CASCADES = (
    (CONTACT, "AccountId"),
    (OPPORTUNITY, "AccountId"),
    (ROLE, "OpportunityId"),
    (ROLE, "ContactId"),
)
"""What goes into the bin along with the record it refers to; other references are emptied."""


SUBJECTS: dict[str, PicklistName] = {TASK: "task_subjects", EVENT: "event_subjects"}
"""What activities are called by, which may be the choices of a picklist."""


class Create(Record, tag_field="do", tag="create"):
    """Make a record. ``key`` is a readable name for it, if it is to be referred to."""

    object: str
    values: dict[str, Scalar]
    key: str = ""


class Update(Record, tag_field="do", tag="update"):
    """Change fields of a record; an empty text or null empties one."""

    id: str
    values: dict[str, Scalar]


class Delete(Record, tag_field="do", tag="delete"):
    """Put a record into the recycle bin, together with what cannot be without it."""

    id: str


class Undelete(Record, tag_field="do", tag="undelete"):
    """Take a record out of the recycle bin, with what went there along with it."""

    id: str


def create(draft: Draft, action: Create) -> None:
    """Make a record; raises :class:`Refused` with everything that speaks against it."""
    of = object_called(draft, action.object)
    row = make(draft, of, action.values)
    draft.call(action.key, row.id)
    draft.told.insert(0, tr("{object} “{name}” is new.", object=of.label, name=named(draft, row)))


def make(draft: Draft, of: ObjectType, values: dict[str, Scalar]) -> Row:
    """Make a record of an object and put it into the draft; raises :class:`Refused`."""
    troubles: list[Trouble] = []
    given = typed(draft, of, values, troubles)
    row, more = saved(draft, of, None, given)
    _put(draft, row, troubles, more)
    return row


def update(draft: Draft, action: Update) -> None:
    """Change a record; raises :class:`Refused` with everything that speaks against it."""
    row = record_called(draft, action.id)
    after = change(draft, row, action.values)
    of = draft.schema.objects[row.object]
    draft.told.insert(0, tr("{object} “{name}” is saved.", object=of.label, name=named(draft, after)))


def change(draft: Draft, row: Row, values: dict[str, Scalar]) -> Row:
    """Change fields of a record in the draft and return it as it is then; raises :class:`Refused`."""
    writable(draft, row)
    of = draft.schema.objects[row.object]
    troubles: list[Trouble] = []
    given = typed(draft, of, values, troubles)
    after, more = saved(draft, of, row, given)
    _put(draft, after, troubles, more)
    return after


def writable(draft: Draft, row: Row) -> None:
    """Make sure that a record can be changed; raises :class:`Refused`."""
    if row.values.get("IsConverted"):
        text = tr(
            "{object} “{name}” is converted and can only be read; work on with the contact it became.",
            object=draft.schema.objects[row.object].label,
            name=row.name,
        )
        raise refused(text)
    if row.values.get("IsLocked"):
        raise refused(tr("“{name}” waits for an approval and is locked until that is given.", name=row.name))


def delete(draft: Draft, action: Delete) -> None:
    """Put a record into the recycle bin with what belongs to it; raises :class:`Refused`."""
    row = record_called(draft, action.id)
    what = named(draft, row)
    others = len(remove(draft, row)) - 1
    draft.told.append(_binned(what, others))


def _binned(what: str, others: int) -> str:
    """Tell what is in the recycle bin, and how much went there along with it."""
    if not others:
        return tr("“{name}” is in the recycle bin.", name=what)
    return trn(
        "“{name}” is in the recycle bin with {n} record that belong to it.",
        "“{name}” is in the recycle bin with {n} records that belong to it.",
        others,
        name=what,
    )


def remove(draft: Draft, row: Row, *, for_good: bool = False) -> tuple[Row, ...]:
    """Take a record away with what belongs to it, and give all of them; ``for_good`` skips the bin."""
    writable(draft, row)
    doomed = _belonging(draft, row)
    for gone in doomed.values():
        draft.take(gone)
    staying = {child.id: child for record_id in doomed for child in draft.related(record_id)}
    for child in staying.values():
        draft.put(without_references(child, set(doomed)))
    if not for_good:
        draft.throw(row.id, Binned(rows=tuple(doomed.values()), emptied=tuple(staying.values())))
    return tuple(doomed.values())


def _belonging(draft: Draft, row: Row) -> dict[str, Row]:
    """Find what cannot be without a record: activities only if nothing else is left that they are about."""
    doomed, activities, waiting = {row.id: row}, {}, [row]
    while waiting:
        parent = waiting.pop()
        for child in draft.related(parent.id):
            if child.object in ACTIVITIES:
                activities[child.id] = child
            elif child.id not in doomed and _held_by(child, parent.id):
                doomed[child.id] = child
                waiting.append(child)
    for activity in activities.values():
        about = {activity.values.get("WhoId"), activity.values.get("WhatId")} - {None}
        if about <= doomed.keys():
            doomed[activity.id] = activity
    return doomed


def _held_by(child: Row, parent_id: str) -> bool:
    return any(child.object == of and child.values.get(field) == parent_id for of, field in CASCADES)


def without_references(row: Row, gone: set[str]) -> Row:
    """Empty the fields of a record that refer to what is gone."""
    kept = {name: value for name, value in row.values.items() if value not in gone}
    return Row(object=row.object, id=row.id, values=kept)


def undelete(draft: Draft, action: Undelete) -> None:
    """Restore what was deleted together, and the references to it that are still empty.

    What it referred to and is gone itself is not referred to any more. Raises :class:`Refused` if it is
    not in the recycle bin.
    """
    found = draft.recover(draft.keys.get(action.id, action.id))
    if found is None:
        raise refused(
            tr(
                "There is nothing to restore under {given}: it is not in the recycle bin.",
                given=shown(action.id),
            )
        )
    back = {row.id for row in found.rows}
    for row in found.rows:
        gone = {link for link in _links(draft, row) if link not in back and draft.row(link) is None}
        restored = without_references(row, gone)
        if missing(draft.schema.objects[row.object], restored):
            back.discard(row.id)
        else:
            draft.put(restored if not _primary_beside(draft, restored) else _not_primary(restored))
    for before in found.emptied:
        now = draft.row(before.id)
        links: Values = {name: link for name, link in before.values.items() if link in back}
        if now is not None:
            draft.put(Row(object=now.object, id=now.id, values=links | now.values))
    draft.told.append(tr("“{name}” is back from the recycle bin.", name=named(draft, found.rows[0])))


def _links(draft: Draft, row: Row) -> Iterator[str]:
    """Give the ids that a record refers to."""
    for name in draft.schema.objects[row.object].references:
        link = row.values.get(name)
        if isinstance(link, str):
            yield link


def title(row: Row, profile: Profile) -> str:
    """Call a record by its name; an activity by its subject in the words of the org."""
    return profile.label(SUBJECTS[row.object], row.name) if row.object in SUBJECTS else row.name


def named(draft: Draft, row: Row) -> str:
    """Call a record by its name; a contact role by its contact and the role."""
    if row.object != ROLE:
        return title(row, draft.profile)
    contact = draft.row(str(row.values.get("ContactId")))
    role = draft.profile.label("roles", str(row.values.get("Role") or ""))
    return ", ".join([contact.name if contact else "?", role or tr("no role")])


def _put(draft: Draft, row: Row, troubles: list[Trouble], more: list[Trouble]) -> None:
    """Put a record into the draft unless something speaks against it; each field is complained of once."""
    fields = {trouble.field for trouble in troubles}
    troubles += [trouble for trouble in more if not trouble.field or trouble.field not in fields]
    if troubles:
        raise Refused(troubles)
    draft.put(row)
    _only_primary(draft, row)


def _only_primary(draft: Draft, role: Row) -> None:
    """Let a primary contact be the only one of the opportunity."""
    if other := _primary_beside(draft, role):
        draft.put(_not_primary(other))
        draft.told.append(tr("{name}, is no longer the primary contact.", name=named(draft, other)))


def _primary_beside(draft: Draft, role: Row) -> Row | None:
    """Find the other primary contact of a role's opportunity."""
    if role.object != ROLE or not role.values.get("IsPrimary"):
        return None
    others = draft.related(str(role.values["OpportunityId"]))
    found = (
        one for one in others if one.object == ROLE and one.id != role.id and one.values.get("IsPrimary")
    )
    return next(found, None)


def _not_primary(role: Row) -> Row:
    return Row(object=ROLE, id=role.id, values={**role.values, "IsPrimary": False})
