import io
import os
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pty_kit import COACH, ENTER, ESCAPE, QUIT, ROOT, program
from pypdf import PdfReader

from coach.core.interview import Overall, Phase
from coach.locale import spoken, tr
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
    terminal.until_text(tr("Welcome to Coach"))
    terminal.write(ENTER)
    terminal.until_text(tr("Learn"))
    terminal.write("i")
    terminal.until_text(tr("New interview"))
    terminal.settle()
    kits = sorted(file.stem for file in KITS.glob("*.yaml"))
    terminal.write(DOWN * kits.index("ae-first-round") + ENTER)
    terminal.settle()
    terminal.write("C-077" + ENTER)
    terminal.settle()
    terminal.write("Dana" + ENTER)
    terminal.until_text(tr("not started"))
    terminal.write(ENTER)
    choose(terminal, tr("Conflict of interest"), 1)
    choose(terminal, tr("Notes and consent"), 1)
    terminal.until(lambda _: tr("not started") not in terminal.text, "the clock")


def ask_and_rate(terminal, number, note, rating):
    terminal.write(ENTER)
    terminal.until_text(tr("question {number} of {total}", number=number, total=8))
    terminal.settle()
    terminal.write("n")
    terminal.until_text(f"esc {tr('keys')}")
    terminal.write(note)
    terminal.until_text(note)
    terminal.settle()
    terminal.write(ESCAPE)
    terminal.until(lambda _: f"esc {tr('keys')}" not in terminal.text, "the keys")
    terminal.until_text(f"1-5 {tr('rate')}")
    terminal.settle()
    terminal.write(str(rating))
    terminal.settle()


def close_submit_and_print(terminal):
    terminal.write(ENTER)
    terminal.until_text(tr("Closing"))
    terminal.settle()
    terminal.write(ENTER)
    choose(terminal, tr("Is the conversation over?"), 1)
    terminal.until_text(f"{tr('Scorecard')} · C-077")
    terminal.settle()
    terminal.write("o")
    choose(terminal, tr("Overall recommendation"), 3)
    terminal.until_text(why())
    terminal.settle()
    terminal.write("numbers and method in six of eight answers" + ENTER)
    terminal.until(lambda _: why() not in terminal.text, "the end of the reason")
    terminal.settle()
    terminal.write("\x13")
    choose(terminal, tr("Submit this scorecard?"), 1)
    terminal.until_text(tr("submitted"))
    terminal.write("p")
    terminal.until_text(tr("Where should the PDF go?"))
    terminal.settle()
    terminal.write(ENTER)
    terminal.until_text(tr("Written: {target}.").partition(":")[0])
    terminal.write(QUIT)
    assert terminal.wait_for_end() == 0


def why():
    return tr("Why {what}?", what=tr("yes"))


def hold(home, folder, notes, ratings):
    with program(home, folder) as terminal:
        plan_and_start(terminal)
        for number, (note, rating) in enumerate(zip(notes, ratings, strict=True), 1):
            ask_and_rate(terminal, number, note, rating)
        close_submit_and_print(terminal)


def printed(home, folder, language):
    """Print the scorecard as text in a language, as somebody does who files it."""
    command = [
        *COACH,
        "--lang",
        language,
        "print",
        "scorecard",
        "c-077-dana",
        "--format",
        "txt",
        "--output",
        "-",
    ]
    environ = {**os.environ, "COACH_HOME": str(home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environ, cwd=folder, capture_output=True, check=True)
    return " ".join(done.stdout.decode("utf-8").split())


@pytest.mark.pty
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_whole_interview_is_held_by_keyboard_at_80_by_24_and_printed(tmp_path, language):
    home, folder = tmp_path / "home", tmp_path / "desk"
    folder.mkdir()
    services = Services(Folders.from_environment({"COACH_HOME": str(home)}), {})
    guide = services.library.guide("ae-first-round")
    ratings = [3, 4, 2, 5, 3, 4, 4, 3]
    notes = [f"evidence {number} on {one.id}" for number, one in enumerate(guide.questions, 1)]

    with spoken(language):
        hold(home, folder, notes, ratings)

    state = services.interviews.state("c-077-dana")
    planned = services.log.read("interview/c-077-dana")[0].event
    services.close()
    assert state.phase is Phase.SUBMITTED
    assert list(state.ratings.values()) == ratings
    assert state.overall is Overall.YES
    assert [state.note(one.id) for one in guide.questions] == notes
    assert state.submitted.value == state.score.value == 62.5
    assert (planned.guide.language, planned.fingerprint) == (language, guide.fingerprint)

    data = (folder / "c-077-dana.pdf").read_bytes()
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    with spoken(language):
        assert tr("{score} of 100", score=63) in text
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang)[:2] == language

    english, german = printed(home, folder, "en"), printed(home, folder, "de")
    assert guide.questions[0].text[:40] in english
    assert guide.questions[0].text[:40] not in german
    assert all(note in english and note in german for note in notes)
    assert "63 of 100" in english
    assert "63 von 100" in german
