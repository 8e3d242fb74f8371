"""``coach data``: where things are, and how they are kept safe."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.asking import confirm
from coach.locale import tr

if TYPE_CHECKING:
    from coach.store.log import Seal
    from coach.store.paths import Folders
    from coach.store.sqlite import SqliteLog

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group(help=tr("Find, back up, restore and verify what Coach keeps."))
def data() -> None:
    """Find, back up, restore and verify what Coach keeps."""


@data.command(help=tr("Print the folders and the database, one to a line."))
def where() -> None:
    """Print the folders and the database, one to a line."""
    folders = _folders()
    for name, path in (
        ("database", folders.database),
        ("backups", folders.backups),
        ("data", folders.data),
        ("config", folders.config),
        ("cache", folders.cache),
    ):
        click.echo(f"{name}\t{path}")


@data.command(
    help=tr(
        "Copy the database to FILE, or to a dated file in the backups folder; print its name.\n\n"
        "FILE must not exist. The copy is verified; Coach may be running meanwhile."
    )
)
@click.argument("file", type=FILE, required=False)
def backup(file: Path | None) -> None:
    """Copy the database to FILE, or to a dated file in the backups folder; print its name."""
    with _sentences():
        from datetime import UTC, datetime

        from coach.store.copies import beside
        from coach.store.examine import examine_file
        from coach.store.paths import private_folder

        folders = _folders()
        with _log(folders) as log:
            if file is None:
                name = private_folder(folders.backups) / folders.database.name
                file = beside(name, "backup", datetime.now(UTC))
            log.back_up(file)
        click.echo(file)
        if faults := examine_file(file):
            raise click.ClickException(
                tr(
                    "The copy is complete, but the database has {count} fault(s), the first: {first}. Run "
                    "coach data verify.",
                    count=len(faults),
                    first=faults[0].text,
                )
            )


@data.command(
    help=tr(
        "Return to the backup in FILE, once it is verified.\n\n"
        "The replaced database stays beside the new one under a dated name, which is printed."
    )
)
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help=tr("Do not ask."))
def restore(file: Path, yes: bool) -> None:
    """Return to the backup in FILE, once it is verified."""
    with _sentences():
        from datetime import UTC, datetime

        from coach.store.restore import require_file
        from coach.store.restore import restore as put_back

        require_file(file)
        folders = _folders()
        if folders.database.exists() and not yes:
            confirm(tr("Replace {database} by {file}?", database=folders.database, file=file))
        kept = put_back(file, folders.database, at=datetime.now(UTC))
        click.echo(tr("Restored {file}.", file=file), err=True)
        if kept:
            click.echo(tr("What it replaced is kept as:"), err=True)
            click.echo(kept)


@data.command(
    help=tr(
        "Recompute everything that is stored, and print a seal for each stream.\n\n"
        "A seal is a line with a number, a hash and a stream. The log alone cannot show that its "
        "newest events were cut off: keep the seals elsewhere and compare with --seals. Exit code 1 "
        "and no seals if there are faults."
    )
)
@click.option("--seals", type=FILE, help=tr("Compare with the seals an earlier run printed."))
def verify(seals: Path | None) -> None:
    """Recompute everything that is stored, and print a seal for each stream."""
    with _sentences():
        kept = _read_seals(seals) if seals else []
        with _log(_folders()) as log:
            faults, heads = log.verify(kept), log.streams("")
        for fault in faults:
            click.echo(f"{tr(fault.kind)}: {fault.text}", err=True)
        if faults:
            raise click.ClickException(
                tr(
                    "{count} fault(s) found. Nothing was changed; coach data restore FILE returns to a "
                    "backup.",
                    count=len(faults),
                )
            )
        for head in heads:
            click.echo(f"{head.number} {head.hash} {head.stream}")
        events = sum(head.number for head in heads)
        click.echo(
            tr("{streams} stream(s) with {events} event(s), no faults.", streams=len(heads), events=events),
            err=True,
        )


def _folders() -> "Folders":
    import os

    from coach.store.paths import Folders

    return Folders.from_environment(os.environ)


@contextmanager
def _log(folders: "Folders") -> Iterator["SqliteLog"]:
    """Open the database, which must exist: these commands look after one and make none."""
    from coach.store.errors import NoDatabase
    from coach.store.sqlite import SqliteLog

    if not folders.database.exists():
        raise NoDatabase(
            tr("There is no database at {database} yet; nothing was done.", database=folders.database)
        )
    log = SqliteLog.open(folders.database)
    try:
        yield log
    finally:
        log.close()


def _read_seals(file: Path) -> "list[Seal]":
    """Read lines of number, hash and stream, as ``verify`` prints them."""
    from coach.store.log import Seal

    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(
            tr("The seals in {file} cannot be read: {error}.", file=file, error=error)
        ) from error
    seals = []
    for place, line in enumerate(lines, 1):
        number, _, rest = line.partition(" ")
        digest, _, stream = rest.partition(" ")
        if not (number.isascii() and number.isdigit() and stream):
            raise click.UsageError(
                tr(
                    "{file}:{place} is not a seal; each line has a number, a hash, a stream.",
                    file=file,
                    place=place,
                )
            )
        seals.append(Seal(stream=stream, number=int(number), hash=digest))
    return seals


@contextmanager
def _sentences() -> Iterator[None]:
    """Show what the store says went wrong as a sentence on stderr, with exit code 1."""
    from coach.store.errors import StoreError

    try:
        yield
    except StoreError as error:
        raise click.ClickException(str(error)) from error
