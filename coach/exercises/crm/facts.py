"""What assertions are worked out on: the records of an org."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from coach.core.crm.state import Org, Row
from coach.core.expression import Call, ExpressionFault, Literal, Member, Name, Node, Value, evaluate, truth
from coach.locale import tr

from .alike import alike
from .meaning import day


class NotOne(ExpressionFault):
    """Instead of the only record that fits, none or several were found."""

    def __init__(self, call: Call, found: tuple[Row, ...]) -> None:
        super().__init__(tr("{count} records fit", count=len(found)))
        self.call = call
        self.found = found


class Facts:
    """An org as assertions see it: numbers are exact, moments count as their day, empty boxes are not ticked.

    What stands in the brackets of a function never depends on the record around it, so every function is
    worked out once.
    """

    def __init__(self, org: Org) -> None:
        self.org = org
        self._worked_out: dict[int, Value] = {}
        self._objects = {one.prefix: name for name, one in org.schema.objects.items()}
        self._flags = {
            name
            for one in org.schema.objects.values()
            for name, field in one.fields.items()
            if field.type == "boolean"
        }

    def name(self, node: Name) -> Value:
        """Give the day on which the org stands; there is no other name outside of brackets."""
        assert node.name == "today"
        return self.org.today

    def member(self, of: Value, node: Member) -> Value:
        """Give a field of a record, or the record that a reference leads to; of nothing, nothing."""
        if isinstance(of, Row):
            return self.part(of, node.name)
        return False if node.name in self._flags else None

    def call(self, node: Call) -> Value:
        """Work a function out, or give what it came to before."""
        if id(node) not in self._worked_out:
            self._worked_out[id(node)] = self._call(node)
        return self._worked_out[id(node)]

    def alike(self, left: Value, right: Value) -> bool:
        """Say whether two texts are alike; an empty field is like nothing."""
        return isinstance(left, str) and isinstance(right, str) and alike(left, right)

    def part(self, row: Row, name: str) -> Value:
        """Give a record's field, or the record that its reference leads to."""
        value = row.get(name)
        if value is None:
            if name in self._flags:
                return False
            return self._referred(row.get(f"{name}Id"))
        if isinstance(value, Decimal):
            return _exact(value)
        return value.date() if isinstance(value, datetime) else value

    def _referred(self, reference: Value) -> Row | None:
        """Return the record that a reference names; this is asked for thousands of records."""
        if not isinstance(reference, str):
            return None
        return self.org.tables.get(self._objects.get(reference[:3], ""), {}).get(reference)

    def select(self, call: Call) -> tuple[Row, ...]:
        """Give the records that a function is about: of its object, and such as fit its condition."""
        return tuple(row for row, fits in self.judged(call) if fits)

    def judged(self, call: Call) -> Iterator[tuple[Row, bool]]:
        """Give every record of a function's object, and whether it fits its condition."""
        named, condition = call.arguments[0], condition_of(call)
        assert isinstance(named, Name)
        around = Around(self)
        for row in self.org.rows(named.name):
            around.row = row
            yield row, condition is None or truth(evaluate(condition, around), condition)

    def of(self, row: Row, node: Node) -> Value:
        """Work out a part of a condition for one record."""
        around = Around(self)
        around.row = row
        return evaluate(node, around)

    def _call(self, node: Call) -> Value:
        match node.function:
            case "date":
                return _day(node.arguments[0])
            case "count":
                return Fraction(len(self.select(node)))
            case "any":
                return any(fits for _, fits in self.judged(node))
            case "all":
                return all(fits for _, fits in self.judged(node))
            case "sum":
                amounts = (self.of(row, node.arguments[1]) for row in self.select(node))
                return sum((amount for amount in amounts if amount is not None), Fraction(0))
            case _:
                found = self.select(node)
                if len(found) != 1:
                    raise NotOne(node, found)
                return found[0]


class Around:
    """What names mean inside a condition: the fields of the record that is looked at."""

    row: Row

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def name(self, node: Name) -> Value:
        """Give a field of the record."""
        return self._facts.org.today if node.name == "today" else self._facts.part(self.row, node.name)

    def member(self, of: Value, node: Member) -> Value:
        """Give a part of a record that is referred to."""
        return self._facts.member(of, node)

    def call(self, node: Call) -> Value:
        """Work a function out; it is the same for every record."""
        return self._facts.call(node)

    def alike(self, left: Value, right: Value) -> bool:
        """Say whether two texts are alike."""
        return self._facts.alike(left, right)


def condition_of(call: Call) -> Node | None:
    """Give the condition that stands in a function's brackets, if there is one."""
    place = 2 if call.function == "sum" else 1
    return call.arguments[place] if len(call.arguments) > place else None


def _day(argument: Node) -> date:
    assert isinstance(argument, Literal)
    return day(str(argument.value))


@lru_cache(maxsize=16_384)
def _exact(value: Decimal) -> Fraction:
    return Fraction(value)
