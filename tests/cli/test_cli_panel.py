"""A panel on several machines and one: independence until the own is in, sealed files, commitments."""

import json
import re

import pytest
from cli_kit import HELD, Program

REQ = "ka-berlin"
TERMS = (
    *("Key account, Berlin", "--id", REQ, "--kit", "tiny", "--quorum", "2"),
    *("--member", "dana=Dana Roth", "--member", "hanna=Hanna:hr", "--candidate", "C-001"),
)


def by(program, who, *words, **options):
    return program.run("--profile", who, *words, **options)


def hold(program, who, code="c-001"):
    held = by(program, who, "interview", "run", f"{REQ}.{code}.{who}", "--plain", lines=HELD)
    assert "submitted and locked" in held.out, held.out + held.err
    return held


def status(program, who):
    return by(program, who, "panel", "status", REQ).words


@pytest.fixture
def lead(program):
    """The lead's machine, with everything laid out."""
    assert by(program, "lena", "requisition", "new", *TERMS).code == 0
    assert by(program, "lena", "requisition", "lay-out", REQ).code == 0
    return program


@pytest.fixture
def away(lead, tmp_path):
    """Dana's own machine, which has joined and knows nothing else."""
    (tmp_path / "away").mkdir()
    there = Program(tmp_path / "away")
    file = str(lead.folder / "for-members.json")
    assert by(lead, "lena", "requisition", "invite", REQ, "--output", file).code == 0
    joined = by(there, "dana", "requisition", "join", file)
    assert joined.out.split() == [f"{REQ}.c-001.dana"], joined.err
    return there


def sealed(away):
    """Hold Dana's interview there and give the file and the digits told at submission."""
    said = hold(away, "dana").words
    digits = re.search(r"Sealed: ((?:[0-9a-f]{4} ?){4})\.", said)[1]
    done = by(away, "dana", "interview", "export", f"{REQ}.c-001.dana", "--format", "sealed")
    assert done.out == f"{REQ}.c-001.dana.sealed.json\n", done.err
    assert digits in done.err
    return away.folder / done.out.strip(), digits


def test_until_the_own_is_in_nobody_learns_that_another_is(lead):
    before = status(lead, "lena")
    hold(lead, "dana")
    assert status(lead, "lena") == before
    assert "others: not revealed yet" in status(lead, "hanna")
    assert "others: not revealed yet" in status(lead, "dana")
    assert "dana" not in by(lead, "lena", "interview", "list").out
    assert json.loads(by(lead, "lena", "panel", "status", REQ, "--json").out)[0]["others"] == []


def test_at_the_quorum_the_scorecards_are_revealed_to_all_of_the_panel(lead):
    hold(lead, "dana")
    hold(lead, "lena")
    for who, other in (("lena", "dana"), ("dana", "lena"), ("hanna", "dana")):
        assert "panel of 2: 63 of 100" in status(lead, who)
        card = by(lead, who, "interview", "show", f"{REQ}.c-001.{other}")
        assert "Found them by funding news." in card.out


def test_the_lead_looks_before_only_with_a_reason(lead):
    hold(lead, "dana")
    show = ("interview", "show", f"{REQ}.c-001.dana")
    closed = by(lead, "lena", *show)
    assert (closed.code, closed.out) == (1, "")
    assert "with --peek and a reason, which goes on record" in closed.err
    empty = by(lead, "lena", *show, "--peek", " ")
    assert (empty.code, empty.out) == (1, "")
    assert "Found them" in by(lead, "lena", *show, "--peek", "An offer has to go out today.").out
    printed = by(lead, "lena", "print", "scorecard", show[2], "--format", "txt", "--peek", "As above.")
    assert "Found them" in printed.out
    others = by(lead, "hanna", *show, "--peek", "I am curious.")
    assert (others.code, others.out) == (1, "")
    assert "not revealed to you" in others.err


def test_a_scorecard_from_another_machine_is_sealed_expected_and_collected(lead, away):
    file, digits = sealed(away)
    expect = ("panel", "expect", REQ, "C-001", "dana")
    assert by(lead, "lena", *expect, *digits.split()).code == 0
    hold(lead, "lena")
    came = by(lead, "lena", "panel", "collect", str(file))
    assert came.code == 0, came.err
    assert f"{REQ}.c-001.dana came in, sealed {digits}." in came.out
    assert "the scorecards of C-001 are revealed to you" in came.out
    assert "panel of 2: 63 of 100" in status(lead, "lena")


def test_what_comes_in_before_the_own_is_not_told_of_afterwards(lead, away):
    file, _ = sealed(away)
    came = by(lead, "lena", "panel", "collect", str(file))
    assert "revealed" not in came.out
    assert "hidden until yours is in" in status(lead, "lena")


def test_a_refused_file_stops_none_of_the_others(lead, away, tmp_path):
    file, _ = sealed(away)
    altered, letter = tmp_path / "altered.json", tmp_path / "letter.txt"
    data = file.read_bytes()
    altered.write_bytes(data[:300] + bytes([data[300] ^ 1]) + data[301:])
    letter.write_text("Dear panel, ")
    came = by(lead, "lena", "panel", "collect", str(altered), str(letter), str(tmp_path), "gone", str(file))
    assert came.code == 1
    assert f"{file}: {REQ}.c-001.dana came in" in came.out
    told = came.err.splitlines()
    assert len(told) == 4
    assert "was altered" in told[0]
    assert "was not made by coach" in told[1]
    assert "cannot be read: is a directory" in told[2]
    assert "gone cannot be read: no such file" in told[3]
    again = by(lead, "lena", "panel", "collect", str(file))
    assert (again.code, "collected already" in again.err) == (1, True)


def test_a_file_that_is_not_sealed_by_what_was_told_is_refused(lead, away):
    file, _ = sealed(away)
    expect = ("panel", "expect", REQ, "C-001", "dana")
    assert "at least 16 digits" in by(lead, "lena", *expect, "9f3c").err
    assert by(lead, "lena", *expect, "0000 0000 0000 0000").code == 0
    assert by(lead, "lena", *expect, "0000000000000000").code == 0, "the same again does no harm"
    refused = by(lead, "lena", "panel", "collect", str(file))
    assert (refused.code, refused.out) == (1, "")
    assert "Dana Roth told another commitment" in refused.err


def test_a_draft_does_not_leave_and_a_file_is_for_one_scorecard(away):
    export = ("interview", "export", f"{REQ}.c-001.dana", "--format", "sealed")
    draft = by(away, "dana", *export)
    assert draft.code == 1
    assert "a draft does not leave this machine" in draft.err
    two = by(away, "dana", *export, f"{REQ}.c-002.dana", "--output", "x.json")
    assert (two.code, "holds one scorecard" in two.err) == (2, True)


def test_a_changed_panel_and_new_candidates_reach_who_joins_again(lead, away):
    by(lead, "lena", "requisition", "candidates", REQ, "C-002")
    by(lead, "lena", "requisition", "panel", REQ, "--member", "omar=Omar", "--reason", "A third view.")
    file = str(lead.folder / "again.json")
    by(lead, "lena", "requisition", "invite", REQ, "--output", file)
    joined = by(away, "dana", "requisition", "join", file)
    assert joined.out.split() == [f"{REQ}.c-001.dana", f"{REQ}.c-002.dana"], joined.err
    assert "omar: Omar" in by(away, "dana", "requisition", "show", REQ).words
    stranger = by(away, "sam", "requisition", "join", file)
    assert (stranger.code, "the panel of ka-berlin is: lena" in stranger.err) == (1, True)


def test_digits_that_were_mistyped_are_told_anew_with_a_reason_and_the_file_comes_in(lead, away):
    file, digits = sealed(away)
    expect = ("panel", "expect", REQ, "C-001", "dana")
    by(lead, "lena", *expect, "0000 0000 0000 0000")
    again = by(lead, "lena", *expect, *digits.split())
    assert again.code == 1
    assert "dana told 0000 0000 0000 0000 before" in again.err
    assert "--instead" in again.err
    assert by(lead, "lena", *expect, *digits.split(), "--instead", "Misheard.").code == 0
    assert by(lead, "lena", "panel", "collect", str(file)).code == 0
