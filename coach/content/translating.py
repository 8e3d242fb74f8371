"""Making catalogues for translators, bringing them up to date, and saying how far they are."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from coach.content.catalogue_files import Catalogue, Message, read_catalogue, written
from coach.content.document import Document
from coach.content.gather import files, kind_by_place
from coach.content.library import Library
from coach.content.loaded import NotFound
from coach.content.nearest import nearest
from coach.content.reader import read_file
from coach.content.roots import catalogue_of
from coach.content.shapes import shape
from coach.content.texts import Spot
from coach.content.translations import Standing, compare, merged, texts_of
from coach.core.record import Record, Translated
from coach.locale import SOURCE, mark, tr

TEMPLATE = ".pot"

HINTS = {
    Translated.TERM: mark("the same word in several places of this exercise"),
    Translated.CODE: mark("a condition; keep it, or let it find words of your language as well"),
    Translated.WORDS: mark("one entry a line, as many as your language needs"),
    Translated.PAIRS: mark("one pair a line: words => text"),
    Translated.NAME: mark("the name of a shared file for your language"),
    Translated.NAMES: mark("names for your language, one a line"),
}
"""What translators are told of texts that are no ordinary ones."""


class CatalogueTrouble(Exception):  # noqa: N818 - reads as what happened
    """A catalogue cannot be read or written; the message is a sentence."""


class Translatable(Record):
    """A file of content with the struct that it holds, and its texts to be translated."""

    path: Path
    kind: type
    document: Document
    texts: tuple[Spot, ...]


def named(library: Library, name: str) -> tuple[Path, ...]:
    """Find the files of a module or a bank by its id; a bank's kits and sample answers go with it.

    A path to a file or a folder names what lies there. Raises :class:`NotFound` for anything else.
    """
    if Path(name).exists():
        return tuple(files([Path(name)]))
    if name in library.modules():
        return tuple(files([library.where("module", name).parent]))
    if name in library.banks():
        kits = [kit for kit in library.kits() if library.kit(kit).value.bank == name]
        samples = [library.where("samples", name)] if name in library.sampled() else []
        return (library.where("bank", name), *(library.where("kit", kit) for kit in kits), *samples)
    known = [*library.modules(), *library.banks()]
    raise NotFound("module", name, nearest(name, known), known=known)


def everything(library: Library) -> tuple[Path, ...]:
    """List all files of all roots of a library."""
    return tuple(files([root for root in library.roots if root.is_dir()]))


def translatable(paths: Iterable[Path]) -> Iterator[Translatable]:
    """Read those of the files that have something to translate; one that cannot be read has nothing."""
    for path in paths:
        held = shape(path, kind_by_place(path))
        if held is not None:
            document = read_file(path)
            texts = texts_of(document, held)
            if texts:
                yield Translatable(path=path, kind=held, document=document, texts=texts)


def standing(file: Translatable, language: str) -> Standing:
    """Say how far a file is translated; raises :class:`CatalogueTrouble`."""
    return compare(file.document, file.kind, _read(catalogue_of(file.path, language)))


def extract(file: Translatable, today: date) -> Path:
    """Write the template of a file's texts beside its catalogues, and return where it is."""
    path = catalogue_of(file.path, SOURCE).parent.with_name(f"{file.path.stem}{TEMPLATE}")
    messages = tuple(Message(key=spot.key, source=spot.source, target="") for spot in file.texts)
    _write(path, written(Catalogue(messages=messages), "", today, _hints(file)))
    return path


def merge(file: Translatable, language: str, today: date, given: Path | None = None) -> Standing:
    """Bring a file's catalogue up to date, with translations from another catalogue if one is given.

    It is written only if that changes something. Raises :class:`CatalogueTrouble`.
    """
    path = catalogue_of(file.path, language)
    old = _read(path)
    new = merged(file.texts, old, _read(given) if given else None)
    if new != old:
        _write(path, written(new, language, today, _hints(file)))
    return compare(file.document, file.kind, new)


def _hints(file: Translatable) -> dict[str, str]:
    return {spot.key: HINTS[spot.how] for spot in file.texts if spot.how in HINTS}


def _read(path: Path) -> Catalogue:
    found = read_catalogue(path)
    if found.trouble:
        text = tr("{path} cannot be read: {trouble}. Mend or remove it.", path=path, trouble=found.trouble)
        raise CatalogueTrouble(text)
    return found


def _write(path: Path, body: bytes) -> None:
    """Replace a file in one move."""
    fresh = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(body)
        fresh.replace(path)
    except OSError as error:
        text = tr(
            "{path} cannot be written: {reason}. Copy the content to a folder of your own and translate "
            "it there.",
            path=path,
            reason=error.strerror or tr("the system refuses it"),
        )
        raise CatalogueTrouble(text) from error
