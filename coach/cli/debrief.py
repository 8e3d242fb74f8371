"""``coach debrief``: a candidate before the panel, what members change after the talk, the decision."""

from typing import TYPE_CHECKING

import click

from coach.cli.requisition import candidate_argument, requisition_argument
from coach.locale import tr

if TYPE_CHECKING:
    from coach.core.panel.debrief_view import DebriefView
    from coach.services import Services

LEVELS = ("strong-no", "no", "yes", "strong-yes")
OUTCOMES = ("offer", "next-round", "reserve", "reject")


@click.group(
    help=tr(
        "Talk about a candidate: evidence first, the largest disagreement first, then the decision.\n\n"
        "Nothing is shown before your own scorecard is in and as many of the panel's as were agreed. "
        "docs/debrief.md tells the whole way."
    )
)
def debrief() -> None:
    """Talk about a candidate: evidence first, the largest disagreement first, then the decision."""


@debrief.command(
    "open",
    help=tr(
        "Begin the debrief of CODE; those whose scorecards are in take part. Only the lead can.\n\n"
        "Again, it lets those take part whose scorecards came in since."
    ),
)
@requisition_argument
@candidate_argument
@click.pass_obj
def open_(services: "Services", which: str, code: str) -> None:
    """Begin the debrief of CODE; those whose scorecards are in take part. Only the lead can."""
    view = services.debriefs.open(which, code)
    names = ", ".join(seat.name for seat in view.seats if not seat.late)
    click.echo(
        tr("The debrief of {candidate} is open. Taking part: {names}.", candidate=view.candidate, names=names)
    )


@debrief.command(
    help=tr("Tell the scorecards of CODE side by side, with the evidence; that you looked goes on record.")
)
@requisition_argument
@candidate_argument
@click.option("--json", "as_json", is_flag=True, help=tr("One JSON object, for other programs."))
@click.pass_obj
def show(services: "Services", which: str, code: str, as_json: bool) -> None:
    """Tell the scorecards of CODE side by side, with the evidence; that you looked goes on record."""
    view = services.debriefs.view(which, code)
    if as_json:
        from coach.cli.listing import print_json

        print_json(_plain(view))
        return
    from coach.cli.plain.debrief_words import tell_debrief
    from coach.cli.plain.dialogue import Dialogue

    tell_debrief(Dialogue(), view)


@debrief.command(
    help=tr(
        "Judge a COMPETENCY of your own interview anew; the scorecard and its score stay as they "
        "were.\n\n"
        "COMPETENCY is its id or its title."
    )
)
@requisition_argument
@candidate_argument
@click.argument("competency", metavar="COMPETENCY")
@click.argument("rating", type=click.IntRange(1, 5), metavar="1-5")
@click.option("--reason", required=True, metavar="TEXT", help=tr("The evidence that you heard; it is kept."))
@click.pass_obj
def rescore(  # noqa: PLR0913 - one for each option
    services: "Services", /, which: str, code: str, *, competency: str, rating: int, reason: str
) -> None:
    """Judge a COMPETENCY of your own interview anew; the scorecard and its score stay as they were."""
    from coach.cli.plain.dialogue import tell
    from coach.core.panel.debrief_words import rescore_text

    view = services.debriefs.rescore(which, code, competency, rating, reason)
    wanted = competency.strip().casefold()
    row = next(one for one in view.rows if wanted in (one.competency, one.title.casefold()))
    tell(f"{row.title}: {rescore_text(row.rescores[services.settings.profile])}")


@debrief.command(
    help=tr("Say what you recommend after hearing all; that of your own interview stays beside it.")
)
@requisition_argument
@candidate_argument
@click.argument("level", type=click.Choice(LEVELS))
@click.option("--reason", required=True, metavar="TEXT", help=tr("Why; it is kept."))
@click.pass_obj
def composite(services: "Services", which: str, code: str, level: str, reason: str) -> None:
    """Say what you recommend after hearing all; that of your own interview stays beside it."""
    from coach.core.interview import Overall

    view = services.debriefs.composite(which, code, Overall(level.replace("-", " ")), reason)
    click.echo(
        tr("It is kept what you recommend about {candidate} after hearing all.", candidate=view.candidate),
        err=True,
    )


@debrief.command(
    help=tr(
        "Record the decision about CODE beside the mechanical place. Only the lead can.\n\n"
        "Where it departs from the place by score, --departure must say why. A later decision "
        "replaces an earlier one; both stay on record."
    )
)
@requisition_argument
@candidate_argument
@click.argument("outcome", type=click.Choice(OUTCOMES))
@click.option("--reason", required=True, metavar="TEXT", help=tr("Why; it is kept."))
@click.option(
    "--departure", default="", metavar="TEXT", help=tr("Why it departs from the place by score, if it does.")
)
@click.pass_obj
def decide(  # noqa: PLR0913 - one for each option
    services: "Services", /, which: str, code: str, *, outcome: str, reason: str, departure: str
) -> None:
    """Record the decision about CODE beside the mechanical place. Only the lead can."""
    from coach.cli.plain.dialogue import tell
    from coach.core.panel.debrief_words import decision_texts

    view = services.debriefs.decide(which, code, outcome.replace("-", " "), reason, departure)
    tell(f"{view.candidate}: {decision_texts(view)[0]}")


def _plain(view: "DebriefView") -> object:
    """Give a debrief for JSON, the kit by its name and fingerprint."""
    import msgspec

    found: dict[str, object] = msgspec.to_builtins(view)
    guide = view.guide
    return found | {"guide": {"kit": guide.kit, "rev": guide.rev, "fingerprint": guide.fingerprint}}
