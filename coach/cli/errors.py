"""What went wrong in a way we know is one sentence and an exit code, never a trace."""

DONE, FAILED, WRONG_USE = 0, 1, 2


class NoTerminal(Exception):  # noqa: N818 - reads as what is wrong
    """The program was asked for where there is no terminal to show it."""

    def __init__(self) -> None:
        super().__init__(
            "The program needs a terminal. "
            "In a pipe, use coach train run … --plain or coach interview run … --plain."
        )


def told(error: Exception) -> str:
    """Say an error as the program says it on the command line."""
    return f"coach: {error}"


def exit_code(error: Exception) -> int | None:
    """Return 2 for a wrong name or use, 1 for what cannot be done now, ``None`` for a fault of ours."""
    from coach.content.library import ContentError, NotFound
    from coach.core.conduct import Refused
    from coach.export.sheet import ExportFailed
    from coach.services.interview import UnknownInterview
    from coach.services.printing import PrintError
    from coach.services.settings import SettingsError
    from coach.store.errors import StoreError

    match error:
        case NotFound() | UnknownInterview() | NoTerminal():
            return WRONG_USE
        case ContentError() | ExportFailed() | PrintError() | Refused() | SettingsError() | StoreError():
            return FAILED
        case _:
            return None
