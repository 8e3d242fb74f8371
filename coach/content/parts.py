"""Parts that several exercises share, such as the data of a practice CRM: files in ``curricula/shared``.

In an exercise a name stands for ``shared/FOLDER/NAME.yaml``; the kind says which fields those are and
what such a file holds. A part has no parts of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach import exercises
from coach.content.cache import Stamp, stamps
from coach.content.convert import convert
from coach.content.document import Document
from coach.content.nearest import did_you_mean
from coach.content.problem import Problem, described, quoted
from coach.content.reader import read_inside
from coach.content.roots import CURRICULA, SHARED, SUFFIX, is_id, shared_files
from coach.content.translator import Translator
from coach.core.finding import Path as Place
from coach.core.record import Record
from coach.exercises.base import Part
from coach.locale import SOURCE, tr


@dataclass(frozen=True, slots=True)
class PartFile:
    """A part as read; without a ``value`` it cannot be used."""

    document: Document
    value: Record | None
    problems: tuple[Problem, ...]


def read_part(document: Document, kind: type[Record]) -> PartFile:
    """Read a part as the struct that its folder holds."""
    if not document.usable:
        return PartFile(document, None, document.problems)
    value, problems = convert(document, (), kind)
    found = (*document.problems, *problems)
    return PartFile(document, None if any(problem.fatal for problem in found) else value, found)


def folders() -> dict[str, type[Record]]:
    """Return what the files in each folder under ``shared`` hold; loads every kind."""
    parts = (part for name in exercises.names() for part in exercises.load(name).parts.values())
    return {part.folder: part.kind for part in parts}


class Shelf:
    """The parts in some roots, each read once; a name in an earlier root hides the same in a later one.

    The ``translator`` puts them into its language, but for those of which each language has its own.

    ``used`` has the stamps of all files that were looked for, as they were before they were read.
    """

    def __init__(self, roots: Sequence[Path] = (), translator: Translator | None = None) -> None:
        self._roots = tuple(roots)
        self._translator = translator or Translator(SOURCE)
        self._read: dict[tuple[str, str], PartFile | None] = {}
        self.used: dict[str, Stamp] = {}

    def names(self, folder: str) -> tuple[str, ...]:
        """List the parts in a folder."""
        return tuple(sorted({name for root in self._roots for name, _ in shared_files(root, folder)}))

    def find(self, part: Part, name: str) -> PartFile | None:
        """Read a part, or return ``None`` if there is none of this name."""
        key = (part.folder, name)
        if key not in self._read:
            self._read[key] = self._open(part, name) if is_id(name) else None
        return self._read[key]

    def _open(self, part: Part, name: str) -> PartFile | None:
        for root in self._roots:
            path = root / CURRICULA / SHARED / part.folder / f"{name}{SUFFIX}"
            self.used |= stamps([str(path)])
            if path.is_file():
                document = read_inside(root, path)
                if not part.own:
                    document = self._translator.translated(document, path, root, part.kind)
                return read_part(document, part.kind)
        return None


def given_parts(
    document: Document, path: Place, parts: dict[str, Part], shelf: Shelf
) -> tuple[dict[str, Any], list[Problem]]:
    """Find what the names in a step's fields stand for; a part that is written out in place is left alone."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    raw = document.at(path)
    assert isinstance(raw, dict)
    for field, part in parts.items():
        given = raw.get(field)
        if isinstance(given, str):
            value, troubles = _look_up(document, (*path, field), part, given, shelf)
            found[field] = value
            problems += troubles
        elif isinstance(given, list):
            values, troubles = _look_up_all(document, (*path, field), part, given, shelf)
            found[field] = values
            problems += troubles
    return found, problems


def _look_up_all(
    document: Document, path: Place, part: Part, given: list[Any], shelf: Shelf
) -> tuple[list[Any], list[Problem]]:
    values: list[Any] = []
    problems: list[Problem] = []
    for index, one in enumerate(given):
        if isinstance(one, str):
            value, troubles = _look_up(document, (*path, index), part, one, shelf)
            values.append(value)
            problems += troubles
        else:
            values.append(one)
    return values, problems


def _look_up(
    document: Document, path: Place, part: Part, name: str, shelf: Shelf
) -> tuple[Record | None, list[Problem]]:
    read = shelf.find(part, name)
    if read is not None and read.value is not None:
        return read.value, []
    if read is None:
        return None, [document.problem("C025", path, _missing(part, name, shelf))]
    first = next(problem for problem in read.problems if problem.fatal)
    text = tr(
        "the shared file {name} has errors, so the exercise cannot be done; correct it first: "
        "{file}:{line} {text}",
        name=quoted(name),
        file=first.file,
        line=first.line,
        text=first.text,
    )
    return None, [document.problem("C025", path, text)]


def _missing(part: Part, name: str, shelf: Shelf) -> str:
    """Say that there is no such part, and what to write."""
    folder = f"{CURRICULA}/{SHARED}/{part.folder}"
    if not is_id(name):
        return tr(
            "{found} cannot be the name of a shared file; give the name of a file in {folder}, "
            "without {suffix}",
            found=described(name),
            folder=folder,
            suffix=SUFFIX,
        )
    known = shelf.names(part.folder)
    cure = did_you_mean(name, known) if known else tr("write that file")
    return tr(
        "there is no file {name}{suffix} in {folder}, so the exercise cannot be done; {cure}",
        name=name,
        suffix=SUFFIX,
        folder=folder,
        cure=cure,
    )
