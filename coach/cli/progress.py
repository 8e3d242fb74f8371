"""``coach progress``: where you stand, to read and to print."""

from typing import TYPE_CHECKING

import click

from coach.cli.output import How, document_options, write_document
from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services


@click.command(
    help=tr(
        "Tell what you finished and mastered, how ready you are in each competency, and what is "
        "missing.\n\n"
        "Every figure is computed from your answers; the program shows them, with g on home."
    )
)
@click.option("--name", default="", help=tr("The name on the report, instead of the one in config.toml."))
@click.pass_obj
@document_options("txt")
def progress(services: "Services", name: str, how: How) -> None:
    """Tell what you finished and mastered, how ready you are in each competency, and what is missing."""
    write_document(services.progress.report(name), "progress", how)
