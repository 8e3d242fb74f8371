"""``coach train``: modules listed, and worked through."""

from typing import TYPE_CHECKING

import click

from coach.locale import tr

if TYPE_CHECKING:
    from coach.content.index import ModuleSummary
    from coach.services import Services
    from coach.services.session_run import SessionRun
    from coach.services.training import ModuleProgress
    from coach.tui.app import CoachApp


@click.group(help=tr("Work through modules: see what there is, and train."))
def train() -> None:
    """Work through modules: see what there is, and train."""


@train.command(
    "list",
    help=tr(
        "List modules and sessions with your progress.\n\n"
        "A module that cannot be read is named on stderr; the others are listed all the same."
    ),
)
@click.pass_obj
def list_modules(services: "Services") -> None:
    """List modules and sessions with your progress."""
    summaries = services.paths.in_order(services.library.index(services.folders.cache))
    for summary, progress in zip(summaries, services.training.progress(summaries), strict=True):
        _list_module(summary, progress)
    if not summaries:
        click.echo(tr("There are no modules yet. coach new module ID starts one."), err=True)


@train.command(
    help=tr(
        "Train a session of MODULE, from the step where you were last.\n\n"
        "SESSION is an id or a number; without it, the session you were in, or else the first "
        "unfinished one. The program opens there; with --plain or without a terminal it is a "
        "dialogue in lines, in which .? lists the commands. End of input leaves with everything "
        "saved."
    )
)
@click.argument("where", metavar="MODULE[/SESSION]")
@click.option(
    "--plain", is_flag=True, help=tr("Ask line by line on stdin and stdout, for a pipe or a screen reader.")
)
@click.pass_obj
def run(services: "Services", where: str, plain: bool) -> None:
    """Train a session of MODULE, from the step where you were last."""
    from coach.cli.plain.dialogue import Dialogue, can_draw, tell
    from coach.cli.program import open_program

    session = _find(services, where)
    if not plain and can_draw():
        open_program(services, greet=False, start=lambda app: _open_session(app, session))
        return
    from coach.cli.plain.session import SessionDialogue

    if session.problems:
        count = len(session.problems)
        tell(
            tr(
                "The content has {count} problem(s); steps with errors are left out. The first is:",
                count=count,
            ),
            err=True,
        )
        tell(session.problems[0], err=True)
    SessionDialogue(session, Dialogue(), services.keep).hold()


def _list_module(summary: "ModuleSummary", progress: "ModuleProgress") -> None:
    from coach.cli.plain.dialogue import minutes, tell

    if summary.trouble:
        tell(
            tr("{id} cannot be read; coach check tells more. The first problem is:", id=summary.id), err=True
        )
        tell(summary.trouble, err=True)
        return
    tell(
        tr(
            "{id}  {title}, {done} of {total} steps done",
            id=progress.id,
            title=progress.title,
            done=progress.done,
            total=progress.total,
        )
    )
    for number, session in enumerate(progress.sessions, 1):
        done = (
            tr("{done} of {total} steps done", done=session.done, total=session.total)
            if session.total
            else tr("no steps that can be used")
        )
        tell(f"  {number}  {session.id}  {session.title}, {minutes(session.minutes)}, {done}")


def _find(services: "Services", where: str) -> "SessionRun":
    """Open the session that is meant; raises what the library raises for unknown names."""
    module, _, session = where.partition("/")
    if session:
        return services.training.open(module, session)
    first = services.library.module(module).value.sessions[0].id
    summaries = services.library.index(services.folders.cache)
    following = services.training.next_up(tuple(one for one in summaries if one.id == module))
    return services.training.open(module, following.session if following else first)


def _open_session(app: "CoachApp", session: "SessionRun") -> None:
    app.open_session(session.module.id, session.session.id)
