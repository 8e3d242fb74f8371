"""Opening the terminal program. Nothing here imports click: ``coach`` alone should be there at once."""

import os
import sys
from typing import TYPE_CHECKING

from coach.cli.errors import DONE, NoTerminal, exit_code, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.services import Services
    from coach.tui.app import CoachApp


def open_program(
    services: "Services", *, greet: bool | None = None, start: "Callable[[CoachApp], None] | None" = None
) -> None:
    """Open the program; raises :class:`NoTerminal` unless both ends are a terminal.

    ``greet`` shows the welcome, by default on the first start; ``start`` is called with the app once
    home is there, to go straight to a session or an interview.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal
    from coach.store.paths import private_folder
    from coach.tui.app import CoachApp

    private_folder(services.folders.data)
    first = not services.folders.database.exists()
    app = CoachApp(services, greet=first if greet is None else greet, start=start)
    app.run()
    if app.return_code:
        sys.exit(app.return_code)


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
