"""``coach requisition``: openings with their panels and candidates, up to the laid-out interviews."""

from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json
from coach.cli.requisition_files import invite, join
from coach.cli.requisition_new import new
from coach.locale import tr, trn
from coach.services.members import FORM

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.panel.requisition import RequisitionState
    from coach.services import Services

MOST = 200
requisition_argument = click.argument("which", metavar="REQ")
candidate_argument = click.argument("code", metavar="CODE")


@click.group(
    help=tr(
        "Open requisitions: an opening with its kit, its panel and its candidates.\n\n"
        'A member is written ID=NAME:ROLE:FOCUS,FOCUS, such as "dana=Dana '
        'Roth:interviewer:prospecting". ID is the profile that they use the program with; all the '
        "rest may be left out. Roles: interviewer, lead, lead-only (leads without interviewing), "
        "observer, hr. docs/panels.md tells the whole way."
    )
)
def requisition() -> None:
    """Open requisitions: an opening with its kit, its panel and its candidates."""


for command in (new, invite, join):
    requisition.add_command(command)


@requisition.command("list", help=tr("List the requisitions on whose panel you are, the latest first."))
@json_option
@click.option(
    "--limit", type=click.IntRange(min=1), default=MOST, show_default=True, help=tr("So many at most.")
)
@click.pass_obj
def list_requisitions(services: "Services", as_json: bool, limit: int) -> None:
    """List the requisitions on whose panel you are, the latest first."""
    from coach.cli.plain.dialogue import tell
    from coach.services.standing import overviews

    found = overviews(services.requisitions, limit)
    if as_json:
        print_json(found)
        return
    for one in found:
        count = trn("{n} candidate", "{n} candidates", one.candidates)
        tell(f"{one.id} · {one.title} · {one.kit} · {tr(one.role.value)} · {count} · {one.next}")
    if not found:
        click.echo(
            tr("There are no requisitions that you are on. coach requisition new opens one."), err=True
        )


@requisition.command(help=tr("Tell the terms, the panel, and the candidates as far as you may see."))
@requisition_argument
@click.pass_obj
def show(services: "Services", which: str) -> None:
    """Tell the terms, the panel, and the candidates as far as you may see."""
    from coach.cli.plain.dialogue import Dialogue
    from coach.cli.plain.requisition_words import tell_requisition
    from coach.services.standing import standings

    state = services.requisitions.state(which)
    tell_requisition(Dialogue(), state, standings(services.requisitions, state))


@requisition.command(help=tr("Add candidates by their codes; lay-out then plans their interviews."))
@requisition_argument
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@click.pass_obj
def candidates(services: "Services", which: str, codes: tuple[str, ...]) -> None:
    """Add candidates by their codes; lay-out then plans their interviews."""
    from coach.services.drafting import read_codes

    state = services.requisitions.state(which)
    added = services.requisitions.add_candidates(state, read_codes(codes))
    for code in added.candidates[len(state.candidates) :]:
        click.echo(code)


@requisition.command(
    "lay-out", help=tr("Plan all interviews of candidates and panel that are missing, and print their ids.")
)
@requisition_argument
@click.pass_obj
def lay_out(services: "Services", which: str) -> None:
    """Plan all interviews of candidates and panel that are missing, and print their ids."""
    state = services.requisitions.state(which)
    planned = services.requisitions.lay_out(state)
    for name in planned:
        click.echo(name)
    if not planned and state.present:
        click.echo(tr("All interviews are laid out already."), err=True)
    elif not planned:
        click.echo(
            tr("There are no candidates yet. coach requisition candidates {id} CODE adds one.", id=state.id),
            err=True,
        )


@requisition.command(help=tr("Change the panel: --member adds somebody, or replaces who has the same ID."))
@requisition_argument
@click.option(
    "--member", "members", multiple=True, metavar=FORM, help=tr("Who joins or changes; may be repeated.")
)
@click.option("--remove", "left", multiple=True, metavar="ID", help=tr("Who leaves; may be repeated."))
@click.option("--quorum", type=int, metavar="N", help=tr("The new quorum; it stays as it is otherwise."))
@click.option("--reason", required=True, metavar="TEXT", help=tr("Why; it is kept."))
@click.pass_obj
def panel(  # noqa: PLR0913 - one for each option
    services: "Services",
    /,
    which: str,
    *,
    members: tuple[str, ...],
    left: tuple[str, ...],
    quorum: int | None,
    reason: str,
) -> None:
    """Change the panel: --member adds somebody, or replaces who has the same ID."""
    from coach.services.members import read_member, with_members

    if not members and not left and quorum is None:
        raise click.UsageError(tr("Say what changes: --member, --remove or --quorum."))
    state = services.requisitions.state(which)
    names = _names(services, state)
    whole = with_members(state.terms.members, [read_member(one, names) for one in members], left)
    wanted = state.terms.quorum if quorum is None else quorum
    services.requisitions.change_panel(state, whole, wanted, reason)
    click.echo(
        tr(
            "The panel is changed. coach requisition lay-out {id} plans the interviews that are "
            "missing; members on other machines need a new file from coach requisition invite.",
            id=state.id,
        ),
        err=True,
    )


def _names(services: "Services", state: "RequisitionState") -> "Callable[[str], str]":
    """Know a profile's name from the panel, else from the preferences."""

    def name_of(profile: str) -> str:
        member = state.terms.member(profile)
        return member.name if member else services.settings.name_of(profile)

    return name_of


@requisition.command(
    help=tr(
        "Let a question count no more, for all candidates alike; what was noted on it stays.\n\n"
        "QUESTION is its number in the kit, or its id."
    )
)
@requisition_argument
@click.argument("question", metavar="QUESTION")
@click.option("--reason", required=True, metavar="TEXT", help=tr("Why; it stands on every sheet."))
@click.pass_obj
def drop(services: "Services", which: str, question: str, reason: str) -> None:
    """Let a question count no more, for all candidates alike; what was noted on it stays."""
    from coach.services.requisition_words import question_id

    state = services.requisitions.state(which)
    chosen = question_id(state.terms, question)
    services.requisitions.drop_question(state, chosen, reason)
    click.echo(
        tr(
            "{question} counts for none of the {total} candidates of {id} any more.",
            question=chosen,
            total=len(state.candidates),
            id=state.id,
        )
    )


@requisition.command(
    help=tr(
        "Tell who a candidate is, or keep it; only the lead and HR can.\n\n"
        "The name stands in a place of its own, so that erasing it leaves a code without a person."
    )
)
@requisition_argument
@candidate_argument
@click.option("--name", metavar="NAME", help=tr("Keeps who it is, apart from everything else."))
@click.option("--contact", default="", metavar="TEXT", help=tr("How to reach them; goes with --name."))
@click.pass_obj
def identity(services: "Services", which: str, code: str, name: str | None, contact: str) -> None:
    """Tell who a candidate is, or keep it; only the lead and HR can."""
    from coach.cli.plain.dialogue import tell

    if contact and name is None:
        raise click.UsageError(tr("--contact goes with --name: say both."))
    service = services.requisitions
    state = service.state(which)
    candidate = service.candidate(state, code)
    if name is not None:
        service.keep_identity(state, candidate, name, contact)
        click.echo(tr("It is kept who {candidate} is.", candidate=candidate), err=True)
        return
    kept = service.identity(state, candidate)
    if kept is None:
        click.echo(
            tr("Nothing is kept about who {candidate} is. --name NAME keeps it.", candidate=candidate),
            err=True,
        )
        return
    tell(" · ".join(part for part in (candidate, kept.name, kept.contact) if part))
