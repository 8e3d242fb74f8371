"""``coach panel``: scorecards that come in from other machines, and where the panel stands."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json
from coach.cli.requisition import candidate_argument, requisition_argument
from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services


@click.group(help=tr("Work as a panel: collect sealed scorecards, and see where it stands."))
def panel() -> None:
    """Work as a panel: collect sealed scorecards, and see where it stands."""


@panel.command(
    help=tr(
        "Take sealed scorecards in, each checked against the kit, the panel and what was told before.\n\n"
        "A file that is refused stops none of the others; exit code 1 says that there was one. At "
        "the quorum the scorecards of a candidate are revealed to those whose own is in."
    )
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.pass_context
def collect(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Take sealed scorecards in, each checked against the kit, the panel and what was told before."""
    from coach.cli.errors import FAILED
    from coach.cli.plain.dialogue import tell
    from coach.core.conduct import Refused
    from coach.services.collecting import collect_file

    services: Services = ctx.obj
    refused = 0
    for path in files:
        try:
            tell(f"{path}: {collect_file(services, path)}")
        except Refused as refusal:
            refused += 1
            tell(f"coach: {path}: {refusal}", err=True)
    if refused:
        ctx.exit(FAILED)


@panel.command(
    help=tr(
        "Keep the commitment that a MEMBER told when handing in, such as 9f3c 04d1 77aa 1b2e.\n\n"
        "Their file about this candidate is then taken in only if it is sealed so. The first one "
        "told counts, unless it was mistyped or misheard: --instead says so, and both stay on record."
    )
)
@requisition_argument
@candidate_argument
@click.argument("member", metavar="MEMBER")
@click.argument("commitment", nargs=-1, required=True, metavar="COMMITMENT")
@click.option(
    "--instead", default="", metavar="REASON", help=tr("Why these count and not those told before.")
)
@click.pass_obj
def expect(  # noqa: PLR0913 - one for each word of the command
    services: "Services", /, which: str, code: str, member: str, commitment: tuple[str, ...], *, instead: str
) -> None:
    """Keep the commitment that a MEMBER told when handing in, such as 9f3c 04d1 77aa 1b2e."""
    service = services.requisitions
    state = service.state(which)
    candidate = service.candidate(state, code)
    service.expect(state, candidate, member, " ".join(commitment), instead)
    click.echo(
        tr("It is kept by which commitment {member} sealed {candidate}.", member=member, candidate=candidate),
        err=True,
    )


@panel.command(
    help=tr(
        "Tell which scorecards are in, as far as you may know.\n\n"
        "Until your own scorecard of a candidate is in and the quorum is met, nothing is told of the "
        "others, and not whether theirs is in. The same holds for HR and for a lead, who may look "
        "before with --peek."
    )
)
@requisition_argument
@json_option
@click.pass_obj
def status(services: "Services", which: str, as_json: bool) -> None:
    """Tell which scorecards are in, as far as you may know."""
    from coach.cli.plain.dialogue import Dialogue
    from coach.cli.plain.requisition_words import tell_candidates
    from coach.services.standing import standings

    state = services.requisitions.state(which)
    found = standings(services.requisitions, state)
    if as_json:
        print_json(found)
        return
    tell_candidates(Dialogue(), state, found)
