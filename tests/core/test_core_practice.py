"""A mock interview: which questions, what is kept, what is refused, what comes of it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import guide, texts

from coach.core import events as ev
from coach.core import rehearsal
from coach.core.conduct import Refused
from coach.core.rehearsal import Rehearsal, after, chosen, rehearsals, took
from coach.core.timespent import time_spent
from coach.core.training import TrainingState, replay

GUIDE = guide()
AT = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
BEGUN = ev.PracticeBegun(run=1, kit="sample", title="Sample kit", questions=("q0-0", "q1-0", "q2-0"))


def recorded(*events):
    return tuple(
        ev.Recorded(stream="training/me", number=number, at=AT, actor="me", event=event)
        for number, event in enumerate(events, 1)
    )


def begun():
    return Rehearsal(number=1, kit="sample", title="Sample kit", questions=BEGUN.questions)


def answered(run, question, *, text="", seconds=100, rating=None):
    run = after(run, rehearsal.answer(run, GUIDE.question(question), text, seconds))
    return after(run, rehearsal.rate(run, question, rating)) if rating else run


@given(st.integers(1, 12), st.text(max_size=8), st.integers(1, 3))
def test_a_short_run_takes_so_many_questions_in_the_kits_order_and_different_competencies_first(
    short, seed, each
):
    drawn = guide(questions_each=each)
    names = [question.id for question in drawn.questions]
    found = chosen(drawn, short, seed)
    assert len(found) == min(short, len(names))
    assert sorted(found, key=names.index) == list(found)
    competencies = {drawn.question(name).competency for name in found}
    assert len(competencies) == min(short, 3)
    assert found == chosen(drawn, short, seed)


def test_without_a_number_a_run_has_all_questions_and_another_day_brings_others():
    long = guide(questions_each=4)
    assert chosen(long, None, "me") == tuple(question.id for question in long.questions)
    assert len({chosen(long, 3, f"me 2026-11-{day:02}") for day in range(1, 20)}) > 1


def test_a_run_of_no_questions_is_refused():
    with pytest.raises(Refused, match="at least one question"):
        chosen(GUIDE, 0, "me")


def test_a_run_is_finished_when_every_question_is_answered_and_rated():
    run = begun()
    for number, name in enumerate(run.questions):
        assert run.current == number
        run = answered(run, name)
        assert run.current == number, "it is rated, too"
        run = after(run, rehearsal.rate(run, name, 3))
    assert run.finished
    assert run.rated == 3


def test_an_answer_is_given_and_rated_once():
    run = answered(begun(), "q0-0", rating=3)
    with pytest.raises(Refused, match="answered already"):
        rehearsal.answer(run, GUIDE.question("q0-0"), "again", 1)
    with pytest.raises(Refused, match="seen the model answers"):
        rehearsal.rate(run, "q0-0", 5)
    with pytest.raises(Refused, match="Answer the question first"):
        rehearsal.rate(run, "q1-0", 5)
    with pytest.raises(Refused, match="from 1 to 5"):
        rehearsal.rate(answered(begun(), "q0-0"), "q0-0", 6)


@given(st.lists(texts, max_size=6))
def test_what_was_typed_is_kept_whatever_it_is(versions):
    run = begun()
    for seconds, text in enumerate(versions):
        for event in rehearsal.draft(run, "q0-0", text, seconds):
            run = after(run, event)
        assert run.draft("q0-0").text == text


def test_the_state_is_the_same_from_the_log_as_from_step_to_step():
    run, events = begun(), [BEGUN]
    for event in (
        *rehearsal.draft(run, "q0-0", "I found", 4),
        rehearsal.answer(run, GUIDE.question("q0-0"), "I found them.", 90),
        ev.PracticeRated(run=1, question="q0-0", rating=4),
    ):
        run = after(run, event)
        events.append(event)
    assert rehearsals(recorded(*events)) == (run,)


def test_a_question_that_the_kit_has_no_more_does_not_keep_a_run_open():
    run = answered(answered(begun(), "q0-0", rating=3), "q1-0", rating=3)
    assert not run.finished
    assert run.within(guide(weights=(1, 1))).finished


def test_the_sum_goes_by_competency_with_mean_and_time():
    wide = guide(questions_each=2)
    run = Rehearsal(number=1, kit="sample", title="t", questions=("q0-0", "q0-1", "q1-0"))
    for name, seconds, rating in (("q0-0", 100, 2), ("q0-1", 350, 5), ("q1-0", 10, 4)):
        run = after(run, rehearsal.answer(run, wide.question(name), "", seconds))
        run = after(run, rehearsal.rate(run, name, rating))
    first, second = rehearsal.summed_up(run, wide)
    assert (first.title, first.rating, first.seconds, first.budget) == ("Competency 0", 3.5, 450, 600)
    assert (second.title, second.rating) == ("Competency 1", 4)


def test_what_to_prepare_next_is_the_next_anchor_of_the_weakest_answer_first():
    run = answered(answered(answered(begun(), "q0-0", rating=3), "q1-0", rating=1), "q2-0", rating=5)
    found = rehearsal.advice(run, GUIDE)
    assert [(one.competency, one.level, one.anchor) for one in found] == [
        ("Competency 1", 3, "something"),
        ("Competency 0", 5, "everything"),
    ]


def test_an_answer_that_was_good_and_too_long_is_to_be_shortened():
    (one,) = rehearsal.advice(answered(begun(), "q0-0", seconds=372, rating=5), GUIDE)
    assert (one.level, one.over) == (None, 72)


def test_how_long_an_answer_took_in_words():
    run = answered(begun(), "q0-0", text="I did.", seconds=372)
    assert took(run.given["q0-0"]) == "6:12 of 5:00, typed, 1:12 too long"
    assert took(answered(begun(), "q0-0", seconds=65).given["q0-0"]) == "1:05 of 5:00, spoken"


def test_practice_and_samples_move_no_lesson_and_count_for_no_module():
    rated = ev.SampleRated(
        bank="b", sample="s", question="q", competency="c", rating=3, expert=4, evidence="words"
    )
    place = ev.Place(module="m", session="s", lesson="l", step="one")
    events = recorded(ev.StepShown(place=place), rated, BEGUN, ev.StepShown(place=place))
    state = replay(recorded(rated, BEGUN))
    assert state == TrainingState(number=2)
    assert time_spent(events, lambda at: at.date()).total == 0
