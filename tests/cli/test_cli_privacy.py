"""Records of candidates on the command line: until when, held, erased, handed out."""

import json

import pytest
from cli_kit import HELD

REQ = "ka-berlin"
TERMS = (
    *("Key account, Berlin", "--id", REQ, "--kit", "tiny", "--quorum", "1", "--retention", "de"),
    *(
        "--member",
        "dana=Dana Roth",
        "--member",
        "hanna=Hanna:hr",
        "--candidate",
        "C-001",
        "--candidate",
        "C-2",
    ),
)
NOTE = "Found them by funding news."
WHY = ("--reason", "asked for it")


def by(program, who, *words, **options):
    return program.run("--profile", who, *words, **options)


def lena(program, *words, **options):
    return by(program, "lena", "privacy", *words, **options)


@pytest.fixture
def lead(program):
    """A requisition that lena leads, her own scorecard of C-001 handed in, and who C-001 is."""
    assert by(program, "lena", "requisition", "new", *TERMS).code == 0
    by(program, "lena", "requisition", "lay-out", REQ)
    held = by(program, "lena", "interview", "run", f"{REQ}.c-001.lena", "--plain", lines=HELD)
    assert "submitted and locked" in held.out, held.out + held.err
    by(program, "lena", "requisition", "identity", REQ, "C-001", "--name", "Made-up Mara")
    return program


def test_the_list_tells_until_when_and_what_has_to_be_known_first(lead):
    listed = lena(lead, "list").out.splitlines()
    assert listed[0].startswith(f"{REQ} · C-001 · not running yet · 6 months after the candidate received")
    dated = lena(lead, "date", REQ, "c-001", "rejection-received", "2020-08-31").out
    assert dated.startswith(f"{REQ} · C-001 · ")
    assert dated.endswith(" days over · until 2021-02-28\n")
    assert lena(lead, "due").out == dated
    (found,) = json.loads(lena(lead, "due", "--json").out)
    assert (found["call"], found["delete_by"]["on"]) == ("has to go", "2021-02-28")
    assert by(lead, "hanna", "privacy", "due").out == dated
    assert by(lead, "dana", "privacy", "list").out == ""


def test_an_empty_list_says_what_it_means(program):
    none = lena(program, "list")
    assert (none.code, none.out) == (0, "")
    assert none.err == "There are no records of candidates that you look after.\n"
    assert "Nothing has to go" in lena(program, "due").err


def test_a_hold_wins_over_the_day_until_it_is_lifted(lead):
    lena(lead, "date", REQ, "C-001", "rejection-received", "2020-08-31")
    assert lena(lead, "hold", REQ, "C-001", "--reason", "A claim is pending.").code == 0
    assert "hold, " in lena(lead, "due").out
    refused = lena(lead, "erase", REQ, "C-001", *WHY, "--yes", "--early")
    assert refused.code == 1
    assert "A claim is pending. Nothing was erased." in refused.err
    lifted = lena(lead, "lift", REQ, "C-001", "--reason", "settled").err
    assert "The hold on C-001 is over: " in lifted
    assert lena(lead, "erase", REQ, "C-001", *WHY, "--yes").code == 0


def test_an_erasure_prints_its_receipt_and_the_backups_that_still_hold_the_record(lead):
    backup = lead.run("data", "backup").out.strip()
    erased = lena(lead, "erase", REQ, "C-001", *WHY, "--early", "--yes")
    assert erased.out.startswith(f"Erased: everything that was said in the record of C-001 of {REQ}\n")
    for told in (backup, "Why: asked for it", "the ratings of 1 scorecard", "Out of reach"):
        assert told in erased.out
    assert NOTE not in lena(lead, "receipt", REQ, "C-001").out
    assert lena(lead, "receipt", REQ, "c-001").out == erased.out
    assert "C-001" not in lena(lead, "list").out


def test_the_seals_of_a_receipt_verify_against_the_chain(lead):
    lena(lead, "erase", REQ, "C-001", *WHY, "--early", "--yes")
    seals = lead.folder / "seals.txt"
    seals.write_text(lena(lead, "receipt", REQ, "C-001", "--seals").out)
    assert "no faults" in lead.run("data", "verify", "--seals", str(seals)).err
    seals.write_text(seals.read_text().replace("identity/", "identity/x"))
    assert lead.run("data", "verify", "--seals", str(seals)).code == 1


def test_without_a_terminal_nothing_goes_unless_that_is_said(lead):
    asked = lena(lead, "erase", REQ, "C-001", *WHY, "--early", lines=["C-001"])
    assert asked.code == 2
    assert "Add --yes to erase C-001; nothing was erased." in asked.err
    assert "C-001" in lena(lead, "list").out


def test_the_log_tells_who_looked_and_why_before_the_reveal(lead):
    by(lead, "hanna", "privacy", "access-export", REQ, "C-2", "--format", "txt")
    assert lena(lead, "log", REQ, "C-001").err.startswith("No look at scorecards of others")
    seen = by(lead, "hanna", "privacy", "log", REQ, "C-2").out
    assert "hanna · access export" in seen
    assert "Before it was revealed: the candidate asked what is kept" in seen
    (look,) = json.loads(by(lead, "hanna", "privacy", "log", REQ, "C-2", "--json").out)
    assert look["peek"] is True


def test_the_candidate_gets_json_or_paper_and_the_missing_are_named(lead):
    given = lena(lead, "access-export", REQ, "C-001", "--format", "json")
    found = json.loads(given.out)
    assert found["name"] == "Made-up Mara"
    assert found["scorecards"][0]["questions"][0]["note"] == NOTE
    assert "Nothing of Dana Roth is here." in given.err
    paper = lena(lead, "access-export", REQ, "C-001", "--output", "given.md")
    assert paper.out == "given.md\n"
    assert NOTE in (lead.folder / "given.md").read_text()
    again = lena(lead, "access-export", REQ, "C-001", "--output", "given.md")
    assert again.code == 1
    assert "exists and was left as it is" in again.err
    assert lena(lead, "access-export", REQ, "C-001").out == f"{REQ}-c-001-access.pdf\n"


def test_an_interview_without_a_requisition_is_erased_by_its_id(held):
    listed = held.run("privacy", "list").out
    assert listed == "c-001-dana · C-001 · no period · no retention profile: kept until you erase it\n"
    assert held.run("privacy", "erase", "c-001-dana", *WHY, "--yes").code == 0
    assert held.run("interview", "list").out == ""
    receipt = json.loads(held.run("privacy", "receipt", "c-001-dana", "--json").out)
    assert (receipt["interview"], receipt["complete"]) == ("c-001-dana", True)
    files = [file for file in (held.home / "coach").rglob("*") if file.is_file()]
    assert not any(NOTE.encode() in file.read_bytes() for file in files)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ("date", REQ, "C-001", "decision", "31/12/2026"),
            2,
            "'31/12/2026' is no day. Write it as year-month",
        ),
        (("date", REQ, "C-001", "decision", "9999-01-01"), 1, "has not come yet"),
        (("date", REQ, "C-001", "birthday", "2026-01-01"), 2, "'birthday' is not one of"),
        (("hold", REQ, "C-001", "--reason", " "), 1, "Give the reason why there is a hold."),
        (("lift", REQ, "C-001", "--reason", "x"), 1, "There is no hold on C-001."),
        (("erase", REQ, "C-001", *WHY, "--yes"), 1, "is kept for 6 months after the candidate received"),
        (("erase", REQ, "C-001", "--reason", "Mara left", "--early", "--yes"), 1, "holds 'Mara'"),
        (("erase", REQ, "C-001", "--reason", " ", "--early", "--yes"), 1, "Give the reason why the record"),
        (("erase", REQ, *WHY, "--yes"), 2, "is a requisition: say which candidate"),
        (("erase", f"{REQ}.c-001.dana", *WHY, "--yes"), 1, f"coach privacy erase {REQ} C-001"),
        (("erase", "ka-hamburg", "C-001", *WHY, "--yes"), 2, "There is no requisition 'ka-hamburg'"),
        (("erase", REQ, "C-3", *WHY, "--yes"), 2, f"{REQ} has no candidate 'C-3'."),
        (("erase", "nobody", *WHY, "--yes"), 2, "There is no interview 'nobody'."),
        (("receipt", REQ, "C-001"), 1, "C-001 was not erased"),
        (("access-export", REQ, "C-001", "--output", "x.doc"), 2, "says no format"),
        (("access-export", REQ, "C-001", "--output", "x.json", "--format", "pdf"), 2, "ends in .json"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_and_nothing_is_lost(lead, words, code, sentence):
    before = lena(lead, "list").out
    refused = lena(lead, *words)
    assert refused.code == code, refused.err
    assert sentence in refused.err
    assert refused.err.count("\n") <= 2
    assert lena(lead, "list").out == before


def test_only_lead_and_hr_look_after_records(lead):
    refused = by(lead, "dana", "privacy", "access-export", REQ, "C-001")
    assert (refused.code, refused.out) == (1, "")
    assert "Only the lead and HR of ka-berlin look after what is kept" in refused.err
