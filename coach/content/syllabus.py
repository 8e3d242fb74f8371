"""The syllabus: what content is to teach and ask, from the file ``curricula/syllabus.yaml``."""

from coach.content.document import Document
from coach.content.listing import ListFile, read_list
from coach.core.curriculum import SyllabusTopic
from coach.core.record import Record
from coach.locale import mark


class Syllabus(Record):
    """The file ``syllabus.yaml``."""

    topics: tuple[SyllabusTopic, ...]


def read_syllabus(document: Document) -> ListFile[SyllabusTopic]:
    """Read ``syllabus.yaml`` entry by entry."""
    return read_list(document, Syllabus, "topics", SyllabusTopic, mark("topic"))
