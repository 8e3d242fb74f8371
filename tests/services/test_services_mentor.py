"""A mentor rates what others wrote and said: what waits, what is refused, and what stays as it was."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from learning_kit import answer_for, learn
from mentor_kit import TOLD, everybody, story, tell, write_tales
from msgspec.structs import replace

from coach.content.library import NotFound
from coach.core import events as ev
from coach.core.conduct import Refused
from coach.services.pieces import Written, written
from coach.store.errors import ChangedElsewhere, DiskFull


@pytest.fixture
def people(folders, clock, tmp_path):
    with everybody(folders, clock, tmp_path / "content") as person:
        yield person


@pytest.fixture
def mira(people):
    return people("mira")


@pytest.fixture
def kim(people):
    return people("kim")


def ids(pieces):
    return [piece.id for piece in pieces]


# --- What waits -----------------------------------------------------------------------------------


def test_what_a_learner_told_waits_for_others_and_not_for_themselves(mira, kim):
    name = tell(mira)
    assert ids(kim.mentor.waiting()) == [name]
    assert mira.mentor.waiting() == ()
    assert ids(mira.mentor.mine()) == [name]


def test_only_the_latest_answer_to_a_step_waits_and_the_oldest_piece_comes_first(mira, kim, people, clock):
    tell(mira)
    clock.turn(hours=1)
    other = tell(people("ben"), index=1)
    clock.turn(hours=1)
    again = tell(mira, text="In June I lost another.")
    assert ids(kim.mentor.waiting()) == [other, again]


def test_answers_that_no_rubric_can_rate_do_not_wait(services, other):
    learn(services, 5)
    assert other.for_profile("kim").mentor.pieces() == ()


def test_a_piece_has_all_that_is_needed_to_rate_it(mira, kim, clock):
    piece = kim.mentor.piece(tell(mira))
    assert (piece.name, piece.title, piece.module, piece.at) == (
        "Mira",
        "a lost deal",
        "Telling stories",
        clock(),
    )
    assert piece.brief == "Tell me about a lost deal."
    assert piece.brief in piece.asked
    assert TOLD in piece.said
    assert [criterion.id for criterion in piece.rubric] == ["clarity", "honesty"]
    assert piece.outcome == mira.training.open("tales", "first").progress(0).outcome


def test_own_ratings_stand_apart_from_the_story(mira, kim):
    piece = kim.mentor.piece(tell(mira, clarity=3, honesty=5))
    assert piece.own == {"clarity": 3, "honesty": 5}
    assert "Clarity 3" not in piece.said


EVENTS = st.one_of(
    st.builds(
        lambda step, kind: replace(answer_for(step), kind=kind),
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["star", "choice", "no-such-kind"]),
    ),
    st.builds(
        lambda answer, level: ev.PieceRated(
            place=answer_for("a").place, answer=answer, ratings={"clarity": level}
        ),
        st.integers(1, 20),
        st.integers(1, 5),
    ),
    st.builds(lambda: ev.PathChosen(path="p")),
)


@given(st.lists(EVENTS, max_size=20), st.integers(0, 20))
def test_a_stream_read_in_two_goes_says_the_same_as_read_at_once(events, cut):
    at = datetime(2026, 11, 3, tzinfo=UTC)
    history = [
        ev.Recorded(stream="training/mira", number=number, at=at, actor="mira", event=event)
        for number, event in enumerate(events, 1)
    ]
    whole = written(history, Written())
    assert written(history[cut:], written(history[:cut], Written())) == whole
    told = {one.event.place.key: one for one in history if getattr(one.event, "kind", "") == "star"}
    assert whole.answers == told, "the latest answer of each step that a rubric can rate"


# --- Rating ---------------------------------------------------------------------------------------


def test_a_rating_stands_beside_the_learners_own(mira, kim, clock):
    name = tell(mira)
    clock.turn(hours=1)
    kim.mentor.rate(name, {"clarity": 4, "honesty": 2}, " Name the day. ")
    (given,) = mira.mentor.own(mira.training.open("tales", "first").place(0)).given
    assert (given.mentor, given.name, given.at) == ("kim", "Kim", clock())
    assert (given.ratings, given.note) == ({"clarity": 4, "honesty": 2}, "Name the day.")
    mine = mira.mentor.piece(name)
    assert mine.voices("mira") == (
        ("Kim", {"clarity": 4, "honesty": 2}),
        ("you", {"clarity": 3, "honesty": 5}),
    )
    last = mira.log.read("training/mira")[-1]
    assert (last.actor, type(last.event)) == ("kim", ev.PieceRated)


def test_a_rated_piece_waits_no_more_and_can_still_be_read(mira, kim, people):
    name = tell(mira)
    kim.mentor.rate(name, {"clarity": 4})
    assert kim.mentor.waiting() == ()
    assert ids(kim.mentor.pieces()) == [name]
    assert people("ben").mentor.waiting() == ()


def test_rating_again_replaces_ones_own_rating_and_no_one_elses(mira, kim, people):
    name = tell(mira)
    people("ben").mentor.rate(name, {"honesty": 1})
    kim.mentor.rate(name, {"clarity": 4})
    piece = kim.mentor.rate(name, {"clarity": 5})
    assert [(one.mentor, one.ratings) for one in piece.given] == [
        ("ben", {"honesty": 1}),
        ("kim", {"clarity": 5}),
    ]


def test_what_others_gave_is_open_once_one_has_rated_and_to_the_learner_at_once(mira, kim, people):
    name = tell(mira)
    kim.mentor.rate(name, {"clarity": 4})
    piece = people("ben").mentor.piece(name)
    assert (piece.open_to("ben"), piece.open_to("kim"), piece.open_to("mira")) == (False, True, True)


def test_a_new_answer_waits_anew_and_has_no_rating_yet(mira, kim):
    kim.mentor.rate(tell(mira), {"clarity": 4})
    again = tell(mira, text="In June I lost another.")
    assert ids(kim.mentor.waiting()) == [again]
    assert mira.mentor.mine()[0].given == ()


@pytest.mark.parametrize(
    ("ratings", "sentence"),
    [
        ({}, "Nothing is rated yet. Rate at least one of clarity, honesty."),
        ({"clarity": 6}, "clarity cannot be rated 6. Give a number from 1 to 5."),
        ({"clarity": 0}, "clarity cannot be rated 0. Give a number from 1 to 5."),
        ({"clarty": 4}, "'clarty' is no criterion of this piece; did you mean 'clarity'?"),
        ({"humour": 4}, "'humour' is no criterion of this piece; known here: clarity, honesty"),
    ],
)
def test_ratings_that_mean_nothing_are_refused_and_nothing_is_saved(mira, kim, ratings, sentence):
    name = tell(mira)
    with pytest.raises(Refused) as refused:
        kim.mentor.rate(name, ratings)
    assert str(refused.value) == sentence
    assert kim.mentor.piece(name).given == ()


def test_nobody_rates_their_own_piece(mira):
    name = tell(mira)
    with pytest.raises(Refused, match="This is your own piece"):
        mira.mentor.rate(name, {"clarity": 5})
    assert mira.mentor.mine()[0].given == ()


def test_an_answer_that_was_given_anew_is_not_rated_any_more(mira, kim):
    name = tell(mira)
    kim.mentor.piece(name)
    again = tell(mira, text="In June I lost another.")
    with pytest.raises(Refused, match=rf"{name} was answered anew since; the piece is now {again}"):
        kim.mentor.rate(name, {"clarity": 4})


def test_a_step_that_was_raised_to_another_revision_asks_for_a_fresh_answer(mira, people, tmp_path):
    name = tell(mira)
    write_tales(tmp_path / "content", rev=2)
    kim = people("kim")
    assert kim.mentor.pieces() == ()
    with pytest.raises(Refused, match="its step was changed or taken out of the content"):
        kim.mentor.rate(name, {"clarity": 4})


def test_a_step_that_moved_to_another_session_still_waits(mira, people, tmp_path):
    name = tell(mira)
    folder = write_tales(tmp_path / "content") / "curricula/tales"
    first = (folder / "first.yaml").read_text(encoding="utf-8")
    reading = (folder / "second.yaml").read_text(encoding="utf-8")
    (folder / "second.yaml").write_text(first.replace("id: first", "id: second", 1), encoding="utf-8")
    (folder / "first.yaml").write_text(reading.replace("id: second", "id: first", 1), encoding="utf-8")
    assert ids(people("kim").mentor.waiting()) == [name]


@pytest.mark.parametrize(
    "name", ["", "mira", "mira/", "mira/1", "mira/999", "nobody/3", "/3", "mira/²", "a/b/3"]
)
def test_what_is_no_piece_is_said_to_be_none(mira, kim, name):
    there = tell(mira)
    with pytest.raises(NotFound, match=f"There is no piece .*{there}"):
        kim.mentor.piece(name)


def test_what_a_broken_module_asked_stops_nothing_else(mira, people, tmp_path):
    tell(mira)
    (tmp_path / "content/curricula/tales/module.yaml").write_text("title: [", encoding="utf-8")
    assert people("kim").mentor.pieces() == ()


# --- Two programs at once ---------------------------------------------------------------------------


def busy_log(services, monkeypatch, meanwhile):
    """Let something happen just before an append, as if another program had been quicker."""
    append, left = services.log.append, list(meanwhile)

    def late(*args, **options):
        if left:
            left.pop(0)()
        return append(*args, **options)

    monkeypatch.setattr(services.log, "append", late)


def test_a_learner_who_goes_on_working_does_not_keep_a_rating_from_being_saved(mira, kim, monkeypatch):
    name = tell(mira)
    run = mira.training.open("tales", "first")
    drafts = [lambda number=number: run.keep_draft(1, story(f"draft {number}")) for number in range(3)]
    busy_log(kim, monkeypatch, drafts)
    assert kim.mentor.rate(name, {"clarity": 4}).by("kim").ratings == {"clarity": 4}
    assert run.draft(1).situation == "draft 2"


def test_an_answer_given_in_the_same_moment_is_not_overlooked(mira, kim, monkeypatch):
    name = tell(mira)
    busy_log(kim, monkeypatch, [lambda: tell(mira, text="In June I lost another.")])
    with pytest.raises(Refused, match="was answered anew since"):
        kim.mentor.rate(name, {"clarity": 4})
    assert not any(isinstance(one.event, ev.PieceRated) for one in kim.log.read("training/mira"))


def test_a_stream_that_never_rests_is_said_to_have_changed(mira, kim, monkeypatch):
    name = tell(mira)
    run = mira.training.open("tales", "first")
    drafts = [lambda number=number: run.keep_draft(1, story(f"draft {number}")) for number in range(99)]
    busy_log(kim, monkeypatch, drafts)
    with pytest.raises(ChangedElsewhere):
        kim.mentor.rate(name, {"clarity": 4})


def test_a_full_disk_is_told_and_nothing_counts_as_saved(mira, kim, monkeypatch):
    name = tell(mira)

    def full(*args, **options):
        raise DiskFull("There is no room.")

    monkeypatch.setattr(kim.log, "append", full)
    with pytest.raises(DiskFull):
        kim.mentor.rate(name, {"clarity": 4})
    assert kim.mentor.piece(name).given == ()


def test_the_learner_goes_on_after_a_rating_in_a_program_that_was_open_meanwhile(mira, kim):
    kim.mentor.rate(tell(mira), {"clarity": 4})
    again = tell(mira, index=1)
    assert again in ids(kim.mentor.waiting())
    assert mira.training.state.number == mira.log.read("training/mira")[-1].number


def test_after_an_erasure_nothing_waits_and_new_answers_do(mira, kim, clock):
    tell(mira)
    assert len(kim.mentor.waiting()) == 1
    mira.log.erase("training/mira", actor="mira", at=clock(), reason="asked for")
    assert kim.mentor.pieces() == ()
    again = tell(mira)
    assert ids(kim.mentor.waiting()) == [again]
    assert kim.mentor.rate(again, {"clarity": 2}).by("kim").ratings == {"clarity": 2}


# --- What stays as it was -------------------------------------------------------------------------


def test_a_rating_changes_neither_score_nor_mastery_nor_reviews_nor_time(mira, kim, clock):
    name = tell(mira)
    clock.turn(minutes=1)
    mira.training.open("tales", "first").show(0)
    before = mira.progress.view()
    cards, state = mira.reviews.ledger.cards(), mira.training.state
    clock.turn(minutes=2)
    kim.mentor.rate(name, {"clarity": 1, "honesty": 1})
    after = mira.progress.view()
    assert after.modules == before.modules
    assert [one.observations for one in after.competencies] == [
        one.observations for one in before.competencies
    ]
    assert after.spent == before.spent
    assert mira.reviews.ledger.cards() == cards
    assert mira.training.state.steps == state.steps


def test_a_mentor_on_another_day_makes_it_no_day_of_learning(mira, kim, clock):
    name = tell(mira)
    clock.now += timedelta(days=3)
    kim.mentor.rate(name, {"clarity": 1})
    assert len(mira.progress.view().spent.days) == 1
