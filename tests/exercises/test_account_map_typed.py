"""Account maps in typed lines: beginnings of words, any order, and what to type instead."""

import msgspec
import pytest
from account_map_kit import CONTEXT, KEY, SEEDS, SPEC, person
from hypothesis import given
from hypothesis import strategies as st

from coach.core.exercise import Context, Unreadable
from coach.exercises.account_map import KIND, Marks, Response
from coach.exercises.account_map.spec import (
    Attitude,
    Influence,
    Role,
    aspects,
    in_rows,
    values,
)


@given(st.data(), SEEDS)
def test_any_map_can_be_typed_with_the_beginnings_of_words(data, seed):
    context = Context(seed=seed)
    entries, wanted = [], {}
    for number, (one, _) in enumerate(in_rows(SPEC, context), 1):
        said = {aspect: data.draw(st.sampled_from(values(SPEC, aspect))) for aspect in aspects(SPEC)}
        wanted[one.id] = Marks(**{aspect.value: value for aspect, value in said.items()})
        who = data.draw(st.sampled_from([str(number), one.name.partition(" ")[0].upper(), one.name]))
        words = [value[: data.draw(st.integers(1, len(value)))] for value in said.values()]
        entries.append(" ".join([who, *data.draw(st.permutations(words))]))

    response = KIND.read(SPEC, "; ".join([*data.draw(st.permutations(entries)), "lacks none"]), context)

    assert response == Response(people=wanted)


REST = "bob t m a; cleo c l f; lacks 1"


@pytest.mark.parametrize(
    "line",
    [
        f"ann decision-maker high neutral; {REST}",
        f"Ann Hill: Decision Maker, HIGH, neutral; {REST}",
        f"hill = n h d; {REST};",
        f"1 d h n; {REST}",
    ],
)
def test_signs_capitals_and_order_do_not_matter(line):
    seed = next(seed for seed in range(9) if KIND.ask(SPEC, Context(seed=seed)).rfind("1  A user") > 0)
    assert KIND.read(SPEC, line, Context(seed=seed)) == KEY


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "Nobody has a place yet."),
        ("lacks 1", "Everybody needs a place; still missing: Ann Hill, Bob Lake, Cleo Marsh."),
        ("dora d h n", "There is nobody called “dora” here."),
        ("ann d h n; ann d h n", "Ann Hill is there twice. Type each person once."),
        ("ann d h", "Ann Hill still needs: attitude. Type one of each: role champion, blocker,"),
        ("ann d h boss", "“boss” cannot be said about Ann Hill. Type one of each:"),
        ("ann d b h n", "Ann Hill has role twice. Type it once."),
        ("ann d h n; bob t m a; cleo c l f", "Say also what is missing: lacks 1, or lacks nothing."),
        ("ann d h n; lacks 3", "What is missing has numbers from 1 to 2. Type lacks 1, or lacks nothing."),
        ("a" * 2001, "That is longer than any answer here."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value).startswith(message)


def test_a_beginning_that_fits_two_people_asks_for_more():
    twins = (*SPEC.people, person("Anton Hall", Role.USER, Influence.LOW, Attitude.FOR))

    with pytest.raises(Unreadable, match=r"“an” may mean .* and .*\. Type more of the name, or the number\."):
        KIND.read(msgspec.structs.replace(SPEC, people=twins), "an d h n", CONTEXT)
