"""What can be wrong with a conversation, found without playing it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from coach.core.dialogue.cast import Cast
from coach.core.dialogue.counting import conditions, known, resolved, sums
from coach.core.dialogue.formula import METERS, SORTS, Reference, Sort, references, sort_of
from coach.core.expression import ExpressionFault, Node, parse
from coach.core.finding import Finding, Path, Severity
from coach.core.twice import repeated

from .lint_ways import way_findings
from .spec import Spec
from .words import did_you_mean

MOST_NODES = 400
MOST_OPTIONS = 1600
"""With the scenes; a conversation beyond that cannot be looked at in reasonable time."""

CODES = {
    "C101": "Nodes without options lead to each other in a circle, so that nobody could ever say anything.",
    "C102": "A way leads to a node, scene or ending that is not there, or returns from where nobody called.",
    "C103": "A condition or a sum cannot be read, or compares things that do not fit together.",
    "C104": "Something names an objective, fact, variable, option or ending that is not there.",
    "C105": "All awards together stay below an objective's cap, so that nobody could reach it.",
    "C106": "There is no won ending, or not exactly one ending for when patience or time runs out.",
    "C107": "The conversation can get stuck: a node has no way on, or ways of which perhaps none holds.",
    "C108": "The conversation is too large to be looked at as a whole.",
    "C109": "Something is never used: a way behind one that always holds, or a reason that is never shown.",
}
"""What the codes of this kind mean."""

SPACES = {
    "variable": "variable",
    "disclosed": "fact",
    "objective": "objective",
    "seen": "node",
    "chosen": "option",
}
"""What is meant by a name in each space, in words."""


def findings(spec: Spec) -> Iterator[Finding]:
    """Find what keeps a conversation from being played, and what is never used in it."""
    cast = Cast(spec)
    yield from _twice(spec, cast)
    yield from _formulas(spec, cast)
    yield from _names(cast)
    yield from _plays(spec, cast)
    yield from _caps(spec, cast)
    yield from _endings(spec)
    yield from _size(cast)
    yield from way_findings(cast)


def _twice(spec: Spec, cast: Cast) -> Iterator[Finding]:
    """Find ids used twice; those of scenes are meant as they stand in the whole."""
    options = [
        (f"option id {entry.prefix + option.id!r}", (*entry.path, "options", index, "id"))
        for entry in cast.entries
        for index, option in enumerate(entry.node.options)
    ]
    facts: list[tuple[str, Path]] = [
        (f"fact id {fact.id!r}", ("facts", index, "id")) for index, fact in enumerate(spec.facts)
    ]
    for number, scene in enumerate(spec.scenes):
        for index, fact in enumerate(scene.facts):
            name = f"{scene.id}-{fact.id}"
            facts.append((f"fact id {name!r}", ("scenes", number, "facts", index, "id")))
    groups: list[list[tuple[str, Path]]] = [
        [(f"node id {entry.id!r}", entry.path) for entry in cast.entries],
        options,
        facts,
        [(f"objective id {one.id!r}", ("objectives", i, "id")) for i, one in enumerate(spec.objectives)],
        [(f"ending id {one.id!r}", ("endings", i, "id")) for i, one in enumerate(spec.endings)],
        [(f"scene id {one.id!r}", ("scenes", i, "id")) for i, one in enumerate(spec.scenes)],
        [(f"play name {one.name!r}", ("plays", i, "name")) for i, one in enumerate(spec.plays)],
    ]
    for group in groups:
        for path, name in repeated(((path, name) for name, path in group), str):
            told = f"{name} is used twice in this conversation, so the two cannot be told apart; rename one"
            yield Finding(code="C010", path=path, text=told)


def _formulas(spec: Spec, cast: Cast) -> Iterator[Finding]:
    """Read every condition and sum, look its names up, and see whether it makes sense."""
    for text, prefix, path in conditions(cast, spec):
        yield from _formula(cast, text, prefix, path, "truth")
    for text, prefix, path in sums(cast):
        start = cast.variables.get(str(path[-1]), False)
        yield from _formula(cast, text, prefix, path, _sort(start))
    for entry in cast.entries:
        for index, option in enumerate(entry.node.options):
            for name, to in option.set.items():
                was = _sort(cast.variables.get(name, to))
                if not isinstance(to, str) and was != _sort(to):
                    told = (
                        f"{name} starts as a {was} and would become a {_sort(to)}, so no condition could "
                        f"rely on it; write a {was}"
                    )
                    yield Finding(code="C103", path=(*entry.path, "options", index, "set", name), text=told)


def _sort(value: object) -> Sort:
    return "truth" if isinstance(value, bool) else "number"


def _formula(cast: Cast, text: str, prefix: str, path: Path, wanted: Sort) -> Iterator[Finding]:
    try:
        node = parse(text)
    except ExpressionFault as fault:
        yield _unclear(path, text, str(fault), "such as trust >= 50 and knows('budget')")
        return
    unknown = list(_unknown(cast, node, prefix, path))
    yield from unknown
    if unknown:
        return
    sorts = {one: _sort_of_reference(cast, one) for one in references(node)}
    try:
        found = sort_of(node, sorts)
    except ExpressionFault as fault:
        yield _unclear(path, text, str(fault), "and compare numbers with numbers, such as seen.hub > 1")
        return
    if found != wanted:
        told = f"it comes to a {found} where a {wanted} is needed"
        yield _unclear(path, text, told, "such as trust >= 50" if wanted == "truth" else "such as visits + 1")


def _unclear(path: Path, text: str, why: str, how: str) -> Finding:
    told = f"{text[:60]!r} cannot be worked out: {why}; write it as names and signs, {how}"
    return Finding(code="C103", path=path, text=told)


def _sort_of_reference(cast: Cast, reference: Reference) -> Sort:
    if reference.space == "variable":
        return _sort(cast.variables[reference.name])
    return SORTS[reference.space]


def _unknown(cast: Cast, node: Node, prefix: str, path: Path) -> Iterator[Finding]:
    """Find names in a formula that mean nothing."""
    for one in dict.fromkeys(references(node)):
        try:
            resolved(cast, one, prefix)
        except LookupError:
            choice = known(cast, one.space)
            if one.space == "variable":
                choice = [*choice, *METERS]
            yield _missing(path, SPACES.get(one.space, "function or part"), one.name, choice)


def _missing(path: Path, what: str, name: str, choice: Iterable[str]) -> Finding:
    """Say that there is no such thing, and what may be meant."""
    told = f"there is no {what} {name!r}, so this could never hold or happen; {did_you_mean(name, choice)}"
    return Finding(code="C104", path=path, text=told)


def _names(cast: Cast) -> Iterator[Finding]:
    """Find effects on what is not there."""
    for entry in cast.entries:
        for index, option in enumerate(entry.node.options):
            path = (*entry.path, "options", index)
            for name in option.award:
                if name not in cast.objectives:
                    yield _missing((*path, "award", name), "objective", name, cast.objectives)
            for name in option.set:
                if name not in cast.variables:
                    yield _missing((*path, "set", name), "variable", name, cast.variables)
            for number, name in enumerate(option.discloses):
                if cast.find(name, entry.prefix, cast.facts) is None:
                    yield _missing((*path, "discloses", number), "fact", name, cast.facts)
            if option.locked and not option.when.strip():
                told = (
                    "locked gives a reason, but without when the option is always open; add when or remove it"
                )
                warning = Severity.WARNING
                yield Finding(code="C109", path=(*path, "locked"), text=told, severity=warning)


def _plays(spec: Spec, cast: Cast) -> Iterator[Finding]:
    for index, play in enumerate(spec.plays):
        for number, name in enumerate(play.select):
            if name not in cast.options:
                yield _missing(("plays", index, "select", number), "option", name, cast.options)
        expected = play.expect.ending
        if expected is not None and expected not in cast.endings:
            yield _missing(("plays", index, "expect", "ending"), "ending", expected, cast.endings)


def _caps(spec: Spec, cast: Cast) -> Iterator[Finding]:
    """Find objectives whose cap is out of reach. What can be said again can be awarded again."""
    total: Counter[str] = Counter()
    for option in cast.options.values():
        for name, points in option.award.items():
            total[name] += points if option.once else points * spec.turns
    for index, objective in enumerate(spec.objectives):
        if total[objective.id] < objective.cap:
            told = (
                f"all awards for {objective.id!r} come to {total[objective.id]}, less than its cap of "
                f"{objective.cap}, so nobody could reach it; award more or lower the cap"
            )
            yield Finding(code="C105", path=("objectives", index, "cap"), text=told)


def _endings(spec: Spec) -> Iterator[Finding]:
    if not any(ending.won for ending in spec.endings):
        told = "no ending is won, so nobody could pass; write won: true at the one to be worked for"
        yield Finding(code="C106", path=("endings",), text=told)
    impatient = [ending for ending in spec.endings if ending.impatient]
    if len(impatient) != 1 or impatient[0].won:
        told = (
            "one ending, and not a won one, must say impatient: true; with it the conversation ends when "
            "patience or time has run out"
        )
        yield Finding(code="C106", path=("endings",), text=told)


def _size(cast: Cast) -> Iterator[Finding]:
    nodes, options = len(cast.entries), sum(len(entry.node.options) for entry in cast.entries)
    if nodes > MOST_NODES or options > MOST_OPTIONS:
        told = (
            f"with its scenes the conversation has {nodes} nodes and {options} options, more than "
            f"{MOST_NODES} and {MOST_OPTIONS}, and could not be tested as a whole; make two of it"
        )
        yield Finding(code="C108", path=("nodes",), text=told)
