"""A text in the person's own editor, as ``$VISUAL`` or ``$EDITOR`` names it."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkstemp

from coach.locale import tr

from .spec import LONGEST


class EditorTrouble(Exception):  # noqa: N818 - reads as what happened
    """The text could not be edited; the message says why and what to do, and the text stands as it was."""


def command(environ: Mapping[str, str]) -> list[str]:
    """Return the editor and its options; raises :class:`EditorTrouble` if none is set."""
    named = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise EditorTrouble(
            tr("The variable EDITOR cannot be read, {error}. Correct it: EDITOR=nano.", error=error)
        ) from error
    if not words:
        raise EditorTrouble(
            tr("No editor is set. Set the variable EDITOR, such as EDITOR=nano, and start again.")
        )
    return words


def edited(text: str, words: list[str]) -> str:
    """Let the person edit a text, and return it; raises :class:`EditorTrouble`.

    It lies in a file that only they can read (mode 0600), which is deleted afterwards.
    """
    handle, name = mkstemp(prefix="coach-", suffix=".txt")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        _run([*words, name])
        return _back(path)
    except OSError as error:
        raise EditorTrouble(
            tr("The text could not be given to {editor}: {reason}.", editor=words[0], reason=error.strerror)
        ) from error
    finally:
        path.unlink(missing_ok=True)


def _run(words: list[str]) -> None:
    try:
        ended = subprocess.run(words, check=False).returncode  # noqa: S603 - the person's own editor
    except FileNotFoundError as error:
        raise EditorTrouble(
            tr("There is no program {editor}. Correct the variable EDITOR.", editor=words[0])
        ) from error
    if ended:
        raise EditorTrouble(
            tr(
                "The editor {editor} ended with code {code}; your text is as it was.",
                editor=words[0],
                code=ended,
            )
        )


def _back(path: Path) -> str:
    """Read what the editor wrote; the line end that editors add at the end is taken off."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise EditorTrouble(tr("The editor did not save as UTF-8; your text is as it was.")) from error
    if len(text) > LONGEST:
        raise EditorTrouble(
            tr("That is too long, at most {longest} characters; your text is as it was.", longest=LONGEST)
        )
    return text.removesuffix("\n")
