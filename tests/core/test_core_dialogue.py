"""A conversation is played turn by turn: effects, ways, reactions and endings."""

import pytest
from dialogue_kit import PERSONA, option, plot
from hypothesis import given
from hypothesis import strategies as st

from coach.core.dialogue.engine import NotOffered, begin, choose, offers
from coach.core.dialogue.run import play
from coach.core.dialogue.situation import fairmath

TRUST = st.integers(1, 99)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        (50, 20, 60),
        (90, 20, 92),
        (50, -20, 40),
        (55, 25, 66),
        (55, -25, 42),
        (99, 50, 99),
        (1, -99, 1),
        (1, 99, 99),
        (40, 0, 40),
    ],
)
def test_trust_moves_by_a_share_of_the_room_that_is_left(before, change, after):
    assert fairmath(before, change) == after


@given(trust=TRUST, change=st.integers(-99, 99))
def test_trust_never_leaves_its_bounds_nor_goes_the_wrong_way(trust, change):
    after = fairmath(trust, change)

    assert 1 <= after <= 99
    assert (after - trust) * change >= 0


def situation(talk, *choices):
    return play(talk, choices).state.situation


def offered(talk, *choices):
    return [(one.id, one.open, one.reason) for one in offers(talk, situation(talk, *choices))]


def lines(talk, *choices, seed=0):
    run = play(talk, choices, seed)
    return run.exchanges[-1].lines if run.exchanges else run.opening.lines


def test_a_turn_tells_what_it_really_changed():
    talk = plot(
        {
            "a": {
                "options": [
                    option("x", "a", trust=20, patience=-1, discloses=["sum"], award={"aim": 30}),
                    option("y", "a", discloses=["sum"], award={"aim": 30}),
                    option("z", "a", once=False),
                ]
            }
        },
        facts=[{"id": "sum", "text": "It cost 95,000."}],
    )

    first, second = play(talk, ["x", "y"]).exchanges

    assert first.change == (10, -1, ("sum",), (("aim", 30),))
    assert second.change == (0, 0, (), (("aim", 10),)), "points stop at the cap, facts are new but once"


def test_an_option_is_said_once_unless_it_stays():
    talk = plot({"a": {"options": [option("x", "a"), option("y", "a", once=False)]}})

    assert offered(talk, "x", "y", "y") == [("y", True, "")]


def test_what_cannot_be_said_yet_is_hidden_or_locked_with_its_reason():
    talk = plot(
        {
            "a": {
                "options": [
                    option("hidden", when="trust >= 60"),
                    option("locked", when="trust >= 60", locked="needs trust 60"),
                    option("praise", "a", trust=30),
                ]
            }
        }
    )

    assert offered(talk) == [("locked", False, "needs trust 60"), ("praise", True, "")]
    assert [name for name, is_open, _ in offered(talk, "praise") if is_open] == ["hidden", "locked"]
    with pytest.raises(NotOffered, match="'locked' cannot be chosen"):
        choose(talk, begin(talk).state, "locked")


def test_conditions_know_meters_variables_facts_points_and_counts():
    talk = plot(
        {
            "a": {
                "options": [
                    option(
                        "x",
                        "a",
                        once=False,
                        set={"visits": "visits + 1", "warm": "trust > 40"},
                        discloses=["sum"],
                        award={"aim": 15},
                    ),
                    option(
                        "y",
                        when="turn == 2 and visits == 2 and warm and knows('sum') and disclosed.sum "
                        "and objective.aim == 30 and seen.a == 3 and chosen.x > 1 and patience = 5",
                    ),
                ]
            }
        },
        facts=[{"id": "sum", "text": "It cost 95,000."}],
        variables={"visits": 0, "warm": False},
    )

    assert offered(talk, "x") == [("x", True, "")]
    assert offered(talk, "x", "x") == [("x", True, ""), ("y", True, "")]


def test_a_sum_that_cannot_be_worked_out_changes_nothing_and_a_huge_one_is_cut():
    again = option("x", "a", once=False, set={"a": "a * 1000", "b": "1 / (a - a)"})
    talk = plot({"a": {"options": [again]}}, variables={"a": 7, "b": 3})

    assert situation(talk, "x", "x", "x").variables == (1_000_000, 3)


def test_the_first_way_that_holds_is_taken():
    goto = [{"to": "b", "when": "trust < 50"}, {"to": "c"}]
    nodes = {
        "a": {"options": [option("praise", goto, trust=10), option("boast", goto, trust=-10)]},
        "b": {"says": "Cold.", "options": [option("x")]},
        "c": {"says": "Warm.", "options": [option("y")]},
    }

    assert lines(plot(nodes), "praise") == ("Warm.",)
    assert lines(plot(nodes), "boast") == ("Cold.",)


def test_nodes_without_options_go_on_by_themselves_and_a_closed_one_takes_its_fallback():
    talk = plot(
        {
            "a": {"says": "A.", "goto": "b"},
            "b": {"says": "B.", "options": [option("x", "b", reply="Hm.")], "fallback": "c"},
            "c": {"says": "C.", "options": [option("y")]},
        }
    )

    assert lines(talk) == ("A.", "B.")
    assert lines(talk, "x") == ("Hm.", "B.", "C.")


def test_a_scene_is_played_and_returns_to_where_it_was_called():
    scene = {
        "id": "price",
        "title": "Price",
        "facts": [{"id": "rebate", "text": "There is none."}],
        "nodes": {
            "start": {"says": "Too dear.", "options": [option("x", "end", discloses=["rebate"])]},
            "end": {
                "says": [{"text": "I see.", "when": "knows('rebate') and chosen.x == 1 and seen.start == 1"}],
                "goto": "return",
            },
        },
    }
    nodes = {
        "a": {"goto": "price -> b"},
        "b": {
            "says": "Back.",
            "options": [option("x", when="knows('price-rebate')")],
            "fallback": "END.over",
        },
    }
    talk = plot(nodes, scenes=[scene])

    assert lines(talk) == ("Too dear.",)
    assert lines(talk, "price-x") == ("I see.", "Back.")
    assert situation(talk, "price-x", "x").ending == "won"


def test_scenes_call_scenes_and_each_returns_to_its_own_caller():
    inner = {"id": "inner", "title": "I", "nodes": {"s": {"says": "Inner.", "goto": "return"}}}
    outer = {
        "id": "outer",
        "title": "O",
        "nodes": {
            "s": {"says": "Outer.", "goto": "inner -> t"},
            "t": {"says": "Outer again.", "goto": "return"},
        },
    }
    nodes = {"a": {"goto": "outer -> b"}, "b": {"says": "Home.", "options": [option("x")]}}

    assert lines(plot(nodes, scenes=[inner, outer])) == ("Outer.", "Inner.", "Outer again.", "Home.")


def test_of_several_lines_the_one_with_most_conditions_met_is_said():
    says = [
        {"text": "Plain."},
        {"text": "Warm.", "when": "trust > 40"},
        {"text": "Warm and patient.", "when": "trust > 40 and patience > 3"},
        {"text": "Never.", "when": "trust > 40 and patience > 3 and turn > 9"},
    ]
    talk = plot({"a": {"says": says, "options": [option("x", "a", patience=-2)]}})

    assert lines(talk) == ("Warm and patient.",)
    assert lines(talk, "x") == ("Warm.",)


@given(seed=st.integers(0, 2**48))
def test_of_equal_lines_the_one_not_said_for_longest_is_said_and_the_seed_decides_the_rest(seed):
    says = [{"text": text} for text in "abc"]
    talk = plot({"a": {"says": says, "options": [option("x", "a", once=False)]}})

    said = [lines(talk, *["x"] * turns, seed=seed)[0] for turns in range(6)]

    assert set(said[:3]) == set("abc")
    assert said[3:] == said[:3]
    assert said == [lines(talk, *["x"] * turns, seed=seed)[0] for turns in range(6)]


def test_another_seed_lets_another_line_be_said():
    talk = plot({"a": {"says": [{"text": text} for text in "abc"], "options": [option("x")]}})

    assert {lines(talk, seed=seed)[0] for seed in range(40)} == set("abc")


THREE_ENDINGS = [
    {"id": "won", "title": "Won", "text": "Yes.", "won": True},
    {"id": "cold", "title": "Cold", "text": "No.", "when": "trust < 20"},
    {"id": "over", "title": "Over", "text": "Enough.", "impatient": True},
]


@pytest.mark.parametrize(
    ("choice", "ending", "cause"),
    [
        (option("x"), "won", "way"),
        (option("x", "a", trust=-70), "cold", "condition"),
        (option("x", "a", patience=-5), "over", "patience"),
        (option("x", patience=-9), "won", "way"),
        (option("x", "b"), "over", "stuck"),
    ],
)
def test_it_ends_by_a_way_a_condition_patience_or_with_nothing_left_to_say(choice, ending, cause):
    nodes = {
        "a": {"options": [choice, option("stay", "a")]},
        "b": {"options": [option("y", when="trust > 90")]},
    }
    talk = plot(nodes, endings=THREE_ENDINGS)

    found = situation(talk, "x")

    assert (found.ending, found.cause) == (ending, cause)
    assert offers(talk, found) == ()


def test_when_the_turns_are_used_up_the_impatient_ending_comes():
    talk = plot({"a": {"options": [option("x", "a", once=False)]}}, turns=3)

    assert not situation(talk, "x", "x").ending
    assert situation(talk, "x", "x", "x").cause == "turns"


def test_choices_that_cannot_be_made_are_left_and_end_nothing():
    talk = plot({"a": {"options": [option("x", "a"), option("y", "a")]}})

    run = play(talk, ["x", "gone", "y"])

    assert [one.id for one in run.exchanges] == ["x"]
    assert run.left == ("gone", "y")


WILD = {
    "a": {
        "options": [
            option("up", "b", trust=35, award={"aim": 7}, once=False),
            option("down", "b", trust=-60, patience=-1, once=False, set={"n": "n + 1"}),
            option("leave", "END.over", when="n > 3", locked="not yet"),
        ]
    },
    "b": {
        "says": [{"text": "One."}, {"text": "Two."}],
        "options": [
            option("back", "a", patience=1, once=False, award={"aim": 9}),
            option("scene", "s -> a", once=False),
            option("done", [{"to": "END.won", "when": "trust > 70 and objective.aim > 30"}, {"to": "a"}]),
        ],
    },
}
SCENE = {"id": "s", "title": "S", "nodes": {"s": {"options": [option("x", "return", trust=5, once=False)]}}}


@given(picks=st.lists(st.integers(0, 4), max_size=40), seed=st.integers(0, 99), trust=TRUST)
def test_whatever_is_said_trust_and_points_keep_their_bounds_and_it_ends_in_time(picks, seed, trust):
    persona = PERSONA | {"start": {"trust": trust, "patience": 3}}
    talk = plot(WILD, scenes=[SCENE], variables={"n": 0}, persona=persona, turns=12)
    state = begin(talk, seed).state
    for pick in picks:
        open_ = [one.id for one in offers(talk, state.situation) if one.open]
        if not open_:
            break
        state = choose(talk, state, open_[pick % len(open_)]).state
        assert 1 <= state.situation.trust <= 99
        assert 0 <= state.situation.points[0] <= 40
        assert state.situation.patience >= 0
        assert hash(state) == hash(state)

    assert state.turn <= 12
    assert state.over == (not offers(talk, state.situation))
    if len(picks) >= 12:
        assert state.over
