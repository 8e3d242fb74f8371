"""Small content of our own, and the real program started on it."""

import os
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30

LANGUAGE = ("COACH_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""What a person's language is told by; tests speak English unless they say otherwise."""

COMPETENCIES = """
competencies:
  - {id: prospecting, title: Prospecting, definition: Finds customers.}
  - {id: discovery, title: Discovery, definition: Asks before telling.}
"""

MODULE = """
id: small
title: Small things
summary: A course for tests.
audience: Testers.
competencies: [discovery]
sessions:
  - {id: first, title: First steps, minutes: 8}
  - {id: second, title: Second steps, minutes: 1}
"""

FIRST = """
id: first
title: First steps
goal: You can answer.
lessons:
  - id: basics
    title: Basics
    steps:
      - id: read-me
        type: reading
        title: Read me
        text: |
          A **strong** idea with brackets [bold]kept[/bold].

          - one
          - two
      - id: pick
        type: choice
        title: Pick one
        prompt: Which animal barks?
        options:
          - {id: cat, text: The cat, why: A cat mews.}
          - {id: dog, text: The dog, why: A dog barks., correct: true}
        hints: [It is a friend., It wags its tail.]
      - id: term
        type: recall
        title: A term
        prompt: What framework is it?
        accept: [".NET"]
        why: It begins with a dot.
      - id: number
        type: numeric
        title: A number
        prompt: What is half of one?
        answer: 0.5
        why: One divided by two.
practice:
  - {id: do-it, type: practice, title: Do it, minutes: 4, text: Talk to a colleague.}
"""

SECOND = """
id: second
title: Second steps
goal: You can read.
lessons:
  - id: more
    title: More
    steps:
      - {id: read-more, type: reading, title: Read more, text: There is more.}
"""

BANK = """
id: tiny-bank
title: Tiny bank
summary: Two questions.
questions:
  - id: first-customer
    competency: prospecting
    kind: behavioural
    text: Tell me about your first customer.
    minutes: 5
    probes: [How did you find them?, What did you say?]
    anchors: {1: "Waited for **leads**.", 3: Had a method., 5: Had a method and figures.}
  - id: first-question
    competency: discovery
    kind: situational
    text: What would you ask first?
    minutes: 4
    probes: [Why that?]
    anchors: {1: Presents., 3: Asks., 5: Asks and sums up.}
"""

KIT = """
id: {id}
title: Tiny round
role: Account Executive
bank: tiny-bank
minutes: 15
competencies: [{{id: prospecting}}, {{id: discovery}}]
opening: {{minutes: 3, text: Welcome.}}
questions: [{{id: first-customer}}, {{id: first-question}}]
closing: {{minutes: 3, text: Thank you.}}
consent: I take notes.
conflict: I have no conflict of interest.
do_not_ask: [Age.]
"""

NEW = ("interview", "run", "tiny", "--candidate", "C-001", "--interviewer", "Dana", "--plain")
AGAIN = ("interview", "run", "c-001-dana", "--plain")

TRAINED = ["", "2", ".NET", "0.5", "", ""]
"""Lines that work through the first session: read, three right answers, practice done, leave."""

HELD = [
    "no",
    "yes",
    "",
    "",
    "Found them by funding news.",
    ".p a",
    ".4",
    "",
    "Asks about the way of working.",
    ".w What would you want to know?",
    ".3",
    "",
    "",
    "yes",
    "3 Clear method.",
    "yes",
]
"""Lines that hold the tiny interview: declarations, opening, two questions, closing, submission."""


def write_content(root: Path) -> Path:
    """Write the small content into a folder and return it."""
    files = {
        "curricula/competencies.yaml": COMPETENCIES,
        "curricula/small/module.yaml": MODULE,
        "curricula/small/first.yaml": FIRST,
        "curricula/small/second.yaml": SECOND,
        "question_banks/tiny-bank.yaml": BANK,
        "question_banks/kits/tiny.yaml": KIT.format(id="tiny"),
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


class Program:
    """``python -m coach`` with a data folder and content of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.content = write_content(home / "content")
        self.folder = home / "here"
        self.folder.mkdir()

    @property
    def environ(self) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if name not in LANGUAGE},
            "COACH_HOME": str(self.home / "coach"),
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "TZ": "UTC",
        }

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-W", "error", "-m", "coach", "--content", str(self.content), *words]

    def run(self, *words: str, lines=None, raw=b"", env=None):
        """Run a command with these lines on stdin; returns its code, stdout and stderr as text.

        ``env`` has variables of the environment for this run alone.
        """
        typed = "".join(f"{line}\n" for line in lines).encode() if lines is not None else raw
        done = subprocess.run(
            self._command(*words),
            input=typed,
            capture_output=True,
            env={**self.environ, **(env or {})},
            cwd=self.folder,
            timeout=PATIENCE,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def train(self, *lines, where="small/first"):
        return self.run("train", "run", where, "--plain", lines=lines)

    def start(self, *words: str) -> "Talk":
        """Start a command and talk with it."""
        return Talk(
            subprocess.Popen(
                self._command(*words),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=self.environ,
                cwd=self.folder,
                text=True,
                encoding="utf-8",
            )
        )


class Answer:
    """What a command gave."""

    def __init__(self, code: int, out: bytes, err: bytes) -> None:
        self.code = code
        self.data = out
        self.out = out.decode(errors="replace")
        self.err = err.decode()

    @property
    def words(self) -> str:
        """Stdout with line breaks and indents made single spaces, for sentences that may be wrapped."""
        return " ".join(self.out.split())


class Talk:
    """A running program, spoken with line by line."""

    def __init__(self, process) -> None:
        self.process = process
        self._timer = threading.Timer(PATIENCE, process.kill)
        self._timer.start()

    def hear(self) -> str:
        """Read up to the next prompt; a program that ends or hangs gives what it said until then."""
        heard = ""
        while not heard.endswith("\n> ") and (more := self.process.stdout.read(1)):
            heard += more
        return " ".join(heard.split())

    def say(self, line: str) -> str:
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.hear()

    def kill(self) -> None:
        self.process.kill()
        self.close()

    def close(self) -> None:
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.stdout.close()
        self.process.wait()
        self._timer.cancel()
