"""Opening the terminal program. Nothing here imports click: ``coach`` alone should be there at once."""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from coach.cli.errors import DONE, NoTerminal, exit_code, told
from coach.locale import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coach.services import Services
    from coach.tui.app import CoachApp

GREETED = "greeted"
"""The file in the data folder that says that the welcome was shown."""


def open_program(
    services: "Services", *, greet: bool | None = None, start: "Callable[[CoachApp], None] | None" = None
) -> None:
    """Open the program; raises :class:`NoTerminal` unless both ends are a terminal that can draw.

    ``greet`` shows the welcome, by default the first time that home is opened; ``start`` is called with
    the app once home is there, to go straight to a session or an interview.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal
    if trouble := cannot_draw(services.environ):
        raise NoTerminal(trouble)
    from coach.store.paths import private_folder
    from coach.tui.app import CoachApp

    greeted = private_folder(services.folders.data) / GREETED
    first = greet is None and not greeted.exists()
    app = CoachApp(services, greet=first or bool(greet), start=start)
    if first:
        with suppress(OSError):  # a full disk is told where something of worth is lost by it
            greeted.touch(mode=0o600)
    app.run()
    for sentence in app.last_words:
        print(f"coach: {sentence}", file=sys.stderr)  # noqa: T201 - click is not worth its import here
    if app.return_code:
        sys.exit(app.return_code)


def cannot_draw(environ: "Mapping[str, str]") -> str:
    """Say why nothing can be drawn on this terminal; empty if it can."""
    term = environ.get("TERM", "")
    if term not in ("", "dumb"):
        return ""
    return tr("This terminal cannot draw: TERM is {term}", term=term or tr("not set"))


def alone() -> int:
    """Do what ``coach`` without any argument does; return the exit code."""
    from coach.services import Services
    from coach.store.paths import Folders

    services = Services(Folders.from_environment(os.environ), os.environ)
    try:
        open_program(services)
    except Exception as error:
        code = exit_code(error)
        if code is None:
            raise
        print(told(error), file=sys.stderr)  # noqa: T201 - click is not worth its import here
        return code
    finally:
        services.close()
    return DONE
