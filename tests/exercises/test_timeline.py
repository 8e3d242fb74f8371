"""Timelines: rules rather than one order, plans that fit, events, the bar, the linter, and the screen."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_kit import (
    CONTEXT,
    DEMO,
    FIX,
    GOAL,
    PLAN,
    RANGE,
    RESPONSES,
    SEEDS,
    SOLUTION,
    SPEC,
    TALK,
    held,
    replaced,
)

from coach.core.document import Choices, Table, Together, flat
from coach.core.exercise import Context, Unreadable
from coach.exercises.timeline import KIND, Placed
from coach.exercises.timeline.plan import bar, fits, next_free, sequence, spans, where
from coach.exercises.timeline.rules import in_words, kept
from coach.exercises.timeline.spec import (
    After,
    AtLeast,
    AtMost,
    Before,
    First,
    Last,
    Within,
    numbered,
    offered,
)


@given(RESPONSES, SEEDS)
def test_any_meeting_even_an_impossible_or_old_one_is_graded_said_and_drawn(response, seed):
    context = Context(seed=seed)

    outcome = KIND.grade(SPEC, response, context)

    assert 0 <= outcome.score <= 1
    assert sum(check.weight for check in outcome.checks) == 4 + 2 * 3 + 2 * 2 + 2
    assert KIND.say(SPEC, response, context)


@given(st.integers(2, 12), SEEDS)
def test_any_plan_that_keeps_the_rules_is_as_good_as_the_authors(talk, seed):
    response = held(("goal", 0), ("demo", 2), ("talk", 10 + talk % 5))

    assert KIND.grade(SPEC, response, Context(seed=seed)).score == 1


def test_cards_rules_reactions_and_the_end_are_judged_each_by_itself():
    response = held(("slides", 0), ("goal", 6), ("talk", 8), sound="wait")

    outcome = KIND.grade(SPEC, response, CONTEXT)

    passed = {check.id: check.passed for check in outcome.checks if check.weight}
    assert passed == {
        "card.goal": True,
        "card.demo": False,
        "card.talk": True,
        "card.slides": False,
        "rule.goal-first": False,
        "rule.demo-talk": False,
        "rule.early": False,
        "event.sound": False,
        "event.price": False,
        "time": True,
    }
    assert outcome.score == pytest.approx(4 / 16)
    assert outcome.misconceptions == ("no-demo", "we-first", "no-goal", "all-wait")
    assert outcome.remark == "Right: 2 of 4 cards, 0 of 3 rules, 0 of 2 reactions."


def test_what_was_left_out_or_broken_is_told_only_once_it_is_solved():
    outcome = KIND.grade(SPEC, held(("slides", 0), ("goal", 6), sound="wait"), CONTEXT)

    early = {check.id for check in outcome.told(solved=False)}
    late = {check.id: check.why for check in outcome.told(solved=True)}
    assert early == {"card.slides", "card.goal", "event.sound", "time"}
    assert late["event.sound.better"] == "Why fix."
    assert late["event.price"] == "It never came about: the card before it was left out."


def test_reactions_that_cost_too_much_make_the_meeting_late():
    outcome = KIND.grade(SPEC, held(("goal", 0), ("demo", 2), ("talk", 10), sound="wait"), CONTEXT)

    time = next(check for check in outcome.checks if check.id == "time")
    assert not time.passed
    assert time.why == "Your cards take 15 minutes and your reactions 7: 22 of 20."


def test_without_costs_nobody_is_judged_by_the_clock():
    free = replaced(events=())

    assert "time" not in {check.id for check in KIND.grade(free, SOLUTION, CONTEXT).checks}


def test_four_fifths_of_a_meeting_are_enough():
    assert KIND.grade(SPEC, held(("goal", 0), ("demo", 2), ("talk", 10), price="later"), CONTEXT).right
    assert not KIND.grade(SPEC, held(("goal", 0), ("talk", 2), ("demo", 7)), CONTEXT).right


@pytest.mark.parametrize(
    ("rule", "keeps", "words"),
    [
        (First(id="r", why="w", card="goal"), True, "“Goal” comes first"),
        (First(id="r", why="w", card="demo"), False, "“Demo” comes first"),
        (Last(id="r", why="w", card="talk"), True, "“Talk” comes last"),
        (Last(id="r", why="w", card="demo"), False, "“Demo” comes last"),
        (Before(id="r", why="w", cards=("goal", "talk", "demo")), True, "“Goal” before “Talk” and “Demo”"),
        (Before(id="r", why="w", cards=("demo", "goal")), False, "“Demo” before “Goal”"),
        (After(id="r", why="w", cards=("talk", "goal", "demo")), True, "“Talk” after “Goal” and “Demo”"),
        (After(id="r", why="w", cards=("goal", "talk")), False, "“Goal” after “Talk”"),
        (
            Within(id="r", why="w", cards=("demo", "talk"), since=3, until=16),
            True,
            "“Demo” and “Talk” not before minute 3 and over by minute 16",
        ),
        (Within(id="r", why="w", cards=("demo",), since=4), False, "“Demo” not before minute 4"),
        (Within(id="r", why="w", cards=("talk",), until=15), False, "“Talk” over by minute 15"),
        (
            AtLeast(id="r", why="w", cards=("goal", "demo"), minutes=1),
            True,
            "At least 1 minute from the end of “Goal” to “Demo”",
        ),
        (
            AtLeast(id="r", why="w", cards=("goal", "demo"), minutes=2),
            False,
            "At least 2 minutes from the end of “Goal” to “Demo”",
        ),
        (AtMost(id="r", why="w", cards=("demo", "talk"), minutes=0), True, "“Talk” directly after “Demo”"),
        (AtMost(id="r", why="w", cards=("goal", "demo"), minutes=0), False, "“Demo” directly after “Goal”"),
        (
            AtMost(id="r", why="w", cards=("talk", "demo"), minutes=9),
            False,
            "“Demo” at most 9 minutes after “Talk”",
        ),
        (First(id="r", why="w", card="slides"), False, "“Slides” comes first"),
    ],
)
def test_each_rule_is_tested_and_said(rule, keeps, words):
    assert kept(SPEC, rule, PLAN) is keeps
    assert in_words(SPEC, rule) == words


@given(SEEDS)
def test_the_seed_shuffles_cards_and_reactions_and_loses_none(seed):
    context = Context(seed=seed)

    cards = numbered(SPEC, context)
    assert cards == numbered(SPEC, context)
    assert {one.id for one in cards.values()} == {"goal", "demo", "talk", "slides"}
    assert {one.id for one in offered(SPEC.events[0], context)} == {"fix", "wait"}


def test_another_seed_gives_another_order():
    orders = {tuple(one.id for one in numbered(SPEC, Context(seed=seed)).values()) for seed in range(100)}

    assert len(orders) > 15


@given(st.permutations(["goal", "demo", "talk", "slides"]), st.integers(1, 4), SEEDS)
def test_cards_typed_in_order_follow_one_another(names, count, seed):
    context = Context(seed=seed)
    numbers = {one.id: number for number, one in numbered(SPEC, context).items()}
    lengths = {one.id: one.minutes for one in SPEC.cards}
    chosen = names[:count]
    line = " ".join(numbers[name] for name in chosen)

    if sum(lengths[name] for name in chosen) > SPEC.length:
        with pytest.raises(Unreadable, match="would end at minute"):
            KIND.read(SPEC, f"{line}; 1 1", context)
        return
    placed = KIND.read(SPEC, f"{line}; 1 1", context).placed
    assert [one.card for one in placed] == chosen
    assert [one.minute for one in placed] == [
        sum(lengths[name] for name in chosen[:place]) for place in range(count)
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "No card is used yet. Type the numbers of the cards that you use, in order"),
        ("; 1 1", "No card is used yet."),
        ("5; 1 1", "“5” is no card from 1 to 4."),
        (f"{GOAL} x; 1 1", "“x” is no card from 1 to 4."),
        (f"{GOAL} {GOAL}; 1 1", f"Card {GOAL} is there twice. Type each card once."),
        (f"{DEMO}@13; 1 1", "“Demo” would end at minute 21, but the meeting has 20."),
        (f"{DEMO} {TALK}@7; 1 1", "“Talk” from minute 7 to 12 would lie over another card."),
        (f"{GOAL}; 1", "1 reactions are there, but 2 events."),
        (f"{GOAL}; 1 3", "There is no reaction 3 here. Type the number of what you do, from 1 to 2."),
        ("1" * 501, "That is longer than any answer here."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value).startswith(message)


def test_turn_by_turn_the_events_come_as_they_happen_to_the_plan():
    assert KIND.turn is not None
    first = KIND.turn(SPEC, None, None, CONTEXT)
    assert "sound" not in first.say
    late_demo = f"{GOAL} {TALK} {DEMO}"
    second = KIND.turn(SPEC, first.response, late_demo, CONTEXT)
    assert second.say.startswith("Your plan: 0–2 Goal; 2–7 Talk; 7–15 Demo; 5 minutes free.")
    assert "Minute 5, during “Talk”: The sound is gone." in second.say
    third = KIND.turn(SPEC, second.response, str(FIX), CONTEXT)
    assert "Minute 15, after “Demo”: What does it cost?" in third.say

    with pytest.raises(Unreadable, match="There is no reaction 9 here"):
        KIND.turn(SPEC, third.response, "9", CONTEXT)
    last = KIND.turn(SPEC, third.response, str(RANGE), CONTEXT)
    assert last.over
    assert last.response.reactions == {"sound": "fix", "price": "range"}


def test_after_a_card_that_was_left_out_nothing_happens():
    placed = (Placed(card="goal", minute=0),)

    assert [event.id for _, event in sequence(SPEC, placed)] == ["sound"]
    assert where(SPEC, placed, SPEC.events[0]) == "Minute 5, with nothing planned"


@given(st.permutations(["goal", "demo", "talk", "slides"]))
def test_the_next_free_minute_is_the_first_at_which_a_card_fits(names):
    cards = {one.id: one for one in SPEC.cards}
    placed: tuple[Placed, ...] = ()
    for name in names:
        minute = next_free(SPEC, placed, cards[name])
        before = range(SPEC.length if minute is None else minute)
        assert not any(fits(SPEC, placed, cards[name], one) for one in before)
        if minute is not None:
            placed += (Placed(card=name, minute=minute),)
    taken = sorted(spans(SPEC, placed).values())
    assert all(end <= start for (_, end), (start, _) in pairwise(taken))


def test_the_bar_has_a_sign_for_each_minute_and_a_number_where_a_card_begins():
    numbers = {"goal": "1", "demo": "2", "talk": "3"}

    assert bar(SPEC, PLAN, numbers, 30, 5).splitlines() == [
        "0    5    10   15   20",
        "1━·2━━━━━━━3━━━━····",
        "     ▲",
    ]


@given(st.integers(5, 240), st.integers(20, 200), st.integers(0, 240))
def test_the_bar_never_leaves_its_columns(length, width, now):
    spec = replaced(length=length)
    numbers = {"goal": "1", "demo": "2", "talk": "3"}
    placed = tuple(one for one in PLAN if fits(spec, (), spec.cards[0], one.minute))

    lines = bar(spec, placed, numbers, width, now).splitlines()

    assert max(map(len, lines)) <= width
    assert lines[0].split()[0] == "0"
    assert lines[0].split()[-1] == str(length)


def test_on_paper_stand_the_cards_an_empty_plan_and_boxes_for_reactions():
    blocks = KIND.printed(SPEC, CONTEXT)

    (cards,) = (block for block in blocks if isinstance(block, Table))
    (kept_together,) = (block for block in blocks if isinstance(block, Together))
    plan = kept_together.blocks[-1]
    assert isinstance(plan, Table)
    assert [flat(row[1]) for row in cards.rows] == [one.text for one in numbered(SPEC, CONTEXT).values()]
    assert all(flat(row[-1]) == "" for row in (*cards.rows, *plan.rows))
    assert [flat(plan.rows[index][0]) for index in (0, -1)] == ["0–2", "18–20"]
    assert len([block for block in blocks if isinstance(block, Choices)]) == 4
