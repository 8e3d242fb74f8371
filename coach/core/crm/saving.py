"""From what is given for a record to what can be saved: fields, references, required ones, rules."""

from difflib import get_close_matches

from coach.core.crm.consequences import Saving, settle
from coach.core.crm.draft import Draft, Refused, Trouble
from coach.core.crm.formula import blocks
from coach.core.crm.schema import Field, ObjectType
from coach.core.crm.state import Records, Row
from coach.core.crm.values import BadValue, Scalar, Value, Values, read
from coach.core.text import visible
from coach.locale import tr

LONGEST_SHOWN = 40
BY_THE_STAGE = frozenset({"IsClosed", "IsWon"})


def object_called(draft: Draft, name: str) -> ObjectType:
    """Return an object by its name in the API; raises :class:`Refused` if there is none."""
    found = draft.schema.objects.get(name)
    if found is None:
        text = tr("There is no object {name}.", name=shown(name)) + _near(name, draft.schema.objects)
        raise Refused([Trouble(field="", text=text)])
    return found


def record_called(draft: Draft, reference: str) -> Row:
    """Return a record by its id or key; raises :class:`Refused` if there is none."""
    row = draft.row(reference)
    if row is None:
        raise Refused(
            [Trouble(field="", text=tr("There is no record {name}, or no longer.", name=shown(reference)))]
        )
    return row


def typed(
    draft: Draft, of: ObjectType, given: dict[str, Scalar], troubles: list[Trouble], *, free: bool = False
) -> Values:
    """Read what is given, field by field; ``free`` lets read-only fields be set as well."""
    values: Values = {}
    for name, scalar in given.items():
        field = of.fields.get(name)
        if field is None:
            text = tr("{object} has no field {name}.", object=of.label, name=shown(name))
            text += _near(name, of.fields)
            troubles.append(Trouble(field=name, text=text, object=of.name))
        elif field.read_only and not free:
            troubles.append(Trouble(field=name, text=_not_settable(field), object=of.name))
        else:
            try:
                values[name] = _referred(draft, field, read(field, scalar, draft.profile))
            except BadValue as bad:
                troubles.append(Trouble(field=name, text=str(bad), object=of.name))
    return values


def _not_settable(field: Field) -> str:
    if field.name in BY_THE_STAGE:
        return tr("{label} cannot be set; the stage sets it.", label=field.label)
    return tr("{label} cannot be set; the CRM does that itself.", label=field.label)


def _referred(draft: Records, field: Field, value: Value) -> Value:
    """Turn a key into the id it stands for; raises :class:`BadValue` for what is no fitting record."""
    if not field.references or value is None:
        return value
    row = draft.row(str(value))
    if row is None:
        raise BadValue(
            tr("{field}: there is no record {name}, or no longer.", field=field.label, name=shown(str(value)))
        )
    if row.object not in field.references:
        wanted = tr(" or ").join(field.references)
        raise BadValue(
            tr(
                "{field} takes a record of {wanted}, and {name} is of {object}.",
                field=field.label,
                wanted=wanted,
                name=row.name,
                object=row.object,
            )
        )
    return row.id


def saved(
    draft: Draft, of: ObjectType, before: Row | None, given: Values, *, seed: str = ""
) -> tuple[Row, list[Trouble]]:
    """Work out the record as it would be saved, and everything that speaks against it.

    Nothing is put into the draft but sentences about what the CRM set by itself. ``seed`` is the id of a
    record that is there from the start: for it no validation rule is asked, and no field that the org
    added is required.
    """
    saving = Saving(draft, of.name, before, given)
    settle(saving)
    record_id = before.id if before else seed or draft.new_id(of.name)
    row = Row(object=of.name, id=record_id, values=filled(saving.values))
    troubles = [*saving.troubles, *missing(of, row, standard_only=bool(seed))]
    if not troubles and not seed:
        troubles += broken(draft, row, before)
    draft.told += saving.told
    return row, troubles


def filled(values: Values) -> Values:
    """Leave out what is empty."""
    return {name: value for name, value in values.items() if value is not None}


def missing(of: ObjectType, row: Row, *, standard_only: bool = False) -> list[Trouble]:
    """Tell of required fields that are empty, or just of those that every org has."""
    return [
        Trouble(field=field.name, text=tr("{label} is required.", label=field.label), object=of.name)
        for field in of.fields.values()
        if field.required and field.name not in row.values and not (standard_only and field.custom)
    ]


def broken(draft: Draft, row: Row, before: Row | None) -> list[Trouble]:
    """Tell of validation rules that block a record."""
    return [
        Trouble(field=rule.field, text=rule.message, object=row.object)
        for rule in draft.rules
        if rule.object == row.object and blocks(rule, row, before, draft, draft.today)
    ]


def shown(word: str) -> str:
    """Show a word that somebody gave, in quotes and shortened."""
    text = visible(word)
    return repr(text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…")


def _near(word: str, known: dict[str, ObjectType] | dict[str, Field]) -> str:
    if len(word) > LONGEST_SHOWN:
        return ""
    found = get_close_matches(word, known, n=1)
    return " " + tr("Did you mean {name}?", name=found[0]) if found else ""
