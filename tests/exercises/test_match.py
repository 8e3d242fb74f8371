"""Matching: shuffled letters, reading pairs, grading by pairs, and the two lists on the screen."""

from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_contract import Bench

from coach.core.document import Listing, Table, flat
from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Outcome
from coach.exercises.match import KIND, Distractor, Pair, Response, Spec, rights
from coach.exercises.match.widget import MatchWidget, SideRow

CONTEXT = Context(seed=0)
SEEDS = st.integers(0, 2**32)


def spec_of(count: int, extra: int = 0) -> Spec:
    pairs = tuple(
        Pair(id=f"pair-{n}", left=f"Left {n}", right=f"Right {n}", why=f"Because of {n}.")
        for n in range(count)
    )
    distractors = tuple(Distractor(id=f"extra-{n}", text=f"Extra {n}", why=f"No {n}.") for n in range(extra))
    return Spec(id="pairs", prompt="Pair these.", pairs=pairs, distractors=distractors)


SPEC = spec_of(3, 1)
SPECS = st.integers(3, 9).flatmap(lambda count: st.builds(spec_of, st.just(count), st.integers(0, 9 - count)))


def letters(spec: Spec, context: Context = CONTEXT) -> dict[str, str]:
    return {right.id: right.letter for right in rights(spec, context)}


def graded(*partners: str) -> Outcome:
    ids = [pair.id for pair in SPEC.pairs]
    return KIND.grade(SPEC, Response(partners=dict(zip(ids, partners, strict=False))), CONTEXT)


@given(SPECS, SEEDS)
def test_right_sides_are_shown_in_an_order_that_the_seed_fixes_and_not_beside_their_partners(spec, seed):
    shown = rights(spec, Context(seed=seed))

    assert shown == rights(spec, Context(seed=seed))
    assert [right.letter for right in shown] == list("abcdefghi"[: len(shown)])
    ids = [pair.id for pair in spec.pairs] + [one.id for one in spec.distractors]
    assert [right.id for right in shown] != ids
    assert sorted(right.id for right in shown) == sorted(ids)


def test_another_seed_gives_another_order():
    assert len({rights(spec_of(5), Context(seed=seed)) for seed in range(50)}) > 10


@given(st.data(), SPECS, SEEDS)
def test_any_pairing_can_be_typed_and_is_graded_by_the_share_of_right_pairs(data, spec, seed):
    context = Context(seed=seed)
    by_letter = {right.letter: right.id for right in rights(spec, context)}
    given_letters = data.draw(st.permutations(list(by_letter)))[: len(spec.pairs)]
    line = " ".join(f"{number}{letter}" for number, letter in enumerate(given_letters, 1))

    response = KIND.read(spec, line, context)

    assert list(response.partners.values()) == [by_letter[letter] for letter in given_letters]
    right = sum(left == partner for left, partner in response.partners.items())
    assert KIND.grade(spec, response, context).score == pytest.approx(right / len(spec.pairs))


def test_only_the_right_pairing_is_right():
    ids = [pair.id for pair in SPEC.pairs] + ["extra-0"]
    right = [order for order in permutations(ids, 3) if graded(*order).right]

    assert right == [("pair-0", "pair-1", "pair-2")]


def test_what_is_paired_rightly_is_explained_at_once_and_the_rest_once_it_is_solved():
    outcome = graded("pair-0", "pair-2", "pair-1")

    assert outcome.remark == "1 of 3 pairs are right."
    assert [check.why for check in outcome.told(solved=False)] == ["Because of 0."]
    assert [(check.label, check.passed) for check in outcome.told(solved=True)] == [
        ("Left 0 – Right 0", True),
        ("Left 1 – Right 1", False),
        ("Left 2 – Right 2", False),
        ("Extra 0", True),
    ]


def test_a_distractor_that_was_taken_tells_why_it_has_no_partner_and_costs_its_pair_only():
    outcome = graded("extra-0", "pair-1", "pair-2")

    assert outcome.score == pytest.approx(2 / 3)
    assert ("Extra 0", "No 0.") in [(check.label, check.why) for check in outcome.told(solved=False)]


def test_an_answer_to_an_older_wording_is_still_graded_and_said():
    assert graded("pair-0").score == pytest.approx(1 / 3)
    assert graded("removed", "pair-1").score == pytest.approx(1 / 3)
    old = Response(partners={"pair-0": "removed", "gone": "pair-1", "pair-2": "pair-1"})
    assert KIND.say(SPEC, old, CONTEXT) == "Left 2 – Right 1"


@pytest.mark.parametrize(
    "line", ["1a 2b 3c", "1 a, 2 b, 3 c", "3c2b1a", "1: A; 2: B; 3: C.", "1-a 2-b 3-c", "1=a 2=b 3=c"]
)
def test_signs_between_number_and_letter_do_not_matter(line):
    assert KIND.read(SPEC, line, CONTEXT) == KIND.read(SPEC, "1a 2b 3c", CONTEXT)


HOW = "Type each number from 1 to 3 with the letter of its partner, such as 1b 2a 3c."


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", f"Every number needs a partner; still missing: 1, 2, 3. {HOW}"),
        ("2a", f"Every number needs a partner; still missing: 1, 3. {HOW}"),
        ("a b c", f"That cannot be read as pairs. {HOW}"),
        ("1a 2b 3", f"That cannot be read as pairs. {HOW}"),
        ("1a 2b 4c", f"There is no pair 4c here. {HOW}"),
        ("1a 2b 3e", f"There is no pair 3e here. {HOW}"),
        ("1a 1b 3c", "The number 1 is there twice. Type each number once at most."),
        ("1a 2a 3c", "The letter a is there twice. Type each letter once at most."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value) == message


@given(st.text(alphabet="1234abcde ,-é", max_size=12), SEEDS)
def test_whatever_is_typed_is_graded_or_refused(line, seed):
    context = Context(seed=seed)
    try:
        response = KIND.read(SPEC, line, context)
    except Unreadable:
        return
    assert list(response.partners) == [pair.id for pair in SPEC.pairs]
    assert 0 <= KIND.grade(SPEC, response, context).score <= 1


def test_on_paper_each_left_side_has_a_field_and_the_right_sides_have_letters():
    *_, table, listing = KIND.printed(SPEC, CONTEXT)

    assert isinstance(table, Table)
    assert isinstance(listing, Listing)
    assert [[flat(cell) for cell in row] for row in table.rows] == [["", pair.left] for pair in SPEC.pairs]
    assert [flat(item) for item in listing.items] == [right.text for right in rights(SPEC, CONTEXT)]
    assert listing.marker == "letter"


def test_a_sound_exercise_has_no_findings():
    assert list(KIND.findings(SPEC)) == []


def test_the_linter_finds_too_many_right_sides_and_what_cannot_be_told_apart():
    spec = spec_of(8, 2)
    twice = msgspec.structs.replace(
        spec,
        distractors=(
            Distractor(id="pair-0", text="Other", why="No."),
            Distractor(id="other", text=" right  1", why="No."),
        ),
    )

    found = [(finding.code, finding.path) for finding in KIND.findings(twice)]

    assert found == [
        ("C071", ("distractors",)),
        ("C010", ("distractors", 0, "id")),
        ("C072", ("distractors", 1, "text")),
    ]
    assert "10 right sides, more than the 9" in next(KIND.findings(spec)).text
    assert set(KIND.codes) == {"C071", "C072"}


class Screen(Bench):
    """The exercise alone."""

    def __init__(self) -> None:
        super().__init__(MatchWidget(SPEC, CONTEXT))

    def listed(self) -> list[str]:
        return [" ".join(str(part.content).strip() for part in row.children) for row in self.query(SideRow)]


LETTER = letters(SPEC)


async def test_a_letter_pairs_the_current_item_and_both_sides_show_it():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("2", LETTER["pair-0"])

        assert app.listed()[1] == f"2 {LETTER['pair-0']} Left 1"
        assert f"{LETTER['pair-0']} 2 Right 0" in app.listed()
        assert app.exercise.current == 2


async def test_a_partner_goes_from_one_item_to_another_and_a_second_press_takes_it_away():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("1", "a", "2", "a")
        assert app.exercise.partners == {"pair-1": app.exercise.rights["a"].id}

        await pilot.press("2", "a")
        assert app.exercise.partners == {}


async def test_a_letter_without_a_right_side_is_left_to_the_screen():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("e", "9")

        assert (app.exercise.partners, app.exercise.current) == ({}, 0)
        assert "e" not in app.screen.active_bindings


async def test_pairs_with_gaps_are_not_handed_over():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("a", "enter")

        assert app.answers == []
        complaint = "2 items have no partner yet. Go to those marked with a dash and press a letter."
        assert str(app.query_one(".trouble").content) == complaint
        await pilot.press("b", "c", "enter")
        assert sorted(app.answers[0].partners.values()) == sorted(
            app.exercise.rights[one].id for one in "abc"
        )


async def test_after_the_solution_was_shown_another_try_starts_from_ones_own_answer():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("a", "b", "c", "enter")
        own, solution = app.answers[0], KIND.solution(SPEC, CONTEXT)
        app.exercise.show_outcome(own, KIND.grade(SPEC, own, CONTEXT), solved=False)
        app.exercise.show_outcome(solution, KIND.grade(SPEC, solution, CONTEXT), solved=True)
        await pilot.press("1", "d")
        assert app.exercise.partners == solution.partners

        app.exercise.reopen()
        assert app.exercise.partners == own.partners


async def test_the_mouse_pairs_too():
    app = Screen()
    async with app.run_test() as pilot:
        await pilot.click(app.query(SideRow)[1])
        await pilot.click(app.query(SideRow)[4])

        assert app.exercise.partners == {"pair-1": app.exercise.rights["b"].id}
