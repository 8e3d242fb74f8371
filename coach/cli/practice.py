"""``coach practice``: a mock interview with a kit's questions, against the clock."""

from typing import TYPE_CHECKING

import click

from coach.locale import tr, trn

if TYPE_CHECKING:
    from coach.services import Services
    from coach.services.practice import PracticeChoice

SHOW = "show"


@click.command(
    help=tr(
        "Practise for an interview: the same questions, the same anchors, and only you.\n\n"
        "To each question of KIT you answer aloud or typed, against its clock; then you rate "
        "yourself on the anchors, and after that you see model answers. At the end it says what to "
        "prepare next. A run that was left goes on where it stood. Nothing of it is mixed with real "
        "interviews. Without an argument it lists kits; show lists your runs, and with a number sums "
        "one up."
    )
)
@click.argument("kit", metavar="[KIT|show]", required=False)
@click.argument("number", metavar="[NUMBER]", type=click.IntRange(min=1), required=False)
@click.option(
    "--short", type=click.IntRange(min=1), metavar="N", help=tr("Only N questions; others on another day.")
)
@click.option("--again", is_flag=True, help=tr("Begin another run although one is not finished."))
@click.option(
    "--plain", is_flag=True, help=tr("Ask line by line on stdin and stdout, for a pipe or a screen reader.")
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
    """Practise for an interview: the same questions, the same anchors, and only you."""
    if number is not None and kit != SHOW:
        raise click.UsageError(tr("NUMBER goes with show, as in: coach practice show 2"))
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
        tell(
            tr(
                "Practice {number} is not finished, so it goes on; --again begins another.",
                number=run.state.number,
            ),
            err=True,
        )
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
        tell(
            tr(
                "{number}  {title} ({kit}), {rated} of {total} answered and rated",
                number=run.number,
                title=run.title,
                kit=run.kit,
                rated=run.rated,
                total=len(run.questions),
            )
        )
    if not runs:
        click.echo(tr("You have not practised yet. coach practice KIT begins."), err=True)


def _list(services: "Services") -> None:
    from coach.cli.plain.dialogue import tell

    found = services.practice.choices()
    for one in found:
        if one.trouble:
            tell(tr("{id} cannot be used: {trouble}", id=one.id, trouble=one.trouble), err=True)
        else:
            tell(_row(one))
    if not found:
        click.echo(tr("There are no kits yet. coach new kit NAME starts one."), err=True)


def _row(one: "PracticeChoice") -> str:
    from coach.cli.plain.dialogue import minutes

    questions = trn("{n} question", "{n} questions", one.questions)
    parts = [one.title, tr("{questions} in {minutes}", questions=questions, minutes=minutes(one.minutes))]
    if one.runs:
        parts.append(trn("practised {n} time", "practised {n} times", one.runs))
    if one.open:
        parts.append(tr("{done} of {total} done", done=one.open.rated, total=len(one.open.questions)))
    return f"{one.id}  {', '.join(parts)}"
