"""Reading a CSV file as the Data Loader has it: UTF-8, commas, a header of field names, one object."""

import csv
import re
from collections.abc import Iterator
from itertools import islice

from coach.core.crm.codes import FORMULA_IN_CELL, UNREADABLE_TABLE
from coach.core.crm.draft import Refused, Trouble
from coach.core.record import Record
from coach.core.table import FORMULAS, unguarded
from coach.core.text import visible
from coach.locale import tr

MEGABYTE = 1_000_000
MOST_BYTES = 10 * MEGABYTE
MOST_ROWS = 50_000
MOST_TOLD = 20
"""So many cells that look like formulas are told; more would only bury them."""

LONGEST_SHOWN = 30
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
NO_FORMULA = re.compile(r"[-+][0-9 ()./,-]*", re.ASCII)
"""Telephone numbers and negative amounts begin like formulas and are none."""


class Fault(Record):
    """What is wrong in a file, and where: line and column count from 1, columns in cells."""

    file: str
    line: int
    column: int
    code: str
    text: str

    def __str__(self) -> str:
        return f"{visible(self.file)}:{self.line}:{self.column} {self.code} {self.text}"


class Unloadable(Refused):
    """A file that cannot be loaded at all; ``fault`` says where and why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__([Trouble(field="csv", text=str(fault))])


class Line(Record):
    """A row of a file with the line it begins on."""

    number: int
    cells: tuple[str, ...]


class Sheet(Record):
    """A file that was read: its header, its rows, and the cells in them that look like formulas."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    warnings: tuple[Fault, ...]


def decode(data: bytes, file: str) -> str:
    """Decode a file, with or without a byte order mark; raises :class:`Unloadable`.

    Large files are refused before anything is done with them.
    """
    if len(data) > MOST_BYTES:
        raise unloadable(file, 1, 1, _too_large(len(data)))
    if b"\0" in data:
        text = tr("the file holds no plain text; in a spreadsheet save it as “CSV UTF-8”")
        raise unloadable(file, 1, 1, text)
    data = data.removeprefix(BYTE_ORDER_MARK)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        text = tr(
            "the file is not UTF-8 but in another encoding such as Latin-1, so letters such as ü "
            "would come out wrong; save it as “CSV UTF-8”"
        )
        line_start = before.rfind(b"\n") + 1
        column = 1 + before[line_start:].count(b",")
        raise unloadable(file, before.count(b"\n") + 1, column, text) from None


def read_sheet(text: str, file: str) -> Sheet:
    """Read a CSV text; raises :class:`Unloadable`. No cell is ever taken for anything but text."""
    if len(text) > MOST_BYTES:
        raise unloadable(file, 1, 1, _too_large(len(text)))
    lines = _lines(text.removeprefix("\ufeff"), file)
    first = next(lines, None)
    if first is None:
        raise unloadable(
            file, 1, 1, tr("the file is empty; its first line must name the fields, such as LastName")
        )
    header = tuple(cell.strip() for cell in first.cells)
    _mind_header(header, file)
    rows = tuple(islice(lines, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        text = tr("the file has more than {most:,} rows; split it", most=MOST_ROWS)
        raise unloadable(file, rows[-1].number, 1, text)
    warnings = tuple(islice(_formulas(header, rows, file), MOST_TOLD))
    kept = tuple(Line(number=row.number, cells=tuple(map(unguarded, row.cells))) for row in rows)
    return Sheet(header=header, lines=kept, warnings=warnings)


def _lines(text: str, file: str) -> Iterator[Line]:
    """Give every row that is not blank with the number of its first line."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader((f"{line}\n" for line in plain.split("\n")), strict=True)
    number = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Line(number=number, cells=tuple(cells))
            number = reader.line_num + 1
    except csv.Error:
        said = tr(
            "the row cannot be read; put texts with commas or line breaks in double quotes and double theirs"
        )
        raise unloadable(file, number, 1, said) from None


def _mind_header(header: tuple[str, ...], file: str) -> None:
    if len(header) == 1 and re.search(r"[;\t]", header[0]):
        said = tr(
            "the cells are separated by semicolons or tabs, so nothing can be found; save it with commas"
        )
        raise unloadable(file, 1, 1, said)
    for place, name in enumerate(header, 1):
        if not name:
            raise unloadable(
                file, 1, place, tr("the header has an empty cell; name the field or delete the column")
            )
        if name in header[: place - 1]:
            said = tr(
                "the column {given} is there twice, so it is unclear which one counts; delete one",
                given=_shown(name),
            )
            raise unloadable(file, 1, place, said)


def _formulas(header: tuple[str, ...], rows: tuple[Line, ...], file: str) -> Iterator[Fault]:
    """Tell of cells that a spreadsheet would work out; here they are text."""
    for row in rows:
        for place, cell in enumerate(row.cells, 1):
            if cell.startswith(FORMULAS) and not NO_FORMULA.fullmatch(cell):
                name = header[place - 1] if place <= len(header) else "?"
                text = tr(
                    "{name} begins like a formula ({cell}); it is kept as plain text and never worked out",
                    name=name,
                    cell=_shown(cell),
                )
                yield Fault(file=file, line=row.number, column=place, code=FORMULA_IN_CELL, text=text)


def _too_large(size: int) -> str:
    most = MOST_BYTES // MEGABYTE
    return tr(
        "the file has {size:.0f} MB and at most {most} MB are loaded at once; split it",
        size=size / MEGABYTE,
        most=most,
    )


def _shown(word: str) -> str:
    text = visible(word)
    return repr(text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…")


def unloadable(file: str, line: int, column: int, text: str) -> Unloadable:
    """Make the refusal of a whole file."""
    return Unloadable(Fault(file=file, line=line, column=column, code=UNREADABLE_TABLE, text=text))
