"""On a terminal the same commands open the program at the right place."""

import sys
from unittest.mock import Mock

import pytest
from click.testing import CliRunner

from coach.cli import program
from coach.cli.errors import NoTerminal
from coach.cli.plain import dialogue
from coach.cli.root import root
from coach.core import conduct
from coach.services.settings import SettingsError
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
    environ = {"COACH_HOME": str(tmp_path), "TERM": "xterm-256color"}
    return CliRunner(env=environ).invoke(root, words, **more)


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


@pytest.mark.parametrize("term", ["dumb", ""])
def test_where_a_terminal_cannot_draw_commands_go_line_by_line_and_say_so(tmp_path, opened, term):
    runner = CliRunner(env={"COACH_HOME": str(tmp_path), "TERM": term})
    trained = runner.invoke(root, ["train", "run", "executive-communication"], input="")
    interview = ["interview", "run", "ae-first-round", "--candidate", "C-1", "--interviewer", "Dana"]
    asked = runner.invoke(root, interview, input="")
    assert "Step 1 of" in trained.stdout
    assert "Conflict of interest" in asked.stdout
    for said in (trained, asked):
        assert said.stderr.startswith(f"This terminal cannot draw: TERM is {term or 'not set'}")
    assert opened == []


@pytest.fixture
def on_a_terminal(monkeypatch):
    """What stands for a terminal at both ends, and for the program on it; holds who was greeted."""
    greeted = []
    monkeypatch.setattr(program, "sys", Mock(stderr=sys.stderr))
    monkeypatch.setattr(CoachApp, "run", lambda app: greeted.append(app._greet))
    return greeted


def test_the_program_alone_says_that_a_terminal_cannot_draw(services, on_a_terminal):
    services.environ = {"TERM": "dumb"}
    with pytest.raises(NoTerminal, match=r"cannot draw: TERM is dumb\. Line by line, use coach train run"):
        program.open_program(services)
    assert on_a_terminal == []


def test_the_first_opening_greets_also_where_commands_were_used_before(services, on_a_terminal):
    services.environ = {"TERM": "xterm"}
    services.interviews.plan("ae-first-round", "C-1", "Dana")
    program.open_program(services, greet=False)
    program.open_program(services)
    program.open_program(services)
    assert on_a_terminal == [False, True, False]


def test_a_welcome_that_was_not_shown_is_shown_next_time(services, on_a_terminal):
    services.environ = {"TERM": "xterm"}
    services.folders.config.mkdir(parents=True)
    settings = services.folders.config / "config.toml"
    settings.write_text('theme = "coach-lihgt"')
    with pytest.raises(SettingsError, match="did you mean 'coach-light'"):
        program.open_program(services)
    settings.unlink()
    del services.settings
    program.open_program(services)
    assert on_a_terminal == [True]


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
