"""Training line by line: piped, resumed, and with every kind of wrong line."""

import re

import pytest
from cli_kit import TRAINED
from services.mentor_kit import write_tales


def test_a_whole_session_can_be_piped_and_every_step_is_saved(program):
    done = program.train(*TRAINED)
    assert done.code == 0
    assert done.out.count("Right.") == 3
    assert "5 of 5 steps finished; 3 of 3 exercises right at the first try and without a hint." in done.words
    listed = program.run("train", "list")
    assert "small  Small things, 5 of 6 steps done" in listed.out
    assert "  1  first  First steps, 8 minutes, 5 of 5 steps done" in listed.out


def test_text_from_content_appears_as_written_without_marks_or_control_codes(program):
    shown = program.train()
    assert "A strong idea with brackets [bold]kept[/bold].\n\n  -  one\n  -  two\n" in shown.out
    assert "\x1b" not in program.train(*TRAINED).out


def test_no_line_is_wider_than_78_columns(program):
    text = program.run("train", "run", "executive-communication", "--plain", lines=["", "1", ".v", ""]).out
    assert max(map(len, text.splitlines())) <= 78


def test_the_end_of_input_leaves_and_says_where_one_stands(program):
    left = program.train("", "1")
    assert left.code == 0
    assert left.words.endswith(
        "Everything is saved. You stand at step 2 of 5, “Pick one”. "
        "Go on with: coach train run small/first --plain"
    )


def test_a_session_goes_on_exactly_where_it_was_left(program):
    program.train("", "1", ".h")
    again = program.train("2", ".NET")
    assert "Step 1 of" not in again.out
    assert again.out.index("Step 2 of 5") < again.out.index("Hint 1: It is a friend.")
    assert "Your answer: The cat" in again.out
    assert "Step 4 of 5" in program.train().out


def test_a_module_without_a_session_goes_to_the_unfinished_one(program):
    program.train(*TRAINED)
    assert "session 2: Second steps" in program.train(where="small").out


def test_a_wrong_answer_is_explained_without_giving_the_solution_away(program):
    tried = program.train("", "1")
    assert "Not yet. You had “The cat” wrong: A cat mews. Try again, .h for a hint (2 left)" in tried.words
    assert "A dog barks." not in tried.out


def test_an_answer_that_cannot_be_read_is_asked_again_and_not_counted(program):
    answered = program.train("", "seven", "2")
    assert "That is not an option. Type a number from 1 to 2." in answered.out
    program.train(*TRAINED[2:])
    assert "3 of 3 exercises right at the first try" in program.train().words


def test_an_empty_line_repeats_an_open_question(program):
    assert program.train("", "").out.count("Which animal barks?") == 2


def test_hints_come_one_by_one_until_there_are_no_more(program):
    hinted = program.train("", ".h", ".h", ".h")
    assert "Hint 1: It is a friend." in hinted.out
    assert "Hint 2: It wags its tail." in hinted.out
    assert "There is no further hint here." in hinted.out


def test_the_solution_is_shown_only_after_a_try(program):
    shown = program.train("", ".v", "1", ".v")
    refused, revealed = shown.words.split("Not yet.")
    assert "Try first; after that .v shows the solution." in refused
    assert "The solution: The dog" in revealed
    assert "A dog barks." in revealed
    assert "Step 3 of 5" in revealed


def test_a_skipped_step_stays_open_and_is_named_at_the_end(program):
    skipped = program.train("", ".s", ".NET", "0.5", "", "")
    assert "4 of 5 steps finished" in skipped.out
    assert "still open: step 2, Pick one" in skipped.out
    assert "You stand at step 2 of 5" in skipped.out


def test_a_practice_is_left_open_until_the_trainee_says_it_is_done(program):
    assert "4 of 5 steps finished" in program.train(*TRAINED[:4], ".s").out
    assert "5 of 5 steps finished" in program.train("").out


def test_one_can_go_back_and_do_a_step_again(program):
    went = program.train("", "2", ".b", "x", ".r", "2", ".b", ".b", ".b", ".b")
    assert "Nothing is asked here. Enter goes on." in went.out
    assert went.out.count("Right.") >= 2
    assert "This is the first step." in went.out


def test_at_the_end_of_a_session_one_can_still_go_back(program):
    program.train(*TRAINED)
    again = program.train(".b", ".b", ".r", "0,25", "0.5", "", "")
    assert "Not yet." in again.out
    assert "5 of 5 steps finished; 2 of 3 exercises right at the first try" in again.words


def test_answers_that_begin_with_a_dot_are_answers(program):
    program.train("", "2")
    assert "Right." in program.train(".NET").out
    assert "Right." in program.train(".5").out


def test_after_turns_that_failed_it_says_where_one_stands_and_what_is_asked_now(program):
    write_tales(program.content)

    told = program.train("A deal", "To win.", "We rang.", "No.", "3", "3", "<", where="tales/first").words

    after = told.partition("Not yet.")[2].partition("Try again")[2]
    assert "Situation: A deal" in after
    assert "Everything is there. Enter hands it in. < goes back." in after
    assert after.rindex("Honesty") > after.rindex("Everything is there"), "the last rating is taken back"


def test_two_dots_keep_an_answer_from_being_a_command(program):
    program.train("", "2")
    answered = program.train("..h", "h", ".zz", ".z")
    assert answered.out.count("Not yet.") == 3
    assert "Hint" not in answered.out
    assert "There is no command .z. .? lists them." in answered.out


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (".hint", "Hint 1"),
        (".hi", "Hint 1"),
        (".help", "They may be written out, too: .hint"),
        (".skip", "Step 3 of 5"),
        (".back", "Step 1 of 5"),
        (".solution", "Try first; after that .v shows the solution."),
        (".again", "Step 2 of 5"),
        (".quit", "Everything is saved. You stand at step 2 of 5"),
        (".hint please", "Nothing was done or answered: .h stands alone."),
        (".q now", "Nothing was done or answered: .q stands alone."),
    ],
)
def test_a_command_that_is_written_out_is_not_graded_as_an_answer(program, typed, says):
    program.train("")
    said = program.train(typed)
    assert says in said.words
    assert "Not yet." not in said.out


def test_words_with_a_dot_that_begin_no_command_are_answers(program):
    program.train("", "2")
    assert program.train(".hinterland", ".quitter", ".net core").out.count("Not yet.") == 3
    assert "Right." in program.train("..NET", ".NET").out


def test_a_question_mark_lists_the_commands(program):
    told = program.train(".?")
    for command in (".h", ".v", ".s", ".b", ".r", ".q", ".?"):
        assert re.search(rf"^  {re.escape(command)}  \w", told.out, re.MULTILINE)


def test_quitting_leaves_at_once_even_in_the_middle_of_input(program):
    left = program.train("", ".q", "2")
    assert "Right." not in left.out
    assert "You stand at step 2 of 5" in left.out


def test_a_line_that_is_not_utf_8_is_not_taken_for_an_answer(program):
    answered = program.run("train", "run", "small", "--plain", raw=b"\n2\n.NET\xff\n.NET\n")
    assert "That line is not in the encoding of this terminal, so it was not taken." in answered.words
    assert answered.out.count("Not yet.") == 0
    assert answered.out.count("Right.") == 2


def test_a_control_code_in_an_answer_is_shown_and_not_obeyed(program):
    program.train("", "2")
    answered = program.train("\x1b[2Jred")
    assert "\x1b" not in answered.out
    assert "⟨U+001B⟩[2Jred" in answered.out


def test_without_a_terminal_plain_mode_needs_no_option(program):
    assert "Step 1 of 5" in program.run("train", "run", "small/1", lines=[]).out


def test_unknown_names_are_answered_with_the_nearest_and_code_2(program):
    module = program.train(where="smal")
    assert (module.code, module.err) == (2, "coach: There is no module 'smal'. Did you mean 'small'?\n")
    session = program.train(where="small/secnd")
    assert (session.code, session.err) == (2, "coach: There is no session 'secnd'. Did you mean 'second'?\n")


def test_a_broken_session_leaves_the_others_usable(program):
    (program.content / "curricula/small/second.yaml").write_text("id: [", encoding="utf-8")
    broken = program.train(where="small/second")
    assert broken.code == 1
    assert "second.yaml:2:1" in broken.err
    assert "Step 1 of 5" in program.train(where="small").out
    assert "2  second  Second steps, 1 minute, no steps that can be used" in program.run("train", "list").out


def test_a_broken_module_is_named_and_the_others_are_listed(program):
    other = program.content / "curricula/other/module.yaml"
    other.parent.mkdir()
    other.write_text("title: [", encoding="utf-8")
    listed = program.run("train", "list")
    assert listed.code == 0
    assert "small  Small things" in listed.out
    assert "other cannot be read; coach check tells more." in listed.err
    assert "module.yaml:" in listed.err
    assert program.train(where="other").code == 1


def test_a_step_with_an_error_is_left_out_and_named(program):
    path = program.content / "curricula/small/first.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("answer: 0.5", "answer: half"), encoding="utf-8")
    trained = program.train()
    assert "Step 1 of 4" in trained.out
    assert "steps with errors are left out" in trained.err
    assert "first.yaml:" in trained.err
