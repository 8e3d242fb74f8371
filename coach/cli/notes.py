"""``coach notes``: bookmarks and own notes."""

from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json
from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services


@click.command(
    help=tr(
        "List your bookmarks and notes.\n\n"
        "A bookmark is marked with a star. In a lesson, m sets a bookmark and o opens a note."
    )
)
@json_option
@click.pass_obj
def notes(services: "Services", as_json: bool) -> None:
    """List your bookmarks and notes."""
    from coach.cli.plain.dialogue import tell

    found = services.keep.all(services.library.index(services.folders.cache))
    if as_json:
        print_json(found)
        return
    for kept in found:
        where = tr("no longer in the content") if kept.gone else kept.where
        star = "*" if kept.bookmarked else " "
        tell(f"{star} {kept.place.module}/{kept.place.step}  {kept.title} ({where})")
        for line in kept.note.splitlines():
            tell(f"    {line}")
    if not found:
        click.echo(tr("There are no bookmarks and notes yet. In a lesson, m and o make them."), err=True)
