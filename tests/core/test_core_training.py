from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from coach.core import events as ev
from coach.core.curriculum import Lesson, Practice, Reading, Session
from coach.core.outcome import Outcome
from coach.core.training import Standing, TrainingState, next_step, reduce, replay, seed_for

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


def reading(name, rev=1):
    return Reading(id=name, text="words", rev=rev)


SESSION = Session(
    id="one",
    title="One",
    goal="g",
    lessons=(
        Lesson(id="a", title="A", steps=(reading("r1"), reading("r2"))),
        Lesson(id="b", title="B", steps=(reading("r3"),)),
    ),
    practice=(Practice(id="p1", text="do it", minutes=30),),
)
STEPS = tuple(SESSION.steps())


def place(step, rev=1):
    return ev.Place(module="m", session="one", lesson="a", step=step, rev=rev)


def answered(step, score, rev=1):
    return ev.Answered(
        place=place(step, rev),
        kind="choice",
        response=msgspec.Raw(b"{}"),
        outcome=Outcome(checks=(), score=score),
        seed=1,
    )


def after(*events):
    records = [
        ev.Recorded(stream="training/me", number=n, at=NOW + timedelta(minutes=n), actor="me", event=event)
        for n, event in enumerate(events, 1)
    ]
    return replay(records)


def standing(state, step, rev=1):
    return state.standing("m", step, rev)


def test_a_new_learner_begins_at_the_first_step():
    assert next_step("m", "one", STEPS, TrainingState()) == 0


def test_one_returns_to_the_step_where_one_was():
    state = after(ev.StepRead(place=place("r1")), ev.StepShown(place=place("r2")))
    assert next_step("m", "one", STEPS, state) == 1


def test_after_a_finished_step_comes_the_next_open_one_and_then_those_left_out():
    state = after(
        ev.StepShown(place=place("r1")), ev.StepShown(place=place("r2")), ev.StepRead(place=place("r2"))
    )
    assert next_step("m", "one", STEPS, state) == 2

    state = after(*(ev.StepRead(place=place(step)) for step in ("r2", "r3", "p1")))
    assert next_step("m", "one", STEPS, state) == 0


def test_practice_off_the_screen_belongs_to_the_session():
    state = after(*(ev.StepRead(place=place(step)) for step in ("r1", "r2", "r3")))
    assert next_step("m", "one", STEPS, state) == 3
    assert SESSION.minutes == 33


def test_a_finished_session_has_no_next_step():
    state = after(*(ev.StepRead(place=place(step)) for step in ("r1", "r2", "r3", "p1")))
    assert next_step("m", "one", STEPS, state) is None


def test_a_wrong_answer_can_be_mended_and_counts_as_aided():
    state = after(answered("x", 0.5), answered("x", 1.0))
    progress = state.progress("m", "x")
    assert progress.standing is Standing.SOLVED
    assert not progress.unaided


def test_right_at_the_first_try_without_a_hint_is_unaided():
    assert after(answered("x", 1.0)).progress("m", "x").unaided
    assert not after(ev.HintTaken(place=place("x"), number=1), answered("x", 1.0)).progress("m", "x").unaided


def test_copying_the_revealed_solution_is_not_solving():
    state = after(answered("x", 0.0), ev.SolutionRevealed(place=place("x")), answered("x", 1.0))
    assert standing(state, "x") is Standing.REVEALED


def test_a_solved_step_stays_solved_when_the_solution_is_looked_at():
    state = after(answered("x", 1.0), ev.SolutionRevealed(place=place("x")))
    assert standing(state, "x") is Standing.SOLVED


def test_a_reset_starts_a_step_afresh():
    state = after(answered("x", 1.0), ev.StepReset(place=place("x")))
    assert standing(state, "x") is Standing.NEW


def test_a_raised_revision_asks_again_and_a_typo_fix_does_not():
    state = after(answered("x", 1.0))
    assert standing(state, "x", rev=1) is Standing.SOLVED
    assert standing(state, "x", rev=2) is Standing.NEW

    again = after(answered("x", 1.0), answered("x", 0.0, rev=2))
    assert standing(again, "x", rev=2) is Standing.TRIED


def test_moving_a_step_to_another_lesson_keeps_what_was_done():
    elsewhere = ev.Place(module="m", session="two", lesson="z", step="x")
    state = after(ev.StepRead(place=elsewhere))
    assert standing(state, "x").finished


def test_going_on_from_a_state_is_the_same_as_starting_over():
    events = [ev.StepShown(place=place("r1")), answered("x", 0.2), answered("x", 1.0)]
    whole = after(*events)
    state = TrainingState()
    for number, event in enumerate(events, 1):
        at = NOW + timedelta(minutes=number)
        state = reduce(
            state, ev.Recorded(stream="training/me", number=number, at=at, actor="me", event=event)
        )
    assert state == whole


def test_events_of_an_interview_are_refused():
    with pytest.raises(TypeError, match="does not belong to a training stream"):
        after(ev.InterviewStarted())


def test_a_step_shows_the_same_values_to_a_learner_until_it_changes():
    step = reading("x")
    assert seed_for("mira", "m", step) == seed_for("mira", "m", step)
    assert seed_for("mira", "m", step) != seed_for("noor", "m", step)
    assert seed_for("mira", "m", step) != seed_for("mira", "m", reading("x", rev=2))


def test_a_review_changes_neither_progress_nor_the_place_where_one_goes_on():
    before = (answered("x", 1.0), ev.StepShown(place=place("r2")))
    review = (ev.ReviewShown(place=place("x"), seed=9), answered("x", 0.0))
    plain, reviewed = after(*before), after(*before, *review)

    assert reviewed.progress("m", "x").standing is Standing.SOLVED
    assert reviewed.progress("m", "x").unaided
    assert reviewed.last == plain.last
    assert next_step("m", "one", STEPS, reviewed) == next_step("m", "one", STEPS, plain)


def test_bookmarks_notes_path_and_deadline_are_kept_and_taken_back():
    kept = (
        ev.Bookmarked(place=place("r1")),
        ev.NoteKept(place=place("r1"), text="mine"),
        ev.PathChosen(path="newcomer"),
        ev.DeadlineSet(on=date(2026, 12, 1)),
    )
    state = after(*kept)
    assert state.bookmarks == {("m", "r1"): place("r1")}
    assert state.notes == {("m", "r1"): "mine"}
    assert (state.path, state.deadline) == ("newcomer", date(2026, 12, 1))
    assert state.steps == {}

    gone = after(
        *kept,
        ev.Bookmarked(place=place("r1"), on=False),
        ev.NoteKept(place=place("r1"), text=""),
        ev.DeadlineSet(on=None),
    )
    assert (gone.bookmarks, gone.notes, gone.deadline) == ({}, {}, None)
