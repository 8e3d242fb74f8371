"""What comes with the program: every exercise can be solved, said and printed."""

from pathlib import Path

import pytest

from coach.content.library import Library
from coach.core.exercise import Context
from coach.exercises import kind_of

LIBRARY = Library([Path(__file__).parents[2]])
SESSIONS = [
    (module, header.id) for module in LIBRARY.modules() for header in LIBRARY.module(module).value.sessions
]


@pytest.mark.parametrize(("module", "session"), SESSIONS, ids=["/".join(one) for one in SESSIONS])
def test_every_exercise_is_passed_with_its_solution_and_makes_a_sheet(module, session):
    loaded = LIBRARY.session(module, session)
    assert loaded.problems == ()
    for step in loaded.value.steps():
        kind = kind_of(step)
        for seed in (0, 7) if kind else ():
            context = Context(seed=seed, language="en")
            solution = kind.solution(step, context)
            assert kind.grade(step, solution, context).score == 1, step.id
            assert kind.say(step, solution, context).strip()
            assert kind.ask(step, context).strip()
            assert kind.printed(step, context)


def test_the_shipped_content_has_the_exercises_that_people_were_promised():
    kinds: dict[str, int] = {}
    for module, session in SESSIONS:
        for step in LIBRARY.session(module, session).value.steps():
            kind = kind_of(step)
            if kind:
                kinds[kind.name] = kinds.get(kind.name, 0) + 1
    assert kinds["dialogue"] >= 4
    assert kinds["crm"] >= 6
    assert kinds["writing"] >= 4
    for name in ("filter", "forecast", "account_map", "star", "pitch", "timeline"):
        assert kinds[name] >= 2, name
