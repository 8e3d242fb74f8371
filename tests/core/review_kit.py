"""Training histories for the tests of reviews: events, their times, and what becomes of cards."""

from datetime import UTC, date, datetime, time, timedelta

import msgspec
from hypothesis import strategies as st

from coach.core import events as ev
from coach.core.due import Moment
from coach.core.outcome import Outcome
from coach.core.review import reviews
from coach.core.schedule import Ledger, extend

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def place(step="x", rev=1, lesson="a"):
    return ev.Place(module="m", session="one", lesson=lesson, step=step, rev=rev)


def shown(**where):
    return ev.StepShown(place=place(**where))


def asked(seed=2, **where):
    return ev.ReviewShown(place=place(**where), seed=seed)


def answered(score=1.0, certainty=None, misconceptions=(), competencies=("c",), **where):
    return ev.Answered(
        place=place(**where),
        kind="choice",
        response=msgspec.Raw(b"{}"),
        outcome=Outcome(checks=(), score=score, misconceptions=misconceptions),
        seed=1,
        title="A title",
        competencies=competencies,
        certainty=certainty,
    )


def ran(score=1.0, seed=1, again=False, **options):
    """An answer to a whole situation, which is passed from 0.8 on."""
    event = answered(score, **options)
    outcome = Outcome(checks=(), score=score, pass_mark=0.8, again=again)
    return msgspec.structs.replace(event, outcome=outcome, seed=seed, scenario=True)


def hint(number=1, **where):
    return ev.HintTaken(place=place(**where), number=number)


def revealed(**where):
    return ev.SolutionRevealed(place=place(**where))


def reset(**where):
    return ev.StepReset(place=place(**where))


WRONG, RIGHT = answered(0.0), answered(1.0)


def recorded(*events, start=NOW, step=timedelta(minutes=1)):
    """Events a minute apart; a pair is an event with its own time."""
    found = []
    for number, given_event in enumerate(events, 1):
        timed_event = given_event if isinstance(given_event, tuple) else (given_event, start + step * number)
        event, at = timed_event
        found.append(ev.Recorded(stream="training/me", number=number, at=at, actor="me", event=event))
    return found


def ratings(*events):
    found = reviews(recorded(*events)).get(("m", "x"), ())
    return [review.rating for review in found]


def cards(*events):
    return extend(Ledger(), recorded(*events)).cards()


def card(*events):
    return cards(*events)[("m", "x")]


def moment(now, zone=UTC, deadline=None, turns=(), days=14):
    """The moment as somebody in a time zone lives it."""
    today = now.astimezone(zone).date()

    def begin(on):
        return datetime.combine(on, time.min, zone).astimezone(UTC)

    return Moment(
        now=now,
        date=today,
        days=tuple(begin(today + DAY * number) for number in range(days + 1)),
        turns=turns,
        deadline=begin(deadline) if deadline else None,
    )


STEPS = st.sampled_from(["x", "y", "z"])
REVS = st.sampled_from([1, 1, 1, 2])
EVENTS = st.one_of(
    st.builds(lambda step, rev: shown(step=step, rev=rev), STEPS, REVS),
    st.builds(lambda step, rev: asked(step=step, rev=rev), STEPS, REVS),
    st.builds(lambda step, rev: hint(step=step, rev=rev), STEPS, REVS),
    st.builds(lambda step, rev: reset(step=step, rev=rev), STEPS, REVS),
    st.builds(lambda step, rev: revealed(step=step, rev=rev), STEPS, REVS),
    st.builds(
        lambda step, rev, score, sure: answered(score, sure, step=step, rev=rev),
        STEPS,
        REVS,
        st.sampled_from([0.0, 0.5, 1.0, 1.0]),
        st.sampled_from([None, 1, 3]),
    ),
    st.builds(lambda: ev.DeadlineSet(on=date(2026, 12, 1))),
)
SITUATIONS = st.one_of(
    EVENTS,
    st.builds(
        lambda rev, score, seed, again: ran(score, seed, again, rev=rev),
        REVS,
        st.sampled_from([0.0, 0.7, 0.8, 1.0]),
        st.integers(1, 4),
        st.booleans(),
    ),
)
"""Events of all kinds, with runs through a situation that is sometimes the same step as a question."""
TIMED = st.lists(st.tuples(SITUATIONS, st.integers(-5000, 50_000)), max_size=30)


def timed(pairs):
    """Events with times that go on by minutes, sometimes backwards."""
    at, found = NOW, []
    for event, minutes in pairs:
        at += timedelta(minutes=minutes)
        found.append((event, at))
    return recorded(*found)
