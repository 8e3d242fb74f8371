"""``coach review``: what is due, asked again; what is set apart; the days to come."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coach.services import Services
    from coach.services.review import Card
    from coach.tui.app import CoachApp

BAR = 40
"""Columns of the longest bar."""


@click.group(invoke_without_command=True)
@click.option(
    "--plain", is_flag=True, help="Ask line by line on stdin and stdout, for a pipe or a screen reader."
)
@click.pass_context
def review(ctx: click.Context, plain: bool) -> None:
    """Be asked again what you are about to forget.

    Every exercise that was answered is a card. A right answer brings it back after a longer time, a
    wrong one soon. Whole situations, such as conversations, come back with other values: two weeks
    after the first run if you passed unaided, then after twice the time, up to 60 days; a week after a
    pass with help, two days after a fail.

    The program opens at what is due; with --plain or without a terminal it is a dialogue in lines, in
    which .? lists the commands.
    """
    if ctx.invoked_subcommand is not None:
        return
    from coach.cli.plain.dialogue import can_draw
    from coach.cli.program import open_program

    services: Services = ctx.obj
    if not plain and can_draw():
        open_program(services, greet=False, start=_open_review)
        return
    cards = services.reviews.due()
    if not cards:
        click.echo(_nothing(services))
        return
    _ask(services, cards)


@review.command()
@click.pass_obj
def rebuild(services: "Services") -> None:
    """Work the state of every card out anew from your history.

    Nothing is lost by it: the states are only a cache.
    """
    count = services.reviews.rebuild()
    click.echo(f"{count} card{'' if count == 1 else 's'} worked out anew from your history.")


@review.command()
@click.option("--ask", is_flag=True, help="Ask them, line by line.")
@click.pass_obj
def leeches(services: "Services", ask: bool) -> None:
    """List the cards that are set apart.

    A card that was known and then wrong four times is not asked any more: look at its lesson again. A
    right answer at the first try, with --ask or in the lesson, brings it back.
    """
    from coach.cli.plain.dialogue import tell

    cards = services.reviews.leeches()
    if ask and cards:
        _ask(services, cards)
        return
    for card in cards:
        tell(f"{card.key[0]}/{card.session}  {card.title}, wrong {card.state.lapses} times")
    if not cards:
        click.echo("Nothing is set apart.", err=True)


@review.command()
@click.pass_obj
def forecast(services: "Services") -> None:
    """Show how many cards each of the next 14 days brings."""
    days = services.reviews.forecast()
    most = max(one.cards for one in days)
    for one in days:
        bar = "#" * round(BAR * one.cards / most) if most else ""
        click.echo(f"{one.day:%Y-%m-%d %a}  {one.cards:>4}  {bar}".rstrip())


@review.command()
@click.argument("date", metavar="DATE|none")
@click.pass_obj
def deadline(services: "Services", date: str) -> None:
    """Make everything come again before DATE, such as 2027-01-14.

    Gaps between reviews then shrink with the time that is left. After DATE, or with none, reviews come
    as ever.
    """
    on = services.reviews.read_deadline(date)
    services.reviews.set_deadline(on)
    click.echo(f"Everything comes again before {on:%a %d %b %Y}." if on else "There is no deadline any more.")


def _ask(services: "Services", cards: "tuple[Card, ...]") -> None:
    """Ask cards line by line; those that cannot be asked are named on stderr."""
    from coach.cli.plain.dialogue import Dialogue, tell
    from coach.cli.plain.review import ReviewDialogue

    run = services.reviews.start(cards)
    for problem in run.problems:
        tell(f"Left out: {problem}", err=True)
    if run.steps:
        ReviewDialogue(run, Dialogue(), services.keep).hold()


def _nothing(services: "Services") -> str:
    """Say that nothing is due, and when something will be."""
    following = services.reviews.overview().next_at
    if following is None:
        return "There is nothing to review. Every exercise that you answer becomes a card; coach train list."
    return f"Nothing is due. The next review is on {following.astimezone():%a %d %b %Y}."


def _open_review(app: "CoachApp") -> None:
    app.open_review()
