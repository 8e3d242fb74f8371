"""Which record misses least of a condition that none fits, if there is one that is near at all."""

from collections.abc import Iterator
from typing import NamedTuple

from coach.core.crm.likeness import company_words, likeness
from coach.core.crm.state import Row
from coach.core.expression import Binary, Call, Member, Name, Node, truth

from .facts import Facts, condition_of

CALLED = frozenset({"Name", "LastName"})
"""What a record is called by; one that is called as asked for is near, whatever else it lacks."""
NAMING = CALLED | {"FirstName", "Subject", "Company"}
"""What tells records apart; one that is named otherwise is another record, whatever else it holds."""
ALIKE = 70
"""Per cent by which a name must be like the one that is asked for, if it is taken for a slip."""


class Near(NamedTuple):
    """A record that is near, and the parts of the condition that it misses."""

    row: Row
    missed: tuple[Node, ...]


def nearest(facts: Facts, call: Call) -> Near | None:
    """Find the record that a function's condition comes nearest to; ``None`` where none is near."""
    condition = condition_of(call)
    named = call.arguments[0]
    assert isinstance(named, Name)
    if condition is None:
        return None
    parts = tuple(_conjuncts(condition))
    near = (_near(facts, row, parts) for row in facts.org.rows(named.name))
    return min((one for one in near if one), key=lambda one: len(one.missed), default=None)


def _near(facts: Facts, row: Row, parts: tuple[Node, ...]) -> Near | None:
    """Take a record that has the name that is asked for, or no other name and half of the rest."""
    missed = tuple(part for part in parts if not truth(facts.of(row, part), part))
    called = len([part for part in parts if part not in missed and _names(part, CALLED)])
    for part in missed:
        if isinstance(part, Binary) and _names(part, NAMING):
            found, asked = facts.of(row, part.left), facts.of(row, part.right)
            if not isinstance(found, str):
                continue
            if not isinstance(asked, str) or not _slip(found, asked):
                return None
            called += _names(part, CALLED)
    enough = 2 * len(missed) <= len(parts)
    return Near(row, missed) if called or enough else None


def _names(part: Node, fields: frozenset[str]) -> bool:
    """Whether a part asks for a name: of the record, or with all of ``NAMING`` of one that it refers to."""
    if not isinstance(part, Binary) or part.sign not in ("==", "~"):
        return False
    match part.left:
        case Name(name=name):
            return name in fields
        case Member(name=name):
            return fields is NAMING and name in fields
        case _:
            return False


def _slip(found: str, asked: str) -> bool:
    """Whether a name has in it something very like what was asked for."""
    have, want = company_words(found), company_words(asked)
    windows = (have[at : at + len(want)] for at in range(max(1, len(have) - len(want) + 1)))
    return any(likeness(" ".join(window), " ".join(want)) >= ALIKE for window in windows)


def _conjuncts(node: Node) -> Iterator[Node]:
    """Take a condition apart at its ands."""
    if isinstance(node, Binary) and node.sign == "and":
        yield from _conjuncts(node.left)
        yield from _conjuncts(node.right)
    else:
        yield node
