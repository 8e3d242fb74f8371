"""``coach reset``: a session or a module started again."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coach.core.events import Place
    from coach.services import Services


@click.command()
@click.argument("where", metavar="MODULE[/SESSION]")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def reset(services: "Services", where: str, yes: bool) -> None:
    """Start MODULE, or one SESSION of it, again.

    Its steps are then open as if you had not done them. What you did before stays in the history, and
    reviews, bookmarks and notes go on. SESSION is an id or a number.
    """
    from coach.services.reset import start_afresh

    places = _begun(services, where)
    if not places:
        click.echo("Nothing has been done there yet, so there is nothing to start again.", err=True)
        return
    steps = f"{len(places)} step{'' if len(places) == 1 else 's'}"
    if not yes:
        click.confirm(f"Start {steps} again? The history stays.", abort=True, err=True)
    start_afresh(services.training, places)
    click.echo(f"{steps} can be done again.")


def _begun(services: "Services", where: str) -> "tuple[Place, ...]":
    """List what was begun in a module or session; raises what the library raises for unknown names."""
    from coach.services.reset import begun

    module, _, ref = where.partition("/")
    services.library.module(module)
    session = services.library.session(module, ref).value.id if ref else ""
    modules = services.library.index(services.folders.cache)
    return begun(services.training, next(one for one in modules if one.id == module), session)
