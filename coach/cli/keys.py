"""``coach keys``: what can be done and with which keys."""

from typing import TYPE_CHECKING

import click

from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services


@click.command(
    help=tr(
        "List every action with its id, its keys as they are set, and what it does.\n\n"
        'Rebind one in config.toml: [keys] then "home.new_interview" = "N". A key that could not '
        "work there is told after the list, and the exit code is 1."
    )
)
@click.pass_obj
def keys(services: "Services") -> None:
    """List every action with its id, its keys as they are set, and what it does."""
    from coach.services.bindings import check_keys
    from coach.tui.actions import ACTIONS

    chosen = services.settings.keys
    width = max(len(action.id) for action in ACTIONS)
    for action in ACTIONS:
        click.echo(f"{action.id:<{width}}  {chosen.get(action.id, action.keys):<18}  {tr(action.help)}")
    check_keys(services.settings, services.folders.config, {action.id: action.keys for action in ACTIONS})
