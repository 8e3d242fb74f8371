from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import HOSTILE

from coach.core import events as ev

MODULE = "executive-communication"


def run_of(services):
    return services.training.open(MODULE, "1")


def kept(services):
    return services.keep.all(services.library.index(services.folders.cache))


def test_a_bookmark_is_set_taken_away_and_known_to_the_next_program(services, other):
    place = run_of(services).place(3)
    services.keep.mark(place, on=True)
    assert other.keep.bookmarked(place)
    services.keep.mark(place, on=False)
    assert not services.keep.bookmarked(place)
    kinds = [type(record.event).__name__ for record in services.log.read("training/me")]
    assert kinds == ["Bookmarked", "Bookmarked"]


def test_what_changes_nothing_is_not_recorded(services):
    place = run_of(services).place(3)
    services.keep.mark(place, on=False)
    services.keep.write(place, "")
    services.keep.write(place, "  \n")
    services.keep.write(place, "A note.")
    services.keep.write(place, "A note.\n")
    assert len(services.log.read("training/me")) == 1


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: f"x{text}x"))
def test_a_note_comes_back_as_it_was_written(services, text):
    place = run_of(services).place(1)
    services.keep.write(place, text)
    assert services.keep.note(place) == text


def test_notes_and_bookmarks_do_not_touch_progress_or_where_one_stands(services):
    run = run_of(services)
    run.show(0)
    before = services.training.state
    services.keep.mark(run.place(9), on=True)
    services.keep.write(run.place(9), HOSTILE)
    after = services.training.state
    assert (after.steps, after.last, after.last_in) == (before.steps, before.last, before.last_in)


def test_what_is_kept_is_listed_in_the_order_of_the_content_with_its_titles(services):
    run = run_of(services)
    services.keep.mark(run.place(9), on=True)
    services.keep.write(run.place(2), "Say it first.")
    services.keep.mark(run.place(2), on=True)

    first, second = kept(services)
    lesson, step = run.steps[2]
    assert (first.place, first.bookmarked, first.note) == (run.place(2), True, "Say it first.")
    assert first.title == (step.title or lesson.title)
    assert first.where == f"{run.module.title} › {lesson.title}"
    assert (second.place, second.bookmarked, second.note) == (run.place(9), True, "")


def test_what_belongs_to_a_step_that_is_gone_is_listed_last_and_can_be_dropped(services):
    gone = ev.Place(module="old-module", session="s", lesson="l", step="old-step")
    services.keep.write(gone, "Still mine.")
    services.keep.mark(gone, on=True)
    services.keep.mark(run_of(services).place(2), on=True)

    last = kept(services)[-1]
    assert (last.gone, last.title, last.where, last.note) == (True, "old-step", "old-module", "Still mine.")
    services.keep.drop(last)
    assert [one.gone for one in kept(services)] == [False]
    assert len(services.log.read("training/me")) == 5, "the history stays"


def test_a_step_that_moved_is_found_where_it_is_now(services):
    place = run_of(services).place(2)
    moved = ev.Place(module=place.module, session="elsewhere", lesson="other", step=place.step)
    services.keep.mark(moved, on=True)
    assert kept(services)[0].place == place
