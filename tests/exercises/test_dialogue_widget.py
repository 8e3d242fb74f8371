"""A conversation on the screen: keys, views, turns taken back, and the way back to the costliest turn."""

from contextlib import asynccontextmanager

import msgspec
import pytest
from test_contract import HERE, Bench, examples

from coach import exercises

KIND = exercises.load("dialogue")
CFO, NOLAN = (spec for spec, _ in examples("dialogue"))
GOLDEN = ["3", "1", "2", "2", "2", "2", "2"]


class Watched(Bench):
    """A bench that notes when the exercise is opened again by itself."""

    def __init__(self, exercise):
        super().__init__(exercise)
        self.reopened = 0

    def on_exercise_widget_reopened(self):
        self.reopened += 1


@asynccontextmanager
async def talk(spec=CFO, *keys, size=(80, 24)):
    bench = Watched(exercises.load_widget("dialogue")(spec, HERE))
    async with bench.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        yield bench, pilot


async def told(bench, pilot, choices=None):
    """Show the outcome of what was handed over, or of other choices as when the solution is revealed."""
    response = bench.answers[-1] if choices is None else KIND.response(choices=choices)
    outcome = KIND.grade(CFO, response, HERE)
    bench.exercise.show_outcome(response, outcome, solved=outcome.right)
    await pilot.pause()


async def test_what_counts_is_shown_before_it_begins_and_how_to_begin():
    async with talk() as (bench, _):
        seen = bench.seen()

        assert "You want half an hour with her" in seen
        assert "0 of 40 Find out what she decides by" in seen
        assert "You pass with 80 of 100 points" in seen
        assert "enter begins" in seen
        assert "Why should I care?" not in seen
        assert not bench.drafts


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 36)], ids=str)
async def test_a_turn_is_shown_with_its_effect_whatever_the_size(size):
    async with talk(CFO, "enter", "3", "1", size=size) as (bench, _):
        seen = bench.seen()

        for part in ("What did the spoilt goods cost you?", "trust +4", "EUR 95,000, and a retailer", "56"):
            assert part in seen
        assert ("What you have learnt" in seen) == (size[0] >= 100)
        assert not bench.outside()


async def test_every_turn_is_kept_at_once():
    async with talk(CFO, "enter", "3", "1") as (bench, _):
        assert [draft.choices for draft in bench.drafts] == [("cost",), ("cost", "ask-loss")]


async def test_locked_options_say_why_and_cannot_be_said():
    async with talk(NOLAN, "enter", "2", "1") as (bench, _):
        assert "locked: he does not understand the price yet" in bench.seen()
        assert "That is locked: he does not understand the price yet." in bench.seen()
        assert bench.exercise.choices == ("price-others",)


async def test_a_number_that_is_not_there_and_no_choice_at_all_are_told():
    async with talk(CFO, "enter", "7") as (bench, pilot):
        assert "There is no 7 here. Press a number from 1 to 3." in bench.seen()
        await pilot.press("enter")
        assert "Choose something to say" in bench.seen()
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        assert bench.exercise.choices == ("cost",)


async def test_options_can_be_clicked():
    async with talk(CFO, "enter") as (bench, pilot):
        await pilot.click("OfferRow:last-of-type")
        await pilot.pause()
        assert bench.exercise.choices == ("cost",)


async def test_goals_show_the_points_so_far_and_hide_the_talk():
    async with talk(CFO, "enter", "3", "1", "g") as (bench, pilot):
        assert "20 of 40 Find out what she decides by" in bench.seen()
        assert "Go on." not in bench.seen()
        await pilot.press("1")
        assert len(bench.exercise.choices) == 2, "numbers say nothing where no options are shown"
        await pilot.press("g")
        await pilot.pause()
        assert "Go on." in bench.seen()


@pytest.mark.parametrize("shown", ["g", "t"])
async def test_escape_leads_back_to_the_talk_before_it_leaves_the_step(shown):
    async with talk(CFO, "enter", "3", shown, "escape") as (bench, _):
        assert "What did the spoilt goods cost you?" in bench.seen()
        offered = [one.binding.action for one in bench.screen.active_bindings.values()]
        assert "back" not in offered, "a second escape is for the screen around"


@pytest.mark.parametrize("keys", [("3",), ("3", "1", "u", "u")])
async def test_all_that_can_be_said_is_in_sight_when_there_is_more_of_it_than_before(keys):
    async with talk(CFO, "enter", *keys) as (bench, _):
        offers = bench.query_one("Offers")
        assert offers.max_scroll_y == 0
        assert "locked: you know nothing of her figures yet" in bench.seen()


async def test_the_transcript_takes_the_whole_height_and_scrolls():
    async with talk(CFO, "enter", "3", "1", "1", "1", "t", size=(40, 15)) as (bench, pilot):
        transcript = bench.query_one("Transcript")
        assert transcript.size.height > 8
        bottom = transcript.scroll_offset.y
        await pilot.press("up", "up", "pageup")
        await pilot.pause()
        assert transcript.scroll_offset.y < bottom
        await pilot.press("t")
        await pilot.pause()
        assert bench.query_one("Offers").display


async def test_a_turn_is_taken_back_only_after_it_was_said_what_that_means():
    async with talk(CFO, "enter", "3", "1", "u") as (bench, pilot):
        assert "makes this a second run" in bench.seen()
        assert len(bench.exercise.choices) == 2
        await pilot.press("u")
        await pilot.pause()
        assert bench.exercise.choices == ("cost",)
        assert "EUR 95,000, and a retailer" not in bench.seen()
        assert bench.drafts[-1] == KIND.response(choices=("cost",), rewound=True)
        await pilot.press("u")
        await pilot.pause()
        assert bench.exercise.choices == (), "it was said once, that is enough"


async def test_what_was_handed_over_after_taking_back_is_practice():
    async with talk(CFO, "enter", "1", "u", "u", *GOLDEN) as (bench, _):
        assert bench.answers[-1].rewound
        assert KIND.grade(CFO, bench.answers[-1], HERE).again


async def test_the_debrief_names_the_costliest_turn_and_w_goes_back_to_it():
    async with talk(CFO, "enter", *GOLDEN[:-1], "1") as (bench, pilot):
        await told(bench, pilot)
        assert "Turn 7 cost most" in bench.seen()
        assert "w goes back to turn 7" in bench.seen()
        await pilot.press("w")
        await pilot.pause()
        assert bench.exercise.open
        assert bench.reopened == 1
        assert bench.drafts[-1].rewound
        await pilot.press("2")
        await pilot.pause()
        assert bench.answers[-1].choices[-1] == "date"
        assert KIND.grade(CFO, bench.answers[-1], HERE).again


async def test_after_a_run_without_a_costly_turn_there_is_nothing_to_rewind():
    async with talk(CFO, "enter", *GOLDEN) as (bench, pilot):
        await told(bench, pilot)
        assert "w goes back" not in bench.seen()
        await pilot.press("w")
        assert not bench.exercise.open


async def test_the_revealed_solution_is_shown_and_not_taken_for_ones_own():
    async with talk(CFO, "enter", "2", "1") as (bench, pilot):
        await told(bench, pilot)
        await told(bench, pilot, KIND.solution(CFO, HERE).choices)
        assert "Her loss, her rule, one sentence." in bench.seen()
        assert "w goes back" not in bench.seen()


async def test_after_the_end_transcript_and_debrief_can_be_read():
    async with talk(CFO, "enter", *GOLDEN, size=(80, 12)) as (bench, pilot):
        await told(bench, pilot)
        debrief = bench.query_one(".debrief")
        await pilot.press("pagedown", "down")
        await pilot.pause()
        assert debrief.scroll_offset.y > 0
        await pilot.press("t")
        await pilot.pause()
        assert "Everybody promises me a payback." in bench.seen()
        await pilot.press("1")
        assert len(bench.answers) == 1


async def test_a_second_try_begins_again_and_is_practice():
    async with talk(CFO, "enter", "2", "1") as (bench, pilot):
        await told(bench, pilot)
        bench.exercise.reopen()
        await pilot.pause()
        assert "Why should I care?" in bench.seen()
        assert "How are you?" in bench.seen()
        bench.give_keys()
        await pilot.press(*GOLDEN)
        await pilot.pause()
        assert bench.answers[-1].rewound


async def test_a_draft_with_choices_that_are_gone_is_taken_up_to_them():
    async with talk() as (bench, pilot):
        bench.exercise.resume(KIND.response(choices=("cost", "gone", "ask-loss")))
        await pilot.pause()
        assert bench.exercise.choices == ("cost",)
        assert "Go on." in bench.seen()


async def test_a_draft_that_was_over_is_handed_over():
    async with talk() as (bench, pilot):
        bench.exercise.resume(KIND.response(choices=("thanks", "pitch")))
        await pilot.pause()
        assert bench.answers == [KIND.response(choices=("thanks", "pitch"))]


async def test_the_texts_of_authors_are_shown_as_they_are():
    spec = msgspec.structs.replace(
        CFO, facts=(msgspec.structs.replace(CFO.facts[0], text="[b]95[/b]"), CFO.facts[1])
    )
    async with talk(spec, "enter", "3", "1") as (bench, _):
        assert "[b]95[/b]" in bench.seen()
