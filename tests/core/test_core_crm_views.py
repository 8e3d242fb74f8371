"""Looking at an org: lists, related records, activities in time, the board, the forecast."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from org_kit import done, large, org, profile

from coach.core.crm.actions import Create, LogCall, SetRole, Update
from coach.core.crm.likeness import likeness, sound
from coach.core.crm.looking import field_at, label, last_activity, related_lists, shown, timeline, value
from coach.core.crm.pipeline import board, forecast
from coach.core.crm.views import BadFilter, ListView, Where, listed, standard_views


def deal(name, stage="Prospecting", day="2026-12-01", **values):
    return Create(
        object="Opportunity",
        key=name.lower(),
        values={"Name": name, "StageName": stage, "CloseDate": day, **values},
    )


DEALS = (
    deal("Alpha", Amount=100, Owner="Ben"),
    deal("beta", "Needs Analysis", "2026-11-01", Amount=50.5),
    deal("Gamma", "Closed Won", "2026-11-10", Amount=900, AccountId="carrowmere"),
    deal("Delta", "Value Proposition", "2027-02-01"),
)


def names(where, *conditions, sort="", search="", mine=False):
    view = ListView(
        id="v",
        title="V",
        object="Opportunity",
        columns=("Name", "Account.Name"),
        where=tuple(Where(field=field, op=op, values=tuple(values)) for field, op, *values in conditions),
        sort=sort,
        mine=mine,
    )
    return [row.name for row in listed(where, view, search)]


@pytest.fixture
def full():
    return done(org(), *DEALS)


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ([("Amount", ">=", 100)], ["Pilot in Cork", "Alpha", "Gamma"]),
        ([("Amount", "=", None)], ["Delta"]),
        ([("Amount", "!=", "")], ["Pilot in Cork", "Alpha", "beta", "Gamma"]),
        ([("Name", "=", "ALPHA", "BETA")], ["Alpha", "beta"]),
        ([("Name", "!=", "alpha", "beta")], ["Pilot in Cork", "Gamma", "Delta"]),
        ([("Name", "contains", "ta")], ["beta", "Delta"]),
        ([("Name", "begins", "p", "d")], ["Pilot in Cork", "Delta"]),
        ([("StageName", "=", "Needs Analysis")], ["beta"]),
        ([("IsClosed", "=", True)], ["Gamma"]),
        ([("IsClosed", "=", "no"), ("CloseDate", "<", "today")], ["beta"]),
        ([("CloseDate", "<=", "today+8"), ("CloseDate", ">", "today-20")], ["Alpha", "Gamma"]),
        ([("CloseDate", ">", "2026-12-31")], ["Delta"]),
        ([("Account.BillingCity", "=", "cork")], ["Pilot in Cork", "Gamma"]),
        ([("AccountId", "=", "carrowmere")], ["Pilot in Cork", "Gamma"]),
        ([("LastActivityDate", "=", None), ("Amount", "<", 60)], ["beta"]),
    ],
)
def test_a_list_holds_what_meets_all_its_conditions(full, conditions, found):
    assert names(full, *conditions) == found


def test_a_list_is_sorted_by_a_field_with_what_is_empty_last(full):
    assert names(full, sort="Amount") == ["beta", "Alpha", "Gamma", "Pilot in Cork", "Delta"]
    assert names(full, sort="-Amount") == ["Pilot in Cork", "Gamma", "Alpha", "beta", "Delta"]
    assert names(full, sort="Name")[:3] == ["Alpha", "beta", "Delta"]
    assert names(full, sort="-CloseDate")[0] == "Delta"
    assert names(full, sort="Account.Name")[:2] == ["Pilot in Cork", "Gamma"]


def test_a_list_can_be_searched_and_can_hold_ones_own_records_only(full):
    assert names(full, search="carrow") == ["Pilot in Cork", "Gamma"]
    assert names(full, mine=True, search=" A") == ["Pilot in Cork", "beta", "Gamma", "Delta"]


@pytest.mark.parametrize(
    ("conditions", "sort", "said"),
    [
        ([("Amout", "=", 1)], "", "There is no field Amout in Opportunity."),
        ([("Account.Amout", "=", 1)], "", "There is no field Account.Amout in Opportunity."),
        ([], "-Amout", "There is no field Amout in Opportunity."),
        ([("StageName", "=", "Won")], "", "Stage has no value 'Won'. It can be: Prospecting,"),
        ([("CloseDate", "<", "todayish")], "", "Close Date is a date such as 2026-12-18 or today+30"),
        (
            [("CloseDate", "<", "today+99999999999")],
            "",
            "Close Date is a date such as 2026-12-18 or today+30",
        ),
    ],
)
def test_a_list_that_cannot_be_made_says_why(full, conditions, sort, said):
    with pytest.raises(BadFilter) as caught:
        names(full, *conditions, sort=sort)
    assert str(caught.value).startswith(said)


def test_every_object_has_lists_that_can_be_made(full):
    found = {
        name: {view.id: len(listed(full, view)) for view in standard_views(full, name)}
        for name in full.schema.objects
    }

    assert found["Opportunity"] == {"all": 5, "mine": 4, "open": 4, "overdue": 1, "quarter": 4}
    assert found["Task"] == {"all": 2, "mine": 0, "open": 1, "overdue": 0}
    assert found["Lead"] == {"all": 1, "mine": 1, "open": 1}
    assert found["OpportunityContactRole"] == {"all": 0}


def test_values_are_seen_along_references_and_in_peoples_words(full):
    pilot = full.row("pilot")
    fields = full.schema.objects["Opportunity"].fields

    assert value(full, pilot, "Account.Industry") == "Food & Beverage"
    assert value(full, pilot, "Account.Parent.Name") is None
    assert value(full, pilot, "Campaign.Name") is None
    assert value(full, pilot, "Id") == pilot.id
    assert label(full, "Opportunity", "Account.Name") == "Account Name"
    assert label(full, "Opportunity", "Account.Industry") == "Industry"
    assert [
        shown(full, fields[name], pilot.get(name))
        for name in (
            "AccountId",
            "Amount",
            "Probability",
            "CloseDate",
            "IsWon",
            "NextStep",
            "ForecastCategoryName",
        )
    ] == ["Carrowmere Foods Ltd", "48,000", "75 %", "2026-12-18", "no", "", "Pipeline"]
    assert shown(full, fields["Amount"], Decimal("1234.50")) == "1,234.50"


def test_a_german_org_says_the_same_in_german_and_stores_it_in_english():
    german = done(org(), deal("Alpha", ForecastCategoryName="Forecast"))
    german = type(german)(
        **{name: getattr(german, name) for name in german.__struct_fields__}
        | {"profile": profile("developer-edition-de")}
    )
    row = german.row("alpha")

    assert row.get("StageName") == "Prospecting"
    assert (
        shown(german, german.schema.objects["Opportunity"].fields["StageName"], row.get("StageName"))
        == "Kundensuche"
    )
    assert [column.label for column in board(german)][-2:] == ["Geschlossen/Gewonnen", "Geschlossen/Verloren"]


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("Account.Parent.Industry", True),
        ("Who.Name", False),
        ("Account.Who", False),
        ("Nothing.Name", False),
        ("Account.LastActivityDate", True),
        ("", False),
    ],
)
def test_a_path_leads_to_a_field_or_nowhere(full, path, there):
    assert (field_at(full.schema, "Opportunity", path) is not None) == there


def test_the_name_of_who_or_what_an_activity_is_about_is_all_that_is_known_of_it(full):
    assert field_at(full.schema, "Task", "Who.Name") is not None
    assert field_at(full.schema, "Task", "Who.Title") is None


def test_a_record_page_has_related_lists_and_a_timeline(full):
    where = done(
        full,
        SetRole(opportunity="pilot", contact="aoife", role="Economic Buyer"),
        Create(object="Contact", values={"LastName": "Demir", "ReportsToId": "aoife"}),
        LogCall(notes="Asked for the floor plan.", who="aoife", what="pilot"),
        Create(
            object="Task", values={"Subject": "Send Quote", "WhatId": "pilot", "ActivityDate": "2026-11-27"}
        ),
        Create(object="Task", values={"Subject": "Thank", "WhoId": "kwame"}),
    )

    lists = related_lists(where, where.row("carrowmere"))
    assert [(one.title, [row.name for row in one.rows]) for one in lists] == [
        ("Contacts", ["Aoife Tierney", "Kwame Asante"]),
        ("Opportunities", ["Pilot in Cork", "Gamma"]),
    ]
    assert [one.title for one in related_lists(where, where.row("aoife"))] == [
        "Contacts with this one as Reports To",
        "Contact Roles",
    ]
    time = timeline(where, where.row("carrowmere"))
    assert [row.name for row in time.open] == ["Send Quote", "Thank"]
    assert [row.name for row in time.history] == ["Call"]
    assert last_activity(where, where.row("pilot")) == date(2026, 11, 23)


def test_the_board_has_a_column_for_every_stage_with_sums(full):
    columns = {column.label: (column.count, column.amount, column.weighted) for column in board(full)}

    assert len(columns) == 10
    assert columns["Prospecting"] == (1, 100, 10)
    assert columns["Needs Analysis"] == (1, Decimal("50.5"), Decimal("10.1"))
    assert columns["Value Proposition"] == (1, 0, 0)
    assert columns["Proposal/Price Quote"] == (1, 48000, 36000)
    assert [row.name for row in board(full, [full.row("beta")])[2].rows] == ["beta"]


def test_a_forecast_is_of_a_period_and_an_owner(full):
    assert forecast(full).open_pipeline == Decimal("48150.5")
    assert forecast(full).closed == 900
    assert forecast(full, owner="Ben").open_pipeline == 100
    assert forecast(full, (date(2026, 11, 1), date(2026, 11, 30))).open_pipeline == Decimal("50.5")
    assert (forecast(full).first, forecast(full).last) == (date(2026, 10, 1), date(2026, 12, 31))


def test_moving_a_deal_in_a_large_org_leaves_the_other_tables_shared():
    before = large(200)
    after = done(before, Update(id="o7", values={"StageName": "Closed Won"}))

    assert after.tables["Lead"] is before.tables["Lead"]
    assert before.row("o7").get("StageName") != "Closed Won"
    assert after.row("o7").get("StageName") == "Closed Won"


short = st.text(alphabet="abcdeäß ", max_size=7)


@given(short, short)
def test_likeness_runs_from_0_to_100_and_is_the_same_both_ways(one, other):
    assert 0 <= likeness(one, other) <= 100
    assert likeness(one, other) == likeness(other, one)
    assert (likeness(one, other) == 100) == (one == other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Meyer", "Maier", True),
        ("Schmidt", "Schmitt", True),
        ("Philips", "Filips", True),
        ("Knight", "Night", True),
        ("Müller", "Mueller", True),
        ("Nolan", "Demir", False),
        ("Roth", "Rath", True),
        ("Weber", "Becker", False),
    ],
)
def test_names_that_sound_the_same_have_one_sound(one, other, same):
    assert (sound(one) == sound(other)) == same
