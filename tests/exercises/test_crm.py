"""Tasks in the practice CRM: replaying what was done, grading the state, and what authors are told."""

import msgspec
import pytest
from crm_kit import CHECK, PROFILE, RECORDS, SOLUTION, found, spec_of
from hypothesis import given, settings
from hypothesis import strategies as st

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
)
from coach.core.document import Table, flat
from coach.core.exercise import Context
from coach.exercises.crm import KIND
from coach.exercises.crm.desk import Desk
from coach.exercises.crm.replay import replay, start
from coach.exercises.crm.spec import MOST_ACTIONS, Response, Spec

HERE = Context()
REFERENCES = st.sampled_from(
    ["tierney", "carrowmere", "glanmire", "demir", "pilot", "sligo", "user", "nobody"]
)
VALUES = st.dictionaries(
    st.sampled_from(
        ["Name", "LastName", "Company", "StageName", "Amount", "CloseDate", "AccountId", "Nonsense"]
    ),
    st.one_of(
        REFERENCES, st.sampled_from(["Closed Won", "2026-12-01", "", "x"]), st.integers(-5, 10**6), st.none()
    ),
    max_size=4,
)
ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.builds(Create, object=st.sampled_from(["Lead", "Account", "Opportunity", "Task"]), values=VALUES),
    st.builds(Update, id=REFERENCES, values=VALUES),
    st.builds(Delete, id=REFERENCES),
    st.builds(Undelete, id=REFERENCES),
    st.builds(
        Convert, lead=REFERENCES, account=st.one_of(st.just(""), REFERENCES), no_opportunity=st.booleans()
    ),
    st.builds(SetRole, opportunity=REFERENCES, contact=REFERENCES, primary=st.booleans()),
    st.builds(LogCall, notes=st.text(max_size=20), who=st.one_of(st.just(""), REFERENCES)),
    st.builds(
        Import,
        object=st.sampled_from(["Lead", "Account"]),
        operation=st.sampled_from(["insert", "delete"]),
        csv=st.sampled_from(["LastName,Company\nRoth,Acme\n", "Id\n001000000000001\n", "x", ""]),
    ),
)


def graded(spec: Spec, *actions: Action):
    return KIND.grade(spec, Response(actions=actions), HERE)


def codes(spec: Spec) -> list[str]:
    return [finding.code for finding in (*KIND.findings(spec), *KIND.proof(spec))]


def texts(spec: Spec) -> str:
    return "\n".join(finding.text for finding in (*KIND.findings(spec), *KIND.proof(spec)))


def test_the_state_counts_and_not_the_way_to_it():
    spec = spec_of()
    detour = (Update(id="tierney", values={"Phone": "1"}), Update(id="tierney", values={"Phone": ""}))

    assert graded(spec, *detour, Convert(lead="tierney")).right
    assert graded(spec, Convert(lead="tierney", account="carrowmere")).right
    assert not graded(spec).right


def test_a_failed_check_says_what_was_found_and_then_why_it_matters():
    (check,) = graded(spec_of()).checks

    assert check.label == "The lead is converted"
    assert check.why == "Found: Converted of “Aoife Tierney” is no. Expected: yes. She asked for an offer."


def test_the_authors_own_words_take_the_place_of_what_was_found():
    (check,) = graded(spec_of(checks=[CHECK | {"say": "She still waits."}])).checks

    assert check.why == "She still waits. She asked for an offer."


def test_checks_are_weighed():
    account = {"id": "two", "title": "Two accounts", "assert": "count(Account) == 2", "why": "x", "weight": 3}
    spec = spec_of(checks=[CHECK, account])

    assert graded(spec).score == pytest.approx(0.75)


def test_what_is_forbidden_costs_and_says_why():
    rule = {"assert": "count(Account) > 2", "say": "Now Carrowmere is there twice."}
    spec = spec_of(forbidden=[rule], pass_mark=0.5)

    careful, careless = (
        graded(spec, Convert(lead="tierney", account="carrowmere")),
        graded(spec, Convert(lead="tierney")),
    )

    assert [check.id for check in careful.checks] == ["converted"]
    assert careless.score == pytest.approx(0.5)
    assert careless.checks[-1].why == "Now Carrowmere is there twice."


def test_what_cannot_be_done_is_left_out_and_told():
    outcome = graded(spec_of(), Update(id="gone", values={"Phone": "1"}), Convert(lead="tierney"))

    assert outcome.right
    assert outcome.remark.startswith("Something could not be done and was left out. 1. gone: Phone = 1: ")


def test_records_of_the_task_join_those_of_the_org():
    spec = spec_of(records={"Contact": {"ryan": {"LastName": "Ryan", "AccountId": "glanmire"}}})

    assert found("any(Contact, LastName ~ 'Ryan' and Account.Name ~ 'Glanmire')", start(spec)) is None


@settings(max_examples=60)
@given(st.lists(ACTIONS, max_size=6))
def test_replaying_always_gives_the_same_and_grading_never_fails(actions):
    spec = spec_of()
    stored = msgspec.json.decode(msgspec.json.encode(Response(actions=tuple(actions))), type=Response)

    one, other = replay(start(spec), actions), replay(start(spec), stored.actions)

    assert one == other
    assert graded(spec, *actions) == graded(spec, *stored.actions)
    assert KIND.say(spec, stored, HERE).strip()


@settings(max_examples=40)
@given(st.lists(ACTIONS, max_size=6))
def test_undoing_everything_gives_every_earlier_org_and_the_start(actions):
    desk = Desk(spec_of())
    orgs = [desk.org]
    for action in actions:
        try:
            desk.do(action)
        except Refused:
            assert desk.org is orgs[-1]
        else:
            orgs.append(desk.org)

    while desk.undo() is not None:
        orgs.pop()
        assert desk.org is orgs[-1]
    assert desk.actions == ()
    assert desk.org == start(spec_of())


def test_a_desk_goes_on_from_what_was_done_and_can_begin_again():
    desk = Desk(spec_of(), [Update(id="gone", values={}), Convert(lead="tierney")])

    assert desk.actions == (Convert(lead="tierney"),)
    assert found("one(Lead, LastName ~ 'Tierney').IsConverted", desk.org) is None

    desk.reset()

    assert desk.response == Response()


def test_more_actions_than_anybody_needs_are_refused():
    desk = Desk(spec_of(), [Update(id="tierney", values={"Phone": str(n)}) for n in range(MOST_ACTIONS)])

    with pytest.raises(Refused, match="1000 things were done"):
        desk.do(Update(id="tierney", values={"Phone": "1"}))


def test_paper_shows_the_records_and_what_is_looked_at():
    tables = [block for block in KIND.printed(spec_of(), HERE) if isinstance(block, Table)]
    cells = {flat(cell) for table in tables for row in table.rows for cell in row}

    assert {"Aoife Tierney", "Carrowmere Foods Ltd", "Cork pilot", "24,000", "2026-11-27"} <= cells


def test_a_good_task_has_no_findings():
    assert codes(spec_of()) == []


@pytest.mark.parametrize(
    ("changed", "code", "phrase"),
    [
        ({"checks": [CHECK, CHECK]}, "C010", "check id 'converted' is used twice"),
        (
            {"records": {"Contact": {"tierney": {"LastName": "T"}}}},
            "C010",
            "the key 'tierney' stands for two",
        ),
        ({"checks": [CHECK | {"assert": "count(Lead) =="}]}, "C110", "means nothing, it ends where a value"),
        ({"checks": [CHECK | {"assert": "count(Lead)"}]}, "C110", "it comes to a number"),
        ({"forbidden": [{"assert": "Lead(", "say": "x"}]}, "C110", "means nothing"),
        ({"checks": [CHECK | {"assert": "count(Leed) == 1"}]}, "C111", "did you mean 'Lead'?"),
        (
            {"checks": [CHECK | {"assert": "any(Lead, Status == 'Done')"}]},
            "C111",
            "Status has no value 'Done'",
        ),
        ({"records": {"Task": {"t": {"Subject": "Call", "WhoId": "nobody"}}}}, "C112", "nobody"),
        ({"records": {"Lead": {"x": {"LastName": "X", "Company": "Y", "Status": "Warm"}}}}, "C112", "Warm"),
        ({"records": {"Leed": {"x": {"LastName": "X"}}}}, "C112", "Leed"),
        ({"records": {"Lead": {"x": {"LastName": "X"}}}}, "C112", "Company"),
        (
            {"org": {"rules": [{"id": "r", "object": "Lead", "when": "ISBLANK(Emial)", "message": "M"}]}},
            "C112",
            "the validation rule 'r' cannot work",
        ),
        (
            {"org": {"views": [{"id": "v", "title": "V", "object": "Lead", "columns": [], "sort": "Nmae"}]}},
            "C112",
            "the list 'v' cannot be made",
        ),
        ({"profile": PROFILE | {"task_statuses": [{"name": "Open"}]}}, "C115", "no task status is closed"),
        ({"checks": [CHECK | {"assert": "count(Lead) == 1"}]}, "C113", "met before anything is done"),
        ({"checks": [CHECK | {"holds": True}]}, "C113", "says holds: true but is not met"),
        (
            {"checks": [CHECK | {"assert": "count(Lead) == 1", "holds": True}]},
            "C113",
            "every check is to be kept",
        ),
        (
            {"forbidden": [{"assert": "any(Lead, not IsConverted)", "say": "x"}]},
            "C113",
            "forbidden here is so at the start",
        ),
        ({"solution": [{"do": "delete", "id": "nobody"}, *SOLUTION]}, "C114", "solution cannot be done"),
        ({"solution": [{"do": "delete", "id": "pilot"}]}, "C114", "does not meet 'converted'"),
        (
            {"forbidden": [{"assert": "any(Lead, IsConverted)", "say": "x"}]},
            "C114",
            "forbidden here is so after the recorded solution",
        ),
    ],
)
def test_a_bad_task_is_found_by_code(changed, code, phrase):
    spec = spec_of(**changed)
    findings = list(KIND.findings(spec))
    findings += [] if findings else KIND.proof(spec)

    assert {finding.code for finding in findings} == {code}
    assert any(phrase in finding.text for finding in findings), [finding.text for finding in findings]
    assert code == "C010" or code in KIND.codes


def test_a_record_that_does_not_fit_is_found_at_its_field():
    spec = spec_of(records={"Lead": {"x": {"LastName": "X", "Company": "Y", "Status": "Warm"}}})

    (finding,) = KIND.findings(spec)

    assert finding.path == ("records", "Lead", "x", "Status")


def test_a_check_without_a_reason_is_no_task():
    with pytest.raises(msgspec.ValidationError, match="why"):
        spec_of(checks=[{name: value for name, value in CHECK.items() if name != "why"}])
    with pytest.raises(msgspec.ValidationError, match="length >= 1"):
        spec_of(checks=[])


def test_every_record_of_the_usual_org_can_be_written_and_read():
    spec = spec_of()

    assert msgspec.json.decode(msgspec.json.encode(spec), type=Spec) == spec
    assert sum(len(rows) for rows in RECORDS.values()) == sum(start(spec).count(name) for name in RECORDS)
