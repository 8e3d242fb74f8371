"""The practice CRM in German: nouns keep their capitals, German words, days and numbers are understood."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from crm_kit import found, org_of, spec_of

from coach.core.exercise import Context
from coach.exercises.crm import KIND
from coach.exercises.crm.replay import replay, start
from coach.exercises.crm.widget.fields import held
from coach.locale import spoken

HERE = Context()
PROFILES = Path(__file__).parents[2] / "curricula" / "shared" / "profiles"
GERMAN = yaml.safe_load(PROFILES.joinpath("developer-edition-de.yaml").read_text("utf-8"))


@pytest.fixture(autouse=True)
def _german():
    with spoken("de"):
        yield


def typed(*lines, **changed):
    """Type lines one after the other; give what was said to the last, and the org."""
    spec = spec_of(**changed)
    turn = KIND.turn(spec, None, None, HERE)
    for line in lines:
        turn = KIND.turn(spec, turn.response, line, HERE)
    return turn.say, replay(start(spec), turn.response.actions).org


@pytest.mark.parametrize("line", ["list contacts", "liste kontakte"])
def test_german_nouns_keep_their_capitals_in_sentences(line):
    assert typed(line, profile=GERMAN)[0].startswith("2 Kontakte:")
    with spoken("en"):
        assert typed(line, profile=GERMAN)[0].startswith("2 Kontakte:")
        assert "There are no Ereignisse here." in typed("list events", profile=GERMAN)[0]
        assert typed("list contacts")[0].startswith("2 contacts:")


def test_english_nouns_keep_their_capitals_in_german_sentences():
    assert found("count(Contact) == 0", org_of()).startswith("Gefunden: 2 Contacts:")
    assert "keine Accounts" in found("any(Account, Name ~ 'Nobody')", org_of())


def test_commands_are_understood_in_either_language():
    german, _ = typed("zeige carrowmere", profile=GERMAN)
    assert german == typed("show carrowmere", profile=GERMAN)[0]
    _, org = typed("konvertiere tierney account=carrowmere opportunity=keine", profile=GERMAN)
    assert found("one(Lead, LastName ~ 'Tierney').IsConverted and count(Opportunity) == 2", org) is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [("48.000,50", "48000.5"), ("48.000", "48000"), ("12,5", "12.5"), ("12.5", "12.5"), ("48,000", "48000")],
)
def test_numbers_are_understood_as_they_are_written_in_german(text, amount):
    _, org = typed(f'set pilot Betrag="{text}"', profile=GERMAN)
    assert org.row("pilot").get("Amount") == Decimal(amount)


@pytest.mark.parametrize("day", ["07.12.2026", "2026-12-07", "+14", "heute+14"])
def test_days_are_understood_in_either_way(day):
    _, org = typed(f"set pilot Schlusstermin={day}", profile=GERMAN)
    assert found("the(Opportunity, Name ~ 'pilot').CloseDate == date('2026-12-07')", org) is None


def test_what_stands_in_a_form_can_be_saved_as_it_is():
    _, org = typed("board", profile=GERMAN)
    deal = org.row("006000000000002")
    fields = org.schema.objects["Opportunity"].fields
    shown = held(org, deal, (fields["CloseDate"], fields["Amount"], fields["Owner"]))
    assert shown == {"CloseDate": "01.11.2026", "Amount": "60000,5", "Owner": "Sie"}


def test_choices_are_stored_in_english_and_shown_in_german():
    said, org = typed("neu aufgabe Thema=Anruf Who=demir", "liste aufgaben", profile=GERMAN)
    assert "Anruf" in said
    assert "Call" not in said
    assert found("count(Task, Subject == 'Call' and Status == 'Not Started') == 2", org) is None


def test_an_external_id_is_named_by_its_label():
    files = {"leads.csv": "External_Id__c,LastName,Company\nX-1,Roth,Acme\n"}
    told, org = typed('importiere leads.csv upsert leads extern="Externe ID"', files=files, profile=GERMAN)
    assert "Roth" in told or "1 Zeile" in told
    assert found("one(Lead, LastName ~ 'Roth').External_Id__c == 'X-1'", org) is None
