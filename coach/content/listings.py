"""What content there is: ids of modules, banks, kits and the like, found by listing folders."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from coach.content.loaded import NotFound
from coach.content.nearest import nearest
from coach.content.roots import (
    HEADER,
    bank_files,
    country_files,
    is_id,
    kit_files,
    module_folders,
    sample_files,
)

Kind: TypeAlias = Literal["module", "bank", "kit", "country", "samples"]

LISTINGS: dict[Kind, Callable[[Path], Iterator[tuple[str, str]]]] = {
    "module": module_folders,
    "bank": bank_files,
    "kit": kit_files,
    "country": country_files,
    "samples": sample_files,
}


class Listings:
    """The files in some roots; of things with the same id, the one in the earlier root counts."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)
        self._listed: dict[Kind, dict[str, tuple[Path, Path]]] = {}

    def modules(self) -> tuple[str, ...]:
        """Return the ids of all modules; nothing is opened."""
        return tuple(self._all("module"))

    def banks(self) -> tuple[str, ...]:
        """Return the ids of all question banks; nothing is opened."""
        return tuple(self._all("bank"))

    def kits(self) -> tuple[str, ...]:
        """Return the ids of all kits; nothing is opened."""
        return tuple(self._all("kit"))

    def where(self, kind: Kind, name: str) -> Path:
        """Return the file of a module's header, a bank or a kit; raises :class:`NotFound`."""
        path = self._find(kind, name)[1]
        return path / HEADER if kind == "module" else path

    def countries(self) -> tuple[str, ...]:
        """Return the ids of all countries' profiles; nothing is opened."""
        return tuple(self._all("country"))

    def sampled(self) -> tuple[str, ...]:
        """Return the ids of all banks with sample answers; nothing is opened."""
        return tuple(self._all("samples"))

    def _all(self, kind: Kind) -> dict[str, tuple[Path, Path]]:
        """Map every id of a kind to its root and path, in alphabetical order."""
        if kind not in self._listed:
            found: dict[str, tuple[Path, Path]] = {}
            for root in reversed(self.roots):
                found |= {name: (root, Path(path)) for name, path in LISTINGS[kind](root)}
            self._listed[kind] = dict(sorted(found.items()))
        return self._listed[kind]

    def _find(self, kind: Kind, name: str) -> tuple[Path, Path]:
        known = self._all(kind)
        if not is_id(name) or name not in known:
            raise NotFound(kind, name, nearest(name, known))
        return known[name]
