import random
from time import monotonic

import pytest
from pty_kit import ENTER, program

from coach.cli.program import GREETED
from coach.core import conduct
from coach.services import Services
from coach.store.paths import Folders

LIVES, BATCHES = 50, 5
LOST = 1.0
"""Seconds of typing that may be lost."""
CHARACTERS = "abcdefghij klmnopqrs tuvwxyz"


def services_at(home):
    return Services(Folders.from_environment({"COACH_HOME": str(home)}), {})


def begin(home):
    """Start an interview, at its first question."""
    services = services_at(home)
    desk = services.interviews.plan("ae-first-round", "C-001", "dana")
    desk.act(conduct.declare_conflict, conflict=False)
    desk.act(conduct.record_consent, given=True)
    desk.act(conduct.start)
    desk.act(conduct.enter, desk.state.guide.questions[0].id)
    services.close()
    (services.folders.data / GREETED).touch()
    return desk.state.guide.questions[0].id


def stored(home, question):
    services = services_at(home)
    state = services.interviews.state("c-001-dana")
    faults = services.log.verify()
    services.close()
    assert faults == (), "the chain holds after every kill"
    return state.ratings[question], state.note(question)


def live(home, question, chance):
    """One life of the program, ended at a random moment; give what must have survived it."""
    rating, note = stored(home, question)
    shown = rating
    with program(home, columns=120, rows=36) as terminal:
        terminal.until_text("Learn")
        terminal.settle()
        terminal.write("\x1b[F" + ENTER)
        terminal.until_text("paused")
        end = monotonic() + chance.uniform(0.05, 1.6)
        new = chance.choice([level for level in range(1, 6) if level != rating])
        terminal.write(str(new))
        typed, times = "", []
        while monotonic() < end and f"{new} ✓" not in terminal.text:
            terminal.listen(0.01)
        if f"{new} ✓" in terminal.text:
            shown = new
            terminal.write("n")
            while monotonic() < end and "esc keys" not in terminal.text:
                terminal.listen(0.01)
            while monotonic() < end and "esc keys" in terminal.text:
                typed += chance.choice(CHARACTERS)
                terminal.write(typed[-1])
                terminal.listen(chance.uniform(0.005, 0.05))
                times.append(monotonic())
        terminal.kill()
    safe = sum(moment < monotonic() - LOST for moment in times)
    return shown, new, note, typed, safe


@pytest.mark.pty
@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_kill_at_any_moment_loses_no_rating_and_at_most_a_second_of_typing(tmp_path, batch):
    chance = random.Random(batch)
    question = begin(tmp_path)
    for life in range(LIVES // BATCHES):
        shown, new, note, typed, safe = live(tmp_path, question, chance)
        rating, found = stored(tmp_path, question)

        assert rating in (shown, new), f"life {life}: a rating that was shown is lost"
        assert rating == shown or shown != new
        assert found.startswith(note), f"life {life}: older notes are damaged"
        added = found[len(note) :]
        assert typed.startswith(added), f"life {life}: the note holds what was not typed"
        assert len(added) >= safe, f"life {life}: more than a second of typing is lost"
