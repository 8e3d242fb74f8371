"""Whole situations in reviews and in the ten minutes, on small content of their own."""

import msgspec
import pytest

from coach.core.review import Rating
from coach.exercises import load
from coach.services import Services
from coach.services.sitting import MINUTES, begin, plan

MODULE = """
id: talks
title: Talks
summary: A course for tests.
audience: Testers.
competencies: [discovery]
sessions: [{id: first, title: First, minutes: 60}]
"""

COMPETENCIES = "competencies: [{id: discovery, title: Discovery, definition: Asks.}]"

LINE = (
    "{{id: {id}, type: recall, title: {id}, prompt: Say yes., accept: ['yes'], why: So., minutes: {minutes}}}"
)


def write(root, steps):
    """Write a module with one lesson for each step; ``steps`` are pairs of id and minutes."""
    lessons = "".join(
        f"  - {{id: l-{name}, title: About {name}, steps: [{LINE.format(id=name, minutes=minutes)}]}}\n"
        for name, minutes in steps
    )
    files = {
        "competencies.yaml": COMPETENCIES,
        "talks/module.yaml": MODULE,
        "talks/first.yaml": f"id: first\ntitle: First\ngoal: You can.\nlessons:\n{lessons}",
    }
    for name, text in files.items():
        path = root / "curricula" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def talks(folders, clock, tmp_path):
    """Make services on such a module; steps whose id begins with ``talk`` are whole situations."""
    made = []

    def make(*steps):
        one = Services(folders, {}, content=write(tmp_path / "content", steps), clock=clock)
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


def modules(services):
    return tuple(one for one in services.library.index(services.folders.cache) if one.id == "talks")


def answer(services, run, index, text="yes"):
    """Answer a step; a talk is recorded as the whole situation that its kind would make of it."""
    from coach.services.run import graded

    step = run.steps[index][1]
    response = load("recall").response(text=text)
    event = graded(step, run.place(index), run.context(index), response)
    services.training.record(msgspec.structs.replace(event, scenario=step.id.startswith("talk")))


def learn(services):
    run = services.training.open("talks", "first")
    for index in range(len(run.steps)):
        run.show(index)
        answer(services, run, index)


def planned_ids(planned):
    return [step for _, step in planned.cards]


def test_a_passed_situation_comes_back_after_two_weeks_with_other_values(talks, clock):
    services = talks(("talk", 8), ("word", 1))
    learn(services)
    clock.turn(days=13)
    assert [card.title for card in services.reviews.due()] == ["word"]
    clock.turn(days=1)
    due = services.reviews.due()
    assert [card.title for card in due] == ["word", "talk"], "what takes longer comes last"

    run = services.reviews.start(due)
    assert run.context(1).seed != services.training.open("talks", "first").context(0).seed
    run.show(1)
    answer(services, run, 1)
    assert services.reviews.ledger.cards()[("talks", "talk")].stability == 28


def test_a_situation_begun_again_before_it_was_answered_keeps_its_values(talks, clock):
    services = talks(("talk", 8))
    learn(services)
    clock.turn(days=14)
    run = services.reviews.start()
    run.show(0)
    seed = run.context(0).seed
    run.reset(0)
    assert run.context(0).seed == seed
    answer(services, run, 0)
    assert services.reviews.ledger.cards()[("talks", "talk")].rating is Rating.GOOD
    clock.turn(days=28)
    later = services.reviews.start()
    later.show(0)
    assert later.context(0).seed != seed


def test_two_days_with_different_values_master_a_situation_and_twice_the_same_do_not(talks, clock):
    services = talks(("talk", 8))
    learn(services)
    clock.turn(days=1)
    services.training.open("talks", "first").reset(0)
    learn(services)
    assert services.progress.module("talks").mastered == 0

    clock.turn(days=20)
    run = services.reviews.start()
    run.show(0)
    answer(services, run, 0)
    assert services.progress.module("talks").mastered == 1


def test_a_situation_that_is_due_takes_the_turn_of_something_new_where_it_fits(talks, clock):
    services = talks(("word", 1), ("talk", 8), ("new", 2))
    run = services.training.open("talks", "first")
    for index in (0, 1):
        run.show(index)
        answer(services, run, index)
    clock.turn(days=20)
    planned = plan(services, modules(services))
    assert planned_ids(planned) == ["word", "talk"]
    assert planned.steps == ()
    assert planned.review_minutes <= MINUTES
    assert len(begin(services, planned).steps) == 2


def test_a_long_situation_crowds_nothing_out(talks, clock):
    services = talks(("word", 1), ("talk", 15), ("new", 2))
    run = services.training.open("talks", "first")
    for index in (0, 1):
        run.show(index)
        answer(services, run, index)
    clock.turn(days=20)
    planned = plan(services, modules(services))
    assert (planned_ids(planned), planned.steps) == (["word"], ("new",))
    assert len(services.reviews.due()) == 2, "it waits in the review"


def test_a_long_situation_is_planned_when_there_is_nothing_else_and_its_time_is_said(talks, clock):
    services = talks(("talk-one", 15), ("talk-two", 25))
    learn(services)
    clock.turn(days=20)
    planned = plan(services, modules(services))
    assert (planned.reviews, planned.steps) == (1, ())
    assert str(planned) == f"1 review, about {planned.review_minutes:.0f} min"


def test_a_card_that_was_asked_elsewhere_since_then_is_left_out(talks, clock):
    services = talks(("word", 1), ("other", 1))
    learn(services)
    clock.turn(days=20)
    planned = plan(services, modules(services))
    run = services.reviews.start()
    run.show(0)
    answer(services, run, 0)
    assert len(begin(services, planned).steps) == 1
