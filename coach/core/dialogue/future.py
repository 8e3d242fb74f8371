"""What of a situation still matters from a node on: the rest can be forgotten when futures are compared."""

from typing import NamedTuple

from msgspec.structs import replace

from coach.core.dialogue.formula import Formula, Reference
from coach.core.dialogue.plot import Lead, Plot, Spot
from coach.core.dialogue.situation import Situation


class Matter(NamedTuple):
    """Which parts of a situation matter: bits, and a flag for each place."""

    trust: bool
    patience: bool
    turn: bool
    disclosed: int
    used: int
    variables: tuple[bool, ...]
    seen: tuple[bool, ...]
    chosen: tuple[bool, ...]


class Futures:
    """The essence of situations: two with the same essence can come to the same endings and points."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._reach = _reach(plot)
        self._always = frozenset(one for _, when in plot.endings for one in when.reads)
        self._reads = {spot.id: _reads(spot) for spot in plot.spots.values()}
        self._matters: dict[tuple[str, ...], Matter] = {}

    def essence(self, situation: Situation) -> Situation:
        """Forget what no condition can look at any more."""
        matter = self._matter((situation.node, *situation.stack)) if not situation.ending else NOTHING
        return replace(
            situation,
            node="" if situation.ending else situation.node,
            trust=situation.trust if matter.trust else 0,
            patience=situation.patience if matter.patience else 1,
            turn=situation.turn if matter.turn else 0,
            disclosed=situation.disclosed & matter.disclosed,
            used=situation.used & matter.used,
            variables=_kept(situation.variables, matter.variables),
            seen=_kept(situation.seen, matter.seen),
            chosen=_kept(situation.chosen, matter.chosen),
        )

    def _matter(self, places: tuple[str, ...]) -> Matter:
        if places not in self._matters:
            self._matters[places] = self._worked_out(places)
        return self._matters[places]

    def _worked_out(self, places: tuple[str, ...]) -> Matter:
        plot = self._plot
        nodes = frozenset().union(*(self._reach[place] for place in places))
        reads = self._always.union(*(self._reads[node] for node in nodes))
        facts = [one.name for one in reads if one.space == "disclosed"]

        def flags(space: str, names: list[str]) -> tuple[bool, ...]:
            return tuple(Reference(space, name) in reads for name in names)

        return Matter(
            trust=Reference("meter", "trust") in reads,
            patience=Reference("meter", "patience") in reads
            or any(move.option.patience < 0 for node in nodes for move in plot.spots[node].moves),
            turn=Reference("meter", "turn") in reads,
            disclosed=sum(1 << plot.place("disclosed", fact) for fact in facts),
            used=sum(move.bit for node in nodes for move in plot.spots[node].moves),
            variables=flags("variable", plot.names("variable")),
            seen=flags("seen", plot.names("seen")),
            chosen=flags("chosen", plot.names("chosen")),
        )


NOTHING = Matter(
    trust=False, patience=False, turn=False, disclosed=0, used=0, variables=(), seen=(), chosen=()
)
"""After the end only points and ending matter."""


def _kept(values: tuple[int, ...], flags: tuple[bool, ...]) -> tuple[int, ...]:
    return tuple([value if flag else 0 for value, flag in zip(values, flags, strict=False)])


def _reads(spot: Spot) -> frozenset[Reference]:
    """Give what the conditions and sums of a node look at; lines change nothing, so theirs do not count."""
    found = [lead.when for lead in _leads(spot)]
    found += [move.when for move in spot.moves]
    found += [to for move in spot.moves for _, to in move.sets if isinstance(to, Formula)]
    return frozenset(one for formula in found if formula is not None for one in formula.reads)


def _leads(spot: Spot) -> tuple[Lead, ...]:
    return (*spot.leads, *spot.fallback, *(lead for move in spot.moves for lead in move.leads))


def _reach(plot: Plot) -> dict[str, frozenset[str]]:
    """Say for every node which ones can follow, itself included, up to the return from its scene.

    An ending is no node, even if it has the name of one.
    """
    steps = {
        spot.id: {
            one
            for lead in _leads(spot)
            if lead.way.kind != "ending"
            for one in (lead.way.to, lead.way.then)
            if one in plot.spots
        }
        for spot in plot.spots.values()
    }
    return {node: _following(node, steps) for node in steps}


def _following(node: str, steps: dict[str, set[str]]) -> frozenset[str]:
    found, open_ = {node}, [node]
    while open_:
        new = steps[open_.pop()] - found
        found |= new
        open_ += new
    return frozenset(found)
