"""``coach calibrate``: sample answers rated, and held against the experts' ratings."""

from typing import TYPE_CHECKING

import click

from coach.locale import mark, tr

if TYPE_CHECKING:
    from coach.services import Services
    from coach.services.calibrate import Choice

SHOW = "show"


@click.command(
    help=tr(
        "Learn to rate: sample answers of made-up candidates, with the ratings of experts.\n\n"
        "With a kit or a bank you read one answer after the other, rate it on the anchors of its "
        "question and note the evidence; then the experts' rating stands beside yours, with the "
        "reason. Only the first rating of an answer counts. Without an argument it lists what there "
        "is; show tells how close you come: accuracy, severity, and whether your ratings lie too "
        "close together."
    )
)
@click.argument("what", metavar="[KIT|BANK|show]", required=False)
@click.option(
    "--plain", is_flag=True, help=tr("Rate line by line on stdin and stdout, for a pipe or a screen reader.")
)
@click.pass_obj
def calibrate(services: "Services", what: str | None, plain: bool) -> None:
    """Learn to rate: sample answers of made-up candidates, with the ratings of experts."""
    from coach.cli.plain.calibrate import CalibrateDialogue, figures
    from coach.cli.plain.dialogue import Dialogue, can_draw
    from coach.cli.program import open_program

    if what is None:
        _list(services)
    elif what == SHOW:
        figures(Dialogue(), services.calibrate)
    else:
        run = services.calibrate.open(what)
        if not plain and can_draw():
            open_program(services, greet=False, start=lambda app: app.open_samples(what))
        else:
            CalibrateDialogue(run, Dialogue()).hold()


def _list(services: "Services") -> None:
    from coach.cli.plain.dialogue import tell

    found = services.calibrate.choices()
    for one in found:
        if one.trouble:
            tell(tr("{id} cannot be used: {trouble}", id=one.id, trouble=one.trouble), err=True)
        else:
            tell(_row(one))
    if not found:
        click.echo(
            tr("There are no sample answers yet; docs/interviewer-training.md tells how to write them."),
            err=True,
        )


def _row(one: "Choice") -> str:
    shown = mark("{id}  {title}, bank, {rated} of {total} answers rated")
    if one.kit:
        shown = mark("{id}  {title}, kit, {rated} of {total} answers rated")
    return tr(shown, id=one.id, title=one.title, rated=one.rated, total=one.total)
