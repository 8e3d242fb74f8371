"""``coach print matrix|comparison|group-form|works-council|requisition``: paper about a requisition."""

from typing import TYPE_CHECKING

import click

from coach.cli.output import How, document_options, write_document
from coach.cli.requisition import requisition_argument
from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services


def name(*parts: str) -> str:
    """Make the name of a file of what people typed, without anything that leads out of the folder."""
    from coach.services.streams import slug

    return "-".join(slug(part) for part in parts)


@click.command(
    help=tr(
        "Print the panel's matrices: competencies by candidates, and by members for each candidate.\n\n"
        "Only candidates who are revealed to you take part."
    )
)
@requisition_argument
@click.pass_obj
@document_options("pdf")
def matrix(services: "Services", which: str, how: How) -> None:
    """Print the panel's matrices: competencies by candidates, and by members for each candidate."""
    write_document(services.panel_reports.matrix(which), name(which, "matrix"), how)


@click.command(help=tr("Print the comparison: places, scores with their error bands, and what they rest on."))
@requisition_argument
@click.pass_obj
@document_options("pdf")
def comparison(services: "Services", which: str, how: How) -> None:
    """Print the comparison: places, scores with their error bands, and what they rest on."""
    write_document(services.panel_reports.comparison(which), name(which, "comparison"), how)


@click.command(
    "group-form",
    help=tr(
        "Print the form of a debrief: ratings before and after, recommendations, decision.\n\n"
        "What is not filled in yet can be completed by hand."
    ),
)
@click.argument("which", metavar="[REQ", required=False)
@click.argument("code", metavar="CODE]", required=False)
@click.option("--blank", "kit", metavar="KIT", help=tr("The empty form of a kit, for a debrief on paper."))
@click.pass_obj
@document_options("pdf")
def group_form(services: "Services", which: str | None, code: str | None, kit: str | None, how: How) -> None:
    """Print the form of a debrief: ratings before and after, recommendations, decision."""
    if kit is not None and which is None:
        write_document(services.panel_reports.blank_group_form(kit), name(kit, "group-form"), how)
    elif kit is None and which is not None and code is not None:
        document = services.panel_reports.group_form(which, code)
        write_document(document, name(which, code, "group-form"), how)
    else:
        raise click.UsageError(tr("Name a requisition and a candidate, as REQ CODE, or --blank KIT alone."))


@click.command(
    "works-council",
    help=tr(
        "Print the pack for a works council: the whole kit, how a score comes about, who sees what.\n\n"
        "It holds nothing about any candidate. What it says of the law is orientation."
    ),
)
@click.argument("which", metavar="KIT|REQ")
@click.pass_obj
@document_options("pdf")
def works_council(services: "Services", which: str, how: How) -> None:
    """Print the pack for a works council: the whole kit, how a score comes about, who sees what."""
    write_document(services.panel_reports.works_council(which), name(which, "works-council"), how)


@click.command(
    help=tr(
        "Print everything of a requisition that you may see as one file with a table of contents.\n\n"
        "Terms, comparison and matrix come first, then of each candidate the scorecards and the "
        "debrief. That you printed scorecards of others goes on record."
    )
)
@requisition_argument
@click.pass_obj
@document_options("pdf")
def requisition(services: "Services", which: str, how: How) -> None:
    """Print everything of a requisition that you may see as one file with a table of contents."""
    write_document(services.panel_reports.requisition(which), name(which, "requisition"), how)
