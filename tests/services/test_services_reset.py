from coach.core.training import Standing
from coach.services.reset import begun, start_afresh

MODULE = "executive-communication"


def module_of(services):
    return next(one for one in services.library.index(services.folders.cache) if one.id == MODULE)


def solve(run, index):
    run.answer(index, run.kind(index).solution(run.steps[index][1], run.context(index)))


def work(services, count):
    run = services.training.open(MODULE, "1")
    for index in range(count):
        run.show(index)
        if run.kind(index) is None:
            run.finish(index)
        else:
            solve(run, index)
    return run


def test_a_module_is_open_again_and_its_history_stays(services):
    run = work(services, 6)
    before = services.log.read("training/me")

    places = begun(services.training, module_of(services))
    assert len(places) == 6
    assert start_afresh(services.training, places) == 6

    assert all(run.standing(index) is Standing.NEW for index in range(len(run.steps)))
    assert services.log.read("training/me")[: len(before)] == before
    assert begun(services.training, module_of(services)) == ()


def test_only_the_session_that_is_named_is_meant(services):
    run = work(services, 3)
    assert len(begun(services.training, module_of(services), run.session.id)) == 3
    assert begun(services.training, module_of(services), "another-session") == ()


def test_a_reset_says_nothing_about_other_people(services):
    work(services, 2)
    mira = services.for_profile("mira")
    work(mira, 2)
    start_afresh(services.training, begun(services.training, module_of(services)))
    assert len(begun(mira.training, module_of(mira))) == 2


def test_reviews_notes_and_bookmarks_outlive_a_reset(services, clock):
    run = work(services, 8)
    services.keep.write(run.place(1), "Mine.")
    cards = len(services.reviews.ledger.cards())
    clock.turn(days=30)
    due = len(services.reviews.due())
    assert due
    start_afresh(services.training, begun(services.training, module_of(services)))

    assert len(services.reviews.ledger.cards()) == cards
    assert len(services.reviews.due()) == due
    assert services.keep.note(run.place(1)) == "Mine."


def test_nothing_to_reset_records_nothing(services):
    assert start_afresh(services.training, begun(services.training, module_of(services))) == 0
    assert services.log.read("training/me") == ()
