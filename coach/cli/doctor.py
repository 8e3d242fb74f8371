"""``coach doctor``: what is wrong with an installation, in words."""

from typing import TYPE_CHECKING

import click

from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services
    from coach.services.installation import Line, Terminal


@click.command(
    help=tr(
        "Say what is wrong with this installation, and what to do about it. Nothing is changed.\n\n"
        "Each line begins with ok, warn or fail. The exit code is 1 if anything fails."
    )
)
@click.pass_obj
def doctor(services: "Services") -> None:
    """Say what is wrong with this installation, and what to do about it. Nothing is changed."""
    from coach.services.doctor import Doctor, tally
    from coach.services.installation import Verdict
    from coach.tui.actions import ACTIONS

    actions = {action.id for action in ACTIONS}
    visit = Doctor(services.folders, services.environ, services.library, services.clock, actions)
    lines = []
    for line in visit.lines(_terminal()):
        click.echo(_said(line))
        lines.append(line)
    click.echo(tally(lines), err=True)
    if any(line.verdict is Verdict.FAIL for line in lines):
        raise SystemExit(1)


def _terminal() -> "Terminal":
    import os
    import sys

    from coach.services.installation import Terminal

    size = os.get_terminal_size(sys.stdout.fileno()) if sys.stdout.isatty() else None
    return Terminal(size=(size.columns, size.lines) if size else None, encoding=sys.stdout.encoding)


def _said(line: "Line") -> str:
    """Put a line into words, on one line of the terminal's."""
    from coach.content.problem import printable

    advice = f". {line.advice}" if line.advice else ""
    return f"{line.verdict:<4}  {line.about}: {printable(line.text)}{printable(advice)}"
