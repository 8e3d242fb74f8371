"""Writing a document to a file: whole or not at all, and never over one that is there by accident."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from coach.core.document import Document


class PrintError(Exception):
    """The file cannot be written; the message says why and what to do."""


def write_file(
    document: Document, target: Path, *, paper: str = "a4", replace: bool = True
) -> tuple[Path, tuple[str, ...]]:
    """Render a document in the format of the file's ending; return the file and the renderer's notes.

    With ``replace`` an older print of the same name gives way. Raises :class:`PrintError`.
    """
    from coach.export import Format, Paper, render

    rendered = render(document, Format(target.suffix.removeprefix(".")), Paper(paper))
    if target.exists() and not replace:
        raise PrintError(f"{target} exists already. Name another file with --output, or use --force.")
    try:
        write_whole(target, rendered.data)
    except OSError as error:
        raise PrintError(f"{target} cannot be written: {error.strerror}. Choose another folder.") from error
    return target, rendered.notes


def write_whole(target: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved into it."""
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as draft:
        try:
            draft.write(data)
            draft.flush()
            os.fsync(draft.fileno())
            Path(draft.name).replace(target)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise
