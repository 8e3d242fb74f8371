"""Progress of one learner, on the small content: what counts, what is refused, what stays readable."""

from datetime import timedelta

import msgspec
import pytest
from cli.cli_kit import write_content

from coach.content.library import Library, NotFound
from coach.core import events as ev
from coach.core.calibration import Level
from coach.core.conduct import Refused
from coach.services import Services
from coach.services.progress import NotMastered, ProgressService
from coach.services.settings import Settings

EXERCISES = (1, 2, 3)


@pytest.fixture
def small(folders, clock, tmp_path):
    """Services on a module with three graded steps in two sessions, of a learner with a name."""
    folders.config.mkdir(parents=True)
    (folders.config / "config.toml").write_text('name = "Made-up Learner"\n', encoding="utf-8")
    made = Services(folders, {}, content=write_content(tmp_path / "content"), clock=clock)
    yield made
    made.close()


def right(services, index, session="first"):
    run = services.training.open("small", session)
    run.show(index)
    return run.answer(index, run.kind(index).solution(run.steps[index][1], run.context(index)))


def finish_readings(services):
    for session in ("first", "second"):
        run = services.training.open("small", session)
        for index in range(len(run.steps)):
            if run.kind(index) is None:
                run.show(index)
                run.finish(index)


def master(services, clock):
    finish_readings(services)
    for _ in range(2):
        for index in EXERCISES:
            right(services, index)
            clock.turn(minutes=1)
        clock.turn(days=1)


def small_module(services):
    return services.progress.module("small")


def reread(services):
    """The same learner once the program was started again, on content that changed."""
    library = Library(services.library.roots)
    return ProgressService(services.log, library, services.clock, services.settings)


def test_a_learner_who_has_done_nothing_has_figures_that_say_so(small):
    view = small.progress.view()
    assert not view.begun
    assert (view.spent.total, view.spent.days) == (0, ())
    assert small_module(small).mastered == 0
    assert all(one.value is None and one.seen == 0 for one in view.competencies)
    assert view.calibration == tuple(Level(certainty=level, count=0, share=None) for level in (1, 2, 3))


def test_two_days_of_right_answers_and_all_finished_give_the_certificate(small, clock):
    master(small, clock)
    found = small_module(small)
    assert (found.mastered, found.needed, found.met) == (3, 3, True)
    assert small.progress.certificate("small").blocks


def test_a_refused_certificate_says_exactly_what_is_missing(small):
    right(small, 1)
    with pytest.raises(NotMastered) as refused:
        small.progress.certificate("small")
    assert str(refused.value) == (
        "“Small things” is not mastered yet, so there is no certificate. Missing:\n"
        "- 3 more graded steps to be mastered\n"
        "- 4 steps of “First steps” to be finished\n"
        "- 1 step of “Second steps” to be finished\n"
        "- right answers without help on 1 more day"
    )


def test_a_certificate_needs_a_name(small, clock):
    master(small, clock)
    nameless = ProgressService(small.log, small.library, clock, Settings())
    with pytest.raises(Refused, match="needs a name"):
        nameless.certificate("small")
    assert nameless.certificate("small", "Somebody")


def test_an_unknown_module_is_answered_with_the_nearest(small):
    with pytest.raises(NotFound, match="small"):
        small.progress.certificate("smal")


def test_right_answers_with_a_hint_do_not_master(small, clock):
    finish_readings(small)
    for _ in range(3):
        for index in EXERCISES:
            run = small.training.open("small", "first")
            run.reset(index)
            run.hint(index)
            right(small, index)
        clock.turn(days=1)
    by_name = {one.step.id: one.mastered for one in small_module(small).steps}
    assert by_name == {"pick": False, "term": True, "number": True}, "only the first of them has hints"


def test_a_reset_step_keeps_its_answers_and_opens_its_session_again(small, clock):
    master(small, clock)
    small.training.open("small", "first").reset(1)
    found = small_module(small)
    assert found.mastered == 3
    assert not found.met
    assert [one.done for one in found.sessions] == [4, 1]


def test_a_raised_revision_asks_for_mastery_again_and_a_typo_fix_does_not(small, clock):
    master(small, clock)
    file = small.content / "curricula/small/first.yaml"
    text = file.read_text(encoding="utf-8")

    file.write_text(text.replace("Which animal barks?", "Which of these barks?"), encoding="utf-8")
    assert reread(small).module("small").met

    file.write_text(text.replace("title: Pick one", "title: Pick one\n        rev: 2"), encoding="utf-8")
    again = reread(small).module("small")
    assert (again.mastered, again.met) == (2, False)
    assert [one.done for one in again.sessions] == [4, 1]


def test_answers_to_a_step_that_is_gone_still_stand_behind_readiness(small):
    place = ev.Place(module="small", session="first", lesson="basics", step="gone")
    right(small, 1)
    answered = small.log.read("training/me")[-1].event
    for _ in range(3):
        small.training.record(
            msgspec.structs.replace(answered, place=place, title="Taken out", competencies=("discovery",))
        )
    (found,) = [one for one in small.progress.view().competencies if one.competency == "discovery"]
    assert (found.value, found.seen) == (100, 0)
    assert {one.review.title for one in found.observations} == {"Taken out"}


def test_certainty_is_held_against_first_answers(small):
    right(small, 1)
    answered = small.log.read("training/me")[-1].event
    place = answered.place
    wrong = msgspec.structs.replace(answered.outcome, score=0.0)
    for certainty, outcome in [(3, wrong), (3, answered.outcome), (2, answered.outcome)]:
        small.training.record(
            ev.StepShown(place=place),
            msgspec.structs.replace(answered, certainty=certainty, outcome=outcome),
            ev.SolutionRevealed(place=place),
        )
    levels = {one.certainty: (one.count, one.share) for one in small.progress.view().calibration}
    assert levels == {1: (0, None), 2: (1, 1.0), 3: (2, 0.5)}


def test_time_and_days_come_from_what_was_recorded(small, clock):
    run = small.training.open("small", "first")
    run.show(0)
    clock.turn(minutes=3)
    run.finish(0)
    clock.turn(minutes=30)
    run.show(1)
    clock.turn(minutes=2)
    right(small, 1)
    view = small.progress.view()
    assert view.spent.minutes == {"small": pytest.approx(5)}
    assert view.spent.active(view.today, 7) == 1
    assert view.spent.active(view.today + timedelta(days=7), 7) == 0


def test_what_another_program_recorded_is_seen(small, folders, clock):
    assert not small.progress.view().begun
    second = Services(folders, {}, content=small.content, clock=clock)
    right(second, 1)
    second.close()
    assert small.progress.view().begun


def test_a_module_that_cannot_be_read_is_named_and_stops_nothing(small):
    (small.content / "curricula/small/module.yaml").write_text("title: [", encoding="utf-8")
    view = small.progress.view()
    assert [name for name, _ in view.unread] == ["small"]
    assert "executive-communication" in {one.module for one in view.modules}


def test_a_session_with_errors_keeps_the_certificate_back_and_is_named(small, clock):
    master(small, clock)
    file = small.content / "curricula/small/first.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("type: numeric", "type: nummeric"), encoding="utf-8"
    )
    with pytest.raises(
        NotMastered, match=r"“First steps” to be mended, since it cannot be read: .*first\.yaml:"
    ):
        reread(small).certificate("small")


def test_the_day_is_the_one_where_the_learner_lives(small, clock):
    master(small, clock)
    one_long_day = ProgressService(
        small.log, small.library, clock, Settings(), day_of=lambda _: clock().date()
    )
    assert one_long_day.module("small").mastered == 0
