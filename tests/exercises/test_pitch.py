"""Pitches: the time, what was heard, who rated, and the clock on the screen."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_contract import Bench
from textual.widgets import Digits, Static

from coach.core.document import Choices, Table, WritingLines, flat
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Severity
from coach.core.outcome import Outcome
from coach.core.rubric import Criterion
from coach.exercises.pitch import KIND, Model, Point, Response, Spec, widget
from coach.exercises.pitch.widget import PitchWidget
from coach.locale import spoken
from coach.surface.exercise import CheckLine
from coach.surface.rubric import RubricForm
from coach.surface.tick import TickRow

CONTEXT = Context()
ANCHORS = {1: "Reads out", 3: "Speaks freely", 5: "Speaks with pauses"}
RUBRIC = (
    Criterion(id="clarity", title="Clarity", anchors=ANCHORS),
    Criterion(id="presence", title="Presence", anchors=ANCHORS),
)
POINTS = tuple(Point(id=f"p{n}", text=f"Point {n}", why=f"Because of {n}.") for n in (1, 2, 3))
SPEC = Spec(
    id="minute",
    prompt="You have a minute.",
    audience="The CFO",
    seconds=60,
    points=POINTS,
    rubric=RUBRIC,
    model=Model(text="word " * 120, why="It fits."),
)
GOOD = Response(
    seconds=55,
    rated_by="colleague",
    points=("p1", "p2", "p3"),
    ratings={"clarity": 4, "presence": 2},
    note="Slower at the end.",
)


def graded(response: Response, spec: Spec = SPEC) -> Outcome:
    return KIND.grade(spec, response, CONTEXT)


def changed(**fields) -> Response:
    return msgspec.structs.replace(GOOD, **fields)


# --- The score ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "passed", "why"),
    [
        (30, True, "Spoken: 30 seconds. There is room for an answer."),
        (66, True, "Spoken: 66 seconds. There is room for an answer."),
        (29, False, "Spoken: 29 seconds. So little time leaves something out"),
        (67, False, "Spoken: 67 seconds. Who speaks longer than agreed"),
        (None, False, "Spoken: 0 seconds."),
    ],
)
def test_from_half_the_time_to_a_tenth_more_is_in_time(seconds, passed, why):
    time = graded(changed(seconds=seconds)).checks[0]

    assert (time.label, time.passed) == ("30 to 66 seconds spoken", passed)
    assert time.why.startswith(why)


def test_the_author_can_say_which_times_are_kept():
    spec = msgspec.structs.replace(SPEC, seconds=300, shortest=90, longest=330)

    assert graded(GOOD, spec).checks[0].label == "90 seconds to 5:30 minutes spoken"
    assert not graded(GOOD, spec).checks[0].passed


@given(st.sets(st.sampled_from([point.id for point in POINTS])), st.booleans())
def test_each_point_counts_once_and_the_time_twice(heard, in_time):
    outcome = graded(changed(seconds=60 if in_time else 90, points=tuple(heard)))

    assert outcome.score == pytest.approx((2 * in_time + len(heard)) / 5)
    assert outcome.right == (in_time and len(heard) >= 2)


@given(st.dictionaries(st.sampled_from(["clarity", "presence", "gone"]), st.integers(1, 5)), st.text())
def test_ratings_and_note_never_change_the_score(ratings, note):
    assert graded(changed(ratings=ratings, note=note)).score == 1


def test_who_rated_is_told_with_what_the_rating_is_for():
    assert graded(GOOD).remark == (
        "Rated by a colleague: Clarity 4, Presence 2. "
        "It does not change the score; it is there to be compared with a mentor's rating."
    )
    assert graded(KIND.solution(SPEC, CONTEXT)).remark == ""


def test_an_answer_to_an_older_list_of_points_is_still_graded():
    assert graded(changed(points=("p1", "gone"))).score == pytest.approx(3 / 5)


def test_the_model_is_told_once_it_is_solved():
    assert [one.id for one in graded(GOOD).told(solved=False)] == ["time", "p1", "p2", "p3"]
    assert graded(GOOD).told(solved=True)[-1].why.endswith("Why: It fits.")


# --- In words ----------------------------------------------------------------------------------------


def test_a_line_holds_the_time_the_points_the_ratings_who_rated_and_a_note():
    read = KIND.read(SPEC, "0:55 / 3, 1 2 / 4 2 / colleague / Slower at the end.", CONTEXT)

    assert read == GOOD
    assert KIND.say(SPEC, GOOD, CONTEXT).splitlines() == [
        "Spoken: 55 seconds",
        "Heard: Point 1; Point 2; Point 3",
        "Rated by a colleague: Clarity 4, Presence 2",
        "Note: Slower at the end.",
    ]
    nothing = KIND.read(SPEC, "2:05 / 0 / 1 1 / self", CONTEXT)
    assert KIND.say(SPEC, nothing, CONTEXT).splitlines()[:2] == [
        "Spoken: 2:05 minutes",
        "Heard: none of the points",
    ]
    assert KIND.say(SPEC, Response(), CONTEXT) == "Nothing was spoken yet."


def test_a_slash_in_the_note_stays():
    assert KIND.read(SPEC, "55 / 1 / 4 2 / self / 3 / 4", CONTEXT).note == "3 / 4"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("55 / 1 / 4 2", "Four answers are needed, with / between them"),
        ("soon / 1 / 4 2 / self", "That is no time up to 60 minutes. Type seconds, such as 55 or 0:55."),
        ("0 / 1 / 4 2 / self", "That is no time up to 60 minutes."),
        ("3601 / 1 / 4 2 / self", "That is no time up to 60 minutes."),
        ("55 / 4 / 4 2 / self", "There is no such point. Type numbers from 1 to 3"),
        ("55 / 0 1 / 4 2 / self", "There is no such point."),
        ("55 / 1 / 4 / self", "There are 1 ratings for 2: Clarity, Presence."),
        ("55 / 1 / 4 2 / me", "Who rated is not clear. Type self or colleague as the fourth answer."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value).startswith(message)


def turned(*lines: str) -> tuple[list[str], Response, bool]:
    turn = KIND.turn(SPEC, None, None, CONTEXT)
    said = [turn.say]
    for line in lines:
        turn = KIND.turn(SPEC, turn.response, line, CONTEXT)
        said.append(turn.say)
    return said, turn.response, turn.over


def test_line_by_line_one_question_follows_the_other():
    said, response, over = turned("55", "2", "1 2 3", "4", "2", "Slower at the end.")

    assert (response, over) == (GOOD, True)
    assert "To: The CFO\nTime: 60 seconds; 30 to 66 seconds are in time" in said[0]
    assert said[0].endswith("How many seconds did you speak? Type them, such as 55 or 0:55.")
    assert said[1].startswith("Who says what was heard? Type 1 for yourself")
    assert said[2].startswith("  1  Point 1\n  2  Point 2")
    assert "Now the rating. It does not change the score" in said[3]
    assert said[4].startswith("Presence (2 of 2)\n  1  Reads out\n  2  between 1 and 3")
    assert said[5].startswith("Type a note for later, or enter alone for none.")


def test_enter_alone_repeats_until_only_the_note_is_left():
    assert turned("")[1:] == (Response(), False)
    assert turned("55", "2", "0", "4", "2", "")[1:] == (changed(points=(), note=""), True)


def test_the_sign_takes_the_last_answer_back():
    assert turned("55", "2", "1", "4", "<")[1] == Response(seconds=55, rated_by="colleague", points=("p1",))
    assert turned("55", "2", "1", "<")[1] == Response(seconds=55, rated_by="colleague")
    assert turned("55", "2", "<", "<", "<")[1] == Response()


def test_a_wrong_word_for_who_rates_is_refused_in_a_sentence():
    with pytest.raises(Unreadable, match="Type 1 if you rate yourself, or 2"):
        turned("55", "me")


def test_an_unfinished_answer_is_told_before_the_next_question():
    said = KIND.turn(SPEC, Response(seconds=55), None, CONTEXT).say

    assert said.startswith("You have a minute.\n\nSpoken: 55 seconds\n\nWho says what was heard?")


def test_the_sheet_has_room_to_prepare_points_to_tick_and_boxes_to_rate():
    blocks = KIND.printed(SPEC, CONTEXT)
    table = next(block for block in blocks if isinstance(block, Table))

    assert [flat(row[1]) for row in table.rows] == ["Point 1", "Point 2", "Point 3"]
    assert sum(isinstance(block, WritingLines) for block in blocks) == 2
    assert [one.label for block in blocks if isinstance(block, Choices) for one in block.choices] == [
        "the speaker",
        "a colleague",
    ]


# --- What authors are told ---------------------------------------------------------------------------


def findings(**fields) -> list[tuple[str, tuple[str | int, ...], Severity]]:
    found = KIND.findings(msgspec.structs.replace(SPEC, **fields))
    return [(one.code, one.path, one.severity) for one in found]


def test_a_sound_exercise_has_no_findings():
    assert findings() == []
    assert set(KIND.codes) == {"C171", "C172", "C173"}


@pytest.mark.parametrize("fields", [{"shortest": 61}, {"longest": 59}, {"seconds": 20, "shortest": 30}])
def test_a_time_to_aim_at_that_would_not_count_is_found(fields):
    assert findings(**fields) == [("C171", ("seconds",), Severity.ERROR)]


@pytest.mark.parametrize(("words", "found"), [(54, 1), (55, 0), (198, 0), (199, 1)])
def test_a_model_that_nobody_speaks_in_the_time_is_found(words, found):
    model = Model(text="word " * words, why="w")

    assert findings(model=model) == [("C172", ("model", "text"), Severity.WARNING)] * found


def test_a_criterion_without_its_anchors_and_ids_used_twice_are_found():
    poor = Criterion(id="voice", title="Voice", anchors={3: "a"})

    assert findings(rubric=(poor,), points=(*POINTS, POINTS[0])) == [
        ("C173", ("rubric", 0, "anchors"), Severity.ERROR),
        ("C010", ("points", 3, "id"), Severity.ERROR),
    ]


# --- On the screen -----------------------------------------------------------------------------------


class Screen(Bench):
    """The exercise alone."""

    def __init__(self) -> None:
        super().__init__(PitchWidget(SPEC, CONTEXT))

    def words(self, selector: str) -> str:
        return str(self.exercise.query_one(selector, Static).content)

    def ticks(self) -> list[str]:
        return [str(row.query_one(".sign", Static).content) for row in self.query(TickRow)]


@pytest.fixture
def turn_clock(monkeypatch):
    """Give the widget a clock that stands still until a test turns it."""
    now = [100.0]
    monkeypatch.setattr(widget, "clock", lambda: now[0])

    def turn(seconds: float) -> None:
        now[0] += seconds

    return turn


@pytest.mark.parametrize(
    ("seconds", "figures", "words"),
    [
        (0, "1:00", "60 seconds left"),
        (49.5, "0:11", "11 seconds left"),
        (50, "0:10", "The last 10 seconds: 10 left. Come to the end."),
        (59.9, "0:01", "The last 10 seconds: 1 left. Come to the end."),
        (60, "0:00", "The time is up. Up to 66 seconds are in time."),
        (63, "+0:03", "3 seconds over. Up to 66 seconds are in time."),
        (125, "+1:05", "65 seconds over. Up to 66 seconds are in time."),
    ],
)
async def test_the_clock_runs_down_in_figures_and_in_words(turn_clock, seconds, figures, words):
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("space")
        turn_clock(seconds)
        await pilot.pause(0.3)

        assert app.query_one(Digits).value == figures
        assert app.words("ClockFace .words") == words


async def test_the_clock_gives_the_seconds_and_everything_else_is_asked_one_by_one(turn_clock):
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("space")
        turn_clock(54.6)
        await pilot.press("space", "2", "1", "2", "1", "down", "down", "space", "enter", "4", "2", "enter")
        assert app.words(".title") == "A note for later, if you like"

        await pilot.press("O", "k", "enter")
        ratings = {"clarity": 4, "presence": 2}
        assert app.answers == [
            Response(seconds=55, rated_by="colleague", points=("p2", "p3"), ratings=ratings, note="Ok")
        ]
        assert app.drafts[-1] == app.answers[0]


async def test_going_back_while_speaking_begins_again(turn_clock):
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("space")
        turn_clock(40)
        await pilot.press("shift+tab", "enter")
        turn_clock(20)
        await pilot.press("enter")

        assert app.exercise.response == Response(seconds=20)


async def test_a_time_that_cannot_be_read_is_said():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("e", "x", "enter")
        assert app.words(".trouble") == "That is no time up to 60 minutes. Type seconds, such as 55 or 0:55."

        await pilot.press("backspace", "1", "colon", "0", "5", "enter")
        assert app.exercise.response.seconds == 65
        assert app.words(".title") == "Who says what was heard?"


async def test_handing_on_waits_for_all_ratings():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.focus()
        await pilot.press("e", "5", "5", "enter", "1", "enter", "4", "enter")

        assert app.words(".trouble") == "A rating is missing. Press a number from 1 to 5 for each criterion."
        assert app.query_one(RubricForm).display


@pytest.mark.parametrize(
    ("response", "title"),
    [
        (Response(), "Prepare, then speak aloud"),
        (Response(seconds=55), "Who says what was heard?"),
        (Response(seconds=55, rated_by="self", points=("p1",)), "What was heard, in whatever words?"),
        (changed(ratings={"clarity": 4}), "How was it?"),
        (GOOD, "A note for later, if you like"),
    ],
)
async def test_what_was_kept_is_gone_on_with_at_the_question_that_is_open(response, title):
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.resume(response)
        await pilot.pause()

        assert app.words(".title") == title
        assert [sign[2:5] for sign in app.ticks()] == [
            "[x]" if point.id in (response.points or ()) else "[ ]" for point in POINTS
        ]


async def test_another_try_can_go_on_with_what_was_given_or_clears_it_by_speaking(turn_clock):
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.show_outcome(GOOD, graded(GOOD), solved=True)
        app.exercise.reopen()
        await pilot.pause()
        assert "Spoken: 55 seconds. Tab goes on with it." in app.words(".text")
        await pilot.press("tab", "tab", "enter", "enter", "enter")
        assert app.answers == [GOOD]

        app.exercise.reopen()
        await pilot.press("space")
        turn_clock(31)
        await pilot.press("space")
        await pilot.pause()
        assert app.exercise.response == Response(seconds=31, rated_by="colleague", note="Slower at the end.")
        assert app.ticks() == ["› [ ] 1", "  [ ] 2", "  [ ] 3"]


@pytest.mark.parametrize(("typed", "kept"), [("40", ()), ("55", GOOD.points)])
async def test_another_time_that_is_typed_clears_what_was_heard_in_the_try_before(typed, kept):
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.show_outcome(GOOD, graded(GOOD), solved=True)
        app.exercise.reopen()
        await pilot.press("e", "backspace", "backspace", *typed, "enter")
        await pilot.pause()

        assert app.exercise.response.seconds == int(typed)
        assert (app.exercise.response.points or ()) == kept


async def test_all_anchors_are_in_sight_where_the_task_takes_most_of_the_screen():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("e", "5", "5", "enter", "1", "enter")
        await pilot.pause()

        how = app.query_one(".how")
        assert app.screen.can_view_entire(how)


async def test_note_and_model_are_shown_with_the_outcome_the_model_only_once_it_is_solved():
    app = Screen()
    async with app.run_test() as pilot:
        app.exercise.show_outcome(GOOD, graded(GOOD), solved=False)
        await pilot.pause()
        assert [str(one.content) for one in app.query(".after").results(Static)] == [
            "Note: Slower at the end."
        ]

        app.exercise.show_outcome(GOOD, graded(GOOD), solved=True)
        await pilot.pause()
        assert app.words(".model").startswith("A model pitch\n\nword word")
        assert len(app.query(CheckLine)) == 4


@pytest.mark.parametrize(
    ("rater", "rated_by"),
    [("ich", "self"), ("andere", "colleague"), ("self", "self"), ("colleague", "colleague")],
)
def test_in_german_who_rated_is_typed_in_german_or_english(rater, rated_by):
    with spoken("de"):
        response = KIND.read(SPEC, f"55 / 1 / 4 2 / {rater}", CONTEXT)

        assert response.rated_by == rated_by
        assert graded(response).checks[0].label == "30 bis 66 Sekunden gesprochen"


def test_times_in_minutes_name_their_unit_once():
    spec = msgspec.structs.replace(SPEC, seconds=300)

    assert graded(GOOD, spec).checks[0].label == "2:30 to 5:30 minutes spoken"
