"""Printing: every format, where it goes, and what is never overwritten."""

import io
import stat

import pytest
from cli_kit import HELD, NEW
from pypdf import PdfReader


@pytest.mark.parametrize(("suffix", "start"), [("pdf", b"%PDF"), ("html", b"<!doctype html>")])
def test_pages_go_to_a_file_named_after_the_kit_which_is_told(program, suffix, start):
    printed = program.run("print", "blank", "tiny", "--format", suffix)
    assert (printed.code, printed.out) == (0, f"tiny-blank.{suffix}\n")
    assert (program.folder / f"tiny-blank.{suffix}").read_bytes().lower().startswith(start.lower())


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_text_goes_to_stdout(program, suffix):
    printed = program.run("print", "blank", "tiny", "--format", suffix)
    assert "Tell me about your first customer." in printed.out
    assert list(program.folder.iterdir()) == []


def test_a_pdf_is_the_default_and_a_dash_sends_it_to_stdout(program):
    printed = program.run("print", "blank", "tiny", "--output", "-")
    assert printed.data.startswith(b"%PDF")
    assert list(program.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.html", b"<!doctype html>"), ("a.HTM", b"<!doctype html>"), ("a.pdf", b"%PDF"), ("a.md", b"# ")],
)
def test_a_file_is_what_its_name_ends_in(program, name, start):
    assert program.run("print", "blank", "tiny", "--output", name).code == 0
    assert (program.folder / name).read_bytes().lower().startswith(start.lower())


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--output", "a.html", "--format", "pdf"), "a.html ends in .html, but --format says pdf."),
        (("--output", "a.docx"), "a.docx ends in .docx, which says no format"),
    ],
)
def test_a_name_that_promises_another_format_is_refused(program, options, says):
    refused = program.run("print", "blank", "tiny", *options)
    assert refused.code == 2
    assert says in refused.err
    assert list(program.folder.iterdir()) == []


def test_a_name_that_says_nothing_is_a_pdf_or_what_was_asked_for(program):
    program.run("print", "blank", "tiny", "--output", "plain")
    program.run("print", "blank", "tiny", "--output", "sheet.v2", "--format", "txt")
    assert (program.folder / "plain").read_bytes().startswith(b"%PDF")
    assert b"Tiny round" in (program.folder / "sheet.v2").read_bytes()


def test_an_empty_scorecard_needs_no_place_for_data(program):
    (program.home / "coach").write_text("in the way", encoding="utf-8")
    assert program.run("print", "scorecard", "c-1-dana").code == 1
    assert program.run("print", "blank", "tiny").out == "tiny-blank.pdf\n"


def test_the_paper_can_be_chosen(program):
    a4, letter = (
        program.run("print", "blank", "tiny", "--output", "-", "--paper", paper).data
        for paper in ("a4", "letter")
    )
    assert a4 != letter


def test_a_scorecard_is_printed_with_the_score_that_the_list_shows(program):
    program.run(*NEW, lines=HELD)
    printed = program.run("print", "scorecard", "C-001-Dana", "--format", "txt")
    assert "63 of 100" in printed.out
    assert "63 of 100" in program.run("interview", "list").out
    program.run("print", "scorecard", "C-001-Dana")
    assert (program.folder / "c-001-dana.pdf").exists()


def test_an_existing_file_stays_until_force_is_given(program):
    target = program.folder / "card.html"
    target.write_text("mine", encoding="utf-8")
    refused = program.run("print", "blank", "tiny", "--format", "html", "--output", "card.html")
    assert refused.code == 1
    assert refused.err == (
        "coach: card.html exists and was left as it is. Name another file, or use --force.\n"
    )
    assert target.read_text(encoding="utf-8") == "mine"
    assert (
        program.run("print", "blank", "tiny", "--format", "html", "--output", "card.html", "--force").code
        == 0
    )
    assert "Tiny round" in target.read_text(encoding="utf-8")


def test_a_file_is_for_its_owner_only_and_nothing_else_is_left_beside_it(program):
    program.run("print", "blank", "tiny")
    (made,) = program.folder.iterdir()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(program):
    missing = program.run("print", "blank", "tiny", "--output", "nowhere/card.pdf")
    assert missing.code == 1
    assert missing.err == (
        "coach: nowhere/card.pdf could not be written: No such file or directory. Choose another place.\n"
    )
    assert program.run("print", "blank", "tiny", "--output", ".", "--force").code == 2
    assert list(program.folder.iterdir()) == []


def test_what_a_reader_should_know_about_the_file_goes_to_stderr(program):
    program.run("interview", "new", "tiny", "--candidate", "C-👩", "--interviewer", "Dana")
    printed = program.run("print", "scorecard", "c-dana", "--output", "-")
    assert printed.data.startswith(b"%PDF")
    assert "PDF" in printed.err


def test_unknown_names_are_answered_with_the_nearest_and_code_2(program):
    kit = program.run("print", "blank", "tinny")
    assert (kit.code, kit.err) == (2, "coach: There is no kit 'tinny'. Did you mean 'tiny'?\n")
    interview = program.run("print", "scorecard", "c-1-dana")
    assert interview.code == 2
    assert "There is no interview 'c-1-dana'." in interview.err


def test_what_is_known_is_printed_into_an_empty_scorecard(program):
    printed = program.run(
        "print", "blank", "tiny", "--candidate", " C-014", "--interviewer", "Dana", "--format", "txt"
    )
    assert "Candidate (code, not the name): C-014\nInterviewer: Dana\n" in printed.out


def test_large_print_takes_more_pages_and_is_refused_where_there_are_none(program):
    normal, large = (
        len(
            PdfReader(io.BytesIO(program.run("print", "blank", "tiny", "--output", "-", *options).data)).pages
        )
        for options in ((), ("--large",))
    )
    assert large > normal
    program.run("print", "blank", "tiny", "--large", "--output", "large.html")
    assert 'class="large"' in (program.folder / "large.html").read_text("utf-8")
    refused = program.run("print", "blank", "tiny", "--large", "--format", "txt")
    assert refused.code == 2
    assert "--large is for pdf and html; txt is text, which has the size of your screen." in refused.err
