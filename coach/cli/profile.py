"""``coach profile``: the people who learn on this machine."""

from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json
from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services


@click.group(
    help=tr(
        "See who learns on this machine.\n\n"
        "Everybody has a profile, an id such as mira, with progress, reviews and notes of their own. "
        'coach --profile ID is a run for one of them, or for somebody new; profile = "ID" in '
        "config.toml makes that the rule, and the table [profiles] there gives ids full names."
    )
)
def profile() -> None:
    """See who learns on this machine."""


@profile.command(
    "list",
    help=tr("List everybody who learnt here, the latest first; the one of this run is marked with a star."),
)
@json_option
@click.pass_obj
def list_profiles(services: "Services", as_json: bool) -> None:
    """List everybody who learnt here, the latest first; the one of this run is marked with a star."""
    from coach.cli.plain.dialogue import tell
    from coach.services.profiles import profiles

    found = profiles(services)
    if as_json:
        print_json(found)
        return
    for person in found:
        last = tr("nothing done yet")
        if person.last_at:
            last = tr("{day:%d %b %Y}", day=person.last_at.astimezone())
        star = "*" if person.id == services.settings.profile else " "
        name = f", {person.name}" if person.name else ""
        tell(f"{star} {person.id}{name}, {last}")
