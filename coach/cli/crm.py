"""``coach crm``: the practice CRM, made like one's own org."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json
from coach.locale import mark, tr

if TYPE_CHECKING:
    from coach.services import Services


LISTS = {
    "stages": mark("stages"),
    "lead_statuses": mark("lead statuses"),
    "task_statuses": mark("task statuses"),
    "lead_sources": mark("lead sources"),
    "industries": mark("industries"),
    "ratings": mark("ratings"),
    "opportunity_types": mark("opportunity types"),
    "roles": mark("roles"),
    "task_priorities": mark("task priorities"),
    "task_subjects": mark("task subjects"),
    "event_subjects": mark("event subjects"),
}
"""What the lists of values are called."""


@click.group(help=tr("Make the practice CRM like the one at work."))
def crm() -> None:
    """Make the practice CRM like the one at work."""


@crm.group(
    help=tr(
        "List org profiles, or make one of your org's own lists.\n\n"
        "A profile says what stages, statuses and other values the practice CRM has, and in which "
        "language."
    )
)
def profile() -> None:
    """List org profiles, or make one of your org's own lists."""


@profile.command("list", help=tr("List the profiles that exercises can name."))
@json_option
@click.pass_obj
def list_profiles(services: "Services", as_json: bool) -> None:
    """List the profiles that exercises can name."""
    from coach.cli.plain.dialogue import tell
    from coach.services.crm import profiles

    found = profiles(services)
    if as_json:
        print_json(found)
        return
    for one in found:
        shown = f"{one.id}  {one.title}".rstrip()
        tell(
            tr("{shown}  cannot be used: {trouble}", shown=shown, trouble=one.trouble)
            if one.trouble
            else shown
        )


@profile.command(
    "import",
    help=tr(
        "Make a profile of the value sets in FOLDER.\n\n"
        "FOLDER holds files such as OpportunityStage.standardValueSet-meta.xml, which an "
        "administrator retrieves from an org. Lists that it does not hold are those of a Developer "
        "Edition. The profile goes among your own content, and exercises name it as profile: NAME."
    ),
)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--name", required=True, help=tr("The new profile's id, such as our-org."))
@click.option("--title", default="", help=tr("What people call it; by default made of the name."))
@click.option("--force", is_flag=True, help=tr("Replace a profile of your own with this name."))
@click.pass_obj
def import_profile(services: "Services", folder: Path, name: str, title: str, force: bool) -> None:
    """Make a profile of the value sets in FOLDER."""
    from coach.services.crm import ProfileRefused
    from coach.services.crm import import_profile as run

    try:
        made = run(services, folder, name, title, force=force)
    except ProfileRefused as refusal:
        for problem in refusal.problems:
            click.echo(str(problem), err=True)
        raise click.ClickException(str(refusal)) from None
    for warning in made.warnings:
        click.echo(str(warning), err=True)
    click.echo(click.format_filename(made.path))
    click.echo(tr("From the org: {lists}.", lists=_words(made.lists)), err=True)
    if made.kept:
        click.echo(tr("As in a Developer Edition: {lists}.", lists=_words(made.kept)), err=True)
    if "lead_statuses" in made.lists:
        text = tr(
            "Which lead status means lost is not in the files: set type: lost in the profile where it fits."
        )
        click.echo(text, err=True)


def _words(lists: tuple[str, ...]) -> str:
    return ", ".join(tr(LISTS[name]) for name in lists)
