"""Marking lines: what a mark earns and costs, spans over the text, and the text on the screen."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_contract import Bench

from coach.core.document import Table, flat
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Severity
from coach.core.outcome import Outcome
from coach.exercises.annotate import KIND, Line, Response, Spec, joined
from coach.exercises.annotate.widget import AnnotateWidget, LineRow

CONTEXT = Context()


def spec_of(*marks: bool) -> Spec:
    lines = tuple(
        Line(id=f"line-{n}", text=f"Line {n}.", mark=mark, why=f"Because of {n}.")
        for n, mark in enumerate(marks, 1)
    )
    return Spec(id="weak", prompt="Mark what is weak.", lines=lines)


SPEC = spec_of(True, False, True, False, False)
SPECS = st.lists(st.booleans(), min_size=3, max_size=14).filter(any).map(lambda marks: spec_of(*marks))


def graded(line: str, spec: Spec = SPEC) -> Outcome:
    return KIND.grade(spec, KIND.read(spec, line, CONTEXT), CONTEXT)


@pytest.mark.parametrize(
    ("line", "score", "remark"),
    [
        ("1 3", 1, ""),
        ("1", 1 / 2, "1 of 2 lines found."),
        ("1 3 2", 2 / 3, "2 of 2 lines found. 1 marked that should be left alone, which costs."),
        ("1 2", 1 / 6, "1 of 2 lines found. 1 marked that should be left alone, which costs."),
        ("1 2 4", 0, "1 of 2 lines found. 2 marked that should be left alone, which costs."),
        ("2", 0, "0 of 2 lines found. 1 marked that should be left alone, which costs."),
    ],
)
def test_the_score_is_the_share_found_less_the_share_marked_wrongly(line, score, remark):
    outcome = graded(line)

    assert outcome.score == pytest.approx(score)
    assert outcome.remark == remark


@given(SPECS, st.data())
def test_treating_one_more_line_rightly_never_lowers_the_score_and_only_all_of_them_are_right(spec, data):
    marked = set(data.draw(st.sets(st.sampled_from(spec.lines).map(lambda line: line.id), min_size=1)))
    turned = data.draw(st.sampled_from(spec.lines))
    better = marked | {turned.id} if turned.mark else marked - {turned.id}

    def score(ids: set[str]) -> float:
        return KIND.grade(spec, Response(marked=tuple(sorted(ids))), CONTEXT).score

    assert score(better) >= score(marked)
    assert (score(marked) == 1) == (marked == {line.id for line in spec.lines if line.mark})


@given(SPECS.filter(lambda spec: not all(line.mark for line in spec.lines)))
def test_marking_everything_earns_nothing(spec):
    assert KIND.grade(spec, Response(marked=tuple(line.id for line in spec.lines)), CONTEXT).score == 0


@given(st.lists(st.text(min_size=1), min_size=3, max_size=14))
def test_the_evidence_of_each_check_is_its_line_in_the_whole_text(texts):
    lines = tuple(Line(id=f"l{n}", text=text, mark=n == 0, why="w") for n, text in enumerate(texts))
    spec = Spec(id="weak", prompt="Mark.", lines=lines)

    outcome = KIND.grade(spec, KIND.solution(spec, CONTEXT), CONTEXT)

    spans = [check.evidence for check in outcome.checks]
    assert [joined(spec)[span.start : span.end] for span in spans if span] == texts


def test_marks_are_explained_at_once_and_the_rest_once_it_is_solved():
    outcome = graded("1 2")

    assert [(check.label, check.passed) for check in outcome.told(solved=False)] == [
        ("1. Line 1.", True),
        ("2. Line 2.", False),
    ]
    assert len(outcome.told(solved=True)) == 5


def test_a_line_treated_wrongly_names_its_misconception_whether_marked_or_missed():
    lines = (
        Line(id="a", text="A", mark=True, why="w", misconception="missed"),
        Line(id="b", text="B", why="w", misconception="marked"),
        Line(id="c", text="C", mark=True, why="w"),
    )
    spec = msgspec.structs.replace(SPEC, lines=lines)

    assert graded("2 3", spec).misconceptions == ("missed", "marked")
    assert graded("1 3", spec).misconceptions == ()


def test_lines_are_read_in_any_order_and_said_in_that_of_the_text():
    response = KIND.read(SPEC, "3, 1 3", CONTEXT)

    assert response == Response(marked=("line-1", "line-3"))
    assert KIND.say(SPEC, response, CONTEXT) == "1 Line 1.; 3 Line 3."


def test_an_answer_to_an_older_text_is_still_graded():
    assert KIND.grade(SPEC, Response(marked=("line-1", "gone")), CONTEXT).score == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "No line is marked yet. Type at least one number from 1 to 5."),
        (" , ", "No line is marked yet. Type at least one number from 1 to 5."),
        ("1 6", "There is no such line. Type numbers from 1 to 5, with spaces between them."),
        ("none", "There is no such line. Type numbers from 1 to 5, with spaces between them."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value) == message


def test_on_paper_each_line_has_a_field():
    table = KIND.printed(SPEC, CONTEXT)[-1]

    assert isinstance(table, Table)
    assert [[flat(cell) for cell in row] for row in table.rows] == [["", line.text] for line in SPEC.lines]


def test_a_sound_exercise_has_no_findings():
    assert list(KIND.findings(SPEC)) == []


def test_the_linter_finds_texts_with_nothing_or_everything_to_mark_and_ids_used_twice():
    nothing, everything = spec_of(False, False, False), spec_of(True, True, True)
    twice = msgspec.structs.replace(SPEC, lines=(*SPEC.lines, SPEC.lines[0]))

    assert [(one.code, one.severity) for one in KIND.findings(nothing)] == [("C091", Severity.ERROR)]
    assert [(one.code, one.severity) for one in KIND.findings(everything)] == [("C092", Severity.WARNING)]
    assert [(one.code, one.path) for one in KIND.findings(twice)] == [("C010", ("lines", 5, "id"))]
    assert set(KIND.codes) == {"C091", "C092"}


class Screen(Bench):
    """The exercise alone."""

    def __init__(self) -> None:
        super().__init__(AnnotateWidget(SPEC, CONTEXT))

    def signs(self) -> list[str]:
        return [str(row.query(".sign").first().content) for row in self.query(LineRow)]


async def test_numbers_and_the_space_bar_mark_and_unmark():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("2", "4", "2", "down", "space", "9")

        assert app.signs() == ["  [ ] 1", "  [ ] 2", "› [x] 3", "  [x] 4", "  [ ] 5"]


async def test_without_a_mark_nothing_is_handed_over():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("enter")

        assert app.answers == []
        complaint = "No line is marked yet. Mark at least one with its number or the space bar."
        assert str(app.query_one(".trouble").content) == complaint
        await pilot.press("3", "1", "enter")
        assert app.answers == [Response(marked=("line-1", "line-3"))]


async def test_after_the_solution_was_shown_another_try_starts_from_ones_own_answer():
    app = Screen()
    async with app.run_test() as pilot:
        own, solution = Response(marked=("line-2",)), KIND.solution(SPEC, CONTEXT)
        app.exercise.show_outcome(own, KIND.grade(SPEC, own, CONTEXT), solved=False)
        app.exercise.show_outcome(solution, KIND.grade(SPEC, solution, CONTEXT), solved=True)
        assert app.signs()[0] == "  [x] 1"

        app.exercise.reopen()
        app.exercise.focus()
        await pilot.press("enter")
        assert app.answers == [own]


async def test_the_mouse_marks_too():
    app = Screen()
    async with app.run_test() as pilot:
        await pilot.click(app.query(LineRow)[2])

        assert app.exercise.marked == {"line-3"}
