from fractions import Fraction

import pytest
from hypothesis import given
from strategies import guide, rated_guides

from coach.core.scoring import coverage_text, score, score_text


def test_a_competency_without_a_rating_is_left_out_and_never_counts_as_zero():
    weighed = guide((3, 2, 1))

    result = score(weighed, {"q0-0": 4, "q1-0": None, "q2-0": 5})

    assert result.value == pytest.approx(81.25, abs=1e-9)
    assert result.coverage == pytest.approx(4 / 6, abs=1e-9)


def test_an_interview_without_any_rating_has_no_score():
    assert score(guide(), {}).value is None
    assert score(guide(), {}).coverage == 0
    assert score_text(None) == "–"


def test_several_questions_of_one_competency_count_as_their_mean():
    weighed = guide((1, 1), questions_each=2)

    result = score(weighed, {"q0-0": 5, "q0-1": 4, "q1-0": 1, "q1-1": None})

    assert result.value == pytest.approx((87.5 + 0) / 2)
    assert result.coverage == 1


def test_weight_nought_takes_a_competency_out_of_the_score():
    with_it = score(guide((1, 0)), {"q0-0": 5, "q1-0": 1})
    without = score(guide((1,)), {"q0-0": 5})

    assert with_it == without


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0 of 100"), (70.5, "71 of 100"), (71.49, "71 of 100"), (100.0, "100 of 100")]
)
def test_halves_round_up(value, text):
    assert score_text(value) == text


@pytest.mark.parametrize(("share", "text"), [(1.0, "100 %"), (0.875, "88 %"), (0.0, "0 %")])
def test_coverage_is_a_whole_percentage(share, text):
    assert coverage_text(share) == text


@given(rated_guides())
def test_a_score_is_what_its_definition_says_to_the_last_digit(drawn):
    weighed, ratings = drawn
    above, weights = Fraction(0), Fraction(0)
    for competency in weighed.competencies:
        given_ = [ratings[q.id] for q in weighed.questions if q.competency == competency.id]
        rated = [rating for rating in given_ if rating is not None]
        if rated:
            weights += Fraction(competency.weight)
            above += Fraction(competency.weight) * (Fraction(sum(rated), len(rated)) - 1) / 4
    whole = sum(Fraction(competency.weight) for competency in weighed.competencies)

    result = score(weighed, ratings)

    assert result.value == (float(100 * above / weights) if weights else None)
    assert result.coverage == (float(weights / whole) if whole else 0)


@given(rated_guides())
def test_a_score_stays_between_the_worst_and_the_best_rating_given(drawn):
    weighed, ratings = drawn
    result = score(weighed, ratings)
    counting = {c.id for c in weighed.competencies if c.weight}
    given_ = [ratings[q.id] for q in weighed.questions if q.competency in counting and ratings[q.id]]

    if not given_:
        assert result.value is None
        return
    low, high = (25 * (bound - 1) for bound in (min(given_), max(given_)))
    assert low - 1e-9 <= result.value <= high + 1e-9


@given(rated_guides())
def test_a_better_rating_never_lowers_the_score(drawn):
    weighed, ratings = drawn
    before = score(weighed, ratings).value
    for name, rating in ratings.items():
        if rating is not None and rating < 5:
            after = score(weighed, {**ratings, name: rating + 1}).value
            assert (before is None and after is None) or after >= before - 1e-9


@given(rated_guides())
def test_the_order_of_the_ratings_does_not_matter(drawn):
    weighed, ratings = drawn
    assert score(weighed, ratings) == score(weighed, dict(reversed(ratings.items())))
