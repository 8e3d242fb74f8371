"""Strict YAML 1.2 from libyaml's event stream, with the place of every key and value.

No node graph is built: the events become plain values at once, which is several times faster than a
loader and cannot be led into deep recursion. What is wrong comes back as problems; nothing is raised.
"""

import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path as FilePath

import yaml

from coach.content.build import TooMuch, TreeBuilder
from coach.content.document import Document, Places
from coach.content.encoding import NotUtf8, bad_characters, decode
from coach.content.problem import Problem
from coach.content.roots import within
from coach.content.syntax import place, sentence
from coach.locale import tr

MOST_BYTES = 2 * 1024 * 1024
MOST_BAD_CHARACTERS = 20
"""How many places of one kind are told; the rest would only bury them."""


def read_file(path: FilePath, shown: str | None = None) -> Document:
    """Read one file; ``shown`` is its name in problems, by default its path."""
    name = shown if shown is not None else str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _unusable(name, "C001", tr("this is not a file that can be read; give a YAML file"))
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _unusable(
            name,
            "C001",
            tr("the file cannot be read ({reason}); check that it exists and who may read it", reason=reason),
        )
    return read(data, name)


def read_inside(fence: FilePath, path: FilePath) -> Document:
    """Read a file of a content folder; what a link leads out of ``fence`` is told and not opened."""
    if within(fence, str(path)):
        return read_file(path)
    text = tr(
        "a link leads out of {fence}, and what is outside is not read; put the file itself here", fence=fence
    )
    return _unusable(str(path), "C001", text)


def read(data: bytes, file: str) -> Document:
    """Read the bytes of one file; ``file`` is its name in problems."""
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES // 1024 // 1024
        return _unusable(
            file,
            "C002",
            tr("the file is larger than {limit} MiB, too much to edit or review; split it", limit=limit),
        )
    try:
        text = decode(data)
    except NotUtf8 as error:
        return _unusable(
            file,
            "C003",
            tr("this byte is not UTF-8, so letters would come out wrong; save the file as UTF-8"),
            error.line,
            error.column,
        )
    hidden = tuple(_hidden(text, file))
    if hidden:
        return Document(file=file, value=None, places=Places(), problems=hidden, usable=False)
    return _parse(text, file)


def _parse(text: str, file: str) -> Document:
    builder = TreeBuilder(file, yaml.parse(text, Loader=yaml.CSafeLoader), lost_comments(text))
    try:
        value = builder.document()
    except TooMuch:
        usable = False
    except yaml.YAMLError as error:
        code, words = sentence(error)
        builder.tell(code, place(error), words)
        usable = False
    else:
        usable = True
    return Document(
        file=file,
        value=value if usable else None,
        places=builder.places,
        problems=tuple(builder.problems),
        spoiled=frozenset(builder.spoiled),
        usable=usable,
    )


def lost_comments(text: str) -> dict[tuple[int, int], str]:
    """Find where `` #word`` may cut a text short: line and column, from 0, and the words cut off."""
    if "#" not in text:
        return {}
    found: dict[tuple[int, int], str] = {}
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text)):
        if "#" in line and (match := re.search(r"(?<=\S)[ \t]+(?=#[^\s#])", line)):
            found[number, match.start()] = line[match.end() :].rstrip()
    return found


def _hidden(text: str, file: str) -> Iterator[Problem]:
    for line, column, name in islice(bad_characters(text), MOST_BAD_CHARACTERS):
        yield Problem(
            file=file,
            line=line + 1,
            column=column + 1,
            code="C004",
            text=tr(
                "the invisible character {name} can make a text read unlike what it says; delete it",
                name=name,
            ),
        )


def _unusable(file: str, code: str, text: str, line: int = 0, column: int = 0) -> Document:
    problem = Problem(file=file, line=line + 1, column=column + 1, code=code, text=text)
    return Document(file=file, value=None, places=Places(), problems=(problem,), usable=False)
