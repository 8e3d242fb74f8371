"""A whole conversation, played from its choices, and what each of its turns was worth."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from coach.core.dialogue.engine import Exchange, Opening, State, begin, choose, offers
from coach.core.dialogue.graph import Best, explore, graph_of
from coach.core.dialogue.plot import Plot
from coach.core.dialogue.score import score
from coach.core.dialogue.situation import Situation

NEAR = 500
"""In a conversation too large to be looked at as a whole, so many situations are looked at from each turn."""

NOTHING = 1e-9
"""Differences of scores below this are none."""


@dataclass(frozen=True, slots=True)
class Run:
    """The opening and the turns that followed; ``left`` are choices that could not be made any more."""

    opening: Opening
    exchanges: tuple[Exchange, ...]
    left: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """How it stands at last."""
        return self.exchanges[-1].state if self.exchanges else self.opening.state

    @property
    def states(self) -> tuple[State, ...]:
        """How it stood before the first turn and after each."""
        return (self.opening.state, *(one.state for one in self.exchanges))


@dataclass(frozen=True, slots=True)
class Regret:
    """What a turn cost: by how much the best score that could still be reached fell.

    ``turn`` counts from 1. Where not everything could be looked at, the numbers are not ``exact``.
    """

    turn: int
    before: float
    after: float
    exact: bool

    @property
    def cost(self) -> float:
        """The difference, from 0 to 1."""
        return self.before - self.after


def play(plot: Plot, choices: Iterable[str], seed: int = 0) -> Run:
    """Play choices one after the other; from the first on that cannot be made, all are left."""
    opening = begin(plot, seed)
    exchanges: list[Exchange] = []
    state = opening.state
    rest = tuple(choices)
    for index, choice in enumerate(rest):
        if not any(offer.id == choice and offer.open for offer in offers(plot, state.situation)):
            return Run(opening, tuple(exchanges), rest[index:])
        exchanges.append(choose(plot, state, choice))
        state = exchanges[-1].state
    return Run(opening, tuple(exchanges))


def regrets(plot: Plot, run: Run) -> tuple[Regret, ...]:
    """Say of every turn what it cost."""
    exact = graph_of(plot).complete
    known = [_reachable(plot, state.situation) for state in run.states]
    for index in reversed(range(len(known) - 1)):
        known[index] = max(known[index], known[index + 1])
    return tuple(
        Regret(turn, before, after, exact) for turn, (before, after) in enumerate(pairwise(known), 1)
    )


def costliest(plot: Plot, run: Run) -> Regret | None:
    """Return the turn that cost most, of several the first; ``None`` if none cost anything."""
    found = max(regrets(plot, run), key=lambda regret: regret.cost, default=None)
    return found if found is not None and found.cost > NOTHING else None


@lru_cache(maxsize=1024)
def _reachable(plot: Plot, situation: Situation) -> float:
    """Return the best score known to be reachable."""
    if situation.ending:
        return score(plot, situation)
    graph = graph_of(plot)
    best = graph.best(situation)
    if not graph.complete:
        near = explore(plot, situation, NEAR).best(situation)
        best = max(filter(None, (best, near)), key=lambda one: one.score, default=None)
    return best.score if best is not None else 0.0


def best_choices(plot: Plot, seed: int = 0) -> tuple[str, ...]:
    """Return the choices of the best play known: the shortest that there is, or a recorded one if better."""
    found = [_along(plot), *(one.select for one in plot.script.plays)]
    return max(found, key=lambda choices: score(plot, play(plot, choices, seed).state.situation))


def _along(plot: Plot) -> tuple[str, ...]:
    """Follow the best from the beginning, situation by situation, as long as the graph knows it."""
    graph = graph_of(plot)
    state = begin(plot).state
    choices: list[str] = []
    while not state.over and (best := _next(graph.best(state.situation))):
        choices.append(best.option)
        state = choose(plot, state, best.option).state
    return tuple(choices)


def _next(best: Best | None) -> Best | None:
    return best if best is not None and best.option else None
