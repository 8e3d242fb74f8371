"""``coach review``: what is due, asked again; what is set apart; the days to come."""

from typing import TYPE_CHECKING

import click

from coach.locale import day, mark, tr, trn

if TYPE_CHECKING:
    from coach.services import Services
    from coach.services.review import Card
    from coach.tui.app import CoachApp

BAR = 40
"""Columns of the longest bar."""

WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))


@click.group(
    invoke_without_command=True,
    help=tr(
        "Be asked again what you are about to forget.\n\n"
        "Every exercise that was answered is a card. A right answer brings it back after a longer "
        "time, a wrong one soon. Whole situations, such as conversations, come back with other "
        "values: two weeks after the first run if you passed unaided, then after twice the time, up "
        "to 60 days; a week after a pass with help, two days after a fail.\n\n"
        "The program opens at what is due; with --plain or without a terminal it is a dialogue in "
        "lines, in which .? lists the commands."
    ),
)
@click.option(
    "--plain", is_flag=True, help=tr("Ask line by line on stdin and stdout, for a pipe or a screen reader.")
)
@click.pass_context
def review(ctx: click.Context, plain: bool) -> None:
    """Be asked again what you are about to forget."""
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


@review.command(
    help=tr(
        "Work the state of every card out anew from your history.\n\n"
        "Nothing is lost by it: the states are only a cache."
    )
)
@click.pass_obj
def rebuild(services: "Services") -> None:
    """Work the state of every card out anew from your history."""
    count = services.reviews.rebuild()
    click.echo(
        trn(
            "{n} card worked out anew from your history.",
            "{n} cards worked out anew from your history.",
            count,
        )
    )


@review.command(
    help=tr(
        "List the cards that are set apart.\n\n"
        "A card that was known and then wrong four times is not asked any more: look at its lesson "
        "again. A right answer at the first try, with --ask or in the lesson, brings it back."
    )
)
@click.option("--ask", is_flag=True, help=tr("Ask them, line by line."))
@click.pass_obj
def leeches(services: "Services", ask: bool) -> None:
    """List the cards that are set apart."""
    from coach.cli.plain.dialogue import tell

    cards = services.reviews.leeches()
    if ask and cards:
        _ask(services, cards)
        return
    for card in cards:
        wrong = trn("wrong {n} time", "wrong {n} times", card.state.lapses)
        tell(f"{card.key[0]}/{card.session}  {card.title}, {wrong}")
    if not cards:
        click.echo(tr("Nothing is set apart."), err=True)


@review.command(help=tr("Show how many cards each of the next 14 days brings."))
@click.pass_obj
def forecast(services: "Services") -> None:
    """Show how many cards each of the next 14 days brings."""
    days = services.reviews.forecast()
    most = max(one.cards for one in days)
    for one in days:
        bar = "#" * round(BAR * one.cards / most) if most else ""
        click.echo(f"{day(one.day)} {tr(WEEKDAYS[one.day.weekday()])}  {one.cards:>4}  {bar}".rstrip())


@review.command(
    help=tr(
        "Make everything come again before DATE, such as 2027-01-14.\n\n"
        "Gaps between reviews then shrink with the time that is left. After DATE, or with none, "
        "reviews come as ever."
    )
)
@click.argument("date", metavar="DATE|none")
@click.pass_obj
def deadline(services: "Services", date: str) -> None:
    """Make everything come again before DATE, such as 2027-01-14."""
    on = services.reviews.read_deadline(date)
    services.reviews.set_deadline(on)
    click.echo(
        tr("Everything comes again before {day:%a %d %b %Y}.", day=on)
        if on
        else tr("There is no deadline any more.")
    )


def _ask(services: "Services", cards: "tuple[Card, ...]") -> None:
    """Ask cards line by line; those that cannot be asked are named on stderr."""
    from coach.cli.plain.dialogue import Dialogue, tell
    from coach.cli.plain.review import ReviewDialogue

    run = services.reviews.start(cards)
    for problem in run.problems:
        tell(tr("Left out: {problem}", problem=problem), err=True)
    if run.steps:
        ReviewDialogue(run, Dialogue(), services.keep).hold()


def _nothing(services: "Services") -> str:
    """Say that nothing is due, and when something will be."""
    following = services.reviews.overview().next_at
    if following is None:
        return tr(
            "There is nothing to review. Every exercise that you answer becomes a card; coach train list."
        )
    return tr("Nothing is due. The next review is on {day:%a %d %b %Y}.", day=following.astimezone())


def _open_review(app: "CoachApp") -> None:
    app.open_review()
