"""What can be wrong with a conversation that only playing it shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from coach.core.dialogue.counting import conditions, resolved, sums
from coach.core.dialogue.engine import ending
from coach.core.dialogue.formula import references
from coach.core.dialogue.graph import Graph, explore
from coach.core.dialogue.plot import Plot, plot_of
from coach.core.dialogue.run import Run, play
from coach.core.dialogue.score import score
from coach.core.dialogue.script import Play
from coach.core.dialogue.situation import Situation
from coach.core.expression import parse
from coach.core.finding import Finding, Path, Severity

from .players import RUNS, Record, records
from .spec import Spec
from .words import listed, percent

BOUND = 20_000
"""So many situations are looked at; a conversation of 200 nodes and six variables has fewer."""

CLOSE = 0.005
"""Scores that an author writes with two decimals are met if they differ by no more than this."""

CODES = {
    "C190": "A node of a conversation can never be reached.",
    "C191": "An option of a conversation can never be chosen.",
    "C192": "A conversation can come to where no ending can be reached any more, or nothing is left to say.",
    "C193": "An ending of a conversation can never be reached.",
    "C194": "No way through a conversation reaches an objective's cap, or all it takes to pass.",
    "C195": "A recorded play of a conversation is missing, or does not come to what its author expects.",
    "C196": "A player without judgement passes a conversation too often.",
    "C197": "A variable is never set or never read, or a fact is never disclosed.",
    "C198": "A conversation has too many situations to look at all, so that what was not seen is a warning.",
}
"""What the codes of the proof mean."""


@dataclass(frozen=True)
class Seen:
    """What playing a conversation met: all situations up to the bound, and what players came across."""

    plot: Plot
    graph: Graph
    records: tuple[Record, ...]

    @property
    def nodes(self) -> frozenset[str]:
        """The nodes that were reached."""
        return self.graph.nodes.union(*(one.nodes for one in self.records))

    @property
    def options(self) -> frozenset[str]:
        """The options that could be chosen."""
        return self.graph.options.union(*(one.options for one in self.records))

    @property
    def endings(self) -> frozenset[str]:
        """The endings that were reached."""
        return frozenset(one.ending for one in self.graph.ended).union(*(one.endings for one in self.records))

    @property
    def severity(self) -> Severity:
        """How grave it is that something was not met; where not all was seen, it may yet be there."""
        return Severity.ERROR if self.graph.complete else Severity.WARNING

    @property
    def unseen(self) -> str:
        """What to add to a finding where not all was seen."""
        if self.graph.complete:
            return ""
        return f" (not in {len(self.graph.edges)} situations, nor in {RUNS} games at random)"


def seen(spec: Spec, bound: int = BOUND) -> Seen:
    """Look at all situations up to the bound, and let the players play."""
    plot = plot_of(spec)
    return Seen(plot, explore(plot, bound=bound), records(plot))


def proof(spec: Spec) -> Iterator[Finding]:
    """Find what playing shows: places nobody comes to, traps, plays that do not hold, and easy wins."""
    yield from findings_in(spec, seen(spec))


def findings_in(spec: Spec, found: Seen) -> Iterator[Finding]:
    """Judge what was seen; in a conversation that was not seen as a whole, what is missing is a warning."""
    yield from _unfinished(found)
    yield from _unreached(found)
    yield from _traps(found)
    yield from _endings(spec, found)
    yield from _objectives(spec, found)
    yield from _plays(spec, found)
    yield from _easy(spec, found)
    yield from _idle(spec, found)


def report(spec: Spec) -> tuple[str, ...]:
    """Tell in lines what playing showed, for authors."""
    found = seen(spec)
    graph, plot = found.graph, found.plot
    best = graph.best(_start(found))
    whole = "all there are" if graph.complete else f"not all; players met others in {RUNS} games each"
    lines = [
        f"Situations: {len(graph.edges)}, {whole}.",
        f"Nodes: {len(found.nodes)} of {len(plot.spots)} reached.",
        f"Options: {len(found.options)} of {len(plot.moves)} chosen.",
        f"Endings: {len(found.endings)} of {len(plot.cast.endings)} reached.",
        f"Best score: {percent(best.score) if best else 'none'}.",
    ]
    for one in found.records:
        limit = getattr(spec.limits, one.player)
        lines.append(
            f"Player {one.player}: passes {one.passed} of {one.runs} ({percent(one.share)}, at most "
            f"{percent(limit)}), meets {len(one.nodes)} nodes and {len(one.options)} options."
        )
    return tuple(lines)


def _start(found: Seen) -> Situation:
    return next(iter(found.graph.edges))


def _unfinished(found: Seen) -> Iterator[Finding]:
    if not found.graph.complete:
        text = (
            f"the conversation has more than {len(found.graph.edges) - 1} situations, so not all were looked "
            f"at; it was played {RUNS} times at random instead. Fewer variables, or conditions that look at "
            "fewer things, make it small enough to be proved"
        )
        yield Finding(code="C198", path=("nodes",), text=text, severity=Severity.WARNING)


def _unreached(found: Seen) -> Iterator[Finding]:
    for entry in found.plot.cast.entries:
        if entry.id not in found.nodes:
            text = f"nobody can come to the node {entry.id!r}{found.unseen}; lead to it, or remove it"
            yield Finding(code="C190", path=entry.path, text=text, severity=found.severity)
            continue
        for index, option in enumerate(entry.node.options):
            name = entry.prefix + option.id
            if name not in found.options:
                text = (
                    f"nobody can ever say {name!r}{found.unseen}, since its condition never holds here; "
                    "mend the condition, or remove the option"
                )
                path = (*entry.path, "options", index)
                yield Finding(code="C191", path=path, text=text, severity=found.severity)


def _traps(found: Seen) -> Iterator[Finding]:
    """Find where no ending is left, and where there is nothing more to say."""
    nodes = found.plot.cast.nodes
    trapped = dict.fromkeys(one.node for one in found.graph.trapped if one.node)
    if found.graph.complete:
        for name in trapped:
            text = (
                f"from the node {name!r} no ending may be reachable any more; add a way out for whoever has "
                "said everything there is to say"
            )
            yield Finding(code="C192", path=nodes[name].path, text=text)
    if any(one.cause == "stuck" for one in found.graph.ended):
        text = (
            "the conversation can come to where nothing is left to say and no fallback leads on; it then "
            "ends as if patience had run out. Add a fallback to nodes whose options can all be used up"
        )
        yield Finding(code="C192", path=("nodes",), text=text)


def _endings(spec: Spec, found: Seen) -> Iterator[Finding]:
    for index, one in enumerate(spec.endings):
        if one.id not in found.endings:
            text = f"nobody can come to the ending {one.id!r}{found.unseen}; lead to it, or remove it"
            yield Finding(code="C193", path=("endings", index), text=text, severity=found.severity)


def _objectives(spec: Spec, found: Seen) -> Iterator[Finding]:
    for index, objective in enumerate(spec.objectives):
        most = max((one.points[index] for one in found.graph.edges), default=0)
        if most < objective.cap:
            text = (
                f"no way leads to more than {most} of {objective.cap} points for {objective.id!r}"
                f"{found.unseen}; award more on the way, or lower the cap"
            )
            path: Path = ("objectives", index, "cap")
            yield Finding(code="C194", path=path, text=text, severity=found.severity)
    best = found.graph.best(_start(found))
    if best is None or best.score < spec.pass_mark:
        text = (
            f"the best play comes to {percent(best.score if best else 0)}{found.unseen} and "
            f"{percent(spec.pass_mark)} pass, so nobody could; award more, or lower the pass mark"
        )
        yield Finding(code="C194", path=("objectives",), text=text, severity=found.severity)


def _plays(spec: Spec, found: Seen) -> Iterator[Finding]:
    runs = [play(found.plot, one.select, one.seed) for one in spec.plays]
    for index, (one, run) in enumerate(zip(spec.plays, runs, strict=True)):
        for field, text in _broken(found.plot, one, run):
            yield Finding(code="C195", path=("plays", index, *field), text=f"in the play {one.name!r} {text}")
    passes = [score(found.plot, run.state.situation) >= spec.pass_mark for run in runs]
    for wanted, what in ((True, "passes"), (False, "fails")):
        if wanted not in passes:
            text = f"no recorded play {what}, so nobody sees when a change turns the talk over; record one"
            yield Finding(code="C195", path=("plays",) if spec.plays else (), text=text)


def _broken(plot: Plot, one: Play, run: Run) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give what of a play does not come as expected, with the field that says so."""
    if run.left:
        yield ("select",), f"{run.left[0]!r} cannot be said when its turn comes; correct the choices"
        return
    if not run.state.over:
        yield ("select",), "the talk has not ended after the last choice; choose on until it has"
        return
    expect, situation = one.expect, run.state.situation
    reached, points = ending(plot, situation), score(plot, situation)
    if expect.ending is not None and (reached is None or reached.id != expect.ending):
        found = reached.id if reached else "none"
        yield ("expect", "ending"), f"the ending is {found!r} and not {expect.ending!r}"
    if expect.min_score is not None and points < expect.min_score - CLOSE:
        least = percent(expect.min_score)
        yield ("expect", "min_score"), f"the score is {percent(points)}, less than {least}"
    if expect.max_score is not None and points > expect.max_score + CLOSE:
        most = percent(expect.max_score)
        yield ("expect", "max_score"), f"the score is {percent(points)}, more than {most}"
    if expect.trust is not None and situation.trust != expect.trust:
        yield ("expect", "trust"), f"trust ends at {situation.trust} and not at {expect.trust}"


def _easy(spec: Spec, found: Seen) -> Iterator[Finding]:
    """Find players that pass too often, with how much of the conversation they met."""
    for one in found.records:
        limit = getattr(spec.limits, one.player)
        if one.share > limit:
            text = (
                f"a player that chooses {HOW[one.player]} passes {percent(one.share)} of {one.runs} "
                f"game{'s' if one.runs > 1 else ''} (at most {percent(limit)}; it met {len(one.options)} of "
                f"{len(found.plot.moves)} options), so passing shows little; {CURE[one.player]}"
            )
            yield Finding(code="C196", path=("limits", one.player), text=text)


HOW = {
    "random": "at random",
    "longest": "the longest option",
    "shortest": "the shortest option",
    "first": "the first option",
    "agree": "what agrees",
}
CURE = {
    "random": "let weak options cost more, or ask for points that only a good order of questions brings",
    "longest": "shorten good options, and give weak ones the same care",
    "shortest": "give some weak options few words, as people do who want to be through",
    "first": "move good options to other places",
    "agree": "let promises that cannot be kept cost trust, or award points for honest limits",
}


def _idle(spec: Spec, found: Seen) -> Iterator[Finding]:
    """Find variables and facts that do nothing."""
    cast = found.plot.cast
    options = [option for entry in cast.entries for option in entry.node.options]
    set_ = {name for option in options for name in option.set}
    read = {
        resolved(cast, one, prefix).name
        for text, prefix, _ in (*conditions(cast, spec), *sums(cast))
        for one in references(parse(text))
        if one.space == "variable"
    }
    for name in cast.variables:
        missing = [word for word, names in (("set", set_), ("read", read)) if name not in names]
        if missing:
            text = (
                f"the variable {name!r} is never {' nor '.join(missing)}, so it changes nothing; use it, or "
                "remove it"
            )
            yield Finding(code="C197", path=_place(spec, name), text=text, severity=Severity.WARNING)
    told = {
        cast.find(fact, entry.prefix, cast.facts)
        for entry in cast.entries
        for option in entry.node.options
        for fact in option.discloses
    }
    untold = [name for name in cast.facts if name not in told]
    if untold:
        text = f"no option brings these facts out: {listed(untold)}; disclose them, or remove them"
        path: Path = ("facts",) if spec.facts else ()
        yield Finding(code="C197", path=path, text=text, severity=Severity.WARNING)


def _place(spec: Spec, name: str) -> Path:
    """Give the place of a variable: the conversation's own, or a scene's."""
    if name in spec.variables:
        return ("variables", name)
    index = next(number for number, scene in enumerate(spec.scenes) if name in scene.variables)
    return ("scenes", index, "variables", name)
