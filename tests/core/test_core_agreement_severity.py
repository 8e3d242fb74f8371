"""Severity, reliability and the band: what is told of interviewers and of differences in score."""

from random import Random

import pytest
from agreement_kit import drawn
from hypothesis import given
from hypothesis import strategies as st

from coach.core.agreement import words
from coach.core.agreement.ratings import all_units, table
from coach.core.agreement.reliability import (
    SEPARATE,
    TOGETHER,
    band,
    least_difference,
    of_panel,
    reliability,
    runs,
    standard_error,
)
from coach.core.agreement.severity import severities


def fitted(ratings):
    return {one.rater: one for one in severities(all_units(table(ratings)))}


def exact(levels, severity, who):
    """Ratings without any noise: level + severity, by the raters who saw the candidate."""
    return {
        f"C{place}": {rater: {"q": level + severity[rater]} for rater in who(place)}
        for place, level in enumerate(levels)
    }


SEVERITY = {"strict": -1, "middle": 0, "kind": 1}


def test_severities_are_found_exactly_with_every_cell_filled():
    found = fitted(exact([2, 3, 4, 3, 2, 3], SEVERITY, lambda _: SEVERITY))

    assert {name: one.value for name, one in found.items()} == pytest.approx(SEVERITY)
    assert [one.rater for one in severities(all_units(table(exact([3], SEVERITY, lambda _: SEVERITY))))] == [
        "strict",
        "middle",
        "kind",
    ]


def test_severities_are_found_exactly_with_missing_cells_where_plain_means_would_mislead():
    levels = [2, 2, 2, 4, 4, 4]

    def who(place):
        return ("strict", "middle") if place > 2 else ("middle", "kind")

    ratings = exact(levels, SEVERITY, who)
    found = fitted(ratings)

    assert {name: one.value for name, one in found.items()} == pytest.approx(SEVERITY)
    plain = {
        name: [sheet["q"] for seen in ratings.values() for rater, sheet in seen.items() if rater == name]
        for name in ("strict", "kind")
    }
    assert sum(plain["strict"]) == sum(plain["kind"])


@given(st.lists(st.integers(-2, 2), min_size=3, max_size=6), st.integers(0, 1000))
def test_a_chain_of_raters_who_share_few_candidates_is_still_solved(steps, seed):
    severity = {f"r{place}": step for place, step in enumerate(steps)}
    chance = Random(seed)
    levels = [chance.randint(3, 5) for _ in range(3 * len(steps))]

    def who(place):
        one = place % (len(steps) - 1)
        return (f"r{one}", f"r{one + 1}")

    found = fitted(exact(levels, severity, who))

    mean = sum(steps) / len(steps)
    assert {name: one.value for name, one in found.items()} == pytest.approx(
        {name: step - mean for name, step in severity.items()}, abs=1e-9
    )


def test_severities_sum_to_nought_in_every_group_and_groups_are_told_apart():
    one = drawn(8, 2, 3, seed=2)
    other = {
        f"X{name}": {f"far-{rater}": sheet for rater, sheet in seen.items()}
        for name, seen in drawn(8, 3, 3, seed=3).items()
    }
    lonely = {"Y": {"alone": {"q0": 5}}}

    found = fitted({**one, **other, **lonely})

    assert found["alone"].value is None
    assert found["alone"].group is None
    assert words.severity_told(found["alone"]) == "nobody else rated the same candidates"
    assert {found[name].group for name in ("r0", "r1")} == {1}
    assert {found[f"far-r{place}"].group for place in range(3)} == {2}
    for group in (1, 2):
        assert sum(each.value for each in found.values() if each.group == group) == pytest.approx(0)


def test_a_severity_is_told_by_its_interval_and_only_from_five_candidates_on():
    ratings = {
        f"C{place}": {
            "kind": {"q": 4 + (place % 5 == 0)},
            "strict": {"q": 2 + (place % 4 == 0)},
            "other": {"q": 3 + place % 3 - 1},
        }
        for place in range(21)
    }

    found = fitted(ratings)

    assert words.severity_told(found["kind"]) == "more lenient than the others"
    assert words.severity_told(found["strict"]) == "more severe than the others"
    assert words.severity_told(found["other"]) == "no more than chance explains"
    assert found["kind"].interval.low < found["kind"].value < found["kind"].interval.high
    assert (found["kind"].candidates, found["kind"].ratings) == (21, 21)
    few = fitted(dict(list(ratings.items())[:4]))
    assert words.severity_told(few["kind"]) == "too few to tell"


def test_a_single_candidate_gives_a_severity_without_an_interval():
    found = fitted({"C": {"a": {"q": 2}, "b": {"q": 4}}})

    assert (found["a"].value, found["a"].interval) == (-1, None)


@pytest.mark.parametrize(("raters", "value"), [(1, 0.44), (2, 0.611), (3, 0.702), (4, 0.759), (5, 0.797)])
def test_more_interviewers_are_more_reliable(raters, value):
    assert of_panel(SEPARATE, raters) == pytest.approx(value, abs=5e-4)


def test_a_reliability_below_nought_counts_as_nought():
    assert of_panel(-0.3, 4) == 0


@pytest.mark.parametrize(("single", "points"), [(SEPARATE, 20.7), (TOGETHER, 14.1)])
def test_the_band_for_a_standard_deviation_of_ten(single, points):
    assert least_difference(10, single) == pytest.approx(points, abs=0.05)
    assert least_difference(10, single) == pytest.approx(1.96 * 2**0.5 * standard_error(10, single))


def test_with_few_candidates_the_published_figure_is_taken_and_named():
    scores = {f"C{place}": {"a": 40.0 + place, "b": 50.0 + place, "c": 60.0} for place in range(9)}

    found = reliability(scores)

    assert (found.measured, found.single, found.raters) == (False, SEPARATE, 3)
    assert words.reliability_told(found) == (
        "reliability 0.70, the published 0.44 for separate interviews, stepped up to 3 interviewers"
    )


def test_the_fewest_interviewers_of_any_candidate_decide_over_the_published_figure():
    scores = {"C1": {"a": 40.0, "b": 50.0, "c": 45.0}, "C2": {"a": 70.0}}

    assert reliability(scores).raters == 1
    assert reliability(scores).value == SEPARATE


def test_from_ten_candidates_on_it_is_measured_and_says_so():
    scores = {f"C{place}": {"a": 5.0 * place, "b": 5.0 * place + place % 3} for place in range(10)}

    found = reliability(scores)

    assert found.measured
    assert found.low < found.value < found.high
    assert words.reliability_told(found).startswith("reliability 1.00, measured on 10 candidates, 95 %")


def test_the_band_needs_three_candidates():
    rel = reliability({"C1": {"a": 40.0}, "C2": {"a": 70.0}})

    assert band([40, 70], rel) is None
    assert words.band_told(None).startswith("Differences in score: too few to tell")
    assert band([40, 50, 70], rel).candidates == 3


def test_neighbours_within_the_band_make_runs_that_may_overlap():
    within = band([10, 20, 30, 40, 80], reliability({"C1": {"a": 40.0}}))
    scores = {"a": 90.0, "b": 90.0 - within.points / 2, "c": 90.0 - within.points, "d": -200.0}

    assert runs(scores, within) == (("a", "b"), ("b", "c"))
    assert within.close(50, 50)
    assert not within.close(0, within.points)
    assert within.half * 2 == within.points
