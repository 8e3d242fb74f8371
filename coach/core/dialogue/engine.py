"""Playing a conversation turn by turn; the same choices with the same seed always come to the same."""

from hashlib import sha256
from typing import NamedTuple

from msgspec.structs import replace

from coach.core.dialogue.cast import Way
from coach.core.dialogue.plot import Lead, Move, Plot, Saying
from coach.core.dialogue.script import Ending, Option
from coach.core.dialogue.situation import Cause, Situation, fairmath
from coach.core.record import Record
from coach.locale import tr

LONGEST_WAY = 100
"""So many nodes can follow one another without a choice; a checked script never has so many."""


class State(Record):
    """A situation with what only the talk itself needs: the turns taken, and which lines were said last.

    ``said`` has the numbers of lines, each once, the latest last.
    """

    situation: Situation
    seed: int = 0
    turn: int = 0
    said: tuple[int, ...] = ()

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return bool(self.situation.ending)


class Offer(NamedTuple):
    """An option as it is offered: what cannot be said yet is locked, with the ``reason``."""

    id: str
    option: Option
    open: bool
    reason: str = ""


class Change(NamedTuple):
    """What a turn really changed: fairmath, caps and what was known already are taken into account."""

    trust: int = 0
    patience: int = 0
    disclosed: tuple[str, ...] = ()
    points: tuple[tuple[str, int], ...] = ()


class Exchange(NamedTuple):
    """One turn: what was chosen, what the persona said to it, and where that leads."""

    id: str
    option: Option
    lines: tuple[str, ...]
    change: Change
    state: State


class Opening(NamedTuple):
    """The beginning: what the persona says before anything was chosen."""

    lines: tuple[str, ...]
    state: State


class NotOffered(ValueError):  # noqa: N818 - reads as what is the matter with the option
    """An option that cannot be chosen now."""


def begin(plot: Plot, seed: int = 0) -> Opening:
    """Start the conversation."""
    trail = opening(plot)
    lines, said = _speak(plot, State(situation=trail[0], seed=seed), (), trail)
    return Opening(lines, State(situation=trail[-1], seed=seed, said=said))


def offers(plot: Plot, situation: Situation) -> tuple[Offer, ...]:
    """List what can be said now, and what is locked; options that are used up or hidden are not there."""
    if situation.ending:
        return ()
    found = []
    for move in plot.spots[situation.node].moves:
        if situation.used & move.bit:
            continue
        is_open = move.when is None or move.when.holds(situation)
        if is_open or move.option.locked:
            found.append(Offer(move.id, move.option, is_open, "" if is_open else move.option.locked))
    return tuple(found)


def choose(plot: Plot, state: State, option: str) -> Exchange:
    """Take a turn; raises :class:`NotOffered` if the option is not open."""
    before = state.situation
    move = next((move for move in open_moves(plot, before) if move.id == option), None)
    if move is None:
        raise NotOffered(tr("the option {option!r} cannot be chosen now", option=option))
    trail = passage(plot, before, move)
    turn = state.turn + 1
    if turn >= plot.script.turns and not trail[-1].ending:
        trail.append(_ended(trail[-1], plot.impatient, "turns"))
    lines, said = _speak(plot, state, move.replies, trail)
    now = State(situation=trail[-1], seed=state.seed, turn=turn, said=said)
    return Exchange(move.id, move.option, lines, _change(plot, before, trail[-1]), now)


def ending(plot: Plot, situation: Situation) -> Ending | None:
    """Return the ending that was reached, if one was."""
    return plot.cast.endings.get(situation.ending)


def opening(plot: Plot) -> list[Situation]:
    """Give the situation before the first node, then at each one entered before there is a choice."""
    script = plot.script
    before = Situation(
        node="",
        trust=script.persona.start.trust,
        patience=script.persona.start.patience,
        points=(0,) * len(plot.caps),
        variables=tuple(plot.cast.variables.values()),
        seen=(0,) * len(plot.seen_ceilings),
        chosen=(0,) * len(plot.chosen_ceilings),
    )
    trail = [before]
    _walk(plot, trail, Way("node", plot.first))
    return trail


def open_moves(plot: Plot, situation: Situation) -> list[Move]:
    """List the options that can be chosen."""
    if situation.ending:
        return []
    used = situation.used
    return [
        move
        for move in plot.spots[situation.node].moves
        if not used & move.bit and (move.when is None or move.when.holds(situation))
    ]


def passage(plot: Plot, before: Situation, move: Move) -> list[Situation]:
    """Follow an option: the situation after its effects, then at each node entered, up to the last."""
    trail = [_affected(plot, before, move)]
    way = _taken(move.leads, trail[0])
    if trail[0].patience <= 0 and (way is None or way.kind != "ending"):
        trail.append(_ended(trail[0], plot.impatient, "patience"))
    else:
        _walk(plot, trail, way)
    return trail


def _affected(plot: Plot, before: Situation, move: Move) -> Situation:
    option = move.option
    points, variables, chosen = before.points, before.variables, before.chosen
    for index, more in move.awards:
        points = _with(points, index, min(plot.caps[index], points[index] + more))
    for index, to in move.sets:
        value = to if isinstance(to, int) else to.value(before)
        variables = variables if value is None else _with(variables, index, value)
    if move.counter is not None:
        top = plot.chosen_ceilings[move.counter]
        chosen = _with(chosen, move.counter, min(top, chosen[move.counter] + 1))
    return replace(
        before,
        trust=fairmath(before.trust, option.trust) if option.trust else before.trust,
        patience=max(0, before.patience + option.patience),
        points=points,
        variables=variables,
        disclosed=before.disclosed | move.discloses,
        used=before.used | move.bit,
        chosen=chosen,
        turn=min(before.turn + 1, plot.turn_ceiling),
    )


def _with(values: tuple[int, ...], index: int, value: int) -> tuple[int, ...]:
    return (*values[:index], value, *values[index + 1 :])


def _taken(leads: tuple[Lead, ...], situation: Situation) -> Way | None:
    for lead in leads:
        if lead.when is None or lead.when.holds(situation):
            return lead.way
    return None


def _walk(plot: Plot, trail: list[Situation], way: Way | None) -> None:
    """Go on from node to node until there is something to choose, or the end; the trail grows."""
    for _ in range(LONGEST_WAY):
        now = trail[-1]
        if way is not None and way.kind == "ending":
            trail.append(_ended(now, way.to, "way"))
            return
        entered = _entered(plot, now, way) if way is not None else None
        if entered is None:
            break
        trail.append(entered)
        spot = plot.spots[entered.node]
        if spot.moves:
            reached = next((name for name, when in plot.endings if when.holds(entered)), None)
            if reached is not None:
                trail.append(_ended(entered, reached, "condition"))
                return
            if open_moves(plot, entered):
                return
        way = _taken(spot.fallback if spot.moves else spot.leads, entered)
    trail.append(_ended(trail[-1], plot.impatient, "stuck"))


def _entered(plot: Plot, now: Situation, way: Way) -> Situation | None:
    """Enter the node that a way leads to; ``None`` for a return from where nobody was called."""
    node, stack = way.to, now.stack
    if way.kind == "call":
        stack = (*stack, way.then)
    elif way.kind == "return":
        if not stack:
            return None
        *rest, node = stack
        stack = tuple(rest)
    seen, counter = now.seen, plot.spots[node].counter
    if counter is not None:
        seen = _with(seen, counter, min(plot.seen_ceilings[counter], seen[counter] + 1))
    return replace(now, node=node, stack=stack, seen=seen)


def _ended(now: Situation, name: str, cause: Cause) -> Situation:
    return replace(now, ending=name, cause=cause, stack=())


def _change(plot: Plot, before: Situation, after: Situation) -> Change:
    objectives = plot.script.objectives
    gained = zip(objectives, before.points, after.points, strict=True)
    earlier = plot.known(before)
    return Change(
        trust=after.trust - before.trust,
        patience=after.patience - before.patience,
        disclosed=tuple(fact for fact in plot.known(after) if fact not in earlier),
        points=tuple((one.id, then - now) for one, now, then in gained if then != now),
    )


def _speak(
    plot: Plot, state: State, replies: tuple[Saying, ...], trail: list[Situation]
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Choose what is said along the trail; return it with the lines that were said, the latest last."""
    said = state.said
    lines: list[str] = []
    heard = [(replies, trail[0])]
    heard += [(plot.spots[now.node].sayings, now) for now in trail[1:] if not now.ending]
    for sayings, now in heard:
        line = _fitting(sayings, now, said, state.seed + state.turn)
        if line is not None:
            lines.append(line.text)
        if line is not None and len(sayings) > 1:
            said = (*(number for number in said if number != line.number), line.number)
    return tuple(lines), said


def _fitting(
    sayings: tuple[Saying, ...], situation: Situation, said: tuple[int, ...], seed: int
) -> Saying | None:
    """Choose the line with most conditions met, of several the one not said for longest, then by the seed."""
    fit = [one for one in sayings if all(part.holds(situation) for part in one.parts)]
    if len(fit) < 2:  # noqa: PLR2004 - nothing to choose between
        return fit[0] if fit else None
    return max(
        fit,
        key=lambda one: (
            len(one.parts),
            -(said.index(one.number) if one.number in said else -1),
            sha256(f"{seed}:{one.number}".encode()).digest(),
        ),
    )
