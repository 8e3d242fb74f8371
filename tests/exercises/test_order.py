"""Putting items in order: shuffling, reading, grading by neighbours, and the list on the screen."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_contract import Bench

from coach.core.document import Table, flat
from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Outcome
from coach.exercises.order import KIND, Item, Response, Spec, shuffled
from coach.exercises.order.widget import ItemRow, OrderWidget

CONTEXT = Context(seed=0)
SEEDS = st.integers(0, 2**32)


def spec_of(*ids: str) -> Spec:
    items = tuple(Item(id=name, text=f"Do {name}", why=f"Because of {name}.") for name in ids)
    return Spec(id="steps", prompt="Put these in order.", items=items)


SPEC = spec_of("listen", "ask", "offer", "close")
SPECS = st.integers(3, 12).map(lambda count: spec_of(*(f"step-{number}" for number in range(count))))


@given(SPECS, SEEDS)
def test_items_are_shown_in_a_wrong_order_that_the_seed_fixes(spec, seed):
    shown = shuffled(spec, Context(seed=seed))

    assert shown == shuffled(spec, Context(seed=seed))
    assert shown != spec.items
    assert sorted(item.id for item in shown) == sorted(item.id for item in spec.items)


def test_three_items_are_never_shown_in_their_right_order():
    spec = spec_of("first", "second", "third")

    assert all(shuffled(spec, Context(seed=seed)) != spec.items for seed in range(50))


def test_another_seed_gives_another_order():
    assert len({shuffled(SPEC, Context(seed=seed)) for seed in range(50)}) > 10


@given(SPECS, SEEDS)
def test_the_solution_scores_full_marks_whatever_the_seed(spec, seed):
    context = Context(seed=seed)
    outcome = KIND.grade(spec, KIND.solution(spec, context), context)

    assert outcome.score == 1
    assert all(check.passed for check in outcome.checks)
    assert outcome.remark == ""


@given(st.data(), SPECS, SEEDS)
def test_any_order_can_be_typed_and_is_graded_by_the_share_of_right_neighbours(data, spec, seed):
    context = Context(seed=seed)
    numbers = data.draw(st.permutations(range(1, len(spec.items) + 1)))
    shown = shuffled(spec, context)

    response = KIND.read(spec, " ".join(map(str, numbers)), context)

    assert response.sequence == tuple(shown[number - 1].id for number in numbers)
    right = set(pairwise(item.id for item in spec.items)) & set(pairwise(response.sequence))
    assert KIND.grade(spec, response, context).score == pytest.approx(len(right) / (len(spec.items) - 1))


def test_only_the_right_order_is_right():
    right = [order for order in permutations(["listen", "ask", "offer", "close"]) if graded(*order).right]

    assert right == [("listen", "ask", "offer", "close")]


def graded(*sequence: str) -> Outcome:
    return KIND.grade(SPEC, Response(sequence=sequence), CONTEXT)


def test_one_item_moved_to_the_end_breaks_one_neighbourhood_only():
    outcome = graded("ask", "offer", "close", "listen")

    assert outcome.score == pytest.approx(2 / 3)
    assert outcome.remark == "2 of 3 neighbours stand together as they should."


def test_each_item_tells_why_it_stands_there_but_not_before_the_step_is_solved():
    outcome = graded("ask", "listen", "offer", "close")

    assert outcome.told(solved=False) == ()
    assert [(check.label, check.passed, check.why) for check in outcome.told(solved=True)] == [
        ("1. Do listen", False, "Because of listen."),
        ("2. Do ask", False, "Because of ask."),
        ("3. Do offer", False, "Because of offer."),
        ("4. Do close", True, "Because of close."),
    ]


def test_an_answer_to_an_older_wording_with_other_items_is_still_graded():
    assert graded("listen", "ask", "removed").score == pytest.approx(1 / 3)
    assert graded().score == 0
    assert KIND.say(SPEC, Response(sequence=("removed", "ask")), CONTEXT) == "Do ask"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "Every number from 1 to 4 has a place; still missing: 1, 2, 3, 4."),
        ("3 1", "Every number from 1 to 4 has a place; still missing: 2, 4."),
        ("1 2 3 3", "3 is there twice. Type each number from 1 to 4 once."),
        ("1 2 3 5", "Type the numbers from 1 to 4 in the right order, with spaces between them."),
        ("1 2 3 four", "Type the numbers from 1 to 4 in the right order, with spaces between them."),
        ("1 2 3 ٤", "Type the numbers from 1 to 4 in the right order, with spaces between them."),
        ("1234", "Type the numbers from 1 to 4 in the right order, with spaces between them."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value) == message


@given(st.text(), SEEDS)
def test_whatever_is_typed_is_graded_or_refused(line, seed):
    context = Context(seed=seed)
    try:
        response = KIND.read(SPEC, line, context)
    except Unreadable:
        return
    assert 0 <= KIND.grade(SPEC, response, context).score <= 1


def test_the_question_numbers_the_items_as_they_are_shuffled():
    shown = shuffled(SPEC, CONTEXT)

    assert KIND.ask(SPEC, CONTEXT).splitlines() == [
        "Put these in order.",
        "",
        *(f"  {number}  {item.text}" for number, item in enumerate(shown, 1)),
        "",
        "Type all the numbers in the right order, with spaces between them.",
    ]


def test_an_answer_is_said_in_its_own_order():
    assert KIND.say(SPEC, Response(sequence=("close", "ask")), CONTEXT) == "Do close; Do ask"


def test_on_paper_each_shuffled_item_has_an_empty_field():
    table = KIND.printed(SPEC, CONTEXT)[-1]

    assert isinstance(table, Table)
    assert [[flat(cell) for cell in row] for row in table.rows] == [
        ["", item.text] for item in shuffled(SPEC, CONTEXT)
    ]


def test_a_sound_exercise_has_no_findings():
    assert list(KIND.findings(SPEC)) == []


def test_the_linter_finds_what_cannot_be_ordered_or_told_apart():
    twice = Spec(
        id="steps",
        prompt="Put these in order.",
        items=(
            Item(id="ask", text="Ask", why="First."),
            Item(id="ask", text=" ask", why="Second."),
        ),
    )

    found = [(finding.code, finding.path) for finding in KIND.findings(twice)]

    assert found == [("C041", ("items",)), ("C010", ("items", 1, "id")), ("C042", ("items", 1, "text"))]
    assert set(KIND.codes) == {"C041", "C042"}


class Screen(Bench):
    """The exercise alone."""

    def __init__(self) -> None:
        super().__init__(OrderWidget(SPEC, CONTEXT))

    def listed(self) -> list[str]:
        return [" ".join(str(part.content).strip() for part in row.children) for row in self.query(ItemRow)]


NUMBER = {item.id: str(number) for number, item in enumerate(shuffled(SPEC, CONTEXT), 1)}


async def test_pressed_numbers_bring_the_items_into_their_places():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press(NUMBER["offer"], NUMBER["ask"])

        assert app.listed()[:2] == [f"{NUMBER['offer']} 1. Do offer", f"{NUMBER['ask']} 2. Do ask"]
        await pilot.press(NUMBER["offer"])
        assert app.listed()[0] == f"{NUMBER['ask']} 1. Do ask"


async def test_an_order_with_gaps_is_not_handed_over():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press(NUMBER["listen"], NUMBER["ask"], "enter")
        complaint = str(app.query_one(".trouble").content)

        assert app.answers == []
        assert complaint == "2 items have no place yet. Press the numbers of those marked with a dash."
        await pilot.press("space", "space", "enter")
        assert sorted(app.answers[0].sequence) == sorted(NUMBER)


async def test_after_the_solution_was_shown_another_try_starts_from_ones_own_answer():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("1", "2", "3", "4", "enter")
        own, solution = app.answers[0], KIND.solution(SPEC, CONTEXT)
        app.exercise.show_outcome(own, KIND.grade(SPEC, own, CONTEXT), solved=False)
        app.exercise.show_outcome(solution, KIND.grade(SPEC, solution, CONTEXT), solved=True)
        await pilot.press("1", "backspace")

        assert tuple(app.exercise.placed) == solution.sequence
        app.exercise.reopen()
        assert tuple(app.exercise.placed) == own.sequence


async def test_the_mouse_places_items_too():
    app = Screen()
    async with app.run_test() as pilot:
        await pilot.click(app.query(ItemRow)[2])

        assert app.exercise.placed == [shuffled(SPEC, CONTEXT)[2].id]
