import io
from pathlib import Path

import pikepdf
import pytest
from pty_kit import ENTER, ESCAPE, QUIT, program
from pypdf import PdfReader

from coach.core.interview import Overall, Phase
from coach.services import Services
from coach.store.paths import Folders

KITS = Path(__file__).parents[2] / "question_banks" / "kits"
DOWN = "\x1b[B"


def choose(terminal, title, number):
    terminal.until_text(title)
    terminal.settle()
    terminal.write(str(number))
    terminal.until(lambda _: title not in terminal.text, f"the end of {title!r}")


def plan_and_start(terminal):
    terminal.until_text("Welcome to Coach")
    terminal.write(ENTER)
    terminal.until_text("Learn")
    terminal.write("i")
    terminal.until_text("New interview")
    terminal.settle()
    kits = sorted(file.stem for file in KITS.glob("*.yaml"))
    terminal.write(DOWN * kits.index("ae-first-round") + ENTER)
    terminal.settle()
    terminal.write("C-077" + ENTER)
    terminal.settle()
    terminal.write("Dana" + ENTER)
    terminal.until_text("not started")
    terminal.write(ENTER)
    choose(terminal, "Conflict of interest", 1)
    choose(terminal, "Notes and consent", 1)
    terminal.until(lambda _: "not started" not in terminal.text, "the clock")


def ask_and_rate(terminal, number, note, rating):
    terminal.write(ENTER)
    terminal.until_text(f"question {number} of 8")
    terminal.settle()
    terminal.write("n")
    terminal.until_text("esc keys")
    terminal.write(note)
    terminal.until_text(note[:20])
    terminal.write(ESCAPE)
    terminal.until_text("1-5 rate")
    terminal.write(str(rating))
    terminal.settle()


def close_submit_and_print(terminal):
    terminal.write(ENTER)
    terminal.until_text("Closing")
    terminal.settle()
    terminal.write(ENTER)
    choose(terminal, "Is the conversation over?", 1)
    terminal.until_text("Scorecard · C-077")
    terminal.settle()
    terminal.write("o")
    choose(terminal, "Overall recommendation", 3)
    terminal.until_text("Why yes?")
    terminal.settle()
    terminal.write("numbers and method in six of eight answers" + ENTER)
    terminal.until(lambda _: "Why yes?" not in terminal.text, "the end of the reason")
    terminal.settle()
    terminal.write("\x13")
    choose(terminal, "Submit this scorecard?", 1)
    terminal.until_text("submitted")
    terminal.write("p")
    terminal.until_text("Where should the PDF go?")
    terminal.settle()
    terminal.write(ENTER)
    terminal.until_text("Written:")
    terminal.write(QUIT)
    assert terminal.wait_for_end() == 0


@pytest.mark.pty
def test_a_whole_interview_is_held_by_keyboard_at_80_by_24_and_printed(tmp_path):
    home, folder = tmp_path / "home", tmp_path / "desk"
    folder.mkdir()
    services = Services(Folders.from_environment({"COACH_HOME": str(home)}), {})
    guide = services.library.guide("ae-first-round")
    ratings = [3, 4, 2, 5, 3, 4, 4, 3]
    notes = [f"evidence {number} on {one.id}" for number, one in enumerate(guide.questions, 1)]

    with program(home, folder) as terminal:
        plan_and_start(terminal)
        for number, (note, rating) in enumerate(zip(notes, ratings, strict=True), 1):
            ask_and_rate(terminal, number, note, rating)
        close_submit_and_print(terminal)

    state = services.interviews.state("c-077-dana")
    services.close()
    assert state.phase is Phase.SUBMITTED
    assert list(state.ratings.values()) == ratings
    assert state.overall is Overall.YES
    assert [state.note(one.id) for one in guide.questions] == notes
    assert state.submitted.value == state.score.value == 62.5

    data = (folder / "c-077-dana.pdf").read_bytes()
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    assert "63 of 100" in text
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
