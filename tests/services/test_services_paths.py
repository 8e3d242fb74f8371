from datetime import date

import pytest

from coach.content.library import NotFound
from coach.core.paths import LearningPath
from coach.services.paths import along

SESSION = (
    "id: {name}\ntitle: Session {name}\ngoal: g\nlessons:\n- id: l-{name}\n  title: Lesson {name}\n  steps:\n"
    "  - {{id: r-{name}, type: reading, text: Text.}}\n"
)


@pytest.fixture
def content(services):
    """Two small modules of two sessions, and paths through them, beside what is shipped."""
    root = services.folders.data / "content" / "curricula"
    for module in ("alpha", "beta"):
        (root / module).mkdir(parents=True)
        names = [f"{module}-{number}" for number in (1, 2)]
        sessions = "".join(f"- {{id: {name}, title: Session {name}, minutes: 1}}\n" for name in names)
        (root / module / "module.yaml").write_text(
            f"id: {module}\ntitle: Module {module}\nsummary: s\naudience: a\ncompetencies: []\n"
            f"sessions:\n{sessions}",
            encoding="utf-8",
        )
        for name in names:
            (root / module / f"{name}.yaml").write_text(SESSION.format(name=name), encoding="utf-8")
    (root / "paths.yaml").write_text(
        "paths:\n"
        "- {id: backwards, title: Backwards, audience: a, steps: [beta/beta-2, alpha]}\n"
        "- {id: by-a-day, title: By a day, audience: a, steps: [beta], deadline: true}\n",
        encoding="utf-8",
    )
    return root


def modules(services):
    return services.library.index(services.folders.cache)


def read_all(services, module, session):
    run = services.training.open(module, session)
    for index in range(len(run.steps)):
        run.finish(index)


def next_up(services):
    return services.training.next_up(modules(services), services.paths.chosen())


def test_a_path_leads_from_its_first_session_to_its_last_in_its_own_order(services, content):
    services.paths.choose("backwards")
    proposed = []
    for _ in range(3):
        found = next_up(services)
        proposed.append((found.module, found.session, found.session_number))
        read_all(services, found.module, found.session)

    assert proposed == [("beta", "beta-2", 2), ("alpha", "alpha-1", 1), ("alpha", "alpha-2", 2)]


def test_the_path_comes_before_where_one_was_last(services, content):
    services.training.open("alpha", "1").show(0)
    assert next_up(services).module == "alpha"
    services.paths.choose("backwards")
    assert next_up(services).session == "beta-2"
    services.paths.leave()
    assert next_up(services).module == "alpha"


def test_at_the_end_of_a_path_the_rest_is_proposed(services, content):
    services.paths.choose("by-a-day")
    for session in ("1", "2"):
        read_all(services, "beta", session)
    assert next_up(services).module == "alpha"


def test_what_was_done_counts_on_every_path(services, content):
    read_all(services, "beta", "2")
    services.paths.choose("backwards")
    view = services.paths.view(modules(services))
    assert (view.title, view.done, view.total, view.deadline) == ("Backwards", 1, 3, None)


def test_a_deadline_is_counted_in_days_from_today(services, content, clock):
    services.paths.choose("by-a-day")
    services.reviews.set_deadline(date(2026, 11, 14))
    view = services.paths.view(modules(services))
    assert (view.deadline, view.days) == (date(2026, 11, 14), 11)
    clock.turn(days=12)
    assert services.paths.view(modules(services)).days == -1


def test_the_choice_is_kept_and_is_the_learners_own(services, other, content):
    services.paths.choose("backwards")
    assert other.paths.chosen().id == "backwards"
    assert other.for_profile("mira").paths.chosen() is None


def test_an_unknown_path_is_told_with_the_nearest(services, content):
    with pytest.raises(NotFound, match=r"There is no learning path 'backward'\. Did you mean 'backwards'"):
        services.paths.choose("backward")
    assert services.paths.chosen() is None


def test_a_path_that_the_content_no_longer_has_counts_as_none(services, other, content):
    services.paths.choose("backwards")
    (content / "paths.yaml").unlink()
    assert other.paths.chosen() is None
    assert next_up(other) is not None
    assert other.paths.view(modules(other)) is None


def test_a_broken_file_of_paths_leaves_the_shipped_ones(services, content):
    (content / "paths.yaml").write_text("paths: [", encoding="utf-8")
    assert "newcomer-ae" in {path.id for path in services.paths.all()}
    assert any("paths.yaml" in problem for problem in services.paths.problems())


def test_parts_that_are_not_there_are_passed_over_and_none_comes_twice(services, content):
    path = LearningPath(
        id="odd", title="t", audience="a", steps=("gone", "alpha/gone", "alpha/alpha-2", "alpha", "alpha")
    )
    found = [(module.id, session.id) for module, _, session in along(path, modules(services))]
    assert found == [("alpha", "alpha-2"), ("alpha", "alpha-1")]


def test_a_session_that_cannot_be_read_is_not_done(services, content):
    (content / "beta" / "beta-2.yaml").write_text("id: [", encoding="utf-8")
    services.paths.choose("backwards")
    assert services.paths.view(modules(services)).done == 0


def test_the_shipped_paths_lead_through_shipped_modules(services):
    listed = modules(services)
    paths = services.paths.all()
    assert {path.id for path in paths} >= {"newcomer-ae", "career-changer", "hiring-manager"}
    assert all(along(path, listed) for path in paths)
    assert [path.id for path in paths if path.deadline] == ["career-changer"]


def test_modules_stand_in_the_order_of_the_path_and_others_by_their_titles(services, content):
    def order():
        return [module.id for module in services.paths.in_order(modules(services))]

    before = order()
    services.paths.choose("backwards")

    assert order() == ["beta", "alpha", *(name for name in before if name not in {"alpha", "beta"})]
