import pytest
from screen_kit import SIZES, opened, press, said, settle, shown
from services.panel_kit import PANEL, draft, hold

from coach.core.panel import dossier
from coach.services import Services, streams

REQ, FIRST = "ae-berlin", "ae-berlin.c-001"


def words(app):
    return " ".join(shown(app).split())


@pytest.fixture
def lead(services):
    """The services of lena, who leads a panel with dana, omar and hanna of HR; everything is laid out."""
    lena = services.for_profile("lena")
    state = lena.requisitions.open(draft(), REQ, ("C-001", "C-002"))
    lena.requisitions.lay_out(state)
    return lena


@pytest.fixture
def away(lead, tmp_path, clock):
    """Dana's own machine, which has not joined yet."""
    folders = type(lead.folders)(data=tmp_path / "d", config=tmp_path / "c", cache=tmp_path / "k")
    there = Services(folders, {}, clock=clock, profile="dana")
    yield there
    there.close()


async def at_requisition(app, pilot, *keys):
    app.open_requisition(REQ)
    await settle(pilot)
    await press(pilot, *keys)


async def test_a_requisition_is_opened_by_keys_and_everything_is_laid_out(services):
    async with opened(services.for_profile("lena")) as (app, pilot):
        await press(pilot, "n", "1", "text:AE Bonn", "enter")
        assert "lena" in words(app)
        await press(pilot, "a", "text:dana=Dana Roth", "enter", "1", "1", "9")
        assert "Dana Roth interviewer looks first at Prospecting" in words(app)
        await press(pilot, "down", "down", "enter", "backspace", "2", "enter", "ctrl+s")
        await press(pilot, "2", "1", "enter", "text:The lead decides.", "enter")
        for agreed in (
            "Opening AE Bonn",
            "2 of 2 scorecards",
            "when those of all who interview are in",
            "no place below 80 %",
            "The lead decides.",
        ):
            assert agreed in words(app)
        await press(pilot, "ctrl+s", "text:C-1 C-2", "enter")
        assert "Lay out 4 interviews" in words(app)
        await press(pilot, "1")
        assert "C-2 planned others: hidden until yours is in" in words(app)
        await press(pilot, "enter")
        assert "candidate C-1" in shown(app)
    planned = services.for_profile("dana").interviews.summaries()
    assert {one.id for one in planned} == {"ae-bonn.c-1.dana", "ae-bonn.c-2.dana"}


async def test_what_cannot_be_opened_is_said_and_can_be_mended(services):
    async with opened(services.for_profile("lena")) as (app, pilot):
        await press(pilot, "n", "1", "enter")
        assert "The title of the requisition is missing." in said(app)
        await press(pilot, "down", "enter", "down", "enter", "backspace", "7", "enter", "ctrl+s")
        assert "a number from 1 to 1; 7 is none" in said(app)
        await press(pilot, "escape", "escape")
        assert "None yet. Press n" in shown(app)
    assert services.for_profile("lena").requisitions.all() == ()


@pytest.mark.parametrize("size", SIZES)
async def test_until_the_own_is_in_nothing_of_the_others_is_on_the_screen(lead, size):
    async with opened(lead, size=size) as (app, pilot):
        await at_requisition(app, pilot)
        before = shown(app)
        hold(lead.for_profile("dana"), f"{FIRST}.dana")
        hold(lead.for_profile("omar"), f"{FIRST}.omar")
        await press(pilot, "escape")
        await at_requisition(app, pilot)
        assert shown(app) == before
        assert "hidden until yours is in" in words(app)
        hold(lead, f"{FIRST}.lena")
        await press(pilot, "escape")
        await at_requisition(app, pilot)
        assert "panel of 3: 50 of 100" in words(app)


async def test_the_lead_looks_before_with_a_reason_and_that_is_on_record(lead):
    hold(lead.for_profile("dana"), f"{FIRST}.dana")
    async with opened(lead) as (app, pilot):
        await at_requisition(app, pilot, "o", "1")
        assert "Look before it is revealed" in shown(app)
        await press(pilot, "enter")
        assert "A reason is needed." in shown(app)
        await press(pilot, "text:An offer is due.", "enter")
        assert "made up evidence of dana" in words(app)
    (look,) = dossier.replay(lead.log.read(streams.dossier(REQ, "C-001"))).looks
    assert (look.by, look.peek, look.reason) == ("lena", True, "An offer is due.")


async def test_an_interviewer_is_refused_in_the_same_words_whether_a_scorecard_is_in_or_not(lead):
    hold(lead.for_profile("omar"), f"{FIRST}.omar")
    async with opened(lead.for_profile("dana")) as (app, pilot):
        await at_requisition(app, pilot, "o", "2")
        refused = said(app)
        assert "The scorecard of Omar Sample (made up) is not revealed to you." in refused
        app.clear_notifications()
        await press(pilot, "down", "o", "2")
        assert said(app) == refused


async def test_revealed_scorecards_are_read_by_all_of_the_panel(lead):
    for who in ("dana", "omar"):
        hold(lead.for_profile(who), f"{FIRST}.{who}")
    async with opened(lead.for_profile("hanna")) as (app, pilot):
        await at_requisition(app, pilot)
        assert "C-001 you do not interview panel of 2: 50 of 100" in words(app)
        await press(pilot, "o", "3")
        assert "made up evidence of omar" in words(app)
        await press(pilot, "escape", "o", "1")
        assert "Lena Lead (made up) has not handed in a scorecard of C-001." in said(app)


async def test_debrief_and_comparison_are_reached_by_their_keys(lead):
    for who in ("lena", "dana", "omar"):
        hold(lead.for_profile(who), f"{FIRST}.{who}")
    async with opened(lead) as (app, pilot):
        await at_requisition(app, pilot, "b")
        assert "Debrief · C-001" in shown(app)
        await press(pilot, "escape", "m")
        assert "1 of 2 revealed to you" in shown(app)


async def test_only_the_lead_is_offered_what_the_lead_does(lead):
    async with opened(lead.for_profile("dana"), size=(120, 36)) as (app, pilot):
        await at_requisition(app, pilot, "a", "l", "p", "d", "c", "w")
        assert app.screen.where == "requisition"
        assert "lay out" not in shown(app)
        assert "scorecards" in shown(app)


async def test_the_panel_changes_with_a_reason_and_who_has_begun_must_stay(lead):
    hold(lead.for_profile("omar"), f"{FIRST}.omar", submit=False)
    async with opened(lead) as (app, pilot):
        await at_requisition(app, pilot, "p", "down", "down", "d", "ctrl+s", "text:Too many.", "enter")
        assert "Omar Sample (made up) cannot leave the panel" in said(app)
        await press(pilot, "p", "down", "d", "a", "text:sam=Sam", "enter", "1", "9", "ctrl+s")
        await press(pilot, "text:Dana is ill.", "enter", "l", "1")
        assert "2 interviews planned." in said(app)
    state = lead.requisitions.state(REQ)
    assert {member.id for member in state.terms.members} == {"lena", "omar", "hanna", "sam"}
    assert state.changes == ("Dana is ill.",)


async def test_a_question_is_dropped_only_where_another_asks_for_the_same(lead):
    async with opened(lead) as (app, pilot):
        await at_requisition(app, pilot, "d", "1", "text:Unclear.", "enter")
        assert "No other question asks for Prospecting" in said(app)
    assert lead.requisitions.state(REQ).dropped == {}


async def test_who_a_candidate_is_can_be_kept_and_seen_by_the_lead(lead):
    async with opened(lead) as (app, pilot):
        await at_requisition(app, pilot, "w", "text:Kim Example; by post", "enter", "w")
        assert "Kim Example; by post" in shown(app)
    kept = lead.requisitions.identity(lead.requisitions.state(REQ), "C-001")
    assert (kept.name, kept.contact) == ("Kim Example", "by post")


async def test_a_sealed_scorecard_goes_from_one_machine_to_the_other(lead, away, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(lead) as (app, pilot):
        await at_requisition(app, pilot, "v", "enter")
        assert "ae-berlin.requisition.json" in said(app)
    async with opened(away) as (app, pilot):
        await press(pilot, "n", "2", "text:ae-berlin.requisition.json", "enter")
        assert "C-001 planned others: hidden until yours is in" in words(app)
        sealed = hold(away, f"{FIRST}.dana").commitment
        await press(pilot, "escape")
        await at_requisition(app, pilot, "x", "enter")
        assert "Send it to the lead alone." in said(app)
    async with opened(lead) as (app, pilot):
        await at_requisition(app, pilot, "s", "2", f"text:{sealed[:16]}", "enter")
        assert "The digits are kept." in said(app)
        await press(pilot, "c", "text:nothing.json", "enter")
        assert "cannot be read: no such file" in said(app)
        await press(pilot, "c", f"text:{FIRST}.dana.sealed.json", "enter")
        assert f"{FIRST}.dana came in" in said(app)
        assert "hidden until yours is in" in words(app)


async def test_home_lists_requisitions_with_what_is_next_and_leads_there(lead):
    async with opened(lead.for_profile("dana")) as (app, pilot):
        assert "AE Berlin · 2 candidates 2 to interview" in words(app)
        await press(pilot, "end", "up", "up", "enter")
        assert "AE Berlin · AE first round" in words(app)
        assert "you: interviewer" in words(app)


@pytest.mark.parametrize("size", [(100, 30), (92, 30), (120, 36)])
async def test_home_keeps_every_interview_and_requisition_on_a_line(lead, size):
    state = lead.requisitions.state(REQ)
    hold(lead, f"{FIRST}.lena", submit=False)
    for candidate in ("C-003", "C-004", "C-005", "C-006"):
        state = lead.requisitions.add_candidates(state, (candidate,))
    lead.requisitions.lay_out(state)
    hold(lead, "ae-berlin.c-006.lena")
    async with opened(lead, size=size) as (app, pilot):
        await press(pilot, "end")
        lines = shown(app).splitlines()
        assert any("4 to interview, 1 to finish" in line for line in lines)
        assert any("C-006" in line and "submitted, 50 of 100" in line for line in lines)


async def test_home_proposes_first_to_finish_the_interview_that_was_begun(lead):
    async with opened(lead) as (app, _):
        assert "Finish the interview" not in shown(app)
    hold(lead, f"{FIRST}.lena", submit=False)
    async with opened(lead) as (app, pilot):
        assert "› Finish the interview: C-001 · AE first round" in shown(app)
        await press(pilot, "enter")
        assert "C-001" in shown(app)
        assert "Learn" not in shown(app)


async def test_home_lists_the_own_interviews_alone(lead):
    for who in (one.id for one in PANEL[:3]):
        hold(lead.for_profile(who), f"{FIRST}.{who}")
    async with opened(lead, size=(120, 36)) as (app, _):
        assert "Omar" not in shown(app)
        assert words(app).count("submitted, 50 of 100") == 1


async def test_how_many_must_be_in_is_asked_and_never_presumed(services):
    async with opened(services.for_profile("lena")) as (app, pilot):
        await press(pilot, "n", "1", "text:AE Bonn", "enter")
        assert "Quorum not agreed yet" in words(app)
        await press(pilot, "a", "text:dana=Dana Roth", "enter", "1", "9", "ctrl+s")
        assert "How many scorecards of a candidate must be in" in words(app)
        await press(pilot, "text:2", "enter")
        assert "When do scorecards of others open?" in words(app)
        await press(pilot, "escape")
        assert "2 of 2 scorecards of a candidate must be in" in words(app)


async def test_what_was_agreed_so_far_is_not_thrown_away_by_one_key(services):
    async with opened(services.for_profile("lena")) as (app, pilot):
        await press(pilot, "n", "1", "text:AE Bonn", "enter", "escape", "escape")
        assert "Leave without opening it?" in words(app)
        await press(pilot, "2")
        assert "Opening AE Bonn" in words(app)
        await press(pilot, "escape", "1")
        assert "None yet. Press n" in shown(app)


@pytest.mark.parametrize("typed", ["C-003, C-004", "C-003;C-004", "C-003  C-004,"])
async def test_codes_may_stand_behind_commas_as_people_write_lists(lead, typed):
    async with opened(lead) as (app, pilot):
        await at_requisition(app, pilot, "a", f"text:{typed}", "enter")
    assert lead.requisitions.state(REQ).candidates[2:] == ("C-003", "C-004")


async def test_digits_that_were_mistyped_are_told_anew_with_a_reason(lead):
    async with opened(lead) as (app, pilot):
        await at_requisition(app, pilot, "s", "2", f"text:{'1' * 16}", "enter")
        await press(pilot, "s", "2", f"text:{'2' * 16}", "enter")
        assert "Other digits were told before" in words(app)
        await press(pilot, "text:Misheard on the telephone.", "enter")
        assert "The digits are kept." in said(app)
    kept = dossier.replay(lead.log.read(streams.dossier(REQ, "C-001")))
    assert kept.expected == {"dana": "2" * 16}
