"""``coach search``: everything there is, by its words."""

from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json
from coach.locale import mark, tr

if TYPE_CHECKING:
    from coach.core.search import Findable
    from coach.services import Services

MOST = 50
KINDS = {
    "MODULE": mark("module"),
    "SESSION": mark("session"),
    "LESSON": mark("lesson"),
    "STEP": mark("step"),
    "QUESTION": mark("question"),
}
"""What the sorts of finds are called."""


@click.command(
    help=tr(
        "Find modules, sessions, lessons, steps and interview questions that hold every WORD.\n\n"
        "The beginning of a word is enough; case and accents do not matter. Finds in titles come "
        "first. coach train run takes the id of a module or a session."
    )
)
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@json_option
@click.option(
    "--limit", type=click.IntRange(min=1), default=MOST, show_default=True, help=tr("So many at most.")
)
@click.pass_obj
def search(services: "Services", words: tuple[str, ...], as_json: bool, limit: int) -> None:
    """Find modules, sessions, lessons, steps and interview questions that hold every WORD."""
    from coach.cli.plain.dialogue import tell

    found = [find.what for find in services.search.find(" ".join(words), limit)]
    if as_json:
        print_json([_plain(item) for item in found])
        return
    for item in found:
        tell(f"{tr(KINDS[item.sort.name]):<8}  {'/'.join(item.ref)}  {item.title}")
    if not found:
        click.echo(tr("Nothing holds all of these words. Try fewer, or only their beginnings."), err=True)


def _plain(item: "Findable") -> dict[str, str]:
    return {
        "kind": item.sort.name.lower(),
        "id": "/".join(item.ref),
        "title": item.title,
        "where": item.where,
    }
