"""A script made ready to be played: ways found, conditions read, everything counted that must be."""

from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from coach.core.dialogue.cast import Cast, Entry, Way, ways_in
from coach.core.dialogue.counting import ceilings, resolved
from coach.core.dialogue.formula import Formula, Getter, Reference, parts, references
from coach.core.dialogue.script import Goto, Option, Says, Script
from coach.core.dialogue.situation import Situation
from coach.core.expression import Node, parse

Condition = Formula[Situation]


class Saying(NamedTuple):
    """A line with what must hold for it, part by part; ``number`` tells it from all other lines."""

    number: int
    text: str
    parts: tuple[Condition, ...]


class Lead(NamedTuple):
    """A way and its condition; ``None`` always holds."""

    way: Way
    when: Condition | None


class Move(NamedTuple):
    """An option made ready; indexes and bits are places in a situation."""

    id: str
    option: Option
    bit: int
    """Of ``used``; 0 for options that stay."""
    when: Condition | None
    replies: tuple[Saying, ...]
    sets: tuple[tuple[int, Condition | int], ...]
    discloses: int
    awards: tuple[tuple[int, int], ...]
    counter: int | None
    """Where it is counted in ``chosen``."""
    leads: tuple[Lead, ...]


class Spot(NamedTuple):
    """A node made ready."""

    id: str
    sayings: tuple[Saying, ...]
    moves: tuple[Move, ...]
    leads: tuple[Lead, ...]
    fallback: tuple[Lead, ...]
    counter: int | None
    """Where it is counted in ``seen``."""


class Plot:
    """A script that :func:`coach.exercises.dialogue.lint.findings` finds no error in, ready to be played.

    Of others it raises ``LookupError`` or ``ValueError``.
    """

    def __init__(self, script: Script) -> None:
        self.script = script
        self.cast = Cast(script)
        self.caps = tuple(objective.cap for objective in script.objectives)
        self._order = {
            "variable": list(self.cast.variables),
            "disclosed": list(self.cast.facts),
            "objective": list(self.cast.objectives),
        }
        self._options = {name: index for index, name in enumerate(self.cast.options)}
        self._numbers = iter(range(1_000_000))
        self._formulas: dict[tuple[str, str], Condition] = {}
        self._count(ceilings(self.cast, script))
        self.spots = {entry.id: self._spot(entry) for entry in self.cast.nodes.values()}
        self.moves = {move.id: move for spot in self.spots.values() for move in spot.moves}
        self.endings = tuple(
            (one.id, self._formula(one.when, "")) for one in script.endings if one.when.strip()
        )
        self.impatient = next(one.id for one in script.endings if one.impatient)
        self.first = next(iter(script.nodes))

    def _count(self, tops: dict[Reference, int]) -> None:
        """Give a counter to what conditions look at."""
        self.turn_ceiling = tops.get(Reference("meter", "turn"), 0)
        self.seen_ceilings = tuple(top for one, top in tops.items() if one.space == "seen")
        self.chosen_ceilings = tuple(top for one, top in tops.items() if one.space == "chosen")
        for space in ("seen", "chosen"):
            self._order[space] = [one.name for one in tops if one.space == space]

    def place(self, space: str, name: str) -> int:
        """Return where something stands in a situation; raises ``ValueError`` if it is not counted."""
        return self._order[space].index(name)

    def names(self, space: str) -> list[str]:
        """List what a space has, in the order of a situation."""
        return self._order[space]

    def known(self, situation: Situation) -> tuple[str, ...]:
        """Give the ids of the facts that were disclosed."""
        names = self._order["disclosed"]
        return tuple(name for index, name in enumerate(names) if situation.disclosed >> index & 1)

    def _spot(self, entry: Entry) -> Spot:
        node, prefix = entry.node, entry.prefix
        return Spot(
            id=entry.id,
            sayings=self._sayings(node.says, prefix),
            moves=tuple(self._move(option, prefix) for option in node.options),
            leads=self._leads(node.goto, prefix),
            fallback=self._leads(node.fallback, prefix),
            counter=self._counter("seen", entry.id),
        )

    def _move(self, option: Option, prefix: str) -> Move:
        name = prefix + option.id
        return Move(
            id=name,
            option=option,
            bit=1 << self._options[name] if option.once else 0,
            when=self._condition(option.when, prefix),
            replies=self._sayings(option.reply, prefix),
            sets=tuple(
                (self.place("variable", one), self._formula(to, prefix) if isinstance(to, str) else to)
                for one, to in option.set.items()
            ),
            discloses=sum(
                {1 << self.place("disclosed", self._fact(one, prefix)) for one in option.discloses}
            ),
            awards=tuple((self.place("objective", one), points) for one, points in option.award.items()),
            counter=self._counter("chosen", name),
            leads=self._leads(option.goto, prefix),
        )

    def _fact(self, name: str, prefix: str) -> str:
        return self.cast.find(name, prefix, self.cast.facts) or name

    def _counter(self, space: str, name: str) -> int | None:
        return self.place(space, name) if name in self._order[space] else None

    def _leads(self, goto: Goto | None, prefix: str) -> tuple[Lead, ...]:
        return tuple(
            Lead(self.cast.way(to, prefix), self._condition(when, prefix)) for to, when in ways_in(goto)
        )

    def _sayings(self, says: Says, prefix: str) -> tuple[Saying, ...]:
        if isinstance(says, str):
            return (Saying(next(self._numbers), says, ()),)
        return tuple(
            Saying(
                next(self._numbers),
                one.text,
                tuple(self._made(part, prefix) for part in parts(parse(one.when)))
                if one.when.strip()
                else (),
            )
            for one in says
        )

    def _condition(self, text: str, prefix: str) -> Condition | None:
        return self._formula(text, prefix) if text.strip() else None

    def _formula(self, text: str, prefix: str) -> Condition:
        key = (text, prefix)
        if key not in self._formulas:
            self._formulas[key] = self._made(parse(text), prefix)
        return self._formulas[key]

    def _made(self, node: Node, prefix: str) -> Condition:
        written = tuple(dict.fromkeys(references(node)))
        meant = [resolved(self.cast, one, prefix) for one in written]
        getters = {one: self._getter(other) for one, other in zip(written, meant, strict=True)}
        return Formula(node, getters, frozenset(meant))

    def _getter(self, reference: Reference) -> Getter[Situation]:
        if reference.space == "meter":
            return attrgetter(reference.name)
        index = self.place(reference.space, reference.name)
        match reference.space:
            case "variable":
                return lambda situation: situation.variables[index]
            case "disclosed":
                return lambda situation: bool(situation.disclosed >> index & 1)
            case "objective":
                return lambda situation: situation.points[index]
            case "seen":
                return lambda situation: situation.seen[index]
            case _:
                return lambda situation: situation.chosen[index]


class _Same:
    """A script as a key: equal only to itself, and kept alive as long as the key is."""

    def __init__(self, script: Script) -> None:
        self.script = script

    def __hash__(self) -> int:
        return id(self.script)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.script is self.script


@lru_cache(maxsize=32)
def _plot(key: _Same) -> Plot:
    return Plot(key.script)


def plot_of(script: Script) -> Plot:
    """Make a script ready, or find what was made of this very script before."""
    return _plot(_Same(script))
