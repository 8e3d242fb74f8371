from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from strategies import guide, reasons, texts

from coach.core import conduct
from coach.core.events import Recorded
from coach.core.interview import CLOSING, OPENING, Overall, Phase
from coach.core.interview_replay import reduce, replay
from coach.core.interview_time import elapsed

SALT = "00" * 16
START = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


class Talk:
    """An interview in memory: wishes become records, records become the state."""

    def __init__(self, weights=(1, 1, 1)):
        self.now = START
        self.records = []
        self.state = None
        self._add(conduct.plan(guide(weights), "C-001", "dana"))

    def __call__(self, wish, *args, after=1.0, **kwargs):
        self.now += timedelta(seconds=after)
        self._add(wish(self.state, *args, **kwargs))
        return self.state

    def _add(self, events):
        for event in events:
            record = Recorded(
                stream="interview/x", number=len(self.records) + 1, at=self.now, actor="dana", event=event
            )
            self.records.append(record)
            self.state = reduce(self.state, record)

    def begin(self):
        self(conduct.declare_conflict, conflict=False)
        self(conduct.record_consent, given=True)
        return self(conduct.start)

    def complete(self):
        self.begin()
        for question in self.state.guide.questions:
            self(conduct.enter, question.id)
            self(conduct.edit_note, question.id, "what they said")
            self(conduct.rate, question.id, 4)
        self(conduct.enter, CLOSING)
        self(conduct.end)
        return self(conduct.choose_overall, Overall.YES, "solid evidence")


def test_the_clock_starts_only_after_both_declarations():
    talk = Talk()
    with pytest.raises(conduct.Refused, match="conflict-of-interest line first"):
        talk(conduct.start)
    talk(conduct.declare_conflict, conflict=False)
    with pytest.raises(conduct.Refused, match="agrees to the notes"):
        talk(conduct.start)
    talk(conduct.record_consent, given=True)
    assert talk(conduct.start).phase is Phase.RUNNING


def test_a_conflict_of_interest_has_to_be_described():
    with pytest.raises(conduct.Refused, match="what the conflict of interest is"):
        Talk()(conduct.declare_conflict, conflict=True, details="  ")


def test_time_is_booked_on_the_place_where_it_was_spent_and_pauses_count_for_nothing():
    talk = Talk()
    talk.begin()
    talk(conduct.enter, "q0-0", after=60)
    talk(conduct.pause, after=100)
    talk(conduct.resume, after=1000)
    talk(conduct.enter, "q1-0", after=20)

    assert talk.state.seconds == {OPENING: 60, "q0-0": 120}
    assert elapsed(talk.state, talk.now + timedelta(seconds=5)) == 185


def test_a_program_that_was_killed_paused_at_its_last_sign_of_life():
    talk = Talk()
    talk.begin()
    talk(conduct.enter, "q0-0", after=60)
    talk(conduct.rate, "q0-0", 4, after=30)
    last = talk.state.last_at
    talk(conduct.pause, last, after=7200)

    assert talk.state.phase is Phase.PAUSED
    assert elapsed(talk.state, talk.now) == 90


def test_a_clock_set_back_takes_no_time_away():
    talk = Talk()
    talk.begin()
    talk(conduct.enter, "q0-0", after=60)

    assert elapsed(talk.state, talk.now - timedelta(hours=1)) == 60


def test_what_is_rated_was_asked():
    talk = Talk()
    talk.begin()
    assert talk(conduct.rate, "q0-0", 3).entry("q0-0").asked


def test_a_skipped_question_carries_its_reason_instead_of_a_number_and_can_be_asked_after_all():
    talk = Talk()
    talk.begin()
    talk(conduct.skip, "q0-0", "time ran out")
    assert talk.state.entry("q0-0").not_assessed == "time ran out"
    assert talk.state.ratings["q0-0"] is None

    talk(conduct.rate, "q0-0", 2)
    assert talk.state.entry("q0-0").skipped == ""
    assert talk.state.ratings["q0-0"] == 2


@pytest.mark.parametrize("wish", [conduct.skip, conduct.not_assessed])
def test_leaving_a_question_without_a_rating_needs_a_reason(wish):
    talk = Talk()
    talk.begin()
    with pytest.raises(conduct.Refused, match="Give the reason"):
        talk(wish, "q0-0", " ")


@pytest.mark.parametrize("rating", [0, 6, -1])
def test_ratings_stay_on_the_scale(rating):
    talk = Talk()
    talk.begin()
    with pytest.raises(conduct.Refused, match="from 1 to 5"):
        talk(conduct.rate, "q0-0", rating)


def test_submitting_says_everything_that_is_missing():
    talk = Talk()
    talk.begin()
    talk(conduct.rate, "q1-0", 4)
    with pytest.raises(conduct.Refused) as refusal:
        talk(conduct.submit, SALT)

    assert str(refusal.value) == (
        "Not yet complete: the interview has not ended; "
        "question 1 has no rating and no reason why not; "
        "question 2 has a rating without a note as evidence; "
        "question 3 has no rating and no reason why not; "
        "the overall recommendation is not chosen."
    )


def test_a_submitted_scorecard_is_locked_and_amended_only_with_a_reason():
    talk = Talk()
    talk.complete()
    talk(conduct.submit, SALT)

    with pytest.raises(conduct.Refused, match="submitted and locked"):
        talk(conduct.rate, "q0-0", 1)
    with pytest.raises(conduct.Refused, match="submitted and locked"):
        talk(conduct.edit_note, "q0-0", "later thoughts")
    with pytest.raises(conduct.Refused, match="Give the reason"):
        talk(conduct.amend_rating, "q0-0", 2, "")

    talk(conduct.amend_rating, "q0-0", 2, "mixed up two candidates")
    (amendment,) = talk.state.amendments
    assert (amendment.before, amendment.after, amendment.reason) == ("4", "2", "mixed up two candidates")
    assert talk.state.ratings["q0-0"] == 2
    assert talk.state.submitted.value == 75.0, "the submitted number stays as it was"


def test_an_amendment_to_not_assessed_takes_the_number_away():
    talk = Talk()
    talk.complete()
    talk(conduct.submit, SALT)
    talk(conduct.amend_rating, "q0-0", None, "rated the wrong answer")

    assert talk.state.ratings["q0-0"] is None
    assert talk.state.score.coverage == pytest.approx(2 / 3)


def test_a_draft_is_not_amended():
    with pytest.raises(conduct.Refused, match="Only a submitted scorecard"):
        Talk()(conduct.amend_overall, Overall.NO, "because")


@given(st.lists(texts, max_size=12))
def test_notes_are_what_was_typed_however_it_was_changed(versions):
    talk = Talk()
    talk.begin()
    for version in versions:
        talk(conduct.edit_note, "q0-0", version)
        assert talk.state.note("q0-0") == version


def test_typing_at_the_end_of_a_long_note_writes_only_what_was_typed():
    talk = Talk()
    talk(conduct.edit_note, OPENING, "x" * 10_000)
    (edit,) = conduct.edit_note(talk.state, OPENING, "x" * 10_000 + "y")

    assert (edit.start, edit.removed, edit.inserted) == (10_000, 0, "y")


def test_another_event_than_the_plan_cannot_come_first():
    talk = Talk()
    talk.begin()
    with pytest.raises(ValueError, match="does not belong to a planned interview"):
        replay(talk.records[1:])


class InterviewInAnyOrder(RuleBasedStateMachine):
    """Every wish at any time: granted or refused, the invariants hold."""

    def __init__(self):
        super().__init__()
        self.talk = Talk()
        self.locked = None

    def wish(self, wish, *args, **kwargs):
        before = self.talk.state
        refusal = None
        try:
            self.talk(wish, *args, **kwargs)
        except conduct.Refused as refused:
            refusal = refused
        if refusal is not None:
            assert str(refusal).endswith(".")
            assert self.talk.state is before, "a refusal changes nothing"

    places = st.sampled_from(["q0-0", "q1-0", "q2-0", OPENING, CLOSING, "elsewhere"])

    @rule()
    def begin(self):
        self.wish(conduct.declare_conflict, conflict=False)
        self.wish(conduct.record_consent, given=True)
        self.wish(conduct.start)

    @rule(place=places)
    def enter(self, place):
        self.wish(conduct.enter, place)

    @rule(place=places, rating=st.integers(-1, 7))
    def rate(self, place, rating):
        self.wish(conduct.rate, place, rating)

    @rule(place=places, reason=st.one_of(reasons, st.just(" ")))
    def not_assessed(self, place, reason):
        self.wish(conduct.not_assessed, place, reason)

    @rule(place=places, reason=reasons)
    def skip(self, place, reason):
        self.wish(conduct.skip, place, reason)

    @rule(place=places)
    def clear(self, place):
        self.wish(conduct.clear, place)

    @rule(place=places, number=st.integers(-1, 3))
    def probe(self, place, number):
        self.wish(conduct.probe, place, number)

    @rule(place=places, wording=texts)
    def ask(self, place, wording):
        self.wish(conduct.ask, place, wording)

    @rule(place=places, text=texts)
    def note(self, place, text):
        self.wish(conduct.edit_note, place, text)

    @rule()
    def pause_or_resume(self):
        self.wish(conduct.resume if self.talk.state.phase is Phase.PAUSED else conduct.pause)

    @rule(level=st.sampled_from(Overall), reason=reasons)
    def overall(self, level, reason):
        self.wish(conduct.choose_overall, level, reason)

    @rule()
    def end(self):
        self.wish(conduct.end)

    @rule()
    def complete_and_submit(self):
        if self.talk.state.phase is not Phase.SUBMITTED:
            for question in self.talk.state.guide.questions:
                if not self.talk.state.entry(question.id).settled:
                    self.wish(conduct.not_assessed, question.id, "not asked")
                self.wish(conduct.edit_note, question.id, "evidence")
            self.begin()
            self.end()
            self.wish(conduct.choose_overall, Overall.NO, "reason")
        self.wish(conduct.submit, SALT)
        if self.locked is None and self.talk.state.phase is Phase.SUBMITTED:
            self.locked = (self.talk.state.submitted, dict(self.talk.state.notes))

    @rule(place=places, rating=st.integers(0, 6))
    def amend(self, place, rating):
        self.wish(conduct.amend_rating, place, rating or None, "looked again")

    @invariant()
    def the_log_alone_gives_the_state(self):
        assert replay(self.talk.records) == self.talk.state

    @invariant()
    def a_rating_and_a_reason_for_none_exclude_each_other(self):
        for entry in self.talk.state.entries.values():
            assert entry.rating is None or not (entry.not_assessed or entry.skipped)
            assert entry.rating is None or 1 <= entry.rating <= 5

    @invariant()
    def what_was_submitted_stays(self):
        if self.locked is not None:
            assert (self.talk.state.submitted, dict(self.talk.state.notes)) == self.locked

    @invariant()
    def times_only_grow(self):
        assert all(seconds >= 0 for seconds in self.talk.state.seconds.values())


InterviewInAnyOrder.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestInterviewInAnyOrder = InterviewInAnyOrder.TestCase


def test_an_empty_template_is_no_evidence_for_a_rating():
    talk = Talk()
    talk.begin()
    talk(conduct.rate, "q0-0", 4)
    talk(conduct.edit_note, "q0-0", "S  \nT  \nA  \nR  ")
    assert "question 1 has a rating without a note as evidence" in conduct.missing_for_submission(talk.state)
    talk(conduct.edit_note, "q0-0", "S  \nT  \nA  called 40 firms\nR  ")
    assert "question 1 has a rating without a note as evidence" not in conduct.missing_for_submission(
        talk.state
    )
