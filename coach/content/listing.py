"""Files that hold one list of things with ids, read entry by entry: a broken one does not hide the others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from coach.content.convert import convert, entries
from coach.content.document import Document
from coach.content.problem import Problem, quoted
from coach.core.curriculum import Competency, SyllabusTopic
from coach.core.finding import Path
from coach.core.paths import LearningPath
from coach.locale import tr

T = TypeVar("T")
Entry = TypeVar("Entry", bound=Competency | LearningPath | SyllabusTopic)


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A part of a file, and the path to where it stands."""

    path: Path
    value: T


@dataclass(slots=True)
class Seen:
    """Ids met so far in one file; the second use of an id is a problem."""

    document: Document
    what: str
    first: dict[str, int] = field(default_factory=dict)

    def again(self, path: Path, name: str) -> list[Problem]:
        """Note the id of what stands at the path, and tell if it was there before."""
        place = (*path, "id")
        if name not in self.first:
            self.first[name] = self.document.locate(place)[0]
            return []
        line = self.first[name]
        text = tr(
            "the {what} id {name} is used a second time ({where}), so progress and ratings could not be "
            "told apart; rename one",
            what=tr(self.what),
            name=quoted(name),
            where=tr("first on line {line}", line=line) if line else tr("it is reserved"),
        )
        return [self.document.problem("C010", place, text)]


@dataclass(frozen=True, slots=True)
class ListFile(Generic[T]):
    """A list as read, each entry with its place; those with errors are left out."""

    document: Document
    entries: tuple[Placed[T], ...]
    problems: tuple[Problem, ...]


def read_list(document: Document, top: type, key: str, each: type[Entry], what: str) -> ListFile[Entry]:
    """Read a file whose top holds nothing but a list of entries under a key.

    ``what`` names an entry to people.
    """
    problems = list(document.problems)
    if not document.usable:
        return ListFile(document, (), tuple(problems))
    _, found = convert(document, (), top, without=(key,))
    problems += found
    seen = Seen(document, what)
    kept: list[Placed[Entry]] = []
    for path in entries(document, (key,)):
        entry, found = convert(document, path, each)
        if entry is not None:
            found = [*found, *seen.again(path, entry.id)]
        problems += found
        if entry is not None and not found:
            kept.append(Placed(path, entry))
    return ListFile(document, tuple(kept), tuple(problems))


def by_id(found: Iterable[Placed[Entry]]) -> dict[str, Entry]:
    """Give entries by their ids."""
    return {placed.value.id: placed.value for placed in found}
