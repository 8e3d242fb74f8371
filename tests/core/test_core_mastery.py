"""Mastery and readiness: golden values by hand, and what must hold for every history."""

from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core import events as ev
from coach.core.curriculum import MasteryRule
from coach.core.mastery import (
    GradedStep,
    ModuleMastery,
    SessionDone,
    module_days,
    readiness,
    step_mastery,
    weight,
)
from coach.core.progress import conditions, readiness_text
from coach.core.review import Rating, Review

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
GOOD, HARD, AGAIN = Rating.GOOD, Rating.HARD, Rating.AGAIN


def utc_day(at):
    return at.astimezone(UTC).date()


def step(name="s", rev=1, competencies=("discovery",)):
    return GradedStep(module="m", id=name, rev=rev, title=name.title(), competencies=competencies)


def review(days_ago, rating=GOOD, *, name="s", rev=1, score=None, competencies=("discovery",), hours=0):
    place = ev.Place(module="m", session="x", lesson="y", step=name, rev=rev)
    return Review(
        key=place.key,
        at=NOW - timedelta(days=days_ago, hours=hours),
        rating=rating,
        rev=rev,
        place=place,
        title=name.title(),
        competencies=competencies,
        score=(0.0 if rating is AGAIN else 1.0) if score is None else score,
    )


def mastered(*reviews, **options):
    return step_mastery(step(**options), reviews, utc_day).mastered


# --- Steps ----------------------------------------------------------------------------------------


def test_a_step_is_mastered_by_two_unaided_right_answers_on_different_days():
    assert mastered(review(3), review(1))
    assert not mastered(review(3))


def test_two_right_answers_on_one_day_count_as_one():
    assert not mastered(review(1, hours=3), review(1))


def test_days_are_those_where_the_learner_lives():
    late, early = review(0, hours=2), review(0)
    pacific = timezone(timedelta(hours=13))
    assert not mastered(late, early)
    assert step_mastery(step(), (late, early), lambda at: at.astimezone(pacific).date()).mastered


def test_an_answer_with_help_neither_counts_nor_harms():
    assert not mastered(review(3), review(2, HARD))
    assert mastered(review(3), review(2, HARD), review(1))


def test_a_wrong_answer_starts_the_count_afresh():
    lapsed = (review(5), review(4), review(3, AGAIN))
    assert not mastered(*lapsed)
    assert not mastered(*lapsed, review(2))
    assert mastered(*lapsed, review(2), review(1))


def test_answers_to_an_older_revision_do_not_count_and_are_not_behind_the_figure():
    found = step_mastery(step(rev=2), (review(3), review(2, rev=2)), utc_day)
    assert not found.mastered
    assert found.reviews == (review(2, rev=2),)


def test_the_answers_that_count_are_named_with_their_days():
    found = step_mastery(step(), (review(3, AGAIN), review(2), review(1)), utc_day)
    assert [day for day, _ in found.counted] == [date(2026, 11, 28), date(2026, 11, 29)]


# --- Modules --------------------------------------------------------------------------------------


def module(steps, sessions=((5, 5),), rule=None):
    return ModuleMastery(
        module="m",
        title="M",
        rev=1,
        rule=rule or MasteryRule(),
        sessions=tuple(
            SessionDone(id=f"x{n}", title=f"Part {n}", done=done, total=total)
            for n, (done, total) in enumerate(sessions, 1)
        ),
        steps=tuple(steps),
        days=module_days(steps, utc_day),
    )


def done_steps(good, bad):
    right = [
        step_mastery(step(f"r{n}"), (review(3, name=f"r{n}"), review(1, name=f"r{n}")), utc_day)
        for n in range(good)
    ]
    return right + [
        step_mastery(step(f"w{n}"), (review(2, AGAIN, name=f"w{n}"),), utc_day) for n in range(bad)
    ]


@pytest.mark.parametrize(
    ("good", "bad", "met"), [(17, 3, True), (16, 4, False), (20, 0, True), (0, 0, False)]
)
def test_a_module_needs_its_share_of_mastered_steps(good, bad, met):
    assert module(done_steps(good, bad)).met is met


def test_the_needed_number_is_exact_where_the_share_is():
    assert module(done_steps(0, 20)).needed == 17
    assert module(done_steps(0, 35)).needed == 30
    assert module(done_steps(0, 10), rule=MasteryRule(min_score=0.7)).needed == 7


def test_a_module_needs_every_session_finished_and_enough_days():
    steps = done_steps(4, 0)
    assert module(steps).met
    assert not module(steps, sessions=((5, 5), (4, 5))).met
    assert not module(steps, rule=MasteryRule(distinct_days=3)).met


def test_what_is_missing_is_said_exactly():
    open_ = module(done_steps(1, 3), sessions=((5, 5), (2, 5)), rule=MasteryRule(distinct_days=5))
    assert [clause for one in conditions(open_) for clause in one.missing] == [
        "3 more graded steps to be mastered",
        "3 steps of “Part 2” to be finished",
        "right answers without help on 3 more days",
    ]
    assert [one.stand for one in conditions(open_)] == [
        "1 of 4 steps mastered, 4 needed",
        "1 of 2 sessions finished",
        "2 days, 5 needed",
    ]


def test_a_module_meets_its_rule_exactly_when_nothing_is_missing():
    for good, bad, sessions in [(4, 0, ((1, 1),)), (3, 1, ((1, 1),)), (4, 0, ((0, 1),)), (0, 0, ((1, 1),))]:
        one = module(done_steps(good, bad), sessions)
        assert one.met is not any(condition.missing for condition in conditions(one))


def test_a_session_that_cannot_be_read_cannot_count_as_finished():
    broken = SessionDone(id="x", title="Part", done=3, total=3, trouble="part.yaml:1:1 C001 is empty")
    one = msgspec.structs.replace(module(done_steps(4, 0)), sessions=(broken,))
    assert not one.met
    assert "part.yaml:1:1 C001 is empty" in conditions(one)[1].missing[0]


# --- Readiness ------------------------------------------------------------------------------------


def ready(*reviews, steps=(), now=NOW):
    found = {}
    for one in reviews:
        found.setdefault(one.key, []).append(one)
    return readiness("discovery", "Discovery", steps, found, now)


def test_readiness_is_the_weighted_mean_with_a_half_life_of_thirty_days():
    # weights 1, 1/2 and 1/4; (1 + 0 + 0.25 * 0.5) / 1.75
    found = ready(review(0), review(30, AGAIN), review(60, AGAIN, score=0.5))
    assert [one.weight for one in found.observations] == [1, 0.5, 0.25]
    assert found.value == pytest.approx(100 * 1.125 / 1.75)


def test_below_three_observations_there_is_a_dash():
    assert ready(review(0), review(1)).value is None
    assert readiness_text(ready(review(0), review(1)).value) == "–"
    assert readiness_text(ready(review(0), review(1), review(2)).value) == "100"


def test_seen_counts_steps_of_the_content_and_observations_count_answers():
    steps = (step("a"), step("b"), step("c", rev=2), step("d", competencies=("presenting",)))
    found = ready(
        review(1, name="a"),
        review(2, name="a"),
        review(3, name="c"),
        review(4, name="gone"),
        review(5, name="d", competencies=("presenting",)),
        steps=steps,
    )
    assert (found.seen, found.total, len(found.observations)) == (1, 3, 4)


scores = st.floats(0, 1)
ages = st.floats(-100, 40_000)
histories = st.lists(st.tuples(ages, scores), min_size=3, max_size=12)


def observed(history):
    return [review(age, AGAIN, score=score, name=f"s{n}") for n, (age, score) in enumerate(history)]


@given(histories)
def test_readiness_lies_between_0_and_100_and_between_the_scores(history):
    value = ready(*observed(history)).value
    each = [100 * score for _, score in history]
    assert 0 <= value <= 100
    assert min(each) - 1e-9 <= value <= max(each) + 1e-9


@given(histories, st.randoms(use_true_random=False))
def test_the_order_in_which_observations_come_is_irrelevant(history, random):
    found = observed(history)
    shuffled = list(found)
    random.shuffle(shuffled)
    assert ready(*shuffled) == ready(*found)


@given(histories, st.floats(0, 100))
def test_a_newer_answer_at_least_as_good_as_all_before_never_lowers_it(history, age):
    found = observed(history)
    best = max(score for _, score in history)
    newer = review(min(age, *(max(old, 0) for old, _ in history)), AGAIN, score=best, name="new")
    assert ready(*found, newer).value >= ready(*found).value - 1e-9


@given(histories, st.data())
def test_a_better_answer_in_the_place_of_another_never_lowers_it(history, data):
    index = data.draw(st.integers(0, len(history) - 1))
    age, score = history[index]
    better = list(history)
    better[index] = (age, data.draw(st.floats(score, 1)))
    assert ready(*observed(better)).value >= ready(*observed(history)).value - 1e-9


@given(st.lists(st.tuples(st.floats(0, 3000), scores), min_size=3, max_size=12))
def test_the_same_scores_with_the_better_ones_later_never_give_less(history):
    by_age = sorted((age for age, _ in history), reverse=True)
    improving = list(zip(by_age, sorted(score for _, score in history), strict=True))
    assert ready(*observed(improving)).value >= ready(*observed(history)).value - 1e-9


def test_a_clock_set_back_makes_no_observation_heavier_than_now():
    assert weight(NOW + timedelta(days=400), NOW) == 1
    assert weight(NOW - timedelta(days=400_000), NOW) > 0
