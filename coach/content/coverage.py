"""Which topics of the syllabus content names, gathered while its files are checked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.document import Document
from coach.content.gather import roots_around
from coach.content.library import Library
from coach.content.listing import ListFile, Placed
from coach.content.loaded import ContentError, NotFound
from coach.content.roots import SUFFIX
from coach.content.rules.scopes import SyllabusScope
from coach.core.bank import Question
from coach.core.curriculum import Step, SyllabusTopic

if TYPE_CHECKING:
    from coach.core.finding import Path as FieldPath


class Coverage:
    """Topics by content root, with the places that name them."""

    def __init__(self) -> None:
        self._named: dict[Path, list[tuple[Document, FieldPath, str]]] = defaultdict(list)
        self._seen: set[Path] = set()

    def note(self, document: Document, parts: Iterable[Placed[Step] | Placed[Question]]) -> None:
        """Take down what the steps or questions of a file name."""
        path = Path(document.file).absolute()
        self._seen.add(path)
        for root in roots_around([path])[:1]:
            self._named[root] += [
                (document, (*part.path, "topics", index), topic)
                for part in parts
                for index, topic in enumerate(part.value.topics)
            ]

    def scope(self, root: Path, read: ListFile[SyllabusTopic], *, whole: bool) -> SyllabusScope:
        """Put a root's syllabus beside what its content names; if ``whole``, also in files not yet read."""
        elsewhere = frozenset(self._unread(Library((root,))) if whole else ())
        return SyllabusScope(read=read, named=self._named[root], elsewhere=elsewhere)

    def _unread(self, library: Library) -> Iterator[str]:
        """Give the topics of files that were not noted; those that cannot be read have none."""
        for module in library.modules():
            with suppress(ContentError):
                for header in library.module(module).value.sessions:
                    path = library.where("module", module).with_name(f"{header.id}{SUFFIX}")
                    if path.absolute() not in self._seen:
                        yield from self._of_session(library, module, header.id)
        for bank in library.banks():
            if library.where("bank", bank).absolute() not in self._seen:
                with suppress(ContentError):
                    for question in library.bank(bank).value.questions:
                        yield from question.topics

    @staticmethod
    def _of_session(library: Library, module: str, session: str) -> Iterator[str]:
        with suppress(ContentError, NotFound):
            for step in library.session(module, session).value.steps():
                yield from step.topics
