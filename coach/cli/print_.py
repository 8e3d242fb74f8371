"""``coach print``: scorecards as files, for paper and for keeping."""

from typing import TYPE_CHECKING

import click

from coach.cli.output import How, document_options, peek_option, write_document
from coach.cli.print_panel import comparison, group_form, matrix, requisition, works_council
from coach.locale import LANGUAGES, language, other_language, tr

if TYPE_CHECKING:
    from coach.services import Services


@click.group(
    "print",
    help=tr(
        "Print blank and completed scorecards, and what belongs to a requisition.\n\n"
        "Files are readable by their owner only, since a scorecard is about a person."
    ),
)
def print_command() -> None:
    """Print blank and completed scorecards, and what belongs to a requisition."""


for command in (comparison, group_form, matrix, requisition, works_council):
    print_command.add_command(command)


@print_command.command(help=tr("Print the empty scorecard of KIT, for an interview on paper."))
@click.argument("which", metavar="KIT")
@click.option(
    "--candidate", default="", metavar="CODE", help=tr("Print the candidate's code in, never a name.")
)
@click.option("--interviewer", default="", metavar="NAME", help=tr("Print the interviewer's name in."))
@click.pass_obj
@document_options("pdf")
def blank(services: "Services", which: str, candidate: str, interviewer: str, how: How) -> None:
    """Print the empty scorecard of KIT, for an interview on paper."""
    document = services.reports.blank(which, candidate.strip(), interviewer.strip())
    write_document(document, f"{which}-blank", how)


@print_command.command(help=tr("Print KIT in two languages side by side."))
@click.argument("which", metavar="KIT")
@click.option(
    "--beside",
    type=click.Choice(LANGUAGES),
    help=tr("The other language; by default the one that is not spoken here."),
)
@click.pass_obj
@document_options("pdf")
def kit(services: "Services", which: str, beside: str | None, how: How) -> None:
    """Print KIT in two languages side by side."""
    other = beside or other_language()
    write_document(services.reports.side_by_side(which, other), f"{which}-{language()}-{other}", how)


@print_command.command(help=tr("Print the scorecard of INTERVIEW as it stands."))
@click.argument("which", metavar="INTERVIEW")
@peek_option
@click.pass_obj
@document_options("pdf")
def scorecard(services: "Services", which: str, peek: str | None, how: How) -> None:
    """Print the scorecard of INTERVIEW as it stands."""
    write_document(services.reports.scorecard(which, peek=peek), which.strip().lower(), how)
