"""Which files there are to check, and what each of them is."""

import os
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from coach.content.document import Document
from coach.content.roots import (
    BANKS,
    COMPETENCIES,
    COUNTRIES,
    CURRICULA,
    HEADER,
    KITS,
    PATHS,
    SAMPLES,
    SHARED,
    SUFFIX,
    SYLLABUS,
    TOPICS,
    is_root,
)

YAML_SUFFIXES = (SUFFIX, ".yml")


class FileKind(StrEnum):
    """What a file of content is."""

    HEADER = "header"
    SESSION = "session"
    COMPETENCIES = "competencies"
    SYLLABUS = "syllabus"
    PATHS = "paths"
    BANK = "bank"
    KIT = "kit"
    PART = "part"
    COUNTRY = "country"
    TOPICS = "topics"
    SAMPLES = "samples"


BY_NAME = {
    HEADER: FileKind.HEADER,
    COMPETENCIES: FileKind.COMPETENCIES,
    SYLLABUS: FileKind.SYLLABUS,
    PATHS: FileKind.PATHS,
    TOPICS: FileKind.TOPICS,
}
BY_FOLDER = {KITS: FileKind.KIT, COUNTRIES: FileKind.COUNTRY, SAMPLES: FileKind.SAMPLES, BANKS: FileKind.BANK}
BY_KEY = {
    "lessons": FileKind.SESSION,
    "sessions": FileKind.HEADER,
    "samples": FileKind.SAMPLES,
    "bank": FileKind.KIT,
    "questions": FileKind.BANK,
    "competencies": FileKind.COMPETENCIES,
    "paths": FileKind.PATHS,
    "retention": FileKind.COUNTRY,
    "topics": FileKind.TOPICS,
}
"""Keys that only one kind of file has at its top, most telling first."""


def files(paths: Sequence[Path]) -> list[Path]:
    """List every YAML file the paths mean, each once; of a content root only its own folders."""
    found: dict[Path, None] = {}
    for path in paths:
        found |= dict.fromkeys(_under(path) if path.is_dir() else [path])
    return list(found)


def _under(folder: Path) -> Iterator[Path]:
    tops = [folder / CURRICULA, folder / BANKS] if is_root(folder) else [folder]
    for top in tops:
        for place, folders, names in os.walk(top):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (Path(place, name) for name in sorted(names) if name.endswith(YAML_SUFFIXES))


def roots_around(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Find the content roots that the paths lie in, or are."""
    found: dict[Path, None] = {}
    for path in paths:
        place = path.absolute()
        if is_root(place):
            found[place] = None
        found |= {
            parent.parent: None for parent in (place, *place.parents) if parent.name in (CURRICULA, BANKS)
        }
    return tuple(found)


def fence_around(path: Path, given: Sequence[Path]) -> Path | None:
    """Find the folder that a link in a file's place may not lead out of.

    That is the content root around it, else the given folder that it was found in; a file that was
    given by itself outside any root has none.
    """
    roots = roots_around([path])
    return roots[0] if roots else next((each for each in given if each in path.parents), None)


def kind_by_place(path: Path) -> FileKind | None:
    """Tell what a file is from its name and its neighbours, without opening it."""
    if [parent.name for parent in path.absolute().parents[1:3]] == [SHARED, CURRICULA]:
        return FileKind.PART
    if kind := BY_NAME.get(path.name) or BY_FOLDER.get(path.absolute().parent.name):
        return kind
    return FileKind.SESSION if (path.parent / HEADER).exists() else None


def kind_by_keys(document: Document) -> FileKind | None:
    """Tell what a file is from its top keys."""
    keys = document.value if isinstance(document.value, dict) else {}
    return next((kind for key, kind in BY_KEY.items() if key in keys), None)
