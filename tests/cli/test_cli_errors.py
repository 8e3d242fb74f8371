"""What is wrong is one sentence that begins with the program's name, wherever it comes from."""

import pytest


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("nope",), 2, "There is no command 'nope'."),
        (("--bogus",), 2, "No such option '--bogus'."),
        (("train", "run"), 2, "Missing argument 'MODULE[/SESSION]'."),
        (("print", "blank", "tiny", "--format", "doc"), 2, "Invalid value for '--format': 'doc'"),
        (("train", "run", "zzz"), 2, "There is no module 'zzz'."),
        (("check", "nowhere.yaml"), 2, "Path 'nowhere.yaml' does not exist."),
        (("explain", "C999"), 2, "There is no code 'C999'."),
        (("data", "verify"), 1, "There is no database at"),
        (("data", "restore", "nope.db"), 1, "There is no file nope.db"),
        (("new", "module", "No Name"), 1, "The name 'No Name' cannot be used"),
        (("--demo", "train", "list"), 2, "--demo opens the program on made-up people"),
    ],
)
def test_every_error_begins_in_the_same_way(program, words, code, says):
    told = program.run(*words)
    assert told.code == code
    assert told.err.startswith("coach: ")
    assert says in told.err
    assert "Traceback" not in told.err


def test_wrong_use_says_where_to_read_on(program):
    assert program.run("train", "run").err.splitlines()[-1] == "How it is used: coach train run --help"


def test_a_question_that_is_left_is_a_stop_and_no_error_of_ours(program):
    program.run("interview", "new", "tiny", "--candidate", "C-1", "--interviewer", "D")
    backup = program.run("data", "backup").out.strip()
    left = program.run("data", "restore", backup, lines=["n"])
    assert left.code == 1
    assert left.err.endswith("coach: Stopped; nothing more was done.\n")


def test_demo_before_a_command_leaves_ones_own_data_alone(program):
    program.run("--demo", "interview", "new", "tiny", "--candidate", "C-1", "--interviewer", "D")
    assert program.run("interview", "list").out == ""
