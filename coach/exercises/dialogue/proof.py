"""What can be wrong with a conversation that only playing it shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from coach.core.dialogue.graph import Graph, explore
from coach.core.dialogue.plot import Plot, plot_of
from coach.core.dialogue.situation import Situation
from coach.core.finding import Finding, Path, Severity
from coach.locale import mark, tr, trn, trp

from .players import RUNS, Record, records
from .proof_idle import idle_findings
from .proof_plays import play_findings
from .spec import Spec
from .words import percent

BOUND = 20_000
"""So many situations are looked at; a conversation of 200 nodes and six variables has fewer."""

CODES = {
    "C190": mark("A node of a conversation can never be reached."),
    "C191": mark("An option of a conversation can never be chosen."),
    "C192": mark(
        "A conversation can come to where no ending can be reached any more, or nothing is left to say."
    ),
    "C193": mark("An ending of a conversation can never be reached."),
    "C194": mark("No way through a conversation reaches an objective's cap, or all it takes to pass."),
    "C195": mark(
        "A recorded play of a conversation is missing, or does not come to what its author expects."
    ),
    "C196": mark("A player without judgement passes a conversation too often."),
    "C197": mark("A variable is never set or never read, or a fact is never disclosed."),
    "C198": mark(
        "A conversation has too many situations to look at all, so that what was not seen is a warning."
    ),
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
        told = tr(
            "(not in {situations} situations, nor in {runs} games at random)",
            situations=len(self.graph.edges),
            runs=RUNS,
        )
        return f" {told}"


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
    yield from play_findings(spec, found.plot)
    yield from _easy(spec, found)
    yield from idle_findings(spec, found.plot.cast)


def report(spec: Spec) -> tuple[str, ...]:
    """Tell in lines what playing showed, for authors."""
    found = seen(spec)
    graph, plot = found.graph, found.plot
    best = graph.best(_start(found))
    situations = tr("Situations: {count}, all there are.", count=len(graph.edges))
    if not graph.complete:
        situations = tr(
            "Situations: {count}, not all; players met others in {runs} games each.",
            count=len(graph.edges),
            runs=RUNS,
        )
    nodes, options, endings = len(plot.spots), len(plot.moves), len(plot.cast.endings)
    return (
        situations,
        tr("Nodes: {reached} of {all} reached.", reached=len(found.nodes), all=nodes),
        tr("Options: {chosen} of {all} chosen.", chosen=len(found.options), all=options),
        tr("Endings: {reached} of {all} reached.", reached=len(found.endings), all=endings),
        tr("Best score: {score}.", score=percent(best.score) if best else trp("score", "none")),
        *(_told(one, getattr(spec.limits, one.player)) for one in found.records),
    )


def _told(one: Record, limit: float) -> str:
    return tr(
        "Player {player}: passes {passed} of {runs} ({share}, at most {limit}), meets {nodes} nodes and "
        "{options} options.",
        player=one.player,
        passed=one.passed,
        runs=one.runs,
        share=percent(one.share),
        limit=percent(limit),
        nodes=len(one.nodes),
        options=len(one.options),
    )


def _start(found: Seen) -> Situation:
    return next(iter(found.graph.edges))


def _unfinished(found: Seen) -> Iterator[Finding]:
    if not found.graph.complete:
        text = tr(
            "the conversation has more than {count} situations, so not all were looked at; it was played "
            "{runs} times at random instead. Fewer variables, or conditions that look at fewer things, make "
            "it small enough to be proved",
            count=len(found.graph.edges) - 1,
            runs=RUNS,
        )
        yield Finding(code="C198", path=("nodes",), text=text, severity=Severity.WARNING)


def _unreached(found: Seen) -> Iterator[Finding]:
    for entry in found.plot.cast.entries:
        if entry.id not in found.nodes:
            text = tr(
                "nobody can come to the node {node!r}{unseen}; lead to it, or remove it",
                node=entry.id,
                unseen=found.unseen,
            )
            yield Finding(code="C190", path=entry.path, text=text, severity=found.severity)
            continue
        for index, option in enumerate(entry.node.options):
            name = entry.prefix + option.id
            if name not in found.options:
                text = tr(
                    "nobody can ever say {name!r}{unseen}, since its condition never holds here; mend the "
                    "condition, or remove the option",
                    name=name,
                    unseen=found.unseen,
                )
                path = (*entry.path, "options", index)
                yield Finding(code="C191", path=path, text=text, severity=found.severity)


def _traps(found: Seen) -> Iterator[Finding]:
    """Find where no ending is left, and where there is nothing more to say."""
    nodes = found.plot.cast.nodes
    trapped = dict.fromkeys(one.node for one in found.graph.trapped if one.node)
    if found.graph.complete:
        for name in trapped:
            text = tr(
                "from the node {name!r} no ending may be reachable any more; add a way out for whoever has "
                "said everything there is to say",
                name=name,
            )
            yield Finding(code="C192", path=nodes[name].path, text=text)
    if any(one.cause == "stuck" for one in found.graph.ended):
        text = tr(
            "the conversation can come to where nothing is left to say and no fallback leads on; it then "
            "ends as if patience had run out. Add a fallback to nodes whose options can all be used up"
        )
        yield Finding(code="C192", path=("nodes",), text=text)


def _endings(spec: Spec, found: Seen) -> Iterator[Finding]:
    for index, one in enumerate(spec.endings):
        if one.id not in found.endings:
            text = tr(
                "nobody can come to the ending {ending!r}{unseen}; lead to it, or remove it",
                ending=one.id,
                unseen=found.unseen,
            )
            yield Finding(code="C193", path=("endings", index), text=text, severity=found.severity)


def _objectives(spec: Spec, found: Seen) -> Iterator[Finding]:
    for index, objective in enumerate(spec.objectives):
        most = max((one.points[index] for one in found.graph.edges), default=0)
        if most < objective.cap:
            text = tr(
                "no way leads to more than {most} of {cap} points for {objective!r}{unseen}; award more on "
                "the way, or lower the cap",
                most=most,
                cap=objective.cap,
                objective=objective.id,
                unseen=found.unseen,
            )
            path: Path = ("objectives", index, "cap")
            yield Finding(code="C194", path=path, text=text, severity=found.severity)
    best = found.graph.best(_start(found))
    if best is None or best.score < spec.pass_mark:
        text = tr(
            "the best play comes to {score}{unseen} and {needed} pass, so nobody could; award more, or lower "
            "the pass mark",
            score=percent(best.score if best else 0),
            unseen=found.unseen,
            needed=percent(spec.pass_mark),
        )
        yield Finding(code="C194", path=("objectives",), text=text, severity=found.severity)


def _easy(spec: Spec, found: Seen) -> Iterator[Finding]:
    """Find players that pass too often, with how much of the conversation they met."""
    for one in found.records:
        limit = getattr(spec.limits, one.player)
        if one.share > limit:
            text = trn(
                "a player that chooses {how} passes {share} of {n} game (at most {limit}; it met {met} of "
                "{options} options), so passing shows little; {cure}",
                "a player that chooses {how} passes {share} of {n} games (at most {limit}; it met {met} of "
                "{options} options), so passing shows little; {cure}",
                one.runs,
                how=tr(HOW[one.player]),
                share=percent(one.share),
                limit=percent(limit),
                met=len(one.options),
                options=len(found.plot.moves),
                cure=tr(CURE[one.player]),
            )
            yield Finding(code="C196", path=("limits", one.player), text=text)


HOW = {
    "random": mark("at random"),
    "longest": mark("the longest option"),
    "shortest": mark("the shortest option"),
    "first": mark("the first option"),
    "agree": mark("what agrees"),
}
CURE = {
    "random": mark(
        "let weak options cost more, or ask for points that only a good order of questions brings"
    ),
    "longest": mark("shorten good options, and give weak ones the same care"),
    "shortest": mark("give some weak options few words, as people do who want to be through"),
    "first": mark("move good options to other places"),
    "agree": mark("let promises that cannot be kept cost trust, or award points for honest limits"),
}
