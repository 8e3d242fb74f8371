"""The live interview: what stands out, what is folded, what is warned of, and going on by itself."""

import msgspec
import pytest
from screen_kit import SIZES, eventually, opened, press, settle, shown
from strategies import guide as sample_guide

from coach.core import conduct
from coach.core.country import ProtectedTopic
from coach.core.interview import CLOSING, Phase
from coach.core.structure import structure, structure_text
from coach.export import Format, render
from coach.surface.rubric import AnchorLine
from coach.tui.screens import live_onward

FAMILY = ProtectedTopic(
    id="family",
    title="Family",
    card="Nothing about children or a partner.",
    alternative="Name the working hours.",
    words={"en": ("children",)},
)
LOOKS = ProtectedTopic(id="looks", title="Looks", card="Nothing about looks.", level="risky")


def guide(**changes):
    made = sample_guide()
    anchors = {
        1: "waits",
        3: "has **one way** of doing it",
        5: f"has **two ways** {'and more ' * 20}to the end",
    }
    questions = tuple(msgspec.structs.replace(one, anchors=anchors) for one in made.questions)
    return msgspec.structs.replace(made, questions=questions, **changes)


def begun(services, focus=(), **changes):
    """An interview of three questions that stands at the first, with its clock paused."""
    planned = conduct.plan(guide(**changes), "C-001", "dana", focus=focus)
    services.log.append("interview/c-001-dana", 0, planned, actor="dana", at=services.clock())
    desk = services.interviews.open("c-001-dana")
    desk.act(conduct.declare_conflict, conflict=False)
    desk.act(conduct.record_consent, given=True)
    desk.act(conduct.start)
    desk.act(conduct.enter, "q0-0")
    return desk


def advancing(folders):
    folders.config.mkdir(parents=True)
    (folders.config / "config.toml").write_text("auto_advance = true\n", encoding="utf-8")


async def at_desk(app, pilot):
    app.open_interview("c-001-dana")
    await settle(pilot)
    if app.screen.state.phase is Phase.PAUSED:
        await press(pilot, "space")


def stored(services):
    return services.interviews.state("c-001-dana")


def keys(app):
    return shown(app).splitlines()[-1].split()


async def test_a_question_stands_out_until_it_is_rated_and_then_the_next_one_is_due(services):
    begun(services)
    async with opened(services) as (app, pilot):
        await at_desk(app, pilot)
        assert "to be rated" in shown(app)
        assert keys(app)[:2] == ["1-5", "rate"]

        await press(pilot, "4")
        assert "to be rated" not in shown(app)
        assert "rated 4 ✓" in shown(app)
        assert "Notes: evidence is needed" in shown(app)
        assert keys(app)[:2] == ["1-5", "rate"], "a rating needs its evidence before one goes on"

        await press(pilot, "n", "text:rang forty", "escape")
        assert "evidence is needed" not in shown(app)
        assert keys(app)[:2] == ["⏎", "next"]


async def test_an_anchor_that_is_clicked_is_the_rating(services):
    begun(services)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await at_desk(app, pilot)
        await pilot.click(app.screen.query(AnchorLine)[1])
        await settle(pilot)
    assert stored(services).ratings["q0-0"] == 3


async def test_one_key_puts_the_four_letters_into_the_notes_and_one_writes_behind_the_first(services):
    begun(services)
    async with opened(services) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "t", "text:fintech", "down", "text:x", "escape")
    assert stored(services).note("q0-0") == "S  fintech\nT  x\nA  \nR  "


async def test_the_letters_go_below_what_is_written_and_overwrite_nothing(services):
    desk = begun(services)
    desk.act(conduct.edit_note, "q0-0", "one\ntwo")
    async with opened(services) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "n", "up", "ctrl+t", "text:here", "escape")
    assert stored(services).note("q0-0") == "one\nS  here\nT  \nA  \nR  \ntwo"


async def test_a_story_without_its_end_is_hinted_at_once_it_is_rated(services):
    begun(services)
    async with opened(services) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "t", "text:fintech", "escape")
        assert "no result noted" not in shown(app)
        await press(pilot, "3")
        assert "Notes: no result noted" in shown(app)
        await press(pilot, "n", "text:won", "escape")
        assert "no result noted" not in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_do_not_ask_card_opens_and_closes_by_the_same_key(services, size):
    begun(services, topics=(FAMILY, LOOKS), do_not_ask=("Nothing about illness.",))
    async with opened(services, size=size) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "d")
        assert "Do not ask" in shown(app)
        assert "Nothing about illness." in shown(app)
        await press(pilot, "j", "j", "j", "j", "d")
        assert "Do not ask" not in shown(app)
        assert app.screen.where == "live"


async def test_the_card_names_the_laws_topics_with_what_may_be_asked_instead(services):
    begun(services, topics=(FAMILY, LOOKS))
    async with opened(services) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "d")
        card = shown(app)
    for part in ("Nothing about children", "Instead: Name the working hours.", "looks.   (risky: asking it"):
        assert part in card
    assert "Nothing may be asked instead." in card


async def test_the_card_can_be_looked_at_while_one_writes(services):
    begun(services)
    async with opened(services) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "n", "text:before ", "f2")
        assert "This kit names nothing." in shown(app)
        await press(pilot, "f2", "text:after", "escape")
    assert stored(services).note("q0-0") == "before after"


async def test_a_note_that_touches_a_protected_topic_is_kept_and_calmly_warned_of(services):
    begun(services, topics=(FAMILY,))
    warning = "The note touches “Family”: do not follow it up and leave it out."
    async with opened(services, size=(120, 36)) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "n", "text:two children")
        assert await eventually(pilot, lambda: warning in shown(app))
        assert stored(services).note("q0-0") == "two children"
        await press(pilot, "escape", "enter")
        assert warning not in shown(app), "it goes with the note"
        await press(pilot, "b")
        assert warning in shown(app)
        await press(pilot, "n", "ctrl+u")
        assert await eventually(pilot, lambda: warning not in shown(app))


async def test_the_focus_is_marked_and_its_anchors_stand_open_while_the_others_are_folded(services):
    begun(services, focus=("c1",))
    async with opened(services, size=(120, 36)) as (app, pilot):
        await at_desk(app, pilot)
        assert "2 ◆ Competency 1" in shown(app)
        assert "◆ your focus; all are asked" in shown(app)
        assert "to the end" not in shown(app), "one line of the anchor"
        await press(pilot, "a")
        assert "to the end" in shown(app)
        await press(pilot, "a", "enter")
        assert "question 2 of 3   ·   ◆ your focus" in shown(app)
        assert "to the end" in shown(app)


async def test_without_a_focus_all_anchors_stand_open_and_nothing_is_marked(services):
    begun(services)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await at_desk(app, pilot)
        assert "to the end" in shown(app)
        assert "◆" not in shown(app)


async def test_the_focus_changes_the_order_of_the_scorecard_and_not_of_the_questions(services):
    begun(services, focus=("c1",))
    async with opened(services, size=(120, 36)) as (app, pilot):
        await at_desk(app, pilot)
        places = [app.screen.state.place]
        while places[-1] != CLOSING:
            await press(pilot, "enter")
            places.append(app.screen.state.place)
        assert places == ["q0-0", "q1-0", "q2-0", CLOSING]
        await press(pilot, "c")
        card = shown(app)
        rows = [card.index(name) for name in ("◆ Competency 1", "Competency 0", "Competency 2")]
    assert rows == sorted(rows)
    assert "the questions were put in the order of the kit" in card


async def test_by_itself_nothing_moves_unless_that_is_set(services, monkeypatch):
    monkeypatch.setattr(live_onward, "MOMENT", 0.01)
    desk = begun(services)
    desk.act(conduct.edit_note, "q0-0", "rang forty")
    async with opened(services) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "4")
        await pilot.pause(0.2)
        assert app.screen.state.place == "q0-0"


async def test_a_rating_with_evidence_goes_on_after_a_moment_where_that_is_set(
    services, folders, monkeypatch
):
    monkeypatch.setattr(live_onward, "MOMENT", 1.5)
    advancing(folders)
    begun(services)
    async with opened(services) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "4")
        assert "any key stays" not in shown(app), "without evidence there is something left to do"
        await press(pilot, "n", "text:rang forty", "escape")
        assert "4 ✓ going on, any key stays" in shown(app)
        assert await eventually(pilot, lambda: stored(services).place == "q1-0")
        assert "to be rated" in shown(app), "it goes one place and no further"
        assert stored(services).entry("q0-0").asked


@pytest.mark.parametrize("key", ["2", "n", "p", "w", "d", "space", "x", "down"])
async def test_any_key_stays_and_does_what_it_always_does(services, folders, monkeypatch, key):
    monkeypatch.setattr(live_onward, "MOMENT", 60)
    advancing(folders)
    desk = begun(services)
    desk.act(conduct.edit_note, "q0-0", "rang forty")
    async with opened(services, size=(120, 36)) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "4")
        assert "any key stays" in shown(app)
        live = app.screen
        if key == "2":
            await press(pilot, "2", "n")
            assert stored(services).ratings["q0-0"] == 2
        else:
            await press(pilot, key)
        assert not live._onward.waiting
        assert stored(services).place == "q0-0"
        assert {
            "n": lambda: live.writing,
            "p": lambda: app.screen is not live,
            "w": lambda: app.screen is not live,
            "d": lambda: app.screen is not live,
            "space": lambda: stored(services).phase is Phase.PAUSED,
        }.get(key, lambda: app.screen is live)()


async def test_enter_in_that_moment_goes_on_once(services, folders, monkeypatch):
    monkeypatch.setattr(live_onward, "MOMENT", 60)
    advancing(folders)
    desk = begun(services)
    desk.act(conduct.edit_note, "q0-0", "rang forty")
    async with opened(services) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "4", "enter")
        assert stored(services).place == "q1-0"
        assert not app.screen._onward.waiting


async def test_the_phase_is_said_in_words(services):
    begun(services)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await at_desk(app, pilot)
        assert "phase 2 of 4: questions" in shown(app)
        await press(pilot, "b")
        assert "phase 1 of 4: opening" in shown(app)
        await press(pilot, "enter", "enter", "enter", "enter")
        assert "phase 3 of 4: closing" in shown(app)
        await press(pilot, "enter", "1", "e")
        assert "phase 4 of 4: rating" in shown(app)


async def test_after_the_conversation_one_pages_through_without_asking_anything(services):
    desk = begun(services)
    desk.act(conduct.enter, CLOSING)
    desk.act(conduct.end)
    async with opened(services) as (app, pilot):
        app.open_interview("c-001-dana")
        await settle(pilot)
        await press(pilot, "e", "b", "b", "b", "enter", "enter", "enter")
        assert app.screen.state.place == CLOSING
        assert keys(app)[:2] == ["⏎", "scorecard"]
        await press(pilot, "enter")
        assert app.screen.where == "scorecard"
    assert not any(entry.asked for entry in stored(services).entries.values())


@pytest.mark.parametrize("size", SIZES)
async def test_the_structure_is_the_same_number_on_screen_and_paper_and_explains_itself(
    services, clock, size
):
    desk = begun(services)
    clock.turn(minutes=5)
    desk.act(conduct.rate, "q0-0", 4)
    desk.act(conduct.enter, CLOSING)
    desk.act(conduct.end)
    number = structure_text(structure(desk.state))
    async with opened(services, size=size) as (app, pilot):
        app.open_interview("c-001-dana")
        await settle(pilot)
        assert f"Structure {number}" in shown(app)
        await press(pilot, "end")
        assert "It says nothing" in shown(app)
    printed = render(services.reports.scorecard("c-001-dana"), Format.TXT).data.decode()
    assert f"Structure: {number}" in printed


async def test_an_interview_that_still_runs_has_no_structure_yet(services):
    begun(services)
    async with opened(services) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "c")
        assert "Structure" not in shown(app)


@pytest.mark.parametrize("value", ['"yes"', "1", '"true"'])
def test_the_setting_is_true_or_false_and_nothing_else(folders, value):
    from coach.services.settings import SettingsError, load

    folders.config.mkdir(parents=True)
    (folders.config / "config.toml").write_text(f"auto_advance = {value}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="auto_advance must be true or false, without quotes"):
        load(folders.config)


async def test_at_40_columns_both_clocks_are_whole(services):
    begun(services)
    async with opened(services, (40, 15)) as (app, pilot):
        await at_desk(app, pilot)
        await press(pilot, "space")
        top = shown(app).splitlines()[0]
        assert top.split()[-1].count(":") == 2
        assert "‖" in top
        await press(pilot, "space", "enter")
        assert len(shown(app).splitlines()[0].split()[-1]) == len("00:00/05:00")
