"""On a terminal the same commands open the program at the right place."""

import pytest
from click.testing import CliRunner

from coach.cli import program
from coach.cli.plain import dialogue
from coach.cli.root import root
from coach.core import conduct
from coach.tui.app import CoachApp
from coach.tui.screens.live import LiveScreen
from coach.tui.screens.step import StepScreen


@pytest.fixture
def opened(monkeypatch):
    """What the program was asked to open first, on what passes for a terminal."""
    asked = []
    monkeypatch.setattr(dialogue, "on_terminal", lambda: True)
    monkeypatch.setattr(program, "open_program", lambda _services, **how: how["start"](Asked(asked)))
    return asked


class Asked:
    """In the program's place, notes where it should go."""

    def __init__(self, asked):
        self.open_session = lambda module, session: asked.append((module, session))
        self.open_interview = asked.append


def coach(tmp_path, *words, **more):
    return CliRunner(env={"COACH_HOME": str(tmp_path)}).invoke(root, words, **more)


def test_training_opens_the_session_that_was_named(tmp_path, opened):
    coach(tmp_path, "train", "run", "executive-communication/1")
    assert opened == [("executive-communication", "know-your-purpose")]


def test_an_interview_opens_at_its_desk(tmp_path, opened):
    coach(tmp_path, "interview", "run", "ae-first-round", "--candidate", "C-1", "--interviewer", "Dana")
    assert opened == ["c-1-dana"]


def test_the_option_for_lines_is_kept_to_on_a_terminal(tmp_path, opened):
    said = coach(tmp_path, "train", "run", "executive-communication", "--plain", input="")
    assert "Step 1 of" in said.output
    assert opened == []


async def test_the_program_goes_from_home_straight_to_a_session(services):
    app = CoachApp(services, start=lambda coach: coach.open_session("executive-communication", "1"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.2)
        assert isinstance(app.screen, StepScreen)
        assert len(app.screen_stack) == 2


async def test_the_program_goes_from_home_straight_to_an_interview(services):
    desk = services.interviews.plan("ae-first-round", "C-1", "Dana")
    desk.act(conduct.declare_conflict, conflict=False)
    app = CoachApp(services, start=lambda coach: coach.open_interview(desk.state.id))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.2)
        assert isinstance(app.screen, LiveScreen)
