"""``coach review`` as it is typed. The clock is the real one, so what is due was answered long ago."""

from datetime import UTC, datetime, timedelta

import msgspec
from cli_kit import TRAINED

from coach.core import events as ev
from coach.core.outcome import Outcome
from coach.store.sqlite import SqliteLog

NOW = datetime.now(UTC)


def remember(program, *scores, days=30, step="pick", first=0):
    """Write answers into the program's log, a day between them, the last one so many days ago."""
    log = SqliteLog.open(program.home / "coach" / "data" / "coach.db")
    for number, score in enumerate(scores):
        answered = ev.Answered(
            place=ev.Place(module="small", session="first", lesson="basics", step=step),
            kind="choice",
            response=msgspec.Raw(b'{"chosen": []}'),
            outcome=Outcome(checks=(), score=score),
            seed=1,
            title="Pick one",
        )
        shown = ev.ReviewShown(place=answered.place, seed=1)
        at = NOW - timedelta(days=days + len(scores) - number)
        log.append("training/me", first + 2 * number, [shown, answered], actor="me", at=at)
    log.close()


def test_without_anything_due_it_says_when_to_come_back(program):
    empty = program.run("review", "--plain")
    assert empty.code == 0
    assert "There is nothing to review." in empty.out

    program.train(*TRAINED)
    later = program.run("review", "--plain")
    assert "Nothing is due. The next review is on " in later.out


def test_a_review_is_a_dialogue_that_ends_with_what_comes_when(program):
    remember(program, 1.0)
    held = program.run("review", "--plain", lines=["1", ".h", "2", ""])
    assert held.code == 0, held.err
    assert "Review: 1 card" in held.words
    assert "Not yet." in held.words
    assert "Hint 1: It is a friend." in held.words
    assert "The end of the review: 1 of 1 answered" in held.words
    assert "Pick one: right with help, at the second try or as a guess, again on" in held.words
    assert "Nothing is due." in program.run("review", "--plain").out


def test_leaving_says_what_is_still_due(program):
    remember(program, 1.0)
    left = program.run("review", "--plain", lines=[".q"])
    assert "Everything is saved. Still due: 1." in left.words
    assert left.code == 0


def test_rebuilding_says_how_many_cards_there_are(program):
    program.train(*TRAINED)
    assert program.run("review", "rebuild").out == "3 cards worked out anew from your history.\n"


def test_the_forecast_has_a_line_for_each_of_fourteen_days(program):
    remember(program, 1.0)
    lines = program.run("review", "forecast").out.splitlines()
    assert len(lines) == 14
    assert lines[0].endswith("1  " + "#" * 40)
    assert all(line.endswith(" 0") for line in lines[1:])


def test_what_is_set_apart_is_listed_and_comes_back_by_a_good_answer(program):
    assert "Nothing is set apart." in program.run("review", "leeches").err
    remember(program, 1.0, 0.0, 0.0, 0.0, 0.0)
    assert program.run("review", "leeches").out == "small/first  Pick one, wrong 4 times\n"
    assert "There is nothing to review." in program.run("review", "--plain").out

    asked = program.run("review", "leeches", "--ask", lines=["2", ""])
    assert "right at the first try" in asked.words
    assert program.run("review", "leeches").out == ""


def test_a_deadline_is_set_refused_and_taken_away(program):
    day = (NOW + timedelta(days=20)).date()
    assert (
        f"Everything comes again before {day:%a %d %b %Y}." in program.run("review", "deadline", str(day)).out
    )
    past = program.run("review", "deadline", "2020-01-01")
    assert past.code == 2
    assert "2020-01-01 has come already. A deadline lies in the future; none takes it away." in past.err
    odd = program.run("review", "deadline", "friday")
    assert (odd.code, odd.out) == (2, "")
    assert "'friday' is not a date. Write year, month and day" in odd.err
    assert "There is no deadline any more." in program.run("review", "deadline", "none").out
