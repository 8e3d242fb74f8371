"""The practice CRM on the screen: lists, records, board, forms, files, and thousands of records."""

import os
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from crm_kit import RECORDS, spec_of
from textual.app import App

from coach.core.crm.actions import Convert, Create, Delete, Import, SetRole, Update
from coach.core.exercise import Context
from coach.exercises.crm import KIND
from coach.exercises.crm.spec import Response
from coach.exercises.crm.widget import CrmWidget
from coach.exercises.crm.widget.keys import ASK, BOARD, FORECAST, FORM, LISTS, RECORD
from coach.exercises.crm.widget.lists import CrmFilter

HERE = Context()


class Desk(App):
    """Nothing but the CRM; keeps what is handed over and what is kept."""

    CSS = "CrmWidget { height: 1fr; }"

    def __init__(self, spec):
        super().__init__()
        self.crm = CrmWidget(spec, HERE)
        self.handed, self.kept = [], []

    def compose(self):
        yield self.crm

    def on_mount(self):
        self.crm.focus()

    def on_exercise_widget_answered(self, message):
        self.handed.append(message.response)

    def on_exercise_widget_drafted(self, message):
        self.kept.append(message.response)

    def text(self):
        """Everything that can be read on the screen."""
        lines = self.screen._compositor.render_strips(self.size)
        return "\n".join(strip.text.rstrip() for strip in lines)

    def centre(self):
        """The words in the centre, without what stands on its left and right."""
        region = self.crm.centre.region
        lines = self.screen._compositor.render_strips(self.size)[region.y : region.bottom]
        return " ".join(strip.crop(region.x, region.right).text for strip in lines).split()

    @property
    def last(self):
        return self.crm.desk.actions[-1]


@asynccontextmanager
async def at_work(*keys, size=(120, 36), **changed):
    desk = Desk(spec_of(**changed))
    async with desk.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        yield desk, pilot


async def check(desk, pilot):
    """Have the task checked, which is done outside of the screen's own time."""
    await pilot.press("c")
    for _ in range(100):
        if "checks are met" in desk.crm.said:
            break
        await pilot.pause(0.02)
    await pilot.pause()


async def write(pilot, text):
    await pilot.press(*("space" if letter == " " else letter for letter in text))


async def test_wide_screens_show_objects_records_and_task_at_once():
    async with at_work("4") as (desk, _):
        seen = desk.text()

    assert "Closing this" in seen
    assert "Sligo cold" in seen
    assert "60,000.50" in seen
    assert "The lead is converted" in seen


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_narrow_screens_begin_with_the_task_and_a_key_leads_to_the_records(size):
    async with at_work(size=size) as (desk, pilot):
        assert "Convert the lead." in desk.text()
        assert "1-6 open a list" in desk.text()

        await pilot.press("1")
        await pilot.pause()
        assert "Aoife Tierney" in desk.text()

        await pilot.press("t")
        await pilot.pause()
        assert "Convert the lead." in desk.text()


async def test_on_the_page_of_a_lead_it_says_how_it_is_converted():
    async with at_work("1", "enter", size=(80, 24)) as (desk, pilot):
        assert "w converts the lead." in desk.text()
        assert "w convert" in desk.text()

        await pilot.press("2", "enter")
        await pilot.pause()
        assert "w convert" not in desk.text()


async def test_a_long_answer_of_the_crm_is_seen_to_its_end():
    async with at_work("1", "w", "ctrl+s", size=(80, 24)) as (desk, pilot):
        await pilot.pause()
        said = desk.crm.query_one(".said")
        assert said.size.height == said.virtual_size.height
        assert "the forecast category to Pipeline" in " ".join(desk.text().split())


async def test_once_all_checks_are_met_it_says_how_to_hand_in():
    async with at_work() as (desk, pilot):
        await check(desk, pilot)
        assert "checks are met; t reads on in the task." in desk.text()


async def test_the_arrows_lead_from_list_to_list_and_money_stands_right():
    async with at_work("4", "right", "right", "right") as (desk, _):
        lines = desk.text().splitlines()

    assert any("Open, close date passed" in line for line in lines)
    amounts = [line for line in lines if "2026-11-01" in line]
    assert len(amounts) == 1
    assert "60,000.50 │" in amounts[0] or "60,000.50" in amounts[0]


async def test_a_list_is_searched_as_one_types_and_escape_shows_all():
    async with at_work("4", "slash") as (desk, pilot):
        await write(pilot, "sli")
        await pilot.pause()
        assert "Cork pilot" not in desk.text()
        assert "1 of 2" in desk.text()

        await pilot.press("x", "escape")
        await pilot.pause()
        assert "Cork pilot" in desk.text()
        assert not isinstance(desk.focused, CrmFilter)


async def test_a_list_without_finds_says_how_to_go_on():
    async with at_work("1", "slash") as (desk, pilot):
        await write(pilot, "zzz")
        await pilot.pause()

        assert "No leads have “zzz”" in desk.text()


async def test_s_sorts_a_list_by_one_column_after_the_other_and_shift_turns_it_round():
    async with at_work("4") as (desk, pilot):
        columns = desk.crm.lists.current_view.columns
        seen = []
        for _ in columns:
            await pilot.press("s")
            await pilot.pause()
            seen.append(desk.crm.lists.current_view.sort)

        assert sorted(seen) == sorted(columns)
        await pilot.press("S")
        await pilot.pause()
        assert desk.crm.lists.current_view.sort == f"-{seen[-1]}"
        assert "↓" in desk.text()


async def test_a_record_shows_its_lists_and_activities_and_back_leads_back():
    async with at_work("2", "enter") as (desk, pilot):
        assert desk.crm.page == RECORD
        seen = desk.text()
        assert "Contacts (2)" in seen
        assert "Yusuf Demir" in seen

        await pilot.press("end", "enter")
        await pilot.pause()
        assert "Sligo cold store" in desk.text()

        await pilot.press("escape", "backspace")
        await pilot.pause()
        assert desk.crm.page == LISTS


LONG = " ".join(f"word{number}" for number in range(150))
LONG_ORG = {
    "records": RECORDS
    | {
        "Opportunity": {"pilot": RECORDS["Opportunity"]["pilot"] | {"Description": LONG}},
        "Task": {
            "call": {"Subject": "Call", "WhatId": "pilot", "Status": "Completed", "Description": f"So {LONG}"}
        },
    }
}


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 15)])
async def test_long_texts_of_a_record_are_read_to_their_end_line_by_line(size):
    async with at_work("4", "enter", size=size, org=LONG_ORG) as (desk, pilot):
        record = desk.crm.record
        seen = set()
        while record.current.label != "Owner":
            shown = desk.text()
            seen |= set(shown.split())
            if record.current.label == "Description" and "word0" in shown:
                assert "› Description" in shown
            await pilot.press("down")
            await pilot.pause()

        assert set(LONG.split()) <= seen


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 15)])
async def test_the_last_note_of_a_record_begins_in_sight_and_pages_lead_through_it(size):
    async with at_work("4", "enter", "end", size=size, org=LONG_ORG) as (desk, pilot):
        first = next(line for line in desk.text().splitlines() if "no date" in line)
        seen = set(desk.text().split())
        for _ in range(12):
            await pilot.press("pagedown")
            await pilot.pause()
            seen |= set(desk.text().split())

        assert "› no date" in first
        assert set(LONG.split()) <= seen
        assert "word149" in desk.text()

        await pilot.press(*["pageup"] * 30)
        assert desk.crm.record.at == 0


async def test_a_click_on_any_line_of_a_long_text_opens_its_field():
    async with at_work("4", "enter", org=LONG_ORG) as (desk, pilot):
        row = next(at for at, line in enumerate(desk.text().splitlines()) if "word20" in line)
        await pilot.click(offset=(50, row))
        await pilot.pause()

        assert desk.crm.shown == FORM
        assert "Description" in desk.text()


async def test_a_field_is_changed_where_it_stands_and_the_change_is_kept():
    async with at_work("4", "down", "enter", "down", "down", "down", "enter") as (desk, pilot):
        assert desk.crm.shown == FORM
        await pilot.press(*["backspace"] * 10)
        await write(pilot, "+14")
        await pilot.press("enter")
        await pilot.pause()

        assert desk.last == Update(id="006000000000001", values={"CloseDate": "2026-12-07"})
        assert desk.kept[-1] == Response(actions=desk.crm.desk.actions)
        assert "2026-12-07" in desk.text()


async def test_what_cannot_be_saved_is_told_at_its_field_and_nothing_is_lost():
    async with at_work("4", "a") as (desk, pilot):
        await write(pilot, "New deal")
        await pilot.press("tab")
        await write(pilot, "nowhere")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "There is no account like 'nowhere'." in " ".join(desk.centre())

        await pilot.press(*["backspace"] * 7, "ctrl+s")
        await pilot.pause()
        assert desk.crm.shown == FORM
        assert "Close Date" in desk.text().split("New deal")[1]
        assert "New deal" in desk.text()
        assert desk.crm.desk.actions == ()


async def test_a_new_record_that_may_be_there_already_is_asked_about():
    async with at_work("2", "a") as (desk, pilot):
        await write(pilot, "Carrowmere Foods Ltd")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert desk.crm.shown == ASK
        assert "Use “Carrowmere Foods Ltd”" in desk.text()

        await pilot.press("1")
        await pilot.pause()
        assert desk.crm.desk.actions == ()
        assert desk.crm.current.name == "Carrowmere Foods Ltd"


async def test_a_double_can_be_saved_all_the_same():
    async with at_work("2", "a") as (desk, pilot):
        await write(pilot, "Carrowmere Foods Ltd")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()

        assert desk.last == Create(object="Account", values={"Name": "Carrowmere Foods Ltd"})


async def test_a_lead_is_converted_into_the_account_that_exists():
    async with at_work("1", "w") as (desk, pilot):
        assert "Account (1 like it)" in desk.text()
        await pilot.press("right", "ctrl+s")
        await pilot.pause()

        assert isinstance(desk.last, Convert)
        assert desk.last.account == "001000000000001"
        assert "is converted" in desk.text()

        await pilot.press("w")
        await pilot.pause()
        assert "is converted already" in desk.text()


async def test_a_lead_is_converted_into_an_account_that_is_named():
    async with at_work("1", "w", "left") as (desk, pilot):
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Type the name of the account to convert into." in " ".join(desk.centre())

        await write(pilot, "glanm")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert desk.last.account == "001000000000002"


async def test_on_the_board_a_deal_moves_a_stage_and_undo_takes_it_back():
    async with at_work("p", "right", "greater_than_sign") as (desk, pilot):
        assert desk.last == Update(id="006000000000001", values={"StageName": "Closed Won"})
        assert "1 deal, 24,000" in desk.text()

        await pilot.press("less_than_sign", "u", "u")
        await pilot.pause()
        assert desk.crm.desk.actions == ()
        assert "weighted 18,000" in desk.text()
        assert "Taken back" in desk.text()


async def test_a_stage_that_asks_for_a_reason_asks_for_it():
    rule = {
        "id": "why-lost",
        "object": "Opportunity",
        "when": 'ISPICKVAL(StageName, "Closed Won") && ISBLANK(NextStep)',
        "field": "NextStep",
        "message": "Say what comes next.",
    }
    async with at_work("p", "right", "greater_than_sign", org={"rules": [rule]}) as (desk, pilot):
        assert desk.crm.shown == FORM
        assert "Say what comes next." in desk.text()

        await pilot.press("tab")
        await write(pilot, "Kick-off")
        await pilot.press("enter")
        await pilot.pause()
        assert desk.last.values == {"StageName": "Closed Won", "NextStep": "Kick-off"}


async def test_records_that_belong_to_one_are_made_on_its_page():
    async with at_work("4", "down", "enter", "a", "1") as (desk, pilot):
        await write(pilot, "Pillai")
        await pilot.press("tab", "right", "tab", "right", "ctrl+s")
        await pilot.pause()

        assert desk.last == SetRole(
            opportunity="006000000000001", contact="003000000000002", role="Decision Maker", primary=True
        )
        assert "Meera Pillai on Cork pilot" in desk.text()


async def test_a_call_is_logged_and_stands_in_the_history():
    async with at_work("1", "enter", "l") as (desk, pilot):
        await pilot.press("enter")
        await pilot.pause()
        assert "Write what was said" in desk.text()

        await write(pilot, "Wants an offer")
        await pilot.press("enter", "end")
        await pilot.pause()
        assert "History (1)" in desk.text()
        assert "Call  Completed  Wants an offer" in desk.text()


async def test_deleting_and_starting_again_ask_first():
    async with at_work("4", "x", "2") as (desk, pilot):
        assert desk.crm.desk.actions == ()

        await pilot.press("x", "1")
        await pilot.pause()
        assert isinstance(desk.last, Delete)

        await pilot.press("z", "1")
        await pilot.pause()
        assert desk.crm.desk.actions == ()
        assert desk.kept[-1] == Response()


async def test_undoing_a_new_record_leaves_its_page():
    async with at_work("3", "enter", "x", "1") as (desk, pilot):
        assert desk.crm.page == LISTS

        await pilot.press("u")
        await pilot.pause()
        assert desk.crm.desk.org.count("Contact") == 2


async def test_checks_tell_how_the_task_stands_and_are_forgotten_when_something_is_done():
    async with at_work() as (desk, pilot):
        await check(desk, pilot)
        assert "✗ open" in desk.text()
        assert "0 of 1 checks are met; t reads on in the task." in desk.text()

        await pilot.press("1", "w", "ctrl+s")
        await pilot.pause()
        assert "✗ open" not in desk.text()

        await check(desk, pilot)
        assert "✓ done" in desk.text()


async def test_nothing_done_is_not_handed_in():
    async with at_work("ctrl+s") as (desk, _):
        assert desk.handed == []
        assert "Nothing was done yet." in desk.text()


async def test_the_forecast_adds_the_quarter_up():
    async with at_work("f") as (desk, _):
        assert desk.crm.page == FORECAST
        assert "Open pipeline: 84,000" in desk.text()


async def test_after_the_outcome_nothing_can_be_done_until_it_is_opened_again():
    async with at_work("1", "w", "ctrl+s", "ctrl+s") as (desk, pilot):
        (response,) = desk.handed
        desk.crm.show_outcome(response, KIND.grade(desk.crm.spec, response, HERE), solved=True)
        await pilot.pause()
        assert "✓ right" in desk.text()
        assert "What was done" in desk.text()

        await pilot.press("4", "u", "p")
        await pilot.pause()
        assert len(desk.crm.desk.actions) == 1
        assert "What was done" in desk.text()

        desk.crm.reopen()
        await pilot.press("p")
        await pilot.pause()
        assert desk.crm.page == BOARD


async def test_a_file_of_the_task_is_imported_and_its_tables_can_be_kept(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    table = "LastName,Company\nRoth,Acme GmbH\nSand,=cmd|'/C calc'!A0\nLost,\n"
    async with at_work("i", "1", "ctrl+s", files={"leads.csv": table}) as (desk, pilot):
        seen = desk.text()
        assert "2 rows of leads.csv loaded, 1 not" in seen
        assert "C119" in seen
        assert "Lost" in seen

        await pilot.press("2")
        await pilot.pause()
        assert "Written: 2 files" in " ".join(desk.text().split())

    assert isinstance(desk.last, Import)
    success = (tmp_path / "import" / "success.csv").read_text(encoding="utf-8")
    assert "'=cmd" in success
    assert "Lost" in (tmp_path / "import" / "error.csv").read_text(encoding="utf-8")


async def importing(pilot, path):
    await pilot.press("i", "1")
    await pilot.pause()
    await write(pilot, str(path))
    await pilot.press("ctrl+s")
    await pilot.pause()


async def test_a_file_of_ones_own_is_imported_by_its_path(tmp_path):
    (tmp_path / "own.csv").write_text("LastName,Company\nMüller,Käse AG\n", encoding="utf-8")
    async with at_work() as (desk, pilot):
        await importing(pilot, tmp_path / "own.csv")

        assert "1 row of own.csv loaded" in desk.text()
        assert desk.last.file == "own.csv"


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (lambda path: path.write_bytes("LastName,Company\nMüller,Käse\n".encode("latin-1")), "not UTF-8"),
        (lambda path: path.write_bytes(b"x" * 500_001), "500 kB"),
        (lambda path: path.write_bytes(b"PK\x03\x04\0\0"), "C118 the file holds no plain text"),
        (lambda path: path.symlink_to(os.devnull), "a device or a pipe"),
        (lambda path: path.mkdir(), "cannot be read"),
        (Path.exists, "cannot be read"),
        (lambda path: path.write_text("Surname\nRoth\n"), "C118"),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused_and_the_form_stays(tmp_path, make, part):
    make(tmp_path / "own.csv")
    async with at_work() as (desk, pilot):
        await importing(pilot, tmp_path / "own.csv")

        assert desk.crm.shown == FORM
        assert part in " ".join([*desk.centre(), desk.crm.said])
        assert desk.crm.desk.actions == ()


async def test_fifty_megabytes_are_refused_without_reading_them(tmp_path, monkeypatch):
    with (tmp_path / "big.csv").open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", None)
    async with at_work() as (desk, pilot):
        await importing(pilot, tmp_path / "big.csv")

        assert "big.csv:1:1 C118 the file has 50,000 kB" in " ".join(desk.centre())


async def test_the_org_is_taken_along_as_files_that_overwrite_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crm-a-task").mkdir()
    async with at_work("i", "2") as (desk, _):
        assert "Written: 7 files" in " ".join(desk.text().split())

    leads = (tmp_path / "crm-a-task-2" / "Lead.csv").read_text(encoding="utf-8").splitlines()
    assert leads[0].startswith('"Id","Name"')
    assert "Tierney" in leads[1]


def many(count):
    leads = {
        f"lead-{number}": {
            "LastName": f"Person {number}",
            "Company": f"Firm {number % 900}",
            "Phone": f"{number}",
        }
        for number in range(count - 1)
    }
    return RECORDS | {"Lead": leads | RECORDS["Lead"]}


async def test_five_thousand_records_are_listed_searched_sorted_converted_and_checked():
    """How long each key takes is measured by ``scripts/bench``."""
    async with at_work("1", org={"records": many(5000)}) as (desk, pilot):
        assert "5,000" in desk.text()

        await pilot.press("end", "slash")
        await write(pilot, "tierney")
        await pilot.press("enter")
        await pilot.pause()
        assert "1 of 5,000" in desk.text()

        await pilot.press("w", "ctrl+s")
        await pilot.pause()
        await check(desk, pilot)
        assert "1 of 1 checks are met" in desk.text()
