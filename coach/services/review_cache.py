"""The states of cards, kept in a file so that a long history need not be worked through at every start.

The file holds no truth. It counts only if the event it was made up to still stands in the log as it
was; one that is missing, damaged, of another version or of another history is as good as none.
"""

from contextlib import suppress
from pathlib import Path

import msgspec

from coach import __version__
from coach.core.record import Record
from coach.core.schedule import Ledger, extend
from coach.store.errors import FolderTrouble
from coach.store.log import EventLog


class _Kept(Record):
    """The file; ``made_by`` names what decides how states are worked out."""

    made_by: str
    ledger: Ledger


class ReviewCache:
    """The ledger of one stream and the file it is kept in."""

    def __init__(self, log: EventLog, stream: str, file: Path) -> None:
        self._log = log
        self._stream = stream
        self._file = file

    def current(self) -> Ledger:
        """Return everything up to now, from the file as far as it counts."""
        kept = self._read()
        return self.rebuilt() if kept is None else self.gone_on(kept)

    def gone_on(self, ledger: Ledger) -> Ledger:
        """Return the ledger with what was recorded since, or all anew if the log is not as it was."""
        if not ledger.number:
            return self.rebuilt()
        last, *newer = self._log.read(self._stream, after=ledger.number - 1) or (None,)
        if last is None or (last.number, last.at) != (ledger.number, ledger.at):
            return self.rebuilt()
        return self._keep(extend(ledger, newer)) if newer else ledger

    def rebuilt(self) -> Ledger:
        """Work everything out from the log."""
        return self._keep(extend(Ledger(), self._log.read(self._stream)))

    def _read(self) -> Ledger | None:
        try:
            kept = msgspec.json.decode(self._file.read_bytes(), type=_Kept)
        except (OSError, ValueError, RecursionError):
            return None
        return kept.ledger if kept.made_by == __version__ else None

    def _keep(self, ledger: Ledger) -> Ledger:
        """Write the file; where that is not possible, the next start works it out again."""
        from coach.services.printing import PrintError, write_file
        from coach.store.paths import private_folder

        body = msgspec.json.encode(_Kept(made_by=__version__, ledger=ledger))
        with suppress(PrintError, FolderTrouble):
            private_folder(self._file.parent)
            write_file(self._file, body, replace=True)
        return ledger
