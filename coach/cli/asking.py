"""Yes or no asked on the command line."""

import click

from coach.cli.plain.typed import meant
from coach.locale import tr


def confirm(question: str) -> None:
    """Ask on stderr and go on after a yes; enter alone is a no. Raises ``click.Abort`` for a no."""
    shown = f"{question} [{tr('y/N')}]"
    if not click.prompt(shown, default="", show_default=False, err=True, value_proc=_read):
        raise click.Abort


def _read(line: str) -> bool:
    """Read the answer; raises ``UsageError``, upon which click asks again."""
    answer = meant(line) if line.strip() else False
    if answer is None:
        raise click.UsageError(tr("invalid input"))
    return answer
