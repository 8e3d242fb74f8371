# ruff: noqa: N818 - the names read as what happened
"""What can go wrong with the store. Every message is a sentence for the person at the keyboard."""

from pathlib import Path

from coach.locale import tr


class StoreError(Exception):
    """The base of all of them; ``str()`` tells what happened, what became of the data, what to do."""


class ChangedElsewhere(StoreError):
    """Somebody appended to the stream since the caller last read it; nothing was written.

    ``expected`` is the number that the caller knew, ``found`` the one the stream stands at.
    """

    def __init__(self, stream: str, expected: int, found: int) -> None:
        super().__init__(
            tr(
                "{stream} was changed elsewhere in the meantime: it stands at event {found}, and event "
                "{expected} was the last one known here. Nothing was saved; load it again and repeat.",
                stream=stream,
                found=found,
                expected=expected,
            )
        )
        self.stream, self.expected, self.found = stream, expected, found


class UnknownStream(StoreError):
    """There is nothing under this name."""

    def __init__(self, stream: str) -> None:
        super().__init__(
            tr("There is nothing stored under {stream}, so nothing was done; check the name.", stream=stream)
        )


class NotStorable(StoreError):
    """An event that could not be read back as it is; a fault of the program that makes it."""


class WrittenByNewer(StoreError):
    """An event of a type or version that this program does not know."""

    def __init__(self, stream: str, number: int, what: str) -> None:
        super().__init__(
            tr(
                "{stream} holds an event ({what}, number {number}) that a newer version of Coach wrote. "
                "It is unharmed; update Coach to open it.",
                stream=stream,
                what=what,
                number=number,
            )
        )
        self.stream, self.number = stream, number


class NewerDatabase(StoreError):
    """The whole database is of a newer layout than this program knows."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            tr(
                "{path} was made by a newer version of Coach (layout {found}; this one knows up to "
                "{known}). It was left unchanged; update Coach to open it.",
                path=path,
                found=found,
                known=known,
            )
        )


class NotOurs(StoreError):
    """The file belongs to another program, or is no database at all."""


class NoDatabase(StoreError):
    """There is no database where one is needed."""


class Emptied(StoreError):
    """The database has no bytes left, although there are copies of what it held."""

    def __init__(self, path: Path, copy: Path) -> None:
        super().__init__(
            tr(
                "{path} is empty, although there is a backup of what it held. Nothing was changed; "
                "return to the backup with coach data restore {copy}, or delete the empty file to begin "
                "anew.",
                path=path,
                copy=copy,
            )
        )


class Busy(StoreError):
    """Another program held the database for longer than the waiting time."""


class DiskFull(StoreError):
    """There was no room to write; nothing was changed."""


class DiskTrouble(StoreError):
    """Reading or writing failed below the database."""


class NotWritable(StoreError):
    """The file or its folder does not allow writing, or does not open at all."""


class Damaged(StoreError):
    """The file or something in it cannot be read as what it should be."""


class Replaced(StoreError):
    """Another file took the database's place while it was open, by a restore for example."""


class Unexpected(StoreError):
    """Something the database says that has no better sentence."""


class FolderTrouble(StoreError):
    """A folder cannot be made or used."""


class CopyRefused(StoreError):
    """A backup that cannot be written there, or should not be restored."""
