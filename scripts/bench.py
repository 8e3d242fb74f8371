"""Measure Coach in a real terminal beside a bare Textual app, in interleaved rounds; print medians."""

import argparse
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

import bench_crm
import pyte
from terminal import Terminal

SCRIPTS = Path(__file__).parent
PYTHON = sys.executable
COACH = str(Path(PYTHON).with_name("coach"))
BARE = [PYTHON, str(SCRIPTS / "bench_bare.py")]
KEYS = 12
"""How often each key is pressed in a round."""
FRAME = 0.016
"""Seconds that a frame lasts at 60 frames a second."""
GERMAN = 0.015
"""Seconds that a start in German may take longer than one in English."""
ENTER, END = "\r", "\x1b[F"

Samples = dict[str, list[float]]


@dataclass(frozen=True)
class Row:
    """A line of the table: what is measured, against what, and how much it may be."""

    title: str
    coach: str
    against: str
    budget: float
    unit: str = "ms"


ROWS = (
    Row("first paint", "first paint", "bare first paint", 1.25),
    Row("home with its content", "ready", "bare first paint", 2.0),
    Row("peak memory at home", "memory", "bare memory", 1.5, "MiB"),
    Row("key in home", "home key", "bare key", 0),
    Row("rating in a live interview", "rating", "frame", 1.0),
    Row("typing notes in a live interview", "note", "frame", 1.0),
    *(Row(f"5,000 leads: {title}", name, "frame", 1.0) for name, title in bench_crm.ROWS.items()),
    Row("coach --version, python -c pass", "version", "python", 5.0),
)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds to measure (default 5)")
    parser.add_argument("--only", choices=("crm",), help="measure nothing but the keys of the practice CRM")
    asked = parser.parse_args()
    rounds, crm_only = asked.rounds, asked.only == "crm"
    with TemporaryDirectory(prefix="coach-bench-") as home:
        environ = {**os.environ, "COACH_HOME": home}
        prepare(home)
        bench_crm.write_content(Path(home) / "large")
        titles = module_titles()
        one_round(defaultdict(list), environ, titles, crm_only=crm_only)  # fills caches, and is not counted
        samples: Samples = defaultdict(list)
        for number in range(rounds):
            print(f"round {number + 1} of {rounds}", file=sys.stderr)
            one_round(samples, environ, titles, crm_only=crm_only)
    samples["frame"] = [FRAME]
    print_table(samples)
    if not crm_only:
        print_german(samples)


def prepare(home: str) -> None:
    """Start an interview, so that home has something to list and a desk to sit down at; no welcome."""
    from coach.cli.program import GREETED
    from coach.core import conduct
    from coach.services import Services
    from coach.store.paths import Folders, private_folder

    services = Services(Folders.from_environment({"COACH_HOME": home}), {})
    (private_folder(services.folders.data) / GREETED).touch()
    desk = services.interviews.plan(services.library.kits()[0], "C-001", "Sample Interviewer")
    desk.act(conduct.declare_conflict, conflict=False)
    desk.act(conduct.record_consent, given=True)
    desk.act(conduct.start)
    desk.act(conduct.enter, desk.state.guide.questions[0].id)
    services.close()


def module_titles() -> tuple[str, ...]:
    """Give the titles of the modules that home must show before it counts as ready, in all languages."""
    from coach.content.library import Library, default_roots
    from coach.locale import LANGUAGES

    roots = default_roots(None, {}, SCRIPTS)
    libraries = [Library(roots, language) for language in LANGUAGES]
    return tuple(one.module(name).value.title for one in libraries for name in one.modules())


def one_round(
    samples: Samples, environ: dict[str, str], titles: tuple[str, ...], *, crm_only: bool = False
) -> None:
    """Take each measurement once, the bare app's beside Coach's."""
    large = {**environ, "COACH_CONTENT": str(Path(environ["COACH_HOME"]) / "large")}
    with Terminal([COACH, *bench_crm.COMMAND], large) as terminal:
        bench_crm.work(samples, terminal)
    if crm_only:
        return
    with started(samples, "bare ", BARE, environ) as terminal:
        samples["bare key"] += [terminal.press("j") for _ in range(KEYS)]
        samples["bare memory"].append(terminal.peak_memory() / 1024)
    with started(samples, "", [COACH], environ) as terminal:
        ready = terminal.until(lambda screen: shows_any(screen, titles), "a module's title")
        samples["ready"].append(ready - terminal.began)
        terminal.settle()
        samples["memory"].append(terminal.peak_memory() / 1024)
        samples["home key"] += [terminal.press("jk"[turn % 2]) for turn in range(KEYS)]
        live(samples, terminal)
    for language in ("en", "de"):
        spoken = {**environ, "COACH_LANG": language}
        with started(samples, f"{language} ", [COACH], spoken) as terminal:
            ready = terminal.until(lambda screen: shows_any(screen, titles), "a module's title")
            samples[f"{language} ready"].append(ready - terminal.began)
    for _ in range(3):
        samples["python"].append(seconds([PYTHON, "-c", "pass"]))
        samples["version"].append(seconds([COACH, "--version"]))


@contextmanager
def started(samples: Samples, who: str, command: list[str], environ: dict[str, str]) -> Iterator[Terminal]:
    """Start a program and note when its first visible character was there."""
    with Terminal(command, environ) as terminal:
        painted = terminal.until(lambda screen: any(map(str.strip, screen.display)), "a first paint")
        samples[f"{who}first paint"].append(painted - terminal.began)
        if who == "bare ":
            terminal.settle()
        yield terminal


def live(samples: Samples, terminal: Terminal) -> None:
    """Sit down at the interview's desk, let its clock run, rate, and write notes."""
    terminal.press(END)
    terminal.press(ENTER)
    terminal.press(" ")  # the clock runs again
    samples["rating"] += [terminal.press("24"[turn % 2]) for turn in range(KEYS)]
    terminal.press("n")
    samples["note"] += [terminal.press(letter) for letter in "eleven percent replied"[:KEYS]]


def shows_any(screen: pyte.Screen, words: tuple[str, ...]) -> bool:
    """Whether one of the texts stands on the screen."""
    text = "\n".join(screen.display)
    return any(word in text for word in words)


def seconds(command: list[str]) -> float:
    """Give how long a program runs."""
    began = monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return monotonic() - began


def print_table(samples: Samples) -> None:
    """Print medians, their ratio, and the budget beside it."""
    print(f"{'':<46}{'coach':>12}{'against':>12}{'ratio':>8}{'budget':>9}")
    for row in (row for row in ROWS if row.coach in samples):
        ours, theirs = median(samples[row.coach]), median(samples[row.against])
        ratio = ours / theirs
        show: Callable[[float], str] = _milliseconds if row.unit == "ms" else _mebibytes
        budget = f"{row.budget:.2f}" if row.budget else "–"
        over = "  over" if row.budget and ratio > row.budget else ""
        print(f"{row.title:<46}{show(ours):>12}{show(theirs):>12}{ratio:>8.2f}{budget:>9}{over}")


def print_german(samples: Samples) -> None:
    """Print what it costs to start in German rather than in English."""
    for what, title in (("first paint", "first paint in German"), ("ready", "home in German")):
        german, english = median(samples[f"de {what}"]), median(samples[f"en {what}"])
        more = german - english
        over = "  over" if more > GERMAN else ""
        print(
            f"{title:<46}{_milliseconds(german):>12}{_milliseconds(english):>12}{_milliseconds(more):>17}{over}"
        )


def _milliseconds(value: float) -> str:
    return f"{value * 1000:.1f} ms"


def _mebibytes(value: float) -> str:
    return f"{value:.1f} MiB"


if __name__ == "__main__":
    main()
