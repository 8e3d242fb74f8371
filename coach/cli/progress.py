"""``coach progress``: where you stand, to read and to print."""

from typing import TYPE_CHECKING

import click

from coach.cli.output import How, document_options, write_document

if TYPE_CHECKING:
    from coach.services import Services


@click.command()
@click.option("--name", default="", help="The name on the report, instead of the one in config.toml.")
@click.pass_obj
@document_options("txt")
def progress(services: "Services", name: str, how: How) -> None:
    """Tell what you finished and mastered, how ready you are in each competency, and what is missing.

    Every figure is computed from your answers; the program shows them, with g on home.
    """
    write_document(services.progress.report(name), "progress", how)
