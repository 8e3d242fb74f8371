"""What authors write for a conversation.

The conversation moves from node to node. At each the persona says something; then the trainee chooses
what to say, which has effects and leads on. Where it leads is written as a *way*: the id of a node,
``END.ending``, ``scene -> node`` (play the scene, then go on at the node) or, in a scene, ``return``.

Conditions are written as in :mod:`coach.core.expression`. They know ``trust``, ``patience``, ``turn`` (turns
taken so far), the script's own variables by name, ``knows('fact')`` or ``disclosed.fact``,
``objective.id`` (points so far), ``seen.node`` and ``chosen.option`` (how often).
"""

from typing import Annotated, Literal, TypeAlias

import msgspec

from coach.core.curriculum import Step
from coach.core.record import Fixed, Id, Prose, Record, Text

Trust = Annotated[int, msgspec.Meta(ge=1, le=99)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Points = Annotated[int, msgspec.Meta(ge=1, le=100)]
Style: TypeAlias = Literal["driver", "analytical", "amiable", "expressive"]
"""The four social styles: a convention of sales training, not a measured trait."""

VariableName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*(?!\n)$", max_length=32)]
"""A name in lower case that can stand in a condition."""

Amount: TypeAlias = bool | Annotated[int, msgspec.Meta(ge=-1_000_000, le=1_000_000)]
"""A flag, or a whole number up to a million; what a sum comes to is rounded down and cut to that."""

Sum: TypeAlias = Amount | str
"""A flag, a whole number, or an expression that comes to one of them."""


class Start(Record):
    """How the persona feels at the beginning: trust from 1 to 99, and patience, which ends the talk at 0."""

    trust: Trust = 50
    patience: Annotated[int, msgspec.Meta(ge=1, le=20)] = 5


class Persona(Record):
    """Whom one talks to; ``about`` is what the trainee may know beforehand."""

    name: Fixed
    role: Text
    style: Style
    about: Text
    start: Start = Start()

    @property
    def short(self) -> str:
        """The last word of the name, as it stands before each line of the transcript."""
        return self.name.split()[-1] if self.name.split() else self.name


class Fact(Record):
    """Something the persona can tell; an option that brings it out ``discloses`` it."""

    id: Id
    text: Text


class Objective(Record):
    """What the talk is judged by; points beyond the ``cap`` count nothing, so nobody can farm them."""

    id: Id
    title: Text
    why: Text
    cap: Points


class Line(Record):
    """One of several things to say; ``when`` it fits best it is chosen."""

    text: Text
    when: str = ""


Says = Text | Annotated[tuple[Line, ...], msgspec.Meta(max_length=12)]
"""A text, or lines of which the one is said that has most of its conditions met."""


class Branch(Record):
    """A way that is taken ``when`` its condition holds; the last in a list has none."""

    to: Fixed
    when: str = ""


Goto = Fixed | Annotated[tuple[Branch, ...], msgspec.Meta(min_length=1, max_length=12)]
"""A way, or a list of which the first is taken that holds."""


class Option(Record):
    """Something the trainee can say; ``why`` teaches, whether it was wise or not.

    As long as ``when`` does not hold the option is hidden or, with ``locked``, shown with that reason. Once
    said it is gone, unless ``once: false``. ``trust`` and ``patience`` are added; trust by fairmath, so that
    it is hard to reach the top and one is never stuck at the bottom. ``set`` gives variables new values,
    worked out from what was before. ``agree`` marks what somebody says who always agrees.
    """

    id: Id
    text: Text
    why: Text
    goto: Goto
    when: str = ""
    locked: Prose = ""
    once: bool = True
    reply: Says = ()
    """What the persona says at once, before the next node has its say."""
    trust: Annotated[int, msgspec.Meta(ge=-99, le=99)] = 0
    patience: Annotated[int, msgspec.Meta(ge=-20, le=20)] = 0
    set: Annotated[dict[VariableName, Sum], msgspec.Meta(max_length=12)] = msgspec.field(default_factory=dict)
    discloses: Annotated[tuple[Id, ...], msgspec.Meta(max_length=12)] = ()
    award: Annotated[dict[Id, Points], msgspec.Meta(max_length=12)] = msgspec.field(default_factory=dict)
    misconception: Id | None = None
    competency: Id | None = None
    """What the turn shows; named beside it in the debrief."""
    agree: bool = False


class Node(Record):
    """A place in the conversation. Without options it goes on by itself, along ``goto``.

    ``fallback`` is the way on when no option is open any more.
    """

    says: Says = ()
    options: Annotated[tuple[Option, ...], msgspec.Meta(max_length=9)] = ()
    goto: Goto | None = None
    fallback: Goto | None = None


class Ending(Record):
    """How it can end: by a way to it, or after a turn ``when`` its condition holds (the first that does).

    The one marked ``impatient`` also ends what goes on for too long: patience at 0, turns used up, or nothing
    left to say. Below a ``won`` ending nobody passes, however many points there are.
    """

    id: Id
    title: Text
    text: Text
    won: bool = False
    when: str = ""
    impatient: bool = False


class Expectation(Record):
    """What a recorded play must come to; scores run from 0 to 1."""

    ending: Id | None = None
    min_score: Share | None = None
    max_score: Share | None = None
    trust: Trust | None = None


class Play(Record):
    """A recorded play: the options in the order in which they are chosen, and what they must come to."""

    name: Fixed
    select: Annotated[tuple[Id, ...], msgspec.Meta(min_length=1, max_length=200)]
    expect: Expectation
    seed: Annotated[int, msgspec.Meta(ge=0)] = 0


class Limits(Record):
    """The share of wins that players without judgement may have at most.

    They choose at random, always the longest option, always the shortest, always the first, or always what
    agrees.
    """

    random: Share = 0.15
    longest: Share = 0.3
    shortest: Share = 0.3
    first: Share = 0.3
    agree: Share = 0.3


Facts = Annotated[tuple[Fact, ...], msgspec.Meta(max_length=60)]
Variables = Annotated[dict[VariableName, Amount], msgspec.Meta(max_length=24)]
Nodes = Annotated[dict[Id, Node], msgspec.Meta(min_length=1, max_length=400)]


class Scene(Record):
    """Nodes that several conversations can call, such as an objection to the price; the first begins.

    In the conversation its ids stand behind its own id and a hyphen: node ``start`` of scene ``price`` is
    ``price-start``, and so are its options and facts. Its variables keep their names. Objectives and endings
    that it names are those of the conversation.
    """

    id: Id
    title: Text
    nodes: Nodes
    facts: Facts = ()
    variables: Variables = msgspec.field(default_factory=dict)


class Script(Step, kw_only=True):
    """A conversation with a persona, in which one goal is more than to be agreeable.

    ``prompt`` tells the situation and what the trainee wants. Objectives with their caps are shown
    beforehand. From ``pass_mark`` on it counts as passed, if the ending is a won one. After ``turns`` turns
    the persona has no more time. The first node begins.
    """

    prompt: Text
    persona: Persona
    objectives: Annotated[tuple[Objective, ...], msgspec.Meta(min_length=1, max_length=8)]
    nodes: Nodes
    endings: Annotated[tuple[Ending, ...], msgspec.Meta(min_length=2, max_length=12)]
    facts: Facts = ()
    variables: Variables = msgspec.field(default_factory=dict)
    scenes: Annotated[tuple[Scene, ...], msgspec.Meta(max_length=12)] = ()
    pass_mark: Annotated[float, msgspec.Meta(gt=0, le=1)] = 0.8
    turns: Annotated[int, msgspec.Meta(ge=1, le=200)] = 40
    plays: Annotated[tuple[Play, ...], msgspec.Meta(max_length=40)] = ()
    limits: Limits = Limits()
