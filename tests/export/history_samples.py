"""Made-up training histories, from everyday ones to ones that hypothesis draws."""

from datetime import UTC, datetime, timedelta

import msgspec
from hypothesis import strategies as st

from coach.core import events as ev
from coach.core.outcome import Check, Outcome

START = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
FORMULAS = (
    "=1+1",
    "+cmd",
    "-2",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "'=1",
    "\uff1d1",
    "; =1",
    '"=1',
    "a,b\r\nc",
    "ä",
)


def place(step="pick", rev=1, module="small"):
    return ev.Place(module=module, session="first", lesson="basics", step=step, rev=rev)


def answered(where, score=1.0, **fields):
    outcome = Outcome(
        checks=(Check(id="dog", passed=score == 1, why="A dog barks."),),
        score=score,
        misconceptions=fields.pop("misconceptions", ()),
    )
    response = msgspec.Raw(fields.pop("response", b'{"picked":["dog"],"certainty":null}'))
    return ev.Answered(place=where, kind="choice", response=response, outcome=outcome, seed=7, **fields)


def recorded(*events, minutes=1):
    return tuple(
        ev.Recorded(
            stream="training/me",
            number=number,
            at=START + timedelta(minutes=minutes * number, microseconds=number),
            actor="me",
            event=event,
        )
        for number, event in enumerate(events, 1)
    )


ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
titles = st.one_of(st.sampled_from(FORMULAS), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
places = st.builds(
    ev.Place,
    module=st.sampled_from(["small", "other"]),
    session=ids,
    lesson=ids,
    step=st.sampled_from(["pick", "term", "number"]),
    rev=st.integers(1, 2),
)
answers_given = st.builds(
    answered,
    places,
    st.one_of(st.just(1.0), st.floats(0, 1)),
    title=titles,
    competencies=st.lists(ids, max_size=3).map(tuple),
    misconceptions=st.lists(ids, max_size=2).map(tuple),
    certainty=st.sampled_from([None, 1, 2, 3]),
    response=titles.map(lambda text: msgspec.json.encode({"text": text})),
)
events = st.one_of(
    answers_given,
    answers_given,
    st.builds(ev.StepShown, place=places),
    st.builds(ev.StepRead, place=places),
    st.builds(ev.HintTaken, place=places, number=st.integers(1, 3)),
    st.builds(ev.SolutionRevealed, place=places),
    st.builds(ev.StepReset, place=places),
    st.builds(ev.ReviewShown, place=places, seed=st.integers(0, 2**40)),
    st.builds(ev.Bookmarked, place=places, on=st.booleans()),
    st.builds(ev.NoteKept, place=places, text=titles),
    st.builds(ev.PathChosen, path=ids),
    st.builds(ev.DeadlineSet, on=st.one_of(st.none(), st.dates())),
)
histories = st.lists(events, max_size=25).map(lambda drawn: recorded(*drawn))
