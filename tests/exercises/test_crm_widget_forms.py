"""The forms of the practice CRM, and how little is painted for a key."""

import pytest
from crm_kit import spec_of
from hypothesis import given, settings
from hypothesis import strategies as st
from test_crm_widget import at_work, check, write

from coach.core.crm.actions import Convert, Delete, Refused, Update, apply
from coach.core.crm.views import listed, standard_views
from coach.exercises.crm.replay import start
from coach.exercises.crm.widget.keys import ASK, FORM, LISTS
from coach.exercises.crm.widget.search import Searched

SIZES = [(80, 24), (120, 36), (40, 15)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_form_is_filled_in_from_field_to_field_and_saved(size):
    async with at_work("2", "a", size=size) as (desk, pilot):
        await write(pilot, "Acme")
        await pilot.press("tab", "f")
        await pilot.pause()
        assert "← Food & Beverage →" in " ".join(desk.centre())

        await pilot.press("ctrl+s")
        await pilot.pause()
        assert desk.last.values == {"Name": "Acme", "Industry": "Food & Beverage"}
        assert desk.crm.page == LISTS


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_wrong_stands_in_sight_below_its_field(size):
    async with at_work("4", "down", "e", *["tab"] * 3, size=size) as (desk, pilot):
        await write(pilot, "x")
        await pilot.press("up", "ctrl+s")
        await pilot.pause()

        seen = " ".join(desk.centre())
        assert "› Close Date * 2026-11-27x" in seen
        assert "'2026-11-27x'" in seen
        assert desk.crm.desk.actions == ()


async def test_the_pointer_leads_round_a_form_and_what_was_typed_stays():
    async with at_work("2", "e") as (desk, pilot):
        await write(pilot, " plc")
        await pilot.press("shift+tab", "tab")
        await pilot.pause()
        assert "› Account Name * Carrowmere Foods Ltd plc" in " ".join(desk.centre())

        await pilot.press("escape")
        await pilot.pause()
        assert desk.crm.desk.actions == ()
        assert "Carrowmere Foods Ltd plc" not in desk.text()


async def test_a_letter_takes_the_next_value_that_begins_with_it_and_does_nothing_else():
    async with at_work("4", "down", "e", "tab", "tab") as (desk, pilot):
        for letter, stage in [
            ("c", "Closed Won"),
            ("c", "Closed Lost"),
            ("p", "Prospecting"),
            ("z", "Prospecting"),
        ]:
            await pilot.press(letter)
            await pilot.pause()
            assert f"← {stage} →" in " ".join(desk.centre())

        assert desk.crm.shown == FORM
        assert desk.crm.desk.actions == ()


async def test_enter_shows_all_values_and_a_number_or_a_click_takes_one():
    async with at_work("4", "down", "e", "tab", "tab", "enter") as (desk, pilot):
        assert desk.crm.shown == ASK
        assert "3 Closed Won" in " ".join(desk.centre())

        await pilot.press("3")
        await pilot.pause()
        assert desk.crm.shown == FORM
        assert "← Closed Won →" in " ".join(desk.centre())

        row = next(at for at, line in enumerate(desk.text().splitlines()) if "Closed Won" in line)
        await pilot.click(offset=(60, row))
        await pilot.pause()
        assert desk.crm.shown == ASK

        await pilot.press("escape", "escape")
        await pilot.pause()
        assert desk.crm.shown == LISTS


async def test_a_name_is_completed_while_it_is_typed():
    async with at_work("4", "a", "tab") as (desk, pilot):
        await write(pilot, "glan")
        await pilot.pause(0.1)
        assert "glanmire Dairies" in " ".join(desk.centre())

        await pilot.press("right", "tab")
        await pilot.pause()
        assert "Glanmire Dairies" in " ".join(desk.centre())


async def test_a_text_longer_than_its_field_is_seen_at_its_end():
    async with at_work("1", "l") as (desk, pilot):
        await write(pilot, "one two three four five six seven eight nine ten")
        await pilot.pause()

        assert "nine ten" in " ".join(desk.centre())
        assert "one two" not in " ".join(desk.centre())


async def test_tab_leads_to_no_field_that_is_not_seen():
    async with at_work("1", "tab", "tab", "tab") as (desk, pilot):
        await write(pilot, "4")
        await pilot.pause()

        assert desk.crm.lists.object == "Opportunity"
        assert desk.crm.lists.filter.value == ""


async def test_forms_and_questions_are_no_screens_and_closing_the_app_in_one_is_no_trouble():
    async with at_work("4", "x") as (desk, _):
        assert len(desk.screen_stack) == 1
        assert desk.crm.shown == ASK


@pytest.mark.parametrize("key", ["w", "enter", "p", "s", "right", "2", "x", "i"])
async def test_a_key_that_opens_something_does_not_divide_the_screen_anew(key):
    async with at_work("1", "e", "escape", "w", "escape") as (desk, pilot):
        divided = []
        desk.screen.screen_layout_refresh_signal.subscribe(desk.crm, divided.append)
        await pilot.press(key)
        await pilot.pause(0.1)

        assert divided == []


async def test_a_check_that_an_action_overtakes_is_not_shown():
    async with at_work("1", "w", "ctrl+s") as (desk, pilot):
        before = desk.crm.desk.org
        await pilot.press("u")
        desk.crm.post_message(desk.crm.Judged(before, ()))
        await pilot.pause(0.1)
        assert "checks are met" not in desk.crm.said

        await check(desk, pilot)
        assert "0 of 1 checks are met" in desk.crm.said


LEADS = {f"lead{n}": {"LastName": f"N{n % 3}", "Company": "C", "Phone": str(n)} for n in range(8)}
ids = st.integers(1, 9).map(lambda n: f"00Q00000000000{n}")
actions = st.one_of(
    st.builds(
        Update,
        id=ids,
        values=st.dictionaries(
            st.sampled_from(["LastName", "Company", "Phone"]), st.sampled_from(["A", "N1", "Z"]), min_size=1
        ),
    ),
    st.builds(Delete, id=ids),
    st.builds(Convert, lead=ids, status=st.just("Closed - Converted"), no_opportunity=st.just(value=True)),
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(actions, max_size=6),
    st.sampled_from(["Name", "-Name", "Company", "Phone", ""]),
    st.integers(0, 2),
    st.sampled_from(["", "n1", "Z"]),
)
def test_a_list_that_is_brought_up_to_date_is_the_one_that_is_made_anew(done, sort, number, sought):
    org = start(spec_of(org={"records": {"Lead": LEADS}}))
    view = standard_views(org, "Lead")[number]
    view = type(view)(**{name: getattr(view, name) for name in view.__struct_fields__} | {"sort": sort})
    found = Searched()
    for action in [None, *done]:
        if action is not None:
            try:
                org = apply(org, action).org
            except Refused:
                continue
        assert found.find(org, view, sought) == listed(org, view, search=sought)


async def test_a_letter_in_the_list_of_all_values_goes_to_the_next_and_does_nothing_else():
    async with at_work("2", "a") as (desk, pilot):
        await write(pilot, "Acme")
        await pilot.press("tab", "space")
        await pilot.pause()
        assert "2 Food & Beverage" in " ".join(desk.centre())
        await pilot.press("n", "f", "enter")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert desk.last.values == {"Name": "Acme", "Industry": "Food & Beverage"}
