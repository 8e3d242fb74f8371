import pytest

from coach.core import events as ev
from coach.services.sitting import MINUTES, begin, plan

MODULE = "executive-communication"


def modules(services):
    return services.library.index(services.folders.cache)


def solve(run, index):
    if run.kind(index) is None:
        run.finish(index)
    else:
        run.answer(index, run.kind(index).solution(run.steps[index][1], run.context(index)))


def learn(services, count):
    run = services.training.open(MODULE, "1")
    for index in range(count):
        run.show(index)
        solve(run, index)
    return run


def test_a_newcomer_gets_the_first_part_of_the_first_lesson(services):
    planned = plan(services, modules(services))
    run = services.training.open(MODULE, "1")
    lesson = run.steps[0][0]

    assert planned.reviews == 0
    assert planned.step_minutes <= MINUTES
    assert planned.steps == tuple(step.id for step in lesson.steps)[: len(planned.steps)]
    assert str(planned) == f"{len(planned.steps)} steps of “{lesson.title}”"


def test_what_is_due_comes_first_and_leaves_room_for_something_new(services, clock):
    learn(services, 12)
    clock.turn(days=30)
    planned = plan(services, modules(services))
    sitting = begin(services, planned)

    assert planned.reviews
    assert planned.steps
    assert str(planned).startswith(f"{planned.reviews} review")
    assert ", then " in str(planned)
    assert len(sitting.steps) == planned.reviews + len(planned.steps)
    cards = [index for index in range(len(sitting.steps)) if sitting.card(index)]
    assert cards == list(range(planned.reviews))


def test_a_sitting_is_worked_through_and_everything_of_it_counts(services, clock):
    learn(services, 12)
    clock.turn(days=30)
    planned = plan(services, modules(services))
    due = len(services.reviews.due())
    sitting = begin(services, planned)
    for index in range(len(sitting.steps)):
        sitting.show(index)
        solve(sitting, index)

    assert sitting.next_index() is None
    assert len(services.reviews.due()) == due - planned.reviews
    state = services.training.state
    assert all(state.standing(MODULE, step).finished for step in planned.steps)
    kinds = [type(record.event) for record in services.log.read("training/me")]
    assert kinds.count(ev.ReviewShown) == planned.reviews


def test_hints_tries_and_solutions_belong_to_the_step_at_hand(services, clock):
    learn(services, 12)
    clock.turn(days=30)
    sitting = begin(services, plan(services, modules(services)))
    hinted = next(index for index, (_, step) in enumerate(sitting.steps) if step.hints)
    sitting.show(hinted)
    assert sitting.hint(hinted) == sitting.steps[hinted][1].hints[0]
    assert len(sitting.hints(hinted)) == 1
    _, outcome = sitting.reveal(hinted)
    assert outcome.right
    assert sitting.standing(hinted).finished
    sitting.reset(hinted)
    assert not sitting.standing(hinted).finished
    assert sitting.progress(hinted) is None or sitting.progress(hinted).tries == 0


@pytest.mark.parametrize("wide", [True, False])
def test_each_step_tells_where_it_stands_in_its_own_run(services, clock, wide):
    learn(services, 12)
    clock.turn(days=30)
    sitting = begin(services, plan(services, modules(services)))
    assert "Review" in sitting.trail(0, wide=wide)
    assert "step" in sitting.trail(len(sitting.steps) - 1, wide=wide)[-1]
    assert sitting.trail(len(sitting.steps), wide=wide) == ("Ten minutes",)


def test_it_goes_along_the_path_that_is_followed(services, tmp_path):
    services.paths.choose("career-changer")
    planned = plan(services, modules(services))
    assert f"{planned.module}/{planned.session}" in services.paths.chosen().steps


def test_nothing_due_and_nothing_new_is_no_plan(services):
    learn(services, len(services.training.open(MODULE, "1").steps))
    assert plan(services, modules(services)) is None


def test_with_nothing_new_reviews_take_all_the_time(services, clock):
    learn(services, len(services.training.open(MODULE, "1").steps))
    clock.turn(days=60)
    planned = plan(services, modules(services))
    assert planned.steps == ()
    assert 0 < planned.review_minutes <= MINUTES
    assert begin(services, planned).next_index() == 0


def test_a_step_that_takes_longer_than_ten_minutes_is_said_to(services):
    run = services.training.open(MODULE, "1")
    long = next(index for index, (_, step) in enumerate(run.steps) if step.minutes > 12)
    learn(services, long)
    planned = plan(services, modules(services))
    assert len(planned.steps) == 1
    assert str(planned).endswith(f"about {run.steps[long][1].minutes:.0f} min")
