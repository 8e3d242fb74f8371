"""Reading a table that somebody made elsewhere: CSV with named columns, every fault told by its row."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

from coach.core.conduct import Refused
from coach.core.record import Record
from coach.core.table import unguarded
from coach.core.text import visible
from coach.locale import tr, trn

MEGABYTE = 1_000_000
MOST_BYTES = 32 * MEGABYTE
MOST_TOLD = 5
"""So many faults are told, and how many more there are; the rest tend to be of the same kind."""

LONGEST = 100
"""Characters of a name."""

LONGEST_SHOWN = 30
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SEPARATORS = ",;\t"
WHOLE = re.compile(r"([0-9]{1,9})(?:[.,]0+)?", re.ASCII)
"""A whole number; some programs write 4.0 for 4."""

T = TypeVar("T")


class BrokenTable(Refused):
    """A file from which nothing is computed; the message lists what is wrong, row by row."""


class BadRow(Exception):  # noqa: N818 - reads as what it is
    """What is wrong with a row, as a clause that says what to do."""


class Row(Record):
    """A row with the wanted cells in their order, numbered as in a spreadsheet: the header is 1."""

    number: int
    cells: tuple[str, ...]


class Sheet(Record):
    """The rows of a file, and notes on what was left aside."""

    file: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def read_sheet(data: bytes, file: str, wanted: Sequence[str], also: Mapping[str, str] | None = None) -> Sheet:
    """Read a CSV file for the columns that are wanted, in any order; raises :class:`BrokenTable`.

    ``also`` gives other names of wanted columns; where a file has both, the wanted one counts.
    UTF-8, with or without a byte order mark; comma, semicolon or tab. Blank rows are passed over.
    """
    text = _decoded(data, file)
    rows = _rows(text, file)
    header = next(rows, None)
    if header is None:
        raise BrokenTable(
            tr(
                "{file} is empty; its first row must name {columns}.",
                file=visible(file),
                columns=_named(wanted),
            )
        )
    columns, notes = _columns(header, file, wanted, also or {})
    kept, faults = [], []
    for row in rows:
        if len(row.cells) == len(header.cells):
            cells = tuple(unguarded(row.cells[at]).strip() for at in columns)
            kept.append(Row(number=row.number, cells=cells))
        else:
            faults.append((row.number, _width(len(row.cells), len(header.cells))))
    if faults:
        raise broken(file, faults)
    return Sheet(file=file, rows=tuple(kept), notes=tuple(notes))


def convert(sheet: Sheet, read: Callable[[Row], T]) -> list[T]:
    """Read every row; what ``read`` raises as :class:`BadRow` is gathered into one :class:`BrokenTable`."""
    found, faults = [], []
    for row in sheet.rows:
        try:
            found.append(read(row))
        except BadRow as bad:
            faults.append((row.number, str(bad)))
    if faults:
        raise broken(sheet.file, faults)
    return found


def broken(file: str, faults: Sequence[tuple[int, str]]) -> BrokenTable:
    """Tell the first faults, each with its row, and how many more there are."""
    lines = [
        tr("{file}, row {number}: {what}.", file=visible(file), number=number, what=what)
        for number, what in faults[:MOST_TOLD]
    ]
    more = len(faults) - MOST_TOLD
    if more > 0:
        lines.append(
            trn("{n:,} more row is not right either.", "{n:,} more rows are not right either.", more)
        )
    return BrokenTable("\n".join([*lines, tr("Nothing was computed; mend the file and try again.")]))


def whole_number(text: str, column: str) -> int:
    """Read a whole number; raises :class:`BadRow`."""
    match = WHOLE.fullmatch(text)
    if not match:
        raise BadRow(
            tr("{column} {text} is no whole number; write digits only", column=column, text=shown(text))
        )
    return int(match[1])


def name(text: str, column: str) -> str:
    """Read a name; raises :class:`BadRow`."""
    if not text:
        raise BadRow(
            tr(
                "{column} is blank, so nobody knows what the row is about; fill it in or delete the row",
                column=column,
            )
        )
    if len(text) > LONGEST:
        raise BadRow(
            tr(
                "{column} {text} has more than {longest} characters; use a short name or code",
                column=column,
                text=shown(text),
                longest=LONGEST,
            )
        )
    return text


def shown(text: str) -> str:
    """Quote a text of somebody's, cut short."""
    seen = visible(text)
    return repr(seen if len(seen) <= LONGEST_SHOWN else f"{seen[: LONGEST_SHOWN - 1]}…")


def _decoded(data: bytes, file: str) -> str:
    if len(data) > MOST_BYTES:
        most = MOST_BYTES // MEGABYTE
        raise BrokenTable(
            tr(
                "{file} has more than {most} MB, more than is read at once; split it.",
                file=visible(file),
                most=most,
            )
        )
    if b"\0" in data:
        raise BrokenTable(
            tr("{file} holds no plain text; in a spreadsheet save it as “CSV UTF-8”.", file=visible(file))
        )
    plain = data.removeprefix(BYTE_ORDER_MARK)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError as error:
        what = tr(
            "the file is not UTF-8 but in another encoding such as Latin-1, so names with letters "
            "such as ü would come out wrong; save it as “CSV UTF-8”"
        )
        raise broken(file, [(plain[: error.start].count(b"\n") + 1, what)]) from None


def _rows(text: str, file: str) -> Iterator[Row]:
    """Give every row that is not blank; the separator is the one that the first line has most of."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((line for line in lines if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                yield Row(number=number, cells=tuple(cells))
    except csv.Error:
        what = tr("the row cannot be read; put double quotes around texts with separators, and double theirs")
        raise broken(file, [(number + 1, what)]) from None


def _columns(
    header: Row, file: str, wanted: Sequence[str], also: Mapping[str, str]
) -> tuple[list[int], list[str]]:
    """Find the wanted columns by their names; capitals and spaces around do not matter."""
    names = [cell.strip().casefold() for cell in header.cells]
    names = [also[one] if one in also and also[one] not in names else one for one in names]
    faults = [_missing(one, names, wanted) for one in wanted if one not in names]
    faults += [
        tr("the column {one} is there twice; delete one", one=one) for one in wanted if names.count(one) > 1
    ]
    if faults:
        raise broken(file, [(header.number, fault) for fault in faults])
    extra = [cell.strip() for cell, low in zip(header.cells, names, strict=True) if low and low not in wanted]
    notes = [_unused(extra)] if extra else []
    return [names.index(one) for one in wanted], notes


def _unused(columns: Sequence[str]) -> str:
    names = ", ".join(map(shown, columns))
    return trn("Not used: the column {names}.", "Not used: the columns {names}.", len(columns), names=names)


def _missing(column: str, names: Sequence[str], wanted: Sequence[str]) -> str:
    near = get_close_matches(column, [one for one in names if one not in wanted], n=1)
    if near:
        return tr("there is no column {column}; rename {name}", column=column, name=shown(near[0]))
    return tr(
        "there is no column {column}; the first row must name {columns}",
        column=column,
        columns=_named(wanted),
    )


def _width(cells: int, header: int) -> str:
    return trn(
        "it has {n} cell where the header has {header}, so it is unclear which is which; add or remove "
        "separators",
        "it has {n} cells where the header has {header}, so it is unclear which is which; add or remove "
        "separators",
        cells,
        header=header,
    )


def _named(wanted: Sequence[str]) -> str:
    return tr("{several} and {last}", several=", ".join(wanted[:-1]), last=wanted[-1])
