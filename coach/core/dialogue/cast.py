"""A script with its scenes laid out: every node, option and fact under the one id it has in the whole."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from coach.core.dialogue.script import Amount, Fact, Goto, Node, Objective, Option, Script
from coach.core.finding import Path

CALL = re.compile(r"(?P<scene>\S+)\s*->\s*(?P<then>\S+)")
ENDING = "END."
RETURN = "return"


class Entry(NamedTuple):
    """A node, the id it has in the whole, what its scene puts before ids, and where it is written."""

    id: str
    node: Node
    prefix: str
    path: Path


class Way(NamedTuple):
    """Where something leads; a call plays ``to`` and then goes on at ``then``."""

    kind: Literal["node", "ending", "call", "return"]
    to: str = ""
    then: str = ""


class WayFault(ValueError):  # noqa: N818 - it is a fault in a way
    """A way to something that is not there: which ``name``, and what is ``known`` in its stead."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


class Cast:
    """Everything in a script that has an id. Of ids that are used twice the last one counts."""

    def __init__(self, script: Script) -> None:
        self.entries: tuple[Entry, ...] = tuple(_entries(script))
        self.nodes: dict[str, Entry] = {entry.id: entry for entry in self.entries}
        self.options: dict[str, Option] = {
            entry.prefix + option.id: option for entry in self.entries for option in entry.node.options
        }
        self.facts: dict[str, Fact] = {fact.id: fact for fact in script.facts}
        self.variables: dict[str, Amount] = dict(script.variables)
        for scene in script.scenes:
            self.facts |= {f"{scene.id}-{fact.id}": fact for fact in scene.facts}
            self.variables |= scene.variables
        self.objectives: dict[str, Objective] = {one.id: one for one in script.objectives}
        self.endings = {ending.id: ending for ending in script.endings}
        self.scenes = {scene.id: f"{scene.id}-{next(iter(scene.nodes))}" for scene in script.scenes}

    def find(self, name: str, prefix: str, known: Iterable[str]) -> str | None:
        """Return the id that a name stands for: in a scene its own come first; ``None`` if unknown."""
        return next((one for one in dict.fromkeys((prefix + name, name)) if one in known), None)

    def way(self, text: str, prefix: str) -> Way:
        """Read where a text leads; raises :class:`WayFault`."""
        text = text.strip()
        if text == RETURN:
            return Way("return")
        if text.startswith(ENDING):
            ending = text.removeprefix(ENDING)
            if ending not in self.endings:
                raise WayFault(text, [ENDING + one for one in self.endings])
            return Way("ending", ending)
        if call := CALL.fullmatch(text):
            scene = self.scenes.get(call["scene"]) or self._node(call["scene"], prefix, [*self.scenes])
            return Way("call", scene, self._node(call["then"], prefix, []))
        return Way("node", self._node(text, prefix, []))

    def _node(self, name: str, prefix: str, besides: list[str]) -> str:
        found = self.find(name, prefix, self.nodes)
        if found is None:
            raise WayFault(name, [*besides, *self.nodes])
        return found


def _entries(script: Script) -> Iterable[Entry]:
    for name, node in script.nodes.items():
        yield Entry(name, node, "", ("nodes", name))
    for index, scene in enumerate(script.scenes):
        for name, node in scene.nodes.items():
            yield Entry(f"{scene.id}-{name}", node, f"{scene.id}-", ("scenes", index, "nodes", name))


def ways_in(goto: Goto | None) -> tuple[tuple[str, str], ...]:
    """Give every way with its condition; the condition that always holds is empty."""
    if goto is None:
        return ()
    if isinstance(goto, str):
        return ((goto, ""),)
    return tuple((branch.to, branch.when) for branch in goto)
