"""What counts as a review, and how it is rated."""

from datetime import timedelta

import pytest
from review_kit import (
    NOW,
    RIGHT,
    WRONG,
    answered,
    asked,
    hint,
    place,
    ratings,
    recorded,
    reset,
    revealed,
    shown,
)

from coach.core import events as ev
from coach.core.review import Rating, reviews


@pytest.mark.parametrize(
    ("events", "rating"),
    [
        ((shown(), RIGHT), Rating.GOOD),
        ((RIGHT,), Rating.GOOD),
        ((shown(), answered(certainty=3)), Rating.GOOD),
        ((shown(), answered(certainty=1)), Rating.HARD),
        ((shown(), hint(), RIGHT), Rating.HARD),
        ((shown(), WRONG, RIGHT), Rating.HARD),
        ((shown(), WRONG, WRONG, RIGHT), Rating.AGAIN),
        ((shown(), WRONG), Rating.AGAIN),
        ((shown(), answered(0.9)), Rating.AGAIN),
        ((shown(), WRONG, revealed()), Rating.AGAIN),
    ],
)
def test_a_showing_is_rated_by_tries_hints_and_certainty(events, rating):
    assert ratings(*events) == [rating]


def test_a_step_that_was_only_looked_at_is_no_card():
    assert ratings(shown(), hint(), shown()) == []
    assert ratings(shown(), revealed()) == []


def test_the_next_showing_begins_after_a_right_answer_a_reveal_or_a_wrong_try():
    assert ratings(RIGHT, asked(), RIGHT) == [Rating.GOOD, Rating.GOOD]
    assert ratings(WRONG, revealed(), asked(), RIGHT) == [Rating.AGAIN, Rating.GOOD]
    assert ratings(WRONG, shown(), RIGHT) == [Rating.AGAIN, Rating.GOOD]


def test_showing_a_step_again_before_it_was_answered_is_the_same_showing():
    assert ratings(shown(), hint(), shown(), RIGHT) == [Rating.HARD]


def test_hints_still_in_sight_count_and_those_of_another_time_do_not():
    assert ratings(shown(), hint(), WRONG, shown(), RIGHT) == [Rating.AGAIN, Rating.HARD]
    assert ratings(shown(), hint(), RIGHT, asked(), RIGHT) == [Rating.HARD, Rating.GOOD]
    assert ratings(shown(), hint(), WRONG, reset(), shown(), RIGHT) == [Rating.AGAIN, Rating.GOOD]


def test_a_reset_deletes_no_review():
    assert ratings(RIGHT, reset(), WRONG) == [Rating.GOOD, Rating.AGAIN]


def test_score_and_certainty_are_those_of_the_first_answer_and_misconceptions_of_all():
    events = (
        answered(0.5, certainty=3, misconceptions=("one",)),
        answered(0.0, certainty=1, misconceptions=("one", "two")),
        answered(1.0, certainty=2),
    )
    (review,) = reviews(recorded(*events))[("m", "x")]
    assert (review.score, review.certainty, review.misconceptions) == (0.5, 3, ("one", "two"))
    assert review.at == NOW + timedelta(minutes=3)
    assert (review.title, review.competencies, review.unaided) == ("A title", ("c",), False)


def test_each_card_has_its_own_reviews_and_other_events_do_not_matter():
    events = (RIGHT, answered(step="y"), ev.PathChosen(path="p"), ev.StepRead(place=place("z")))
    assert {key: len(found) for key, found in reviews(recorded(*events)).items()} == {
        ("m", "x"): 1,
        ("m", "y"): 1,
    }
