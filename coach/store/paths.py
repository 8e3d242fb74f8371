"""Where things are on this machine: data, configuration and cache, each for its owner only."""

import os
from collections.abc import Mapping
from pathlib import Path

from coach.core.record import Record
from coach.store.errors import FolderTrouble

PRIVATE_FOLDER = 0o700


class Folders(Record):
    """The three folders. Naming them makes nothing; :func:`private_folder` does when one is needed."""

    data: Path
    config: Path
    cache: Path

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Folders":
        """Use ``COACH_HOME`` with a folder for each, or else the places the system has for such things.

        The system's own variables (such as ``XDG_DATA_HOME``) are read by platformdirs from the
        process and not from ``environ``.
        """
        if home := environ.get("COACH_HOME", ""):
            root = Path(home).expanduser().absolute()
            return cls(data=root / "data", config=root / "config", cache=root / "cache")
        from platformdirs import PlatformDirs

        places = PlatformDirs("coach", appauthor=False)
        return cls(data=places.user_data_path, config=places.user_config_path, cache=places.user_cache_path)

    @property
    def database(self) -> Path:
        """Where the event log is."""
        return self.data / "coach.db"

    @property
    def backups(self) -> Path:
        """Where backups go when no other place is named."""
        return self.data / "backups"


def private_folder(folder: Path) -> Path:
    """Make the folder, and what is missing above it, readable by its owner only; give it back.

    A folder that exists keeps its mode. Raises :class:`FolderTrouble` where that cannot be done.
    """
    try:
        above = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(above):
            each.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        usable = folder.is_dir() and os.access(folder, os.R_OK | os.W_OK | os.X_OK)
        reason = "it is a folder that this account may not write to" if folder.is_dir() else "it is a file"
    except OSError as error:
        usable, reason = False, error.strerror or str(error)
    if not usable:
        raise FolderTrouble(
            f"The folder {folder} cannot be used: {reason}. "
            "Mend its permissions, or set COACH_HOME to a folder of your own."
        )
    return folder
