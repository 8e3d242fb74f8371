"""What was made from files, kept in a JSON file beside other caches until one of the files changes.

A cache holds no truth: it can be deleted at any time, and one that is missing, damaged or of another
version is as good as empty.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

import msgspec

from coach import __version__, exercises
from coach.core.record import Record

T = TypeVar("T")

Stamp: TypeAlias = tuple[int, int]
"""A file's time of change in nanoseconds, and its size in bytes."""


class Made(Record, Generic[T], array_like=True):
    """A value, and the stamps of the files it was made from, by path.

    Take the stamps before the files are read, so that a change while reading is seen next time.
    """

    stamps: Mapping[str, Stamp]
    value: T


class _Cache(Record, Generic[T]):
    """The cache file. ``made_by`` names what decides how content is read."""

    made_by: str
    entries: dict[str, Made[T]]


class FileCache(Generic[T]):
    """Values by key, made anew only where a file has changed; ``kind`` is their type."""

    def __init__(self, file: Path, kind: type[T]) -> None:
        self._file = file
        self._kind = kind
        self._made_by = f"{__version__} {' '.join(exercises.names())}"

    def fill(self, keys: Iterable[str], make: Callable[[str], Made[T]]) -> dict[str, T]:
        """Give a value for each key, in order; keys that are not asked for are dropped from the cache."""
        old = self._read()
        new: dict[str, Made[T]] = {}
        for key in keys:
            known = old.get(key)
            if known is None or stamps(known.stamps) != known.stamps:
                known = make(key)
            new[key] = known
        if new != old:
            self._write(new)
        return {key: made.value for key, made in new.items()}

    def _read(self) -> dict[str, Made[T]]:
        try:
            cache: _Cache[T] = msgspec.json.decode(
                self._file.read_bytes(),
                type=_Cache[self._kind],  # type: ignore[name-defined]
            )
        except (OSError, ValueError, RecursionError):
            return {}
        return cache.entries if cache.made_by == self._made_by else {}

    def _write(self, entries: dict[str, Made[T]]) -> None:
        """Replace the cache in one move; where that is not possible, the next start reads again."""
        from tempfile import NamedTemporaryFile

        body = msgspec.json.encode(_Cache(made_by=self._made_by, entries=entries))
        folder = self._file.parent
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=folder, delete=False) as stream:
                temporary = Path(stream.name)
                try:
                    stream.write(body)
                    stream.close()
                    temporary.replace(self._file)
                except OSError:
                    temporary.unlink(missing_ok=True)
                    raise


def stamps(paths: Iterable[str]) -> dict[str, Stamp]:
    """Take the stamps of files as they are now; a missing file has zeros."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: str) -> Stamp:
    try:
        found = os.stat(path)  # noqa: PTH116 - hundreds of them at every start
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
