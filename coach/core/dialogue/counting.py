"""What the conditions of a script look at, and how far it has to be counted for them."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import floor

from coach.core.dialogue.cast import Cast, Entry, ways_in
from coach.core.dialogue.formula import Reference, references
from coach.core.dialogue.script import Goto, Says, Script
from coach.core.expression import COMPARISONS, Binary, Literal, Member, Name, Node, Unary, parse
from coach.core.finding import Path


def resolved(cast: Cast, reference: Reference, prefix: str) -> Reference:
    """Give a reference by the id that it has in the whole; raises ``LookupError`` if there is none."""
    space, name = reference
    if space == "meter":
        return reference
    found = cast.find(name, "" if space in ("variable", "objective") else prefix, known(cast, space))
    if found is None:
        raise LookupError(name)
    return Reference(space, found)


def known(cast: Cast, space: str) -> Iterable[str]:
    """Give the names that a space has."""
    match space:
        case "variable":
            return cast.variables
        case "disclosed":
            return cast.facts
        case "objective":
            return cast.objectives
        case "seen":
            return cast.nodes
        case "chosen":
            return cast.options
        case _:
            return ()


def conditions(cast: Cast, script: Script) -> Iterator[tuple[str, str, Path]]:
    """Give the text of every condition, with the prefix of its scene and its place; none that is empty."""
    for entry in cast.entries:
        for text, path in _of_entry(entry):
            if text.strip():
                yield text, entry.prefix, entry.path + path
    for index, ending in enumerate(script.endings):
        if ending.when.strip():
            yield ending.when, "", ("endings", index, "when")


def sums(cast: Cast) -> Iterator[tuple[str, str, Path]]:
    """Give the text of every sum, with the prefix of its scene and its place."""
    for entry in cast.entries:
        for index, option in enumerate(entry.node.options):
            for name, to in option.set.items():
                if isinstance(to, str):
                    yield to, entry.prefix, (*entry.path, "options", index, "set", name)


def _of_entry(entry: Entry) -> Iterator[tuple[str, Path]]:
    node = entry.node
    yield from _of_lines(node.says, ("says",))
    yield from _of_ways(node.goto, ("goto",))
    yield from _of_ways(node.fallback, ("fallback",))
    for index, option in enumerate(node.options):
        place = ("options", index)
        yield option.when, (*place, "when")
        yield from _of_lines(option.reply, (*place, "reply"))
        yield from _of_ways(option.goto, (*place, "goto"))


def _of_lines(says: Says, path: Path) -> Iterator[tuple[str, Path]]:
    if not isinstance(says, str):
        yield from ((one.when, (*path, index, "when")) for index, one in enumerate(says))


def _of_ways(goto: Goto | None, path: Path) -> Iterator[tuple[str, Path]]:
    if not isinstance(goto, str):
        yield from ((when, (*path, index, "when")) for index, (_, when) in enumerate(ways_in(goto)))


def ceilings(cast: Cast, script: Script) -> dict[Reference, int]:
    """Say what must be counted, and how far: one beyond the highest number it is compared with.

    Where it is not simply compared with numbers, it is counted as far as there are turns.
    """
    found: dict[Reference, int] = {}
    for text, prefix, _ in (*conditions(cast, script), *sums(cast)):
        for one, top in _tops(parse(text)):
            if one.space in ("seen", "chosen") or one == Reference("meter", "turn"):
                meant = resolved(cast, one, prefix)
                found[meant] = max(found.get(meant, 0), script.turns if top is None else top)
    return found


def _tops(node: Node) -> Iterator[tuple[Reference, int | None]]:
    """Give every reference with one more than what it is compared with; ``None`` if it is used otherwise."""
    match node:
        case Binary(sign=sign, left=Name() | Member() as of, right=Literal(value=Fraction() as value)) if (
            sign in COMPARISONS
        ):
            yield from ((one, max(0, floor(value) + 1)) for one in references(of))
        case Binary(left=left, right=right):
            yield from _tops(left)
            yield from _tops(right)
        case Unary(of=of):
            yield from _tops(of)
        case _:
            yield from ((one, None) for one in references(node))
