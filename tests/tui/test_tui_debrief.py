import pytest
from screen_kit import SIZES, opened, press, said, settle, shown
from services.panel_kit import draft, hold

from coach.core.panel import dossier
from coach.core.panel.terms import Visibility
from coach.services import streams
from coach.tui.screens.compare import CompareScreen
from coach.tui.screens.debrief import DebriefScreen

REQ = "ae-berlin"


def words(app):
    return " ".join(shown(app).split())


def record(services, candidate="C-001"):
    return dossier.replay(services.log.read(streams.dossier(REQ, candidate)))


def panel(services, **changes):
    lena = services.for_profile("lena")
    state = lena.requisitions.open(draft(**changes), REQ, ("C-001", "C-002"))
    lena.requisitions.lay_out(state)
    for member, rating in {"lena": 4, "dana": 1, "omar": 5}.items():
        hold(lena.for_profile(member), f"{REQ}.c-001.{member}", {"last-demo": rating})
    return lena


@pytest.fixture
def lead(services):
    """The services of lena, to whom C-001 is revealed and C-002 is not."""
    return panel(services)


async def at(app, pilot, screen, *keys):
    app.push_screen(screen)
    await settle(pilot)
    await press(pilot, *keys)


@pytest.mark.parametrize("size", SIZES)
async def test_the_largest_disagreement_is_first_and_its_evidence_open(lead, size):
    async with opened(lead, size) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-001"))
        text = shown(app)
        assert "›" in next(line for line in text.splitlines() if "Presenting" in line)
        assert "far apart: range 4.0" in " ".join(text.split()).replace("│ ", "")
        await press(pilot, "enter")
        assert "far apart: range" not in words(app)
        await press(pilot, "down", "enter")
        assert "close together" in words(app).replace("│ ", "")


async def test_side_by_side_with_room_and_beneath_each_other_without(lead):
    async with opened(lead, (120, 36)) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-001"))
        (line,) = [line for line in shown(app).splitlines() if "evidence of lena" in line]
        assert "evidence of dana" in line
    async with opened(lead, (80, 24)) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-001"))
        (line,) = [line for line in shown(app).splitlines() if "evidence of lena" in line]
        assert "evidence of dana" not in line


async def test_a_debrief_by_keys_from_opening_to_a_decision_that_departs(lead):
    async with opened(lead, (100, 40)) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-001"))
        assert "not opened yet" in words(app)
        await press(pilot, "o")
        await press(pilot, "r", "2", "text:Heard the end differently", "enter")
        assert "4.0 → 2. Heard the end differently" in words(app)
        await press(pilot, "c", "3", "text:Strong answers", "enter")
        await press(pilot, "pagedown", "pagedown")
        assert "after hearing all: yes. Strong answers" in words(app)
        await press(pilot, "d", "4", "text:No budget", "enter")
        assert "C-001 has the first place and would be rejected." in words(app)
        assert record(lead).decisions == (), "nothing is decided before the departure has its reason"
        await press(pilot, "text:The post is withdrawn", "enter")
        assert "decided: reject" in words(app)
    assert record(lead).decision.departure == "The post is withdrawn"
    assert record(lead).rescores["lena", "presenting"].after == 2


async def test_a_decision_in_the_order_of_the_places_asks_for_one_reason_only(lead):
    lead.debriefs.open(REQ, "C-001")
    async with opened(lead) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-001"), "d", "1", "text:The best", "enter")
        assert "decided: offer" in words(app)


async def test_who_does_not_lead_is_offered_neither_opening_nor_deciding(lead):
    lead.debriefs.open(REQ, "C-001")
    async with opened(lead.for_profile("dana")) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-001"), "d", "o")
        assert isinstance(app.screen, DebriefScreen)
        assert "rate anew" in words(app)
    async with opened(lead.for_profile("hanna")) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-001"), "r", "c")
        assert isinstance(app.screen, DebriefScreen)
    assert record(lead).rescores == {}


async def test_what_is_not_revealed_is_a_sentence_in_its_place(lead):
    async with opened(lead) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-002"), "o", "d", "r", "enter", "down")
        assert "Nothing of C-002 is revealed to you yet." in words(app)
        assert said(app) == ""


async def test_with_visibility_never_there_is_the_total_and_the_own_part(services):
    lead = panel(services, visibility=Visibility.NEVER)
    async with opened(lead.for_profile("dana"), (120, 36)) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-001"))
        assert "you see the total" in words(app)
        assert "Score 51 of 100" in words(app)
        assert "evidence of dana" in words(app)
        for hidden in ("Lena", "Omar", "evidence of omar", "place"):
            assert hidden not in words(app)
        await press(pilot, "escape")
        await at(app, pilot, CompareScreen(REQ))
        assert "C-001 51" in words(app)
        await press(pilot, "s")
        assert "only the lead sees them" in words(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_comparison_shows_who_is_revealed_and_names_who_is_not(lead, size):
    async with opened(lead, size) as (app, pilot):
        await at(app, pilot, CompareScreen(REQ))
        assert "C-001 51" in words(app)
        assert "3.3" in words(app)
        await press(pilot, "end")
        assert "not revealed" in words(app)
        await press(pilot, "home", "enter")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, CompareScreen)


async def test_statistics_and_how_numbers_are_made_are_a_key_away(lead):
    async with opened(lead, (100, 40)) as (app, pilot):
        await at(app, pilot, CompareScreen(REQ), "s")
        assert "too few to tell" in words(app)
        assert "1 candidate; 1 not revealed to you takes no part." in words(app)
        await press(pilot, "escape", "e")
        assert "never zero" in words(app)
        await press(pilot, "escape", "enter", "e")
        assert "r_wg compares the variance" in words(app)


async def test_paper_goes_beside_the_program(lead, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(lead, (120, 36)) as (app, pilot):
        await at(app, pilot, CompareScreen(REQ), "p", "3")
        assert "ae-berlin-requisition.pdf" in said(app)
        await press(pilot, "enter", "p")
        assert "ae-berlin-c-001-debrief.pdf" in said(app)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
        "ae-berlin-c-001-debrief.pdf",
        "ae-berlin-requisition.pdf",
    ]


async def test_a_requisition_without_candidates_says_so(services):
    lena = services.for_profile("lena")
    lena.requisitions.open(draft(), REQ)
    async with opened(lena) as (app, pilot):
        await at(app, pilot, CompareScreen(REQ))
        assert "There are no candidates yet." in words(app)


async def test_at_40_columns_every_column_has_a_head_that_is_whole(lead):
    for member in ("lena", "dana"):
        hold(lead.for_profile(member), f"{REQ}.c-002.{member}")
    async with opened(lead, (40, 15)) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-002"))
        assert "Lena Dana all" in words(app)
        await press(pilot, "escape")
        await at(app, pilot, CompareScreen(REQ))
        head = next(line for line in shown(app).splitlines() if "Pro Dis Pre" in line)
        cells = next(line for line in shown(app).splitlines() if "3.0" in line)
        assert head.index("Pro") == cells.index(cells.split()[0])


async def test_what_is_not_revealed_offers_no_key_that_does_nothing(lead):
    async with opened(lead.for_profile("dana")) as (app, pilot):
        await at(app, pilot, DebriefScreen(REQ, "C-002"))
        assert "not revealed" in shown(app)
        assert "evidence" not in shown(app)
