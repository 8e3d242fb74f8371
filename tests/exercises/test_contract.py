"""What every kind of exercise keeps, shown on its own examples; a new folder is tested as it is.

An example is a step as an author writes it, with cases: what is typed, which keys are pressed, and the
score that both must come to. A step's ``type`` is read as the name of the folder it lies in.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from coach import exercises
from coach.content.parts import Shelf
from coach.content.reader import read_file
from coach.content.steps import read_step
from coach.core.document import Block, Document
from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Outcome
from coach.core.prose import unmarked
from coach.core.record import Record, Text
from coach.exercises.base import Kind
from coach.export import Format, render
from coach.surface.exercise import ExerciseWidget

HERE = Context(seed=0)
USUAL = (80, 24)
SIZES = [(40, 15), USUAL, (120, 36)]
"""Columns and rows; the usual size plays every case, the others the first of the first example."""
SEEDS = st.integers(0, 2**32)
LINES = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=40)
HOW = re.compile(r"\b(Type|Write|Answer|Say|Press|Give)\b")
GENERATED = re.compile(r"\{[^{}]*\}")
"""Where a prompt shows a generated value."""
SENTENCE = re.compile(r"^[^a-z].{10,}[.!?]$", re.DOTALL)


class Case(Record):
    """An answer, typed and by keys, and what it must come to.

    ``again`` are the keys that give the same answer once more after it was reopened; by default the
    last of ``keys``. ``lines`` are for exercises of many turns: the same answer, turn by turn.
    """

    answer: Text
    keys: tuple[str, ...]
    score: float
    misconceptions: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


class Example(Record):
    """A step as an author writes it, what it is an example of, and its cases."""

    about: Text
    step: dict[str, Any]
    cases: tuple[Case, ...]


@cache
def examples(name: str) -> tuple[tuple[Any, tuple[Case, ...]], ...]:
    """Read a kind's examples as content is read; what the checker would tell an author is a failure."""
    document = read_file(Path(exercises.__file__).parent / name / "examples.yaml")
    assert isinstance(document.value, list)
    assert not document.problems
    read = []
    for index, entry in enumerate(document.value):
        example = msgspec.convert(entry, Example)
        example.step["type"] = entry["step"]["type"] = name
        step, problems = read_step(document, (index, "step"), Shelf())
        assert not problems, [str(problem) for problem in problems]
        assert step is not None
        read.append((step, example.cases))
    return tuple(read)


def graded_alike(kind: Kind[Any, Any], spec: Any, response: Any, case: Case) -> Outcome:
    """Grade a response and compare it with what the case says it must come to."""
    outcome = kind.grade(spec, response, HERE)
    assert outcome.score == pytest.approx(case.score)
    assert set(outcome.misconceptions) == set(case.misconceptions)
    return outcome


def secrets(kind: Kind[Any, Any], spec: Any) -> list[str]:
    """Give the reasons that would give the solution away."""
    outcome = kind.grade(spec, kind.solution(spec, HERE), HERE)
    return [check.why for check in outcome.checks if check.spoils]


every_kind = pytest.mark.parametrize("name", exercises.names())


@every_kind
def test_a_kind_is_named_by_its_folder_and_tells_what_it_is(name):
    kind = exercises.load(name)

    assert kind.name == name
    assert kind.spec.__struct_config__.tag == name
    assert SENTENCE.match(kind.summary)


@every_kind
def test_the_examples_show_success_and_failure(name):
    scores = {case.score for _, cases in examples(name) for case in cases}

    assert 1.0 in scores
    assert min(scores) < 1


@every_kind
def test_an_exercise_survives_being_written_down(name):
    kind = exercises.load(name)
    for spec, _ in examples(name):
        assert msgspec.json.decode(msgspec.json.encode(spec), type=kind.spec) == spec


@every_kind
def test_a_typed_answer_comes_to_the_score_it_should(name):
    kind = exercises.load(name)
    for spec, cases in examples(name):
        for case in cases:
            response = kind.read(spec, case.answer, HERE)
            outcome = graded_alike(kind, spec, response, case)

            assert kind.grade(spec, response, HERE) == outcome
            assert kind.say(spec, response, HERE).strip()


@every_kind
def test_an_answer_survives_being_stored(name):
    kind = exercises.load(name)
    for spec, cases in examples(name):
        for case in cases:
            response = kind.read(spec, case.answer, HERE)
            stored = msgspec.json.decode(msgspec.json.encode(response), type=kind.response)

            assert stored == response
            graded_alike(kind, spec, stored, case)


@every_kind
@settings(max_examples=20, deadline=None)
@given(seed=SEEDS)
def test_the_solution_scores_full_marks_whatever_the_seed(name, seed):
    kind, context = exercises.load(name), Context(seed=seed)
    for spec, _ in examples(name):
        solution = kind.solution(spec, context)
        outcome = kind.grade(spec, solution, context)

        assert outcome.score == 1, [check for check in outcome.checks if not check.passed]
        assert not outcome.misconceptions
        assert kind.say(spec, solution, context).strip()


@every_kind
@settings(max_examples=40, deadline=None)
@given(line=LINES, seed=SEEDS)
def test_any_line_is_graded_or_refused_with_a_sentence(name, line, seed):
    kind, context = exercises.load(name), Context(seed=seed)
    for spec, _ in examples(name):
        refusal = ""
        try:
            response = kind.read(spec, line, context)
            kind.say(spec, response, context)
            assert 0 <= kind.grade(spec, response, context).score <= 1
        except Unreadable as trouble:
            refusal = str(trouble)
        assert not refusal or SENTENCE.match(refusal)


@every_kind
@pytest.mark.parametrize("line", ["", "   "])
def test_nothing_is_no_answer_and_the_refusal_says_what_to_do(name, line):
    kind = exercises.load(name)
    for spec, _ in examples(name):
        with pytest.raises(Unreadable) as trouble:
            kind.read(spec, line, HERE)

        assert SENTENCE.match(str(trouble.value)), str(trouble.value)


@every_kind
@settings(max_examples=10, deadline=None)
@given(seed=SEEDS)
def test_the_plain_form_asks_and_says_how_to_answer(name, seed):
    kind, context = exercises.load(name), Context(seed=seed)
    for spec, _ in examples(name):
        asked = kind.ask(spec, context)

        assert asked == kind.ask(spec, context)
        words = " ".join(asked.split())
        for part in GENERATED.split(unmarked(getattr(spec, "prompt", ""))):
            assert " ".join(part.split()) in words
        assert HOW.search(asked.strip().split("\n\n")[-1]), asked
        assert not [why for why in secrets(kind, spec) if why in asked]


@every_kind
def test_the_exercise_prints_and_paper_does_not_give_the_solution_away(name):
    kind = exercises.load(name)
    for spec, _ in examples(name):
        blocks = kind.printed(spec, HERE)
        assert blocks
        assert all(isinstance(block, Block) for block in blocks)

        page = Document(title=name, subtitle="", language="en", footer=(), blocks=blocks)
        on_paper = " ".join(render(page, Format.TXT).data.decode().split())
        assert len(on_paper) > len(name)
        assert not [why for why in secrets(kind, spec) if " ".join(why.split()) in on_paper]


@every_kind
def test_an_example_stands_the_checks_that_play_it(name):
    kind = exercises.load(name)

    for spec, _ in examples(name):
        assert not list(kind.proof(spec))


@every_kind
def test_turn_by_turn_the_same_answer_is_given(name):
    kind = exercises.load(name)
    for spec, cases in examples(name):
        for case in cases if kind.turn else ():
            turn = kind.turn(spec, None, None, HERE)
            assert case.lines, "an exercise of many turns needs lines in its cases"
            for line in case.lines:
                assert turn.say.strip()
                assert not turn.over
                so_far = msgspec.json.decode(msgspec.json.encode(turn.response), type=kind.response)
                assert kind.turn(spec, so_far, None, HERE).say.strip()
                turn = kind.turn(spec, so_far, line, HERE)

            assert turn.over
            graded_alike(kind, spec, turn.response, case)


@every_kind
@settings(max_examples=20, deadline=None)
@given(lines=st.lists(LINES, max_size=8), seed=SEEDS)
def test_any_lines_are_taken_or_refused_with_a_sentence(name, lines, seed):
    kind, context = exercises.load(name), Context(seed=seed)
    for spec, _ in examples(name) if kind.turn else ():
        turn = kind.turn(spec, None, None, context)
        for line in lines:
            refusal = ""
            try:
                turn = kind.turn(spec, None if turn.over else turn.response, line, context)
            except Unreadable as trouble:
                refusal = str(trouble)
            assert not refusal or SENTENCE.match(refusal)
        if turn.over:
            assert 0 <= kind.grade(spec, turn.response, context).score <= 1


@every_kind
async def test_an_answer_that_was_broken_off_is_gone_on_with(name):
    kind, (spec, (case, *_)) = exercises.load(name), examples(name)[0]
    first = Bench(exercises.load_widget(name)(spec, HERE))
    async with first.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await pilot.press(*case.keys[:-1])
        await pilot.pause(0.6 if kind.turn else 0)
    assert first.drafts or not (kind.turn or kind.scenario), "what is done on the way is not kept"
    if first.drafts:
        kept = msgspec.json.decode(msgspec.json.encode(first.drafts[-1]), type=kind.response)
        second = Bench(exercises.load_widget(name)(spec, HERE))
        async with second.run_test(size=USUAL) as pilot:
            await pilot.pause()
            second.exercise.resume(kept)
            second.give_keys()
            await pilot.pause()
            await pilot.press(case.keys[-1])
            await pilot.pause()
        assert second.answers, "what was kept cannot be gone on with"
        graded_alike(kind, spec, second.answers[-1], case)


class Bench(App[None]):
    """An app with nothing but the exercise, which takes what is handed over."""

    CSS = ".filled { height: 1fr; }"

    def __init__(self, exercise: ExerciseWidget[Any, Any]) -> None:
        super().__init__()
        self.exercise = exercise
        self.exercise.set_class(exercise.fills, "filled")
        self.answers: list[Any] = []
        self.drafts: list[Any] = []

    def compose(self) -> ComposeResult:
        yield VerticalScroll(self.exercise, can_focus=False)

    def on_mount(self) -> None:
        self.give_keys()

    def give_keys(self) -> None:
        """Focus the exercise, or the first thing inside it that takes keys, as the program does."""
        inside = [widget for widget in self.exercise.query("*") if widget.focusable]
        self.screen.set_focus(self.exercise if self.exercise.focusable else next(iter(inside), None))

    def on_exercise_widget_answered(self, message: ExerciseWidget.Answered) -> None:
        self.answers.append(message.response)

    def on_exercise_widget_drafted(self, message: ExerciseWidget.Drafted) -> None:
        self.drafts.append(message.response)

    def seen(self) -> str:
        """Give the words of everything that is displayed, above and below the fold included."""
        texts = [str(one.visual) for one in self.exercise.query(Static) if displayed(one)]
        return " ".join(" ".join(texts).split())

    def outside(self) -> list[Widget]:
        """Give what is drawn beyond the left or the right end of the screen."""
        width = self.size.width
        drawn = [one for one in self.exercise.query("*") if displayed(one) and one.region.width]
        return [one for one in drawn if one.region.x < 0 or one.region.right > width]


def displayed(widget: Widget) -> bool:
    """Whether neither the widget nor anything around it is hidden."""
    return all(one.display for one in widget.ancestors_with_self if isinstance(one, Widget))


@every_kind
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_on_the_screen_keys_alone_give_the_same_answers(name, size):
    for spec, cases in examples(name) if size == USUAL else examples(name)[:1]:
        for case in cases if size == USUAL else cases[:1]:
            await play(name, spec, case, size)


async def play(name: str, spec: Any, case: Case, size: tuple[int, int]) -> None:
    """Answer with the case's keys, look at the outcome, and try again."""
    kind = exercises.load(name)
    bench = Bench(exercises.load_widget(name)(spec, HERE))
    async with bench.run_test(size=size) as pilot:
        await pilot.pause()
        assert bench.exercise.open
        assert not bench.outside()

        await pilot.press(*case.keys)
        await pilot.pause()
        assert len(bench.answers) == 1, f"{case.keys} did not hand over one answer but {bench.answers}"
        outcome = graded_alike(kind, spec, bench.answers[0], case)

        bench.exercise.show_outcome(bench.answers[0], outcome, solved=outcome.right)
        await pilot.pause()
        assert not bench.exercise.open
        assert not bench.outside()
        untold = {check.why for check in outcome.checks} - {
            check.why for check in outcome.told(solved=outcome.right)
        }
        assert not [why for why in untold if " ".join(why.split()) in bench.seen()]
        for check in outcome.told(solved=outcome.right):
            assert " ".join(check.why.split()) in bench.seen()

        bench.exercise.reopen()
        bench.give_keys()
        await pilot.press(*(case.again or case.keys[-1:]))
        await pilot.pause()
        assert bench.exercise.open
        assert len(bench.answers) == 2, "after reopening, the last answer cannot be handed over again"
        graded_alike(kind, spec, bench.answers[1], case)
