import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import HOSTILE

from coach.core import conduct
from coach.core import events as ev
from coach.core.interview import CLOSING, Overall, Phase
from coach.core.interview_time import elapsed, time_used
from coach.core.scoring import score_text
from coach.export import Format, render
from coach.services import Services
from coach.services.interview import UnknownInterview, fresh_salt
from coach.services.reports import scorecard_view
from coach.store.errors import ChangedElsewhere
from coach.tui.screens import scorecard_words

KIT = "ae-first-round"


def begin(services, candidate="C-001", interviewer="dana"):
    desk = services.interviews.plan(KIT, candidate, interviewer)
    desk.act(conduct.declare_conflict, conflict=False)
    desk.act(conduct.record_consent, given=True)
    desk.act(conduct.start)
    return desk


def hold(desk, ratings):
    for question, rating in zip(desk.state.guide.questions, ratings, strict=False):
        desk.act(conduct.enter, question.id)
        desk.act(conduct.edit_note, question.id, f"said something about {question.id}")
        if rating is None:
            desk.act(conduct.not_assessed, question.id, "time ran out")
        else:
            desk.act(conduct.rate, question.id, rating)
    desk.act(conduct.enter, CLOSING)
    desk.act(conduct.end)
    desk.act(conduct.choose_overall, Overall.YES, "the evidence")
    return desk


def test_a_rating_is_on_disk_when_it_is_given(services, folders, clock):
    desk = begin(services)
    question = desk.state.guide.questions[0].id
    desk.act(conduct.rate, question, 4)

    reopened = Services(folders, {}, clock=clock)
    assert reopened.interviews.state(desk.state.id).ratings[question] == 4
    reopened.close()


def test_the_same_candidate_and_interviewer_get_another_id(services):
    first, second = begin(services), begin(services)
    assert (first.state.id, second.state.id) == ("c-001-dana", "c-001-dana-2")


@pytest.mark.parametrize("name", ["山田", "😀", "  ", "../../etc", "C-001/x"])
def test_ids_are_typable_whatever_the_names(services, name):
    if not name.strip():
        with pytest.raises(conduct.Refused, match="needs a code"):
            services.interviews.plan(KIT, name, "dana")
        return
    desk = services.interviews.plan(KIT, name, "dana")
    assert set(desk.state.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert desk.state.candidate == name


def test_an_unknown_interview_names_the_nearest(services):
    begin(services)
    with pytest.raises(UnknownInterview, match="Did you mean c-001-dana"):
        services.interviews.open("c-001-dan")


def test_the_later_save_of_two_programs_is_refused_and_overwrites_nothing(services, other):
    mine = begin(services)
    theirs = other.interviews.open(mine.state.id)
    mine.reload()
    question = mine.state.guide.questions[0].id
    mine.act(conduct.rate, question, 4)

    with pytest.raises(ChangedElsewhere):
        theirs.act(conduct.rate, question, 1)

    assert services.interviews.state(mine.state.id).ratings[question] == 4
    theirs.reload()
    theirs.act(conduct.rate, question, 2)
    assert services.interviews.state(mine.state.id).ratings[question] == 2


def test_a_clock_that_ran_on_after_a_crash_is_stopped_at_the_last_event(services, other, clock):
    desk = begin(services)
    clock.turn(seconds=30)
    desk.act(conduct.enter, desk.state.guide.questions[0].id)
    services.presence.close()
    clock.turn(hours=3)

    found = other.interviews.open(desk.state.id)
    assert found.state.phase is Phase.PAUSED
    assert sum(found.state.seconds.values()) == 30


def test_a_sign_of_life_counts_as_well_as_an_event(services, other, clock):
    desk = begin(services)
    clock.turn(seconds=90)
    desk.beat()
    services.presence.close()
    clock.turn(hours=3)

    found = other.interviews.open(desk.state.id)
    assert sum(found.state.seconds.values()) == 90


def test_a_look_from_another_window_takes_no_time_from_a_running_interview(services, other, clock):
    desk = begin(services)
    clock.turn(seconds=90)

    theirs = other.interviews.open(desk.state.id)
    assert not theirs.alone
    assert theirs.state.phase is Phase.RUNNING
    assert elapsed(theirs.state, clock.now) == 90
    desk.act(conduct.rate, desk.state.guide.questions[0].id, 4)


def test_a_record_stays_as_it_was_held_when_the_kit_has_changed(services, folders, clock, tmp_path):
    desk = begin(services)
    (tmp_path / "question_banks").mkdir()
    elsewhere = Services(folders, {}, content=tmp_path, clock=clock)

    state = elsewhere.interviews.state(desk.state.id)
    assert state.guide == desk.state.guide
    assert state.guide.fingerprint == desk.state.fingerprint
    elsewhere.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=8, max_size=8),
    st.one_of(st.none(), st.integers(1, 5)),
)
def test_live_stored_and_printed_score_are_the_same_number(services, ratings, amended):
    desk = hold(begin(services), ratings)
    live = score_text(desk.state.score.value)
    desk.act(conduct.submit, fresh_salt())
    (stored,) = (
        record.event
        for record in services.log.read(f"interview/{desk.state.id}")
        if isinstance(record.event, ev.ScorecardSubmitted)
    )
    assert score_text(stored.score) == live
    assert stored.score == desk.state.score.value
    assert _shown(desk) == live
    assert live in _printed(services, desk)

    desk.act(conduct.amend_rating, desk.state.guide.questions[0].id, amended, "looked again")
    assert _shown(desk) == score_text(desk.state.score.value)
    assert _shown(desk) in _printed(services, desk)


def _shown(desk):
    (result,) = (part for part in scorecard_words.parts(desk.state, desk.now) if part.has_class("result"))
    text = result.content.plain
    return text.removeprefix("Score ").partition("   ")[0]


def _printed(services, desk):
    document = services.reports.scorecard(desk.state.id)
    return render(document, Format.TXT).data.decode()


def test_what_people_type_comes_back_as_typed(services):
    hostile = HOSTILE.replace("\x1b", "")
    desk = begin(services, candidate=hostile[:40], interviewer=hostile[:30])
    question = desk.state.guide.questions[0].id
    note = HOSTILE + "x" * 10_000
    desk.act(conduct.edit_note, question, note)

    state = services.interviews.state(desk.state.id)
    assert state.note(question) == note
    assert state.candidate == hostile[:40]
    view = scorecard_view(state, state.last_at)
    assert view.questions[0].note == note


@pytest.mark.parametrize("seconds", [0, 1, 20, 29, 30, 89, 90, 150, 2699.9, 5000])
def test_the_time_used_is_the_same_on_the_screen_and_on_paper(services, clock, seconds):
    desk = begin(services)
    clock.turn(seconds=seconds)
    desk.act(conduct.end)
    (result,) = (part for part in scorecard_words.parts(desk.state, desk.now) if part.has_class("result"))
    used = result.content.plain.rpartition("   ·   ")[2]
    assert used.endswith("of 45 minutes")
    assert f"Time used: {used}\n" in _printed(services, desk)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0"), (0.01, "under 1"), (0.49, "under 1"), (0.5, "1"), (1.5, "2"), (2.5, "3"), (44.9, "45")],
)
def test_minutes_on_the_clock_are_whole_and_halves_are_rounded_up(minutes, said):
    assert time_used(minutes, 45) == f"{said} of 45 minutes"
    assert time_used(minutes, 1) == f"{said} of 1 minute"
    assert time_used(minutes, 2.5) == f"{said} of 2.5 minutes"


def test_a_draft_is_known_by_kit_candidate_and_interviewer_in_any_case(services, clock):
    find = services.interviews.unfinished
    assert find(KIT, "C-001", "Jörg") is None
    first = services.interviews.plan(KIT, "C-001", "Jörg").state.id
    assert find(KIT, " c-001", "JO\u0308RG ") == first
    assert find(KIT, "C-0011", "Jörg") is None
    assert find("another-kit", "C-001", "Jörg") is None
    clock.turn(minutes=1)
    second = services.interviews.plan(KIT, "C-001", "Jörg").state.id
    assert find(KIT, "C-001", "Jörg") == second


def test_a_submitted_interview_is_no_draft(services):
    desk = hold(begin(services), [3] * 8)
    assert services.interviews.unfinished(KIT, "C-001", "dana") == desk.state.id
    desk.act(conduct.submit, fresh_salt())
    assert services.interviews.unfinished(KIT, "C-001", "dana") is None


def test_summaries_show_the_last_touched_first(services, clock):
    first = begin(services, "C-001")
    clock.turn(minutes=1)
    second = begin(services, "C-002")
    clock.turn(minutes=1)
    first.act(conduct.rate, first.state.guide.questions[0].id, 5)

    summaries = services.interviews.summaries()
    assert [one.id for one in summaries] == [first.state.id, second.state.id]
    assert (summaries[0].settled, summaries[0].questions) == (1, 8)
