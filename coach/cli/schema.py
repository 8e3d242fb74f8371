"""``coach schema``: JSON Schema of content files, for editors."""

import click

NAMES = ("curriculum", "bank", "kit", "country", "topics", "samples")


@click.command()
@click.argument("name", type=click.Choice(NAMES))
def schema(name: str) -> None:
    """Give the JSON Schema of content files.

    Save it and name it in your editor's settings for YAML, and keys are completed and checked as
    you type.
    """
    import json
    from typing import cast

    from coach.content.schema import Name, schema_for

    click.echo(json.dumps(schema_for(cast("Name", name)), indent=2, ensure_ascii=False))
