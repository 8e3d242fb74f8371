"""``coach new``: first files for authors."""

from pathlib import Path

import click

from coach.locale import tr

KINDS = ("module", "bank", "kit", "country")


@click.command(
    help=tr(
        "Start a module, a bank, a kit or a country's profile called NAME.\n\n"
        "The files hold placeholders in the right form and pass coach check. A kit comes with a bank "
        "of the same name, or uses the one there is. Nothing that exists is overwritten."
    )
)
@click.argument("kind", type=click.Choice(KINDS), metavar="module|bank|kit|country")
@click.argument("name")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help=tr("The folder that holds curricula/ and question_banks/; by default the one you are in."),
)
def new(kind: str, name: str, into: Path) -> None:
    """Start a module, a bank, a kit or a country's profile called NAME."""
    from datetime import date
    from typing import cast

    from coach.cli.check import library
    from coach.content.scaffold import Kind, ScaffoldRefused, scaffold

    shelves = library()
    try:
        today = date.today()  # noqa: DTZ011 - the author's own day
        written = scaffold(cast("Kind", kind), name, into, shelves, today)
    except ScaffoldRefused as refusal:
        raise click.ClickException(str(refusal)) from None
    for path in written:
        click.echo(click.format_filename(path))
    click.echo(tr("Replace the placeholders, then run coach check on these files."), err=True)
    if into.absolute() not in shelves.roots:
        click.echo(_how_to_see(into), err=True)


def _how_to_see(into: Path) -> str:
    """Tell how the program comes to look into a folder where it does not look by itself."""
    import os

    from coach.content.roots import user_root
    from coach.store.paths import Folders

    own = user_root(Folders.from_environment(os.environ).data)
    return tr(
        "To see them in the program, start it with coach --content {folder}, or move the folders "
        "curricula and question_banks to {own}.",
        folder=click.format_filename(into),
        own=own,
    )
