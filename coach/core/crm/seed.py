"""The first records of an org: what was there before anybody began to work in it."""

from collections.abc import Sequence

import msgspec

from coach.core.crm.draft import Draft, Refused, Trouble
from coach.core.crm.saving import object_called, saved, shown, typed
from coach.core.crm.state import Org, Row
from coach.core.crm.values import Scalar
from coach.core.record import Record
from coach.locale import tr


class Seed(Record):
    """A record that exists from the start. References are ids or keys of other seeds, in any order.

    Unlike in work, read-only fields such as ``CreatedDate``, ``IsConverted``, ``IsLocked`` or
    ``HasOpportunityLineItem`` can be given, and validation rules and required fields that the org added do
    not block: the record may be older than they.
    """

    object: str
    values: dict[str, Scalar]
    key: str = ""


def plant(org: Org, seeds: Sequence[Seed]) -> Org:
    """Put first records into an org.

    Raises :class:`Refused` with everything that is wrong with them, each trouble with the number of its seed.
    """
    draft = Draft(org)
    troubles: list[Trouble] = []
    ids = [_begun(draft, seed, at, troubles) for at, seed in enumerate(seeds)]
    for at, (record_id, seed) in enumerate(zip(ids, seeds, strict=True)):
        if record_id:
            troubles += (msgspec.structs.replace(one, at=at) for one in _grown(draft, record_id, seed))
    if troubles:
        raise Refused(troubles)
    return draft.org()


def _begun(draft: Draft, seed: Seed, at: int, troubles: list[Trouble]) -> str:
    """Give a seed its id, so that others can refer to it; "" if it is of no object."""
    try:
        of = object_called(draft, seed.object)
    except Refused as refusal:
        troubles += (msgspec.structs.replace(one, at=at) for one in refusal.troubles)
        return ""
    if seed.key and seed.key in draft.keys:
        troubles.append(
            Trouble(field="key", text=tr("The key {given} is used twice.", given=shown(seed.key)), at=at)
        )
    record_id = draft.new_id(of.name)
    draft.call(seed.key, record_id)
    draft.put(Row(object=of.name, id=record_id, values={}))
    return record_id


def _grown(draft: Draft, record_id: str, seed: Seed) -> list[Trouble]:
    """Fill a seed in, and give what is wrong with it."""
    of = draft.schema.objects[seed.object]
    troubles: list[Trouble] = []
    values = typed(draft, of, seed.values, troubles, free=True)
    row, more = saved(draft, of, None, values, seed=record_id)
    draft.put(row)
    named = {trouble.field for trouble in troubles}
    return [*troubles, *(trouble for trouble in more if trouble.field not in named)]
