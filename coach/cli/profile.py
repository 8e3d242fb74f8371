"""``coach profile``: the people who learn on this machine."""

from typing import TYPE_CHECKING

import click

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
@click.option("--json", "as_json", is_flag=True, help="One JSON array, for other programs.")
@click.pass_obj
def list_profiles(services: "Services", as_json: bool) -> None:
    """List everybody who learnt here, the latest first; the one of this run is marked with a star."""
    from coach.cli.plain.dialogue import tell
    from coach.services.profiles import profiles

    found = profiles(services)
    if as_json:
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(found)).decode())
        return
    for person in found:
        last = f"{person.last_at.astimezone():%d %b %Y}" if person.last_at else "nothing done yet"
        star = "*" if person.id == services.settings.profile else " "
        name = f", {person.name}" if person.name else ""
        tell(f"{star} {person.id}{name}, {last}")
