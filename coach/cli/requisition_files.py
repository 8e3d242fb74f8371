"""``coach requisition invite`` and ``join``: a requisition for members who work on other machines."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.output import deliver, force_option, output_option
from coach.core.record import Record
from coach.locale import tr
from coach.services.collecting import INVITATION

if TYPE_CHECKING:
    from coach.services import Services


class Made(Record):
    """A file of ours, and what is to be said about it."""

    data: bytes
    notes: tuple[str, ...] = ()


@click.command(
    help=tr(
        "Write the file with which members on other machines join.\n\n"
        "It holds the terms, the kit and the candidates' codes, and nothing that anybody said or "
        "rated. After a change of the panel or new candidates, send a new one."
    )
)
@click.argument("which", metavar="REQ")
@output_option(tr("Where to; - is stdout. Without it REQ{invitation} in this folder.", invitation=INVITATION))
@force_option
@click.pass_obj
def invite(services: "Services", which: str, output: str | None, force: bool) -> None:
    """Write the file with which members on other machines join."""
    state = services.requisitions.state(which)
    made = Made(
        data=services.parcels.invitation(state),
        notes=(tr("Members take it in with: coach --profile THEIR-ID requisition join FILE"),),
    )
    deliver(made, output or f"{state.id}{INVITATION}", replace=force)


@click.command(
    help=tr(
        "Take a requisition in from the lead's FILE, and print the ids of your own interviews.\n\n"
        "Use the profile that the panel knows you by. The same file again does no harm."
    )
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.pass_obj
def join(services: "Services", file: Path) -> None:
    """Take a requisition in from the lead's FILE, and print the ids of your own interviews."""
    from coach.services.collecting import read_file
    from coach.services.standing import standings

    state = services.parcels.join(read_file(file))
    for one in standings(services.requisitions, state):
        if one.own is not None:
            click.echo(one.own.id)
    click.echo(
        tr("You are on the panel of {id}. Hold an interview with coach interview run ID.", id=state.id),
        err=True,
    )
