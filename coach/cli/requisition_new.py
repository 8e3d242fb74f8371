"""``coach requisition new``: the terms as options, or asked line by line."""

from typing import TYPE_CHECKING

import click

from coach.core.panel.terms import LEAST_COVERAGE, Visibility
from coach.locale import mark, tr
from coach.services.members import FORM

if TYPE_CHECKING:
    from coach.core.panel.terms import Member
    from coach.services import Services

NO_KIT = mark("Say with --kit what the interviews are held with. coach interview kits lists the kits.")
NO_TITLE = mark("Give the requisition a TITLE, or leave out all options to be asked line by line.")


@click.command(
    help=tr(
        "Open a requisition and print its id.\n\n"
        "Without TITLE and options everything is asked line by line, on a terminal or through a pipe."
    )
)
@click.argument("title", required=False)
@click.option(
    "--kit", metavar="KIT", help=tr("What all interviews are held with; coach interview kits lists them.")
)
@click.option("--id", "name", metavar="ID", help=tr("Its id; made of the title otherwise."))
@click.option("--lead", metavar=FORM, help=tr("Who leads the panel; without it that is you."))
@click.option("--member", "members", multiple=True, metavar=FORM, help=tr("Who sits on it; may be repeated."))
@click.option(
    "--quorum", type=int, metavar="N", help=tr("Scorecards that must be in for debrief and decision.")
)
@click.option(
    "--visibility",
    type=click.Choice([one.value for one in Visibility]),
    default=Visibility.AFTER_OWN.value,
    show_default=True,
    help=tr("When the scorecards of others open, never before the own is in."),
)
@click.option("--retention", metavar="COUNTRY/PROFILE", help=tr("How long records are kept."))
@click.option(
    "--least-coverage",
    type=click.FloatRange(0, 1),
    default=LEAST_COVERAGE,
    show_default=True,
    help=tr("Share of the weight that must be rated for a place; what is missing is never zero."),
)
@click.option("--rule", metavar="TEXT", help=tr("How the decision is made, in words."))
@click.option(
    "--candidate", "candidates", multiple=True, metavar="CODE", help=tr("A candidate; may be repeated.")
)
@click.pass_obj
def new(  # noqa: PLR0913 - one for each option
    services: "Services",
    /,
    title: str | None,
    *,
    kit: str | None,
    name: str | None,
    lead: str | None,
    members: tuple[str, ...],
    quorum: int | None,
    visibility: str,
    retention: str | None,
    least_coverage: float,
    rule: str | None,
    candidates: tuple[str, ...],
) -> None:
    """Open a requisition and print its id."""
    from coach.services.drafting import Draft, read_codes

    if title is None:
        _ask(services, given=any((kit, name, lead, members, quorum, retention, rule, candidates)))
        return
    if kit is None:
        raise click.UsageError(tr(NO_KIT))
    panel = _panel(services, lead, members)
    draft = Draft(
        title=title,
        kit=kit,
        members=panel,
        quorum=_quorum(quorum, panel),
        visibility=Visibility(visibility),
        retention=retention or "",
        least_coverage=least_coverage,
        rule=rule or "",
    )
    click.echo(services.requisitions.open(draft, name or "", read_codes(candidates)).id)


def _ask(services: "Services", *, given: bool) -> None:
    """Ask for the terms line by line; options without a title are none to begin with."""
    if given:
        raise click.UsageError(tr(NO_TITLE))
    from coach.cli.plain.dialogue import Dialogue
    from coach.cli.plain.requisition import OpeningDialogue

    OpeningDialogue(services, Dialogue()).hold()


def _panel(services: "Services", lead: str | None, members: tuple[str, ...]) -> "tuple[Member, ...]":
    """Put the panel together; where nobody leads and the viewer is not named, the viewer leads."""
    from coach.core.panel.terms import Role
    from coach.services.members import LEAD_ONLY, read_member, with_viewer

    names = services.settings.name_of
    panel = [read_member(one, names) for one in members]
    if lead is not None:
        panel.insert(0, read_member(lead, names, Role.LEAD.value))
        if panel[0].role is not Role.LEAD:
            raise click.UsageError(
                tr(
                    "Who is named with --lead leads: leave the role out, or write {lead_only}.",
                    lead_only=LEAD_ONLY,
                )
            )
    return with_viewer(panel, services.settings.profile, names)


def _quorum(quorum: int | None, panel: "tuple[Member, ...]") -> int:
    if quorum is not None:
        return quorum
    raise click.UsageError(
        tr(
            "Say with --quorum how many scorecards of a candidate must be in before they are "
            "revealed: a number from 1 to {most}, which is how many interview.",
            most=sum(member.interviews for member in panel),
        )
    )
