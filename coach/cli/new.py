"""``coach new``: first files for authors."""

from pathlib import Path

import click

KINDS = ("module", "bank", "kit")


@click.command()
@click.argument("kind", type=click.Choice(KINDS), metavar="module|bank|kit")
@click.argument("name")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The folder that holds curricula/ and question_banks/; by default the one you are in.",
)
def new(kind: str, name: str, into: Path) -> None:
    """Start a module, a bank or a kit called NAME.

    The files hold placeholders in the right form and pass coach check. A kit comes with a bank of
    the same name, or uses the one there is. Nothing that exists is overwritten.
    """
    from typing import cast

    from coach.cli.check import library
    from coach.content.scaffold import Kind, ScaffoldRefused, scaffold

    try:
        written = scaffold(cast("Kind", kind), name, into, library())
    except ScaffoldRefused as refusal:
        raise click.ClickException(str(refusal)) from None
    for path in written:
        click.echo(click.format_filename(path))
    click.echo("Replace the placeholders, then run coach check on these files.", err=True)
