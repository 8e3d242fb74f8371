"""What the weights do: whether a first place holds with others, and how much each one moves the score."""

from fractions import Fraction
from math import log
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.agreement.effective import effective_weights
from coach.core.agreement.stability import FINENESS, times_first

NAMES = ("a", "b", "c")

values = st.dictionaries(
    st.sampled_from(NAMES), st.fractions(1, 5, max_denominator=6), min_size=1, max_size=3
)


def slowly(first, others, seed, draws):
    """Count what times_first counts, one candidate after the other and in fractions."""
    chance = Random(seed)
    kept = 0
    for _ in range(draws):
        weights = {name: 1 + int(-log(1 - chance.random()) * FINENESS) for name in NAMES}

        def score(rated, weights=weights):
            whole = sum(weights[name] for name in rated)
            return sum(weights[name] * value for name, value in rated.items()) / Fraction(whole)

        kept += all(score(first) >= score(other) for other in others)
    return kept


@given(values, st.lists(values, min_size=1, max_size=4), st.integers(0, 99))
def test_all_rivals_at_once_are_the_same_as_one_after_the_other(first, others, seed):
    assert times_first(first, others, NAMES, Random(seed), draws=8) == slowly(first, others, seed, 8)


def test_a_candidate_who_is_best_in_everything_stays_first_always_and_the_worst_never():
    best, middle = {name: Fraction(5) for name in NAMES}, {name: Fraction(3) for name in NAMES}

    assert times_first(best, [middle, middle], NAMES, Random(1), draws=200) == 200
    assert times_first(middle, [best], NAMES, Random(1), draws=200) == 0
    assert times_first(middle, [middle], NAMES, Random(1), draws=200) == 200


def test_two_with_opposite_strengths_share_the_weightings_evenly():
    first = {"a": Fraction(5), "b": Fraction(1)}
    second = {"a": Fraction(1), "b": Fraction(5)}

    share = times_first(first, [second], ("a", "b"), Random(3)) / 10_000

    assert share == pytest.approx(0.5, abs=0.02)


def test_two_steps_ahead_of_one_behind_hold_two_thirds_of_all_weightings():
    first = {"a": Fraction(5), "b": Fraction(2)}
    second = {"a": Fraction(3), "b": Fraction(3)}

    share = times_first(first, [second], ("a", "b"), Random(3)) / 10_000

    assert share == pytest.approx(2 / 3, abs=0.02)


def test_ten_thousand_weightings_of_forty_candidates_take_a_blink():
    chance = Random(2)
    names = [f"c{place}" for place in range(8)]
    people = [{name: Fraction(chance.randint(4, 20), 4) for name in names} for _ in range(40)]

    began = process_time()
    times_first(people[0], people[1:], names, Random(1))

    assert process_time() - began < 0.5


def people(*columns):
    return [dict(zip(NAMES, row, strict=False)) for row in zip(*columns, strict=True)]


def test_a_weight_on_what_everybody_gets_alike_does_nothing():
    found = effective_weights({"a": 1, "b": 3}, people([1, 2, 3, 4, 5], [4, 4, 4, 4, 4]))

    assert [one.nominal for one in found] == [0.25, 0.75]
    assert [one.value for one in found] == pytest.approx([1, 0])


@given(
    st.lists(st.tuples(*[st.floats(1, 5)] * 3), min_size=5, max_size=12),
    st.tuples(*[st.floats(0.5, 5)] * 3),
)
def test_effective_weights_sum_to_one_wherever_scores_differ(rows, weights):
    found = effective_weights(
        dict(zip(NAMES, weights, strict=True)), [dict(zip(NAMES, row, strict=True)) for row in rows]
    )

    values_ = [one.value for one in found]
    if None not in values_:
        assert sum(values_) == pytest.approx(1, abs=1e-4)
    assert sum(one.nominal for one in found) == pytest.approx(1)


def test_effective_weights_need_five_complete_candidates_and_a_difference():
    few = effective_weights({"a": 1, "b": 1}, [*people([1, 2, 3, 4], [1, 2, 3, 4]), {"a": 5}])
    same = effective_weights({"a": 1, "b": 1}, people([3] * 6, [2] * 6))

    assert [(one.value, one.candidates) for one in few] == [(None, 4)] * 2
    assert [one.value for one in same] == [None] * 2


def test_weight_nought_is_left_out_and_the_others_get_an_interval():
    found = effective_weights({"a": 1, "b": 0, "c": 1}, people(range(12), [0] * 12, [5, 1, 3, 2] * 3))

    assert [one.competency for one in found] == ["a", "c"]
    assert all(one.interval.low < one.value < one.interval.high for one in found)
