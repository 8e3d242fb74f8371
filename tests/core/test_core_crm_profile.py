"""Org profiles: the ones that come with the program, and what is wrong with those that are not sound."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from org_kit import PROFILES, profile

from coach.core.crm.codes import CODES, UNSOUND_PROFILE
from coach.core.crm.profile import findings
from coach.core.crm.schema import schema_of
from coach.core.crm.vocabulary import CustomField, Stage

SHIPPED = sorted(path.stem for path in PROFILES.glob("*.yaml"))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_is_sound(name):
    assert list(findings(profile(name))) == []
    assert profile(name).id == name
    assert profile(name).source
    assert (
        "not verified" in profile(name).note
        or "nicht an einer" in profile(name).note
        or "retrieved" in profile(name).note
    )


def test_the_german_profile_stores_what_the_english_one_stores():
    german, english = profile("developer-edition-de"), profile("developer-edition")

    for picklist in (
        "stages",
        "lead_statuses",
        "task_statuses",
        "lead_sources",
        "industries",
        "roles",
        "loss_reasons",
    ):
        assert german.values(picklist) == english.values(picklist)
    assert [stage.probability for stage in german.stages] == [stage.probability for stage in english.stages]


def test_every_label_of_the_german_profile_is_of_something_that_there_is():
    german = profile("developer-edition-de")
    objects = schema_of(german).objects
    for key in german.labels:
        first, _, rest = key.partition(".")
        if first.removesuffix("[]") in objects:
            assert not rest or rest in objects[first].fields, key
        else:
            assert rest in german.values(first), key


def stage(name, **flags):
    return Stage(name=name, probability=10, category="Pipeline", **flags)


OWN = CustomField(object="Lead", name="Region__c", label="Region")


@pytest.mark.parametrize(
    ("changed", "path", "said"),
    [
        (
            {"stages": (stage("A"), stage("A"), stage("B", closed=True, won=True))},
            ("stages", 1, "name"),
            "twice",
        ),
        ({"stages": (stage("A"), stage("B", won=True))}, ("stages", 1, "won"), "won but not closed"),
        ({"stages": (stage("A"), stage("B", closed=True))}, ("stages",), "no stage is won"),
        ({"stages": (stage("B", closed=True, won=True),)}, ("stages",), "all stages are closed"),
        (
            {
                "stages": (
                    stage("A", default=True),
                    stage("B", default=True),
                    stage("C", closed=True, won=True),
                )
            },
            ("stages",),
            "several stages are the default",
        ),
        ({"lead_statuses": profile().lead_statuses[:2]}, ("lead_statuses",), "no lead status is converted"),
        ({"task_statuses": profile().task_statuses[:2]}, ("task_statuses",), "no task status is closed"),
        ({"default_priority": "Urgent"}, ("default_priority",), "'Urgent' is none of the task priorities"),
        ({"custom_fields": (OWN, OWN)}, ("custom_fields", 1, "name"), "'Lead.Region__c' is listed twice"),
        (
            {"custom_fields": (msgspec.structs.replace(OWN, type="picklist"),)},
            ("custom_fields", 0, "values"),
            "no values to choose from",
        ),
        (
            {"custom_fields": (msgspec.structs.replace(OWN, values=("a",)),)},
            ("custom_fields", 0, "values"),
            "has values but is no picklist",
        ),
        (
            {"custom_fields": (msgspec.structs.replace(OWN, converts_to="Account.Nowhere__c"),)},
            ("custom_fields", 0, "converts_to"),
            "cannot be converted to 'Account.Nowhere__c'",
        ),
    ],
)
def test_an_unsound_profile_is_found(changed, path, said):
    (found,) = findings(profile(**changed))

    assert (found.code, found.path) == (UNSOUND_PROFILE, path)
    assert said in found.text


def test_every_code_is_explained():
    assert set(CODES) == {"C115", "C116", "C117", "C118", "C119"}


@given(st.dates(), st.integers(1, 12))
def test_a_day_lies_in_its_fiscal_quarter_which_is_three_whole_months(day, start):
    first, last = profile(fiscal_year_start=start).quarter(day)

    assert first <= day <= last or day.year == 1
    assert (first.day, (last.month - first.month) % 12) == (1, 2)
    assert last == date.max or (last + timedelta(days=1)).day == 1
    assert (first.month - start) % 3 == 0 or day.year == 1
