"""Rules of translations: whole, up to date, and fit to stand in for their source."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from coach.content.catalogue_files import Catalogue, beside
from coach.content.document import Document
from coach.content.problem import Problem, quoted
from coach.content.translations import compare
from coach.locale import tr, trn

OF_CATALOGUES = ("C401", "C402", "C403", "C404")
"""Codes of problems that name the language themselves."""


def languages(files: Iterable[Path]) -> tuple[str, ...]:
    """List the languages that some of the files have a catalogue in."""
    return tuple(
        sorted({language for folder in {path.parent for path in files} for language in beside(folder)})
    )


def in_translation(found: Iterable[Problem], known: Iterable[Problem], language: str) -> Iterator[Problem]:
    """Keep the problems that a translation brings; what its source has as well is told there."""
    told = {problem.place for problem in known}
    for problem in found:
        if problem.code in OF_CATALOGUES:
            yield problem
        elif problem.place not in told:
            yield replace(problem, text=tr("in {language}: {text}", language=language, text=problem.text))


def translated_well(document: Document, kind: type, catalogue: Catalogue, language: str) -> Iterator[Problem]:
    """Tell what a file's catalogue lacks, has for an older wording, or says in a way that cannot be used."""
    if catalogue.trouble:
        text = tr(
            "the translations into {language} cannot be read: {trouble}; correct or remove that catalogue",
            language=language,
            trouble=catalogue.trouble,
        )
        yield document.problem("C404", (), text)
        return
    found = compare(document, kind, catalogue)
    if found.missing:
        first = found.missing[0]
        text = trn(
            "{n} text of {all} has no translation into {language} and is shown as it is here, first {key}; "
            "coach translate merge lists it for the translator",
            "{n} texts of {all} have no translation into {language} and are shown as they are here, first "
            "{key}; coach translate merge lists them for the translator",
            len(found.missing),
            all=len(found.texts),
            language=language,
            key=quoted(first.key),
        )
        yield document.problem("C401", first.path, text, warning=True)
    if found.stale:
        text = trn(
            "{n} translation into {language} is of an older wording and is not shown, first that of {key}; "
            "coach translate merge marks it for the translator",
            "{n} translations into {language} are of an older wording and are not shown, first that of "
            "{key}; coach translate merge marks them for the translator",
            len(found.stale),
            language=language,
            key=quoted(found.stale[0].key),
        )
        yield document.problem("C402", (), text, warning=True)
    for spot, fault in found.faults:
        text = tr(
            "the translation of {key} into {language} cannot be used: {fault}; correct it in the catalogue",
            key=quoted(spot.key),
            language=language,
            fault=fault,
        )
        yield document.problem("C403", spot.path, text)
