"""Mock interviews: begun, left, gone on with, finished; and nothing of it in real interviews."""

import pytest

from coach.content.library import NotFound
from coach.core.conduct import Refused

KIT = "ae-first-round"


def through(run, rating=3, seconds=60):
    while (index := run.state.current) is not None:
        run.answer(index, "", seconds)
        run.rate(index, rating)


def test_a_run_has_the_questions_of_the_kit_in_its_order(services):
    run = services.practice.open(KIT)
    assert [run.question(index).id for index in range(run.total)] == [
        question.id for question in services.library.guide(KIT).questions
    ]
    assert not run.resumed


def test_what_was_done_is_there_when_another_program_goes_on(services, other, clock):
    run = services.practice.open(KIT, 3)
    run.answer(0, "I looked for firms.", 75)
    run.rate(0, 4)
    run.keep(1, "First I", 12)
    again = other.practice.open(KIT)
    assert again.resumed
    assert again.state == run.state
    assert again.state.current == 1
    assert (again.draft(1).text, again.draft(1).seconds) == ("First I", 12)
    assert again.given(0).seconds == 75


def test_an_answer_that_was_not_rated_waits_to_be_rated(services, other):
    services.practice.open(KIT, 1).answer(0, "", 40)
    again = other.practice.open(KIT)
    assert again.state.current == 0
    assert again.given(0).rating is None


def test_a_run_that_was_begun_goes_on_unless_another_is_wanted(services):
    first = services.practice.open(KIT, 2)
    assert services.practice.open(KIT, 5).state.number == first.state.number
    second = services.practice.open(KIT, 5, again=True)
    assert (second.state.number, second.total) == (2, 5)


def test_a_finished_run_is_followed_by_another_with_other_questions(services, clock):
    chosen = set()
    for _ in range(6):
        run = services.practice.open(KIT, 2)
        chosen.add(run.state.questions)
        through(run)
        clock.turn(days=1)
    assert len(chosen) > 1
    (choice,) = services.practice.choices()
    assert (choice.runs, choice.open) == (6, None)


def test_model_answers_are_those_rated_four_or_five_the_best_first(services):
    run = services.practice.open(KIT)
    for index in range(run.total):
        ratings = [sample.rating for sample in run.models(index)]
        assert ratings
        assert ratings == sorted(ratings, reverse=True)
        assert min(ratings) >= 4


def test_without_samples_there_are_no_models_and_one_can_practise(services, monkeypatch):
    monkeypatch.setattr(services.library, "sampled", lambda: ())
    run = services.practice.open(KIT, 1)
    assert run.models(0) == ()


def test_the_sum_and_the_advice_of_a_run_can_be_looked_at_later(services, other):
    through(services.practice.open(KIT, 2), rating=2, seconds=400)
    run = other.practice.run(1)
    assert [one.rating for one in run.summed_up()] == [2, 2]
    assert all(one.level == 3 and one.over > 0 for one in run.advice())
    with pytest.raises(Refused, match="There is no practice 7"):
        other.practice.run(7)


def test_nothing_of_it_is_an_interview(services):
    through(services.practice.open(KIT, 1))
    assert services.interviews.summaries() == ()
    assert all(not head.stream.startswith("interview") for head in services.log.streams(""))


def test_a_kit_that_there_is_not_is_named(services):
    with pytest.raises(NotFound, match="Did you mean 'ae-first-round'"):
        services.practice.open("ae-first-rund")
