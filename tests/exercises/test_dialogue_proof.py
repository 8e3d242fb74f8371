"""Conversations proved by playing them: what is caught, by which code, and what passes."""

from copy import deepcopy

import msgspec
import pytest

from coach.core.dialogue.graph import explore
from coach.core.dialogue.plot import plot_of
from coach.core.finding import Severity
from coach.exercises.dialogue import Spec
from coach.exercises.dialogue.lint import findings
from coach.exercises.dialogue.players import records
from coach.exercises.dialogue.proof import findings_in, proof, report, seen

WHY = "It has a reason."


def option(name, goto, **more):
    return {"id": name, "text": f"I say {name}.", "why": WHY, "goto": goto, **more}


def talk():
    """A small conversation that stands every check."""
    return {
        "id": "small-talk",
        "type": "dialogue",
        "prompt": "Make an appointment.",
        "persona": {
            "name": "A made-up person",
            "role": "CFO",
            "style": "driver",
            "about": "Nothing.",
            "start": {"trust": 40, "patience": 3},
        },
        "facts": [{"id": "budget", "text": "There is money."}],
        "variables": {"warm": False},
        "objectives": [{"id": "ask", "title": "Ask", "why": WHY, "cap": 10}],
        "nodes": {
            "open": {
                "says": "Well?",
                "options": [
                    option(
                        "pitch", "open", patience=-2, agree=True, text="I talk about myself for a long time."
                    ),
                    option("sell", "open", patience=-2, text="I sell."),
                    option("question", "more", set={"warm": True}, discloses=["budget"]),
                ],
            },
            "more": {
                "says": "Go on.",
                "options": [
                    option(
                        "wait", "more", patience=-3, agree=True, text="I wait for something to happen now."
                    ),
                    option("bold", "END.lost", text="Sign?"),
                    option("date", "END.won", award={"ask": 10}, when="warm and knows('budget')"),
                ],
            },
        },
        "endings": [
            {"id": "won", "title": "A date", "text": "Tuesday.", "won": True},
            {"id": "lost", "title": "Nothing", "text": "Goodbye.", "impatient": True},
        ],
        "limits": {"random": 0.4},
        "plays": [
            {"name": "golden", "select": ["question", "date"], "expect": {"ending": "won", "min_score": 1}},
            {"name": "talker", "select": ["pitch", "sell"], "expect": {"ending": "lost", "max_score": 0}},
        ],
    }


def spec_of(raw):
    spec = msgspec.convert(raw, type=Spec)
    assert not [found for found in findings(spec) if found.severity is Severity.ERROR]
    return spec


def codes(raw):
    return {found.code for found in proof(spec_of(raw))}


def test_a_conversation_that_is_sound_passes_without_a_word():
    assert not codes(talk())


def unreachable_node(raw):
    raw["nodes"]["attic"] = {"says": "Nobody hears this.", "options": [option("leave", "END.lost")]}


def unreachable_option(raw):
    raw["nodes"]["more"]["options"].append(option("never", "END.lost", when="trust > 98"))


def trap(raw):
    raw["nodes"]["open"]["options"].append(option("stay", "loop", once=False))
    raw["nodes"]["loop"] = {"says": "And?", "options": [option("same", "loop", once=False)]}


def dead_end(raw):
    raw["nodes"]["more"]["options"] = [
        option("wait", "more", agree=True),
        option("bold", "more"),
        option("date", "END.won", award={"ask": 10}, when="warm and knows('budget') and not seen.more > 1"),
    ]


def unreachable_ending(raw):
    raw["endings"].append({"id": "draw", "title": "Later", "text": "Perhaps.", "when": "trust > 98"})


def cap_out_of_reach(raw):
    raw["objectives"].append({"id": "listen", "title": "Listen", "why": WHY, "cap": 5})
    raw["nodes"]["more"]["options"][1]["award"] = {"listen": 5}


def play_with_another_ending(raw):
    raw["plays"][0]["expect"]["ending"] = "lost"


def play_with_another_score(raw):
    raw["plays"][1]["expect"] = {"min_score": 0.5}


def play_with_another_trust(raw):
    raw["plays"][0]["expect"]["trust"] = 41


def play_of_what_cannot_be_said(raw):
    raw["plays"][0]["select"] = ["date"]


def play_that_does_not_end(raw):
    raw["plays"][1]["select"] = ["pitch"]


def no_play_that_fails(raw):
    del raw["plays"][1]


def no_play_that_passes(raw):
    del raw["plays"][0]


def easy_at_random(raw):
    raw["limits"]["random"] = 0.1


def easy_by_length(raw):
    raw["nodes"]["open"]["options"][2]["text"] = (
        "I ask about their budget, and then I listen for quite a while."
    )
    raw["nodes"]["more"]["options"][2]["text"] = (
        "I propose Tuesday at ten, for half an hour, with you and with him."
    )


def easy_by_brevity(raw):
    for node in raw["nodes"].values():
        for one in node["options"]:
            one["text"] = "I ask." if one["id"] in ("question", "date") else f"{one['text']} And I go on."


def easy_by_place(raw):
    for node in raw["nodes"].values():
        node["options"].reverse()


def easy_by_agreeing(raw):
    for node in raw["nodes"].values():
        for one in node["options"]:
            one["agree"] = one["id"] in ("question", "date")


def variable_that_is_never_read(raw):
    raw["nodes"]["more"]["options"][2]["when"] = "knows('budget')"


def variable_that_is_never_set(raw):
    raw["variables"]["calm"] = True
    raw["nodes"]["more"]["options"][2]["when"] += " and calm"


def fact_that_is_never_told(raw):
    raw["facts"].append({"id": "plan", "text": "There is a plan."})


BAD = [
    ("C190", unreachable_node),
    ("C191", unreachable_option),
    ("C192", trap),
    ("C192", dead_end),
    ("C193", unreachable_ending),
    ("C194", cap_out_of_reach),
    ("C195", play_with_another_ending),
    ("C195", play_with_another_score),
    ("C195", play_with_another_trust),
    ("C195", play_of_what_cannot_be_said),
    ("C195", play_that_does_not_end),
    ("C195", no_play_that_fails),
    ("C195", no_play_that_passes),
    ("C196", easy_at_random),
    ("C196", easy_by_length),
    ("C196", easy_by_brevity),
    ("C196", easy_by_place),
    ("C196", easy_by_agreeing),
    ("C197", variable_that_is_never_read),
    ("C197", variable_that_is_never_set),
    ("C197", fact_that_is_never_told),
]


@pytest.mark.parametrize(("code", "spoil"), BAD, ids=[spoil.__name__ for _, spoil in BAD])
def test_what_playing_shows_is_told_by_its_code(code, spoil):
    raw = deepcopy(talk())
    spoil(raw)

    assert code in codes(raw)


def crossroads(number, flags):
    """A node with three ways on: set a flag, clear it, or look at the next one."""
    flag, following, on = f"flag{number % flags}", f"flag{(number + 1) % flags}", f"node-{number + 1}"
    return {
        "says": "And?",
        "options": [
            option(f"on-{number}", on, set={flag: True}, once=False),
            option(f"by-{number}", on, when=following, once=False),
            option(f"off-{number}", on, set={flag: False}, once=False),
        ],
    }


def large(nodes=200, flags=6):
    """A conversation of many nodes, with flags that are set on the way and looked at later."""
    raw = talk()
    raw["variables"] = {f"flag{number}": False for number in range(flags)}
    raw["nodes"] = {f"node-{number}": crossroads(number, flags) for number in range(nodes - 1)}
    raw["nodes"][f"node-{nodes - 1}"] = {
        "says": "Last.",
        "options": [
            option("end", "END.won", award={"ask": 10}),
            option("go", "END.lost", discloses=["budget"]),
        ],
    }
    raw["turns"] = 200
    raw["plays"] = []
    return raw


def test_a_conversation_of_200_nodes_and_six_variables_is_looked_at_as_a_whole():
    found = seen(spec_of(large()))

    assert found.graph.complete
    assert len(found.nodes) == 200


def test_beyond_its_bound_the_search_says_so_and_falls_back_to_play():
    raw = large(nodes=40)
    raw["nodes"]["attic"] = {"says": "Nobody hears this.", "options": [option("leave", "END.lost")]}
    spec = spec_of(raw)
    told = {found.code: found for found in findings_in(spec, seen(spec, bound=100))}

    assert told["C198"].severity is Severity.WARNING
    assert "more than 100 situations" in told["C198"].text
    assert "2000 times at random" in told["C198"].text
    assert told["C190"].severity is Severity.WARNING
    assert "'attic'" in told["C190"].text
    assert "nor in 2000 games at random" in told["C190"].text
    assert "C198" not in {found.code for found in findings_in(spec, seen(spec))}


def test_players_play_the_same_every_time_and_reach_no_more_than_the_search():
    plot = plot_of(spec_of(talk()))
    graph = explore(plot)
    first, second = records(plot), records(plot)

    assert first == second
    for one in first:
        assert one.options <= graph.options
        assert one.nodes <= graph.nodes
        assert 0 <= one.passed <= one.runs


def test_the_report_tells_what_was_looked_at_and_how_players_did():
    told = "\n".join(report(spec_of(talk())))

    assert "all there are" in told
    assert "Nodes: 2 of 2 reached." in told
    assert "Best score: 100 %." in told
    for player in ("random", "longest", "shortest", "first", "agree"):
        assert f"Player {player}: passes " in told
