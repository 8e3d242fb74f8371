"""``coach data``: where things are, and how they are kept safe."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coach.store.log import Seal
    from coach.store.paths import Folders
    from coach.store.sqlite import SqliteLog

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def data() -> None:
    """Find, back up, restore and verify what Coach keeps."""


@data.command()
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


@data.command()
@click.argument("file", type=FILE, required=False)
def backup(file: Path | None) -> None:
    """Copy the database to FILE, or to a dated file in the backups folder; print its name.

    FILE must not exist. The copy is verified; Coach may be running meanwhile.
    """
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
                f"The copy is complete, but the database has {len(faults)} fault(s), the first: "
                f"{faults[0].text}. Run coach data verify."
            )


@data.command()
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore(file: Path, yes: bool) -> None:
    """Return to the backup in FILE, once it is verified.

    The replaced database stays beside the new one under a dated name, which is printed.
    """
    with _sentences():
        from datetime import UTC, datetime

        from coach.store.restore import require_file
        from coach.store.restore import restore as put_back

        require_file(file)
        folders = _folders()
        if folders.database.exists() and not yes:
            click.confirm(f"Replace {folders.database} by {file}?", abort=True, err=True)
        kept = put_back(file, folders.database, at=datetime.now(UTC))
        click.echo(f"Restored {file}.", err=True)
        if kept:
            click.echo("What it replaced is kept as:", err=True)
            click.echo(kept)


@data.command()
@click.option("--seals", type=FILE, help="Compare with the seals an earlier run printed.")
def verify(seals: Path | None) -> None:
    """Recompute everything that is stored, and print a seal for each stream.

    A seal is a line with a number, a hash and a stream. The log alone cannot show that its newest
    events were cut off: keep the seals elsewhere and compare with --seals. Exit code 1 and no seals
    if there are faults.
    """
    with _sentences():
        kept = _read_seals(seals) if seals else []
        with _log(_folders()) as log:
            faults, heads = log.verify(kept), log.streams("")
        for fault in faults:
            click.echo(f"{fault.kind}: {fault.text}", err=True)
        if faults:
            raise click.ClickException(
                f"{len(faults)} fault(s) found. Nothing was changed; "
                "coach data restore FILE returns to a backup."
            )
        for head in heads:
            click.echo(f"{head.number} {head.hash} {head.stream}")
        events = sum(head.number for head in heads)
        click.echo(f"{len(heads)} stream(s) with {events} event(s), no faults.", err=True)


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
        raise NoDatabase(f"There is no database at {folders.database} yet; nothing was done.")
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
        raise click.UsageError(f"The seals in {file} cannot be read: {error}.") from error
    seals = []
    for place, line in enumerate(lines, 1):
        number, _, rest = line.partition(" ")
        digest, _, stream = rest.partition(" ")
        if not (number.isascii() and number.isdigit() and stream):
            raise click.UsageError(f"{file}:{place} is not a seal; each line has a number, a hash, a stream.")
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
