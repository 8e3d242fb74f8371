"""Stories: what is counted and found in them, the rating beside the score, the fields on the screen."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_contract import Bench
from textual.widgets import Static, TextArea

from coach.core.document import AnyBlock, Callout, Choices, Together, WritingLines
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Severity
from coach.core.outcome import Check, Outcome
from coach.core.rubric import Criterion
from coach.exercises.star import KIND, Length, Lengths, Looks, Model, Response, Spec
from coach.exercises.star.grade import joined
from coach.exercises.star.spec import PARTS
from coach.exercises.star.widget import StarWidget
from coach.exercises.star.widget.comparison import BESIDE, Comparison
from coach.locale import spoken
from coach.surface.exercise import CheckLine
from coach.surface.rubric import RubricForm

CONTEXT = Context()
ANCHORS = {1: "Blames others", 3: "Names a mistake", 5: "Names one own decision"}
RUBRIC = (
    Criterion(id="ownership", title="Ownership", anchors=ANCHORS),
    Criterion(id="learning", title="Learning", anchors=ANCHORS),
)
SHORT = Lengths(
    situation=Length(min=3, max=12, tip="When was it?"),
    task=Length(min=2, max=12, tip="What was yours?"),
    action=Length(min=5, max=30, tip="What did you do?"),
    result=Length(min=3, max=15, tip="How did it end?"),
)
MODEL = Model(
    situation="In May 2025 a bakery chain dropped our offer.",
    task="I had to find out why.",
    action="I rang their CFO, asked what had decided it, and I changed our meeting with each new customer.",
    result="We lost 80,000 euros and won the next two deals.",
    why="One call and one habit.",
)
SPEC = Spec(id="lost", prompt="A deal you lost?", rubric=RUBRIC, model=MODEL, lengths=SHORT)
GOOD = Response(
    situation="Last spring Carrowmere said no.",
    task="Find out why.",
    action="I rang their CFO and I asked her.",
    result="We lost 8 sites.",
    ratings={"ownership": 4, "learning": 2},
)
LINE = (
    "Last spring Carrowmere said no. / Find out why. / I rang their CFO and I asked her. / We lost 8 sites."
)
telling = st.lists(
    st.one_of(
        st.text(max_size=9), st.sampled_from(["In May", "maybe", "8 sites", "tried to", "\r\n", "I", "we"])
    ),
    max_size=6,
).map(" ".join)
stories = st.builds(Response, situation=telling, task=telling, action=telling, result=telling)


def spec_with(**looks) -> Spec:
    return msgspec.structs.replace(SPEC, checks=Looks(**looks))


def graded(response: Response, spec: Spec = SPEC) -> Outcome:
    return KIND.grade(spec, response, CONTEXT)


def check(name: str, response: Response, spec: Spec = SPEC) -> Check:
    return next(one for one in graded(response, spec).checks if one.id == name)


def changed(**parts) -> Response:
    return msgspec.structs.replace(GOOD, **parts)


# --- What is looked at -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "text", "passed", "counted"),
    [
        ("situation", "Last spring they", True, "It has 3 words."),
        ("situation", "Last spring", False, "It has 2 words."),
        ("task", "x " * 13, False, "It has 13 words."),
        ("result", "12,000 it's follow-up", True, "It has 3 words."),
        ("action", "🙂 – !", False, "It has 0 words."),
    ],
)
def test_each_part_has_the_length_that_is_asked_ends_included(part, text, passed, counted):
    found = check(part, changed(**{part: text}))

    assert (found.passed, found.why.startswith(counted)) == (passed, True)


@pytest.mark.parametrize(
    ("action", "passed", "counted"),
    [
        ("I asked and we decided", False, "“I” once, “we” once"),
        ("I asked and I've decided for us", True, "“I” twice, “we” never"),
        ("I. And i too; We and WE'VE", False, "“I” twice, “we” twice"),
        ("In between it was Iris", False, "“I” never, “we” never"),
    ],
)
def test_the_action_says_i_more_often_than_we(action, passed, counted):
    found = check("own-part", changed(action=action))

    assert (found.passed, counted in found.why) == (passed, True)


def test_a_german_story_is_measured_by_german_words():
    german = msgspec.structs.replace(SPEC, language="de")
    story = changed(
        situation="Im Frühjahr sagte Carrowmere ab.",
        action="Ich rief an, und ich fragte nach, bevor wir schrieben.",
        result="Vielleicht drei Werke.",
    )

    assert check("own-part", story, german).why.startswith("Counted: “ich” twice, “wir” once.")
    assert check("time", story, german).why.startswith("Found: “Frühjahr”.")
    assert check("number", story, german).why.startswith("Found: “drei”.")
    assert check("hedges", story, german).why.startswith("Found: “Vielleicht”.")


@pytest.mark.parametrize(
    ("situation", "found"),
    [
        ("It was in 2024 that", "2024"),
        ("Two weeks before the fair", "weeks"),
        ("In May we", "May"),
        ("On Tuesday they", "Tuesday"),
        ("They may march on", None),
        ("Once upon a deal", None),
    ],
)
def test_a_time_is_a_year_a_month_a_day_or_a_span(situation, found):
    time = check("time", changed(situation=situation))

    assert time.passed == (found is not None)
    assert time.why.startswith(f"Found: “{found}”." if found else "None found.")


@pytest.mark.parametrize(
    ("result", "passed"),
    [("We saved 8 %", True), ("It took half the time", True), ("One of them left", False)],
)
def test_a_number_stands_there_in_digits_or_letters_and_one_is_none(result, passed):
    assert check("number", changed(result=result)).passed == passed


def test_the_share_of_the_action_is_measured_in_words():
    even = changed(situation="a b", task="c", action="d e", result="f")

    assert not check("action-share", even).passed
    assert check("action-share", even, spec_with(action_share=1 / 3)).passed
    assert check("action-share", Response()).why.startswith("Here it is 0 %.")


def test_the_outcome_is_one_of_the_words_that_the_author_named():
    spec = spec_with(outcome=("renew*", "(won|lost) it"))

    assert check("outcome", changed(result="They renewed for 3 years"), spec).passed
    assert check("outcome", changed(result="We won it"), spec).passed
    assert not check("outcome", changed(result="They were happy with 3"), spec).passed


def test_hedges_are_found_in_action_and_result_alone_and_an_empty_story_earns_nothing():
    assert check("hedges", changed(situation="Maybe in spring it was")).passed
    assert check("hedges", changed(action="I tried to ring")).why.startswith("Found: “tried to”.")
    assert not check("hedges", changed(result="Perhaps 8 sites")).passed
    assert not check("hedges", changed(action="I did synergies"), spec_with(avoid=("synerg*",))).passed
    assert not check("hedges", Response()).passed
    assert graded(Response()).score == 0


def test_what_the_author_switches_off_is_not_looked_at():
    off = spec_with(action_share=0, own_part=False, time=False, number=False, hedges=False)

    assert [one.id for one in graded(GOOD, off).checks] == [*PARTS, "model"]


@settings(deadline=None)
@given(stories)
def test_whatever_is_written_the_evidence_lies_in_the_story_and_quotes_what_was_found(story):
    whole = joined(story)

    for one in graded(story).checks:
        if one.id in PARTS:
            assert one.evidence
            assert whole[one.evidence.start : one.evidence.end] == story.part(one.id)
        elif one.evidence:
            assert f"“{whole[one.evidence.start : one.evidence.end]}”" in one.why


def test_a_little_may_be_missing_and_what_interviewers_rate_counts_twice():
    without_time = graded(changed(situation="They said no to us."))
    without_own_part = graded(changed(action="We rang their CFO and asked her why it was."))

    assert graded(GOOD).score == 1
    assert (without_time.score, without_time.right) == (pytest.approx(11 / 12), True)
    assert without_own_part.score == pytest.approx(10 / 12)
    assert not graded(changed(situation="No.", action="We rang their CFO and asked her.")).right


@given(st.dictionaries(st.sampled_from(["ownership", "learning", "gone"]), st.integers(1, 5)))
def test_ones_own_rating_never_changes_the_score(ratings):
    assert graded(changed(ratings=ratings)).score == 1


def test_the_own_rating_is_told_with_what_it_is_for():
    assert graded(GOOD).remark == (
        "Your own rating: Ownership 4, Learning 2. "
        "It does not change the score; it is there to be compared with a mentor's rating."
    )


def test_the_model_is_told_once_it_is_solved():
    told = {one.id: one for one in graded(GOOD).told(solved=True)}

    assert told["model"].why.startswith("Situation: In May 2025 a bakery")
    assert told["model"].why.endswith("Why: One call and one habit.")
    assert "model" not in {one.id for one in graded(GOOD).told(solved=False)}


# --- In words ----------------------------------------------------------------------------------------


def test_a_line_holds_the_parts_and_the_ratings():
    assert KIND.read(SPEC, f"{LINE} ! 4 2", CONTEXT) == GOOD
    assert KIND.read(SPEC, f"{LINE}! 4,2", CONTEXT) == GOOD
    assert KIND.say(SPEC, GOOD, CONTEXT).splitlines() == [
        "Situation: Last spring Carrowmere said no.",
        "Task: Find out why.",
        "Action: I rang their CFO and I asked her.",
        "Result: We lost 8 sites.",
        "Own rating: Ownership 4, Learning 2",
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a / b / c ! 1 2", "A story has four parts, none of them empty. Type situation"),
        ("a / b / c /  ! 1 2", "A story has four parts, none of them empty. Type situation"),
        ("a / b / c / d / e ! 1 2", "A story has four parts, none of them empty. Type situation"),
        (LINE, "Your own rating is missing. Type ! at the end"),
        (f"{LINE} ! 4", "There are 1 ratings for 2: Ownership, Learning."),
        (f"{LINE} ! 4 6", "That is no rating. Type a number from 1 to 5."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value).startswith(message)


def turned(*lines: str) -> tuple[list[str], Response]:
    turn = KIND.turn(SPEC, None, None, CONTEXT)
    said = [turn.say]
    for line in lines:
        turn = KIND.turn(SPEC, turn.response, line, CONTEXT)
        said.append(turn.say)
    return said, turn.response


def test_line_by_line_each_part_is_asked_with_its_tip_and_then_each_criterion():
    said, response = turned(*LINE.split(" / "), "4")

    assert "A number in the result" in said[0]
    assert "Situation, 3 to 12 words. When was it?" in said[0]
    assert said[1].startswith("Situation: 5 of 3 to 12 words.\n\nTask, 2 to 12 words.")
    assert "Now give your own rating. It does not change the score" in said[4]
    assert "Ownership (1 of 2)\n  1  Blames others\n  2  between 1 and 3" in said[4]
    assert said[5].startswith("Learning (2 of 2)")
    assert KIND.turn(SPEC, response, "2", CONTEXT).response == GOOD
    assert KIND.turn(SPEC, response, "2", CONTEXT).over


def test_enter_alone_repeats_and_the_sign_goes_back():
    assert turned("")[1] == Response()
    assert turned("A", "<")[1] == Response()
    said, response = turned(*LINE.split(" / "), "4", "<", "<")
    assert response == Response(situation=GOOD.situation, task=GOOD.task, action=GOOD.action)
    assert said[-1].startswith("Result, 3 to 15 words.")
    with pytest.raises(Unreadable, match="That is no rating"):
        turned(*LINE.split(" / "), "six")


def test_a_draft_that_lacks_nothing_is_handed_in_by_enter():
    turn = KIND.turn(SPEC, GOOD, None, CONTEXT)

    assert "Everything is there. Enter hands it in." in turn.say
    assert KIND.turn(SPEC, GOOD, "", CONTEXT).over


def opened(blocks: tuple[AnyBlock, ...]) -> Iterator[AnyBlock]:
    """Give all blocks, those that are kept together one by one."""
    for block in blocks:
        yield from opened(block.blocks) if isinstance(block, Together) else [block]


def test_on_paper_there_are_lines_for_each_part_and_boxes_for_each_criterion():
    blocks = KIND.printed(SPEC, CONTEXT)
    inside = list(opened(blocks))

    assert [one.count for one in inside if isinstance(one, WritingLines)] == [2, 2, 3, 2]
    assert sum(isinstance(one, Choices) for one in inside) == 2
    assert any(isinstance(block, Callout) for block in blocks)


# --- What authors are told ---------------------------------------------------------------------------


def findings(**fields) -> list[tuple[str, tuple[str | int, ...]]]:
    found = list(KIND.findings(msgspec.structs.replace(SPEC, **fields)))
    assert all(one.severity is Severity.ERROR for one in found)
    return [(one.code, one.path) for one in found]


def test_a_sound_exercise_has_no_findings():
    assert findings() == []
    assert set(KIND.codes) == {"C161", "C162", "C163", "C164"}


def test_a_model_that_misses_what_is_asked_is_found_where_it_misses():
    poor = msgspec.structs.replace(MODEL, task="Why.", action="We rang and asked. " * 5)

    assert findings(model=poor) == [("C161", ("model", "task")), ("C161", ("model",))]


def test_bounds_that_exclude_each_other_are_found():
    crossed = msgspec.structs.replace(SHORT, task=Length(min=9, max=3, tip="t"))

    assert findings(lengths=crossed) == [("C162", ("lengths", "task", "min"))]


def test_a_criterion_without_its_anchors_and_ids_used_twice_are_found():
    poor = Criterion(id="ownership", title="Ownership", anchors={1: "a", 5: "b"})

    assert findings(rubric=(*RUBRIC, poor)) == [
        ("C163", ("rubric", 2, "anchors")),
        ("C010", ("rubric", 2, "id")),
    ]


def test_words_that_are_no_pattern_are_found():
    assert findings(checks=Looks(outcome=("won", "(won"))) == [("C164", ("checks", "outcome", 1))]
    assert findings(checks=Looks(avoid=("***",))) == [("C164", ("checks", "avoid", 0))]


# --- On the screen -----------------------------------------------------------------------------------


class Screen(Bench):
    """The exercise alone."""

    def __init__(self) -> None:
        super().__init__(StarWidget(SPEC, CONTEXT))

    def shown(self) -> list[str]:
        return [area.id for area in self.query(TextArea) if area.display]

    def words(self, selector: str) -> str:
        return str(self.exercise.query_one(selector, Static).content)


async def test_tab_leads_from_part_to_part_and_back_and_the_words_are_counted():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        assert app.shown() == ["situation"]
        await pilot.press("O", "n", "e", "tab", "tab", "shift+tab")

        assert app.shown() == ["task"]
        assert app.words(".stages") == "  Situation 1   › Task –     Action –     Result –     Rating –"
        assert app.words(".tip") == "Task, 2 to 12 words. What was yours?"
        await pilot.press("shift+tab", "shift+tab")
        assert app.shown() == ["situation"]


async def test_the_rating_waits_for_all_parts_and_handing_in_for_all_ratings():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("a", "ctrl+s")
        assert app.words(".trouble") == "The task is still empty. Write it, then go on to the rating."
        assert app.shown() == ["task"]

        await pilot.press("b", "tab", "c", "tab", "d", "tab", "4", "enter")
        assert app.shown() == []
        assert app.answers == []
        assert app.words(".trouble") == "A rating is missing. Press a number from 1 to 5 for each criterion."
        await pilot.press("2", "enter")
        ratings = {"ownership": 4, "learning": 2}
        assert app.answers == [Response(situation="a", task="b", action="c", result="d", ratings=ratings)]


async def test_typing_is_kept_when_it_rests_and_when_one_goes_on():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("a", "b", "tab")
        await pilot.pause()
        assert app.drafts[-1] == Response(situation="ab")

        await pilot.press("c")
        await pilot.pause(0.6)
        assert app.drafts[-1] == Response(situation="ab", task="c")


async def test_an_unfinished_story_is_gone_on_with_where_it_stopped():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.resume(Response(situation="a", task="b"))
        await pilot.pause()
        assert app.shown() == ["action"]

        app.exercise.resume(changed(ratings={"ownership": 4}))
        await pilot.pause()
        assert app.query_one(RubricForm).display
        assert app.query_one(RubricForm).current == 1


async def test_a_story_that_is_not_yet_right_stays_to_be_mended():
    app = Screen()
    async with app.run_test() as pilot:
        poor = changed(action="We rang.", result="Good.")
        app.exercise.show_outcome(poor, graded(poor), solved=False)
        await pilot.pause()
        assert "A model answer" not in [str(one.content) for one in app.query(".title").results(Static)]

        app.exercise.reopen()
        await pilot.pause()
        assert app.shown() == ["situation"]
        assert app.exercise.response == poor
        assert not app.query(Comparison)


@pytest.mark.parametrize(("width", "beside"), [(BESIDE, True), (BESIDE - 1, False)])
async def test_once_solved_the_model_stands_beside_ones_own_story_where_there_is_room(width, beside):
    app = Screen()
    async with app.run_test(size=(width, 120)) as pilot:
        app.exercise.show_outcome(GOOD, graded(GOOD), solved=True)
        await pilot.pause()
        await pilot.pause(0.1)
        own, model = app.query(".story")

        assert (own.region.y == model.region.y) == beside
        assert (own.region.x == model.region.x) == (not beside)
        assert "A model answer" not in [str(line._check.label) for line in app.query(CheckLine)]


async def test_a_solution_asked_for_is_shown_beside_ones_own_story_or_alone():
    app = Screen()
    async with app.run_test() as pilot:
        poor, solution = changed(action="We rang."), KIND.solution(SPEC, CONTEXT)
        app.exercise.show_outcome(poor, graded(poor), solved=False)
        app.exercise.show_outcome(solution, graded(solution), solved=True)
        await pilot.pause()
        assert [str(one.content) for one in app.query(".title").results(Static)] == [
            "Your story",
            "A model answer",
        ]

    later = Screen()
    async with later.run_test() as pilot:
        later.exercise.show_outcome(solution, graded(solution), solved=True)
        await pilot.pause()
        assert [str(one.content) for one in later.query(".title").results(Static)] == ["A model answer"]


def test_in_german_parts_and_tips_nobody_wrote_are_german_and_an_authors_tips_stay():
    usual = msgspec.structs.replace(SPEC, lengths=Lengths())
    with spoken("de"):
        assert "Aufgabe, 5 bis 50 Wörter: Was sollten Sie erreichen oder entscheiden?" in KIND.ask(
            usual, CONTEXT
        )
        assert "Aufgabe, 2 bis 12 Wörter: What was yours?" in KIND.ask(SPEC, CONTEXT)
        assert KIND.say(SPEC, GOOD, CONTEXT).startswith(
            "Situation: Last spring Carrowmere said no.\nAufgabe: "
        )
