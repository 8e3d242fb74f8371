"""Records of candidates in the program: until when, held, erased, handed out, by keys."""

from datetime import date

import pytest
from screen_kit import SIZES, eventually, opened, press, said, settle, shown
from services.panel_kit import draft, hold

from coach.core.country import Counted

REQ = "ae-berlin"


def words(app):
    return " ".join(shown(app).split())


@pytest.fixture
def lead(services):
    """The services of lena; her own and dana's scorecard of C-001 are in, and its day is long over."""
    lena = services.for_profile("lena")
    state = lena.requisitions.open(draft(), REQ, ("C-001", "C-002"))
    lena.requisitions.lay_out(state)
    for member in ("lena", "dana"):
        hold(lena.for_profile(member), f"{REQ}.c-001.{member}")
    lena.requisitions.keep_identity(state, "C-001", "Made-up Mara")
    lena.privacy.record_date(REQ, "C-001", Counted.REJECTION, date(2026, 4, 20))
    lena.interviews.plan("ae-first-round", "C-020", "Lena")
    return lena


def written(file):
    return file.read_bytes()


async def at_records(app, pilot, *keys):
    app.open_privacy()
    await settle(pilot)
    await press(pilot, *keys)


@pytest.mark.parametrize("size", SIZES)
async def test_every_record_tells_until_when_with_a_sign_and_words(lead, size):
    async with opened(lead, size) as (app, pilot):
        await at_records(app, pilot)
        assert "› C-001" in shown(app)
        assert "! 14 days over" in words(app)
        assert "until 2026-10-20" in words(app)
        assert words(app).count("to go") == 1
        await press(pilot, "end")
        assert "kept until you erase it" in words(app)


async def test_it_is_reached_from_its_requisition_and_from_the_palette(lead):
    async with opened(lead) as (app, pilot):
        app.open_requisition(REQ)
        await settle(pilot)
        await press(pilot, "y")
        assert "Records · AE Berlin" in words(app)
        assert "C-020" not in shown(app)
        await press(pilot, "escape", "escape", "ctrl+p", "text:records of cand", "enter")
        assert await eventually(
            pilot, lambda: "Records of candidates" in shown(app) and "C-020" in shown(app)
        )


async def test_members_besides_lead_and_hr_find_no_records_of_the_requisition(lead):
    async with opened(lead.for_profile("dana")) as (app, pilot):
        app.open_requisition(REQ)
        await settle(pilot)
        await press(pilot, "y")
        assert "AE Berlin" in shown(app)
        await at_records(app, pilot)
        assert "No records. The lead and HR of a requisition see its candidates here." in words(app)
        await press(pilot, "e", "h", "enter")
        assert "Records of candidates" in shown(app)


async def test_a_record_goes_once_its_code_is_typed_and_the_receipt_is_shown(lead):
    async with opened(lead, (120, 36)) as (app, pilot):
        await at_records(app, pilot, "e")
        await press(pilot, "text:mara left", "enter")
        assert "a part of the candidate's name" in said(app)
        await press(pilot, "e", "text:Its day has passed", "enter")
        assert "Type C-001 to erase it" in words(app)
        await press(pilot, "text:C-002", "enter")
        assert "That was not C-001, so nothing was erased." in said(app)
        await press(pilot, "e", "text:Its day has passed", "enter", "text:c-001", "enter")
        assert "Erased · ae-berlin C-001" in words(app)
        assert "the ratings of 2 scorecards, as numbers without a person" in words(app)
        assert "Out of reach" in words(app)
        await press(pilot, "escape")
        assert "C-001" not in shown(app)
        assert "nothing has to go" in words(app)
    assert lead.privacy.receipt(REQ, "C-001").reason == "Its day has passed"


async def test_before_its_day_one_has_to_say_that_it_goes_early(lead):
    async with opened(lead) as (app, pilot):
        await at_records(app, pilot, "down", "e")
        assert "Erase C-002 early?" in words(app)
        await press(pilot, "1")
        assert lead.privacy.one(REQ, "C-002")
        await press(pilot, "e", "2", "text:asked for it", "enter", "text:C-002", "enter")
        assert "Erased · ae-berlin C-002" in words(app)


async def test_a_hold_is_placed_and_ended_and_keeps_a_record_from_going(lead):
    async with opened(lead) as (app, pilot):
        await at_records(app, pilot, "h", "text:A claim is pending", "enter")
        assert "= hold, 14 days over" in words(app)
        assert "hold: A claim is pending" in words(app)
        await press(pilot, "e")
        assert "There is a hold on C-001, so nothing is erased: A claim is pending" in said(app)
        await press(pilot, "h", "text:settled", "enter")
        assert "! 14 days over" in words(app)


async def test_a_day_is_recorded_and_a_day_that_is_none_is_refused(lead):
    async with opened(lead) as (app, pilot):
        await at_records(app, pilot, "down", "d", "1", *["backspace"] * 10, "text:soon", "enter")
        assert "'soon' is no day. Write it as year-month-day" in said(app)
        await press(pilot, "d", "1", "enter")
        assert "C-002: 181 days left, until 2027-05-03." in said(app)
        assert "until 2027-05-03" in words(app)


async def test_who_saw_what_is_told_with_the_reason_of_an_early_look(lead):
    lead.interviews.state(f"{REQ}.c-001.dana")
    async with opened(lead) as (app, pilot):
        await at_records(app, pilot, "l")
        assert "lena · scorecard: ae-berlin.c-001.dana" in words(app)
        await press(pilot, "escape", "down", "enter", "1")
        assert "No look at scorecards of others is on record" in words(app)


async def test_what_the_candidate_may_have_is_written_and_goes_on_record(lead, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(lead) as (app, pilot):
        await at_records(app, pilot, "a", "2")
        assert lead.privacy.looks(REQ, "C-001") == ()
        await press(pilot, "a", "1")
        assert await eventually(pilot, lambda: "Written: " in said(app))
    assert written(tmp_path / "ae-berlin-c-001-access.pdf").startswith(b"%PDF")
    assert lead.privacy.looks(REQ, "C-001")[-1].what == "access export"


async def test_an_interview_without_a_requisition_can_only_be_erased(lead):
    async with opened(lead) as (app, pilot):
        await at_records(app, pilot, "end", "h")
        assert "has no delete-by day, hold or log" in said(app)
        await press(pilot, "enter")
        assert "1 Erase it" in words(app)
        assert "Place a hold" not in words(app)
        await press(pilot, "1", "text:no longer needed", "enter", "text:c-020-lena", "enter")
        assert "Erased · c-020-lena" in words(app)
    assert lead.privacy.alone() == ()


async def test_codes_and_reasons_are_shown_as_they_are(services):
    lena = services.for_profile("lena")
    lena.requisitions.open(draft(), REQ, ("[bold]C[/bold]",))
    lena.privacy.hold(REQ, "[bold]C[/bold]", "[red]pending[/red]")
    async with opened(lena) as (app, pilot):
        await at_records(app, pilot)
        assert "› [bold]C[/" in shown(app)
        assert "[red]pending[/red]" in shown(app)


async def test_home_says_when_a_record_has_to_go_and_leads_there(lead):
    async with opened(lead) as (app, pilot):
        await eventually(pilot, lambda: "1 record of a candidate has to go" in shown(app))
        rows = app.screen.query_one("Rows")
        rows.highlighted = rows.get_option_index("privacy")
        await press(pilot, "enter")
        assert "14 days over" in words(app)


async def test_the_records_of_a_requisition_are_headed_by_its_title(lead):
    async with opened(lead) as (app, pilot):
        app.open_privacy(REQ)
        await settle(pilot)
        assert "Records · AE Berlin" in shown(app).splitlines()[0]
        await press(pilot, "escape")
        await at_records(app, pilot)
        assert "Records of candidates" in shown(app).splitlines()[0]
