"""Content roots: folders that hold ``curricula/`` and ``question_banks/``, and nothing outside them."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from coach.core.record import Id

CURRICULA = "curricula"
BANKS = "question_banks"
KITS = "kits"
COUNTRIES = "countries"
SAMPLES = "samples"
HEADER = "module.yaml"
COMPETENCIES = "competencies.yaml"
PATHS = "paths.yaml"
TOPICS = "topics.yaml"
SYLLABUS = "syllabus.yaml"
SHARED = "shared"
SUFFIX = ".yaml"
LOCALE = "locale"
CATALOGUE_SUFFIX = ".po"
ENVIRONMENT = "COACH_CONTENT"
LONGEST_ID = 64
ID = re.compile(str(Id.__metadata__[0].pattern).removesuffix("$") + r"\Z")  # type: ignore[attr-defined]


def is_id(word: str) -> bool:
    """Whether the word can be an id, and so a safe part of a path."""
    return len(word) <= LONGEST_ID and ID.match(word) is not None


def is_root(folder: Path) -> bool:
    """Whether the folder holds content in the layout of a root."""
    return (folder / CURRICULA).is_dir() or (folder / BANKS).is_dir()


def catalogue_of(path: Path, language: str) -> Path:
    """Say where the translations of a file of content are: ``locale/de/NAME.po`` beside ``NAME.yaml``."""
    return path.parent / LOCALE / language / f"{path.stem}{CATALOGUE_SUFFIX}"


def within(root: Path, path: str) -> bool:
    """Whether the path, links followed, stays in the root."""
    top = os.path.realpath(root)
    return os.path.commonpath([top, os.path.realpath(path)]) == top


def module_folders(root: Path) -> Iterator[tuple[str, str]]:
    """Give id and path of each module's folder in a root, in alphabetical order."""
    for name, path in _listed(root, CURRICULA, folders=True):
        if is_id(name) and os.path.isfile(os.path.join(path, HEADER)):  # noqa: PTH113, PTH118 - many, fast
            yield name, path


def bank_files(root: Path) -> Iterator[tuple[str, str]]:
    """Give id and path of each bank in a root, in alphabetical order."""
    return _yaml_files(root, BANKS)


def kit_files(root: Path) -> Iterator[tuple[str, str]]:
    """Give id and path of each kit in a root, in alphabetical order."""
    return _yaml_files(root, os.path.join(BANKS, KITS))  # noqa: PTH118 - a part of a path only


def country_files(root: Path) -> Iterator[tuple[str, str]]:
    """Give id and path of each country's profile in a root, in alphabetical order."""
    return _yaml_files(root, os.path.join(BANKS, COUNTRIES))  # noqa: PTH118 - a part of a path only


def sample_files(root: Path) -> Iterator[tuple[str, str]]:
    """Give id and path of each set of sample answers in a root, in alphabetical order."""
    return _yaml_files(root, os.path.join(BANKS, SAMPLES))  # noqa: PTH118 - a part of a path only


def shared_files(root: Path, folder: str) -> Iterator[tuple[str, str]]:
    """Give name and path of each shared part of one sort in a root, in alphabetical order."""
    return _yaml_files(root, os.path.join(CURRICULA, SHARED, folder))  # noqa: PTH118 - a part of a path only


def _yaml_files(root: Path, folder: str) -> Iterator[tuple[str, str]]:
    for name, path in _listed(root, folder, folders=False):
        if name.endswith(SUFFIX) and is_id(name.removesuffix(SUFFIX)):
            yield name.removesuffix(SUFFIX), path


def _listed(root: Path, folder: str, *, folders: bool) -> list[tuple[str, str]]:
    """List a folder without opening anything in it; links that lead out of the root are left out."""
    top = str(root / folder)
    try:
        if not within(root, top):
            return []
        with os.scandir(top) as found:
            return sorted(
                (entry.name, entry.path)
                for entry in found
                if (entry.is_dir() if folders else entry.is_file())
                and (not entry.is_symlink() or within(root, entry.path))
            )
    except OSError:
        return []


def default_roots(extra: Path | None, environ: Mapping[str, str], user_data_dir: Path) -> tuple[Path, ...]:
    """List where content is looked for; what stands earlier wins.

    First ``extra`` (the option ``--content``), then each folder in ``COACH_CONTENT``, the folder
    ``content`` among the user's data, and last what comes with the program.
    """
    named = [Path(part).expanduser() for part in environ.get(ENVIRONMENT, "").split(os.pathsep) if part]
    roots = [*([extra] if extra else []), *named, user_root(user_data_dir), shipped_root()]
    return tuple(dict.fromkeys(root.absolute() for root in roots))


def user_root(user_data_dir: Path) -> Path:
    """Return the folder for a person's own content among their data."""
    return user_data_dir / "content"


def shipped_root() -> Path:
    """Return the content that comes with the program: in the wheel, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    library = package / "_library"
    return library if library.is_dir() else package.parent
