"""``coach practice``: a mock interview with a kit's questions, against the clock."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coach.services import Services
    from coach.services.practice import PracticeChoice

SHOW = "show"


@click.command()
@click.argument("kit", metavar="[KIT|show]", required=False)
@click.argument("number", metavar="[NUMBER]", type=click.IntRange(min=1), required=False)
@click.option(
    "--short", type=click.IntRange(min=1), metavar="N", help="Only N questions; others on another day."
)
@click.option("--again", is_flag=True, help="Begin another run although one is not finished.")
@click.option(
    "--plain", is_flag=True, help="Ask line by line on stdin and stdout, for a pipe or a screen reader."
)
@click.pass_obj
def practice(  # noqa: PLR0913 - one for each option
    services: "Services",
    /,
    kit: str | None,
    number: int | None,
    *,
    short: int | None,
    again: bool,
    plain: bool,
) -> None:
    """Practise for an interview: the same questions, the same anchors, and only you.

    To each question of KIT you answer aloud or typed, against its clock; then you rate yourself on the
    anchors, and after that you see model answers. At the end it says what to prepare next. A run that
    was left goes on where it stood. Nothing of it is mixed with real interviews. Without an argument
    it lists kits; show lists your runs, and with a number sums one up.
    """
    if number is not None and kit != SHOW:
        raise click.UsageError("NUMBER goes with show, as in: coach practice show 2")
    if kit is None:
        _list(services)
    elif kit == SHOW:
        _show(services, number)
    else:
        _run(services, kit, short, again=again, plain=plain)


def _run(services: "Services", kit: str, short: int | None, *, again: bool, plain: bool) -> None:
    from coach.cli.plain.dialogue import Dialogue, can_draw, tell
    from coach.cli.plain.practice import PracticeDialogue
    from coach.cli.program import open_program

    run = services.practice.open(kit, short, again=again)
    if run.resumed and short is not None:
        tell(f"Practice {run.state.number} is not finished, so it goes on; --again begins another.", err=True)
    if not plain and can_draw():
        open_program(services, greet=False, start=lambda app: app.open_practice(run))
    else:
        PracticeDialogue(run, Dialogue()).hold()


def _show(services: "Services", number: int | None) -> None:
    from coach.cli.plain.dialogue import Dialogue, tell
    from coach.cli.plain.practice import summary

    if number is not None:
        summary(Dialogue(), services.practice.run(number))
        return
    runs = services.practice.runs()
    for run in runs:
        tell(f"{run.number}  {run.title} ({run.kit}), {run.rated} of {len(run.questions)} answered and rated")
    if not runs:
        click.echo("You have not practised yet. coach practice KIT begins.", err=True)


def _list(services: "Services") -> None:
    from coach.cli.plain.dialogue import tell

    found = services.practice.choices()
    for one in found:
        if one.trouble:
            tell(f"{one.id} cannot be used: {one.trouble}", err=True)
        else:
            tell(_row(one))
    if not found:
        click.echo("There are no kits yet. coach new kit NAME starts one.", err=True)


def _row(one: "PracticeChoice") -> str:
    from coach.cli.plain.dialogue import minutes

    count = f"{one.questions} question{'' if one.questions == 1 else 's'} in {minutes(one.minutes)}"
    begun = f", {one.open.rated} of {len(one.open.questions)} done" if one.open else ""
    finished = f", practised {one.runs} time{'' if one.runs == 1 else 's'}" if one.runs else ""
    return f"{one.id}  {one.title}, {count}{finished}{begun}"
