"""Learning paths from the file ``curricula/paths.yaml``."""

from coach.content.document import Document
from coach.content.listing import ListFile, read_list
from coach.core.paths import LearningPath
from coach.core.record import Record
from coach.locale import mark


class PathList(Record):
    """The file ``paths.yaml``."""

    paths: tuple[LearningPath, ...]


def read_paths(document: Document) -> ListFile[LearningPath]:
    """Read ``paths.yaml`` entry by entry."""
    return read_list(document, PathList, "paths", LearningPath, mark("path"))
