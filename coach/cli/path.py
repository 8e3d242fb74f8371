"""``coach path``: learning paths listed, followed and left."""

from datetime import date
from typing import TYPE_CHECKING

import click

from coach.locale import day, mark, tr

if TYPE_CHECKING:
    from coach.core.paths import LearningPath
    from coach.services import Services

NONE = "none"
EXAMPLE = date(2027, 1, 14)
"""A day such as one may type."""


@click.command(
    help=tr(
        "List learning paths, or follow PATH from now on.\n\n"
        "Home then proposes the path's first unfinished session; none follows no path any more. A "
        "path up to a certain day, such as that of an interview, takes --by: reviews then come back "
        "in time for it. coach review deadline changes the day later."
    )
)
@click.argument("name", metavar="[PATH|none]", required=False)
@click.option("--by", metavar="DATE", help=tr("With PATH, a day it leads up to: year-month-day."))
@click.pass_obj
def path(services: "Services", name: str | None, by: str | None) -> None:
    """List learning paths, or follow PATH from now on."""
    from coach.cli.plain.dialogue import tell

    if by is not None and name in (None, NONE):
        raise click.UsageError(
            tr("--by goes with a path, as in: coach path career-changer --by {day}", day=day(EXAMPLE))
        )
    if name is None:
        _list(services)
    elif name == NONE:
        services.paths.leave()
        tell(tr("No learning path is followed now."))
    else:
        deadline = services.reviews.read_deadline(by) if by is not None else None
        chosen = services.paths.choose(name)
        if deadline is not None:
            services.reviews.set_deadline(deadline)
        tell(tr("You follow the path “{title}” now.", title=chosen.title))
        if chosen.deadline and services.training.state.deadline is None:
            click.echo(tr("It leads up to a day. coach path {name} --by DATE sets it.", name=name), err=True)


def _list(services: "Services") -> None:
    from coach.cli.plain.dialogue import tell

    summaries = services.library.index(services.folders.cache)
    view = services.paths.view(summaries)
    for problem in services.paths.problems():
        tell(problem, err=True)
    for one in services.paths.all():
        tell(f"{'*' if view is not None and view.id == one.id else ' '} {one.id}  {_about(one)}")
    if view is None:
        click.echo(tr("You follow none of them. coach path PATH follows one."), err=True)
        return
    said = mark("You have done {done} of {total} sessions of “{title}”.")
    if view.deadline:
        said = mark("You have done {done} of {total} sessions of “{title}”, up to {day:%d %b %Y}.")
    tell(tr(said, done=view.done, total=view.total, title=view.title, day=view.deadline))


def _about(one: "LearningPath") -> str:
    return f"{one.title}. {' '.join(one.audience.split())}"
