"""``coach certificate``: the paper that says by which rule a module was mastered."""

from typing import TYPE_CHECKING

import click

from coach.cli.output import How, document_options, write_document
from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services


@click.command(
    help=tr(
        "Print the certificate of MODULE, once its rule is met.\n\n"
        "Until then the command says exactly what is missing, and ends with 1."
    )
)
@click.argument("module", metavar="MODULE")
@click.option(
    "--name", default="", help=tr("The name on the certificate, instead of the one in config.toml.")
)
@click.pass_obj
@document_options("pdf")
def certificate(services: "Services", module: str, name: str, how: How) -> None:
    """Print the certificate of MODULE, once its rule is met."""
    write_document(services.progress.certificate(module, name.strip()), f"certificate-{module}", how)
