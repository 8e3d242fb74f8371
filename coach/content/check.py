"""The author's checker: everything that can be found wrong with content before a person meets it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from coach.content.banks import read_bank, read_kit
from coach.content.countries import profiles, read_country, read_topics
from coach.content.coverage import Coverage
from coach.content.curricula import SessionFile, read_competencies, read_module, read_session
from coach.content.document import Document
from coach.content.gather import FileKind, fence_around, files, kind_by_keys, kind_by_place, roots_around
from coach.content.library import Library
from coach.content.loaded import ContentError, NotFound
from coach.content.parts import folders, read_part
from coach.content.paths import read_paths
from coach.content.problem import Problem, quoted
from coach.content.reader import read_file, read_inside
from coach.content.roots import CURRICULA, HEADER, SUFFIX, SYLLABUS
from coach.content.rules import bank as bank_rules
from coach.content.rules import country as country_rules
from coach.content.rules import kit as kit_rules
from coach.content.rules import module as module_rules
from coach.content.rules import paths as path_rules
from coach.content.rules import samples as sample_rules
from coach.content.rules import steps as step_rules
from coach.content.rules import syllabus as syllabus_rules
from coach.content.rules.scopes import (
    BankScope,
    CountryScope,
    KitScope,
    ModuleScope,
    PathScope,
    SampleScope,
    Surroundings,
)
from coach.content.rules.translations import in_translation, languages, translated_well
from coach.content.samples import read_samples
from coach.content.shapes import shape
from coach.content.syllabus import read_syllabus
from coach.core.bank import QuestionBank
from coach.core.record import Record
from coach.locale import SOURCE, tr


class Report(Record):
    """What a check found, in the order of files and lines."""

    files: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many problems keep content from being used."""
        return sum(problem.fatal for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems ask the author to look again."""
        return len(self.problems) - self.errors


def check(
    target: Library | Sequence[Path], today: date, library: Library | None = None, *, proofs: bool = True
) -> Report:
    """Check a whole library, or the files and folders given.

    ``today`` decides which sources are old. Paths are checked against the content root they lie in
    and then against ``library``: there are the banks and competencies they may name. Without ``proofs`` no
    exercise is played by machine, so that only the text is judged.
    """
    paths = [root for root in target.roots if root.is_dir()] if isinstance(target, Library) else list(target)
    shelves = target if isinstance(target, Library) else library
    roots = dict.fromkeys([*roots_around(paths), *(shelves.roots if shelves else ())])
    chosen = files(paths)
    found = list(_Checker(Library(tuple(roots)), today, paths, proofs=proofs).check(chosen))
    for language in languages(chosen):
        other = _Checker(Library(tuple(roots), language), today, paths, proofs=proofs)
        found += in_translation(other.check(chosen), found, language)
    wanted = {str(path) for path in chosen}
    problems = dict.fromkeys(problem for problem in found if problem.file in wanted)
    return Report(files=len(chosen), problems=tuple(sorted(problems, key=lambda problem: problem.place)))


class _Checker:
    """Reads every file once and hands it to its rules."""

    def __init__(self, library: Library, today: date, given: Sequence[Path], *, proofs: bool) -> None:
        self._library = library
        self._given = given
        self._around = Surroundings(
            today=today,
            competencies=library.competencies(),
            banks=library.banks(),
            countries=profiles(library.countries(), library.country),
            topics=library.topics(),
            proofs=proofs,
        )
        self._banks: dict[Path, QuestionBank | None] = {}
        self._coverage = Coverage()

    def check(self, chosen: Iterable[Path]) -> Iterator[Problem]:
        """Check files; banks come before the kits that name them."""
        sorted_by_kind: dict[FileKind, dict[Path, Document | None]] = {kind: {} for kind in FileKind}
        for path in chosen:
            kind, document = kind_by_place(path), None
            if kind is None or path.suffix != SUFFIX:
                document = self._read(path)
                kind = kind_by_keys(document) if path.suffix == SUFFIX else None
            if kind is None and document is not None:
                yield from _unrecognised(document)
            elif kind is not None:
                yield from self._translation(path, kind)
                sorted_by_kind[kind][path] = document
        yield from self._small(sorted_by_kind)
        yield from self._modules(sorted_by_kind)
        for path, document in sorted_by_kind[FileKind.BANK].items():
            yield from self._bank(path, document)
        for path, document in sorted_by_kind[FileKind.KIT].items():
            yield from self._kit(path, document)
        for path, document in sorted_by_kind[FileKind.SAMPLES].items():
            yield from self._samples(path, document)
        yield from self._syllabi(sorted_by_kind[FileKind.SYLLABUS])

    def _read(self, path: Path, kind: FileKind | None = None) -> Document:
        """Read a file in the language of the check, unless a link leads out of where it seems to be."""
        fence = fence_around(path, self._given)
        document = read_inside(fence, path) if fence else read_file(path)
        held = shape(path, kind) if self._library.language != SOURCE else None
        return self._library.translator.translated(document, path, fence, held) if held else document

    def _translation(self, path: Path, kind: FileKind) -> Iterator[Problem]:
        """Judge the catalogue of a file, in a check of another language."""
        held = shape(path, kind) if self._library.language != SOURCE else None
        if held is not None:
            catalogue = self._library.translator.catalogue(path, fence_around(path, self._given))
            yield from translated_well(self._read(path), held, catalogue, self._library.language)

    def _small(self, chosen: dict[FileKind, dict[Path, Document | None]]) -> Iterator[Problem]:
        for path, document in chosen[FileKind.COMPETENCIES].items():
            yield from read_competencies(document or self._read(path, FileKind.COMPETENCIES)).problems
        for path, document in chosen[FileKind.PART].items():
            yield from _part(path, document or self._read(path, FileKind.PART))
        for path, document in chosen[FileKind.PATHS].items():
            yield from self._paths(document or self._read(path, FileKind.PATHS))
        for path, document in chosen[FileKind.TOPICS].items():
            topics = read_topics(document or self._read(path))
            yield from topics.problems
            yield from country_rules.examples_hold(topics)
        for path, document in chosen[FileKind.COUNTRY].items():
            yield from self._country(path, document or self._read(path, FileKind.COUNTRY))

    def _paths(self, document: Document) -> Iterator[Problem]:
        read = read_paths(document)
        yield from read.problems
        scope = PathScope(read, self._library.modules(), self._announced)
        for rule in path_rules.RULES:
            yield from rule(scope)

    def _country(self, path: Path, document: Document) -> Iterator[Problem]:
        read = read_country(document, self._around.topics)
        yield from read.problems
        if read.country is not None:
            for rule in country_rules.RULES:
                yield from rule(CountryScope(path.stem, read, self._around), read.country)

    def _announced(self, module: str) -> tuple[str, ...] | None:
        """List the sessions that a module's header announces, if it can be read."""
        try:
            return tuple(header.id for header in self._library.module(module).value.sessions)
        except ContentError:
            return None

    def _modules(self, chosen: dict[FileKind, dict[Path, Document | None]]) -> Iterator[Problem]:
        """Check modules whole, even where only one of their files was given: the parts must fit."""
        known = chosen[FileKind.HEADER] | chosen[FileKind.SESSION]
        for folder in dict.fromkeys(path.parent for path in known):
            if (folder / HEADER).exists():
                parts = [path for path in sorted(folder.glob(f"*{SUFFIX}")) if path.name != HEADER]
                header = read_module(self._read(folder / HEADER, FileKind.HEADER))
                yield from header.problems
                yield from self._module(
                    ModuleScope(folder.absolute().name, header, self._sessions(parts, known), self._around)
                )
            else:
                parts = [path for path in known if path.parent == folder]
                reads = self._sessions(parts, known)
                for name, read in reads.items():
                    alone = ModuleScope(folder.absolute().name, None, {name: read}, self._around)
                    yield from self._module(alone)
                yield from _headless(folder, next(iter(reads.values())))

    def _module(self, scope: ModuleScope) -> Iterator[Problem]:
        for read in scope.sessions.values():
            yield from read.problems
            self._coverage.note(read.document, read.steps)
            for placed in read.steps:
                for rule in step_rules.RULES:
                    yield from rule(read.document, placed, scope.around)
        for module_rule in module_rules.RULES:
            yield from module_rule(scope)

    def _bank(self, path: Path, document: Document | None) -> Iterator[Problem]:
        read = read_bank(document or self._read(path, FileKind.BANK))
        self._banks[path.absolute()] = read.bank
        self._coverage.note(read.document, read.questions)
        yield from read.problems
        for rule in bank_rules.RULES:
            yield from rule(BankScope(path.stem, read, self._around))

    def _kit(self, path: Path, document: Document | None) -> Iterator[Problem]:
        read = read_kit(document or self._read(path, FileKind.KIT))
        yield from read.problems
        if read.kit is not None:
            scope = KitScope(path.stem, read, self._find_bank(read.kit.bank), self._around)
            for rule in kit_rules.RULES:
                yield from rule(scope, read.kit)

    def _samples(self, path: Path, document: Document | None) -> Iterator[Problem]:
        read = read_samples(document or self._read(path, FileKind.SAMPLES))
        yield from read.problems
        if read.samples is not None:
            scope = SampleScope(path.stem, read, self._find_bank(read.samples.bank), self._around)
            for rule in sample_rules.RULES:
                yield from rule(scope)

    def _syllabi(self, chosen: dict[Path, Document | None]) -> Iterator[Problem]:
        """Compare what was read with the syllabus of its root; what is missing is told in there."""
        given = {path.absolute(): path for path in chosen}
        beside = (root.absolute() / CURRICULA / SYLLABUS for root in self._library.roots)
        for place in dict.fromkeys([*given, *(path for path in beside if path.is_file())]):
            path = given.get(place, place)
            read = read_syllabus(chosen.get(path) or self._read(path))
            yield from read.problems
            scope = self._coverage.scope(place.parent.parent, read, whole=place in given)
            for rule in syllabus_rules.RULES:
                yield from rule(scope)

    def _find_bank(self, name: str) -> QuestionBank | None:
        """Find a bank for what names it, read in this check already if possible."""
        try:
            path = self._library.where("bank", name).absolute()
            if path not in self._banks:
                self._banks[path] = self._library.bank(name).value
        except (NotFound, ContentError):
            return None
        return self._banks[path]

    def _sessions(self, paths: Iterable[Path], known: dict[Path, Document | None]) -> dict[str, SessionFile]:
        shelf = self._library.shelf
        return {
            path.stem: read_session(known.get(path) or self._read(path, FileKind.SESSION), shelf)
            for path in paths
        }


def _headless(folder: Path, read: SessionFile) -> Iterator[Problem]:
    """Tell of a folder where modules are that is none; the place is the first of its sessions."""
    if folder.absolute().parent.name == CURRICULA:
        text = tr(
            "the folder {name} has no {header}, so it is no module and nobody will see its sessions; "
            "write that header, or move the file to the module it belongs to",
            name=quoted(folder.absolute().name),
            header=HEADER,
        )
        yield read.document.problem("C212", (), text, warning=True)


def _part(path: Path, document: Document) -> Iterator[Problem]:
    """Read a shared part as what its folder holds."""
    kinds = folders()
    folder = path.absolute().parent.name
    if folder in kinds:
        yield from read_part(document, kinds[folder]).problems
        return
    yield from document.problems
    known = ", ".join(sorted(kinds))
    text = tr(
        "no exercise has shared parts in a folder called {folder}; move the file to one of {known}",
        folder=quoted(folder),
        known=known,
    )
    yield document.problem("C016", (), text)


def _unrecognised(document: Document) -> Iterator[Problem]:
    yield from document.problems
    if document.usable:
        text = tr(
            "this is no module, session, bank, kit, country or list of competencies by its place or "
            "its keys, so it would never be used; move it, rename it to .yaml, or correct its top "
            "keys"
        )
        yield document.problem("C016", (), text)
