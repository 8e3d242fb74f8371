"""How commands that list something offer the list to other programs."""

import click

from coach.locale import tr

json_option = click.option("--json", "as_json", is_flag=True, help=tr("One JSON array, for other programs."))
"""The option for it; the command gets ``as_json``."""


def print_json(found: object) -> None:
    """Print a list of structs or of plain values as JSON."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(found)).decode())
