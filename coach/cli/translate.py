"""``coach translate``: content in other languages."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.locale import SOURCE, figure, tr, trn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coach.content.translating import Translatable
    from coach.content.translations import Standing

LANGUAGE = r"^[a-z]{2}$"


@click.group(
    help=tr(
        "Carry content into another language.\n\n"
        "Translations are gettext catalogues beside the content, such as locale/de/NAME.po, which Poedit "
        "and Weblate open. A NAME is a module, a bank (with its kits and sample answers), a file or a "
        "folder; without one it is all content."
    )
)
def translate() -> None:
    """Carry content into another language."""


def _language(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    import re

    if not re.match(LANGUAGE, value) or value == SOURCE:
        raise click.BadParameter(tr("give two small letters, such as de"))
    return value


names = click.argument("names", nargs=-1, metavar="[NAME]…")
lang = click.option(
    "--lang",
    "language",
    default="de",
    show_default=True,
    callback=_language,
    help=tr("The language, such as de."),
)


@translate.command(help=tr("Write templates (.pot) with everything that there is to translate."))
@names
def extract(names: tuple[str, ...]) -> None:
    """Write templates (.pot) with everything that there is to translate."""
    from coach.content.translating import extract as write

    for file in _files(names):
        path = write(file, _today())
        click.echo(f"{click.format_filename(path)}  {trn('{n} text', '{n} texts', len(file.texts))}")


@translate.command(
    help=tr(
        "Make catalogues, or bring them up to date with the content.\n\n"
        "What was translated stays. A text that was changed keeps its translation, marked as fuzzy, and "
        "is shown in the source's language until a translator has read it."
    )
)
@names
@lang
@click.option(
    "--from",
    "given",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=tr("A catalogue with translations to take over; goes with one file."),
)
def merge(names: tuple[str, ...], language: str, given: Path | None) -> None:
    """Make catalogues, or bring them up to date with the content."""
    from coach.content.translating import merge as bring

    found = list(_files(names))
    if given and len(found) != 1:
        raise click.UsageError(tr("--from goes with one file of content: name the file."))
    for file in found:
        click.echo(_line(file, bring(file, language, _today(), given)))


@translate.command(
    help=tr("Say how far content is translated; the exit code is 1 if anything is left to do.")
)
@names
@lang
def status(names: tuple[str, ...], language: str) -> None:
    """Say how far content is translated; the exit code is 1 if anything is left to do."""
    from coach.content.translating import standing

    done = texts = wrong = 0
    for file in _files(names):
        found = standing(file, language)
        click.echo(_line(file, found))
        done, texts = done + found.done, texts + len(found.texts)
        wrong += len(found.stale) + len(found.faults)
    percent = figure(100 * done / texts if texts else 100, ".1f").removesuffix("0").rstrip(".,")
    click.echo(
        tr("{done} of {texts} texts are translated: {percent} %.", done=done, texts=texts, percent=percent),
        err=True,
    )
    if done < texts or wrong:
        raise SystemExit(1)


def _files(names: tuple[str, ...]) -> "Iterator[Translatable]":
    """Find the files that are meant; raises a usage error if there is nothing to translate in them."""
    from coach.cli.check import library
    from coach.content.translating import everything, named, translatable

    shelves = library()
    paths = [path for name in names for path in named(shelves, name)] if names else everything(shelves)
    found = list(translatable(dict.fromkeys(paths)))
    if not found:
        raise click.UsageError(tr("There is nothing to translate there."))
    yield from found


def _line(file: "Translatable", found: "Standing") -> str:
    """Give a line about one file."""
    said = [tr("{done} of {texts}", done=found.done, texts=len(found.texts))]
    if found.stale:
        said.append(trn("{n} to be read again", "{n} to be read again", len(found.stale)))
    if found.faults:
        said.append(trn("{n} cannot be used", "{n} cannot be used", len(found.faults)))
    return f"{_short(file.path)}  {', '.join(said)}"


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path)


def _today() -> "date":
    from datetime import date

    return date.today()  # noqa: DTZ011 - the author's own day
