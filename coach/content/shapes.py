"""Which struct a file of content holds, where its texts can go into other languages."""

from pathlib import Path

from coach.content.curricula import CompetencyList
from coach.content.gather import FileKind
from coach.content.parts import folders
from coach.content.paths import PathList
from coach.core.bank import Kit, QuestionBank
from coach.core.country import Profile
from coach.core.curriculum import Module, Session
from coach.core.sample import SampleSet
from coach.exercises import load, names

SHAPES: dict[FileKind, type] = {
    FileKind.HEADER: Module,
    FileKind.SESSION: Session,
    FileKind.COMPETENCIES: CompetencyList,
    FileKind.PATHS: PathList,
    FileKind.BANK: QuestionBank,
    FileKind.KIT: Kit,
    FileKind.COUNTRY: Profile,
    FileKind.SAMPLES: SampleSet,
}


def shape(path: Path, kind: FileKind | None) -> type | None:
    """Return the struct of a file; ``None`` where nothing in it is translated.

    So it is with the words of protected topics, which have all languages in one file, with the syllabus,
    which only authors read, and with shared parts of which each language has its own.
    """
    if kind is FileKind.PART:
        own = {part.folder for name in names() for part in load(name).parts.values() if part.own}
        return None if path.parent.name in own else folders().get(path.parent.name)
    return SHAPES.get(kind) if kind else None
