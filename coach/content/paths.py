"""Learning paths from the file ``curricula/paths.yaml``."""

from dataclasses import dataclass

from coach.content.convert import convert, entries
from coach.content.curricula import Placed, Seen
from coach.content.document import Document
from coach.content.problem import Problem
from coach.core.paths import LearningPath
from coach.core.record import Record


class PathList(Record):
    """The file ``paths.yaml``."""

    paths: tuple[LearningPath, ...]


@dataclass(frozen=True, slots=True)
class PathFile:
    """Learning paths as read, each with its place; those with errors are left out."""

    document: Document
    paths: tuple[Placed[LearningPath], ...]
    problems: tuple[Problem, ...]


def read_paths(document: Document) -> PathFile:
    """Read ``paths.yaml`` entry by entry."""
    problems = list(document.problems)
    if not document.usable:
        return PathFile(document, (), tuple(problems))
    _, found = convert(document, (), PathList, without=("paths",))
    problems += found
    seen = Seen(document, "path")
    kept: list[Placed[LearningPath]] = []
    for path in entries(document, ("paths",)):
        learning_path, found = convert(document, path, LearningPath)
        if learning_path is not None:
            found = [*found, *seen.again(path, learning_path.id)]
        problems += found
        if learning_path is not None and not found:
            kept.append(Placed(path, learning_path))
    return PathFile(document, tuple(kept), tuple(problems))
