"""Working out a number: how numbers are read and written, tolerance, and common errors."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_contract import Bench

from coach.core.document import Facts
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Severity
from coach.exercises.numeric import KIND, CommonError, Response, Spec
from coach.exercises.numeric.number import LARGEST, shown
from coach.exercises.numeric.widget import NumericWidget

ENGLISH = Context(language="en")
GERMAN = Context(language="de")
SPEC = Spec(
    id="weighted",
    prompt="What is the weighted value?",
    answer=24000,
    unit="EUR",
    tolerance=1,
    why="Each amount times its probability.",
    common_errors=(
        CommonError(value=70000, why="That is the plain sum.", misconception="pipeline-is-revenue"),
        CommonError(value=26833, why="That takes the average probability."),
    ),
)
NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15).map(float),
    st.decimals(-(10**9), 10**9, places=4).map(float),
    st.floats(-LARGEST, LARGEST, allow_nan=False),
)
UNITS = st.sampled_from(["", "EUR", "%", "days", "EUR a month", "€ per 100 km"])


def spec_in(unit: str) -> Spec:
    return msgspec.structs.replace(SPEC, unit=unit)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("24000", 24000),
        ("24,000", 24000),
        ("24'000", 24000),
        ("24\u202f000", 24000),
        ("1,234,567.5", 1234567.5),
        ("24.000", 24),
        ("3,5", 3.5),
        ("1.234,5", 1234.5),
        (".5", 0.5),
        ("-0", 0),
        ("-3", -3),
        ("- 3", -3),
        ("\u22123", -3),
        ("+3", 3),
        ("-€5", -5),
        ("€ -5", -5),
        ("24,000 EUR.", 24000),
        ("24000euros", 24000),
    ],
)
def test_english_numbers_are_read_as_people_write_them(line, value):
    assert KIND.read(SPEC, line, ENGLISH).value == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("24.000", 24000),
        ("24.000,50 €", 24000.5),
        ("24 000,5", 24000.5),
        ("24,000", 24),
        ("0.361", 0.361),
        ("3.5", 3.5),
        ("1,234,567", 1234567),
    ],
)
def test_german_numbers_have_a_decimal_comma(line, value):
    assert KIND.read(SPEC, line, GERMAN).value == value


@pytest.mark.parametrize(
    ("unit", "line"),
    [
        ("%", "36 %"),
        ("%", "36 per cent"),
        ("percent", "36%"),
        ("days", "36 day"),
        ("EUR a month", "€36 a month"),
        ("million EUR", "36 million"),
        ("", "36 %"),
        ("", "$36"),
    ],
)
def test_the_unit_may_stand_beside_the_number(unit, line):
    assert KIND.read(spec_in(unit), line, ENGLISH).value == 36


@pytest.mark.parametrize(
    "line", ["24k", "2.4 million", "24 $", "24 %", "5 to 6", "about 5", "minus 5", "--5", "1e3", "5-", "x 5"]
)
def test_what_would_change_the_number_is_refused_rather_than_guessed(line):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, ENGLISH)

    assert str(trouble.value) == (
        "Only one number is needed, with all its digits. Type a number in EUR, such as 1,250.5."
    )


@pytest.mark.parametrize(
    "line", ["", "  ", "many", "EUR", "inf", "nan", "-", "1,2,3", "1.2.3", "24,00,000", "٣"]
)
def test_what_is_not_a_number_is_refused_with_an_example_in_the_own_language(line):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, GERMAN)

    assert str(trouble.value) == "That is not one number. Type a number in EUR, such as 1.250,5."


@pytest.mark.parametrize(("digits", "message"), [(20, "larger than any"), (400, "more than a number")])
def test_huge_numbers_are_refused(digits, message):
    with pytest.raises(Unreadable, match=message):
        KIND.read(SPEC, "9" * digits, ENGLISH)


@given(NUMBERS, UNITS, st.sampled_from([ENGLISH, GERMAN]))
def test_a_number_as_it_is_said_can_be_typed_again(value, unit, context):
    spec = spec_in(unit)
    said = KIND.say(spec, Response(value=value), context)
    if len(said) <= 80:
        assert KIND.read(spec, said, context) == Response(value=value)


@given(NUMBERS, UNITS, st.sampled_from([ENGLISH, GERMAN]))
def test_the_solution_scores_full_marks(answer, unit, context):
    spec = msgspec.structs.replace(spec_in(unit), answer=answer, tolerance=0.0)

    assert KIND.grade(spec, KIND.solution(spec, context), context).score == 1


@given(st.text(alphabet="0123456789.,-+'€% eEkKinfa\u2212", max_size=100), st.sampled_from([ENGLISH, GERMAN]))
def test_whatever_is_typed_is_graded_or_refused(line, context):
    try:
        response = KIND.read(SPEC, line, context)
    except Unreadable:
        return
    assert abs(response.value) <= LARGEST
    assert KIND.grade(SPEC, response, context).score in (0, 1)


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (24000.0, "24,000", "24.000"),
        (1234567.25, "1,234,567.25", "1.234.567,25"),
        (-0.5, "-0.5", "-0,5"),
        (1e-7, "0.0000001", "0,0000001"),
    ],
)
def test_numbers_are_written_as_the_language_does(value, english, german):
    assert (shown(value, "en"), shown(value, "de")) == (english, german)


def test_an_answer_is_said_with_its_unit():
    assert KIND.say(SPEC, Response(value=24000), ENGLISH) == "24,000 EUR"
    assert KIND.say(spec_in(""), Response(value=24000), GERMAN) == "24.000"


@pytest.mark.parametrize(("value", "score"), [(24000, 1), (24001, 1), (23999, 1), (24001.01, 0), (-24000, 0)])
def test_the_tolerance_is_absolute_and_its_ends_count(value, score):
    assert KIND.grade(SPEC, Response(value=value), ENGLISH).score == score


def test_sums_of_decimals_are_not_wrong_by_a_rounding_of_the_machine():
    spec = msgspec.structs.replace(SPEC, answer=0.3, tolerance=0.0)

    assert KIND.grade(spec, Response(value=0.1 + 0.2), ENGLISH).right


def test_a_common_error_is_explained_at_once_but_the_way_to_the_answer_only_when_solved():
    outcome = KIND.grade(SPEC, Response(value=70000), ENGLISH)

    assert outcome.misconceptions == ("pipeline-is-revenue",)
    assert [(check.label, check.why) for check in outcome.told(solved=False)] == [
        ("70,000 EUR", "That is the plain sum.")
    ]
    assert ("24,000 EUR", "Each amount times its probability.") in [
        (check.label, check.why) for check in outcome.told(solved=True)
    ]


def test_of_two_common_errors_the_nearer_one_is_told():
    spec = msgspec.structs.replace(
        SPEC,
        tolerance=5.0,
        common_errors=(CommonError(value=100, why="Far."), CommonError(value=104, why="Near.")),
    )

    assert [check.why for check in KIND.grade(spec, Response(value=103), ENGLISH).told(solved=False)] == [
        "Near."
    ]


def test_an_unknown_error_tells_nothing_before_the_step_is_solved():
    outcome = KIND.grade(SPEC, Response(value=1), ENGLISH)

    assert outcome.told(solved=False) == ()
    assert outcome.misconceptions == ()


def test_on_paper_there_is_a_line_for_the_answer_in_its_unit():
    facts = KIND.printed(SPEC, ENGLISH)[-1]

    assert isinstance(facts, Facts)
    assert [(fact.term, fact.value) for fact in facts.facts] == [("Answer in EUR", "")]


def test_a_sound_exercise_has_no_findings():
    assert list(KIND.findings(SPEC)) == []


def test_the_linter_finds_common_errors_that_are_right_or_hidden():
    errors = (
        CommonError(value=24001, why="Rounded."),
        CommonError(value=7, why="One."),
        CommonError(value=7, why="Other."),
    )
    found = list(KIND.findings(msgspec.structs.replace(SPEC, common_errors=errors)))

    assert [(finding.code, finding.path, finding.severity) for finding in found] == [
        ("C051", ("common_errors", 0, "value"), Severity.ERROR),
        ("C052", ("common_errors", 2, "value"), Severity.WARNING),
    ]
    assert "24001 counts as right" in found[0].text
    assert set(KIND.codes) == {f"C05{number}" for number in range(1, 9)}


@pytest.mark.parametrize(
    "wrong", [{"tolerance": -1}, {"answer": float("nan")}, {"answer": float("inf")}, {"answer": 1e300}]
)
def test_a_spec_that_nobody_could_meet_is_not_read(wrong):
    step = {"type": "numeric", "id": "a", "prompt": "p", "answer": 1, "why": "w"} | wrong

    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(step, Spec)


def test_without_generated_values_braces_are_only_braces():
    spec = msgspec.structs.replace(SPEC, prompt="What is {x}?", why="{answer} it is.")

    assert KIND.ask(spec, ENGLISH).startswith("What is {x}?")
    assert KIND.grade(spec, Response(value=24000), ENGLISH).checks[0].why == "{answer} it is."


def test_a_sum_may_stand_for_an_answer_without_generated_values():
    spec = msgspec.structs.replace(SPEC, answer="40000 * 0.25 + 20000 * 0.5 + 4000")

    assert KIND.solution(spec, ENGLISH) == Response(value=24000)
    assert list(KIND.findings(spec)) == []


def bench() -> Bench:
    return Bench(NumericWidget(SPEC, ENGLISH))


async def test_a_typed_number_is_handed_over_and_shown_as_it_was_understood():
    app = bench()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press(*"70000", "enter")

        assert app.answers == [Response(value=70000)]
        app.exercise.show_outcome(app.answers[0], KIND.grade(SPEC, app.answers[0], ENGLISH), solved=False)
        await pilot.press("5")
        assert app.exercise.field.value == "70,000"


async def test_an_unreadable_number_is_complained_about_until_it_is_mended():
    app = bench()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press(*"24k", "enter")
        trouble = app.query_one(".trouble")

        assert app.answers == []
        assert trouble.display
        assert "with all its digits" in str(trouble.content)
        await pilot.press("backspace", *"000", "enter")
        assert app.answers == [Response(value=24000)]
        assert not trouble.display


async def test_after_the_solution_was_shown_another_try_starts_from_ones_own_answer():
    app = bench()
    async with app.run_test() as pilot:
        app.exercise.show_outcome(
            Response(value=1), KIND.grade(SPEC, Response(value=1), ENGLISH), solved=False
        )
        solution = KIND.solution(SPEC, ENGLISH)
        app.exercise.show_outcome(solution, KIND.grade(SPEC, solution, ENGLISH), solved=True)
        assert app.exercise.field.value == "24,000"

        app.exercise.reopen()
        await pilot.press("end", "2", "enter")
        assert app.answers == [Response(value=12)]


async def test_at_another_try_typing_replaces_the_number_of_the_last():
    app = Bench(NumericWidget(SPEC, ENGLISH))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"70000", "enter")
        app.exercise.show_outcome(app.answers[0], KIND.grade(SPEC, app.answers[0], ENGLISH), solved=False)
        app.exercise.reopen()
        await pilot.press(*"24000", "enter")

        assert [one.value for one in app.answers] == [70000, 24000]
