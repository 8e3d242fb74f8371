"""Typing a term: what counts as the same, which slips are forgiven, and known wrong answers."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_contract import Bench

from coach.core.document import WritingLines
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Severity
from coach.core.outcome import Outcome
from coach.exercises.recall import KIND, Near, Response, Spec
from coach.exercises.recall.spelling import folded
from coach.exercises.recall.widget import RecallWidget

CONTEXT = Context()
SPEC = Spec(
    id="second-product",
    prompt="What is that called?",
    accept=("cross-selling", "cross-sell"),
    why="A second product beside the first.",
    near=(Near(text="upselling", why="That is more of the same.", misconception="upsell-for-cross-sell"),),
)
WORDS = st.text(alphabet="abcdeäß -.'1", max_size=14)


def graded(text: str, spec: Spec = SPEC) -> Outcome:
    return KIND.grade(spec, KIND.read(spec, text, CONTEXT), CONTEXT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cross-Selling", "cross  selling"),
        ("the pipeline", "Pipeline"),
        ("Ein Lead", "lead"),
        ("U.S.", "us"),
        ("buyer's guide", "buyers guide"),
        ("Präsentation", "Praesentation"),
        ("Maßnahme", "Massnahme"),
        ("a\u0308rger", "Aerger"),
        ("résumé", "resume"),
        ("\uff23\uff32\uff2d", "crm"),
        ("„Lead“!", "lead"),
    ],
)
def test_what_does_not_change_the_word_does_not_count(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("2.5", "25"), ("lead", "leads"), ("plan a", "plan b"), ("the", "a"), ("C+", "C")]
)
def test_what_changes_the_word_counts(one, other):
    assert folded(one) != folded(other)


@given(st.text())
def test_what_is_left_of_a_text_are_words_without_case_or_punctuation(text):
    left = folded(text)

    assert left == " ".join(left.split())
    assert not set(left) & set("AZÄÖÜäöüß.,;:!?'\"-_()/")


@pytest.mark.parametrize("text", ["cross-selling", "Cross Selling", "a cross-sell", "CROSSSELLING"])
def test_every_accepted_name_is_right(text):
    assert graded(text).right


def test_a_slip_in_spelling_is_accepted_and_said():
    assert graded("cros-seling").remark == "Accepted; the usual spelling is cross-selling."
    assert graded("cross-selling").remark == ""


def test_a_known_wrong_answer_is_explained_at_once_but_the_right_one_only_when_solved():
    outcome = graded("The Up-Selling")

    assert outcome.score == 0
    assert outcome.misconceptions == ("upsell-for-cross-sell",)
    assert [(check.label, check.why) for check in outcome.told(solved=False)] == [
        ("upselling", "That is more of the same.")
    ]
    assert ("cross-selling", "A second product beside the first.") in [
        (check.label, check.why) for check in outcome.told(solved=True)
    ]


def test_a_misspelt_wrong_answer_is_still_recognised():
    assert graded("upseling").misconceptions == ("upsell-for-cross-sell",)


def test_a_wrong_answer_that_looks_like_the_right_one_is_not_taken_for_a_slip():
    spec = msgspec.structs.replace(
        SPEC, accept=("effective",), near=(Near(text="affective", why="Of feeling."),)
    )

    assert not graded("affective", spec).right
    assert graded("efective", spec).right


def test_anything_else_is_wrong_and_tells_nothing_yet():
    outcome = graded("discount")

    assert (outcome.score, outcome.told(solved=False), outcome.misconceptions) == (0, (), ())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "There is no answer yet. Type a word or a few."),
        (" ?! ", "There is no answer yet. Type a word or a few."),
        ("word " * 50, "That is too long. Type a few words, at most 200 characters."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value) == message


@given(st.text())
def test_whatever_is_typed_is_kept_as_typed_and_graded_or_refused(line):
    try:
        response = KIND.read(SPEC, line, CONTEXT)
    except Unreadable:
        return
    said = KIND.say(SPEC, response, CONTEXT)
    assert said == line.strip()
    assert KIND.read(SPEC, said, CONTEXT) == response
    assert KIND.grade(SPEC, response, CONTEXT).score in (0, 1)


@given(st.lists(st.text(min_size=1), min_size=1, max_size=3), st.integers())
def test_the_solution_scores_full_marks_whatever_is_accepted(accepted, seed):
    spec = msgspec.structs.replace(SPEC, accept=tuple(accepted))
    context = Context(seed=seed)

    assert KIND.grade(spec, KIND.solution(spec, context), context).score == 1


def test_the_question_says_how_to_answer_and_has_a_line_on_paper():
    assert KIND.ask(SPEC, CONTEXT) == "What is that called?\n\nType the answer in a few words."
    assert KIND.printed(SPEC, CONTEXT)[-1] == WritingLines(count=1)


def test_a_sound_exercise_has_no_findings():
    assert list(KIND.findings(SPEC)) == []


def test_the_linter_finds_texts_that_say_nothing_or_the_same():
    spec = msgspec.structs.replace(
        SPEC, accept=("cross-sell", "The Cross Sell", "…"), near=(Near(text="Cross Sell!", why="No."),)
    )

    assert [(finding.code, finding.path, finding.severity) for finding in KIND.findings(spec)] == [
        ("C061", ("accept", 1), Severity.WARNING),
        ("C063", ("accept", 2), Severity.ERROR),
        ("C062", ("near", 0, "text"), Severity.ERROR),
    ]
    assert set(KIND.codes) == {"C061", "C062", "C063"}


def bench() -> Bench:
    return Bench(RecallWidget(SPEC, CONTEXT))


async def test_a_typed_term_is_handed_over_as_typed():
    app = bench()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("enter")
        assert str(app.query_one(".trouble").content) == "There is no answer yet. Type a word or a few."

        await pilot.press(*"Upsell", "enter")
        assert app.answers == [Response(text="Upsell")]
        assert not app.query_one(".trouble").display


async def test_after_the_solution_was_shown_another_try_starts_from_ones_own_answer():
    app = bench()
    async with app.run_test() as pilot:
        own, solution = Response(text="upsel"), KIND.solution(SPEC, CONTEXT)
        app.exercise.show_outcome(own, KIND.grade(SPEC, own, CONTEXT), solved=False)
        app.exercise.show_outcome(solution, KIND.grade(SPEC, solution, CONTEXT), solved=True)
        assert app.exercise.field.value == "cross-selling"

        app.exercise.reopen()
        await pilot.press("end", "l", "enter")
        assert app.answers == [Response(text="upsell")]
