"""Who is at an interview just now: a file that is locked while somebody is, and touched as they go on.

The lock is the system's (``flock``): it ends with the program, however that ends. The file's time then
tells when the program was last alive.
"""

import fcntl
import os
from datetime import UTC, datetime
from pathlib import Path

from coach.store.paths import private_folder


class Presence:
    """The places that this program holds; ``folder`` is shared by all programs on the same data."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, int] = {}

    def take(self, name: str) -> bool:
        """Hold a place; ``False`` if another program holds it. What one holds can be taken again."""
        if name in self._held:
            return True
        path = private_folder(self._folder) / name
        new = not path.exists()
        place = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if new:
            os.utime(place, (0, 0))
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(place)
            return False
        self._held[name] = place
        return True

    def last_sign(self, name: str) -> datetime | None:
        """Return when the place's last holder was alive for certain; ``None`` if that was never told."""
        try:
            told = (self._folder / name).stat().st_mtime
        except OSError:
            return None
        return datetime.fromtimestamp(told, tz=UTC) if told else None

    def beat(self, name: str, now: datetime) -> None:
        """Give a sign of life for a place that is held."""
        if name in self._held:
            os.utime(self._held[name], (now.timestamp(), now.timestamp()))

    def close(self) -> None:
        """Leave all places."""
        for place in self._held.values():
            os.close(place)
        self._held.clear()
