"""All that a conversation can come to, what is the best of it, and what each turn cost."""

import time

from dialogue_kit import option, plot
from hypothesis import given
from hypothesis import strategies as st

from coach.core.dialogue.engine import begin, choose, offers, open_moves
from coach.core.dialogue.graph import explore
from coach.core.dialogue.run import best_choices, costliest, play, regrets
from coach.core.dialogue.score import score

HUB = {
    "hub": {
        "options": [
            option("ask", "hub", award={"aim": 20}, trust=10, discloses=["sum"]),
            option("chat", "hub", patience=-1, once=False),
            option("boast", "hub", trust=-30),
            option("offer", "close", when="knows('sum')", locked="ask first", award={"aim": 20}),
            option("leave", "END.over"),
        ]
    },
    "close": {
        "options": [
            option("date", [{"to": "END.won", "when": "trust >= 55"}, {"to": "END.over"}]),
            option("mail", "END.over"),
        ]
    },
    "attic": {"options": [option("never")]},
}
FACTS = [{"id": "sum", "text": "It cost 95,000."}]


def hub(**more):
    return plot(HUB, facts=FACTS, **more)


def test_the_graph_knows_everything_that_can_be_reached_and_nothing_else():
    graph = explore(hub())

    assert graph.complete
    assert graph.nodes == {"hub", "close"}
    assert graph.options == {"ask", "chat", "boast", "offer", "leave", "date", "mail"}
    assert {one.ending for one in graph.ended} == {"won", "over"}
    assert not graph.trapped


def test_a_search_beyond_its_bound_says_that_it_is_not_complete():
    assert not explore(hub(), bound=5).complete
    assert explore(hub(), bound=500).complete


def test_an_ending_with_the_name_of_a_node_does_not_lead_back_to_it():
    def talk(first):
        asked = [option(name, first) for name in ("a", "b", "c")]
        return plot(
            {
                first: {"options": [*asked, option("on", "last")]},
                "last": {"options": [option("yes"), option("no", "END.over")]},
            }
        )

    assert len(explore(talk("won")).edges) == len(explore(talk("begin")).edges)


def test_situations_from_which_no_ending_can_be_reached_are_trapped():
    nodes = {
        "a": {"options": [option("x", "b"), option("y")]},
        "b": {"options": [option("round", "b", once=False)]},
    }

    assert {one.node for one in explore(plot(nodes)).trapped} == {"b"}


@given(picks=st.lists(st.integers(0, 4), max_size=12))
def test_the_best_is_really_reached_by_following_it(picks):
    talk = hub()
    graph = explore(talk)
    state = begin(talk).state
    for pick in picks:
        moves = open_moves(talk, state.situation)
        if moves:
            state = choose(talk, state, moves[pick % len(moves)].id).state
    promised = graph.best(state.situation)
    assert promised is not None
    turns = 0
    while not state.over:
        state = choose(talk, state, graph.best(state.situation).option).state
        turns += 1

    assert score(talk, state.situation) == promised.score
    assert turns == promised.turns


@given(picks=st.lists(st.integers(0, 4), min_size=1, max_size=30))
def test_nothing_that_is_played_beats_the_best(picks):
    talk = hub()
    graph = explore(talk)
    promised = graph.best(begin(talk).state.situation).score
    state = begin(talk).state
    for pick in picks:
        open_ = [one.id for one in offers(talk, state.situation) if one.open]
        if open_:
            state = choose(talk, state, open_[pick % len(open_)]).state
            assert graph.best(state.situation).score <= promised + 1e-9

    assert score(talk, state.situation) <= promised


def test_without_a_good_ending_the_score_stays_below_the_pass_mark():
    talk = hub()

    assert score(talk, play(talk, ["ask", "offer", "mail"]).state.situation) == 0.79
    assert score(talk, play(talk, ["ask", "offer", "date"]).state.situation) == 1


def test_the_turn_that_cost_most_is_told_with_what_could_be_reached():
    talk = hub()

    worst = costliest(talk, play(talk, ["chat", "boast", "ask", "offer", "date"]))

    assert (worst.turn, worst.before, worst.after, worst.exact) == (2, 1, 0.79, True)
    assert costliest(talk, play(talk, ["chat", "ask", "offer", "date"])) is None


@given(picks=st.lists(st.integers(0, 4), min_size=1, max_size=30))
def test_the_costs_of_all_turns_come_to_what_is_missing_at_the_end(picks):
    talk = hub()
    run = play(talk, [])
    for pick in picks:
        moves = open_moves(talk, run.state.situation)
        if moves:
            run = play(talk, [*(one.id for one in run.exchanges), moves[pick % len(moves)].id])

    costs = regrets(talk, run)
    last = costs[-1].after

    assert all(regret.cost >= 0 for regret in costs)
    assert abs(costs[0].before - sum(regret.cost for regret in costs) - last) < 1e-9
    if run.state.over:
        assert last == score(talk, run.state.situation)


def test_the_best_play_is_the_shortest_that_reaches_the_best():
    assert best_choices(hub()) == ("ask", "offer", "date")


def large(nodes=200, options=3):
    """A conversation of many nodes whose six variables, trust and patience all matter."""
    made = {
        f"n{at}": {
            "options": [
                option(
                    f"o{at}-{index}",
                    f"n{min(nodes - 1, at + 1 + (at * 7 + index * 3) % 4)}",
                    text="so " * (1 + (at + index) % 7),
                    trust=(-20, 0, 15)[(at + index) % 3],
                    patience=-((at + index) % 5 == 0),
                    set={f"v{(at + index) % 6}": (at * index) % 2 == 0},
                    **({"when": f"v{at % 6} or trust > 40", "locked": "not yet"} if index == 1 else {}),
                    **({"award": {"aim": 10}} if at % 9 == index else {}),
                )
                for index in range(options)
            ]
        }
        for at in range(nodes - 1)
    }
    made[f"n{nodes - 1}"] = {"says": "So be it.", "goto": "END.won"}
    persona = {"name": "A B", "role": "CFO", "style": "driver", "about": "-", "start": {"patience": 20}}
    return plot(made, variables={f"v{index}": False for index in range(6)}, turns=200, persona=persona)


def test_two_hundred_nodes_and_six_variables_are_searched_in_two_seconds_up_to_the_bound():
    talk = large()
    began = time.process_time()

    graph = explore(talk)
    best = graph.best(begin(talk).state.situation)

    assert time.process_time() - began < 2
    assert not graph.complete, "it has more situations than the bound, and says so"
    assert best is None or best.score <= 1


def test_beyond_the_bound_a_recorded_play_stands_in_for_the_best_and_costs_are_estimates():
    talk = large()
    recorded = []
    state = begin(talk).state
    while not state.over:
        moves = open_moves(talk, state.situation)
        move = max(moves, key=lambda one: (bool(one.awards), one.option.trust, one.option.patience))
        recorded.append(move.id)
        state = choose(talk, state, move.id).state
    play_ = {"name": "golden", "select": recorded, "expect": {}}
    again = plot_with_play(play_)

    assert best_choices(again) == tuple(recorded)
    assert not regrets(again, play(again, recorded))[0].exact


def plot_with_play(recorded):
    import msgspec

    from coach.core.dialogue.plot import Plot
    from coach.core.dialogue.script import Play

    return Plot(msgspec.structs.replace(large().script, plays=(msgspec.convert(recorded, Play),)))
