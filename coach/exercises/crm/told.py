"""What is said of an assertion that failed: what was found, and what was expected."""

from datetime import date

from coach.core.crm.state import Row
from coach.core.expression import Binary, Call, Member, Name, Node, Value, evaluate

from .facts import Facts, condition_of
from .nearest import nearest
from .words import Words, counted, lower

MOST_NAMED = 4
"""So many records are named; of more it is said how many there are."""

AMOUNTS = {
    "==": "",
    "!=": "anything but ",
    "<": "less than ",
    "<=": "at most ",
    ">": "more than ",
    ">=": "at least ",
}
DAYS = {
    "==": "",
    "!=": "any day but ",
    "<": "a day before ",
    "<=": "a day up to ",
    ">": "a day after ",
    ">=": "a day from ",
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
        return f"Found: {self._many(call, found)}. Expected: exactly one."

    def call(self, call: Call, *, wanted: bool) -> str:
        """Say why ``any`` or ``all`` failed."""
        if call.function == "all":
            return self._all(call, wanted=wanted)
        found = self._facts.select(call)
        nearest = "" if found else self._nearest(call)
        expected = "at least one" if wanted else "none"
        return f"Found: {self._many(call, found)}{nearest}. Expected: {expected}."

    def comparison(self, node: Binary, *, wanted: bool) -> str:
        """Say what stands on the left, and what it was compared with."""
        sign = node.sign if wanted else OPPOSITE.get(node.sign, node.sign)
        right = evaluate(node.right, self._facts)
        if isinstance(node.left, Call) and node.left.function == "count":
            found = self._many(node.left, self._facts.select(node.left))
        else:
            value = self._words.value(evaluate(node.left, self._facts), node.left)
            found = f"{self._words.subject(node.left)} is {value}"
        return f"Found: {found}. Expected: {self._expected(sign, right, node.left, wanted=wanted)}."

    def member(self, node: Member, *, wanted: bool) -> str:
        """Say that a box is ticked, or is not."""
        found = self._words.value(evaluate(node, self._facts))
        return f"Found: {self._words.subject(node)} is {found}. Expected: {self._words.value(wanted)}."

    def _all(self, call: Call, *, wanted: bool) -> str:
        of = self._words.object(call)
        condition = condition_of(call)
        assert condition is not None
        said = self._words.condition(condition, of)
        if not wanted:
            return f"Found: of all {lower(of.plural)}, {said}. Expected: at least one that is not so."
        others = tuple(row for row, fits in self._facts.judged(call) if not fits)
        return f"Found: {counted(len(others), of)} not so: {self._names(others)}. Expected: of each, {said}."

    def _expected(self, sign: str, right: Value, left: Node, *, wanted: bool) -> str:
        shown = self._words.value(right, left)
        if sign == "~":
            return f"{'something' if wanted else 'nothing'} like {shown}"
        if right is None:
            return "nothing" if sign == "==" else "something"
        return f"{(DAYS if isinstance(right, date) else AMOUNTS)[sign]}{shown}"

    def _many(self, call: Call, found: tuple[Row, ...]) -> str:
        """Say how many records were found that are such as asked for, and which."""
        names = f": {self._names(found)}" if found else ""
        return f"{counted(len(found), self._words.object(call))}{self._words.whose(call)}{names}"

    def _nearest(self, call: Call) -> str:
        """Name the record that misses least of a condition, and what stands in the place of it."""
        near = nearest(self._facts, call)
        if near is None:
            return ""
        told = " and ".join(self._instead(near.row, part) for part in near.missed)
        return f"; {self._words.name(near.row)} comes nearest, but there {told}"

    def _instead(self, row: Row, part: Node) -> str:
        """Say what stands in a record in the place of what was asked for."""
        of = self._facts.org.schema.objects[row.object]
        match part:
            case Binary(left=Name() | Member() as left):
                found = self._words.value(self._facts.of(row, left), left, of)
                return f"{self._words.field(left, of)} is {found}"
            case Name() | Member():
                return f"{self._words.field(part, of)} is no"
            case _:
                return f"it is not so that {self._words.condition(part, of)}"

    def _names(self, rows: tuple[Row, ...]) -> str:
        named = ", ".join(self._words.name(row) for row in rows[:MOST_NAMED])
        more = len(rows) - MOST_NAMED
        return f"{named} and {more} more" if more > 0 else named
