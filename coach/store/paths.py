"""Where things are on this machine: data, configuration and cache, each for its owner only."""

import os
from collections.abc import Mapping
from pathlib import Path

from coach.core.record import Record
from coach.locale import tr
from coach.store.errors import FolderTrouble
from coach.store.places import places

PRIVATE_FOLDER = 0o700


class Folders(Record):
    """The three folders. Naming them makes nothing; :func:`private_folder` does when one is needed."""

    data: Path
    config: Path
    cache: Path

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Folders":
        """Use the places of :func:`coach.store.places.places`."""
        data, config, cache = places(environ)
        return cls(data=data, config=config, cache=cache)

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
        reason = (
            tr("it is a folder that this account may not write to") if folder.is_dir() else tr("it is a file")
        )
    except OSError as error:
        usable, reason = False, error.strerror or str(error)
    if not usable:
        raise FolderTrouble(
            tr(
                "The folder {folder} cannot be used: {reason}. Mend its permissions, or set COACH_HOME "
                "to a folder of your own.",
                folder=folder,
                reason=reason,
            )
        )
    return folder
