"""What can be wrong with the ways of a conversation: dead ends, circles, and returns to nowhere."""

from collections.abc import Iterator

from coach.core.dialogue.cast import Cast, Entry, Way, WayFault, ways_in
from coach.core.dialogue.engine import LONGEST_WAY
from coach.core.dialogue.script import Goto
from coach.core.finding import Finding, Path, Severity
from coach.locale import tr

from .words import did_you_mean

DEEPEST = 8
"""Scenes that call each other further than this are taken for a circle."""

Stack = tuple[str, ...]


def way_findings(cast: Cast) -> Iterator[Finding]:
    """Find ways to nowhere first; only where there are none can it be seen where ways lead."""
    lost = [found for entry in cast.entries for found in _lost(cast, entry)]
    yield from lost
    for entry in cast.entries:
        yield from _stuck(entry)
    if not lost:
        yield from _returns(cast)
        yield from _circles(cast)


def _gotos(entry: Entry) -> Iterator[tuple[Goto, Path]]:
    """Give every goto of a node with its place."""
    for key, goto in (("goto", entry.node.goto), ("fallback", entry.node.fallback)):
        if goto is not None:
            yield goto, (*entry.path, key)
    for index, option in enumerate(entry.node.options):
        yield option.goto, (*entry.path, "options", index, "goto")


def _lost(cast: Cast, entry: Entry) -> Iterator[Finding]:
    for goto, path in _gotos(entry):
        for index, (to, _) in enumerate(ways_in(goto)):
            try:
                cast.way(to, entry.prefix)
            except WayFault as fault:
                told = tr(
                    "the way {way!r} leads nowhere, since there is no {name!r}; {guess}",
                    way=to[:60],
                    name=fault.name[:60],
                    guess=did_you_mean(fault.name, fault.known),
                )
                place = path if isinstance(goto, str) else (*path, index, "to")
                yield Finding(code="C102", path=place, text=told)


def _stuck(entry: Entry) -> Iterator[Finding]:
    """Find nodes that may have no way on, and ways that are never taken."""
    node = entry.node
    if not node.options and node.goto is None:
        told = tr(
            "a node without options needs a goto, or the conversation ends here without an ending; add one"
        )
        yield Finding(code="C107", path=entry.path, text=told)
    if node.options and node.goto is not None:
        told = tr(
            "goto is never used where there are options, each of which leads on; remove it, or write fallback"
        )
        yield Finding(code="C109", path=(*entry.path, "goto"), text=told, severity=Severity.WARNING)
    if node.options and node.fallback is None and all(option.when.strip() for option in node.options):
        told = tr(
            "every option here has a condition, so that perhaps none is open; add one without when, or a "
            "fallback to go on with"
        )
        yield Finding(code="C107", path=(*entry.path, "options"), text=told)
    for goto, path in _gotos(entry):
        yield from _choice_of_ways(goto, path)


def _choice_of_ways(goto: Goto, path: Path) -> Iterator[Finding]:
    ways = ways_in(goto)
    if ways[-1][1].strip():
        told = tr("the last of these ways has a condition, so that perhaps none holds; add one without when")
        yield Finding(code="C107", path=path, text=told)
    for index, (_, when) in enumerate(ways[:-1]):
        if not when.strip():
            told = tr(
                "this way always holds, so those behind it are never taken; give it a when or put it last"
            )
            yield Finding(code="C109", path=(*path, index), text=told, severity=Severity.WARNING)


def _ways(cast: Cast, entry: Entry) -> Iterator[Way]:
    for goto, _ in _gotos(entry):
        yield from (cast.way(to, entry.prefix) for to, _ in ways_in(goto))


def _returns(cast: Cast) -> Iterator[Finding]:
    """Find returns in nodes that the conversation comes to without a call."""
    first = cast.entries[0].id
    found, open_ = {first}, [first]
    while open_:
        entry = cast.nodes[open_.pop()]
        for way in _ways(cast, entry):
            after = {"node": way.to, "call": way.then}.get(way.kind)
            if after is not None and after not in found:
                found.add(after)
                open_.append(after)
            if way.kind == "return":
                told = tr(
                    "the conversation comes to {node!r} without a call, so that there is nothing to return "
                    "to; call it as 'goto: {node} -> node', or write a node instead of return",
                    node=entry.id,
                )
                yield Finding(code="C102", path=entry.path, text=told)


def _circles(cast: Cast) -> Iterator[Finding]:
    """Find nodes without options that lead to each other in a circle."""
    done: set[tuple[str, Stack]] = set()
    told: set[str] = set()
    for entry in cast.entries:
        circle = _circle(cast, (entry.id, ()), [], done)
        if circle and not told.intersection(circle):
            told.update(circle)
            text = tr(
                "from {names} it goes round with nothing to choose; give one of them options or another way",
                names=tr(" to ").join((*circle, circle[0])),
            )
            yield Finding(code="C101", path=cast.nodes[circle[0]].path, text=text)


def _circle(
    cast: Cast, place: tuple[str, Stack], trail: list[tuple[str, Stack]], done: set[tuple[str, Stack]]
) -> tuple[str, ...]:
    """Follow a node without options; give the nodes of the circle it ends in, if it does in one."""
    if place in trail or len(place[1]) > DEEPEST or len(trail) >= LONGEST_WAY:
        start = trail.index(place) if place in trail else 0
        return tuple(dict.fromkeys(node for node, _ in trail[start:]))
    node, stack = place
    if place in done or cast.nodes[node].node.options:
        return ()
    trail.append(place)
    for way in _ways(cast, cast.nodes[node]):
        after = _after(way, stack)
        circle = _circle(cast, after, trail, done) if after is not None else ()
        if circle:
            return circle
    trail.pop()
    done.add(place)
    return ()


def _after(way: Way, stack: Stack) -> tuple[str, Stack] | None:
    """Say where a way leads when scenes were called; ``None`` where it ends or leaves what is looked at."""
    match way.kind:
        case "node":
            return way.to, stack
        case "call":
            return way.to, (*stack, way.then)
        case "return" if stack:
            return stack[-1], stack[:-1]
        case _:
            return None
