"""How far an interview was held as the kit means it, from what was recorded alone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import guide

from coach.core import conduct
from coach.core.events import Recorded
from coach.core.interview import CLOSING, Overall
from coach.core.interview_replay import reduce, replay
from coach.core.structure import structure, structure_text

GUIDE = guide((1, 1, 1, 1))
QUESTIONS = [question.id for question in GUIDE.questions]
SALT = "00" * 16


class Talk:
    """An interview in memory, with a clock that each wish may move on."""

    def __init__(self):
        self.now = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
        self.records, self.state = [], None
        self.add(conduct.plan(GUIDE, "C-001", "dana"))

    def __call__(self, wish, *args, minutes=0.0, **kwargs):
        self.now += timedelta(minutes=minutes)
        self.add(wish(self.state, *args, **kwargs))

    def add(self, events):
        for event in events:
            number = len(self.records) + 1
            record = Recorded(stream="interview/x", number=number, at=self.now, actor="dana", event=event)
            self.records.append(record)
            self.state = reduce(self.state, record)

    def start(self):
        self(conduct.declare_conflict, conflict=False)
        self(conduct.record_consent, given=True)
        self(conduct.start)

    def put(self, question, minutes=8.0, *, rating=4, note="what they said"):
        self(conduct.enter, question, minutes=0)
        self(conduct.ask, question)
        self(conduct.edit_note, question, note, minutes=minutes)
        if rating is not None:
            self(conduct.rate, question, rating)

    def end(self, closing=4.0):
        self(conduct.enter, CLOSING)
        self(conduct.end, minutes=closing)

    def parts(self):
        return {part.id: part for part in structure(self.state).parts}


def held(order=QUESTIONS, opening=3.0, **kwargs):
    """An interview held by the book: 3 minutes of opening, 8 for each question, 4 of closing."""
    talk = Talk()
    talk.start()
    talk.now += timedelta(minutes=opening)
    for question in order:
        talk.put(question, **kwargs)
    talk.end()
    return talk


def test_there_is_no_number_before_the_conversation_has_ended():
    talk = Talk()
    assert structure(talk.state) is None
    talk.start()
    assert structure(talk.state) is None
    assert structure_text(None) == "–"


def test_an_interview_by_the_book_has_the_whole_hundred():
    found = structure(held().state)
    assert structure_text(found) == "100 of 100"
    assert found.open == ()
    assert all(part.full for part in found.parts)


def test_a_question_skipped_with_a_reason_was_not_asked_but_is_no_silent_gap():
    talk = Talk()
    talk.start()
    for question in QUESTIONS[:3]:
        talk.put(question, minutes=10)
    talk(conduct.skip, QUESTIONS[3], "Time ran out")
    talk.end()
    parts = talk.parts()
    assert (parts["asked"].done, parts["asked"].of) == (3, 4)
    assert parts["asked"].why == "3 of 4 questions asked; not: question 4."
    assert parts["reasons"].full
    assert parts["rated"].full, "the reason stands where the rating would"


def test_a_question_that_was_never_reached_costs_three_parts():
    talk = held(order=QUESTIONS[:3], minutes=10)
    short = [part.id for part in structure(talk.state).open]
    assert short[:3] == ["asked", "reasons", "rated"]


@pytest.mark.parametrize(
    ("order", "kept"), [([0, 1, 2, 3], 4), ([1, 0, 2, 3], 3), ([3, 2, 1, 0], 1), ([3, 0, 1, 2], 3)]
)
def test_order_counts_the_most_questions_that_came_as_in_the_kit(order, kept):
    part = held(order=[QUESTIONS[number] for number in order]).parts()["order"]
    assert (part.done, part.of) == (kept, 4)


def test_going_back_to_a_question_does_not_change_the_order_in_which_they_were_put():
    talk = Talk()
    talk.start()
    for question in QUESTIONS:
        talk.put(question, rating=None)
    for question in reversed(QUESTIONS):
        talk(conduct.enter, question)
        talk(conduct.rate, question, 3)
    talk.end()
    assert talk.parts()["order"].full


def test_other_words_cost_a_share_and_probes_from_the_list_cost_nothing():
    talk = held()
    before = structure(talk.state).value
    talk(conduct.probe, QUESTIONS[0], 1)
    assert structure(talk.state).value == before
    assert talk.parts()["probes"].why.startswith("1 put, all from the kit;")
    talk(conduct.ask, QUESTIONS[1], "put more simply")
    assert talk.parts()["wording"].why == "3 of 4 questions put as written; not: question 2."
    assert structure(talk.state).value == 97, "ten parts, one of them at three quarters"


def test_a_rating_without_evidence_is_named_and_bare_letters_are_no_evidence():
    talk = held()
    talk(conduct.edit_note, QUESTIONS[0], "")
    talk(conduct.edit_note, QUESTIONS[2], "S  \nT  \nA  \nR  ")
    assert talk.parts()["evidence"].why.endswith("not: questions 1, 3.")


def test_a_scorecard_handed_in_after_a_day_was_not_filled_in_in_one_sitting():
    talk = held()
    talk(conduct.choose_overall, Overall.YES, "solid", minutes=23 * 60)
    assert talk.parts()["sitting"].why.startswith("The scorecard was last worked on 23 hours after")
    assert talk.parts()["sitting"].full
    talk(conduct.submit, SALT, minutes=61)
    assert not talk.parts()["sitting"].full
    assert "was in 24 hours after the conversation" in talk.parts()["sitting"].why


def test_an_amended_rating_no_longer_stands_as_it_was_before_the_discussion():
    talk = held()
    talk(conduct.choose_overall, Overall.YES, "solid")
    talk(conduct.submit, SALT)
    whole = structure(talk.state)
    talk(conduct.amend_overall, Overall.NO, "thought again")
    assert structure(talk.state) == whole, "the recommendation is no rating"
    talk(conduct.amend_rating, QUESTIONS[3], 2, "mixed up", minutes=600 * 60)
    assert talk.parts()["standing"].why.endswith("not: question 4.")
    assert talk.parts()["sitting"].full, "what comes after submission has no part in the sitting"


@pytest.mark.parametrize(
    ("minutes", "kept"), [(3.5, False), (4, True), (8, True), (10.6, True), (10.7, False)]
)
def test_the_time_may_be_half_of_the_plan_to_a_tenth_more(minutes, kept):
    assert held(minutes=minutes).parts()["time"].full is kept, (
        "with seven minutes for opening and closing, of 45"
    )


@pytest.mark.parametrize(("opening", "said"), [(0.7, 1), (0.75, 2), (3, 2)])
def test_an_opening_that_hardly_had_time_was_not_said(opening, said):
    part = held(opening=opening).parts()["scripts"]
    assert part.done == said
    assert ("hardly ran at the opening" in part.why) is (said == 1)


def test_a_hundred_means_that_nothing_is_open():
    """Shares are rounded down, so that a long interview with one slip does not look spotless."""
    long = guide((1,), questions_each=60)
    talk = Talk()
    talk.state, talk.records = None, []
    talk.add(conduct.plan(long, "C-001", "dana"))
    talk.start()
    talk.now += timedelta(minutes=3)
    for question in long.questions:
        talk.put(question.id, minutes=0.6)
    talk(conduct.ask, "q0-7", "in other words")
    talk.end()
    assert structure(talk.state).value == 99


moves = st.lists(
    st.tuples(
        st.sampled_from(["enter", "ask", "skip", "rate", "none", "note", "reword", "probe", "wait"]),
        st.sampled_from(QUESTIONS),
    ),
    max_size=30,
)


@given(moves)
def test_whatever_happens_the_number_is_whole_from_0_to_100_and_comes_from_the_record_alone(done):
    talk = Talk()
    talk.start()
    for what, question in done:
        match what:
            case "enter":
                talk(conduct.enter, question)
            case "ask":
                talk(conduct.ask, question)
            case "skip":
                talk(conduct.skip, question, "no time")
            case "rate":
                talk(conduct.rate, question, 3)
            case "none":
                talk(conduct.not_assessed, question, "nothing said")
            case "note":
                talk(conduct.edit_note, question, "words")
            case "reword":
                talk(conduct.ask, question, "other words")
            case "probe":
                talk(conduct.probe, question, 0)
            case _:
                talk.now += timedelta(minutes=7)
    talk.end()
    found = structure(talk.state)
    assert 0 <= found.value <= 100
    assert all(0 <= part.done <= part.of for part in found.parts)
    assert (found.value == 100) is (found.open == ())
    assert structure(replay(talk.records)) == found
