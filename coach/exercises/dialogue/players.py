"""Players without judgement, and how often they pass: what a good conversation is proof against."""

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from coach.core.dialogue.engine import open_moves, opening, passage
from coach.core.dialogue.plot import Move, Plot
from coach.core.dialogue.score import score
from coach.core.dialogue.situation import Situation

RUNS = 2000
"""So often players that leave something to chance play, with seeds from 0 on."""

Choose = Callable[[Sequence[Move], Random], Move]


class Record(NamedTuple):
    """How a player did: passes in so many runs, and what was met on the way."""

    player: str
    runs: int
    passed: int
    nodes: frozenset[str]
    options: frozenset[str]
    endings: frozenset[str]

    @property
    def share(self) -> float:
        """The share of runs that were passed."""
        return self.passed / self.runs


def at_random(moves: Sequence[Move], chance: Random) -> Move:
    """Choose anything."""
    return chance.choice(moves)


def longest(moves: Sequence[Move], chance: Random) -> Move:  # noqa: ARG001 - a player's shape
    """Choose what has most characters, of several the first."""
    return max(moves, key=lambda move: len(move.option.text))


def shortest(moves: Sequence[Move], chance: Random) -> Move:  # noqa: ARG001 - a player's shape
    """Choose what has fewest characters, of several the first."""
    return min(moves, key=lambda move: len(move.option.text))


def first(moves: Sequence[Move], chance: Random) -> Move:  # noqa: ARG001 - a player's shape
    """Choose what stands first."""
    return moves[0]


def agreeing(moves: Sequence[Move], chance: Random) -> Move:
    """Choose what agrees, where something does; else anything."""
    return chance.choice([move for move in moves if move.option.agree] or moves)


PLAYERS: dict[str, tuple[Choose, bool]] = {
    "random": (at_random, True),
    "longest": (longest, False),
    "shortest": (shortest, False),
    "first": (first, False),
    "agree": (agreeing, True),
}
"""Each player by its name in ``limits``, and whether it leaves anything to chance; if not, one run is all."""


def records(plot: Plot, runs: int = RUNS) -> tuple[Record, ...]:
    """Let every player play; situations are worked out once for all of them."""
    table = _Table(plot)
    return tuple(
        _record(table, name, choose, runs if chancy else 1) for name, (choose, chancy) in PLAYERS.items()
    )


def _record(table: "_Table", name: str, choose: Choose, runs: int) -> Record:
    plot = table.plot
    passed, options, endings = 0, set[str](), set[str]()
    nodes = {one.node for one in table.opening if one.node}
    for seed in range(runs):
        chance, now = Random(seed), table.opening[-1]  # noqa: S311 - a game keeps no secret
        for _ in range(plot.script.turns):
            moves = table.moves(now)
            if not moves:
                break
            move = choose(moves, chance)
            now, met = table.after(now, move)
            options.add(move.id)
            nodes |= met
        endings.add(now.ending or plot.impatient)
        passed += bool(now.ending) and score(plot, now) >= plot.script.pass_mark
    return Record(name, runs, passed, frozenset(nodes), frozenset(options), frozenset(endings))


class _Table:
    """What can be chosen in a situation and what follows, each worked out when it is first met."""

    def __init__(self, plot: Plot) -> None:
        self.plot = plot
        self.opening = opening(plot)
        self._moves: dict[Situation, list[Move]] = {}
        self._after: dict[tuple[Situation, str], tuple[Situation, frozenset[str]]] = {}

    def moves(self, situation: Situation) -> list[Move]:
        """List what can be chosen; nothing once it has ended."""
        found = self._moves.get(situation)
        if found is None:
            found = self._moves[situation] = open_moves(self.plot, situation)
        return found

    def after(self, situation: Situation, move: Move) -> tuple[Situation, frozenset[str]]:
        """Give the situation after a choice, and the nodes that were entered."""
        key = (situation, move.id)
        found = self._after.get(key)
        if found is None:
            trail = passage(self.plot, situation, move)
            found = self._after[key] = (trail[-1], frozenset(one.node for one in trail if one.node))
        return found
