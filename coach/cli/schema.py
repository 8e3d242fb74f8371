"""``coach schema``: JSON Schema of content files, for editors."""

import click

from coach.locale import tr

NAMES = ("curriculum", "bank", "kit", "country", "topics", "samples")


@click.command(
    help=tr(
        "Give the JSON Schema of content files.\n\n"
        "Save it and name it in your editor's settings for YAML, and keys are completed and checked "
        "as you type."
    )
)
@click.argument("name", type=click.Choice(NAMES))
def schema(name: str) -> None:
    """Give the JSON Schema of content files."""
    import json
    from typing import cast

    from coach.content.schema import Name, schema_for

    click.echo(json.dumps(schema_for(cast("Name", name)), indent=2, ensure_ascii=False))
