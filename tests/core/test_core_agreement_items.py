"""Items and adverse impact: what each question did, and how groups were selected."""

import pytest
from agreement_kit import FIVE, drawn
from hypothesis import given
from hypothesis import strategies as st

from coach.core.impact import Finding, Group, against, fisher, flipped_ratio, impact, ratio_of
from coach.core.panel.item_analysis import Flag, analyse, fisher_interval, pearson


def analysed(ratings):
    return {one.item: one for one in analyse(ratings, FIVE)}


def by_one(rows):
    """One rater's ratings of several items, a row for each candidate."""
    return {
        f"C{place}": {"r": {f"q{item}": value for item, value in enumerate(row)}}
        for place, row in enumerate(rows)
    }


def test_an_item_has_mean_deviation_and_the_share_that_was_not_assessed():
    found = analysed(by_one([[2, 3], [4, 3], [None, 3], [3, 4]]))

    one = found["q0"]
    assert (one.mean, one.deviation, one.missing) == (3, 1, 0.25)
    assert (one.candidates, one.ratings) == (3, 3)


def test_the_correlation_is_with_the_other_items_and_not_with_itself():
    rows = [[place % 5 + 1, place % 5 + 1, (place * 2) % 5 + 1] for place in range(10)]

    found = analysed(by_one(rows))

    rest = [(row[0], (row[1] + row[2]) / 2) for row in rows]
    assert found["q0"].correlation == pytest.approx(pearson(rest))
    assert found["q0"].interval.low < found["q0"].correlation < found["q0"].interval.high


def test_a_correlation_needs_five_candidates_and_some_variation():
    assert analysed(by_one([[1, 2], [2, 3], [3, 3], [4, 5]]))["q0"].correlation is None
    assert analysed(by_one([[3, 2], [3, 3], [3, 3], [3, 5], [3, 1]]))["q0"].correlation is None
    assert analysed(by_one([[place % 5 + 1] for place in range(9)]))["q0"].correlation is None


def test_fishers_interval_as_in_tables():
    found = fisher_interval(0.5, 28)

    assert (found.low, found.high) == pytest.approx((0.1560, 0.7358), abs=5e-4)
    assert fisher_interval(1, 5).low == 1


@pytest.mark.parametrize(
    ("column", "flag"),
    [
        ([5] * 6 + [3, 2, 4, 1], Flag.CEILING),
        ([1] * 5 + [3, 2, 4, 5, 2], Flag.FLOOR),
        ([4] * 10, Flag.SAME),
        ([None] * 3 + [1, 2, 3, 4, 5, 2, 3, 2, 4, 3], Flag.MISSING),
        ([5, 1, 5, 1, 2, 4, 1, 3, 4, 2], Flag.WEAK),
    ],
)
def test_what_is_remarkable_about_an_item_is_flagged(column, flag):
    others = [place % 5 + 1 for place in range(len(column))]
    rows = [[value, other, other] for value, other in zip(column, others, strict=True)]

    assert flag in analysed(by_one(rows))["q0"].flags


def test_no_item_is_flagged_by_fewer_than_ten_candidates():
    assert analysed(by_one([[5, place % 5 + 1] for place in range(9)]))["q0"].flags == ()
    assert analysed(by_one([[5, place % 5 + 1] for place in range(10)]))["q0"].flags == (Flag.SAME,)


def test_an_item_that_nobody_could_rate_is_told_as_missing_altogether():
    one = analysed(by_one([[None, 3], [None, 4]]))["q0"]

    assert (one.mean, one.deviation, one.missing, one.candidates) == (None, None, 1, 0)


def test_several_raters_of_a_candidate_are_one_observation():
    found = analysed(drawn(12, 3, 4))

    assert {(one.candidates, one.ratings) for one in found.values()} == {(12, 36)}


def group(name, selected, applied):
    return Group(name=name, selected=selected, applied=applied)


def test_adverse_impact_that_chance_does_not_explain():
    one = against(group("B", 12, 40), group("A", 48, 80))

    assert one.ratio == pytest.approx(0.5)
    assert one.p == pytest.approx(0.0034, abs=5e-5)
    assert one.flipped < 0.8
    assert one.finding is Finding.IMPACT


def test_a_ratio_that_one_person_would_lift_is_too_few_to_tell():
    one = against(group("B", 1, 4), group("A", 3, 5))

    assert (one.ratio, one.flipped) == pytest.approx((0.41667, 0.8), abs=1e-5)
    assert one.p == pytest.approx(0.5238, abs=5e-5)
    assert one.finding is Finding.ONE_PERSON
    assert "too few to tell" in one.finding.value


def test_groups_with_small_cells_are_shown_without_any_figure():
    found = impact([group("A", 3, 5), group("B", 1, 4)])

    assert {one.finding for one in found} == {Finding.TOO_FEW}
    assert {(one.applied, one.selected, one.rate, one.ratio, one.p, one.flipped) for one in found} == {
        (None,) * 6
    }


def test_a_large_group_of_which_nobody_was_selected_is_not_passed_over():
    found = {one.group: one for one in impact([group("A", 48, 80), group("B", 0, 60), group("C", 2, 5)])}

    assert (found["B"].finding, found["B"].selected) == (Finding.HIDDEN, None)
    assert found["C"].finding is Finding.TOO_FEW
    assert found["A"].finding is Finding.HIGHEST


@pytest.mark.parametrize(
    ("selected", "finding"),
    [(32, Finding.NO_SIGN), (31, Finding.ONE_PERSON), (28, Finding.CHANCE), (20, Finding.IMPACT)],
)
def test_the_findings_by_how_many_were_selected_out_of_eighty(selected, finding):
    assert against(group("B", selected, 80), group("A", 40, 80)).finding is finding


counts = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda two: (min(two), max(two)))


@given(counts, counts)
def test_fishers_p_is_a_chance_and_the_same_either_way_round(one, other):
    first, second = group("A", *one), group("B", *other)

    p = fisher(first, second)

    assert 0 < p <= 1
    assert fisher(second, first) == pytest.approx(p)
    assert 0 <= ratio_of(first, second) <= 1
    assert 0 <= flipped_ratio(first, second) <= 1


def test_fishers_p_of_the_lady_tasting_tea():
    assert fisher(group("A", 3, 4), group("B", 1, 4)) == pytest.approx(34 / 70)
    assert fisher(group("A", 4, 4), group("B", 0, 4)) == pytest.approx(2 / 70)
