"""Org profiles of the practice CRM: which there are, and one's own made from the value sets of a real org."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from coach.content.problem import Problem, quoted
from coach.content.roots import CURRICULA, LONGEST_ID, SHARED, SUFFIX, is_id, user_root
from coach.core.crm import metadata
from coach.core.crm.csvfile import Fault
from coach.core.crm.profile import Profile, findings
from coach.core.finding import Severity
from coach.core.record import Record
from coach.exercises.base import Part
from coach.locale import mark, tr
from coach.store.errors import FolderTrouble
from coach.store.paths import private_folder

if TYPE_CHECKING:
    from coach.content.parts import Shelf
    from coach.services import Services

FOLDER = "profiles"
PROFILES = Part(folder=FOLDER, kind=Profile)
BASE = "developer-edition"
"""The profile that lends what an org's folder does not hold."""

MOST_FILES = 200


class ProfileRefused(ValueError):  # noqa: N818 - reads as what happened
    """Nothing was written; the message says why and what to do, ``problems`` where, if files are at fault."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        self.problems = problems
        super().__init__(message)


TOO_MANY = mark(
    "{folder} has more than {most} value sets that could be read; name the folder standardValueSets of one "
    "org, with files such as {known}."
)
NONE_THERE = mark(
    "{folder} has no value set that could be read; name the folder standardValueSets of one org, with files "
    "such as {known}."
)


class Listed(Record):
    """A profile that exercises can name; one that cannot be read has no title and a ``trouble``."""

    id: str
    title: str
    trouble: str = ""


class Imported(Record):
    """A profile that was written: its file, which of its lists come from the org, and what to mind."""

    path: Path
    lists: tuple[str, ...]
    kept: tuple[str, ...]
    warnings: tuple[Problem, ...]


def profiles(services: "Services") -> tuple[Listed, ...]:
    """List the profiles in all content roots by their ids."""
    return tuple(_listed(services.library.shelf))


def import_profile(
    services: "Services", folder: Path, name: str, title: str = "", *, force: bool = False
) -> Imported:
    """Make a profile of the value sets in a folder and write it among the person's own content.

    Lists that the folder does not hold are those of :data:`BASE`. Raises :class:`ProfileRefused`, and
    writes nothing then; a file that exists is replaced with ``force`` only.
    """
    if not is_id(name):
        raise ProfileRefused(
            tr(
                "A profile cannot be called {name}: write lower-case words joined by hyphens, such as "
                "our-org, with at most {most} characters.",
                name=quoted(name),
                most=LONGEST_ID,
            )
        )
    path = user_root(services.folders.data) / CURRICULA / SHARED / FOLDER / f"{name}{SUFFIX}"
    if path.exists() and not force:
        raise ProfileRefused(
            tr("{path} exists already and is left as it is; choose another name, or use --force.", path=path)
        )
    sets = _value_sets(folder)
    text = _text(
        _made(_base(services.library.shelf), sets, name, title or name.replace("-", " ").capitalize())
    )
    _write(path, text)
    lists = tuple(found.picklist for found in sets)
    return Imported(
        path=path,
        lists=lists,
        kept=tuple(picklist for picklist in metadata.SETS.values() if picklist not in lists),
        warnings=tuple(_problem(fault, Severity.WARNING) for found in sets for fault in found.warnings),
    )


def _listed(shelf: "Shelf") -> Iterator[Listed]:
    for name in shelf.names(FOLDER):
        found = shelf.find(PROFILES, name)
        if found is None or not isinstance(found.value, Profile):
            trouble = str(found.problems[0]) if found and found.problems else tr("it cannot be read")
            yield Listed(id=name, title="", trouble=trouble)
        else:
            unsound = next((finding.text for finding in findings(found.value)), "")
            yield Listed(id=name, title=found.value.title, trouble=unsound)


def _base(shelf: "Shelf") -> Profile:
    found = shelf.find(PROFILES, BASE)
    if found is None or not isinstance(found.value, Profile):
        raise ProfileRefused(
            tr(
                "The profile {base} cannot be read, and every other builds on it; mend the content.",
                base=BASE,
            )
        )
    return found.value


def _value_sets(folder: Path) -> tuple[metadata.ValueSet, ...]:
    """Read every value set in a folder, and in the folder of that name that a project keeps them in."""
    try:
        files = sorted(path for path in folder.rglob(f"*{metadata.SUFFIX}") if metadata.set_of(path.name))
    except OSError as error:
        raise ProfileRefused(
            tr(
                "{folder} cannot be read ({reason}); check the folder.",
                folder=folder,
                reason=error.strerror or error,
            )
        ) from error
    if not files or len(files) > MOST_FILES:
        known = ", ".join(f"{name}{metadata.SUFFIX}" for name in list(metadata.SETS)[:2])
        raise ProfileRefused(
            tr(TOO_MANY if files else NONE_THERE, folder=folder, most=MOST_FILES, known=known)
        )
    read_sets, problems = [], []
    for path in files:
        try:
            read_sets.append(metadata.read_value_set(_bytes(path), str(path)))
        except metadata.BadMetadata as bad:
            problems.append(_problem(bad.fault, Severity.ERROR))
    if problems:
        raise ProfileRefused(tr("No profile was written, since these files cannot be used."), tuple(problems))
    return tuple(read_sets)


def _bytes(path: Path) -> bytes:
    """Read a file, just past what is taken at most."""
    try:
        with path.open("rb") as stream:
            return stream.read(metadata.MOST_BYTES + 1)
    except OSError as error:
        raise ProfileRefused(
            tr("{path} cannot be read ({reason}); check the file.", path=path, reason=error.strerror or error)
        ) from error


def _made(base: Profile, sets: tuple[metadata.ValueSet, ...], name: str, title: str) -> Profile:
    try:
        profile = metadata.profile_with(base, sets, name, title)
    except msgspec.ValidationError as error:
        raise ProfileRefused(
            tr("The value sets make no profile: {error}. Correct them in the org.", error=error)
        ) from error
    if unsound := [finding.text for finding in findings(profile)]:
        raise ProfileRefused(
            tr("The value sets make no sound profile: {unsound}.", unsound="; ".join(unsound))
        )
    return profile


def _text(profile: Profile) -> str:
    """Write a profile as content, without what is as usual; it is read back as a proof."""
    import yaml

    from coach.content.parts import read_part
    from coach.content.reader import read

    plain = {key: word for key, word in _plain(profile).items() if word not in ("", None, [], {})}
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=110)
    back = read_part(read(text.encode(), f"{profile.id}{SUFFIX}"), Profile)
    if back.value != profile:
        problems = tuple(problem for problem in back.problems if problem.fatal)
        raise ProfileRefused(tr("The value sets hold something that content cannot hold."), problems)
    return text


def _plain(profile: Profile) -> dict[str, object]:
    """Give a profile as plain values; the entries of its lists without what is as usual."""
    plain: dict[str, object] = msgspec.to_builtins(profile)
    for key, entries in plain.items():
        if isinstance(entries, list):
            plain[key] = [
                {name: word for name, word in entry.items() if word not in ("", False, [])}
                if isinstance(entry, dict)
                else entry
                for entry in entries
            ]
    return plain


def _write(path: Path, text: str) -> None:
    try:
        private_folder(path.parent)
        path.write_text(text, encoding="utf-8")
    except FolderTrouble as trouble:
        raise ProfileRefused(str(trouble)) from trouble
    except OSError as error:
        raise ProfileRefused(
            tr("{path} cannot be written ({reason}).", path=path, reason=error.strerror or error)
        ) from error


def _problem(fault: Fault, severity: Severity) -> Problem:
    return Problem(
        file=fault.file,
        line=fault.line,
        column=fault.column,
        code=fault.code,
        text=fault.text,
        severity=severity,
    )
