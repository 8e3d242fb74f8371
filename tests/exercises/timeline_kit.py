"""A small meeting with everything in it, for the tests of timelines."""

import msgspec
from hypothesis import strategies as st

from coach.core.exercise import Context
from coach.exercises.timeline import KIND, Card, Event, Option, Placed, Response, Spec, Start
from coach.exercises.timeline.spec import (
    Before,
    First,
    Within,
    numbered,
    offered,
)

CONTEXT = Context(seed=0)
SEEDS = st.integers(0, 2**32)


def card(name: str, minutes: int, **more) -> Card:
    return Card(id=name, text=name.capitalize(), minutes=minutes, why=f"Why {name}.", **more)


def option(name: str, **more) -> Option:
    return Option(id=name, text=name.capitalize(), why=f"Why {name}.", **more)


GOAL_FIRST = First(id="goal-first", card="goal", why="A goal first.", misconception="no-goal")
SPEC = Spec(
    id="demo",
    prompt="Plan the demo.",
    length=20,
    cards=(
        card("goal", 2),
        card("demo", 8, misconception="no-demo"),
        card("talk", 5),
        card("slides", 6, use=False, misconception="we-first"),
    ),
    rules=(
        GOAL_FIRST,
        Before(id="demo-talk", cards=("demo", "talk"), why="Then talk."),
        Within(id="early", cards=("demo",), until=12, why="While they listen."),
    ),
    plan=(Start(card="goal"), Start(card="demo"), Start(card="talk")),
    events=(
        Event(
            id="sound",
            minute=5,
            text="The sound is gone.",
            options=(option("fix", right=True), option("wait", cost=6, misconception="all-wait")),
        ),
        Event(
            id="price",
            after="demo",
            text="What does it cost?",
            options=(option("range", right=True, cost=1), option("later")),
        ),
    ),
)
SOLUTION = KIND.solution(SPEC, CONTEXT)
PLACED = st.lists(
    st.builds(
        Placed,
        card=st.sampled_from(["goal", "demo", "talk", "slides", "gone"]),
        minute=st.integers(-3, 40),
    ),
    max_size=6,
).map(tuple)
RESPONSES = st.builds(
    Response,
    placed=PLACED,
    reactions=st.dictionaries(
        st.sampled_from(["sound", "price", "gone"]),
        st.sampled_from(["fix", "wait", "range", "later", "gone"]),
    ),
    begun=st.booleans(),
)


def held(*starts: tuple[str, int], **reactions: str) -> Response:
    placed = tuple(Placed(card=name, minute=minute) for name, minute in starts)
    return Response(placed=placed, reactions={"sound": "fix", "price": "range"} | reactions)


def replaced(**fields: object) -> Spec:
    return msgspec.structs.replace(SPEC, **fields)


PLAN = (
    Placed(card="goal", minute=0),
    Placed(card="demo", minute=3),
    Placed(card="talk", minute=11),
)
NUMBERS = {one.id: number for number, one in numbered(SPEC, CONTEXT).items()}
GOAL, DEMO, TALK = NUMBERS["goal"], NUMBERS["demo"], NUMBERS["talk"]
FIX = [one.id for one in offered(SPEC.events[0], CONTEXT)].index("fix") + 1
RANGE = [one.id for one in offered(SPEC.events[1], CONTEXT)].index("range") + 1
