"""The real program in a real pseudo-terminal, with a home of its own."""

import os
import sys
from pathlib import Path

from terminal import Terminal

from coach.locale import language

COACH = [sys.executable, "-m", "coach"]
ENTER, ESCAPE, QUIT = "\r", "\x1b", "\x11"
ROOT = Path(__file__).parents[2]


def program(home, folder=None, *, arguments=(), columns=80, rows=24):
    """Start Coach in the language that is spoken here; ``home`` holds its data."""
    environ = {**os.environ, "COACH_HOME": str(home), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    environ["COACH_LANG"] = language()
    return Terminal([*COACH, *arguments], environ, folder=folder, columns=columns, rows=rows)
