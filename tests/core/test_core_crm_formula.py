"""Validation rules: what they can say, and what their authors are told about mistakes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from org_kit import TODAY, done, org, profile, refusal, rule

from coach.core.crm.actions import Create, Update
from coach.core.crm.formula import blocks, mistakes
from coach.core.crm.schema import schema_of
from coach.core.crm.state import ValidationRule

PROFILE = profile()
SCHEMA = schema_of(PROFILE)


def told(when, of="Opportunity", field=""):
    return list(mistakes(rule(when, of=of, field=field), SCHEMA, PROFILE))


def holds(when, key="pilot", before=None):
    where = org()
    row = where.row(key)
    return blocks(rule(when, of=row.object), row, before, where, TODAY)


@pytest.mark.parametrize(
    "when",
    [
        "Amount > 40000",
        "Amount * Probability / 100 = ExpectedRevenue",
        "AND(NOT(ISBLANK(Amount)), OR(Amount < 1, Amount >= 48000))",
        "NOT ISBLANK(Amount) AND CloseDate > TODAY() + 20",
        "CloseDate - 1 < TODAY() + 25",
        "ISPICKVAL(StageName, 'Proposal/Price Quote')",
        "ISPICKVAL(Type, '')",
        "TEXT(StageName) <> 'Prospecting'",
        "IF(IsClosed, false, Amount > 1)",
        "BLANKVALUE(Amount, 0) > 1",
        "BLANKVALUE(NextStep, 'none') = 'none'",
        "NextStep = ''",
        "LEN(Name) = 13",
        "CONTAINS(Name, 'Cork') && BEGINS(Name, 'Pilot')",
        "Account.BillingCity = 'Cork'",
        "ISBLANK(Account.Phone)",
        "TEXT(Amount) = '48000'",
        "!IsWon",
        "isblank(NextStep)",
    ],
)
def test_what_a_rule_can_say_of_a_deal(when):
    assert told(when) == []
    assert holds(when)


@pytest.mark.parametrize(
    "when",
    [
        "NextStep * 2 = 3",
        "Amount / 0 > 1",
        "ExpectedRevenue > 100000",
        "Nonsense > 1",
        "ISPICKVAL(StageName, 'Closed Won')",
        "Account.Phone = 'x'",
        "Amount",
        "(",
        "NOT(Amount)",
        "IF(1, 2)",
        "Name.Nothing = 1",
        "Name ~ 'Pilot'",
        "LEN(Amount) > 1",
    ],
)
def test_what_is_not_true_or_makes_no_sense_does_not_block(when):
    assert not holds(when)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("Amout > 1", "the Opportunity has no field 'Amout' (character 1)"),
        ("Account = 'x'", "Account at character 1 is a record; add a dot and one of its fields"),
        ("Account.Nam = 'x'", "the Account has no field 'Nam' (character 9)"),
        ("Owner.Name = 'x'", "'Owner' at character 1 leads from no Opportunity to another record"),
        ("TODAY().Name = 'x'", "what stands before the dot at character 1 is no record"),
        ("EVAL(Name)", "there is no function 'EVAL' (character 1); known: AND, OR, NOT"),
        ("ISBLANK()", "ISBLANK at character 1 takes 1, not 0"),
        ("ISBLANK(Name, Name)", "ISBLANK at character 1 takes 1, not 2"),
        ("ISCHANGED(1)", "ISCHANGED at character 1 takes the name of a field"),
        ("StageName = 'Closed Won'", "a picklist cannot be compared (character 11); use ISPICKVAL"),
        (
            "ISPICKVAL(StageName, 'Closed')",
            "StageName has no value 'Closed' (character 22); it has: Prospecting",
        ),
        ("ISPICKVAL(Name, 'x')", "a picklist should stand at character 11, not a text"),
        ("Amount = 'x'", "a number is compared with a text at character 8"),
        ("Name > 'x'", "only numbers and dates are larger or smaller (character 6)"),
        ("Amount && IsWon", "a boolean should stand at character 1, not a number"),
        ("NOT(Amount)", "a boolean should stand at character 5, not a number"),
        ("CloseDate * 2 > TODAY()", "a number should stand at character 1, not a date"),
        ("Name ~ 'x'", "'~' at character 6 has no meaning in a validation rule; write ="),
        ("Amount + 1", "it comes to a number and not to true or false"),
        ("Amount >", "it ends where a value should follow"),
        ("__import__('os')", "there is no function '__import__'"),
    ],
)
def test_an_author_is_told_what_is_wrong_and_where(when, said):
    (mistake,) = told(when)
    assert mistake.startswith(said)


def test_a_rule_must_be_of_an_object_and_show_its_message_at_a_field_of_it():
    assert told("Amount > 1", field="Amout") == [
        "the Opportunity has no field 'Amout' to show the message at"
    ]
    (mistake,) = told("true", of="Deal")
    assert mistake.startswith("there is no object 'Deal'; there are Lead, Account, Contact,")


def test_a_rule_can_look_at_what_changed():
    closed = rule("ISCHANGED(StageName) && ISPICKVAL(PRIORVALUE(StageName), 'Proposal/Price Quote')")
    start = org(rules=(closed,))

    assert refusal(start, Update(id="pilot", values={"StageName": "Closed Won"})) == {
        "": "That cannot be saved."
    }
    assert refusal(start, Update(id="pilot", values={"Amount": 7})) == {}


def test_a_rule_can_be_for_new_records_only():
    start = org(rules=(rule("ISNEW() && ISBLANK(Amount)"),))
    new = Create(
        object="Opportunity", values={"Name": "D", "StageName": "Prospecting", "CloseDate": "2026-12-01"}
    )

    assert refusal(start, new)
    assert not refusal(start, Update(id="pilot", values={"Amount": None}))


def test_rules_of_other_objects_are_not_asked_and_several_messages_are_all_told():
    start = org(
        rules=(
            ValidationRule(id="a", object="Lead", when="true", message="Never."),
            ValidationRule(id="b", object="Account", when="ISBLANK(Phone)", field="Phone", message="Phone?"),
            ValidationRule(id="c", object="Account", when="ISBLANK(Fax)", field="Fax", message="Fax?"),
        )
    )

    assert refusal(start, Create(object="Account", values={"Name": "A"})) == {
        "Phone": "Phone?",
        "Fax": "Fax?",
    }
    assert done(start, Update(id="pilot", values={"Amount": 1})).count("Account") == 1


@given(st.text(max_size=60) | st.text(alphabet="()&|!=<>,.' AmountISBLK1TDY", max_size=60))
def test_no_formula_raises_anything_and_what_an_author_was_not_told_of_comes_to_yes_or_no(text):
    where = org()
    one = ValidationRule(id="a", object="Opportunity", when=text, message="No.")
    list(mistakes(one, SCHEMA, PROFILE))
    assert blocks(one, where.row("pilot"), None, where, TODAY) in (True, False)
