"""How far spellings are apart, and how many slips are forgiven."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.spelling import distance, slips_between

WORDS = st.text(alphabet="abcdeäß -.'1", max_size=14)


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("", "", 0),
        ("abc", "", 3),
        ("lead", "lead", 0),
        ("lead", "laed", 1),
        ("lead", "led", 1),
        ("lead", "leaad", 1),
        ("lead", "lend", 1),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
    ],
)
def test_the_distance_counts_letters_added_dropped_changed_and_swapped(one, other, letters):
    assert distance(one, other) == letters


@given(WORDS, WORDS)
def test_the_distance_is_the_same_both_ways_and_zero_only_for_equals(one, other):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, other) <= max(len(one), len(other))


@pytest.mark.parametrize(
    ("said", "meant", "slips"),
    [
        ("leda", "lead", None),
        ("quoat", "quota", 1),
        ("qoat", "quota", None),
        ("prospectnig", "prospecting", 1),
        ("prospctnig", "prospecting", 2),
        ("prspctnig", "prospecting", None),
        ("finra rule 3221", "finra rule 3220", None),
        ("finra ruel 3220", "finra rule 3220", 1),
    ],
)
def test_slips_are_forgiven_by_the_length_of_the_word_and_never_in_digits(said, meant, slips):
    assert slips_between(said, meant) == slips
