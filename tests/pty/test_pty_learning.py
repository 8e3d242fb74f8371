import pytest
from pty_kit import ENTER, QUIT, program

from coach.core.training import Standing
from coach.services import Services
from coach.store.paths import Folders

MODULE = "executive-communication"


def services_at(home):
    return Services(Folders.from_environment({"COACH_HOME": str(home)}), {})


def keys_for(run, index):
    """The keys that answer an exercise rightly."""
    kind, step, context = run.kind(index), run.steps[index][1], run.context(index)
    solution = kind.solution(step, context)
    match kind.name:
        case "choice":
            numbers = [str(n) for n, option in enumerate(step.options, 1) if option.correct]
        case "order":
            shown = kind.ask(step, context).splitlines()
            numbers = [
                next(line.split()[0] for line in shown if line.endswith(item.text)) for item in step.items
            ]
        case _:
            numbers = [kind.say(step, solution, context)]
    return "".join(numbers) + ENTER


def begin_with(home, module):
    """Let the first learning path hold one module, whatever else the real content has."""
    folder = home / "data" / "content" / "curricula"
    folder.mkdir(parents=True)
    path = f"  - {{id: newcomer-ae, title: New, audience: Newcomers, steps: [{module}]}}\n"
    (folder / "paths.yaml").write_text(f"paths:\n{path}", "utf-8")


@pytest.mark.pty
def test_three_exercises_are_done_and_the_next_day_begins_at_the_fourth(tmp_path):
    services = services_at(tmp_path / "elsewhere")
    run = services.training.open(MODULE, "1")
    exercises = [index for index in range(len(run.steps)) if run.kind(index) is not None]
    fourth = exercises[3]
    begin_with(tmp_path, MODULE)

    with program(tmp_path) as terminal:
        terminal.until_text("Welcome to Coach")
        terminal.write(ENTER)
        terminal.until_text("Begin: Executive communication")
        terminal.write(ENTER)
        for index in range(fourth):
            title = run.steps[index][1].title
            terminal.until_text(title)
            terminal.settle()
            if run.kind(index) is None:
                while "⏎ more" in terminal.text:
                    terminal.write(ENTER)
                    terminal.settle()
            else:
                terminal.write(keys_for(run, index))
                terminal.until_text("✓ Right.")
            terminal.write(ENTER)
        terminal.until_text(run.steps[fourth][1].title)
        terminal.settle()
        terminal.write(QUIT)
        assert terminal.wait_for_end() == 0

    with program(tmp_path) as terminal:
        terminal.until_text("Go on: Executive communication")
        terminal.write(ENTER)
        terminal.until_text(run.steps[fourth][1].title)

    again = services_at(tmp_path)
    reopened = again.training.open(MODULE, "1")
    assert [reopened.standing(index) for index in exercises[:3]] == [Standing.SOLVED] * 3
    assert reopened.next_index() == fourth
    again.close()
    services.close()
    assert (tmp_path / "data" / "coach.db").stat().st_mode & 0o777 == 0o600
