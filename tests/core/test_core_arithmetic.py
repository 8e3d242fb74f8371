"""Sums written by authors: what they come to, and what is wrong with those that come to nothing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.arithmetic import ArithmeticFault, evaluate, exact, names, parse

VALUES = {"a": Fraction(3), "b_2": Fraction(1, 4), "zero": Fraction(0)}
SIGNS = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: left / right,
}
FUNCTIONS = {"min": min, "max": max}

LEAVES = st.one_of(
    st.decimals(0, 1000, places=2).map(lambda number: (str(number), lambda: Fraction(number))),
    st.sampled_from(sorted(VALUES)).map(lambda name: (name, lambda: VALUES[name])),
)


def joined(parts):
    """Join two sums by a sign, one of them in brackets; each sum is its text and Python's own result."""
    (left, left_value), sign, (right, right_value) = parts
    return f"({left}) {sign} ({right})", lambda: SIGNS[sign](left_value(), right_value())


def called(parts):
    function, first, second = parts
    return f"{function}({first[0]}, {second[0]})", lambda: FUNCTIONS[function](first[1](), second[1]())


SUMS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(sorted(SIGNS)), inner).map(joined),
        st.tuples(st.sampled_from(sorted(FUNCTIONS)), inner, inner).map(called),
        inner.map(lambda one: (f"-({one[0]})", lambda: -one[1]())),
    ),
    max_leaves=8,
).filter(lambda one: len(one[0]) <= 200)


def worth(text: str) -> Fraction:
    return evaluate(parse(text), VALUES)


@given(SUMS)
def test_a_sum_comes_to_what_python_makes_of_it(one):
    text, by_python = one
    try:
        expected = by_python()
    except ZeroDivisionError:
        with pytest.raises(ArithmeticFault, match="it divides by zero"):
            worth(text)
        return
    assert worth(text) == expected


@given(st.lists(st.tuples(st.sampled_from("+-*/"), st.integers(1, 99)), max_size=20), st.integers(0, 99))
def test_signs_bind_as_they_do_in_python(rest, first):
    text = str(first) + "".join(f" {sign} {number}" for sign, number in rest)
    in_fractions = str(f"Fraction({first})") + "".join(f"{sign}Fraction({number})" for sign, number in rest)

    assert worth(text) == eval(in_fractions, {"Fraction": Fraction})


@given(st.one_of(st.text(), st.text(alphabet="0123456789.+-*/(), abround_minx", max_size=60)))
def test_any_text_is_worked_out_or_refused_with_its_own_error(text):
    try:
        result = worth(text)
    except ArithmeticFault:
        return
    assert isinstance(result, Fraction)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_taken_as_the_decimal_it_is_written_as(number):
    assert float(exact(number)) == number
    assert exact(0.1) + exact(0.2) == exact(0.3)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", Fraction(7)),
        ("(1 + 2) * 3", Fraction(9)),
        ("-2 * -3", Fraction(6)),
        ("1 - -1", Fraction(2)),
        (".5 + 0.25", Fraction(3, 4)),
        ("a * b_2", Fraction(3, 4)),
        ("min(a, 2, 5) + max(1, 4)", Fraction(6)),
        ("round(2.5)", Fraction(3)),
        ("round(-2.5)", Fraction(-3)),
        ("round(1.005, 2)", Fraction(101, 100)),
        ("round(1250, -2)", Fraction(1300)),
    ],
)
def test_sums_are_worked_out_exactly_and_halves_are_rounded_away_from_zero(text, value):
    assert worth(text) == value


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it ends where a number, a name or a bracket should follow"),
        ("1 +", "it ends where a number, a name or a bracket should follow"),
        ("1 2", "'2' stands at character 3 where +, -, * or / should stand"),
        ("(1", "it ends where ')' should follow"),
        ("1)", "')' stands at character 2 where +, -, * or / should stand"),
        ("1 ** 2", "'*' stands at character 4 where a number, a name or a bracket should stand"),
        ("a[0]", "'[' at character 2 has no meaning in a sum"),
        ("a.real", "'.' at character 2 has no meaning in a sum"),
        ("٣", "'٣' at character 1 has no meaning in a sum"),
        ("round", "it ends where '(' should follow"),
        ("round(1, 2, 3)", "round at character 1 takes one value, or a value and its decimals"),
        ("min(1)", "min at character 1 takes two or more values"),
        ("round(1, 0.5)", "round takes a whole number of decimals from -15 to 15, not 0.5"),
        ("round(1, 99)", "round takes a whole number of decimals from -15 to 15, not 99"),
        ("open(1)", "'(' stands at character 5 where +, -, * or / should stand"),
        ("c + 1", "the name 'c' is not known"),
        ("1 / zero", "it divides by zero"),
        ("1" * 201, "it has 201 characters, more than 200"),
        ("(" * 30 + "1" + ")" * 30, "more than 20 brackets or minus signs stand within each other"),
        ("-" * 30 + "1", "more than 20 brackets or minus signs stand within each other"),
    ],
)
def test_a_fault_says_what_is_wrong_and_where(text, fault):
    with pytest.raises(ArithmeticFault) as trouble:
        worth(text)

    assert str(trouble.value) == fault


def test_the_names_in_a_sum_are_known_without_working_it_out():
    assert names(parse("-a * (b + max(c, 1)) / a")) == {"a", "b", "c"}
    assert names(parse("1 + 2")) == set()
