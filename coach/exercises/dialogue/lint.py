"""What can be wrong with a conversation, found without playing it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from coach.core.dialogue.cast import Cast
from coach.core.dialogue.counting import conditions, known, resolved, sums
from coach.core.dialogue.formula import METERS, SORTS, Reference, Sort, references, sort_of
from coach.core.expression import ExpressionFault, Node, parse
from coach.core.finding import Finding, Path, Severity
from coach.core.twice import placed_ids, repeated
from coach.locale import mark, tr

from .lint_ways import way_findings
from .spec import Spec
from .words import did_you_mean

MOST_NODES = 400
MOST_OPTIONS = 1600
"""With the scenes; a conversation beyond that cannot be looked at in reasonable time."""

CODES = {
    "C101": mark(
        "Nodes without options lead to each other in a circle, so that nobody could ever say anything."
    ),
    "C102": mark(
        "A way leads to a node, scene or ending that is not there, or returns from where nobody called."
    ),
    "C103": mark("A condition or a sum cannot be read, or compares things that do not fit together."),
    "C104": mark("Something names an objective, fact, variable, option or ending that is not there."),
    "C105": mark("All awards together stay below an objective's cap, so that nobody could reach it."),
    "C106": mark("There is no won ending, or not exactly one ending for when patience or time runs out."),
    "C107": mark(
        "The conversation can get stuck: a node has no way on, or ways of which perhaps none holds."
    ),
    "C108": mark("The conversation is too large to be looked at as a whole."),
    "C109": mark(
        "Something is never used: a way behind one that always holds, or a reason that is never shown."
    ),
}
"""What the codes of this kind mean."""

MISSING = {
    "variable": mark("there is no variable {name!r}, so this could never hold or happen; {guess}"),
    "disclosed": mark("there is no fact {name!r}, so this could never hold or happen; {guess}"),
    "objective": mark("there is no objective {name!r}, so this could never hold or happen; {guess}"),
    "seen": mark("there is no node {name!r}, so this could never hold or happen; {guess}"),
    "chosen": mark("there is no option {name!r}, so this could never hold or happen; {guess}"),
    "ending": mark("there is no ending {name!r}, so this could never hold or happen; {guess}"),
    "": mark("there is no function or part {name!r}, so this could never hold or happen; {guess}"),
}
"""What is wrong with a name in each space that means nothing."""

UNFIT: dict[tuple[Sort, Sort], str] = {
    ("number", "truth"): mark("it comes to a number where a truth is needed"),
    ("text", "truth"): mark("it comes to a text where a truth is needed"),
    ("truth", "number"): mark("it comes to a truth where a number is needed"),
    ("text", "number"): mark("it comes to a text where a number is needed"),
}
"""What is wrong with a formula that comes to the first sort where the second is needed."""

TWICE = mark(
    "{what} {name!r} is used twice in this conversation, so the two cannot be told apart; rename one"
)


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
    options: list[tuple[Path, str]] = [
        ((*entry.path, "options", index, "id"), entry.prefix + option.id)
        for entry in cast.entries
        for index, option in enumerate(entry.node.options)
    ]
    facts: list[tuple[Path, str]] = [
        (("facts", index, "id"), fact.id) for index, fact in enumerate(spec.facts)
    ]
    for number, scene in enumerate(spec.scenes):
        for index, fact in enumerate(scene.facts):
            facts.append((("scenes", number, "facts", index, "id"), f"{scene.id}-{fact.id}"))
    groups: list[tuple[str, Iterable[tuple[Path, str]]]] = [
        (tr("node id"), [(entry.path, entry.id) for entry in cast.entries]),
        (tr("option id"), options),
        (tr("fact id"), facts),
        (tr("objective id"), placed_ids(("objectives",), spec.objectives)),
        (tr("ending id"), placed_ids(("endings",), spec.endings)),
        (tr("scene id"), placed_ids(("scenes",), spec.scenes)),
        (tr("play name"), [(("plays", i, "name"), one.name) for i, one in enumerate(spec.plays)]),
    ]
    for what, group in groups:
        for path, name in repeated(group, str):
            yield Finding(code="C010", path=path, text=tr(TWICE, what=what, name=name))


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
                    told = _turned(name, was)
                    yield Finding(code="C103", path=(*entry.path, "options", index, "set", name), text=told)


def _turned(name: str, was: Sort) -> str:
    """Say that a variable would become something else than it was."""
    if was == "truth":
        return tr(
            "{name} starts as a truth and would become a number, so no condition could rely on it; write a "
            "truth",
            name=name,
        )
    return tr(
        "{name} starts as a number and would become a truth, so no condition could rely on it; write a "
        "number",
        name=name,
    )


def _sort(value: object) -> Sort:
    return "truth" if isinstance(value, bool) else "number"


def _formula(cast: Cast, text: str, prefix: str, path: Path, wanted: Sort) -> Iterator[Finding]:
    try:
        node = parse(text)
    except ExpressionFault as fault:
        yield _unclear(path, text, str(fault), tr("such as trust >= 50 and knows('budget')"))
        return
    unknown = list(_unknown(cast, node, prefix, path))
    yield from unknown
    if unknown:
        return
    sorts = {one: _sort_of_reference(cast, one) for one in references(node)}
    try:
        found = sort_of(node, sorts)
    except ExpressionFault as fault:
        how = tr("and compare numbers with numbers, such as seen.hub > 1")
        yield _unclear(path, text, str(fault), how)
        return
    if found != wanted:
        example = "trust >= 50" if wanted == "truth" else "visits + 1"
        yield _unclear(path, text, tr(UNFIT[found, wanted]), tr("such as {example}", example=example))


def _unclear(path: Path, text: str, why: str, how: str) -> Finding:
    told = tr(
        "{text!r} cannot be worked out: {why}; write it as names and signs, {how}",
        text=text[:60],
        why=why,
        how=how,
    )
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
            yield _missing(path, one.space, one.name, choice)


def _missing(path: Path, space: str, name: str, choice: Iterable[str]) -> Finding:
    """Say that there is no such thing, and what may be meant."""
    told = tr(MISSING.get(space, MISSING[""]), name=name, guess=did_you_mean(name, choice))
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
                    yield _missing((*path, "discloses", number), "disclosed", name, cast.facts)
            if option.locked and not option.when.strip():
                told = tr(
                    "locked gives a reason, but without when the option is always open; add when or remove it"
                )
                warning = Severity.WARNING
                yield Finding(code="C109", path=(*path, "locked"), text=told, severity=warning)


def _plays(spec: Spec, cast: Cast) -> Iterator[Finding]:
    for index, play in enumerate(spec.plays):
        for number, name in enumerate(play.select):
            if name not in cast.options:
                yield _missing(("plays", index, "select", number), "chosen", name, cast.options)
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
            told = tr(
                "all awards for {objective!r} come to {total}, less than its cap of {cap}, so nobody could "
                "reach it; award more or lower the cap",
                objective=objective.id,
                total=total[objective.id],
                cap=objective.cap,
            )
            yield Finding(code="C105", path=("objectives", index, "cap"), text=told)


def _endings(spec: Spec) -> Iterator[Finding]:
    if not any(ending.won for ending in spec.endings):
        told = tr("no ending is won, so nobody could pass; write won: true at the one to be worked for")
        yield Finding(code="C106", path=("endings",), text=told)
    impatient = [ending for ending in spec.endings if ending.impatient]
    if len(impatient) != 1 or impatient[0].won:
        told = tr(
            "one ending, and not a won one, must say impatient: true; with it the conversation ends when "
            "patience or time has run out"
        )
        yield Finding(code="C106", path=("endings",), text=told)


def _size(cast: Cast) -> Iterator[Finding]:
    nodes, options = len(cast.entries), sum(len(entry.node.options) for entry in cast.entries)
    if nodes > MOST_NODES or options > MOST_OPTIONS:
        told = tr(
            "with its scenes the conversation has {nodes} nodes and {options} options, more than "
            "{most_nodes} and {most_options}, and could not be tested as a whole; make two of it",
            nodes=nodes,
            options=options,
            most_nodes=MOST_NODES,
            most_options=MOST_OPTIONS,
        )
        yield Finding(code="C108", path=("nodes",), text=told)
