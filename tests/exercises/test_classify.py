"""Classifying: shuffled items, reading letters, grading by items, and the list on the screen."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_contract import Bench

from coach.core.document import Listing, Table, flat
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Severity
from coach.core.outcome import Outcome
from coach.exercises.classify import KIND, Group, Item, Response, Spec, shuffled
from coach.exercises.classify.widget import ClassifyWidget, GroupedRow, GroupRow

CONTEXT = Context(seed=0)
SEEDS = st.integers(0, 2**32)


def spec_of(groups: int, items: int) -> Spec:
    return Spec(
        id="groups",
        prompt="Put these into groups.",
        groups=tuple(Group(id=f"group-{n}", title=f"Group {n}") for n in range(groups)),
        items=tuple(
            Item(id=f"item-{n}", text=f"Item {n}", group=f"group-{n % groups}", why=f"Because of {n}.")
            for n in range(items)
        ),
    )


SPEC = msgspec.structs.replace(
    spec_of(2, 3),
    items=(
        Item(id="card", text="Card", group="group-0", why="New.", misconceptions={"group-1": "too-early"}),
        Item(id="fair", text="Fair", group="group-0", why="Also.", misconceptions={"group-1": "too-early"}),
        Item(id="quote", text="Quote", group="group-1", why="Sum and date."),
    ),
)
SPECS = st.integers(2, 6).flatmap(
    lambda groups: st.builds(spec_of, st.just(groups), st.integers(groups + 1, 12))
)


def graded(card: str, fair: str, quote: str) -> Outcome:
    groups = {"card": f"group-{card}", "fair": f"group-{fair}", "quote": f"group-{quote}"}
    return KIND.grade(SPEC, Response(groups=groups), CONTEXT)


@given(SPECS, SEEDS)
def test_items_are_shown_in_an_order_that_the_seed_fixes(spec, seed):
    shown = shuffled(spec, Context(seed=seed))

    assert shown == shuffled(spec, Context(seed=seed))
    assert sorted(item.id for item in shown) == sorted(item.id for item in spec.items)


def test_another_seed_gives_another_order():
    orders = {tuple(item.id for item in shuffled(spec_of(2, 6), Context(seed=seed))) for seed in range(50)}

    assert len(orders) > 10


@given(st.data(), SPECS, SEEDS)
def test_any_grouping_can_be_typed_both_ways_and_is_graded_by_the_share_of_items(data, spec, seed):
    context = Context(seed=seed)
    letters = data.draw(
        st.lists(
            st.sampled_from("abcdef"[: len(spec.groups)]), min_size=len(spec.items), max_size=len(spec.items)
        )
    )

    response = KIND.read(spec, " ".join(letters), context)

    numbered = [f"{number}{letter}" for number, letter in enumerate(letters, 1)]
    assert KIND.read(spec, " ".join(reversed(numbered)), context) == response
    shown = zip(shuffled(spec, context), letters, strict=True)
    right = sum(item.group == f"group-{'abcdef'.index(letter)}" for item, letter in shown)
    assert KIND.grade(spec, response, context).score == pytest.approx(right / len(spec.items))


def test_a_wrong_group_names_its_misconception_once():
    assert graded("1", "1", "1").misconceptions == ("too-early",)
    assert graded("0", "0", "0").misconceptions == ()
    assert graded("0", "0", "1").misconceptions == ()


def test_what_stands_rightly_is_explained_at_once_and_the_rest_once_it_is_solved():
    outcome = graded("0", "1", "0")

    assert outcome.remark == "1 of 3 items stand in their group."
    assert [(check.label, check.why) for check in outcome.told(solved=False)] == [("Card – Group 0", "New.")]
    assert {check.why for check in outcome.told(solved=True)} == {"New.", "Also.", "Sum and date."}


def test_an_answer_to_an_older_wording_is_still_graded_and_said():
    old = Response(groups={"card": "group-0", "fair": "removed", "gone": "group-1"})

    assert KIND.grade(SPEC, old, CONTEXT).score == pytest.approx(1 / 3)
    assert KIND.say(SPEC, old, CONTEXT) == "Group 0: Card"


def test_an_answer_is_said_group_by_group():
    assert KIND.say(SPEC, KIND.solution(SPEC, CONTEXT), CONTEXT) == "Group 0: Card, Fair; Group 1: Quote"


@pytest.mark.parametrize("line", ["1a 2b 3a", "1 a, 2 b, 3 a", "3A 2B 1A", "a b a", "aba", "1:a 2:b 3:a"])
def test_numbers_may_be_left_out_and_signs_do_not_matter(line):
    assert KIND.read(SPEC, line, CONTEXT) == KIND.read(SPEC, "1a 2b 3a", CONTEXT)


HOW = (
    "Type each number from 1 to 3 with the letter of its group, such as 1a 2b, "
    "or the letters alone in the order of the numbers."
)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", f"Every number needs a group; still missing: 1, 2, 3. {HOW}"),
        ("a b", f"Every number needs a group; still missing: 3. {HOW}"),
        ("2a", f"Every number needs a group; still missing: 1, 3. {HOW}"),
        ("a b a b", f"4 letters are too many for 3 items. {HOW}"),
        ("1a b 3a", f"That cannot be read. {HOW}"),
        ("1 2 3", f"That cannot be read. {HOW}"),
        ("1a 2b 4a", f"There is no 4a here. {HOW}"),
        ("a b c", f"There is no 3c here. {HOW}"),
        ("1a 2b 2a", "The number 2 is there twice. Type each number once."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value) == message


@given(st.text(alphabet="1234abcd ,-é", max_size=12), SEEDS)
def test_whatever_is_typed_is_graded_or_refused(line, seed):
    context = Context(seed=seed)
    try:
        response = KIND.read(SPEC, line, context)
    except Unreadable:
        return
    assert list(response.groups) == [item.id for item in SPEC.items]
    assert 0 <= KIND.grade(SPEC, response, context).score <= 1


def test_on_paper_the_groups_have_letters_and_each_item_has_a_field():
    *_, listing, table = KIND.printed(SPEC, CONTEXT)

    assert isinstance(listing, Listing)
    assert isinstance(table, Table)
    assert [flat(item) for item in listing.items] == ["Group 0", "Group 1"]
    assert [[flat(cell) for cell in row] for row in table.rows] == [
        ["", item.text] for item in shuffled(SPEC, CONTEXT)
    ]


def test_a_sound_exercise_has_no_findings():
    assert list(KIND.findings(SPEC)) == []


def test_the_linter_finds_groups_that_are_missing_or_empty_and_what_cannot_be_told_apart():
    spec = Spec(
        id="groups",
        prompt="Put these into groups.",
        groups=(Group(id="one", title="One"), Group(id="two", title="one"), Group(id="three", title="Three")),
        items=(
            Item(id="a", text="A", group="one", why="w", misconceptions={"four": "x", "one": "y"}),
            Item(id="a", text="B", group="five", why="w"),
            Item(id="c", text="b ", group="two", why="w"),
        ),
    )

    found = [(finding.code, finding.path, finding.severity) for finding in KIND.findings(spec)]

    assert found == [
        ("C084", ("groups", 1), Severity.ERROR),
        ("C010", ("items", 1, "id"), Severity.ERROR),
        ("C084", ("items", 2), Severity.ERROR),
        ("C081", ("items", 0, "misconceptions", "four"), Severity.ERROR),
        ("C083", ("items", 0, "misconceptions", "one"), Severity.ERROR),
        ("C081", ("items", 1, "group"), Severity.ERROR),
        ("C082", ("groups", 2), Severity.WARNING),
    ]
    assert set(KIND.codes) == {"C081", "C082", "C083", "C084"}


class Screen(Bench):
    """The exercise alone."""

    def __init__(self) -> None:
        super().__init__(ClassifyWidget(SPEC, CONTEXT))

    def listed(self) -> list[str]:
        rows = self.query(GroupedRow)
        return [" ".join(str(part.content).strip() for part in row.children) for row in rows]


SHOWN = shuffled(SPEC, CONTEXT)


async def test_a_letter_or_a_number_puts_the_current_item_into_a_group():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("b", "1")

        assert app.listed() == [f" b {SHOWN[0].text}", f" a {SHOWN[1].text}", f"› – {SHOWN[2].text}"]
        await pilot.press("up", "backspace")
        assert app.exercise.placed == {SHOWN[0].id: "group-1"}


async def test_keys_of_groups_that_are_not_there_are_left_to_the_screen():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("c", "3")

        assert app.exercise.placed == {}
        assert not {"c", "3"} & set(app.screen.active_bindings)


async def test_items_without_a_group_are_not_handed_over():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("a", "a", "enter")

        assert app.answers == []
        complaint = "1 item has no group yet. Go to those marked with a dash and press the key of a group."
        assert str(app.query_one(".trouble").content) == complaint
        await pilot.press("b", "enter")
        assert app.answers == [KIND.read(SPEC, "a a b", CONTEXT)]


async def test_after_the_solution_was_shown_another_try_starts_from_ones_own_answer():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("b", "b", "b", "enter")
        own, solution = app.answers[0], KIND.solution(SPEC, CONTEXT)
        app.exercise.show_outcome(own, KIND.grade(SPEC, own, CONTEXT), solved=False)
        app.exercise.show_outcome(solution, KIND.grade(SPEC, solution, CONTEXT), solved=True)
        await pilot.press("a", "backspace")
        assert app.exercise.placed == solution.groups

        app.exercise.reopen()
        assert app.exercise.placed == own.groups


async def test_the_mouse_puts_items_into_groups_too():
    app = Screen()
    async with app.run_test() as pilot:
        await pilot.click(app.query(GroupedRow)[2])
        await pilot.click(app.query(GroupRow)[1])

        assert app.exercise.placed == {SHOWN[2].id: "group-1"}
