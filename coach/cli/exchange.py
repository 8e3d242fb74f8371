"""``coach interview export`` and ``coach interview import``: scorecards to and from other systems."""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from coach.cli.output import STDOUT, deliver, force_option, output_option
from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services

SEALED = "sealed"
"""Our own file for the lead of a panel on another machine; no other system reads it."""
SYSTEMS = ("greenhouse", "lever", "ashby", "json", "csv", SEALED)
source = click.argument("file", type=click.File("rb"), metavar="FILE")
"""A file to read, or ``-`` for stdin."""


@click.command(
    "export",
    help=tr(
        "Write submitted scorecards in the shape of another system.\n\n"
        "What the shape cannot hold is told on stderr and, beside a FILE, in FILE.manifest.json; the "
        "shape json is our own and holds it itself. Drafts do not leave. docs/exports.md explains "
        "every field.\n\n"
        "The format sealed is for the lead of a panel on another machine: your own scorecard as it "
        "was recorded, in INTERVIEW.sealed.json unless a FILE is named."
    ),
)
@click.argument("interviews", nargs=-1, required=True, metavar="INTERVIEW...")
@click.option(
    "--format",
    "wanted",
    type=click.Choice(SYSTEMS),
    default="json",
    show_default=True,
    help=tr("Whose shape."),
)
@output_option(tr("Where to; - is stdout, which is also the default. Beside a FILE goes its manifest."))
@force_option
@click.pass_obj
def export_scorecards(
    services: "Services", interviews: tuple[str, ...], wanted: str, output: str | None, force: bool
) -> None:
    """Write submitted scorecards in the shape of another system."""
    from coach.core.text import visible
    from coach.export.exchange import System
    from coach.services.exchange import write

    if wanted == SEALED:
        _seal(services, interviews, output, replace=force)
        return
    place = output or STDOUT
    system = System(wanted)
    ending = Path(place).suffix.lower()
    if ending in (".csv", ".json") and ending != system.ending:
        raise click.UsageError(
            tr(
                "{place} ends in {ending}, but {wanted} is written as {needed}; rename FILE.",
                place=place,
                ending=ending,
                wanted=wanted,
                needed=system.ending,
            )
        )
    made = services.exchange.export(interviews, system, Path(place).name)
    if place == STDOUT:
        deliver(made, STDOUT, replace=False)
        return
    for written in write(made, Path(place), replace=force):
        click.echo(click.format_filename(written))
    for note in made.notes:
        click.echo(visible(note), err=True)


def _seal(services: "Services", interviews: tuple[str, ...], output: str | None, *, replace: bool) -> None:
    """Write sealed files, each with the digits by which the lead can tell that it is the one."""
    from coach.services.handing_in import hand_in

    if output is not None and len(interviews) > 1:
        raise click.UsageError(
            tr("A sealed file holds one scorecard: name one INTERVIEW, or leave out --output.")
        )
    for interview in interviews:
        made = hand_in(services, interview)
        deliver(made, output or made.name, replace=replace)


@click.group(
    "import",
    help=tr(
        "Read scorecards and interview kits of another system.\n\n"
        "Nothing of it becomes a record of this program: scorecards are read to compare with, and "
        "kits begin content of your own."
    ),
)
def import_() -> None:
    """Read scorecards and interview kits of another system."""


@import_.command(
    "greenhouse",
    help=tr(
        "Read scorecards from FILE, JSON of the Greenhouse Harvest API v1.\n\n"
        "FILE is one scorecard or a list of them; - is stdin. Without --output they are listed as "
        "text. With it a table is written: candidate, interviewer, item, rating from 1 "
        "(definitely_not) to 5 (strong_yes), empty for no_decision."
    ),
)
@source
@output_option(
    tr("Write the ratings as CSV for coach agreement; - is stdout. Without it they are listed to read.")
)
@force_option
@click.pass_obj
def import_greenhouse(services: "Services", file: BinaryIO, output: str | None, force: bool) -> None:
    """Read scorecards from FILE, JSON of the Greenhouse Harvest API v1."""
    data, name = _read(file)
    if output is None:
        click.echo(services.exchange.listing(data, name).decode(), nl=False)
        return
    deliver(services.exchange.ratings(data, name), output, replace=force)


@import_.command(
    "greenhouse-kit",
    help=tr(
        "Begin a bank and a kit for each interview kit in FILE, JSON of Greenhouse job stages.\n\n"
        "Greenhouse keeps no competencies, probes and anchors. They are not made up: coach check "
        "says what is missing, and the kit can be used once it is there. Nothing that exists is "
        "overwritten."
    ),
)
@source
@click.option(
    "--output",
    "into",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help=tr("The folder that holds, or will hold, question_banks/."),
)
@click.pass_obj
def import_greenhouse_kit(services: "Services", file: BinaryIO, into: Path) -> None:
    """Begin a bank and a kit for each interview kit in FILE, JSON of Greenhouse job stages."""
    from coach.core.text import visible

    data, name = _read(file)
    started = services.exchange.start_kits(data, name, into)
    for path in started.files:
        click.echo(click.format_filename(path))
    for note in started.notes:
        click.echo(visible(note), err=True)


def _read(file: BinaryIO) -> tuple[bytes, str]:
    """Read a file, just past what is taken at most, with the name it goes by."""
    from coach.core.text import visible
    from coach.export.exchange.incoming import MOST_BYTES

    return file.read(MOST_BYTES + 1), visible(str(getattr(file, "name", "stdin")))
