"""What went wrong in a way we know is one sentence and an exit code, never a trace."""

from coach.locale import tr

DONE, FAILED, WRONG_USE = 0, 1, 2


class NoTerminal(Exception):  # noqa: N818 - reads as what is wrong
    """The program was asked for where there is no terminal to show it; ``trouble`` says what is wrong."""

    def __init__(self, trouble: str = "") -> None:
        super().__init__(
            tr(
                "{trouble}. Line by line, use coach train run MODULE --plain or coach interview run KIT "
                "--plain.",
                trouble=trouble or tr("The program needs a terminal; this is a pipe or a file"),
            )
        )


def told(error: Exception) -> str:
    """Say an error as the program says it on the command line."""
    return f"coach: {error}"


def exit_code(error: Exception) -> int | None:
    """Return 2 for a wrong name or use, 1 for what cannot be done now, ``None`` for a fault of ours."""
    from coach.services.troubles import is_failure, is_wrong_name

    if isinstance(error, NoTerminal) or is_wrong_name(error):
        return WRONG_USE
    return FAILED if is_failure(error) else None
