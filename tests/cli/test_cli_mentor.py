"""``coach mentor`` in the real program: what waits, what is shown, what is saved and what is refused."""

import pytest
from services.mentor_kit import TOLD, write_settings, write_tales

LINES = [TOLD, "Sell it.", "We tried.", "No.", "3", "5"]


@pytest.fixture
def told(program):
    """A program in which Mira told the first story; gives the id of the piece."""
    write_tales(program.content)
    write_settings(program.home / "coach" / "config")
    answer = program.run("--profile", "mira", "train", "run", "tales/first", "--plain", lines=LINES)
    assert "You had" in answer.out, answer.out + answer.err
    listed = program.run("--profile", "kim", "mentor", "list")
    return listed.out.split()[0]


def test_what_waits_is_listed_with_id_title_learner_and_day(program, told):
    listed = program.run("--profile", "kim", "mentor", "list")
    assert told.startswith("mira/")
    assert listed.out.startswith(f"{told}  a lost deal (Telling stories), Mira, ")
    assert listed.out.rstrip().endswith("waits")
    assert (listed.code, listed.err) == (0, "")


def test_a_piece_is_shown_with_what_was_asked_answered_and_looked_at_and_its_anchors(program, told):
    shown = program.run("--profile", "kim", "mentor", "show", told)
    for part in (
        "What was asked: Tell me about a lost deal.",
        f"Situation: {TOLD}",
        "wrong: Action of 40 to 180 words",
        "Clarity (clarity)",
        "5 One can tell it on.",
        "4 between 3 and 5",
    ):
        assert part in shown.words, part
    assert "Mira 3" not in shown.words, "own ratings wait until one has rated"


def test_a_rating_is_saved_and_then_stands_beside_the_learners_own(program, told):
    rated = program.run(
        *("--profile", "kim", "mentor", "rate", told, "clarity=4", "honesty=2", "--note", "Name the day.")
    )
    assert (rated.code, rated.err) == (0, "")
    assert rated.words.startswith("Saved. Clarity: you 4, Mira 3")
    assert "You: Name the day." in rated.words
    assert "score, mastery and reviews stay as they are" in rated.words

    assert "No piece waits." in program.run("--profile", "kim", "mentor", "list").err
    assert "rated by Kim" in program.run("--profile", "kim", "mentor", "list", "--all").out
    mine = program.run("--profile", "mira", "mentor", "list", "--mine")
    assert "rated by Kim" in mine.out
    seen = program.run("--profile", "mira", "mentor", "show", told)
    assert "Clarity: Kim 4, you 3" in seen.words
    assert "Kim: Name the day." in seen.words


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["clarity=9"], 1, "clarity cannot be rated 9. Give a number from 1 to 5."),
        (["clarty=4"], 1, "'clarty' is no criterion of this piece; did you mean 'clarity'?"),
        (["clarity"], 2, "'clarity' is no rating. Write criterion=level, such as clarity=4."),
        (["clarity=four"], 2, "'clarity=four' is no rating."),
        (["clarity=²"], 2, "is no rating."),
        (["clarity=4", "clarity=5"], 2, "clarity is rated twice"),
        ([], 2, "Missing argument"),
    ],
)
def test_ratings_that_cannot_be_are_refused_in_a_sentence(program, told, words, code, sentence):
    answer = program.run("--profile", "kim", "mentor", "rate", told, *words)
    assert (answer.code, answer.out) == (code, "")
    assert sentence in answer.err
    assert answer.err.startswith("coach: ")


def test_ones_own_piece_and_one_that_is_not_there_are_refused(program, told):
    own = program.run("--profile", "mira", "mentor", "rate", told, "clarity=5")
    assert (own.code, "This is your own piece" in own.err) == (1, True)
    unknown = program.run("--profile", "kim", "mentor", "show", "mira/99")
    assert (unknown.code, unknown.out) == (2, "")
    assert told in unknown.err


def test_where_nobody_wrote_anything_the_lists_say_so(program):
    assert program.run("mentor", "list").err == "No piece waits.\n"
    assert program.run("mentor", "list", "--mine").err == "There is nothing you wrote or said yet.\n"


def test_the_help_says_that_ratings_change_nothing_and_that_lines_are_enough(program):
    told_so = program.run("mentor", "--help").words
    assert "it changes neither score nor mastery nor reviews" in told_so
    assert "enough for a screen reader" in told_so
