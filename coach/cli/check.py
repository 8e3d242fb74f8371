"""``coach check``: the author's linter."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.listing import print_json
from coach.locale import tr, trn

if TYPE_CHECKING:
    from coach.content.check import Report
    from coach.content.library import Library
    from coach.content.problem import Problem


@click.command(
    help=tr(
        "Test content the way code is tested.\n\n"
        "A PATH is a file or a folder; without one all content of the library is checked. Problems "
        "go to standard output, one a line, as file:line:column, code and what to do; a summary goes "
        "to standard error. The exit code is 1 if anything has to be mended, 2 if there was nothing "
        "to check, else 0."
    )
)
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=tr("Print a JSON list of problems."))
@click.option("--strict", is_flag=True, help=tr("Fail on warnings too."))
def check(paths: tuple[Path, ...], as_json: bool, strict: bool) -> None:
    """Test content the way code is tested."""
    from datetime import date

    from coach.content.check import check as run

    shelves = library()
    report = run(paths or shelves, date.today(), shelves)  # noqa: DTZ011 - the author's own day
    if not report.files:
        raise click.UsageError(_nothing(paths))
    shown = [_nearby(problem) for problem in report.problems]
    if as_json:
        print_json(shown)
    else:
        for problem in shown:
            click.echo(str(problem))
    click.echo(_summary(report, strict=strict), err=True)
    if report.errors or (strict and report.warnings):
        raise SystemExit(1)


def library() -> "Library":
    """Open the content that ``--content``, the environment and the user's data folder name."""
    import os

    from coach.content.library import Library, default_roots
    from coach.store.paths import Folders

    extra = click.get_current_context().find_root().params.get("content")
    return Library(default_roots(extra, os.environ, Folders.from_environment(os.environ).data))


def _nearby(problem: "Problem") -> "Problem":
    """Name the file from where the author stands, if it lies below."""
    import msgspec

    path = Path(problem.file)
    here = Path.cwd()
    if path.is_absolute() and path.is_relative_to(here):
        return msgspec.structs.replace(problem, file=str(path.relative_to(here)))
    return problem


def _nothing(paths: tuple[Path, ...]) -> str:
    places = ", ".join(map(str, paths)) or tr("the folders of content")
    return tr(
        "There is no YAML file to check in {places}. Name another, or start with coach new module NAME.",
        places=places,
    )


def _summary(report: "Report", *, strict: bool) -> str:
    said = [
        trn(
            "{n} file checked: {errors} and {warnings}.",
            "{n} files checked: {errors} and {warnings}.",
            report.files,
            errors=trn("{n} error", "{n} errors", report.errors),
            warnings=trn("{n} warning", "{n} warnings", report.warnings),
        )
    ]
    if strict and report.warnings:
        said.append(tr("Warnings count as errors here."))
    if report.problems:
        first = report.problems[0].code
        said.append(tr("coach explain {code} says more about the first.", code=first))
    return " ".join(said)
