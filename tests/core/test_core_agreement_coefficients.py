"""The coefficients: golden values from the papers, the definitions, and what must never matter."""

import pytest
from agreement_kit import (
    FIVE,
    KAPPA_FIRST,
    KAPPA_SECOND,
    KRIPPENDORFF,
    SHROUT_FLEISS,
    alpha_by_definition,
    crossed,
    drawn,
    each_of_one,
    metrics,
    sparse,
    units,
)
from hypothesis import given
from hypothesis import strategies as st

from coach.core.agreement.alpha import Metric, alpha
from coach.core.agreement.coefficient import Method, Standing
from coach.core.agreement.icc import Form, anova, icc, icc_interval, icc_value
from coach.core.agreement.kappa import Weighting, kappa
from coach.core.agreement.ratings import Scale, all_units, mean_by_rater, table
from coach.core.agreement.spread import spread


def alpha_of(found, metric):
    return alpha(each_of_one(found), metric).value


@pytest.mark.parametrize(
    ("metric", "value"), [("nominal", 0.743421), ("ordinal", 0.815388), ("interval", 0.849107)]
)
def test_alpha_of_the_published_example(metric, value):
    ratings = crossed(zip(*KRIPPENDORFF, strict=True))

    assert alpha(all_units(table(ratings)), Metric(metric)).value == pytest.approx(value, abs=1e-6)


@given(units, metrics)
def test_alpha_is_what_its_definition_says(drawn_, metric):
    expected = alpha_by_definition(drawn_, metric)

    assert alpha_of(drawn_, metric) == (None if expected is None else pytest.approx(expected, abs=1e-9))


@given(units, metrics, st.randoms(use_true_random=False))
def test_alpha_does_not_depend_on_the_order_of_raters_or_units(drawn_, metric, chance):
    mixed = [chance.sample(unit, len(unit)) for unit in chance.sample(drawn_, len(drawn_))]

    value = alpha_of(drawn_, metric)

    assert alpha_of(mixed, metric) == (None if value is None else pytest.approx(value, abs=1e-9))


@given(units, metrics, sparse)
def test_units_with_fewer_than_two_ratings_change_nothing(drawn_, metric, single):
    assert alpha_of([*drawn_, *single], metric) == alpha_of(drawn_, metric)


@given(units, st.sampled_from([Metric.NOMINAL, Metric.ORDINAL]))
def test_only_the_order_of_levels_matters_unless_they_are_numbers(drawn_, metric):
    stretched = [[rating**2 for rating in unit] for unit in drawn_]

    assert alpha_of(stretched, metric) == alpha_of(drawn_, metric)


def test_alpha_is_undefined_and_not_one_where_nothing_varies():
    told = alpha(each_of_one([[3, 3], [3, 3, 3]] * 6))

    assert (told.value, told.standing) == (None, Standing.NO_VARIATION)


@pytest.mark.parametrize(
    ("form", "value"),
    [
        (Form.ONE_WAY, 0.1657),
        (Form.AGREEMENT, 0.2898),
        (Form.CONSISTENCY, 0.7148),
        (Form.ONE_WAY_MEAN, 0.4428),
        (Form.AGREEMENT_MEAN, 0.6201),
        (Form.CONSISTENCY_MEAN, 0.9093),
    ],
)
def test_correlations_of_the_published_example(form, value):
    assert icc_value(anova(SHROUT_FLEISS), form) == pytest.approx(value, abs=5e-5)


@pytest.mark.parametrize(
    ("form", "low", "high"),
    [
        (Form.ONE_WAY, -0.13, 0.72),
        (Form.AGREEMENT, 0.02, 0.76),
        (Form.CONSISTENCY, 0.34, 0.95),
        (Form.ONE_WAY_MEAN, -0.88, 0.91),
        (Form.AGREEMENT_MEAN, 0.07, 0.93),
        (Form.CONSISTENCY_MEAN, 0.68, 0.99),
    ],
)
def test_the_intervals_of_the_published_example_are_as_wide_as_published(form, low, high):
    found = icc_interval(anova(SHROUT_FLEISS), form)

    assert (round(found.low, 2), round(found.high, 2)) == (low, high)


def test_a_severity_that_is_the_same_for_all_is_disagreement_and_yet_consistent():
    rows = [[level, level + 1] for level in (1, 2, 3, 4, 1, 2, 3)]

    assert icc_value(anova(rows), Form.CONSISTENCY) == pytest.approx(1)
    assert icc_value(anova(rows), Form.AGREEMENT) < 0.9


def test_full_agreement_is_one_with_an_interval_at_one_and_no_variation_has_no_value():
    means = {f"C{level}": {"a": level, "b": level} for level in (1.0, 2.0, 3.0, 4.0, 5.0)}
    same = {f"C{place}": {"a": 3.0, "b": 3.0} for place in range(5)}

    found = icc(means, Form.AGREEMENT)

    assert (found.value, found.interval.low, found.interval.high) == (1, 1, 1)
    assert icc(same, Form.AGREEMENT).standing is Standing.NO_VARIATION


def test_a_correlation_needs_a_complete_design():
    means = {f"C{place}": {"a": float(place), "b": float(place + place % 2)} for place in range(6)}
    gap = {**means, "C6": {"a": 3.0}}
    others = {**means, "C6": {"c": 3.0, "d": 4.0}}

    assert icc(gap, Form.AGREEMENT).standing is Standing.INCOMPLETE
    assert icc(gap, Form.ONE_WAY).value is None
    assert icc(others, Form.AGREEMENT).standing is Standing.INCOMPLETE
    assert icc(others, Form.ONE_WAY).value is not None


@pytest.mark.parametrize(("weighting", "value"), [("linear", 0.647059), ("quadratic", 0.841410)])
def test_weighted_kappa_of_the_example(weighting, value):
    pairs = each_of_one(zip(KAPPA_FIRST, KAPPA_SECOND, strict=True))

    assert kappa(pairs, FIVE, Weighting(weighting)).value == pytest.approx(value, abs=1e-6)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=5, max_size=12))
def test_kappa_does_not_depend_on_who_is_first_or_on_the_order(pairs):
    swapped = [(other, one) for one, other in reversed(pairs)]
    value = kappa(each_of_one(pairs), FIVE).value

    assert kappa(each_of_one(swapped), FIVE).value == (
        None if value is None else pytest.approx(value, abs=1e-9)
    )


def test_kappa_is_for_exactly_two_raters_whoever_stands_first():
    rows = list(zip(KAPPA_FIRST, KAPPA_SECOND, strict=True))
    ratings = crossed(rows)
    turned = {name: dict(reversed(found.items())) for name, found in ratings.items()}
    half = {name: turned[name] if place % 2 else ratings[name] for place, name in enumerate(ratings)}

    found = kappa(all_units(table(half)), FIVE)

    assert found.value == pytest.approx(0.841410, abs=1e-6)
    assert (found.candidates, found.raters, found.ratings) == (12, 2, 24)
    assert found.interval.low < found.value < found.interval.high
    assert kappa(all_units(table(drawn(12, 3, 1))), FIVE) is None


@pytest.mark.parametrize(
    ("ratings", "r_wg", "raw", "ad", "wide"),
    [
        ((4, 4, 5), 0.8333, 0.8333, 0.4444, False),
        ((2, 4, 5), 0.0, -0.1667, 1.1111, True),
        ((3, 3, 3), 1.0, 1.0, 0.0, False),
    ],
)
def test_the_spread_of_a_single_candidate(ratings, r_wg, raw, ad, wide):
    found = spread(ratings, FIVE)

    assert (found.r_wg, found.raw, found.ad) == pytest.approx((r_wg, raw, ad), abs=5e-5)
    assert (found.wide, found.raters) == (wide, 3)


def test_two_levels_apart_are_wide_on_five_points_and_less_than_half_of_a_longer_scale_is_not():
    assert spread((3, 5), FIVE).wide
    assert not spread((3, 4), FIVE).wide
    assert not spread((3, 5), Scale(low=1, high=10)).wide
    assert spread((1, 2), Scale(low=1, high=2)).wide
    assert spread((4,), FIVE) is None


@pytest.mark.parametrize(
    ("candidates", "standing"),
    [(4, Standing.TOO_FEW), (5, Standing.SHOWN), (9, Standing.SHOWN), (10, Standing.JUDGED)],
)
def test_a_value_needs_five_candidates_and_a_verdict_ten(candidates, standing):
    ratings = drawn(candidates, 3, 4, seed=3)
    found = [alpha(all_units(table(ratings))), icc(mean_by_rater(ratings), Form.AGREEMENT)]

    for one in found:
        assert one.standing is standing
        assert (one.value is None) == (standing is Standing.TOO_FEW)
        assert (one.candidates, one.raters) == (candidates, 3)


def test_one_rater_gives_no_value_however_many_candidates():
    ratings = drawn(30, 1, 4)

    assert alpha(all_units(table(ratings))).standing is Standing.TOO_FEW
    assert icc(mean_by_rater(ratings), Form.AGREEMENT).standing is Standing.TOO_FEW


def test_candidates_rated_by_one_person_do_not_count_towards_the_gate():
    ratings = drawn(4, 2, 1) | {f"X{place}": {"r0": {"q0": 3}} for place in range(20)}

    found = alpha(all_units(table(ratings)))

    assert (found.candidates, found.standing) == (4, Standing.TOO_FEW)


def test_intervals_hold_the_value_and_shrink_with_candidates():
    small, large = (alpha(all_units(table(drawn(size, 3, 4, seed=5)))) for size in (12, 90))

    for one in (small, large):
        assert one.interval.low < one.value < one.interval.high
        assert one.interval.method is Method.JACKKNIFE
    assert large.interval.high - large.interval.low < small.interval.high - small.interval.low


def test_leaving_out_groups_gives_about_the_width_of_leaving_out_single_candidates():
    fifty, more = (alpha(all_units(table(drawn(size, 3, 4, seed=5)))) for size in (50, 60))

    widths = [one.interval.high - one.interval.low for one in (fifty, more)]
    assert widths[1] == pytest.approx(widths[0], rel=0.4)


@pytest.mark.parametrize("noise", [0.4, 1.6])
def test_nineteen_of_twenty_intervals_hold_the_true_value_even_with_a_dozen_candidates(noise):
    true = alpha(all_units(table(drawn(4000, 4, 1, noise=noise, seed=0)))).value

    reaches = [
        alpha(all_units(table(drawn(12, 4, 1, noise=noise, seed=seed)))).interval for seed in range(1, 201)
    ]

    held = [reach.low <= true <= reach.high for reach in reaches if reach is not None]
    assert len(held) > 190
    assert 0.85 < sum(held) / len(held) < 0.99
