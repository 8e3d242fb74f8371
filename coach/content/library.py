"""What content there is, found by listing folders and loaded only when it is needed."""

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coach.content.files import misnamed
from coach.content.listings import Listings
from coach.content.loaded import ContentError, Loaded, NotFound
from coach.content.nearest import nearest
from coach.content.problem import Problem
from coach.content.roots import (
    BANKS,
    COMPETENCIES,
    CURRICULA,
    HEADER,
    PATHS,
    SHARED,
    SUFFIX,
    TOPICS,
    default_roots,
)
from coach.content.translator import Translator
from coach.locale import SOURCE

if TYPE_CHECKING:
    from coach.content.banks import KitFile
    from coach.content.document import Document
    from coach.content.files import Read
    from coach.content.index import ModuleSummary
    from coach.content.parts import Shelf
    from coach.core.bank import Guide, Kit, QuestionBank
    from coach.core.country import Country, TopicWords
    from coach.core.curriculum import Competency, Module, Session
    from coach.core.paths import LearningPath
    from coach.core.sample import SampleSet

__all__ = ["ContentError", "Library", "Loaded", "NotFound", "default_roots"]

T = TypeVar("T")


class Library(Listings):
    """All content in some roots; of things with the same id, the one in the earlier root counts.

    Everything that was read is kept, so a library shows content as it was when first asked for. It is shown
    in the ``language`` as far as it was translated; in the folder ``cache`` translations that were read are
    kept.
    """

    def __init__(self, roots: Sequence[Path], language: str = SOURCE, cache: Path | None = None) -> None:
        super().__init__(roots)
        self.translator = Translator(language, cache)
        self._modules: dict[str, Loaded[Module]] = {}
        self._sessions: dict[tuple[str, str], Loaded[Session]] = {}
        self._banks: dict[str, Loaded[QuestionBank]] = {}
        self._kits: dict[str, Loaded[Kit]] = {}
        self._countries: dict[str, Loaded[Country]] = {}
        self._topics: dict[str, TopicWords] | None = None
        self._samples: dict[str, Loaded[SampleSet]] = {}
        self._guides: dict[str, Guide | None] = {}
        self._competencies: Loaded[dict[str, Competency]] | None = None
        self._paths: Loaded[dict[str, LearningPath]] | None = None

    @cached_property
    def shelf(self) -> "Shelf":
        """What several exercises share."""
        from coach.content.parts import Shelf

        return Shelf(self.roots, self.translator)

    @property
    def language(self) -> str:
        """The language that content is shown in as far as it was translated."""
        return self.translator.language

    def anew(self, language: str | None = None) -> "Library":
        """Make a library of the same roots that has read nothing yet, in another language if one is given."""
        return Library(self.roots, self.language if language is None else language, self.translator.cache)

    def module(self, name: str) -> Loaded["Module"]:
        """Load a module's header; raises :class:`NotFound` or :class:`ContentError`."""
        if name not in self._modules:
            from coach.content.curricula import read_module
            from coach.core.curriculum import Module

            root, folder = self._find("module", name)
            read = read_module(self._document(root, folder / HEADER, Module))
            self._modules[name] = _usable(read.module, read, name)
        return self._modules[name]

    def session(self, module: str, ref: str) -> Loaded["Session"]:
        """Load a session by its id or its number, from 1; steps with errors are left out.

        Raises :class:`NotFound` or :class:`ContentError`.
        """
        name = self._session_id(module, ref)
        if (module, name) not in self._sessions:
            from coach.content.curricula import read_session
            from coach.core.curriculum import Session

            root, folder = self._find("module", module)
            document = self._document(root, folder / f"{name}{SUFFIX}", Session)
            read = read_session(document, self.shelf)
            self._sessions[module, name] = _usable(read.session, read, name)
        return self._sessions[module, name]

    def competencies(self) -> dict[str, "Competency"]:
        """Load all competencies by id; those that cannot be read are left out."""
        return self._load_competencies().value

    def paths(self) -> Loaded[dict[str, "LearningPath"]]:
        """Load all learning paths by id; those that cannot be read are left out and told."""
        if self._paths is None:
            from coach.content.listing import by_id
            from coach.content.paths import PathList, read_paths

            known: dict[str, LearningPath] = {}
            problems: list[Problem] = []
            for root in reversed(self.roots):
                path = root / CURRICULA / PATHS
                if os.path.exists(path):  # noqa: PTH110 - also where one may not look into the folder
                    read = read_paths(self._document(root, path, PathList))
                    problems += read.problems
                    known |= by_id(read.entries)
            self._paths = Loaded(known, tuple(problems))
        return self._paths

    def bank(self, name: str) -> Loaded["QuestionBank"]:
        """Load a bank, without the questions that have errors.

        Raises :class:`NotFound` or :class:`ContentError`.
        """
        if name not in self._banks:
            from coach.content.banks import read_bank
            from coach.core.bank import QuestionBank

            read = read_bank(self._document(*self._find("bank", name), QuestionBank))
            self._banks[name] = _usable(read.bank, read, name)
        return self._banks[name]

    def kit(self, name: str) -> Loaded["Kit"]:
        """Load a kit; raises :class:`NotFound` or :class:`ContentError`."""
        if name not in self._kits:
            read = self.read_kit(name)
            self._kits[name] = _usable(read.kit, read, name)
        return self._kits[name]

    def topics(self) -> dict[str, "TopicWords"]:
        """Load the words of protected topics by id; those that cannot be read are left out."""
        if self._topics is None:
            from coach.content.countries import read_topics

            self._topics = {}
            for root in reversed(self.roots):
                path = root / BANKS / SHARED / TOPICS
                if os.path.exists(path):  # noqa: PTH110 - also where one may not look into the folder
                    read = read_topics(_read(root, path))
                    self._topics |= {placed.value.id: placed.value for placed in read.topics}
        return self._topics

    def country(self, name: str) -> Loaded["Country"]:
        """Load a country's profile; raises :class:`NotFound` or :class:`ContentError`."""
        if name not in self._countries:
            from coach.content.countries import read_country
            from coach.core.country import Profile

            read = read_country(self._document(*self._find("country", name), Profile), self.topics())
            self._countries[name] = _usable(read.country, read, name)
        return self._countries[name]

    def samples(self, bank: str) -> Loaded["SampleSet"]:
        """Load a bank's sample answers, without those that have errors.

        Raises :class:`NotFound` or :class:`ContentError`.
        """
        if bank not in self._samples:
            from coach.content.samples import read_samples
            from coach.core.sample import SampleSet

            read = read_samples(self._document(*self._find("samples", bank), SampleSet))
            self._samples[bank] = _usable(read.samples, read, bank, key="bank")
        return self._samples[bank]

    def guide(self, kit_id: str) -> "Guide":
        """Fill a kit in with its questions and competencies.

        Raises :class:`NotFound` for an unknown kit, and :class:`ContentError` if the kit, its bank
        or a question or competency it names cannot be used.
        """
        from coach.content.guides import guide

        return guide(self, kit_id)

    def spoken(self, guide: "Guide") -> "Guide":
        """Give a guide in the language of this library, if it has the very same kit in it; else as it is."""
        if guide.language == self.language:
            return guide
        if guide.kit not in self._guides:
            try:
                self._guides[guide.kit] = self.guide(guide.kit)
            except (ContentError, NotFound):
                self._guides[guide.kit] = None
        found = self._guides[guide.kit]
        return found if found and found.fingerprint == guide.fingerprint else guide

    def read_kit(self, name: str) -> "KitFile":
        """Read a kit's file as the checker reads it, with all that is wrong in it."""
        from coach.content.banks import read_kit
        from coach.core.bank import Kit

        return read_kit(self._document(*self._find("kit", name), Kit))

    def competency_problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the lists of competencies."""
        return self._load_competencies().problems

    def index(self, cache_dir: Path) -> tuple["ModuleSummary", ...]:
        """Summarise all modules for progress, from a cache in the folder as far as it is current."""
        from coach.content.index import ModuleIndex

        return ModuleIndex(cache_dir).summaries(self)

    def _document(self, root: Path, path: Path, kind: type) -> "Document":
        """Read a file that holds a struct of this kind, in the language of the library."""
        return self.translator.translated(_read(root, path), path, root, kind)

    def _load_competencies(self) -> Loaded[dict[str, "Competency"]]:
        if self._competencies is None:
            from coach.content.curricula import CompetencyList, read_competencies
            from coach.content.listing import by_id

            known: dict[str, Competency] = {}
            problems: list[Problem] = []
            for root in reversed(self.roots):
                path = root / CURRICULA / COMPETENCIES
                if os.path.exists(path):  # noqa: PTH110 - also where one may not look into the folder
                    read = read_competencies(self._document(root, path, CompetencyList))
                    problems += read.problems
                    known |= by_id(read.entries)
            self._competencies = Loaded(known, tuple(problems))
        return self._competencies

    def _session_id(self, module: str, ref: str) -> str:
        ids = [header.id for header in self.module(module).value.sessions]
        if ref in ids:
            return ref
        if ref.isascii() and ref.isdigit() and len(ref) < 4 and 1 <= int(ref) <= len(ids):  # noqa: PLR2004
            return ids[int(ref) - 1]
        raise NotFound("session", ref, nearest(ref, ids), known=ids)


def _read(root: Path, path: Path) -> "Document":
    """Read a file of a root, with the reader that is imported when it is first needed."""
    from coach.content.reader import read_inside

    return read_inside(root, path)


def _usable(value: T | None, read: "Read", name: str, key: str = "id") -> Loaded[T]:
    """Wrap a value that was read; raises :class:`ContentError` if there is none of this name."""
    if value is None:
        raise ContentError(read.problems)
    if read.name != name:
        raise ContentError([misnamed(read.document, name, key), *read.problems])
    return Loaded(value, read.problems)
