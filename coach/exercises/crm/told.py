"""What is said of an assertion that failed: what was found, and what was expected."""

from datetime import date

from coach.core.crm.state import Row
from coach.core.expression import Binary, Call, Member, Name, Node, Value, evaluate
from coach.locale import mark, tr, trn, trp

from .facts import Facts, condition_of
from .nearest import Near, nearest
from .words import Words, counted

MOST_NAMED = 4
"""So many records are named; of more it is said how many there are."""

AMOUNTS = {
    "!=": mark("anything but {value}"),
    "<": mark("less than {value}"),
    "<=": mark("at most {value}"),
    ">": mark("more than {value}"),
    ">=": mark("at least {value}"),
}
DAYS = {
    "!=": mark("any day but {value}"),
    "<": mark("a day before {value}"),
    "<=": mark("a day up to {value}"),
    ">": mark("a day after {value}"),
    ">=": mark("a day from {value}"),
}
"""What a comparison expects: an amount, or a day."""
OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


class Teller:
    """Puts into words how assertions failed on an org."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._words = Words(facts)

    def not_one(self, call: Call, found: tuple[Row, ...]) -> str:
        """Say how many records there are instead of the one that was expected."""
        return tr("Found: {found}. Expected: exactly one.", found=self._many(call, found))

    def call(self, call: Call, *, wanted: bool) -> str:
        """Say why ``any`` or ``all`` failed."""
        if call.function == "all":
            return self._all(call, wanted=wanted)
        rows = self._facts.select(call)
        near = None if rows else nearest(self._facts, call)
        found = self._many(call, rows)
        if near is not None:
            found = self._nearest(found, near)
        if wanted:
            return tr("Found: {found}. Expected: at least one.", found=found)
        return tr("Found: {found}. Expected: none.", found=found)

    def comparison(self, node: Binary, *, wanted: bool) -> str:
        """Say what stands on the left, and what it was compared with."""
        sign = node.sign if wanted else OPPOSITE.get(node.sign, node.sign)
        right = evaluate(node.right, self._facts)
        expected = self._expected(sign, right, node.left, wanted=wanted)
        if isinstance(node.left, Call) and node.left.function == "count":
            found = self._many(node.left, self._facts.select(node.left))
            return tr("Found: {found}. Expected: {expected}.", found=found, expected=expected)
        value = self._words.value(evaluate(node.left, self._facts), node.left)
        return self._is(self._words.subject(node.left), value, expected)

    def member(self, node: Member, *, wanted: bool) -> str:
        """Say that a box is ticked, or is not."""
        found = self._words.value(evaluate(node, self._facts))
        return self._is(self._words.subject(node), found, self._words.value(wanted))

    def _is(self, subject: str, value: str, expected: str) -> str:
        return tr(
            "Found: {subject} is {value}. Expected: {expected}.",
            subject=subject,
            value=value,
            expected=expected,
        )

    def _all(self, call: Call, *, wanted: bool) -> str:
        of = self._words.object(call)
        condition = condition_of(call)
        assert condition is not None
        said = self._words.condition(condition, of)
        if not wanted:
            return tr(
                "Found: of all {things}, {condition}. Expected: at least one that is not so.",
                things=of.nouns,
                condition=said,
            )
        others = tuple(row for row, fits in self._facts.judged(call) if not fits)
        return trn(
            "Found: {things} not so: {names}. Expected: of each, {condition}.",
            "Found: {things} not so: {names}. Expected: of each, {condition}.",
            len(others),
            things=counted(len(others), of),
            names=self._names(others),
            condition=said,
        )

    def _expected(self, sign: str, right: Value, left: Node, *, wanted: bool) -> str:
        shown = self._words.value(right, left)
        if sign == "~":
            like = mark("something like {value}") if wanted else mark("nothing like {value}")
            return tr(like, value=shown)
        if right is None:
            return trp("expected", "nothing") if sign == "==" else trp("expected", "something")
        expected = (DAYS if isinstance(right, date) else AMOUNTS).get(sign)
        return tr(expected, value=shown) if expected else shown

    def _many(self, call: Call, found: tuple[Row, ...]) -> str:
        """Say how many records were found that are such as asked for, and which."""
        count = len(found)
        things = self._words.such(call, counted(count, self._words.object(call)), count)
        return f"{things}: {self._names(found)}" if found else things

    def _nearest(self, found: str, near: Near) -> str:
        """Name the record that misses least of a condition, and what stands in the place of it."""
        told = tr(" and ").join(self._instead(near.row, part) for part in near.missed)
        record = self._words.name(near.row)
        return tr("{found}; {record} comes nearest, but there {told}", found=found, record=record, told=told)

    def _instead(self, row: Row, part: Node) -> str:
        """Say what stands in a record in the place of what was asked for."""
        of = self._facts.org.schema.objects[row.object]
        match part:
            case Binary(left=Name() | Member() as left):
                found = self._words.value(self._facts.of(row, left), left, of)
                return trp("record", "{field} is {found}", field=self._words.field(left, of), found=found)
            case Name() | Member():
                return trp("record", "{field} is no", field=self._words.field(part, of))
            case _:
                return tr("it is not so that {condition}", condition=self._words.condition(part, of))

    def _names(self, rows: tuple[Row, ...]) -> str:
        named = ", ".join(self._words.name(row) for row in rows[:MOST_NAMED])
        more = len(rows) - MOST_NAMED
        return tr("{names} and {more} more", names=named, more=more) if more > 0 else named
