"""``coach keys``: what can be done and with which keys."""

import click


@click.command()
def keys() -> None:
    """List every action with its id, its keys and what it does.

    Rebind one in config.toml: [keys] then "home.new_interview" = "N".
    """
    from coach.tui.actions import ACTIONS

    width = max(len(action.id) for action in ACTIONS)
    for action in ACTIONS:
        click.echo(f"{action.id:<{width}}  {action.keys:<18}  {action.help}")
