"""``coach crm``: the practice CRM, made like one's own org."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json

if TYPE_CHECKING:
    from coach.services import Services


@click.group()
def crm() -> None:
    """Make the practice CRM like the one at work."""


@crm.group()
def profile() -> None:
    """List org profiles, or make one of your org's own lists.

    A profile says what stages, statuses and other values the practice CRM has, and in which language.
    """


@profile.command("list")
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
        tell(f"{one.id}  {one.title}".rstrip() + (f"  cannot be used: {one.trouble}" if one.trouble else ""))


@profile.command("import")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--name", required=True, help="The new profile's id, such as our-org.")
@click.option("--title", default="", help="What people call it; by default made of the name.")
@click.option("--force", is_flag=True, help="Replace a profile of your own with this name.")
@click.pass_obj
def import_profile(services: "Services", folder: Path, name: str, title: str, force: bool) -> None:
    """Make a profile of the value sets in FOLDER.

    FOLDER holds files such as OpportunityStage.standardValueSet-meta.xml, which an administrator
    retrieves from an org. Lists that it does not hold are those of a Developer Edition. The profile
    goes among your own content, and exercises name it as profile: NAME.
    """
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
    click.echo(f"From the org: {_words(made.lists)}.", err=True)
    if made.kept:
        click.echo(f"As in a Developer Edition: {_words(made.kept)}.", err=True)
    if "lead_statuses" in made.lists:
        text = (
            "Which lead status means lost is not in the files: set type: lost in the profile where it fits."
        )
        click.echo(text, err=True)


def _words(lists: tuple[str, ...]) -> str:
    return ", ".join(name.replace("_", " ") for name in lists)
