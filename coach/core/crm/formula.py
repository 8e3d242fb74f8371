"""Validation rules: formulas that block saving where they are true.

They are written as in Salesforce, read by :mod:`coach.core.expression` and worked out on the record as it
would be saved. A formula that comes to nothing because a field in it is empty does not block.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from coach.core.crm.formula_types import OF_FIELDS, Typing, kind, reference, typed
from coach.core.crm.profile import Profile
from coach.core.crm.schema import ObjectType, Schema
from coach.core.crm.state import Records, Row, ValidationRule
from coach.core.crm.values import written
from coach.core.expression import (
    Call,
    ExpressionFault,
    Member,
    Name,
    Value,
    evaluate,
    parse,
    truth,
)
from coach.locale import tr


def mistakes(rule: ValidationRule, schema: Schema, profile: Profile) -> Iterator[str]:
    """Find what is wrong with a rule: phrases that say what and where, for the rule's author."""
    found = schema.objects.get(rule.object)
    if found is None:
        yield tr(
            "there is no object {object!r}; there are {known}",
            object=rule.object,
            known=", ".join(schema.objects),
        )
        return
    if rule.field and rule.field not in found.fields:
        yield tr(
            "the {object} has no field {field!r} to show the message at",
            object=found.label,
            field=rule.field,
        )
    try:
        comes_to = typed(parse(rule.when), Typing(found, schema, profile))
    except ExpressionFault as fault:
        yield str(fault)
    else:
        if comes_to not in ("boolean", "anything"):
            yield tr("it comes to a {kind} and not to true or false", kind=kind(comes_to))


def blocks(rule: ValidationRule, row: Row, before: Row | None, records: Records, today: date) -> bool:
    """Say whether a rule keeps a record from being saved as it is; ``before`` is how it was, if it was."""
    try:
        node = parse(rule.when)
        return truth(evaluate(node, _Saving(row, before, records, today)), node)
    except ExpressionFault:
        return False


class _Saving:
    """What the names and functions of a rule mean while a record is being saved."""

    def __init__(self, row: Row, before: Row | None, records: Records, today: date) -> None:
        self._row, self._before, self._records, self._today = row, before, records, today

    def name(self, node: Name) -> Value:
        """Give a field of the record, or the record that a reference leads to."""
        return self._part(self._row, node.name)

    def member(self, of: Value, node: Member) -> Value:
        """Give a field of a record that a reference led to; nothing leads on from nowhere."""
        if of is None:
            return None
        if not isinstance(of, Row):
            raise ExpressionFault(tr("what stands before the dot at character {at} is no record", at=node.at))
        return self._part(of, node.name)

    def call(self, node: Call) -> Value:  # noqa: PLR0911 - one for each function
        """Work a function out."""
        arguments = node.arguments
        match node.function.upper():
            case "AND":
                return all(truth(evaluate(one, self), one) for one in arguments)
            case "OR":
                return any(truth(evaluate(one, self), one) for one in arguments)
            case "IF" if len(arguments) == len(("if", "then", "else")):
                chosen = 1 if truth(evaluate(arguments[0], self), arguments[0]) else 2
                return evaluate(arguments[chosen], self)
            case "ISCHANGED" | "PRIORVALUE" if len(arguments) == 1 and isinstance(arguments[0], Name):
                return self._prior(node.function.upper(), arguments[0])
            case "TODAY":
                return self._today
            case "ISNEW":
                return self._before is None
            case name:
                return _plain(name, [evaluate(one, self) for one in arguments], node)

    def alike(self, left: Value, right: Value) -> bool:  # noqa: ARG002 - the contract's shape
        """Refuse the sign ``~``, which rules do not have."""
        raise ExpressionFault(tr("'~' has no meaning in a validation rule"))

    def _prior(self, function: str, field: Name) -> Value:
        """Look at how a field was; a new record's fields did not change."""
        now = self._part(self._row, field.name)
        was = now if self._before is None else self._part(self._before, field.name)
        return was if function == "PRIORVALUE" else was != now

    def _part(self, row: Row, name: str) -> Value:
        of = self._records.schema.objects[row.object]
        field = of.fields.get(name)
        if field is None:
            return self._led_to(row, name, of)
        return _given(row.values.get(name), OF_FIELDS.get(field.type, "text"))

    def _led_to(self, row: Row, name: str, of: ObjectType) -> Row | None:
        field = reference(name, of)
        if field is None:
            raise ExpressionFault(tr("there is no field {name!r}", name=name))
        return self._records.row(str(row.values.get(field.name, "")))


def _given(value: object, kind: str) -> Value:
    """Give a field's value as formulas reckon with it: exact, with days for moments."""
    match value:
        case None:
            return {"boolean": False, "text": "", "picklist": ""}.get(kind)
        case Decimal():
            return Fraction(value)
        case datetime():
            return value.date()
        case _:
            return value


def _plain(name: str, given: list[Value], node: Call) -> Value:  # noqa: PLR0911 - as above
    """Work out a function of values."""
    match name, given:
        case "NOT", [bool() as value]:
            return not value
        case "ISBLANK", [value]:
            return value is None or value == ""
        case "BLANKVALUE", [value, other]:
            return other if value is None or value == "" else value
        case "ISPICKVAL", [value, str() as wanted]:
            return (value or "") == wanted
        case "TEXT", [value]:
            return _text(value)
        case "LEN", [str() as text]:
            return Fraction(len(text))
        case "CONTAINS", [str() as text, str() as part]:
            return part in text
        case "BEGINS", [str() as text, str() as part]:
            return text.startswith(part)
        case _:
            raise ExpressionFault(
                tr("{function} at character {at} cannot be worked out", function=node.function, at=node.at)
            )


def _text(value: Value) -> str:
    if isinstance(value, Fraction):
        return written(Decimal(value.numerator) / Decimal(value.denominator))
    return written(value)
