"""``coach reset``: a session or a module started again."""

from typing import TYPE_CHECKING

import click

from coach.cli.asking import confirm
from coach.locale import tr, trn

if TYPE_CHECKING:
    from coach.core.events import Place
    from coach.services import Services


@click.command(
    help=tr(
        "Start MODULE, or one SESSION of it, again.\n\n"
        "Its steps are then open as if you had not done them. What you did before stays in the "
        "history, and reviews, bookmarks and notes go on. SESSION is an id or a number."
    )
)
@click.argument("where", metavar="MODULE[/SESSION]")
@click.option("--yes", is_flag=True, help=tr("Do not ask."))
@click.pass_obj
def reset(services: "Services", where: str, yes: bool) -> None:
    """Start MODULE, or one SESSION of it, again."""
    from coach.services.reset import start_afresh

    places = _begun(services, where)
    if not places:
        click.echo(tr("Nothing has been done there yet, so there is nothing to start again."), err=True)
        return
    count = len(places)
    if not yes:
        confirm(
            trn(
                "Start {n} step again? The history stays.", "Start {n} steps again? The history stays.", count
            )
        )
    start_afresh(services.training, places)
    click.echo(trn("{n} step can be done again.", "{n} steps can be done again.", count))


def _begun(services: "Services", where: str) -> "tuple[Place, ...]":
    """List what was begun in a module or session; raises what the library raises for unknown names."""
    from coach.services.reset import begun

    module, _, ref = where.partition("/")
    services.library.module(module)
    session = services.library.session(module, ref).value.id if ref else ""
    modules = services.library.index(services.folders.cache)
    return begun(services.training, next(one for one in modules if one.id == module), session)
