"""``coach mentor``: what others wrote and said, listed, shown and rated."""

from typing import TYPE_CHECKING

import click

from coach.locale import tr

if TYPE_CHECKING:
    from coach.core.rubric import Ratings
    from coach.services import Services
    from coach.services.pieces import Piece


@click.group(
    help=tr(
        "Rate what others wrote and said.\n\n"
        "Written and spoken pieces wait for a mentor in the data folder that you share. You rate "
        "them as the profile of this run, by the anchors that interviews use. A rating is there to "
        "learn from: it changes neither score nor mastery nor reviews. In the program, m on home "
        "does the same; these commands are enough for a screen reader."
    )
)
def mentor() -> None:
    """Rate what others wrote and said."""


@mentor.command("list", help=tr("List the pieces that wait for a mentor, the oldest first."))
@click.option("--all", "everything", is_flag=True, help=tr("Also those that were rated."))
@click.option("--mine", is_flag=True, help=tr("Your own pieces, and who rated them."))
@click.pass_obj
def list_pieces(services: "Services", everything: bool, mine: bool) -> None:
    """List the pieces that wait for a mentor, the oldest first."""
    from coach.cli.plain.dialogue import tell

    if mine:
        found = services.mentor.mine()
    else:
        found = services.mentor.pieces() if everything else services.mentor.waiting()
    for piece in found:
        tell(_row(piece))
    if not found:
        click.echo(tr("There is nothing you wrote or said yet.") if mine else tr("No piece waits."), err=True)


@mentor.command(
    help=tr(
        "Show PIECE, such as mira/42: what was asked, what was answered, the anchors to rate it by.\n\n"
        "What others gave is shown once you have rated, so that you rate independently, and of your "
        "own pieces at once."
    )
)
@click.argument("name", metavar="PIECE")
@click.pass_obj
def show(services: "Services", name: str) -> None:
    """Show PIECE, such as mira/42: what was asked, what was answered, the anchors to rate it by."""
    from coach.cli.plain.mentor import told

    told(services.mentor.piece(name), services.mentor.mentor)


@mentor.command(
    help=tr(
        "Rate PIECE by its criteria.\n\n"
        'For example: coach mentor rate mira/42 clarity=4 request=3 --note "Name the day." Criteria '
        "that you leave out are not rated, which is no number. Rating again replaces what you gave."
    )
)
@click.argument("name", metavar="PIECE")
@click.argument("ratings", metavar="CRITERION=1-5 ...", nargs=-1, required=True)
@click.option("--note", default="", help=tr("What you want to say beside the ratings."))
@click.pass_obj
def rate(services: "Services", name: str, ratings: tuple[str, ...], note: str) -> None:
    """Rate PIECE by its criteria."""
    from coach.cli.plain.mentor import compared

    piece = services.mentor.rate(name, _read(ratings), note)
    click.echo(tr("Saved."))
    compared(piece, services.mentor.mentor)


def _row(piece: "Piece") -> str:
    rated = (
        tr("rated by {names}", names=", ".join(one.name for one in piece.given))
        if piece.given
        else tr("waits")
    )
    when = tr("{day:%d %b %Y}", day=piece.at.astimezone())
    return f"{piece.id}  {piece.title} ({piece.module}), {piece.name}, {when}, {rated}"


def _read(words: tuple[str, ...]) -> "Ratings":
    """Read ``criterion=level`` pairs; which criteria and levels there are, the service knows."""
    found: Ratings = {}
    for word in words:
        criterion, _, level = word.partition("=")
        if not criterion or not (level.isascii() and level.isdigit() and len(level) == 1):
            raise click.UsageError(
                tr("{word!r} is no rating. Write criterion=level, such as clarity=4.", word=word)
            )
        if criterion in found:
            raise click.UsageError(
                tr("{criterion} is rated twice; leave one of them out.", criterion=criterion)
            )
        found[criterion] = int(level)
    return found
