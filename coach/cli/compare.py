"""``coach compare``: candidates of a requisition beside each other, and the statistics of their ratings."""

from typing import TYPE_CHECKING

import click

from coach.locale import tr

if TYPE_CHECKING:
    from coach.core.panel.comparison_view import ComparisonView
    from coach.core.panel.statistics import PanelStatistics
    from coach.services import Services


@click.command(
    help=tr(
        "Compare candidates: place, score with its error band, coverage, and what cannot be told "
        "apart.\n\n"
        "Only candidates who are revealed to you take part. Several requisitions can be compared if "
        "their kit is the same to the letter."
    )
)
@click.argument("which", nargs=-1, required=True, metavar="REQ...")
@click.option("--statistics", is_flag=True, help=tr("Tell how far the interviewers agree instead."))
@click.option("--how", is_flag=True, help=tr("Tell how each number is made instead."))
@click.option("--json", "as_json", is_flag=True, help=tr("One JSON object, for other programs."))
@click.pass_obj
def compare(services: "Services", which: tuple[str, ...], statistics: bool, how: bool, as_json: bool) -> None:
    """Compare candidates: place, score with its error band, coverage, and what cannot be told apart."""
    if how:
        _tell_how()
    elif statistics:
        _tell_statistics(services, which, as_json=as_json)
    else:
        _tell_comparison(services, which, as_json=as_json)


def _tell_how() -> None:
    from coach.cli.plain.dialogue import Dialogue
    from coach.core.panel.comparison_words import HOW

    talk = Dialogue()
    for sentence in HOW:
        talk.listed("-", sentence)


def _tell_comparison(services: "Services", which: tuple[str, ...], *, as_json: bool) -> None:
    view = services.comparisons.view(*which)
    if as_json:
        from coach.cli.listing import print_json

        print_json(_plain(view))
        return
    from coach.cli.plain.comparison_words import tell_comparison
    from coach.cli.plain.dialogue import Dialogue

    tell_comparison(Dialogue(), view)


def _tell_statistics(services: "Services", which: tuple[str, ...], *, as_json: bool) -> None:
    if len(which) > 1:
        raise click.UsageError(tr("--statistics are about one requisition: name one REQ."))
    found = services.comparisons.statistics(which[0])
    if as_json:
        from coach.cli.listing import print_json

        print_json(_plain(found))
        return
    from coach.cli.plain.dialogue import Dialogue
    from coach.core.panel.statistics_words import sections

    talk = Dialogue()
    talk.say(tr("Statistics · {title} ({requisition})", title=found.title, requisition=found.requisition))
    for section in sections(found):
        talk.say()
        talk.say(section.title)
        for line in section.lines:
            talk.listed("-", line)


def _plain(found: "ComparisonView | PanelStatistics") -> object:
    """Give it for JSON, the kit by its name and fingerprint."""
    import msgspec

    told: dict[str, object] = msgspec.to_builtins(found)
    guide = found.guide
    return told | {"guide": {"kit": guide.kit, "rev": guide.rev, "fingerprint": guide.fingerprint}}
