"""Writing on the screen: typing is kept, the text comes back marked, and the editor is the person's own."""

import stat
import sys
from pathlib import Path

import pytest
from test_contract import Bench, displayed
from test_writing import CALM, JUST, REQUEST, spec_of
from textual.containers import VerticalScroll
from textual.widgets import Static, TextArea

from coach.core.exercise import Context
from coach.exercises.writing import KIND, Response, Spec
from coach.exercises.writing import editor as ed
from coach.exercises.writing.grading import verdicts
from coach.exercises.writing.marks import numbered, stretches
from coach.exercises.writing.widget import WritingWidget

CONTEXT = Context()
SPEC = spec_of(REQUEST, CALM, JUST, facts=["It costs 8 euros"])
WIDE, NARROW = (120, 36), (80, 24)


def bench(spec: Spec = SPEC) -> Bench:
    return Bench(WritingWidget(spec, CONTEXT))


def judge_and_show(on: Bench, text: str, spec: Spec = SPEC) -> None:
    response = Response(text=text)
    on.exercise.show_outcome(response, KIND.grade(spec, response, CONTEXT), solved=False)


def placed(on: Bench, name: str) -> VerticalScroll:
    return on.exercise.query_one(name, VerticalScroll)


async def test_before_writing_the_task_the_facts_and_the_rules_are_seen_and_the_models_are_not():
    on = bench()
    async with on.run_test(size=WIDE):
        seen = on.seen()

    assert "Write to Aoife." in seen
    assert "It costs 8 euros" in seen
    assert "Rule single_ask. (must)" in seen
    assert "^s hands in" in seen
    assert "Short." not in seen


async def test_words_and_sentences_are_counted_while_writing_and_nothing_is_judged():
    on = bench()
    async with on.run_test(size=WIDE) as pilot:
        await pilot.press(*"I just ask! Now.")
        await pilot.pause()

        assert "4 words, 2 sentences" in on.seen()
        assert "missed" not in on.seen()


async def test_what_is_typed_is_kept_when_typing_rests_and_at_once_when_a_key_leads_away():
    on = bench()
    async with on.run_test(size=NARROW) as pilot:
        await pilot.press(*"abcdef")
        await pilot.pause(0.6)
        assert on.drafts[-1] == Response(text="abcdef")
        assert len(on.drafts) < len("abcdef")

        await pilot.press("g", "escape")
        await pilot.pause()
        assert on.drafts[-1] == Response(text="abcdefg")


async def test_the_function_keys_of_the_step_around_are_left_to_it():
    on = bench()
    async with on.run_test(size=NARROW) as pilot:
        await pilot.press(*"ab")
        taken = {key for key, one in on.screen.active_bindings.items() if isinstance(one.node, TextArea)}

    assert not taken & {"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9"}
    assert "backspace" in taken


async def test_nothing_and_far_too_much_is_not_handed_in_and_the_reason_is_seen():
    on = bench()
    async with on.run_test(size=NARROW) as pilot:
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Nothing is written yet. Write at least a few words first." in on.seen()

        on.exercise.sheet.text = "a" * 10_001
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "you have 10001" in on.seen()
        assert not on.answers


async def test_the_text_comes_back_with_numbers_that_stand_beside_the_rules():
    on = bench()
    async with on.run_test(size=WIDE) as pilot:
        judge_and_show(on, "I just ask! Just now!")
        await pilot.pause()
        seen = on.seen()

    assert "I just[3] ask![1] Just[4] now![2]" in seen
    assert "✗ missed Rule exclamation [1] [2] “!” “!” Why exclamation." in seen
    assert "✗ missed Rule existence [3] [4]" in seen
    assert "✗ missed Rule single_ask Nothing is asked for." in seen
    assert seen.index("missed") < seen.index("A good text Could you sign? Short.")
    assert "A weak text Oh! Loud." in seen


async def test_kept_rules_stand_below_missed_ones():
    on = bench()
    async with on.run_test(size=WIDE) as pilot:
        judge_and_show(on, "Could you just sign?")
        await pilot.pause()
        seen = on.seen()

    assert seen.index("missed Rule existence") < seen.index("kept Rule single_ask")


@pytest.mark.parametrize(("size", "beside"), [(WIDE, True), (NARROW, False), ((40, 15), False)])
async def test_the_models_stand_side_by_side_where_there_is_room(size, beside):
    on = bench()
    async with on.run_test(size=size) as pilot:
        judge_and_show(on, "I ask.")
        await pilot.pause()
        good, weak = on.exercise.query(".model")

        assert (good.region.y == weak.region.y) is beside
        assert (good.region.x == weak.region.x) is not beside


@pytest.mark.parametrize(("size", "beside"), [(WIDE, True), (NARROW, False)])
async def test_earlier_versions_stand_beside_the_text_newest_first_and_then_the_task_again(size, beside):
    on = bench()
    async with on.run_test(size=size) as pilot:
        outcome = KIND.grade(SPEC, Response(text="First."), CONTEXT)
        on.exercise.remember(((Response(text="First."), outcome), (Response(text="Second."), outcome)))
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "Version 2 of 2, 50 % Second." in on.seen()
        side = placed(on, ".earlier")
        assert (side.region.x > on.exercise.sheet.region.x) is beside
        assert (side.region.y < on.exercise.sheet.region.y) is not beside

        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "Version 1 of 2, 50 % First." in on.seen()

        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "Version" not in on.seen()
        assert displayed(placed(on, ".task"))


async def test_a_version_handed_in_now_is_an_earlier_one_at_the_next_try():
    on = bench()
    async with on.run_test(size=WIDE) as pilot:
        await pilot.press(*"I ask.")
        judge_and_show(on, "I ask.")
        judge_and_show(on, "Could you sign?")
        await pilot.pause()
        on.exercise.reopen()
        await pilot.pause()

        assert on.exercise.sheet.text == "I ask."
        assert on.exercise.sheet.has_focus
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "Version 1 of 1, 50 % I ask." in on.seen()


async def test_without_an_earlier_version_its_key_is_not_offered():
    on = bench()
    async with on.run_test(size=WIDE):
        assert on.exercise.check_action("earlier", ()) is False
        assert on.exercise.check_action("hand_in", ()) is True


async def test_on_a_small_screen_the_task_takes_the_place_while_it_is_read():
    on = bench()
    async with on.run_test(size=(40, 15)) as pilot:
        await pilot.pause()
        task = placed(on, ".task")
        half = task.region.height
        assert half < 9
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert task.region.height > half
        await pilot.press("ctrl+t", "a")
        await pilot.pause()
        assert task.region.height == half
        assert on.exercise.sheet.text == "a"


async def test_without_an_editor_or_a_terminal_to_lend_it_the_reason_is_seen(monkeypatch):
    on = bench()
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with on.run_test(size=WIDE) as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "No editor is set. Set the variable EDITOR, such as EDITOR=nano, and start again." in on.seen()

        monkeypatch.setenv("EDITOR", "true")
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "An editor cannot be opened from here. Write in the field instead." in on.seen()


def program(tmp_path, code: str) -> list[str]:
    script = tmp_path / "editor.py"
    script.write_text(f"import sys, os, pathlib\npath = pathlib.Path(sys.argv[1])\n{code}", "utf-8")
    return [sys.executable, str(script)]


def test_the_editor_gets_the_text_in_a_file_of_ones_own_that_is_gone_afterwards(tmp_path):
    seen = tmp_path / "seen"
    code = f"""
open({str(seen)!r}, "w").write(f"{{path}}|{{oct(path.stat().st_mode)}}|{{path.read_text('utf-8')}}")
path.write_text("Grüße\\n", "utf-8")"""

    assert ed.edited("Hallo Ä", program(tmp_path, code)) == "Grüße"
    path, mode, text = seen.read_text("utf-8").split("|")
    assert stat.S_IMODE(int(mode, 8)) == 0o600
    assert text == "Hallo Ä"
    assert not Path(path).exists()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("sys.exit(3)", "ended with code 3; your text is as it was."),
        ("path.write_bytes(b'\\xff')", "The editor did not save as UTF-8; your text is as it was."),
        (
            "path.write_text('a' * 10_001)",
            "That is too long, at most 10000 characters; your text is as it was.",
        ),
        ("path.unlink()", "The text could not be given to"),
    ],
)
def test_an_editor_that_fails_leaves_the_text_as_it_was(tmp_path, code, message):
    with pytest.raises(ed.EditorTrouble) as trouble:
        ed.edited("text", program(tmp_path, code))

    assert message in str(trouble.value)


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"VISUAL": "vim -c 'set tw=72'", "EDITOR": "nano"}, ["vim", "-c", "set tw=72"]),
        ({"EDITOR": "nano"}, ["nano"]),
    ],
)
def test_the_editor_is_named_as_elsewhere(environ, words):
    assert ed.command(environ) == words


def test_an_editor_that_cannot_be_named_or_found_is_told():
    with pytest.raises(ed.EditorTrouble, match="The variable EDITOR cannot be read, No closing quotation"):
        ed.command({"EDITOR": "vim 'x"})
    with pytest.raises(ed.EditorTrouble, match="There is no program no-such-editor"):
        ed.edited("text", ["no-such-editor"])


def test_marks_cut_the_text_without_losing_any_of_it():
    text = "Could you just sign! May I just ask?"
    found = verdicts(SPEC, text)

    cut = stretches(text, found)

    assert "".join(one.text for one in cut) == text
    assert [one.text for one in cut if one.deep > 1] == ["just", "!", "just"]
    assert sorted(number for one in cut for number in one.numbers) == [1, 2, 3, 4, 5]
    assert numbered(found) == ((1, 2), (3,), (4, 5))


async def test_whatever_is_written_is_shown_as_it_is():
    on = bench()
    async with on.run_test(size=WIDE) as pilot:
        judge_and_show(on, "[bold]Could you[/bold] \x1b[31m just sign?")
        await pilot.pause()
        paper = on.exercise.query(".report .paper").first(Static)

        assert str(paper.visual) == "[bold]Could you[/bold] ⟨U+001B⟩[31m just[1] sign?"
