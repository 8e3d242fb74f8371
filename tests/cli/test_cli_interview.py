"""Interviews on the command line: planned, held line by line, resumed, submitted and amended."""

import json
import re

from cli_kit import AGAIN, HELD, NEW


def facts(program):
    (found,) = json.loads(program.run("interview", "list", "--json").out)
    return found


def test_a_whole_interview_can_be_piped_to_the_submitted_scorecard(held):
    listed = held.run("interview", "list").out
    assert "c-001-dana · Tiny round · candidate C-001 · Dana · submitted · 2 of 2 questions done" in listed
    assert "score 63 of 100, coverage 100 % · overall yes" in listed
    card = held.run("interview", "show", "c-001-dana").out
    for part in ("Found them by funding news.", "What would you want to know?", "Clear method.", "63 of 100"):
        assert part in card


def test_the_dialogue_says_what_to_read_aloud_and_what_to_rate_against(program):
    said = program.run(*NEW, lines=HELD).out
    order = ["I have no conflict", "I take notes.", "Welcome.", "Question 1 of 2: Prospecting", "Thank you."]
    assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)
    assert "  a  How did you find them?" in said
    assert "  1  Waited for leads." in said


def test_the_list_as_json_holds_the_same_facts(held):
    assert {
        key: facts(held)[key] for key in ("id", "candidate", "interviewer", "phase", "settled", "score")
    } == {
        "id": "c-001-dana",
        "candidate": "C-001",
        "interviewer": "Dana",
        "phase": "submitted",
        "settled": 2,
        "score": 62.5,
    }


def test_an_interview_is_resumed_where_it_was_left_with_the_clock_paused(program):
    left = program.run(*NEW, lines=HELD[:7])
    assert left.code == 0
    assert left.words.endswith(
        "Everything is saved. The clock is paused at: Question 1 of 2: Prospecting. "
        "Go on with: coach interview run c-001-dana --plain"
    )
    again = program.run(*AGAIN, lines=[".pause", *HELD[7:]])
    assert "Welcome." not in again.out
    assert "The clock is paused. .pause lets it run again. Question 1 of 2" in again.words
    assert "Rated: 4 Notes so far: Found them by funding news." in again.words
    assert "The scorecard is submitted and locked. Score 63 of 100" in again.words


def test_an_interview_left_before_the_start_asks_only_what_is_still_open(program):
    program.run(*NEW, lines=["no"])
    again = program.run(*AGAIN, lines=["yes", ""])
    assert "I have no conflict" not in again.out
    assert "Welcome." in again.out


def test_a_killed_program_loses_no_line_that_it_noted(program):
    talk = program.start(*NEW)
    talk.hear()
    for line in HELD[:4]:
        talk.say(line)
    assert "Noted." in talk.say("Rang forty of them.")
    talk.kill()
    assert "Rang forty of them." in program.run("interview", "show", "c-001-dana").out


def test_a_note_written_in_another_window_meanwhile_is_kept_with_ones_own(program):
    talk = program.start(*NEW)
    talk.hear()
    for line in HELD[:4]:
        talk.say(line)
    talk.say("Mine, first.")
    program.run(*AGAIN, lines=["Theirs."])
    answer = talk.say("Mine, second.")
    assert "changed in another window. Nothing was overwritten" in answer
    assert "Noted." in answer
    talk.close()
    card = program.run("interview", "show", "c-001-dana").words
    assert "Mine, first. Theirs. Mine, second." in card


def test_a_rating_against_a_newer_state_is_not_made_but_asked_for_again(program):
    talk = program.start(*NEW)
    talk.hear()
    for line in HELD[:4]:
        talk.say(line)
    program.run(*AGAIN, lines=[".2"])
    assert "say again what you want" in talk.say(".5")
    assert "Rated 5." in talk.say(".5")
    talk.close()


def test_a_conflict_of_interest_has_to_be_described(program):
    said = program.run(*NEW, lines=["maybe", "yes", "yes we worked together", "yes"])
    assert "That was neither no nor yes, so nothing is recorded." in said.out
    assert "Say what the conflict of interest is" in said.out
    assert "You declared a conflict of interest. .q leaves until others have decided about it." in said.words
    assert "we worked together" in program.run("interview", "show", "c-001-dana").out


def test_the_commands_are_listed_where_the_program_itself_asks(program):
    said = program.run(*NEW, lines=[".?", "no", ".?", "yes", ".?", ".4", ""])
    assert said.out.count("  .q  quit; everything is saved") == 3
    assert "There is no command .4 here. .? lists them." in said.out
    assert "neither no nor yes" not in said.out
    assert "Welcome." in said.out


def test_a_lone_number_at_a_question_is_not_taken_for_a_note_before_it_is_typed_twice(program):
    said = program.run(*NEW, lines=[*HELD[:4], "4", ".4", "5", "4", "4"]).words
    assert "Nothing was noted. To rate, type .4; to note it, type it again." in said
    assert "Rated 4." in said
    assert said.count("Noted.") == 1
    card = program.run("interview", "show", "c-001-dana").out
    assert re.search(r"Notes\n\s+4\n", card)


def test_a_number_at_the_opening_is_a_note(program):
    assert "Noted." in program.run(*NEW, lines=[*HELD[:3], "3"]).out


def test_how_to_rate_is_said_once_under_the_anchors(program):
    said = program.run(*NEW, lines=HELD).words
    assert "Had a method and figures. To rate, type a dot and the number, such as .4" in said
    assert said.count("To rate, type a dot") == 1


def test_nothing_is_noted_before_the_clock_runs(program):
    said = program.run(*NEW, lines=["no", "yes", "a note"])
    assert "The interview has not started, so nothing is noted yet." in said.out
    assert facts(program)["phase"] == "planned"


def test_lines_that_begin_with_a_dot_are_commands_unless_there_are_two(program):
    said = program.run(*NEW, lines=[*HELD[:4], ".5 million", ".5m", "..5 million", "...then she left"])
    assert "Nothing was rated or noted: .5 stands alone." in said.out
    assert "There is no command .5m; .? lists them. Nothing was noted." in said.words
    card = program.run("interview", "show", "c-001-dana").words
    assert ".5 million ...then she left" in card
    assert "..5 million" not in card


def test_refusals_are_said_and_change_nothing(program):
    said = program.run(*NEW, lines=[*HELD[:3], ".4", "", ".p z", ".0", ".s", ".w", ".g 9", ".x"]).words
    for sentence in (
        "That goes with a question, and this is the opening.",
        "The question has no such probe.",
        "Give the reason why a question is not assessed.",
        "Give the reason why a question is skipped.",
        "Type the words after .w",
        "Type the number of a question after .g, from 1 to 2.",
    ):
        assert sentence in said
    assert facts(program)["settled"] == 0


def test_a_rating_can_be_taken_back_and_a_question_left_out_with_a_reason(program):
    said = program.run(*NEW, lines=[*HELD[:4], ".4", ".x", "", ".s Time ran out"])
    assert "The question is open again." in said.out
    assert "Question 1 of 2: Prospecting is not rated yet." in said.out
    assert "Left out: Time ran out" in said.out
    assert facts(program)["score"] is None


def test_the_time_the_forbidden_topics_and_the_commands_can_be_asked_for(program):
    said = program.run(*NEW, lines=[*HELD[:3], ".t", ".d", ".pause", ".t", ".pause", ".b", ".?"])
    assert "In all 0:00 of 15:00." in said.out
    assert "Opening: 0:00 of 3:00." in said.out
    assert "  -  Age." in said.out
    assert "the clock is paused." in said.out
    assert "The clock runs again." in said.out
    assert "This is the opening; there is nothing before it." in said.out
    assert "stop the clock, or let it run again" in said.out


def test_what_is_missing_is_named_and_can_be_completed_after_the_conversation(program):
    lines = [*HELD[:4], ".4", "", "", "", "no", "", "yes", "Three.", "3", "3 Fine.", "yes"]
    said = program.run(
        *NEW, lines=[*lines, ".g 1", "Evidence at last.", ".g 2", ".0 Time ran out", "", "yes"]
    )
    assert "Type a number from 1 to 4 and the reason" in said.words
    assert "Give the reason why you recommend this." in said.out
    assert (
        "Not yet complete: question 1 has a rating without a note as evidence; "
        "question 2 has no rating and no reason why not." in said.words
    )
    assert "  2  Discovery: not assessed, Time ran out" in said.out
    assert "The scorecard is submitted and locked. Score 75 of 100, coverage 50 %." in said.words


def test_a_draft_is_submitted_later_only_when_it_is_complete(program):
    program.run(*NEW, lines=[*HELD[:-2], ".q"])
    refused = program.run("interview", "submit", "c-001-dana")
    assert (refused.code, refused.err) == (
        1,
        "coach: Not yet complete: the overall recommendation is not chosen.\n",
    )
    program.run(*AGAIN, lines=["3 Clear method.", ".o 4 Convincing in the end.", "no"])
    submitted = program.run("interview", "submit", "c-001-dana")
    assert submitted.out.startswith("Submitted. Score 63 of 100, coverage 100 %.\nSealed: ")
    assert facts(program)["overall"] == "strong yes"


def test_a_refused_submission_leaves_a_running_clock_alone(program):
    talk = program.start(*NEW)
    talk.hear()
    for line in HELD[:3]:
        talk.say(line)
    assert program.run("interview", "submit", "c-001-dana").code == 1
    assert facts(program)["phase"] == "running"
    assert "Noted." in talk.say("Still writing.")
    talk.close()


def test_a_submitted_interview_is_not_held_again(held):
    again = held.run(*AGAIN, lines=["a note"])
    assert "The scorecard is submitted and locked." in again.out
    assert "a note" not in again.out


def at_the_first_question(program, *lines):
    return program.run(*NEW, lines=[*HELD[:4], *lines])


def test_the_four_parts_of_a_story_are_asked_for_and_noted_line_by_line(program):
    said = at_the_first_question(program, ".star", "a bank", "", "rang forty", "won it").words
    asked = [said.index(part) for part in ("Situation:", "Task:", "Action:", "Result:")]
    assert asked == sorted(asked)
    card = program.run("interview", "show", "c-001-dana").words
    assert "S a bank A rang forty R won it" in card
    assert "No result is noted yet." not in said


def test_a_rated_story_without_its_end_is_hinted_at(program):
    said = at_the_first_question(program, ".star", "a bank", "", "", "", ".4").words
    assert said.count("No result is noted yet.") == 1


def test_four_parts_left_empty_note_nothing(program):
    assert "Nothing was noted." in at_the_first_question(program, ".star", "", "", "", "").words


def test_a_protected_topic_is_named_once_and_the_note_is_kept(program):
    kit = program.content / "question_banks" / "kits" / "tiny.yaml"
    kit.write_text(f"{kit.read_text('utf-8')}countries: [de]\n", encoding="utf-8")
    said = at_the_first_question(
        program, "She has two children.", "And the children go to school.", ".d"
    ).words
    assert said.count("The note touches “Family”: do not follow it up and leave it out.") == 1
    assert said.count("Noted.") == 2
    assert "Instead: State the hours and the travel" in said
    assert "two children" in program.run("interview", "show", "c-001-dana").words


def test_the_structure_of_an_interview_is_said_and_explained(program):
    said = program.run(*NEW, lines=[*HELD[:-2], ".structure", ".q"]).words
    number = re.search(r"Structure (\d+ of 100)\. \.structure says how it is counted\.", said)[1]
    assert "Same words: 1 of 2 questions put as written; not: question 2." in said
    assert "Probes: 1 put, all from the kit" in said
    assert "It says nothing about the candidate." in said
    assert f"Structure: {number}" in program.run("interview", "show", "c-001-dana").words
