"""Conversations as an exercise: how they are judged, told line by line, and checked for their authors."""

from copy import deepcopy

import msgspec
import pytest

from coach.core.exercise import Context, Unreadable
from coach.core.finding import Severity
from coach.exercises import load

KIND = load("dialogue")
HERE = Context()


def option(name, goto="END.won", **more):
    return {"id": name, "text": f"I say {name}.", "why": f"Because of {name}.", "goto": goto, **more}


GOOD = {
    "id": "talk",
    "prompt": "You ring her.",
    "persona": {
        "name": "Aoife Tierney",
        "role": "CFO",
        "style": "driver",
        "about": "Decides by figures.",
        "start": {"trust": 50, "patience": 2},
    },
    "facts": [{"id": "sum", "text": "It cost 95,000."}],
    "variables": {"visits": 0, "warm": False},
    "objectives": [
        {"id": "aim", "title": "Aim", "why": "It counts.", "cap": 40},
        {"id": "step", "title": "Step", "why": "It binds.", "cap": 10},
    ],
    "nodes": {
        "hub": {
            "says": [{"text": "Still there?", "when": "chosen.chat > 0"}, {"text": "Yes?"}],
            "options": [
                option("chat", "hub", patience=-1, misconception="small-talk", once=False),
                option("ask", "price -> close", award={"aim": 30}, trust=20, discloses=["sum"]),
                option("hint", "hub", when="knows('sum')", locked="ask first", set={"visits": "visits + 1"}),
            ],
        },
        "close": {
            "says": "And?",
            "options": [
                option("date", award={"step": 10}, competency="closing"),
                option("mail", "END.mail"),
            ],
        },
    },
    "scenes": [
        {
            "id": "price",
            "title": "Price",
            "nodes": {
                "start": {
                    "says": "Too dear.",
                    "options": [
                        option("lower", "return", trust=-10),
                        option("value", "return", award={"aim": 10}, reply="I see."),
                    ],
                }
            },
        }
    ],
    "endings": [
        {"id": "won", "title": "Agreed", "text": "She writes it down.", "won": True},
        {"id": "mail", "title": "A mail", "text": "Nobody answers."},
        {"id": "over", "title": "Cut off", "text": "She hangs up.", "impatient": True},
    ],
}


def made(change=None):
    given = deepcopy(GOOD)
    if change:
        change(given)
    return msgspec.convert(given, KIND.spec)


def graded(*choices, spec=None, **more):
    return KIND.grade(spec or made(), KIND.response(choices=choices, **more), HERE)


def check(outcome, name):
    return next(one for one in outcome.checks if one.id == name)


def turn(so_far, line, spec=None):
    return KIND.turn(spec or made(), so_far, line, HERE)


# --- how it is judged -------------------------------------------------------------------------------------


def test_points_count_up_to_their_caps_and_the_pass_mark_decides():
    outcome = graded("ask", "price-value", "date")

    assert outcome.score == 1
    assert outcome.right
    assert check(outcome, "objective-aim").label == "Aim: 40 of 40 points"
    assert check(outcome, "ending").passed
    assert not outcome.misconceptions


def test_most_of_the_points_are_enough_with_a_good_ending_and_never_without():
    good, bad = graded("ask", "price-lower", "date"), graded("ask", "price-value", "mail")

    assert (good.score, good.right) == (0.8, True)
    assert (bad.score, bad.right) == (0.79, False)
    assert "Without a good ending" in bad.remark
    assert not check(bad, "ending").passed


@pytest.mark.parametrize(("mark", "needed"), [(0.8, 40), (0.55, 28), (0.7, 35), (1, 50), (0.01, 1)])
def test_the_points_needed_are_those_that_pass(mark, needed):
    spec = made(lambda given: given.update(pass_mark=mark))

    assert f"You pass with {needed} of 50 points" in KIND.ask(spec, HERE)


def test_the_turn_that_cost_most_is_named_with_what_could_be_reached():
    outcome = graded("ask", "price-value", "mail")
    worst = check(outcome, "costliest")

    assert worst.label == "Turn 3 cost most: I say mail."
    assert worst.why == "Before it, 100 % could still be reached, after it 79 %."
    assert "Turn 3 cost most, 21 % of all points." in outcome.remark
    assert not any(one.id == "costliest" for one in graded("ask", "price-value", "date").checks)


def test_every_turn_is_in_the_transcript_with_its_why_and_what_it_shows():
    outcome = graded("chat", "ask", "price-lower", "date")
    turns = [one for one in outcome.checks if one.id.startswith("turn-")]

    assert [one.why for one in turns] == [f"Because of {name}." for name in ("chat", "ask", "lower", "date")]
    assert [one.passed for one in turns] == [False, True, False, True]
    assert turns[3].label == "4. I say date. (closing)"
    assert outcome.misconceptions == ("small-talk",)


def test_patience_that_runs_out_ends_it_and_is_said():
    outcome = graded("chat", "chat")

    assert not check(outcome, "patience").passed
    assert check(outcome, "ending").why == "Patience was used up. She hangs up."


def test_a_conversation_broken_off_is_graded_as_it_stands():
    outcome = graded("ask", "price-value", "gone-since")

    assert check(outcome, "ending").label == "Ending: none"
    assert outcome.score == 0.79


def test_a_run_with_a_turn_taken_back_is_practice():
    assert graded("ask", "price-value", "date", rewound=True).again
    assert not graded("ask", "price-value", "date").again


def test_the_solution_is_the_shortest_play_with_full_marks():
    assert KIND.solution(made(), HERE).choices == ("ask", "price-value", "date")


# --- line by line -----------------------------------------------------------------------------------------


def test_it_begins_with_situation_goals_and_rules():
    said = turn(None, None).say

    for part in (
        "You ring her.",
        "Aoife Tierney, CFO (driver)",
        "trust 50 of 99 and patience 2",
        "Aim, up to 40",
    ):
        assert part in said
    assert "You pass with 40 of 50 points, if it ends with “Agreed”." in said
    assert "Tierney: Yes?" in said
    assert "  3  I say hint. (locked: ask first)" in said


def test_locked_options_are_shown_with_their_reason_and_cannot_be_said():
    spec = made(lambda given: given["nodes"]["hub"]["options"].reverse())

    assert "  1  I say hint. (locked: ask first)" in turn(None, None, spec).say
    with pytest.raises(
        Unreadable, match=r"is locked: ask first\. Type one of these numbers: 2 for “I say ask\.”"
    ):
        turn(None, "1", spec)


def test_a_turn_tells_its_effect_what_was_said_and_what_was_learnt():
    said = turn(None, "2").say

    assert "You: I say ask. (trust +10)" in said
    assert "Tierney: Too dear." in said
    assert "You learn: It cost 95,000." in said
    assert "(trust 60 of 99, patience 2)" in said


def test_goals_and_transcript_can_be_asked_for_at_any_time():
    so_far = turn(None, "2").response

    assert "Step, up to 10 points: It binds." in turn(so_far, "goals").say
    told = turn(so_far, "transcript")
    assert "Tierney: Yes?\nYou: I say ask. (trust +10)" in told.say
    assert told.response == so_far


def test_a_turn_can_be_taken_back_which_makes_it_practice():
    back = turn(turn(None, "1").response, "back")

    assert back.response == KIND.response(choices=(), rewound=True)
    assert "does not count" in back.say
    assert turn(turn(back.response, "2").response, "1").response.rewound
    with pytest.raises(Unreadable, match="no turn to take back"):
        turn(None, "back")


def test_a_draft_is_taken_up_to_the_first_choice_that_is_gone():
    told = turn(KIND.response(choices=("ask", "gone", "date")), "2")

    assert told.response.choices == ("ask", "price-value")


def test_after_the_end_it_is_over_whatever_is_typed():
    response = KIND.response(choices=("ask", "price-value", "date"))

    assert turn(response, "anything").over
    assert "Agreed. She writes it down." in turn(response, None).say


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("2 2", "It is not over yet. Now Tierney says “I see. And?” Type one of these numbers: 1 for"),
        ("2 2 1 1", "It was over after 3 turns."),
        ("2 9", "At turn 2: That cannot be said now."),
        ("mail", "At turn 1: That cannot be said now."),
    ],
)
def test_a_line_that_is_no_whole_conversation_is_refused_with_what_to_type(line, refusal):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(made(), line, HERE)

    assert str(trouble.value).startswith(refusal)


def test_ids_can_be_typed_for_numbers():
    assert KIND.read(made(), "ask, price-value, date", HERE) == KIND.read(made(), "2 2 1", HERE)


def test_paper_has_two_parts_and_keeps_what_would_be_said():
    text = str(KIND.printed(made(), HERE))

    assert "For the partner only" in text
    assert "It cost 95,000." in text
    assert "I say ask." not in text


# --- what is checked for authors --------------------------------------------------------------------------


def hub(given):
    return given["nodes"]["hub"]["options"]


def circle(given):
    given["nodes"] |= {"p": {"goto": "q"}, "q": {"goto": [{"to": "close", "when": "turn > 3"}, {"to": "p"}]}}


def circle_by_scene(given):
    given["scenes"].append({"id": "loop", "title": "L", "nodes": {"s": {"goto": "return"}}})
    given["nodes"]["p"] = {"goto": "loop -> p"}


def return_home(given):
    given["nodes"]["close"]["options"].append(option("home", "return"))


def large(given):
    given["nodes"] |= {f"n{index}": {"options": [option(f"x{index}")]} for index in range(390)}
    given["scenes"][0]["nodes"] |= {f"n{index}": {"goto": "return"} for index in range(20)}


BAD = {
    "nodes in a circle": ("C101", circle, "from p to q to p"),
    "a scene that returns to its own call": ("C101", circle_by_scene, "goes round"),
    "an unknown node": (
        "C102",
        lambda given: hub(given).append(option("x", "clos")),
        "did you mean 'close'?",
    ),
    "an unknown ending": ("C102", lambda given: hub(given).append(option("x", "END.wun")), "'END.won'"),
    "an unknown scene": ("C102", lambda given: hub(given).append(option("x", "prise -> hub")), "'price'"),
    "a return to nowhere": ("C102", return_home, "without a call"),
    "a condition with a typo": (
        "C103",
        lambda given: hub(given).append(option("x", when="trust >> 5")),
        "cannot be worked out",
    ),
    "a condition that is no condition": (
        "C103",
        lambda given: hub(given).append(option("x", when="trust + 5")),
        "a truth is needed",
    ),
    "things that cannot be compared": (
        "C103",
        lambda given: hub(given).append(option("x", when="trust > warm")),
        "a number must stand",
    ),
    "a sum of the wrong sort": (
        "C103",
        lambda given: hub(given).append(option("x", set={"visits": "warm"})),
        "a number is needed",
    ),
    "a value of the wrong sort": (
        "C103",
        lambda given: hub(given).append(option("x", set={"warm": 3})),
        "starts as a truth",
    ),
    "an unknown variable": (
        "C104",
        lambda given: hub(given).append(option("x", when="visit > 1")),
        "did you mean 'visits'?",
    ),
    "an unknown fact": (
        "C104",
        lambda given: hub(given).append(option("x", when="knows('sums')")),
        "no fact 'sums'",
    ),
    "an unknown function": ("C104", lambda given: hub(given).append(option("x", when="has('a')")), "has()"),
    "an unknown objective": (
        "C104",
        lambda given: hub(given).append(option("x", award={"ami": 1})),
        "did you mean 'aim'?",
    ),
    "a fact that is not there": (
        "C104",
        lambda given: hub(given).append(option("x", discloses=["sun"])),
        "did you mean 'sum'?",
    ),
    "a play of what is not there": (
        "C104",
        lambda given: given.update(plays=[{"name": "p", "select": ["aks"], "expect": {"ending": "win"}}]),
        "did you mean 'ask'?",
    ),
    "a cap out of reach": ("C105", lambda given: given["objectives"][1].update(cap=11), "come to 10"),
    "nothing to win": ("C106", lambda given: given["endings"][0].update(won=False), "no ending is won"),
    "no impatient ending": (
        "C106",
        lambda given: given["endings"][2].update(impatient=False),
        "impatient: true",
    ),
    "a node without a way on": (
        "C107",
        lambda given: given["nodes"].update(p={"says": "Hm."}),
        "needs a goto",
    ),
    "options that may all be closed": (
        "C107",
        lambda given: given["nodes"].update(p={"options": [option("x", when="trust > 60")]}),
        "fallback",
    ),
    "ways of which none may hold": (
        "C107",
        lambda given: hub(given).append(option("x", [{"to": "hub", "when": "trust > 60"}])),
        "perhaps none holds",
    ),
    "too many nodes": ("C108", large, "413 nodes"),
    "a way behind one that always holds": (
        "C109",
        lambda given: hub(given).append(option("x", [{"to": "hub"}, {"to": "close"}])),
        "never taken",
    ),
    "a reason that is never shown": (
        "C109",
        lambda given: hub(given).append(option("x", locked="later")),
        "always open",
    ),
    "a goto beside options": ("C109", lambda given: given["nodes"]["close"].update(goto="hub"), "never used"),
    "an option id used twice": ("C010", lambda given: hub(given).append(option("date")), "option id 'date'"),
    "a node id used twice by way of a scene": (
        "C010",
        lambda given: given["nodes"].update({"price-start": {"goto": "hub"}}),
        "node id 'price-start'",
    ),
    "an ending id used twice": (
        "C010",
        lambda given: given["endings"].append({"id": "mail", "title": "M", "text": "T"}),
        "ending id 'mail'",
    ),
}


def test_a_good_conversation_has_nothing_to_find():
    assert list(KIND.findings(made())) == []


@pytest.mark.parametrize("what", BAD)
def test_what_an_author_gets_wrong_is_found_by_its_code(what):
    code, spoil, words = BAD[what]

    found = list(KIND.findings(made(spoil)))

    assert code in {one.code for one in found}
    assert words in " ".join(one.text for one in found if one.code == code)
    assert all(one.code == "C010" or one.code in KIND.codes for one in found)
    assert all((one.severity is Severity.WARNING) == (one.code == "C109") for one in found)


def test_a_long_chain_of_nodes_or_scenes_without_options_is_a_circle_too():
    def chain(given):
        given["nodes"] |= {f"n{index}": {"goto": f"n{index + 1}"} for index in range(150)}
        given["nodes"]["n150"] = {"goto": "hub"}

    assert "C101" in {one.code for one in KIND.findings(made(chain))}


def test_an_option_without_a_why_cannot_be_read():
    def silent(given):
        del hub(given)[0]["why"]

    with pytest.raises(msgspec.ValidationError, match="why"):
        made(silent)
