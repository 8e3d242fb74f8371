"""Choosing: keys and partial credit, how sure one is, shuffled options, and the screen."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_contract import Bench

from coach.core.document import Choices
from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Outcome
from coach.exercises.choice import KIND, Option, Response, Spec, shown
from coach.exercises.choice.widget import ChoiceWidget, OptionRow, SureLine
from coach.locale import spoken

CONTEXT = Context(seed=1)
SEEDS = st.integers(0, 2**32)
SPEC = Spec(
    id="first",
    prompt="Which?",
    options=(
        Option(id="one", text="One", why="Why one.", correct=True),
        Option(id="two", text="Two", why="Why two.", misconception="second"),
        Option(id="three", text="Three", why="Why three."),
    ),
)
SEVERAL = msgspec.structs.replace(
    SPEC, several=True, options=(*SPEC.options, Option(id="four", text="Four", why="Why four.", correct=True))
)
SURE = msgspec.structs.replace(SPEC, certainty=True)
SHUFFLED = msgspec.structs.replace(SEVERAL, shuffle=True)


def graded(line: str, spec: Spec = SPEC) -> Outcome:
    return KIND.grade(spec, KIND.read(spec, line, CONTEXT), CONTEXT)


@pytest.mark.parametrize(
    ("spec", "line", "score"),
    [(SPEC, "1", 1), (SPEC, "2", 0), (SEVERAL, "1 4", 1), (SEVERAL, "1", 3 / 4), (SEVERAL, "2, 3", 0)],
)
def test_one_choice_is_right_or_wrong_and_of_several_each_option_counts(spec, line, score):
    assert graded(line, spec).score == score


def test_what_was_picked_is_explained_at_once_and_the_rest_once_it_is_solved():
    outcome = graded("2")

    assert outcome.misconceptions == ("second",)
    assert [check.why for check in outcome.told(solved=False)] == ["Why two."]
    assert len(outcome.told(solved=True)) == 3
    assert graded("1", SEVERAL).remark == "1 more would fit."


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "That is not an option. Type a number from 1 to 3."),
        ("4", "That is not an option. Type a number from 1 to 3."),
        ("1 2", "Only one option can be chosen here. Type one number."),
        ("1 sure 2", "That is not an option. Type a number from 1 to 3."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value) == message


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("1 sure 1", "Right and a guess: 1 of 3 marks."),
        ("1 sure 2", "Right and fairly sure: 2 of 3 marks."),
        ("1 sure 3", "Right and very sure: 3 of 3 marks."),
        ("2 sure 1", "Wrong and a guess: 0 of 3 marks."),
        ("2 sure 2", "Wrong and fairly sure: 2 marks lost."),
        ("2 SURE 3", "Wrong and very sure: 6 marks lost."),
    ],
)
def test_how_sure_one_is_changes_no_score_but_the_marks_in_the_remark(line, remark):
    outcome = graded(line, SURE)

    assert outcome.score == (line[0] == "1")
    assert outcome.remark == remark


def test_of_several_only_all_of_them_bring_marks():
    spec = msgspec.structs.replace(SEVERAL, certainty=True)

    assert graded("1 4 sure 3", spec).remark == "Right and very sure: 3 of 3 marks."
    assert graded("1 sure 3", spec).remark == "1 more would fit. Wrong and very sure: 6 marks lost."


@pytest.mark.parametrize("line", ["1", "1 3", "sure 2 1", "1 sure", "1 sure 0", "1 sure 4", "1 sure ٣", ""])
def test_an_answer_without_its_certainty_is_refused_with_how_to_say_it(line):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SURE, line, CONTEXT)

    assert str(trouble.value) == (
        "It is also asked how sure you are. Add sure 1 for a guess, sure 2 for fairly or sure 3 for very, "
        "such as 1 sure 2."
    )


def test_the_question_and_paper_ask_how_sure_one_is():
    assert KIND.ask(SURE, CONTEXT).endswith(
        "Type one number. Then add how sure you are: sure 1 for a guess, sure 2 for fairly, sure 3 for very. "
        "For example: 1 sure 2."
    )
    last = KIND.printed(SURE, CONTEXT)[-1]
    assert isinstance(last, Choices)
    assert last.label == "How sure are you?"
    assert [choice.label for choice in last.choices] == ["a guess", "fairly sure", "very sure"]


def test_an_answer_is_said_with_its_certainty():
    assert KIND.say(SURE, Response(picked=("two",), certainty=2), CONTEXT) == "Two (fairly sure)"
    assert KIND.say(SURE, KIND.solution(SURE, CONTEXT), CONTEXT) == "One"


def test_an_answer_from_before_certainty_was_asked_is_still_graded_and_brings_no_marks():
    old = msgspec.json.decode(b'{"picked": ["one"]}', type=Response)

    assert KIND.grade(SURE, old, CONTEXT).right
    assert KIND.grade(SURE, old, CONTEXT).remark == ""
    assert KIND.grade(SPEC, Response(picked=("one",), certainty=3), CONTEXT).remark == ""


def test_options_stand_as_written_unless_they_are_to_be_shuffled():
    assert shown(SEVERAL, CONTEXT) == SEVERAL.options
    orders = {shown(SHUFFLED, Context(seed=seed)) for seed in range(100)}
    assert len(orders) > 12
    assert shown(SHUFFLED, CONTEXT) == shown(SHUFFLED, CONTEXT)


@given(SEEDS, st.sets(st.integers(1, 4), min_size=1))
def test_the_numbers_of_shuffled_options_are_those_that_are_shown(seed, numbers):
    context = Context(seed=seed)
    options = shown(SHUFFLED, context)
    response = KIND.read(SHUFFLED, " ".join(map(str, numbers)), context)

    assert set(response.picked) == {options[number - 1].id for number in numbers}
    assert [f"  {number}  {option.text}" for number, option in enumerate(options, 1)] == KIND.ask(
        SHUFFLED, context
    ).splitlines()[2:6]
    assert KIND.grade(SHUFFLED, response, context).score == KIND.grade(SEVERAL, response, context).score


@given(st.text(alphabet="1234 ,sure", max_size=14), SEEDS)
def test_whatever_is_typed_is_graded_or_refused(line, seed):
    context = Context(seed=seed)
    for spec in (SPEC, SURE, SHUFFLED):
        try:
            response = KIND.read(spec, line, context)
        except Unreadable:
            continue
        assert (response.certainty is not None) == spec.certainty
        assert 0 <= KIND.grade(spec, response, context).score <= 1


def test_a_certainty_that_does_not_exist_is_no_response():
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"picked": ["one"], "certainty": 4}', type=Response)


def test_the_linter_finds_keys_that_cannot_be_met():
    nothing = msgspec.structs.replace(SPEC, options=(SPEC.options[1], SPEC.options[1]))
    both = msgspec.structs.replace(SEVERAL, several=False)

    assert [(one.code, one.path) for one in KIND.findings(nothing)] == [
        ("C031", ("options",)),
        ("C010", ("options", 1, "id")),
    ]
    assert [one.code for one in KIND.findings(both)] == ["C032"]
    assert list(KIND.findings(SPEC)) == []


class Screen(Bench):
    """The exercise alone."""

    def __init__(self, spec: Spec) -> None:
        super().__init__(ChoiceWidget(spec, CONTEXT))

    @property
    def sure(self) -> SureLine:
        return self.query_one(SureLine)


async def test_without_certainty_enter_hands_over_at_once():
    app = Screen(SPEC)
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("2", "enter")

        assert app.answers == [Response(picked=("two",))]
        assert not app.sure.display


async def test_enter_asks_how_sure_one_is_and_a_number_hands_over():
    app = Screen(SURE)
    async with app.run_test() as pilot:
        app.exercise.focus()
        assert not app.sure.display
        await pilot.press("2", "enter")

        assert app.answers == []
        assert app.sure.display
        assert str(app.sure.content) == "How sure are you?   1 guess   2 fairly   3 very"
        await pilot.press("3")
        assert app.answers == [Response(picked=("two",), certainty=3)]


async def test_arrows_say_how_sure_one_is_too_and_enter_alone_is_not_enough():
    app = Screen(SURE)
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("down", "enter", "enter")
        assert str(app.query_one(".trouble").content) == "Press 1, 2 or 3 to say how sure you are."

        await pilot.press("right", "right", "right", "right", "left")
        assert str(app.sure.content) == "How sure are you?   1 guess  ›2 fairly   3 very"
        await pilot.press("enter")
        assert app.answers == [Response(picked=("one",), certainty=2)]


@pytest.mark.parametrize("key", ["backspace", "up", "down"])
async def test_one_can_go_back_to_the_options_before_saying_how_sure_one_is(key):
    app = Screen(SURE)
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("enter", key)
        assert not app.sure.display

        await pilot.press("3", "enter", "1")
        assert app.answers == [Response(picked=("three",), certainty=1)]


async def test_on_another_try_the_certainty_stands_until_another_option_is_picked():
    app = Screen(SURE)
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("2", "enter", "3")
        app.exercise.show_outcome(app.answers[0], KIND.grade(SURE, app.answers[0], CONTEXT), solved=False)
        assert not app.sure.display
        assert str(app.query_one(".trouble").content) == "Wrong and very sure: 6 marks lost."

        app.exercise.reopen()
        await pilot.press("enter")
        assert app.answers[1] == app.answers[0]
        await pilot.press("1", "enter")
        assert len(app.answers) == 2
        await pilot.press("2")
        assert app.answers[2] == Response(picked=("one",), certainty=2)


async def test_of_several_marks_with_certainty_all_are_handed_over():
    app = Screen(msgspec.structs.replace(SEVERAL, certainty=True))
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("enter")
        assert "Mark at least one option" in str(app.query_one(".trouble").content)

        await pilot.press("4", "up", "space", "enter", "1")
        assert app.answers == [Response(picked=("three", "four"), certainty=1)]


async def test_shuffled_options_stand_on_the_screen_as_they_are_asked():
    app = Screen(SHUFFLED)
    async with app.run_test() as pilot:
        app.exercise.focus()
        assert [row.option for row in app.query(OptionRow)] == list(shown(SHUFFLED, CONTEXT))

        await pilot.press("2", "enter")
        assert app.answers == [Response(picked=(shown(SHUFFLED, CONTEXT)[1].id,))]


async def test_a_click_picks_an_option_even_while_it_is_asked_how_sure_one_is():
    app = Screen(SURE)
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("enter")
        await pilot.click(app.query(OptionRow)[2])
        await pilot.press("enter", "2")

        assert app.answers == [Response(picked=("three",), certainty=2)]


@pytest.mark.parametrize("line", ["1 sicher 2", "1 SICHER 2", "1 sure 2"])
def test_in_german_certainty_is_typed_in_german_or_english(line):
    with spoken("de"):
        response = KIND.read(SURE, line, CONTEXT)

        assert response == Response(picked=("one",), certainty=2)
        assert KIND.say(SURE, response, CONTEXT) == "One (ziemlich sicher)"
        assert KIND.grade(SURE, response, CONTEXT).remark == "Richtig und ziemlich sicher: 2 von 3 Punkten."
        assert KIND.ask(SURE, CONTEXT).endswith("Zum Beispiel: 1 sicher 2.")


def test_german_words_are_not_understood_in_english():
    with pytest.raises(Unreadable):
        KIND.read(SURE, "1 sicher 2", CONTEXT)
