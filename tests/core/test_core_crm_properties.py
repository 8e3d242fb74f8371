"""What holds for every org and everything that can be done in it."""

from datetime import date

import msgspec
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from org_kit import org, profile, rule
from strategies import texts

from coach.core.crm.actions import (
    Action,
    Convert,
    Create,
    Delete,
    Import,
    LogCall,
    Refused,
    SetRole,
    Undelete,
    Update,
    apply,
)
from coach.core.crm.dataloader import export
from coach.core.crm.draft import Draft
from coach.core.crm.looking import field_at, related_lists, shown, timeline
from coach.core.crm.matching import conversion_matches, duplicates
from coach.core.crm.pipeline import board, forecast
from coach.core.crm.schema import schema_of
from coach.core.crm.values import BadValue, choices, read, written
from coach.core.crm.views import listed, standard_views

PROFILE = profile()
SCHEMA = schema_of(PROFILE)
START = org(rules=(rule("Amount > 100000", field="Amount"),))
OBJECTS = tuple(SCHEMA.objects)
KEYS = {
    "Lead": ("meera", "new-lead"),
    "Account": ("carrowmere", "new-account"),
    "Contact": ("aoife", "kwame", "new-contact"),
    "Opportunity": ("pilot", "new-deal"),
    "Task": ("call-meera", "called-meera", "new-task"),
    "Event": ("new-event",),
    "OpportunityContactRole": ("new-role",),
}
"""Keys of each object's records; the last of each is there once something was made under it."""

ALL_KEYS = [key for keys in KEYS.values() for key in keys]
odd = st.sampled_from([*ALL_KEYS, "00Q000000000001", "", "001"]) | st.text(max_size=6)


def mostly(fitting, *others):
    """The first in twelve of so many cases; hypothesis would give each its share."""
    all_of_them = (fitting, *others)
    return st.sampled_from([*[0] * 12, *range(1, len(all_of_them))]).flatmap(lambda which: all_of_them[which])


def reference(*objects):
    """A record of one of the objects, now and then another or none."""
    return mostly(st.sampled_from([key for name in objects for key in KEYS[name]]), odd)


def maybe(*objects):
    return st.just("") | reference(*objects)


def scalars(field):
    """Values that fit the field, mostly."""
    fitting = {
        "date": mostly(st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(str), st.dates().map(str)),
        "datetime": st.datetimes().map(lambda moment: moment.isoformat()),
        "currency": mostly(st.integers(-9, 200_000), st.integers(), st.floats()),
        "percent": st.integers(-5, 120),
        "number": st.integers(-5, 10**6),
        "boolean": st.booleans() | st.sampled_from(["yes", "no", ""]),
        "reference": reference(*field.references) if field.references else texts,
        "picklist": st.sampled_from(choices(field, PROFILE)),
        "email": st.just("a.b@c.example"),
        "phone": st.just("+353 21 555 0147"),
        "text": st.sampled_from(["Nolan", "Acme Ltd", "=1+1", 'ä, "b"', " x "]),
    }.get(field.type, texts)
    return mostly(fitting, texts, st.none())


@st.composite
def values_of(draw, object_name):
    """Fields with values: mostly those that can be set and all that are required, sometimes any."""
    fields = SCHEMA.objects[object_name].fields
    needed = [field.name for field in fields.values() if field.required]
    settable = [field.name for field in fields.values() if not field.read_only]
    names = draw(st.lists(st.sampled_from(settable), max_size=5, unique=True))
    if draw(mostly(st.just(True), st.just(False))):
        names = list(dict.fromkeys([*needed, *names]))
    else:
        names.append(draw(st.sampled_from([*fields, "Nonsense"])))
    return {name: draw(scalars(fields[name])) if name in fields else "x" for name in names}


@st.composite
def tables(draw, object_name):
    """A CSV text with an Id and a few fields; its cells are mostly nonsense."""
    fields = list(SCHEMA.objects[object_name].fields)
    names = ["Id", *draw(st.lists(st.sampled_from(fields), min_size=1, max_size=4, unique=True))]
    prefix = SCHEMA.objects[object_name].prefix
    nonsense = st.sampled_from(["", "", "x", "2026-12-01", "=1+1"])
    cells = [st.just(f"{prefix}000000000001"), *(nonsense for _ in names[1:])]
    rows = draw(st.lists(st.tuples(*cells).map(",".join), max_size=3))
    return "\n".join([",".join(names), *rows])


@st.composite
def actions(draw) -> Action:
    name = draw(st.sampled_from(OBJECTS))
    values = values_of(name)
    convert = st.builds(
        Convert,
        lead=reference("Lead"),
        account=maybe("Account"),
        contact=maybe("Contact"),
        opportunity=maybe("Opportunity"),
        opportunity_name=mostly(st.just(""), texts),
        no_opportunity=st.booleans(),
        owner=mostly(st.just(""), texts),
        account_key=st.just("new-account"),
    )
    role = st.builds(
        SetRole,
        opportunity=reference("Opportunity"),
        contact=reference("Contact"),
        role=mostly(st.sampled_from(PROFILE.roles), texts),
        primary=st.booleans(),
    )
    call = st.builds(
        LogCall,
        notes=texts,
        who=maybe("Lead", "Contact"),
        what=maybe("Account", "Opportunity"),
        subject=mostly(st.just("Call"), texts),
    )
    load = st.builds(
        Import,
        object=st.just(name),
        operation=st.sampled_from(["insert", "update", "upsert", "delete", "hard_delete"]),
        csv=mostly(tables(name), texts),
        external_id=mostly(st.just(""), st.sampled_from(["External_Id__c", "Name"])),
    )
    return draw(
        st.one_of(
            st.builds(Create, object=st.just(name), values=values, key=st.just(KEYS[name][-1])),
            st.builds(Update, id=reference(name), values=values),
            st.builds(Delete, id=reference(name)),
            st.builds(Undelete, id=reference(name)),
            convert,
            role,
            call,
            load,
        )
    )


def played(moves):
    """Do what can be done; give every org on the way."""
    orgs, said = [START], []
    for move in moves:
        try:
            orgs.append(apply(orgs[-1], move).org)
        except Refused as refused:
            said.append(refused)
    assert all(trouble.text for refused in said for trouble in refused.troubles)
    return orgs


plays = st.lists(actions(), max_size=6).map(played)


@settings(max_examples=100)
@given(st.lists(actions(), max_size=6))
def test_whatever_is_tried_nothing_but_a_refusal_is_raised_and_the_org_before_stays(moves):
    frozen = msgspec.json.encode(START, enc_hook=str)
    played(moves)
    assert msgspec.json.encode(START, enc_hook=str) == frozen


@settings(max_examples=40)
@given(st.lists(actions(), max_size=6))
def test_the_same_moves_lead_to_the_same_org(moves):
    assert played(moves)[-1] == played(moves)[-1]


@settings(max_examples=50)
@given(plays)
def test_indexes_are_as_if_built_afresh(orgs):
    after = orgs[-1]
    afresh = Draft(msgspec.structs.replace(after, tables={}, children={}, matches={}))
    for object_name in OBJECTS:
        for row in after.rows(object_name):
            afresh.put(row)
    assert {key: set(ids) for key, ids in afresh.org().children.items()} == {
        key: set(ids) for key, ids in after.children.items() if ids
    }
    assert {key: set(ids) for key, ids in afresh.org().matches.items()} == {
        key: set(ids) for key, ids in after.matches.items() if ids
    }


@settings(max_examples=50)
@given(plays)
def test_every_reference_leads_to_a_record_and_every_deal_stands_on_the_board(orgs):
    after = orgs[-1]
    for object_name in OBJECTS:
        for row in after.rows(object_name):
            for name in SCHEMA.objects[object_name].references:
                assert row.get(name) is None or after.row(str(row.get(name))) is not None
    assert sum(column.count for column in board(after)) == after.count("Opportunity")


@settings(max_examples=40)
@given(plays)
def test_everything_can_be_looked_at(orgs):
    after = orgs[-1]
    forecast(after)
    for object_name in OBJECTS:
        for view in standard_views(after, object_name):
            assert len(listed(after, view)) <= after.count(object_name)
        for row in after.rows(object_name):
            related_lists(after, row)
            timeline(after, row)
            duplicates(after, object_name, row.values, but=row.id)
            for name in row.values:
                field = field_at(SCHEMA, object_name, name)
                assert field is not None
                assert isinstance(shown(after, field, row.get(name)), str)
    for row in after.rows("Lead"):
        conversion_matches(after, row)


@settings(max_examples=50)
@given(plays)
def test_loading_an_export_again_changes_nothing(orgs):
    after = orgs[-1]
    for object_name, text in export(after).items():
        blocked = [row for row in after.rows(object_name) if row.get("IsConverted")]
        if object_name in ("Account", "Contact", "Task", "OpportunityContactRole") and not blocked:
            found = apply(after, Import(object=object_name, operation="update", csv=text))
            assert found.errors.count("\n") == 1, found.errors
            assert found.org.tables.get(object_name, {}) == after.tables.get(object_name, {})


FIELDS = [field for name in OBJECTS for field in SCHEMA.objects[name].fields.values()]


@given(st.sampled_from(FIELDS), st.data())
def test_what_is_written_to_a_file_is_read_back_equal(field, data):
    given_value = data.draw(scalars(field))
    try:
        value = read(field, given_value, PROFILE)
    except BadValue:
        reject()
    assert read(field, written(value), PROFILE) == value


@given(st.sampled_from(FIELDS), texts)
def test_what_no_field_takes_is_told_in_a_sentence(field, text):
    try:
        read(field, text, PROFILE)
    except BadValue as bad:
        said = str(bad)
    else:
        reject()
    assert said.startswith(field.label)
    assert said.endswith(".")
