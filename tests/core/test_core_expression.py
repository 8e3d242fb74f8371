"""Conditions written by authors: how they bind, what they come to, and what is said of broken ones."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.expression import (
    Binary,
    Call,
    ExpressionFault,
    Literal,
    Member,
    Name,
    evaluate,
    number,
    parse,
    walk,
)


class World:
    """A scope of a few names, one thing with parts, and two functions."""

    def name(self, node):
        known = {"trust": 40, "done": True, "today": date(2026, 11, 22), "word": "Acme", "empty": None}
        if node.name not in known:
            raise ExpressionFault(f"the name {node.name!r} is not known")
        return known[node.name]

    def member(self, of, node):
        return f"{of}.{node.name}"

    def call(self, node):
        if node.function == "boom":
            raise AssertionError("this should not have been worked out")
        if len(node.arguments) != 1:
            raise ExpressionFault("it takes one number")
        return number(evaluate(node.arguments[0], self), node.arguments[0]) * 2

    def alike(self, left, right):
        return str(left).casefold() == str(right).casefold()


def worth(text):
    return evaluate(parse(text), World())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("trust >= 40 and done", True),
        ("trust > 40 or not done", False),
        ("not trust > 40 and done", True),
        ("not (trust > 40 and done)", True),
        ("1 + 2 * 3 == 7", True),
        ("0.1 + 0.2 == 0.3", True),
        ("trust = 40 && word <> 'acme'", True),
        ("word ~ 'ACME' || boom(1)", True),
        ("false and boom(1)", False),
        ("true or boom(1)", True),
        ("!done", False),
        ("twice(trust) - 1", Fraction(79)),
        ("-trust + 41", Fraction(1)),
        ("today + 14 == today + 15 - 1", True),
        ("today < today + 1", True),
        ("empty == null", True),
        ("empty < 3", False),
        ("true == 1", False),
        ("word.part", "Acme.part"),
        ('"it\'s" == "it\'s"', True),
    ],
)
def test_what_an_expression_comes_to(text, value):
    assert worth(text) == value


def test_and_binds_closer_than_or_and_reckoning_closer_than_comparing():
    tree = parse("a or b and c == d + e * f")

    assert isinstance(tree, Binary)
    assert tree.sign == "or"
    assert isinstance(tree.right, Binary)
    assert [tree.right.sign, tree.right.right.sign, tree.right.right.right.sign] == ["and", "==", "+"]


def test_capitals_before_a_bracket_are_functions_as_in_validation_rules():
    tree = parse("AND(NOT(ISBLANK(Amount)), CloseDate < TODAY())")

    assert [node.function for node in walk(tree) if isinstance(node, Call)] == [
        "AND",
        "NOT",
        "ISBLANK",
        "TODAY",
    ]
    assert parse("a AND b OR NOT c") == parse("a and b or not c")


def test_a_call_can_have_parts():
    tree = parse("one(Lead, LastName ~ 'Roth').Owner.Name")

    assert isinstance(tree, Member)
    assert [node.name for node in walk(tree) if isinstance(node, Name)] == ["Lead", "LastName"]
    assert [node.value for node in walk(tree) if isinstance(node, Literal)] == ["Roth"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it ends where a value should follow"),
        ("trust >=", "it ends where a value should follow"),
        ("trust >= 40 40", "'40' stands at character 13 where a sign such as and, == or + should stand"),
        ("1 < 2 < 3", "'<' stands at character 7 where a sign such as and, == or + should stand"),
        ("'open", '"\'" at character 1 has no meaning in a condition'),
        ("a; b", "';' at character 2 has no meaning in a condition"),
        ("__import__('os').system('ls') [0]", "'[' at character 31 has no meaning in a condition"),
        ("troust > 3", "the name 'troust' is not known"),
        ("trust and done", "what stands at character 1 is neither true nor false"),
        ("word + 1 > 2", "what stands at character 1 is no number"),
        ("done < 3", "what stands at character 1 is no number"),
        ("1 / 0 > 1", "it divides by zero"),
        ("today + 99999999999 > today", "the date at character 7 is out of all bounds"),
        ("x" * 501, "it has 501 characters, more than 500"),
        ("not " * 30 + "done", "more than 20 brackets or minus signs stand within each other"),
        ("f(" * 30 + "1" + ")" * 30, "more than 20 brackets or minus signs stand within each other"),
    ],
)
def test_a_fault_says_what_is_wrong_and_where(text, fault):
    with pytest.raises(ExpressionFault) as trouble:
        worth(text)

    assert str(trouble.value) == fault


@given(st.one_of(st.text(max_size=80), st.text(alphabet="trusdone andor!()<>=.'~+-*/ 019,", max_size=80)))
def test_any_text_is_worked_out_or_refused_with_its_own_error(text):
    try:
        result = worth(text)
    except ExpressionFault as fault:
        result = str(fault)
    assert result is None or isinstance(result, bool | int | Fraction | str | date)
