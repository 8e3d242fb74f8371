"""Account maps: alternatives beside the key, the drawn map, the sheet of paper, and the pencil."""

import msgspec
import pytest
from account_map_kit import CONTEXT, KEY, RESPONSES, SEEDS, SPEC, TWO_ASPECTS, changed
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.document import Listing, Table, Together, flat
from coach.core.exercise import Context
from coach.exercises.account_map import KIND
from coach.exercises.account_map.drawing import drawn
from coach.exercises.account_map.pencil import Pencil
from coach.exercises.account_map.spec import (
    Aspect,
    Attitude,
    Influence,
    Role,
    aspects,
    in_rows,
)


@given(RESPONSES, SEEDS)
def test_any_map_even_an_unfinished_or_old_one_is_graded_said_and_drawn(response, seed):
    context = Context(seed=seed)

    outcome = KIND.grade(SPEC, response, context)

    assert 0 <= outcome.score <= 1
    assert sum(check.weight for check in outcome.checks) == 11
    assert isinstance(KIND.say(SPEC, response, context), str)
    for width in (20, 36, 74):
        assert max(map(len, drawn(SPEC, response.people, context, width).splitlines())) <= max(width, 40)


@given(
    st.sampled_from([Role.TECHNICAL_BUYER, Role.BLOCKER]),
    st.sampled_from([Influence.MEDIUM, Influence.HIGH]),
    SEEDS,
)
def test_what_the_author_accepts_is_as_right_as_the_key(role, influence, seed):
    outcome = KIND.grade(SPEC, changed(KEY, "bob", role=role, influence=influence), Context(seed=seed))

    assert outcome.score == 1
    assert outcome.remark == ""


@given(st.sampled_from(Role), st.sampled_from(Influence), st.sampled_from(Attitude))
def test_each_aspect_of_a_person_counts_by_itself(role, influence, attitude):
    given_ = changed(KEY, "ann", role=role, influence=influence, attitude=attitude)

    right = [role is Role.DECISION_MAKER, influence is Influence.HIGH, attitude is Attitude.NEUTRAL]
    assert KIND.grade(SPEC, given_, CONTEXT).score == pytest.approx((8 + sum(right)) / 11)


def test_four_fifths_of_a_map_are_enough():
    nine = changed(KEY, "ann", role="user", influence="low")
    eight = changed(nine, "ann", attitude="for")

    assert KIND.grade(SPEC, nine, CONTEXT).right
    assert not KIND.grade(SPEC, eight, CONTEXT).right


def test_a_wrong_value_says_what_was_put_and_names_the_wrong_idea():
    outcome = KIND.grade(SPEC, changed(KEY, "bob", attitude="for", role="blocker"), CONTEXT)

    told = {check.id: check.why for check in outcome.checks}
    assert told["bob.role"] == "Blocker. Also right: technical buyer. Because of Bob Lake."
    assert told["bob.attitude"] == "Against; you put for."
    assert told["cleo.influence"] == "Low."
    assert outcome.misconceptions == ("friendly-is-for",)
    assert outcome.remark == (
        "Right: 3 of 3 roles, 3 of 3 influences, 2 of 3 attitudes, 2 of 2 answers about what is missing."
    )


def test_before_it_is_solved_only_people_who_are_right_in_full_are_explained():
    outcome = KIND.grade(SPEC, changed(KEY, "bob", attitude="for"), CONTEXT)

    told = {check.id for check in outcome.told(solved=False)}
    assert {"ann.role", "ann.influence", "ann.attitude", "user"} <= told
    assert not told & {"bob.role", "bob.influence", "bob.attitude", "money"}


def test_a_gap_that_is_none_costs_and_names_its_wrong_idea():
    outcome = KIND.grade(SPEC, msgspec.structs.replace(KEY, gaps=("money", "user")), CONTEXT)

    assert outcome.score == pytest.approx(10 / 11)
    assert outcome.misconceptions == ("more-names",)


def test_without_attitude_in_the_content_it_is_neither_asked_nor_drawn():
    assert aspects(TWO_ASPECTS) == (Aspect.ROLE, Aspect.INFLUENCE)
    assert "attitude" not in KIND.ask(TWO_ASPECTS, CONTEXT)
    picture = drawn(TWO_ASPECTS, KIND.solution(TWO_ASPECTS, CONTEXT).people, CONTEXT, 60)
    assert "neutral" not in picture
    assert "Ann Hill, decides" in picture


@given(SEEDS)
def test_the_seed_shuffles_those_who_report_to_the_same_person_and_nobody_is_lost(seed):
    rows = in_rows(SPEC, Context(seed=seed))

    assert rows == in_rows(SPEC, Context(seed=seed))
    assert [(one.id, depth) for one, depth in rows] == [("ann", 0), ("bob", 1), ("cleo", 2)]


def test_another_seed_gives_another_order():
    flat_spec = msgspec.structs.replace(
        SPEC, people=tuple(msgspec.structs.replace(one, reports_to=None) for one in SPEC.people)
    )
    orders = {tuple(one.id for one, _ in in_rows(flat_spec, Context(seed=seed))) for seed in range(40)}

    assert len(orders) == 6


def test_a_circle_of_bosses_loses_nobody():
    people = [msgspec.structs.replace(one, reports_to="cleo") for one in SPEC.people]

    rows = in_rows(msgspec.structs.replace(SPEC, people=tuple(people)), CONTEXT)

    assert sorted(one.id for one, _ in rows) == ["ann", "bob", "cleo"]


def test_the_map_is_drawn_with_influence_upwards_and_attitude_to_the_right():
    assert drawn(SPEC, KEY.people, CONTEXT, 68).splitlines() == [
        "              against             neutral               for",
        "       ┌───────────────────┬───────────────────┬───────────────────┐",
        "high   │                   │ Ann Hill, decides │                   │",
        "       ├───────────────────┼───────────────────┼───────────────────┤",
        "medium │ Bob Lake,         │                   │                   │",
        "       │   technical       │                   │                   │",
        "       ├───────────────────┼───────────────────┼───────────────────┤",
        "low    │                   │                   │ Cleo Marsh,       │",
        "       │                   │                   │   champion        │",
        "       └───────────────────┴───────────────────┴───────────────────┘",
    ]


def test_where_boxes_have_no_room_the_map_is_a_list_and_names_who_is_missing():
    people = {name: marks for name, marks in KEY.people.items() if name != "bob"}

    assert drawn(SPEC, people, CONTEXT, 36).splitlines() == [
        "high influence",
        "  neutral: Ann Hill, decides",
        "medium influence",
        "low influence",
        "  for: Cleo Marsh, champion",
        "",
        "No place yet: Bob Lake.",
    ]


def test_on_paper_stand_the_dossier_an_empty_list_and_an_empty_map():
    blocks = KIND.printed(SPEC, CONTEXT)

    dossier = next(block for block in blocks if isinstance(block, Listing))
    people, gaps = (block for block in blocks if isinstance(block, Table))
    (kept_together,) = (block for block in blocks if isinstance(block, Together))
    grid = kept_together.blocks[-1]
    assert isinstance(grid, Table)
    assert flat(dossier.items[0]).startswith("email: Ann Hill signs.")
    assert [[flat(cell) for cell in row] for row in people.rows] == [
        ["Ann Hill", "works there", "", "", ""],
        ["– Bob Lake", "works there", "", "", ""],
        ["– – Cleo Marsh", "works there", "", "", ""],
    ]
    assert [column.title for column in grid.columns] == ["Influence", "against", "neutral", "for"]
    assert [flat(row[0]) for row in grid.rows if flat(row[0])] == ["high", "medium", "low"]
    assert all(not flat(cell) for row in grid.rows for cell in row[1:])
    assert all(not flat(row[0]) for row in gaps.rows)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["say", "turn", "move", "write", "tick"]), max_size=40), SEEDS)
def test_wherever_the_pencil_goes_it_stays_on_the_map(actions, seed):
    pencil = Pencil(SPEC, Context(seed=seed))
    for action in actions:
        if pencil.on_person and action == "say":
            pencil.say(len(pencil.offered))
        elif pencil.on_person and action == "write":
            pencil.write("")
        elif not pencil.on_person and action == "tick":
            pencil.tick()
        elif action == "turn":
            pencil.turn(1)
        else:
            pencil.move(-1)
        assert 0 <= pencil.row < 5
        assert set(pencil.response.gaps) <= {"user", "money"}
