"""The real program in a real pseudo-terminal, with a home of its own."""

import os
import sys
from pathlib import Path

from terminal import Terminal

COACH = [sys.executable, "-m", "coach"]
ENTER, ESCAPE, QUIT = "\r", "\x1b", "\x11"
ROOT = Path(__file__).parents[2]


def program(home, folder=None, *, arguments=(), columns=80, rows=24):
    """Start Coach; ``home`` holds its data."""
    environ = {**os.environ, "COACH_HOME": str(home), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return Terminal([*COACH, *arguments], environ, folder=folder, columns=columns, rows=rows)
