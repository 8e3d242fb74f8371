"""Timelines on the screen: placing, moving, events one by one, drafts, and the mouse."""

import msgspec
from test_contract import Bench
from textual.widgets import Static
from timeline_kit import CONTEXT, DEMO, FIX, GOAL, NUMBERS, RANGE, SOLUTION, SPEC, TALK, held, replaced

from coach.exercises.timeline import KIND, Placed, Response, Spec
from coach.exercises.timeline.widget import CardRow, TimelineWidget


class Screen(Bench):
    """The exercise alone."""

    def __init__(self, spec: Spec = SPEC) -> None:
        super().__init__(TimelineWidget(spec, CONTEXT))

    def listed(self) -> list[str]:
        rows = [row for row in self.query(CardRow) if row.display]
        return [" ".join(" ".join(str(part.content) for part in row.children).split()) for row in rows]

    def text(self, name: str) -> str:
        return str(self.query_one(name, Static).content)


async def test_numbers_put_cards_one_after_the_other_and_take_them_out_again():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(GOAL, DEMO)
        assert app.listed()[:2] == [f"{GOAL} 0–2 Goal · 2 min", f"{DEMO} 2–10 Demo · 8 min"]
        assert app.text(".room") == "10 of 20 minutes planned, 10 free"

        await pilot.press(GOAL)
        assert app.drafts[-1] == Response(placed=(Placed(card="demo", minute=2),), begun=False)
        await pilot.press(GOAL)
        assert app.listed()[0] == f"{GOAL} 0–2 Goal · 2 min"


async def test_arrows_move_a_card_by_a_minute_but_never_over_another():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(GOAL, DEMO, "up", "right")
        assert app.exercise.planner.starts == {"goal": 0, "demo": 3}
        await pilot.press("left", "left")

        assert app.exercise.planner.starts == {"goal": 0, "demo": 2}
        assert app.text(".trouble").startswith("There is no free minute on that side.")
        await pilot.press("down", "right")
        assert "has no minute yet. Press its number first." in app.text(".trouble")


async def test_angle_brackets_move_a_card_by_ten_minutes_or_up_to_the_next():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(GOAL, DEMO, "up", ">")
        far = app.exercise.planner.starts["demo"]
        assert far > 3
        await pilot.press("<")
        assert app.exercise.planner.starts == {"goal": 0, "demo": max(2, far - 10)}


async def test_a_card_without_room_is_refused_with_a_reason():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(GOAL, DEMO, TALK, NUMBERS["slides"])

        assert app.text(".trouble").startswith("“Slides” needs 6 free minutes in a row, and there are none.")
        assert "slides" not in app.exercise.planner.starts


async def test_an_empty_meeting_does_not_begin():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")

        assert app.text(".trouble").startswith("The meeting is empty.")
        assert app.drafts == []


async def test_when_the_meeting_runs_the_events_come_one_by_one_and_the_plan_stands():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(GOAL, DEMO, TALK, "enter")
        assert app.text(".event") == "Minute 5, during “Demo”\nThe sound is gone."
        assert "▲" in app.text(".bar")
        assert app.screen.active_bindings["left"].node is not app.exercise
        await pilot.press(str(FIX))
        assert app.drafts[-1].reactions == {"sound": "fix"}
        assert app.text(".event").startswith("Minute 10, after “Demo”")
        await pilot.press(str(RANGE))

        assert app.answers == [SOLUTION]


async def test_enter_after_a_number_does_not_answer_the_next_event_unseen():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(GOAL, DEMO, TALK, "enter", str(FIX), "enter")

        assert app.drafts[-1].reactions == {"sound": "fix"}
        assert app.text(".trouble").startswith("Press the number of what you do")
        assert app.answers == []
        await pilot.press("down", "up", "enter")
        assert len(app.answers) == 1


async def test_a_meeting_without_events_is_over_when_it_begins():
    app = Screen(replaced(events=()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(GOAL, DEMO, TALK, "enter")

        assert app.answers == [msgspec.structs.replace(SOLUTION, reactions={})]


async def test_a_meeting_that_was_broken_off_goes_on_at_the_next_event():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.resume(msgspec.structs.replace(SOLUTION, reactions={"sound": "fix"}))
        await pilot.press(str(RANGE))

        assert app.answers == [SOLUTION]


async def test_a_plan_that_works_is_shown_only_once_it_may_be_seen_and_another_try_plans_again():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        wrong = held(("talk", 0), ("goal", 5), sound="wait")
        app.exercise.show_outcome(wrong, KIND.grade(SPEC, wrong, CONTEXT), solved=False)
        await pilot.pause()
        assert not app.query_one(".final").display
        app.exercise.show_outcome(wrong, KIND.grade(SPEC, wrong, CONTEXT), solved=True)
        await pilot.pause()
        assert app.text(".final").startswith("A plan that works")
        assert "0–2 Goal; 2–10 Demo; 10–15 Talk; 5 minutes free" in app.text(".final")

        app.exercise.reopen()
        assert app.exercise.planner.response == Response(placed=wrong.placed, begun=False)


async def test_the_mouse_places_cards_too():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(app.query(CardRow)[0])

        assert len(app.exercise.planner.starts) == 1
