"""Candidates beside each other: scores, ranks, bands, and what must not be compared."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import guide, rated_guides

from coach.core.conduct import Refused
from coach.core.panel.comparison import compare, counted, disagreements
from coach.core.scoring import score


def compared(held, ratings, **options):
    fingerprints = {f"{candidate}, {member}": held.fingerprint for candidate in ratings for member in ["m"]}
    return compare(held, ratings, fingerprints=fingerprints, chance=Random(1), **options)


def place(result, candidate):
    return next(one for one in result.places if one.candidate == candidate)


@given(rated_guides(), st.sets(st.integers(0, 5), max_size=3))
def test_one_members_scorecard_gives_the_score_of_the_scorecard_exactly(drawn, dropped):
    held, ratings = drawn
    gone = {question.id for number, question in enumerate(held.questions) if number in dropped}

    one = place(compared(held, {"C-1": {"m": ratings}}, dropped=gone, least_coverage=0), "C-1")

    own = score(counted(held, gone), ratings)
    assert (one.score, one.coverage) == (own.value, own.coverage)


def test_what_is_missing_never_counts_as_nought():
    held = guide((3, 2, 1))

    one = place(compared(held, {"C-1": {"m": {"q0-0": 4, "q1-0": None, "q2-0": 5}}}), "C-1")

    assert one.score == pytest.approx(81.25)
    assert one.coverage == pytest.approx(0.6667, abs=5e-5)
    assert one.rank is None
    assert one.unranked == "67 % of the weight is rated, and a place needs 80 %"


def test_a_competency_is_the_mean_over_members_of_their_own_means():
    held = guide((1, 1), questions_each=2)
    ratings = {
        "C-1": {
            "dana": {"q0-0": 5, "q0-1": 5, "q1-0": 3, "q1-1": 3},
            "kim": {"q0-0": 2, "q0-1": None, "q1-0": 3, "q1-1": 3},
        }
    }

    one = place(compared(held, ratings), "C-1")

    assert one.competencies[0].by_member == {"dana": 5, "kim": 2}
    assert one.competencies[0].value == 3.5
    assert one.score == pytest.approx((62.5 + 50) / 2)
    assert one.members == 2


def ratings_by_levels(**levels):
    return {
        name: {member: {f"q{place_}-0": level for place_, level in enumerate(row)} for member in ("a", "b")}
        for name, row in levels.items()
    }


def test_equal_scores_share_a_rank_and_the_next_rank_is_left_out():
    ratings = ratings_by_levels(low=(1, 1), one=(4, 2), two=(2, 4), best=(5, 5))

    result = compared(guide((1, 1)), ratings)

    assert [(one.candidate, one.rank) for one in result.places] == [
        ("best", 1),
        ("one", 2),
        ("two", 2),
        ("low", 4),
    ]


def test_candidates_without_a_place_come_last_and_say_why():
    ratings = {**ratings_by_levels(best=(5, 5)), "none": {"a": {}}, "half": {"a": {"q0-0": 5}}}

    result = compared(guide((1, 1)), ratings)

    assert [one.candidate for one in result.places] == ["best", "none", "half"]
    assert [one.unranked for one in result.places] == [
        "",
        "nothing is rated",
        "50 % of the weight is rated, and a place needs 80 %",
    ]
    assert [one.candidate for one in result.ranked] == ["best"]


def test_a_dropped_question_counts_for_nobody_and_an_emptied_competency_costs_no_coverage():
    ratings = ratings_by_levels(one=(5, 1), two=(3, 4))

    result = compared(guide((1, 1)), ratings, dropped=["q1-0"])

    assert [(one.candidate, one.score, one.coverage) for one in result.places] == [
        ("one", 100, 1),
        ("two", 50, 1),
    ]


def test_scorecards_of_another_guide_are_refused():
    held, other = guide((1, 1)), guide((1, 2))

    with pytest.raises(Refused) as refusal:
        compare(
            held,
            ratings_by_levels(one=(3, 3)),
            fingerprints={
                "C-1 by Dana": held.fingerprint,
                "C-2 by Kim": other.fingerprint,
                "C-3 by Kim": "0",
            },
            chance=Random(1),
        )

    assert str(refusal.value).startswith(
        "C-2 by Kim and 1 more cannot be compared: held with another version"
    )
    assert other.fingerprint[:8] in str(refusal.value)
    assert held.fingerprint[:8] in str(refusal.value)


def test_close_neighbours_are_not_distinguishable_and_distant_ones_are():
    ratings = ratings_by_levels(a=(5, 5), b=(5, 4), c=(3, 3), d=(1, 1))

    result = compared(guide((1, 1)), ratings)

    assert result.distinguishable("a", "b") is False
    assert result.distinguishable("a", "d") is True
    assert result.distinguishable("a", "nobody") is None
    assert ("a", "b") in [run[:2] for run in result.groups]
    assert result.band.candidates == 4


def test_two_candidates_are_too_few_to_tell_apart():
    result = compared(guide((1, 1)), ratings_by_levels(a=(5, 5), b=(1, 1)))

    assert (result.band, result.groups, result.distinguishable("a", "b")) == (None, (), None)


def test_the_first_place_holds_with_any_weights_if_it_leads_everywhere():
    everywhere = compared(guide((1, 1)), ratings_by_levels(a=(5, 5), b=(4, 4)))
    partly = compared(guide((3, 1)), ratings_by_levels(a=(5, 1), b=(1, 5)))
    shared = compared(guide((1, 1)), ratings_by_levels(a=(5, 1), b=(1, 5)))

    assert (everywhere.stability.first, everywhere.stability.share) == ("a", 1)
    assert partly.stability.share == pytest.approx(0.5, abs=0.02)
    assert shared.stability is None


def test_weight_nought_plays_no_part_in_stability_or_effective_weight():
    result = compared(guide((1, 0)), ratings_by_levels(a=(5, 1), b=(4, 5), c=(3, 3), d=(2, 2), e=(1, 1)))

    assert result.stability.share == 1
    assert [(one.competency, one.value) for one in result.effective] == [("c0", pytest.approx(1))]


def test_the_largest_disagreement_comes_first():
    held = guide((1, 1, 1, 1))
    sheets = {
        "dana": {"q0-0": 3, "q1-0": 5, "q2-0": 4, "q3-0": 4},
        "kim": {"q0-0": 4, "q1-0": 1, "q2-0": 2, "q3-0": None},
    }

    found = disagreements(held, sheets)

    assert [one.competency for one in found] == ["c1", "c2", "c0"]
    assert [one.spread.wide for one in found] == [True, True, False]
    assert found[0].by_member == {"dana": 5, "kim": 1}
    assert [one.competency for one in disagreements(held, sheets, dropped=["q1-0"])] == ["c2", "c0"]


def test_one_members_scorecard_has_no_disagreement():
    assert disagreements(guide((1, 1)), {"dana": {"q0-0": 3, "q1-0": 5}}) == ()


def test_nobody_to_compare_is_an_empty_comparison():
    result = compared(guide((1, 1)), {})

    assert (result.places, result.band, result.groups, result.stability) == ((), None, (), None)
