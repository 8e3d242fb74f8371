"""The practice CRM by typed commands: looking, working, and refusals that say what to type."""

import pytest
from crm_kit import PROFILE, found, spec_of

from coach.core.crm.actions import Update
from coach.core.exercise import Context, Unreadable
from coach.exercises.crm import KIND
from coach.exercises.crm.replay import replay, start
from coach.exercises.crm.spec import Response

HERE = Context()
LEADS = "LastName,Company\nRoth,Acme GmbH\nSand,=cmd|'/C calc'!A0\nLost,\n"


def said(*lines, **changed) -> str:
    """Type lines one after the other; give what was said to the last."""
    return typed(*lines, **changed)[0]


def typed(*lines, **changed) -> tuple[str, Response]:
    spec = spec_of(**changed)
    turn = KIND.turn(spec, None, None, HERE)
    for line in lines:
        turn = KIND.turn(spec, turn.response, line, HERE)
    return turn.say, turn.response


def holds(assertion: str, *lines, **changed) -> bool:
    _, response = typed(*lines, **changed)
    return found(assertion, replay(start(spec_of(**changed)), response.actions).org) is None


def test_the_task_is_told_with_what_is_looked_at_and_how_to_begin():
    asked = said()

    assert "Convert the lead." in asked
    assert "- The lead is converted" in asked
    assert asked.endswith('"done" hands in.')


def test_what_is_good_to_know_is_told_with_the_task():
    assert "Good to know:\n  - Undo takes a load back." in said(tips=["Undo takes a load back."])
    assert "Good to know" not in said()


def test_english_names_of_objects_are_understood_whatever_the_org_calls_them():
    german = PROFILE | {"labels": {"Contact": "Kontakt", "Contact[]": "Kontakte"}}
    for line in ("list contacts", "list contact", "list Kontakte"):
        assert "Yusuf Demir" in said(line, profile=german)


def test_after_a_conversion_a_name_means_what_the_lead_became():
    assert said("convert tierney account=carrowmere", 'show "Aoife Tierney"').startswith("Contact")
    assert "Lead" in said("convert tierney account=carrowmere", "show 00Q000000000001")


def test_help_names_every_command_that_is_obeyed():
    from coach.exercises.crm.verbs import LOOKING, WORKING

    told = said("help")

    assert [verb for verb in (*LOOKING, *WORKING, "undo", "reset", "task", "done") if verb not in told] == []


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("list leads", "Aoife Tierney (00Q000000000001); Company: Carrowmere Foods"),
        ("list opportunities Stage=Prospecting", "1 opportunity:\n  Sligo cold store"),
        ("list opportunities cork", "1 opportunity:\n  Cork pilot"),
        ("list contact roles", "Yusuf Demir on Cork pilot"),
        ('list accounts BillingCity=""', "1 account:\n  Glanmire Dairies"),
        ("list events", "There are no events here."),
        ("show Carrow", "Opportunities: Cork pilot"),
        ("show tierney", "To do:\n  Call; 2026-11-24; Not Started"),
        ("board", "Proposal/Price Quote: 1; 24,000; 18,000"),
        ("forecast", "Forecast from 2026-10-01 to 2026-12-31:"),
        ("check", "0 of 1 checks are met:\n  open: The lead is converted\n        Found: Converted of"),
        ("task", "Convert the lead."),
    ],
)
def test_looking_tells_in_lines(line, part):
    told, response = typed(line)

    assert part in told
    assert response.actions == ()


@pytest.mark.parametrize(
    ("lines", "assertion"),
    [
        (['new task Subject="Send offer" Who=tierney Date=+14'], "any(Task, Subject == 'Send offer')"),
        (["new task Subject=Call ActivityDate=+14"], "any(Task, ActivityDate == today + 14)"),
        (["set pilot CloseDate=today"], "the(Opportunity, Name ~ 'pilot').CloseDate == today"),
        (["set pilot Account=glanmire"], "the(Opportunity, Name ~ 'pilot').Account.Name ~ 'Glanmire'"),
        (['set tierney LeadSource=""'], "one(Lead, LastName ~ 'Tierney').LeadSource == null"),
        (["convert tierney account=carrowmere name=Roll-out"], "any(Opportunity, Name ~ 'Rollout')"),
        (["convert tierney opportunity=none"], "count(Opportunity) == 2 and count(Account) == 3"),
        (
            ['role "Cork pilot" pillai "Decision Maker" primary'],
            "one(OpportunityContactRole, IsPrimary).Contact.LastName ~ 'Pillai'",
        ),
        (['call demir "Wants a second line"'], "any(Task, Who.LastName ~ 'Demir' and IsClosed)"),
        (['call "Cork pilot" "Price agreed"'], "any(Task, Description ~ 'price' and What.Name ~ 'pilot')"),
        (["delete sligo"], "count(Opportunity) == 1"),
        (["delete sligo", "restore 006000000000002"], "count(Opportunity) == 2"),
        (["delete sligo", "undo"], "count(Opportunity) == 2"),
        (["delete sligo; delete tierney", "reset"], "count(Opportunity) == 2 and count(Lead) == 1"),
    ],
)
def test_working_changes_the_org(lines, assertion):
    lines = [line.replace("Date=+14", "ActivityDate=+14") if "offer" in line else line for line in lines]

    assert holds(assertion, *lines)


def test_a_deals_name_means_the_deal_although_roles_are_called_by_it_too():
    assert holds("the(Opportunity, Name ~ 'pilot').Amount == 1", 'set "Cork pilot" Amount=1')
    assert holds("the(Opportunity, Name ~ 'pilot').Amount == 1", "set pilo Amount=1")
    assert said("show demir").startswith("Contact Yusuf Demir (")


@pytest.mark.parametrize("role", ["Yusuf Demir on Cork pilot", "user"])
def test_a_contact_role_is_meant_by_its_id_and_by_all_that_it_is_called(role):
    assert holds("count(OpportunityContactRole) == 0", f'delete "{role}"')


@pytest.mark.parametrize("label", ["Fälligkeitsdatum", "fälligkeitsdatum", "Fa\u0308lligkeitsdatum"])
def test_a_fields_label_may_have_umlauts_however_they_are_typed(label):
    profile = PROFILE | {"labels": {"Task.ActivityDate": "Fälligkeitsdatum"}}

    line = f"new task Subject=Call {label}=+14"
    assert holds("any(Task, ActivityDate == today + 14)", line, profile=profile)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", "sets the probability to 10 % and the forecast category to Pipeline."),
        (
            "Category=Forecast",
            "sets the probability to 10 % and leaves the forecast category Commit as given.",
        ),
        (
            "Probability=40",
            "sets the forecast category to Pipeline and leaves the probability 40 % as given.",
        ),
        (
            "Probability=40 Category=BestCase",
            "leaves the probability 40 % and the forecast category Best Case as given.",
        ),
    ],
)
def test_what_a_stage_sets_is_told_as_it_happened(given, told):
    given = given.replace("Category", "ForecastCategoryName", 1)

    sentence = said(f"set pilot StageName=Prospecting {given}")

    assert sentence == f"Opportunity “Cork pilot” is saved. The stage Prospecting {told}"


def test_several_commands_in_one_line_end_in_done():
    turn = KIND.turn(spec_of(), None, "convert tierney; check; done", HERE)

    assert turn.over
    assert "1 of 1 checks are met" in turn.say
    assert KIND.read(spec_of(), "convert tierney; check; done", HERE) == turn.response
    assert KIND.say(spec_of(), turn.response, HERE) == "1. convert “Aoife Tierney”"


def test_a_solution_by_keys_is_told_with_the_labels_of_the_fields():
    told = KIND.say(spec_of(), typed('set pilot Stage="Closed Won"')[1], HERE)
    by_key = Response(actions=(Update(id="pilot", values={"StageName": "Closed Won"}),))

    assert told == "1. “Cork pilot”: Stage = Closed Won"
    assert KIND.say(spec_of(), by_key, HERE) == told


def test_coming_back_tells_how_much_was_done():
    _, response = typed("delete sligo", "delete pilot")

    assert (
        "You did 2 things so far; undo takes back the last one."
        in KIND.turn(spec_of(), response, None, HERE).say
    )


def test_a_record_that_may_be_there_already_is_told_and_made_all_the_same():
    known = {"carr": {"FirstName": "Eve", "LastName": "Carr", "Email": "carr@dairy.example"}}

    line = "new contact FirstName=Eve LastName=Carr Email=carr@dairy.example"
    told, response = typed(line, records={"Contact": known})

    assert "It may be there already: Eve Carr" in told
    assert len(response.actions) == 1


def test_an_import_tells_what_was_loaded_what_was_not_and_cells_like_formulas():
    lines, changed = ("import leads.csv insert leads",), {"files": {"leads.csv": LEADS}}

    told = said(*lines, **changed)

    assert "leads.csv" in said(**changed)
    assert "2 rows of leads.csv loaded, 1 not" in told
    assert "C119" in told
    assert "Not loaded:" in told
    assert holds("count(Lead) == 3 and any(Lead, Company ~ 'cmd')", *lines, **changed)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("", "Type a command, such as list leads."),
        ("dance", "There is no command 'dance'. Type help"),
        ("list", "Type for example list leads."),
        ("list things", "Type one of: leads, accounts"),
        ("show", "The command show needs more."),
        ("show nobody", "There is no record like 'nobody'."),
        ("show ca", "Type the id of one."),
        ("set tierney", "Say which field to change."),
        ("set tierney Fone=1", "Lead has no field 'Fone'. Did you mean Phone?"),
        ("set tierney Status=Warm", "Nothing was changed. Lead Status has no value 'Warm'."),
        ('set tierney Phone="1', "A quote was opened and not closed."),
        ("Phone=1", "A command begins with a word"),
        ("new lead Roth", "Give every field its name."),
        ("new lead LastName=Roth", "Nothing was changed. Company"),
        ("convert carrowmere", "There is no lead like 'carrowmere'."),
        ("convert tierney price=3", "Conversion knows no 'price'."),
        ("convert tierney contact=demir", "choose its account as well"),
        ("import leads.csv insert leads", "Files to import are: none in this task."),
        ("undo", "there is nothing to undo"),
        ("done; list leads", "After done nothing can follow."),
        ("list leads; done", "Nothing was done yet. Type a command"),
        ("x" * 5000, "A line can have 4000 characters."),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_to_type(line, part):
    spec = spec_of(
        records={"Contact": {"carr": {"LastName": "Carr"}}, "Account": {"c2": {"Name": "Carr Ltd"}}}
    )

    with pytest.raises(Unreadable) as trouble:
        KIND.turn(spec, None, line, HERE)

    assert part in str(trouble.value)


@pytest.mark.parametrize(
    ("csv", "operation", "part"),
    [
        ("Surname,Company\nRoth,Acme\n", "insert leads", "C118"),
        ("", "insert leads", "the file is empty"),
        ("LastName,Company\nRoth,Acme\n", "update leads", "needs the column Id"),
        ("LastName,Company\nRoth,Acme\n", "merge leads", "cannot be loaded by 'merge'"),
        ("LastName,Company\n" + "Roth,Acme\n" * 50_001, "insert leads", "more than 50,000 rows"),
        ("LastName,Company\n" + "x" * 10_000_001, "insert leads", "10 MB"),
    ],
)
def test_a_file_that_cannot_be_loaded_is_refused_as_a_whole(csv, operation, part):
    spec = spec_of(files={"leads.csv": csv})

    with pytest.raises(Unreadable, match=part):
        KIND.turn(spec, None, f"import leads.csv {operation}", HERE)
