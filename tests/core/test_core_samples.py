"""How ratings of sample answers are held against the experts'."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.calibrating import (
    accuracy_text,
    brief_text,
    gap_text,
    mixed,
    next_step,
    severity_text,
    spread_text,
)
from coach.core.sample import ENOUGH, FEW, TRAPS, Figures, Pair, Trap, figures

levels = st.integers(1, 5)
pairs = st.lists(st.builds(Pair, own=levels, expert=levels), max_size=40)


def paired(own, expert):
    return [Pair(own=one, expert=other) for one, other in zip(own, expert, strict=True)]


SCALE = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]


def test_figures_by_hand():
    found = figures(paired([3, 4, 5, 2, 3], [2, 4, 3, 2, 4]))
    assert found.same == pytest.approx(0.4)
    assert found.within == pytest.approx(0.8)
    assert found.distance == pytest.approx(0.8)
    assert found.severity == pytest.approx(0.4)
    assert found.margin == pytest.approx(2 * (1.3**0.5) / 5**0.5)
    assert found.spread == pytest.approx((1.3 / 1) ** 0.5)
    assert found.follows == pytest.approx(0.5 / (1.3**0.5))


@given(pairs)
def test_too_few_ratings_give_no_figure_and_enough_give_figures_within_their_bounds(drawn):
    found = figures(drawn)
    assert found.count == len(drawn)
    if len(drawn) < FEW:
        assert found == Figures(count=len(drawn))
        return
    assert 0 <= found.same <= found.within <= 1
    assert abs(found.severity) <= found.distance <= 4
    assert found.follows is None or -1 <= found.follows <= 1
    assert not (found.lenient and found.severe)
    assert not (found.bunched and found.stretched)


@given(pairs)
def test_severity_turns_round_when_rater_and_experts_change_places(drawn):
    there, back = figures(drawn), figures([Pair(own=one.expert, expert=one.own) for one in drawn])
    if there.severity is not None:
        assert there.severity == pytest.approx(-back.severity)
        assert (there.lenient, there.severe) == (back.severe, back.lenient)


@given(st.lists(levels, min_size=ENOUGH, max_size=30))
def test_who_rates_like_the_experts_has_no_bias(drawn):
    found = figures(paired(drawn, drawn))
    assert (found.same, found.within, found.distance, found.severity) == (1, 1, 0, 0)
    assert not any((found.lenient, found.severe, found.bunched, found.stretched))
    assert "close to the experts" in accuracy_text(found)
    assert "neither lenient nor severe" in severity_text(found)


def test_a_level_above_is_lenient_and_a_level_below_severe_once_there_are_enough():
    high = figures(paired([2, 3, 4, 5, 2, 3, 4, 5, 2, 3], [1, 2, 3, 4, 1, 2, 3, 4, 1, 2]))
    low = figures(paired([1, 2, 3, 4, 1, 2, 3, 4, 1, 2], [2, 3, 4, 5, 2, 3, 4, 5, 2, 3]))
    assert "1.0 lenient (±0.0, n = 10): you rate higher" in severity_text(high)
    assert next_step(high).startswith("You are lenient.")
    assert "1.0 severe (±0.0, n = 10): you rate lower" in severity_text(low)
    assert next_step(low).startswith("You are severe.")


def test_a_difference_that_chance_explains_is_no_bias():
    found = figures(paired([5, 1, 5, 1, 5, 1, 5, 1, 5, 2], [3, 3, 3, 3, 3, 3, 3, 3, 3, 1]))
    assert found.severity == pytest.approx(0.3)
    assert not found.lenient
    assert "neither lenient nor severe beyond chance" in severity_text(found)


def test_always_the_middle_lies_too_close_together():
    found = figures(paired([3] * 10, SCALE))
    assert found.bunched
    assert found.follows is None
    assert "0 % of the experts' spread: your ratings lie too close together" in spread_text(found)
    assert next_step(found).startswith("Your ratings lie too close together.")


def test_going_to_the_ends_is_told():
    found = figures(paired([1, 1, 3, 5, 5, 1, 1, 3, 5, 5], [2, 2, 3, 4, 4, 2, 2, 3, 4, 4]))
    assert found.stretched
    assert next_step(found).startswith("Your ratings go to the ends.")


def test_between_five_and_ten_there_are_figures_and_no_verdict():
    found = figures(paired([2, 3, 4, 5, 5], [1, 2, 3, 4, 4]))
    for text in (accuracy_text(found), severity_text(found), spread_text(found)):
        assert text.endswith("too few for a verdict")
    assert next_step(found) == "Rate 5 more samples; from 10 on there is a verdict."


def test_below_five_every_sentence_says_how_many_are_missing():
    found = figures(paired([2, 3, 4], [1, 2, 3]))
    for text in (accuracy_text(found), severity_text(found), spread_text(found)):
        assert text == "too few to tell: 2 more"
    assert brief_text(found) == "3 samples rated, too few to tell"


def test_experts_who_gave_one_rating_to_all_tell_nothing_about_spread():
    found = figures(paired(SCALE, [3] * 10))
    assert found.spread is None
    assert "cannot be told" in spread_text(found)


def test_the_brief_line_for_a_list():
    found = figures(paired([1, 2, 3, 4, 5, 2, 3, 4, 5, 5], SCALE))
    assert brief_text(found) == "10 samples rated, within one level 100 %, 0.4 lenient"


@pytest.mark.parametrize(
    ("gap", "said"), [(0, "the same"), (1, "1 level above the experts"), (-3, "3 levels below the experts")]
)
def test_a_single_gap_in_words(gap, said):
    assert gap_text(gap) == said


@given(st.lists(st.text("abc-", min_size=1, max_size=6), unique=True, max_size=12), st.text(max_size=8))
def test_the_order_is_a_persons_own_complete_and_does_not_depend_on_the_file(names, person):
    ordered = mixed([(name, name) for name in names], person)
    assert sorted(ordered) == sorted(names)
    assert ordered == mixed([(name, name) for name in reversed(names)], person)


def test_two_people_meet_the_answers_in_different_orders():
    names = [(f"sample-{number}", number) for number in range(12)]
    assert mixed(names, "mira") != mixed(names, "kim")
    assert mixed(names, "mira") != tuple(range(12))


def test_every_trap_is_explained():
    assert set(TRAPS) == set(Trap)
