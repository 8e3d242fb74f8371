from coach.core.training import Standing
from coach.services import Services

MODULE = "executive-communication"


def first_exercise(run):
    return next(index for index in range(len(run.steps)) if run.kind(index) is not None)


def solve(run, index):
    kind, step = run.kind(index), run.steps[index][1]
    return run.answer(index, kind.solution(step, run.context(index)))


def test_an_answer_is_on_disk_when_it_is_told(services, folders, clock):
    run = services.training.open(MODULE, "1")
    index = first_exercise(run)
    assert solve(run, index).right

    reopened = Services(folders, {}, clock=clock)
    again = reopened.training.open(MODULE, "1")
    assert again.standing(index) is Standing.SOLVED
    assert again.response(index) == run.response(index)
    reopened.close()


def test_one_stands_where_one_stopped(services, folders, clock):
    run = services.training.open(MODULE, "1")
    for index in range(5):
        run.show(index)
        if run.kind(index) is None:
            run.finish(index)
        else:
            solve(run, index)
    run.show(5)

    reopened = Services(folders, {}, clock=clock)
    assert reopened.training.open(MODULE, "1").next_index() == 5
    reopened.close()


def test_every_exercise_of_the_session_can_be_solved(services):
    run = services.training.open(MODULE, "1")
    assert run.problems == ()
    for index in range(len(run.steps)):
        if run.kind(index) is not None:
            assert solve(run, index).right, run.steps[index][1].id


def test_hints_come_one_by_one_and_are_remembered(services):
    run = services.training.open(MODULE, "1")
    index = next(i for i, (_, step) in enumerate(run.steps) if len(step.hints) > 1)
    step = run.steps[index][1]

    assert run.hint(index) == step.hints[0]
    assert run.hints(index) == step.hints[:1]
    while run.hint(index) is not None:
        continue
    assert run.hints(index) == step.hints


def test_two_programs_may_train_at_once_and_no_answer_is_lost(services, other):
    mine, theirs = services.training.open(MODULE, "1"), other.training.open(MODULE, "1")
    exercises = [index for index in range(len(mine.steps)) if mine.kind(index) is not None][:4]
    for number, index in enumerate(exercises):
        solve((mine, theirs)[number % 2], index)
    mine.show(0)

    assert all(mine.standing(index) is Standing.SOLVED for index in exercises)


def test_progress_counts_finished_steps_and_names_what_is_next(services):
    run = services.training.open(MODULE, "1")
    run.finish(0)
    modules = services.library.index(services.folders.cache)
    progress = {one.id: one for one in services.training.progress(modules)}[MODULE]
    next_up = services.training.next_up(modules)

    assert (progress.done, progress.total) == (1, len(run.steps))
    assert (next_up.module, next_up.session_number, next_up.begun) == (MODULE, 1, True)
    assert (next_up.lesson_title, next_up.step_title) == (run.steps[1][0].title, run.steps[1][1].title)
    assert next_up.minutes == run.steps[0][0].minutes - run.steps[0][1].minutes


def test_a_reset_step_is_open_again_and_its_answers_stay_in_the_log(services):
    run = services.training.open(MODULE, "1")
    index = first_exercise(run)
    solve(run, index)
    run.reset(index)

    assert run.standing(index) is Standing.NEW
    kinds = [type(record.event).__name__ for record in services.log.read("training/me")]
    assert kinds == ["Answered", "StepReset"]


def test_after_an_erasure_one_begins_afresh(services, folders, clock):
    run = services.training.open(MODULE, "1")
    solve(run, first_exercise(run))
    services.log.erase("training/me", actor="me", at=clock.now, reason="asked for")

    reopened = Services(folders, {}, clock=clock)
    again = reopened.training.open(MODULE, "1")
    assert again.standing(first_exercise(again)) is Standing.NEW
    assert solve(again, first_exercise(again)).right
    assert reopened.log.verify() == ()
    reopened.close()
