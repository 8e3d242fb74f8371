"""The made-up people of the demonstration."""

import pytest

from coach.core.interview import OPENING, Phase
from coach.core.training import Standing
from coach.services import demo
from coach.services.home import home_view


@pytest.fixture
def filled(services):
    demo.fill(services)
    return services


def test_home_is_full_and_everybody_on_it_is_marked_as_made_up(filled):
    view = home_view(filled)
    assert view.learner == "Mira (demo)"
    assert view.next_up is not None
    assert view.next_up.begun
    assert {one.phase for one in view.interviews} == {Phase.SUBMITTED, Phase.PAUSED, Phase.PLANNED}
    for one in view.interviews:
        assert one.interviewer == "Dana (demo)"
        assert one.candidate.startswith("DEMO-")


def test_the_training_has_right_and_wrong_answers_on_several_days_in_the_past(filled, clock):
    steps = filled.training.state.steps.values()
    assert len({step.last_at.date() for step in steps}) == 3
    assert all(step.last_at < clock() for step in steps)
    solved = [step for step in steps if step.standing is Standing.SOLVED]
    assert any(step.unaided for step in solved)
    assert any(step.tries > 1 and step.hints for step in solved)


def test_the_submitted_interview_is_complete_and_says_that_nobody_said_it(filled):
    state = filled.interviews.state("demo-012-dana-demo")
    assert state.phase is Phase.SUBMITTED
    assert "nobody said this" in state.note(OPENING)
    assert len({rating for rating in state.ratings.values() if rating}) > 2
    assert all(state.note(question) for question, rating in state.ratings.items() if rating)


def test_the_draft_is_half_done(filled):
    state = filled.interviews.state("demo-014-dana-demo")
    assert 0 < state.settled < len(state.guide.questions)


def test_every_question_of_the_shipped_kit_has_a_made_up_answer(services):
    assert {question.id for question in services.library.guide(demo.KIT).questions} == set(demo.ANSWERS)


def test_made_up_people_never_come_among_real_ones(services, other):
    services.interviews.plan(demo.KIT, "C-1", "Dana")
    with pytest.raises(ValueError, match="only go into an empty folder"):
        demo.fill(other)


def test_the_log_of_the_demonstration_verifies(filled):
    assert filled.log.verify() == ()
