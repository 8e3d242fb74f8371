"""All situations that a conversation can come to, and the best that can still be made of each."""

from collections import defaultdict, deque
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from coach.core.dialogue.engine import open_moves, opening, passage
from coach.core.dialogue.future import Futures
from coach.core.dialogue.plot import Plot
from coach.core.dialogue.score import score
from coach.core.dialogue.situation import Situation

BOUND = 20_000
"""So many situations are looked at, unless somebody asks for another number; it takes about half a second."""

KEPT = 2
"""So many conversations are remembered: a large one takes some thirty megabytes."""

Edge = tuple[str, Situation]
"""An option and the situation it leads to."""


class Best(NamedTuple):
    """The best score that can still be reached, in how many turns, and what to choose next for it."""

    score: float
    turns: int
    option: str = ""


@dataclass(frozen=True, eq=False)
class Graph:
    """The situations that were looked at, with their edges, beginning with the first.

    Situations are kept by their essence, without what no longer matters. If there were more than the bound
    it is not ``complete``: what is reached here is reached, but what is not may be all the same, and scores
    may be better than the best. Turns are not limited here.
    """

    plot: Plot
    futures: Futures
    edges: dict[Situation, tuple[Edge, ...]]
    complete: bool
    nodes: frozenset[str]
    """The nodes that are entered."""
    options: frozenset[str]
    """The options that can be chosen."""

    def best(self, situation: Situation) -> Best | None:
        """Return the best that is known to be reachable; ``None`` if no ending is."""
        return self._best.get(self.futures.essence(situation))

    @property
    def ended(self) -> tuple[Situation, ...]:
        """The situations in which the conversation is over, by their essence."""
        return tuple(one for one in self.edges if one.ending)

    @property
    def trapped(self) -> tuple[Situation, ...]:
        """The situations from which no ending is known to be reachable."""
        return tuple(one for one in self.edges if one not in self._best)

    @cached_property
    def _best(self) -> dict[Situation, Best]:
        """Go back from the endings, the best first, so that each situation is met first by its best."""
        back: defaultdict[Situation, list[tuple[str, Situation]]] = defaultdict(list)
        for one, edges in self.edges.items():
            for option, to in edges:
                back[to].append((option, one))
        by_score: defaultdict[float, list[Situation]] = defaultdict(list)
        for one in self.ended:
            by_score[score(self.plot, one)].append(one)
        found: dict[Situation, Best] = {}
        for reached in sorted(by_score, reverse=True):
            found.update((one, Best(reached, 0)) for one in by_score[reached])
            open_ = deque(by_score[reached])
            while open_:
                one = open_.popleft()
                for option, before in back[one]:
                    if before not in found:
                        found[before] = Best(reached, found[one].turns + 1, option)
                        open_.append(before)
        return found


@lru_cache(maxsize=KEPT)
def futures_of(plot: Plot) -> Futures:
    """Work out once for a plot what matters where."""
    return Futures(plot)


def explore(plot: Plot, situation: Situation | None = None, bound: int = BOUND) -> Graph:
    """Look at all situations that can follow, the nearest first; from the beginning if none is given."""
    futures = futures_of(plot)
    trail = opening(plot) if situation is None else [situation]
    nodes = {step.node for step in trail if step.node}
    options: set[str] = set()
    first = futures.essence(trail[-1])
    edges: dict[Situation, tuple[Edge, ...]] = {first: ()}
    open_ = deque([first])
    while open_ and len(edges) <= bound:
        one = open_.popleft()
        found = []
        for move in open_moves(plot, one):
            trail = passage(plot, one, move)
            to = futures.essence(trail[-1])
            found.append((move.id, to))
            nodes.update([step.node for step in trail])
            if to not in edges:
                edges[to] = ()
                open_.append(to)
        edges[one] = tuple(found)
        options.update([option for option, _ in found])
    return Graph(plot, futures, edges, not open_, frozenset(nodes), frozenset(options))


@lru_cache(maxsize=KEPT)
def graph_of(plot: Plot) -> Graph:
    """Explore a plot once, up to the usual bound."""
    return explore(plot)
