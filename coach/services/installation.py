"""Looking at the machine: program and libraries, terminal, folders, and whether a PDF can be made.

Nothing is changed or made.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from stat import S_IMODE

from coach import __version__
from coach.core.record import Record
from coach.locale import tr, trp
from coach.store.paths import PRIVATE_FOLDER

SMALLEST, USUAL = (40, 15), (80, 24)
"""Columns and rows that can be worked with, and that show everything."""

REQUIRED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?\s*\(?([^;)]*)\)?\s*(;.*)?$")
BOUND = re.compile(r"(>=|<)\s*([0-9]+(?:\.[0-9]+)*)")
"""A requirement in the metadata of a package: its name, its bounds, and on what condition."""


class Verdict(StrEnum):
    """How it stands; ``fail`` keeps something from working."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Line(Record):
    """One thing that was looked at: how it stands and, where it does not stand well, what to do."""

    verdict: Verdict
    about: str
    text: str
    advice: str = ""


class Terminal(Record):
    """What standard output leads to; size in characters, ``None`` where it is no terminal."""

    size: tuple[int, int] | None
    encoding: str


def ok(about: str, text: str) -> Line:
    """Say that something stands well."""
    return Line(verdict=Verdict.OK, about=about, text=text)


def warn(about: str, text: str, advice: str) -> Line:
    """Say that something should be looked at."""
    return Line(verdict=Verdict.WARN, about=about, text=text, advice=advice)


def fail(about: str, text: str, advice: str) -> Line:
    """Say that something does not work."""
    return Line(verdict=Verdict.FAIL, about=about, text=text, advice=advice)


def programs() -> Iterator[Line]:
    """Look at Python, SQLite and the libraries that Coach was installed with."""
    import sqlite3

    python = ".".join(map(str, sys.version_info[:3]))
    yield ok(tr("program"), f"Coach {__version__}, Python {python}, SQLite {sqlite3.sqlite_version}")
    try:
        wanted = metadata.requires("coach") or []
    except metadata.PackageNotFoundError:
        yield warn(
            tr("libraries"), tr("Coach is not installed, so they were not looked at"), tr("Run scripts/run.")
        )
        return
    found = [_library(match) for match in map(REQUIRED.match, wanted) if match and not match[3]]
    wrong = [line for line in found if line.verdict is not Verdict.OK]
    yield from wrong
    if not wrong:
        yield ok(tr("libraries"), ", ".join(line.text for line in found))


def _library(required: re.Match[str]) -> Line:
    """Compare an installed library with what is required; only numbers of versions are looked at."""
    name, bounds = required[1], BOUND.findall(required[2])
    advice = tr("Install Coach anew.")
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return fail(tr("libraries"), tr("{name} is missing", name=name), advice)
    has = _numbers(version)
    if all(has >= _numbers(bound) if sign == ">=" else has < _numbers(bound) for sign, bound in bounds):
        return ok(tr("libraries"), f"{name} {version}")
    return fail(
        tr("libraries"),
        tr(
            "{name} is {version}, and {wanted} is needed",
            name=name,
            version=version,
            wanted=required[2].strip(),
        ),
        advice,
    )


def _numbers(version: str) -> tuple[int, ...]:
    numbers = re.match(r"[0-9]+(?:\.[0-9]+)*", version)
    return tuple(map(int, numbers[0].split("."))) if numbers else ()


def screen(terminal: Terminal, environ: Mapping[str, str]) -> Iterator[Line]:
    """Look at the terminal: size, colours, letters."""
    name = environ.get("TERM", "")
    if terminal.size is None:
        yield ok(tr("terminal"), tr("this goes to a file or a pipe, so size and colours were not looked at"))
    elif name in ("", "dumb"):
        yield warn(
            tr("terminal"),
            tr("TERM is {term}, so nothing can be drawn", term=name or tr("not set")),
            tr("Use the commands with --plain."),
        )
    else:
        yield _size(terminal.size)
        yield _colours(name, environ)
    if re.sub("[^a-z0-9]", "", terminal.encoding.lower()) == "utf8":
        yield ok(tr("letters"), "UTF-8")
    else:
        yield warn(
            tr("letters"),
            tr("the encoding is {encoding}, so some signs cannot be shown", encoding=terminal.encoding),
            tr("Set LANG to one that ends in UTF-8, such as C.UTF-8."),
        )


def _size(size: tuple[int, int]) -> Line:
    said = tr("{columns} by {rows} characters", columns=size[0], rows=size[1])
    if size[0] >= USUAL[0] and size[1] >= USUAL[1]:
        return ok(tr("terminal"), said)
    least = SMALLEST if size[0] < SMALLEST[0] or size[1] < SMALLEST[1] else USUAL
    return warn(
        tr("terminal"),
        said,
        tr("Make the window larger; {columns} by {rows} is better.", columns=least[0], rows=least[1]),
    )


def _colours(name: str, environ: Mapping[str, str]) -> Line:
    if environ.get("NO_COLOR"):
        return ok(tr("colours"), tr("none, as NO_COLOR wishes"))
    if environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        return ok(tr("colours"), trp("colours", "all"))
    if "256" in name or "direct" in name:
        return ok(tr("colours"), "256")
    return warn(
        tr("colours"),
        tr("TERM is {term}, which has few", term=name),
        tr("If the terminal has more, set COLORTERM=truecolor."),
    )


def nearest(path: Path) -> Path:
    """Give the path, or else what exists nearest above it."""
    found = (each for each in (path, *path.parents) if os.path.exists(each))  # noqa: PTH110 - never raises
    return next(found, Path(path.anchor))


def folder(about: str, path: Path) -> Line:
    """Look at one of our folders, or at the place where it would be made."""
    there = nearest(path)
    if not there.is_dir():
        return fail(
            about,
            tr("{path} is a file", path=there),
            tr("Move it away, or set COACH_HOME to a folder of your own."),
        )
    if not os.access(there, os.R_OK | os.W_OK | os.X_OK):
        return fail(
            about,
            tr("{path} may not be written to", path=there),
            tr("Mend its permissions, or set COACH_HOME to another folder."),
        )
    if there != path:
        return ok(about, tr("{path} is made when it is needed", path=path))
    mode = S_IMODE(path.stat().st_mode)
    if mode & ~PRIVATE_FOLDER:
        return warn(
            about,
            tr("others can look into {path} (mode {mode:04o})", path=path, mode=mode),
            tr("Run chmod 700 {path}.", path=path),
        )
    return ok(about, tr("{path} (mode {mode:04o})", path=path, mode=mode))


def printing() -> Line:
    """Make a small PDF, to see whether typesetter and fonts are there."""
    from coach.core.document import Document, Paragraph, plain
    from coach.export import ExportFailed, Format, render

    text = Paragraph(runs=plain("äöü ß € – ✓"))
    page = Document(title="Test", subtitle="", language="en", footer=(), blocks=(text,))
    try:
        made = render(page, Format.PDF)
    except ExportFailed as error:
        return fail("PDF", str(error), tr("Print with --format html instead."))
    if made.notes:
        return warn("PDF", " ".join(made.notes), tr("Print with --format html where such signs matter."))
    return ok("PDF", tr("a page can be made ({size} bytes)", size=len(made.data)))
