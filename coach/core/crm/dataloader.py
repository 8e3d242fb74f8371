"""Import and export as with the Data Loader: rows of CSV in, and the tables of what was loaded and what not.

As there, an empty cell leaves a field alone, and ``#N/A`` empties it. Columns of fields that the CRM sets
by itself are passed over, so that an export can be loaded again.
"""

from collections.abc import Iterable
from typing import Literal

from coach.core.crm.csvfile import Line, Sheet, read_sheet, unloadable
from coach.core.crm.draft import Draft, Refused, refused
from coach.core.crm.records import change, make, remove
from coach.core.crm.saving import object_called, shown
from coach.core.crm.schema import Field, ObjectType
from coach.core.crm.state import Org, Row
from coach.core.crm.values import Scalar, written
from coach.core.record import Record
from coach.core.table import guarded, table
from coach.locale import mark, tr, trn

EMPTY = "#N/A"
ID = "Id"
DONE = {
    "insert": "Item Created",
    "update": "Item Updated",
    "upsert": "Item Updated",
    "delete": "Item Deleted",
    "hard_delete": "Item Deleted",
}


THE_FILE = mark("the file")
"""What a text is called that has no name."""


class Import(Record, tag_field="do", tag="import"):
    """Load a CSV text whose header names fields as in the API.

    ``update`` and ``delete`` need a column Id, ``upsert`` needs Id or the field ``external_id``;
    ``hard_delete`` skips the recycle bin. ``file`` is what the text is called in messages.
    """

    object: str
    operation: Literal["insert", "update", "upsert", "delete", "hard_delete"]
    csv: str
    external_id: str = ""
    file: str = THE_FILE


def load(draft: Draft, action: Import) -> tuple[str, str]:
    """Load a file row by row; give the table of rows that were loaded and of those that were not, with why.

    Raises :class:`Refused` where the file as a whole cannot be loaded.
    """
    of = object_called(draft, action.object)
    file = name_of(action.file)
    sheet = read_sheet(action.csv, file)
    loading = _Loading(draft, of, sheet, action)
    done: list[list[str]] = []
    failed: list[list[str]] = []
    for line in sheet.lines:
        try:
            record_id, said = loading.row(line)
        except Refused as refusal:
            failed.append([*line.cells, str(refusal)])
        else:
            done.append([record_id, *line.cells, said])
    draft.told = [_told(file, len(done), len(failed)), *(f"{warning}." for warning in sheet.warnings)]
    success = [["ID", *sheet.header, "STATUS"], *done]
    return _safe(success), _safe([[*sheet.header, "ERROR"], *failed])


def name_of(file: str) -> str:
    """Say what a file is called; one that has no name in the words of the language."""
    return tr(THE_FILE) if file == THE_FILE else file


def _told(file: str, done: int, failed: int) -> str:
    """Say how many rows were loaded, and how many were not."""
    if not failed:
        return trn("{n} row of {file} loaded.", "{n} rows of {file} loaded.", done, file=file)
    return trn(
        "{n} row of {file} loaded, {failed} not: the error table says why.",
        "{n} rows of {file} loaded, {failed} not: the error table says why.",
        done,
        file=file,
        failed=failed,
    )


class _Loading:
    """One import: which columns count, and which record a row is about."""

    def __init__(self, draft: Draft, of: ObjectType, sheet: Sheet, action: Import) -> None:
        self._draft, self._of, self._header, self._action = draft, of, sheet.header, action
        self._key = action.external_id or ID
        self._mind_columns()
        skipped = {name for name in sheet.header if name == ID or of.fields[name].read_only}
        self._places = [(place, name) for place, name in enumerate(sheet.header) if name not in skipped]
        self._by_key: dict[str, list[str]] = {}
        if action.operation == "upsert" and self._key != ID:
            for row in draft.rows(of.name):
                self._by_key.setdefault(str(row.values.get(self._key, "")), []).append(row.id)

    def row(self, line: Line) -> tuple[str, str]:
        """Load a row: give the id of its record and what was done; raises :class:`Refused`."""
        if len(line.cells) != len(self._header):
            raise refused(
                tr(
                    "Line {number} has {cells} cells and the header {header}; put texts with commas in "
                    "double quotes.",
                    number=line.number,
                    cells=len(line.cells),
                    header=len(self._header),
                )
            )
        draft, action = self._draft, self._action
        cells = dict(zip(self._header, (cell.strip() for cell in line.cells), strict=True))
        if action.operation in ("delete", "hard_delete"):
            row = self._record(cells[ID])
            remove(draft, row, for_good=action.operation == "hard_delete")
            return row.id, DONE[action.operation]
        found = None if action.operation == "insert" else self._found(cells)
        values = self._values(line)
        if found is not None:
            return change(draft, found, values).id, DONE["update"]
        made = make(draft, self._of, values)
        if self._key != ID:
            self._by_key.setdefault(str(made.values.get(self._key, "")), []).append(made.id)
        return made.id, DONE["insert"]

    def _values(self, line: Line) -> dict[str, Scalar]:
        given = ((name, line.cells[place]) for place, name in self._places)
        return {name: None if cell.strip() == EMPTY else cell for name, cell in given if cell.strip()}

    def _found(self, cells: dict[str, str]) -> Row | None:
        """Find the record that a row is to change; ``None`` if an upsert is to make one."""
        wanted = cells[self._key]
        if self._action.operation == "update":
            return self._record(wanted)
        if not wanted or self._key == ID:
            return self._record(wanted) if wanted else None
        ids = self._by_key.get(wanted, [])
        if len(ids) > 1:
            raise refused(
                tr(
                    "{count} records have the {key} {given}, so none is changed.",
                    count=len(ids),
                    key=self._key,
                    given=shown(wanted),
                )
            )
        return self._record(ids[0]) if ids else None

    def _record(self, record_id: str) -> Row:
        row = self._draft.row(record_id)
        if row is None or row.object != self._of.name:
            raise refused(
                tr("There is no {name} with the Id {given}.", name=self._of.name, given=shown(record_id))
            )
        return row

    def _mind_columns(self) -> None:
        """Refuse a file whose columns do not fit the object, or lack the one that finds records."""
        fields, file = self._of.fields, name_of(self._action.file)
        for place, name in enumerate(self._header, 1):
            if name != ID and name not in fields:
                near = next((known for known in fields if known.casefold() == name.casefold()), "")
                raise unloadable(file, 1, place, self._unknown(name, near))
        self._mind_key(fields, file)

    def _unknown(self, name: str, near: str) -> str:
        """Say that a column names no field."""
        if near:
            return tr(
                "{object} has no field {name}; did you mean {near}?",
                object=self._of.name,
                name=shown(name),
                near=near,
            )
        return tr(
            "{object} has no field {name}; delete the column or name a field of the object",
            object=self._of.name,
            name=shown(name),
        )

    def _mind_key(self, fields: dict[str, Field], file: str) -> None:
        """Refuse a file without the column that finds records."""
        if self._key != ID and (self._key not in fields or not fields[self._key].external_id):
            raise refused(
                tr(
                    "{given} is no external id of {name}, so it cannot find records.",
                    given=shown(self._key),
                    name=self._of.name,
                )
            )
        if self._action.operation != "insert" and self._key not in self._header:
            said = tr(
                "{operation} needs the column {key} to find the records; add it",
                operation=self._action.operation,
                key=self._key,
            )
            raise unloadable(file, 1, 1, said)


def export(org: Org) -> dict[str, str]:
    """Give every object's records as a CSV text with all fields, the Id first.

    Cells are guarded as in :mod:`coach.core.table`; an import takes the guards away again.
    """
    return {
        name: _safe(
            [
                [ID, *of.fields],
                *(
                    [row.id, *(written(row.values.get(field)) for field in of.fields)]
                    for row in org.rows(name)
                ),
            ]
        )
        for name, of in org.schema.objects.items()
    }


def _safe(rows: Iterable[Iterable[str]]) -> str:
    return table([guarded(cell) for cell in row] for row in rows)
