"""Working out a number with generated values: drawing, sums in answers and texts, and their linter."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.widgets import Static

from coach.core.exercise import Context
from coach.exercises.numeric import KIND, CommonError, Response, Spec, Variable
from coach.exercises.numeric.number import shown
from coach.exercises.numeric.widget import NumericWidget

GENERATED = Spec(
    id="commission",
    prompt="You sell licences for {amount} EUR and earn {rate} % of it. What is your commission?",
    answer="amount * rate / 100",
    unit="EUR",
    tolerance=0.5,
    why="{amount} times {rate / 100} is {answer}.",
    common_errors=(
        CommonError(
            value="amount * rate", why="{amount * rate} forgets the hundred.", misconception="percent"
        ),
        CommonError(value=7, why="Seven is never right."),
    ),
    vars={"amount": Variable(choice=(40000, 52500.5)), "rate": Variable(range=(2, 10, 0.5))},
)
SEEDS = st.integers(0, 2**32)


def generated(**changes: object) -> Spec:
    return msgspec.structs.replace(GENERATED, **changes)


def seed_where(text: str, spec: Spec = GENERATED) -> int:
    """Find a seed with which the question reads so."""
    return next(seed for seed in range(500) if text in KIND.ask(spec, Context(seed=seed)))


@given(SEEDS, st.sampled_from(["en", "de"]))
def test_generated_values_are_drawn_from_what_the_author_wrote_and_fixed_by_the_seed(seed, language):
    context = Context(seed=seed, language=language)
    question = KIND.ask(GENERATED, context)
    amounts = [shown(value, language) for value in (40000.0, 52500.5)]
    rates = [shown(2 + step / 2, language) for step in range(17)]

    assert question == KIND.ask(GENERATED, context)
    assert question.partition("?")[0] in {
        f"You sell licences for {amount} EUR and earn {rate} % of it. What is your commission"
        for amount in amounts
        for rate in rates
    }


def test_every_value_is_drawn_sooner_or_later_and_both_ends_of_a_range_are_among_them():
    asked = {KIND.ask(GENERATED, Context(seed=seed)) for seed in range(500)}

    assert len(asked) == 2 * 17
    assert any(" 2 %" in one for one in asked)
    assert any(" 10 %" in one for one in asked)


def test_the_answer_its_reason_and_the_common_errors_follow_the_values():
    context = Context(seed=seed_where("40,000 EUR and earn 2.5 %"))

    assert KIND.solution(GENERATED, context) == Response(value=1000)
    right = KIND.grade(GENERATED, Response(value=1000), context)
    assert [(check.label, check.why) for check in right.checks] == [
        ("1,000 EUR", "40,000 times 0.025 is 1,000.")
    ]
    wrong = KIND.grade(GENERATED, Response(value=100_000), context)
    assert wrong.misconceptions == ("percent",)
    assert [check.why for check in wrong.told(solved=False)] == ["100,000 forgets the hundred."]


@given(SEEDS)
def test_the_solution_of_a_generated_question_scores_full_marks(seed):
    context = Context(seed=seed)

    assert KIND.grade(GENERATED, KIND.solution(GENERATED, context), context).score == 1


def test_values_without_an_answer_are_drawn_again():
    spec = generated(answer="amount / rate", vars={**GENERATED.vars, "rate": Variable(range=(0, 1, 1))})

    assert {KIND.ask(spec, Context(seed=seed)).count(" 1 %") for seed in range(30)} == {1}


def test_paper_shows_the_values_too():
    context = Context(seed=seed_where("40,000 EUR and earn 2.5 %"))

    assert "40,000 EUR and earn 2.5 %" in repr(KIND.printed(GENERATED, context))


def test_a_sound_generated_question_has_no_findings():
    assert list(KIND.findings(GENERATED)) == []


@pytest.mark.parametrize(
    ("changes", "code", "path", "words"),
    [
        ({"answer": "amount *"}, "C053", ("answer",), "it ends where a number"),
        ({"why": "It is {2 +}."}, "C053", ("why",), "'2 +' cannot be read"),
        ({"answer": "a" * 201}, "C053", ("answer",), "201 characters"),
        ({"answer": "amount * ratio"}, "C054", ("answer",), "'ratio' is no generated value"),
        ({"why": "{answr}"}, "C054", ("why",), "known are amount, answer, rate"),
        ({"prompt": "{amount} {rate} {answer}?"}, "C054", ("prompt",), "'answer' is no generated value"),
        ({"prompt": "{amount}?"}, "C055", ("vars", "rate"), "not shown in the prompt"),
        ({"answer": "amount / (rate - 3)"}, "C056", ("answer",), "rate = 3, it divides by zero"),
        ({"answer": "amount * " * 5 + "rate"}, "C056", ("answer",), "more than 1e+15"),
        ({"answer": "rate / 3", "tolerance": 0.0}, "C058", ("answer",), "more than 6 decimals"),
    ],
)
def test_the_linter_finds_sums_and_texts_that_do_not_work_out(changes, code, path, words):
    found = list(KIND.findings(generated(common_errors=(), **changes)))

    assert [(finding.code, finding.path) for finding in found] == [(code, path)]
    assert words in found[0].text


def test_the_linter_finds_a_common_error_that_is_right_or_without_a_number_for_some_values():
    errors = (CommonError(value="1000 + 0 * rate", why="w"), CommonError(value="1 / (rate - 2)", why="w"))
    right, failing = (generated(common_errors=(error,)) for error in errors)

    assert [(one.code, one.path) for one in KIND.findings(right)] == [("C051", ("common_errors", 0, "value"))]
    assert "when amount = 40,000, rate = 2.5" in next(KIND.findings(right)).text
    assert [(one.code, one.path) for one in KIND.findings(failing)] == [
        ("C056", ("common_errors", 0, "value"))
    ]


def test_two_sums_that_are_always_the_same_hide_each_other():
    errors = (CommonError(value="amount * 2", why="One."), CommonError(value="amount + amount", why="Other."))

    assert [one.code for one in KIND.findings(generated(common_errors=errors))] == ["C052"]


@pytest.mark.parametrize(
    ("name", "variable", "words"),
    [
        ("rate", Variable(), "a choice or a range, and not both"),
        ("rate", Variable(choice=(1, 2), range=(1, 2, 1)), "a choice or a range, and not both"),
        ("rate", Variable(range=(5, 1, 1)), "a range of 0 values"),
        ("rate", Variable(range=(1, 1, 1)), "a range of 1 value "),
        ("rate", Variable(range=(1, 5, 0)), "a step above 0"),
        ("rate", Variable(range=(1, 5000, 1)), "needs 2 to 1000"),
        ("max", Variable(choice=(1, 2)), "means something else already"),
        ("answer", Variable(choice=(1, 2)), "means something else already"),
    ],
)
def test_the_linter_finds_values_that_cannot_be_drawn(name, variable, words):
    spec = generated(vars={**GENERATED.vars, name: variable})
    found = [finding for finding in KIND.findings(spec) if finding.code == "C057"]

    assert [finding.path for finding in found] == [("vars", name)]
    assert words in found[0].text


def test_of_too_many_combinations_the_extreme_ones_are_tried():
    wide = {name: Variable(range=(0, 900, 1)) for name in ("a", "b", "c")}
    spec = generated(
        prompt="{a} {b} {c}?", why="w", common_errors=(), answer="round(1 / (2700 - a - b - c), 2)", vars=wide
    )

    assert [one.code for one in KIND.findings(spec)] == ["C056"]
    assert "a = 900, b = 900, c = 900" in next(KIND.findings(spec)).text


@pytest.mark.parametrize(
    "wrong",
    [
        {"vars": {"Upper": {"choice": [1, 2]}}},
        {"vars": {"a": {"choice": [1]}}},
        {"vars": {"a": {"range": [1, 2]}}},
        {"vars": {f"v{n}": {"choice": [1, 2]} for n in range(9)}},
    ],
)
def test_values_that_are_not_written_as_they_should_be_are_not_read(wrong):
    step = {"type": "numeric", "id": "a", "prompt": "p", "answer": 1, "why": "w"} | wrong

    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(step, Spec)


async def test_the_screen_shows_the_generated_values():
    context = Context(seed=seed_where("40,000 EUR and earn 2.5 %"))

    class Generated(App[None]):
        def compose(self):
            yield NumericWidget(GENERATED, context)

    app = Generated()
    async with app.run_test():
        words = " ".join(str(one.content) for one in app.query(".paragraph").results(Static))
        assert "40,000 EUR and earn 2.5 %" in words
