"""Writing what was rendered to a file: whole or not at all, and never over another by accident."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from coach.locale import tr


class PrintError(Exception):
    """The file cannot be written; the message says why and what to do."""


def write_file(target: Path, data: bytes, *, replace: bool) -> None:
    """Write a file in one move, readable by its owner only, since a scorecard is about a person.

    Raises :class:`PrintError`; a file that is there stays as it is unless it may be replaced.
    """
    if target.exists() and not replace:
        raise PrintError(
            tr("{path} exists and was left as it is. Name another file, or use --force.", path=target)
        )
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=".coach-", delete=False) as draft:
            temporary = Path(draft.name)
            try:
                draft.write(data)
                draft.flush()
                os.fsync(draft.fileno())
                temporary.replace(target)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise PrintError(
            tr("{path} could not be written: {reason}. Choose another place.", path=target, reason=reason)
        ) from error
