"""A small map with everything on it, for the tests of account maps."""

import msgspec
from hypothesis import strategies as st

from coach.core.exercise import Context
from coach.exercises.account_map import KIND, Gap, Marks, Note, Person, Response, Spec
from coach.exercises.account_map.spec import (
    Accept,
    Attitude,
    Influence,
    Misconceptions,
    Role,
)

CONTEXT = Context(seed=0)
SEEDS = st.integers(0, 2**32)


def person(name: str, role: Role, influence: Influence, attitude: Attitude | None, **more) -> Person:
    return Person(
        id=name.partition(" ")[0].lower(),
        name=name,
        title="works there",
        role=role,
        influence=influence,
        attitude=attitude,
        why=f"Because of {name}.",
        **more,
    )


SPEC = Spec(
    id="map",
    prompt="Who is who?",
    dossier=(Note(id="note", source="email", text="Ann Hill signs. Bob Lake asks. Cleo Marsh helps."),),
    people=(
        person("Ann Hill", Role.DECISION_MAKER, Influence.HIGH, Attitude.NEUTRAL),
        person(
            "Bob Lake",
            Role.TECHNICAL_BUYER,
            Influence.MEDIUM,
            Attitude.AGAINST,
            accept=Accept(role=(Role.BLOCKER,), influence=(Influence.HIGH,)),
            misconceptions=Misconceptions(attitude={Attitude.FOR: "friendly-is-for"}),
            reports_to="ann",
        ),
        person("Cleo Marsh", Role.CHAMPION, Influence.LOW, Attitude.FOR, reports_to="bob"),
    ),
    gaps=(
        Gap(id="user", text="A user", why="Nobody uses it yet.", missing=True),
        Gap(id="money", text="Money", why="Ann has it.", misconception="more-names"),
    ),
)
TWO_ASPECTS = msgspec.structs.replace(
    SPEC,
    people=tuple(msgspec.structs.replace(one, attitude=None) for one in SPEC.people),
    gaps=(),
)
MARKS = st.builds(
    Marks,
    role=st.sampled_from(["", "nonsense", *Role]),
    influence=st.sampled_from(["", "huge", *Influence]),
    attitude=st.sampled_from(["", "warm", *Attitude]),
)
RESPONSES = st.builds(
    Response,
    people=st.dictionaries(st.sampled_from(["ann", "bob", "cleo", "gone"]), MARKS),
    gaps=st.lists(st.sampled_from(["user", "money", "gone"]), unique=True).map(tuple),
)


def changed(response: Response, name: str, **marks: str) -> Response:
    people = dict(response.people)
    people[name] = msgspec.structs.replace(people[name], **marks)
    return msgspec.structs.replace(response, people=people)


KEY = KIND.solution(SPEC, CONTEXT)
