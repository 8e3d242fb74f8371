import pytest
from screen_kit import SIZES, eventually, opened, press, said, settle, shown

from coach.core import conduct
from coach.core.interview import CLOSING, Overall, Phase
from coach.services.interview import fresh_salt

KIT = "ae-first-round"


def planned(services):
    return services.interviews.plan(KIT, "C-001", "dana")


def begun(services):
    desk = planned(services)
    desk.act(conduct.declare_conflict, conflict=False)
    desk.act(conduct.record_consent, given=True)
    desk.act(conduct.start)
    desk.act(conduct.enter, desk.state.guide.questions[0].id)
    return desk


def held(services):
    desk = begun(services)
    for question in desk.state.guide.questions:
        desk.act(conduct.edit_note, question.id, f"evidence for {question.competency}")
        desk.act(conduct.rate, question.id, 4)
    desk.act(conduct.enter, CLOSING)
    desk.act(conduct.end)
    desk.act(conduct.choose_overall, Overall.YES, "solid evidence")
    return desk


def stored(services, desk):
    return services.interviews.state(desk.state.id)


async def open_it(app, pilot, desk):
    app.open_interview(desk.state.id)
    await settle(pilot)
    if app.screen.where == "live" and app.screen.state.phase is Phase.PAUSED:
        await press(pilot, "space")


async def test_an_interview_is_planned_declared_and_started_by_keys(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "i", "text:C-014", "enter", "text:Dana", "enter")
        assert "candidate C-014" in shown(app)
        assert "not started" in shown(app)
        await press(pilot, "enter")
        assert "Conflict of interest" in shown(app)
        await press(pilot, "1")
        assert "Notes and consent" in shown(app)
        await press(pilot, "1")
        assert "not started" not in shown(app)
    state = services.interviews.state("c-014-dana")
    assert (state.conflict, state.consent, state.phase) == (False, True, Phase.RUNNING)


async def test_an_interview_that_was_not_finished_goes_on_instead_of_a_second_one(services):
    desk = begun(services)
    async with opened(services) as (app, pilot):
        await press(pilot, "i", "text:c-001", "enter", "text:Dana", "enter")
        assert "goes on" in said(app)
        assert app.screen.state.id == desk.state.id
    assert len(services.interviews.summaries()) == 1


async def test_a_plan_without_a_candidate_is_refused_in_place(services):
    async with opened(services) as (app, pilot):
        await press(pilot, "i", "tab", "text:Dana", "enter")
        assert "The candidate needs a code" in shown(app)
    assert services.interviews.summaries() == ()


async def test_a_rating_key_rates_and_enter_moves_on(services):
    desk = begun(services)
    first, second = desk.state.guide.questions[:2]
    async with opened(services, size=(120, 36)) as (app, pilot):
        await open_it(app, pilot, desk)
        await press(pilot, "4")
        assert stored(services, desk).ratings[first.id] == 4
        assert "4 ✓" in shown(app)
        await press(pilot, "enter")
        assert stored(services, desk).place == second.id
        assert second.text.split(".")[0][:40] in shown(app)


async def test_notes_are_saved_while_one_types(services):
    desk = begun(services)
    question = desk.state.guide.questions[0].id
    async with opened(services) as (app, pilot):
        await open_it(app, pilot, desk)
        await press(pilot, "n", "text:two lists [b] 4 enter")
        typed = "two lists [b] 4 enter"
        assert await eventually(pilot, lambda: stored(services, desk).note(question) == typed)
        assert stored(services, desk).ratings[question] is None, "digits in notes rate nothing"
        await press(pilot, "escape", "5")
        assert stored(services, desk).ratings[question] == 5


async def test_what_was_typed_last_is_saved_when_the_program_is_left(services):
    desk = begun(services)
    question = desk.state.guide.questions[0].id
    async with opened(services) as (app, pilot):
        await open_it(app, pilot, desk)
        await pilot.press("n", "q", "u", "i", "t")
        await pilot.press("ctrl+q")
    assert stored(services, desk).note(question) == "quit"


async def test_not_assessed_needs_a_reason_and_skip_as_well(services):
    desk = begun(services)
    first, second = (question.id for question in desk.state.guide.questions[:2])
    async with opened(services, size=(120, 36)) as (app, pilot):
        await open_it(app, pilot, desk)
        await press(pilot, "0", "1")
        assert stored(services, desk).entry(first).not_assessed == "Time ran out"
        assert "Not assessed: Time ran out" in shown(app)
        await press(pilot, "enter", "s", "4", "enter")
        assert "A reason is needed." in shown(app)
        await press(pilot, "text:fire alarm", "enter")
        assert stored(services, desk).entry(second).skipped == "fire alarm"


async def test_probes_and_rewording_are_recorded(services):
    desk = begun(services)
    question = desk.state.guide.questions[0].id
    async with opened(services, size=(120, 36)) as (app, pilot):
        await open_it(app, pilot, desk)
        await press(pilot, "p", "2", "w", "text:asked more simply", "enter")
        entry = stored(services, desk).entry(question)
        assert entry.probes == (1,)
        assert entry.reworded == "asked more simply"
        assert "Reworded: asked more simply" in shown(app)


async def test_the_clock_can_be_paused(services, clock):
    desk = begun(services)
    async with opened(services) as (app, pilot):
        await open_it(app, pilot, desk)
        clock.turn(seconds=65)
        await press(pilot, "space")
        assert "paused" in shown(app)
        clock.turn(minutes=30)
        assert await eventually(pilot, lambda: "01:05/45:00" in shown(app))


async def test_a_change_in_another_window_is_not_overwritten_and_can_be_loaded(services, other):
    desk = begun(services)
    question = desk.state.guide.questions[0].id
    async with opened(services, size=(120, 36)) as (app, pilot):
        await open_it(app, pilot, desk)
        elsewhere = other.interviews.open(desk.state.id)
        elsewhere.act(conduct.rate, question, 2)
        elsewhere.act(conduct.edit_note, question, "theirs")

        await press(pilot, "5")
        assert "changed in another window. Nothing was overwritten." in said(app)
        assert stored(services, desk).ratings[question] == 2

        await press(pilot, "ctrl+r")
        assert "theirs" in shown(app)
        await press(pilot, "5")
        assert stored(services, desk).ratings[question] == 5


async def test_unsaved_words_survive_the_loading_of_another_windows_note(services, other):
    desk = begun(services)
    question = desk.state.guide.questions[0].id
    async with opened(services, size=(120, 36)) as (app, pilot):
        await open_it(app, pilot, desk)
        other.interviews.open(desk.state.id).act(conduct.edit_note, question, "theirs")
        await press(pilot, "n", "text:mine", "escape")
        assert stored(services, desk).note(question) == "theirs"
        assert "not saved, see ctrl+r" in shown(app)
        await press(pilot, "ctrl+r")
        assert stored(services, desk).note(question) == "theirs\n\n(typed here at the same time)\nmine"


async def test_the_end_leads_to_the_scorecard_and_submitting_locks_it(services):
    desk = begun(services)
    for question in desk.state.guide.questions:
        desk.act(conduct.edit_note, question.id, "evidence")
        desk.act(conduct.rate, question.id, 4)
    desk.act(conduct.enter, CLOSING)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await open_it(app, pilot, desk)
        await press(pilot, "enter", "1")
        assert "Score 75 of 100" in shown(app)
        await press(pilot, "ctrl+s")
        assert said(app) == "Not yet complete: the overall recommendation is not chosen."
        await press(pilot, "o", "3", "text:clear numbers", "enter", "ctrl+s", "1")
        assert "submitted" in shown(app).splitlines()[0]
        await press(pilot, "escape")
        assert app.screen.where == "home", "nothing can be written any more, so no live screen waits below"
    state = stored(services, desk)
    assert state.phase is Phase.SUBMITTED
    assert state.submitted.value == 75.0


async def test_a_submitted_scorecard_is_amended_with_a_reason(services):
    desk = held(services)
    desk.act(conduct.submit, fresh_salt())
    async with opened(services, size=(120, 36)) as (app, pilot):
        await open_it(app, pilot, desk)
        await press(pilot, "o", "e")
        assert app.screen.where == "scorecard", "neither choosing nor editing is offered any more"
        await press(pilot, "a", "1", "2", "text:mixed up", "enter")
        assert "4 → 2. mixed up" in shown(app)
    assert stored(services, desk).amendments[0].reason == "mixed up"


async def test_printing_writes_a_pdf_into_the_current_folder(services, tmp_path, monkeypatch):
    desk = held(services)
    monkeypatch.chdir(tmp_path)
    async with opened(services, size=(120, 36)) as (app, pilot):
        await open_it(app, pilot, desk)
        await press(pilot, "p", "enter")
        assert "Written:" in said(app)
        written = (tmp_path / "c-001-dana.pdf").read_bytes()
        assert written.startswith(b"%PDF-")
        await press(pilot, "p", "enter")
        assert "exists and was left as it is" in said(app)
    assert (tmp_path / "c-001-dana.pdf").read_bytes() == written


@pytest.mark.parametrize("size", SIZES)
async def test_every_place_of_an_interview_can_be_reached_at_every_size(services, size):
    desk = planned(services)
    async with opened(services, size=size) as (app, pilot):
        await open_it(app, pilot, desk)
        await press(pilot, "enter", "1", "1")
        for place in desk.state.agenda[1:]:
            await press(pilot, "enter")
            assert app.screen.state.place == place
            assert "help" in shown(app).splitlines()[-1]
        await press(pilot, "enter", "1")
        assert "Scorecard" in shown(app)
