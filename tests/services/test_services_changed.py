"""Content that changes under a learner's feet, with real files."""

import pytest

from coach.core.training import Standing
from coach.services import Services

SESSION = """
id: one
title: One
goal: g
lessons:
  - id: basics
    title: Basics
    steps:
      - id: pick
        type: choice
        title: Pick one
        prompt: Which animal barks?
        options:
          - {id: cat, text: The cat, why: A cat mews.}
          - {id: dog, text: The dog, why: A dog barks., correct: true}
      - {id: read-me, type: reading, title: Read me, text: A text.}
"""


@pytest.fixture
def session(services):
    folder = services.folders.data / "content" / "curricula" / "small"
    folder.mkdir(parents=True)
    (folder / "module.yaml").write_text(
        "id: small\ntitle: Small\nsummary: s\naudience: a\ncompetencies: []\n"
        "sessions: [{id: one, title: One, minutes: 2}]\n",
        encoding="utf-8",
    )
    (folder / "one.yaml").write_text(SESSION, encoding="utf-8")
    return folder / "one.yaml"


@pytest.fixture
def later(folders, clock):
    """A program that is started after the change."""
    made = Services(folders, {}, clock=clock)
    yield made
    made.close()


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def solve(services):
    run = services.training.open("small", "one")
    run.answer(0, run.kind(0).solution(run.steps[0][1], run.context(0)))
    run.finish(1)


def done(services):
    modules = services.library.index(services.folders.cache)
    (progress,) = (one for one in services.training.progress(modules) if one.id == "small")
    return progress.done, progress.total


def test_a_corrected_typo_keeps_progress_and_the_answer(services, later, session):
    solve(services)
    edit(session, "Which animal barks?", "Which of these animals barks?")

    run = later.training.open("small", "one")
    assert run.steps[0][1].prompt == "Which of these animals barks?"
    assert run.standing(0) is Standing.SOLVED
    assert run.response(0) is not None
    assert done(later) == (2, 2)


def test_a_raised_revision_asks_again_and_keeps_what_was_answered(services, later, session):
    solve(services)
    edit(session, "title: Pick one\n", "title: Pick one\n        rev: 2\n")

    run = later.training.open("small", "one")
    assert run.standing(0) is Standing.NEW
    assert run.next_index() == 0
    assert done(later) == (1, 2)
    assert [type(record.event).__name__ for record in later.log.read("training/me")] == [
        "Answered",
        "StepRead",
    ]


def test_a_step_that_was_taken_out_stays_in_the_history_and_stops_nothing(services, later, session):
    solve(services)
    start = SESSION.index("      - id: pick")
    session.write_text(SESSION[:start] + SESSION[SESSION.index("      - {id: read-me") :], "utf-8")

    run = later.training.open("small", "one")
    assert [step.id for _, step in run.steps] == ["read-me"]
    assert done(later) == (1, 1)
    assert later.training.state.standing("small", "pick") is Standing.SOLVED
    assert later.reviews.due() == ()


def test_a_module_that_is_gone_leaves_home_and_the_other_modules_alone(services, later, session):
    solve(services)
    session.with_name("module.yaml").unlink()

    modules = later.library.index(later.folders.cache)
    assert "small" not in [module.id for module in modules]
    assert later.training.next_up(modules).module == "executive-communication"
