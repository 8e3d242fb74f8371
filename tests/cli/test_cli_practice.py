"""``coach practice`` in the real program: a mock interview line by line."""

ALL = ["", "Found them by news.", "And wrote to each.", "", "3", "", "", "", "5", ""]
"""Lines for both questions: start, typed answer, rating, go on; start, spoken, rating, go on."""


def test_kits_are_listed_with_their_length_and_what_was_done(program):
    assert "tiny  Tiny round, 2 questions in 9 minutes\n" in program.run("practice").out
    program.run("practice", "tiny", "--plain", lines=ALL[:6])
    assert "tiny  Tiny round, 2 questions in 9 minutes, 1 of 2 done\n" in program.run("practice").out


def test_a_whole_practice_from_the_first_question_to_what_to_prepare(program):
    done = program.run("practice", "tiny", "--plain", lines=ALL)
    for part in (
        "Question 1 of 2. Prospecting Tell me about your first customer. You have 5 minutes.",
        "of 5:00, typed.",
        "3 Had a method.",
        "There is no model answer to this question yet",
        "of 4:00, spoken.",
        "Practice 1, Tiny round: 2 of 2 answered and rated",
        "Prospecting: you gave 3 of 5",
        "You gave 3. For 5: Had a method and figures.",
    ):
        assert part in done.words, part
    assert "Prepare next: - Prospecting" in done.words
    assert (done.code, done.err) == (0, "")
    assert program.run("practice", "show").out == "1  Tiny round (tiny), 2 of 2 answered and rated\n"
    assert "You gave 3." in program.run("practice", "show", "1").words


def test_what_was_typed_survives_a_kill_and_the_run_goes_on(program):
    talk = program.start("practice", "tiny", "--plain")
    talk.hear()
    talk.say("")
    talk.say("Found them by news.")
    talk.kill()
    again = program.run("practice", "tiny", "--plain", lines=["", "And wrote.", "", "4", ""])
    assert "Typed so far" in again.words
    assert "Found them by news." in again.words
    assert "Everything is saved: 1 of 2 answered and rated." in again.words
    assert "Go on with: coach practice tiny --plain" in again.words


def test_a_short_practice_and_another_beside_one_that_is_open(program):
    short = program.run("practice", "tiny", "--short", "1", "--plain", lines=[])
    assert "Practice 1: Tiny round, 1 questions" not in short.words
    assert "Practice 1: Tiny round, 1 question" in short.words
    program.run("practice", "tiny", "--plain", lines=[""])
    longer = program.run("practice", "tiny", "--again", "--plain", lines=[])
    assert "Practice 2: Tiny round, 2 questions" in longer.words


def test_a_run_in_the_middle_goes_on_although_another_length_is_asked_for(program):
    program.run("practice", "tiny", "--plain", lines=ALL[:6])
    other = program.run("practice", "tiny", "--short", "1", "--plain", lines=[])
    assert "is not finished, so it goes on; --again begins another" in other.err
    assert "Question 2 of 2." in other.words


def test_nothing_of_it_is_listed_among_interviews(program):
    program.run("practice", "tiny", "--plain", lines=ALL)
    assert "There are no interviews yet." in program.run("interview", "list").err


def test_wrong_use_is_told_in_a_sentence(program):
    for words, code, sentence in (
        (("practice", "tinny"), 2, "Did you mean 'tiny'?"),
        (("practice", "tiny", "2"), 2, "NUMBER goes with show"),
        (("practice", "show", "7"), 1, "There is no practice 7."),
        (("practice", "tiny", "--short", "0"), 2, "0 is not in the range"),
    ):
        answer = program.run(*words)
        assert (answer.code, sentence in answer.err) == (code, True), answer.err
    assert "You have not practised yet." in program.run("practice", "show").err
