"""``coach profile``: the people who learn on this machine."""

from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json

if TYPE_CHECKING:
    from coach.services import Services


@click.group()
def profile() -> None:
    """See who learns on this machine.

    Everybody has a profile, an id such as mira, with progress, reviews and notes of their own.
    coach --profile ID is a run for one of them, or for somebody new; profile = "ID" in config.toml
    makes that the rule, and the table [profiles] there gives ids full names.
    """


@profile.command("list")
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
        last = f"{person.last_at.astimezone():%d %b %Y}" if person.last_at else "nothing done yet"
        star = "*" if person.id == services.settings.profile else " "
        name = f", {person.name}" if person.name else ""
        tell(f"{star} {person.id}{name}, {last}")
