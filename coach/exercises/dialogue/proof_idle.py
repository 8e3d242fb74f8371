"""Variables and facts of a conversation that do nothing."""

from collections.abc import Iterator

from coach.core.dialogue.cast import Cast
from coach.core.dialogue.counting import conditions, resolved, sums
from coach.core.dialogue.formula import references
from coach.core.expression import parse
from coach.core.finding import Finding, Path, Severity
from coach.locale import mark, tr

from .spec import Spec
from .words import listed

IDLE = {
    (False, True): mark("the variable {name!r} is never set, so it changes nothing; use it, or remove it"),
    (True, False): mark("the variable {name!r} is never read, so it changes nothing; use it, or remove it"),
    (False, False): mark(
        "the variable {name!r} is never set nor read, so it changes nothing; use it, or remove it"
    ),
}
"""What is wrong with a variable, by whether it is set and whether it is read."""


def idle_findings(spec: Spec, cast: Cast) -> Iterator[Finding]:
    """Find variables and facts that do nothing."""
    options = [option for entry in cast.entries for option in entry.node.options]
    set_ = {name for option in options for name in option.set}
    read = {
        resolved(cast, one, prefix).name
        for text, prefix, _ in (*conditions(cast, spec), *sums(cast))
        for one in references(parse(text))
        if one.space == "variable"
    }
    for name in cast.variables:
        fault = IDLE.get((name in set_, name in read))
        if fault:
            text = tr(fault, name=name)
            yield Finding(code="C197", path=_place(spec, name), text=text, severity=Severity.WARNING)
    yield from _untold(spec, cast)


def _untold(spec: Spec, cast: Cast) -> Iterator[Finding]:
    """Find facts that no option brings out."""
    told = {
        cast.find(fact, entry.prefix, cast.facts)
        for entry in cast.entries
        for option in entry.node.options
        for fact in option.discloses
    }
    untold = [name for name in cast.facts if name not in told]
    if untold:
        text = tr(
            "no option brings these facts out: {facts}; disclose them, or remove them", facts=listed(untold)
        )
        path: Path = ("facts",) if spec.facts else ()
        yield Finding(code="C197", path=path, text=text, severity=Severity.WARNING)


def _place(spec: Spec, name: str) -> Path:
    """Give the place of a variable: the conversation's own, or a scene's."""
    if name in spec.variables:
        return ("variables", name)
    index = next(number for number, scene in enumerate(spec.scenes) if name in scene.variables)
    return ("scenes", index, "variables", name)
