"""Tails of F and t against tables and closed forms."""

from math import pi, tan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.agreement.distributions import beta_share, f_below, f_quantile, t_quantile

shares = st.floats(0.001, 0.999)
freedoms = st.floats(0.5, 500)


@given(shares, st.floats(0.2, 50))
def test_the_beta_share_has_its_closed_form_where_there_is_one(x, a):
    assert beta_share(x, a, 1) == pytest.approx(x**a, abs=1e-12)
    assert beta_share(x, 1, a) == pytest.approx(1 - (1 - x) ** a, abs=1e-12)


@given(shares, st.floats(0.2, 300), st.floats(0.2, 300))
def test_the_two_tails_sum_to_one(x, a, b):
    assert beta_share(x, a, b) + beta_share(1 - x, b, a) == pytest.approx(1, abs=1e-10)


def test_the_beta_share_ends_at_nought_and_one():
    assert (beta_share(0, 2, 3), beta_share(1, 2, 3)) == (0, 1)


@pytest.mark.parametrize(
    ("chance", "above", "below", "value"),
    [
        (0.975, 5, 15, 3.576415),
        (0.975, 15, 5, 6.427728),
        (0.95, 1, 10, 4.964603),
        (0.95, 10, 20, 2.347878),
        (0.975, 5, 4.79, 7.490104),
        (0.99, 3, 1000, 3.801246),
    ],
)
def test_quantiles_of_f_as_in_tables(chance, above, below, value):
    assert f_quantile(chance, above, below) == pytest.approx(value, abs=1e-5)


@given(shares, freedoms, freedoms)
def test_a_quantile_has_its_chance_below_it(chance, above, below):
    value = f_quantile(chance, above, below)

    assert f_below(value, above, below) == pytest.approx(chance, abs=1e-9)


@pytest.mark.parametrize(
    ("freedom", "value"),
    [(1, tan(0.475 * pi)), (2, 4.302653), (10, 2.228139), (49, 2.009575), (1e6, 1.959966)],
)
def test_quantiles_of_t_as_in_tables(freedom, value):
    assert t_quantile(0.975, freedom) == pytest.approx(value, rel=1e-6)


def test_the_middle_of_t_is_nought():
    assert t_quantile(0.5, 5) == 0
