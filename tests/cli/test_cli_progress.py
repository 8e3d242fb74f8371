"""``coach progress`` and ``coach certificate`` in the real program."""

import stat
from datetime import UTC, datetime, timedelta

import pytest
from cli_kit import TRAINED

from coach.services import Services
from coach.store.paths import Folders


@pytest.fixture
def trained(program):
    done = program.train(*TRAINED)
    assert done.code == 0, done.err
    return program


def test_progress_goes_to_stdout_as_text(trained):
    told = trained.run("progress")
    assert (told.code, told.err) == (0, "")
    assert "Progress report" in told.out
    assert "Small things" in told.words
    assert "5 of 6" in told.words
    assert list(trained.folder.iterdir()) == []


def test_progress_of_somebody_who_did_nothing_is_told_as_well(program):
    told = program.run("progress")
    assert told.code == 0
    assert "0 of 6" in told.words


def test_a_progress_report_for_paper_is_a_file_for_its_owner(trained):
    told = trained.run("progress", "--format", "pdf", "--name", "Made-up Learner")
    assert (told.code, told.out) == (0, "progress.pdf\n")
    (made,) = trained.folder.iterdir()
    assert made.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_the_name_on_a_report_can_be_given(trained):
    assert "Made-up Learner" in trained.run("progress", "--name", "Made-up Learner").out
    assert "Made-up Learner" not in trained.run("progress").out


def test_a_refused_certificate_says_what_is_missing_and_writes_nothing(trained):
    refused = trained.run("certificate", "small")
    assert refused.code == 1
    assert refused.err == (
        "coach: “Small things” is not mastered yet, so there is no certificate. Missing:\n"
        "- 3 more graded steps to be mastered\n"
        "- 1 step of “Second steps” to be finished\n"
        "- right answers without help on 1 more day\n"
    )
    assert list(trained.folder.iterdir()) == []


def test_an_unknown_module_is_wrong_use(program):
    refused = program.run("certificate", "smal")
    assert (refused.code, refused.err) == (2, "coach: There is no module 'smal'. Did you mean 'small'?\n")


@pytest.fixture
def mastered(trained):
    """Somebody who was right on two days, the first of them yesterday."""
    moment = [datetime.now(UTC) - timedelta(days=1)]
    folders = Folders.from_environment(trained.environ)
    services = Services(folders, trained.environ, content=trained.content, clock=lambda: moment[0])
    for _ in range(2):
        for session in ("first", "second"):
            run = services.training.open("small", session)
            for index in range(len(run.steps)):
                run.show(index)
                if run.kind(index) is None:
                    run.finish(index)
                else:
                    run.answer(index, run.kind(index).solution(run.steps[index][1], run.context(index)))
        moment[0] += timedelta(days=1)
    services.close()
    return trained


def test_a_met_rule_gives_the_certificate_under_the_name_that_is_given(mastered):
    told = mastered.run("certificate", "small", "--name", "Made-up Learner")
    assert (told.code, told.out) == (0, "certificate-small.pdf\n"), told.err
    assert (mastered.folder / "certificate-small.pdf").read_bytes().startswith(b"%PDF")
    text = mastered.run("certificate", "small", "--name", "Made-up Learner", "--format", "txt")
    assert "Made-up Learner" in text.out
    assert "3 of 3 steps mastered, 3 needed" in text.words


def test_a_certificate_without_a_name_is_refused_with_the_ways_to_give_one(mastered):
    refused = mastered.run("certificate", "small")
    assert (refused.code, refused.out) == (1, "")
    assert "A certificate needs a name. Give it with --name" in refused.err
