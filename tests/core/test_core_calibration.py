"""Certainty-based marking, and how often people were right at each level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.calibration import LEVELS, Level, calibration, marks


def expected(level: int, chance: float) -> float:
    """The marks that a level brings on average to somebody who is right with this chance."""
    return chance * marks(right=True, certainty=level) + (1 - chance) * marks(right=False, certainty=level)


@pytest.mark.parametrize(("level", "right", "wrong"), [(1, 1, 0), (2, 2, -2), (3, 3, -6)])
def test_marks_rise_with_certainty_and_so_does_what_a_wrong_answer_costs(level, right, wrong):
    assert (marks(right=True, certainty=level), marks(right=False, certainty=level)) == (right, wrong)


@pytest.mark.parametrize(("chance", "best"), [(0.5, 1), (0.66, 1), (0.68, 2), (0.79, 2), (0.81, 3), (1, 3)])
def test_people_do_best_by_saying_how_sure_they_are(chance, best):
    assert max(LEVELS, key=lambda level: expected(level, chance)) == best


@given(st.lists(st.tuples(st.sampled_from(LEVELS), st.booleans())))
def test_every_answer_is_counted_at_its_level(pairs):
    levels = calibration(iter(pairs))

    assert [level.certainty for level in levels] == [1, 2, 3]
    assert sum(level.count for level in levels) == len(pairs)
    for level in levels:
        right = [right for certainty, right in pairs if certainty == level.certainty]
        assert level.share == (sum(right) / len(right) if right else None)


def test_a_level_without_answers_has_no_share():
    assert calibration([(3, True), (3, False)]) == (
        Level(certainty=1, count=0, share=None),
        Level(certainty=2, count=0, share=None),
        Level(certainty=3, count=2, share=0.5),
    )


def test_a_level_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="a certainty is 1, 2 or 3, not 4"):
        calibration([(4, True)])
    with pytest.raises(ValueError, match="a certainty is 1, 2 or 3, not 0"):
        marks(right=True, certainty=0)
