"""Putting files into the language of a library as they are read."""

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.roots import catalogue_of

if TYPE_CHECKING:
    from coach.content.catalogue_files import Catalogue
    from coach.content.document import Document

FOLDER = "translations"


class Translator:
    """Translates files into one language; with a ``cache`` catalogues that were read are kept in there."""

    def __init__(self, language: str, cache: Path | None = None) -> None:
        self.language = language
        self.cache = cache
        self.used: dict[str, tuple[int, int]] = {}
        """Stamps of all catalogues that were looked for, as they were before they were read."""

    @property
    def found(self) -> bool:
        """Whether anything that was read so far had a catalogue."""
        return any(size for _, size in self.used.values())

    def translated(self, document: "Document", path: Path, root: Path | None, kind: type) -> "Document":
        """Put what was read from a file, a struct of this kind, into the language; give it back."""
        wanted = catalogue_of(path, self.language)
        try:
            found = os.stat(wanted)  # noqa: PTH116 - for every file that is opened
        except OSError:
            self.used[str(wanted)] = (0, 0)
            return document
        stamp = self.used[str(wanted)] = (found.st_mtime_ns, found.st_size)
        from coach.content.translate import translate

        translate(document, kind, self._catalogue(wanted, root, stamp), self.language)
        return document

    def catalogue(self, path: Path, root: Path | None) -> "Catalogue":
        """Read the catalogue of a file of content; one that is not there is empty."""
        from coach.content.catalogue_files import read_catalogue

        return read_catalogue(catalogue_of(path, self.language), root)

    def _catalogue(self, path: Path, root: Path | None, stamp: tuple[int, int]) -> "Catalogue":
        from coach.content.catalogue_files import Catalogue, read_catalogue

        if self.cache is None:
            return read_catalogue(path, root)
        from coach.content.cache import FileCache, Made

        name = sha256(str(path).encode()).hexdigest()[:24]
        kept = FileCache(self.cache / FOLDER / f"{name}.json", Catalogue)
        made = kept.fill([str(path)], lambda key: Made(stamps={key: stamp}, value=read_catalogue(path, root)))
        return made[str(path)]
