"""``coach path``: learning paths listed, followed and left."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coach.core.paths import LearningPath
    from coach.services import Services

NONE = "none"


@click.command()
@click.argument("name", metavar="[PATH|none]", required=False)
@click.option("--by", metavar="DATE", help="With PATH, a day it leads up to: year-month-day.")
@click.pass_obj
def path(services: "Services", name: str | None, by: str | None) -> None:
    """List learning paths, or follow PATH from now on.

    Home then proposes the path's first unfinished session; none follows no path any more. A path up
    to a certain day, such as that of an interview, takes --by: reviews then come back in time for
    it. coach review deadline changes the day later.
    """
    from coach.cli.plain.dialogue import tell

    if by is not None and name in (None, NONE):
        raise click.UsageError("--by goes with a path, as in: coach path career-changer --by 2027-01-14")
    if name is None:
        _list(services)
    elif name == NONE:
        services.paths.leave()
        tell("No learning path is followed now.")
    else:
        deadline = services.reviews.read_deadline(by) if by is not None else None
        chosen = services.paths.choose(name)
        if deadline is not None:
            services.reviews.set_deadline(deadline)
        tell(f"You follow the path “{chosen.title}” now.")
        if chosen.deadline and services.training.state.deadline is None:
            click.echo(f"It leads up to a day. coach path {name} --by DATE sets it.", err=True)


def _list(services: "Services") -> None:
    from coach.cli.plain.dialogue import tell

    summaries = services.library.index(services.folders.cache)
    view = services.paths.view(summaries)
    for problem in services.paths.problems():
        tell(problem, err=True)
    for one in services.paths.all():
        tell(f"{'*' if view is not None and view.id == one.id else ' '} {one.id}  {_about(one)}")
    if view is None:
        click.echo("You follow none of them. coach path PATH follows one.", err=True)
        return
    day = f", up to {view.deadline:%d %b %Y}" if view.deadline else ""
    tell(f"You have done {view.done} of {view.total} sessions of “{view.title}”{day}.")


def _about(one: "LearningPath") -> str:
    return f"{one.title}. {' '.join(one.audience.split())}"
