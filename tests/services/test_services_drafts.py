"""Unfinished answers: on disk at once, and there again after an interruption."""

from learning_kit import MODULE, exercises, reopened, solve

from coach.core import events as ev


def first_of(run, kind):
    return next(index for index in exercises(run) if run.kind(index).name == kind)


def partial(run, index, count):
    """Give an answer with only the first of the things that were put in order."""
    step = run.steps[index][1]
    whole = run.kind(index).solution(step, run.context(index))
    return type(whole)(sequence=whole.sequence[:count])


def test_an_unfinished_answer_survives_the_end_of_the_program(services):
    run = services.training.open(MODULE, "1")
    index = first_of(run, "order")
    run.show(index)
    for count in (1, 2):
        run.keep_draft(index, partial(run, index, count))

    later = reopened(services)
    found = later.training.open(MODULE, "1")
    assert found.draft(index) == partial(run, index, 2)
    assert not found.standing(index).finished
    later.close()


def test_what_did_not_change_is_not_written_again(services):
    run = services.training.open(MODULE, "1")
    index = first_of(run, "order")
    for _ in range(3):
        run.keep_draft(index, partial(run, index, 2))

    kept = [one.event for one in services.training.history() if isinstance(one.event, ev.DraftKept)]
    assert len(kept) == 1


def test_only_the_difference_is_written(services):
    run = services.training.open(MODULE, "1")
    index = first_of(run, "order")
    for count in (1, 2, 3):
        run.keep_draft(index, partial(run, index, count))

    kept = [one.event for one in services.training.history() if isinstance(one.event, ev.DraftKept)]
    sequence = partial(run, index, 3).sequence
    assert sequence[0] not in kept[-1].inserted
    assert sequence[2] in kept[-1].inserted


def test_an_answer_ends_the_draft_and_a_reset_forgets_it(services):
    run = services.training.open(MODULE, "1")
    index = first_of(run, "order")
    run.keep_draft(index, partial(run, index, 1))
    solve(run, index)
    assert run.draft(index) is None

    run.keep_draft(index, partial(run, index, 1))
    run.reset(index)
    assert run.draft(index) is None


def test_a_review_has_a_draft_of_its_own(services, clock):
    run = services.training.open(MODULE, "1")
    index = first_of(run, "order")
    run.show(index)
    solve(run, index)
    clock.turn(days=30)

    review = services.reviews.start(services.reviews.due())
    review.show(0)
    review.keep_draft(0, partial(run, index, 1))
    assert review.draft(0) == partial(run, index, 1)

    run.show(index)
    assert run.draft(index) is None


def test_answers_given_before_are_listed_oldest_first(services):
    run = services.training.open(MODULE, "1")
    index = first_of(run, "order")
    whole = run.kind(index).solution(run.steps[index][1], run.context(index))
    backwards = type(whole)(sequence=whole.sequence[::-1])
    run.answer(index, backwards)
    run.answer(index, whole)

    assert [response for response, _ in run.earlier(index)] == [backwards, whole]
    assert [outcome.right for _, outcome in run.earlier(index)] == [False, True]
