"""``coach agreement``: statistics on ratings from anywhere."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.output import (
    FORMATS,
    PAPERS,
    STDOUT,
    How,
    chosen_format,
    deliver,
    force_option,
    output_option,
    write_document,
)
from coach.core.record import Record
from coach.locale import tr

if TYPE_CHECKING:
    from coach.core.agreement.ratings import Scale

FILE = click.Path(path_type=Path)


class Data(Record):
    """A report for other programs, and what is to be said about it."""

    data: bytes
    notes: tuple[str, ...]


def _scale(ctx: click.Context, _: click.Parameter, value: str) -> "Scale":
    """Read the scale; one that cannot be is wrong use."""
    from coach.core.agreement.tables import read_scale
    from coach.core.conduct import Refused

    try:
        return read_scale(value)
    except Refused as refused:
        raise click.UsageError(str(refused), ctx) from refused


@click.command(
    help=tr(
        "Tell how far interviewers agree, from their ratings.\n\n"
        "RATINGS.csv has the columns candidate, interviewer, item and rating in any order; a blank "
        "rating is “not assessed”. Nothing is stored. docs/statistics.md explains every number."
    )
)
@click.argument("file", metavar="[RATINGS.csv]", type=FILE, required=False)
@click.option(
    "--scale",
    default="1-5",
    show_default=True,
    callback=_scale,
    metavar="LOW-HIGH",
    help=tr("The lowest and the highest rating."),
)
@click.option(
    "--impact",
    "groups",
    metavar="GROUPS.csv",
    type=FILE,
    help=tr("Look for adverse impact instead, in a file with the columns group, selected, applied."),
)
@click.option("--format", "wanted", type=click.Choice((*FORMATS, "json")), help=tr("Without it, txt."))
@click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True)
@output_option(tr("Where to; - is stdout. Without it pdf and html go to a file, the others to stdout."))
@force_option
def agreement(  # noqa: PLR0913 - the options of the command
    *,
    file: Path | None,
    scale: "Scale",
    groups: Path | None,
    wanted: str | None,
    paper: str,
    output: str | None,
    force: bool,
) -> None:
    """Tell how far interviewers agree, from their ratings."""
    if (file is None) == (groups is None):
        raise click.UsageError(
            tr(
                "Name one file: RATINGS.csv with ratings, or --impact GROUPS.csv with numbers of people. "
                "They are kept apart on purpose."
            )
        )
    as_json = wanted == "json" or (wanted is None and Path(output or "").suffix.lower() == ".json")
    suffix = "json" if as_json else chosen_format(wanted, output, "txt")
    how = How(suffix=suffix, paper=paper, large=False, output=output, force=force)
    if groups is not None:
        _tell_impact(groups, how)
    elif file is not None:
        _tell_agreement(file, scale, how)


def _tell_agreement(file: Path, scale: "Scale", how: How) -> None:
    from coach.export.documents.agreement import agreement_document
    from coach.services.agreement import analyse

    found = analyse(file, scale)
    if how.suffix == "json":
        _write_json(found, found.notes, how)
        return
    _say(found.notes)
    write_document(agreement_document(found.file, found.report), "agreement", how)


def _tell_impact(groups: Path, how: How) -> None:
    from coach.export.documents.impact import impact_document
    from coach.services.agreement import impacts

    found = impacts(groups)
    if how.suffix == "json":
        _write_json(found, found.notes, how)
        return
    _say(found.notes)
    write_document(impact_document(found.file, found.impacts), "impact", how)


def _write_json(found: Record, notes: tuple[str, ...], how: How) -> None:
    import msgspec

    data = msgspec.json.format(msgspec.json.encode(found)) + b"\n"
    deliver(Data(data=data, notes=notes), how.output or STDOUT, replace=how.force)


def _say(notes: tuple[str, ...]) -> None:
    from coach.core.text import visible

    for note in notes:
        click.echo(visible(note), err=True)
