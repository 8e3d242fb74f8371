"""Files on the screen: importing a CSV file, keeping its tables, and taking the whole org along."""

from functools import partial
from typing import TYPE_CHECKING

from coach.core.crm.actions import Applied, Import, Refused
from coach.core.crm.dataloader import export
from coach.core.exercise import Unreadable
from coach.locale import mark, tr

from ..verbs import loading
from .entries import Entry
from .files import csv_at, keep
from .working import troubles

if TYPE_CHECKING:
    from .frame import CrmFrame
    from .working import Problems

OPERATIONS = (
    ("insert", mark("insert: make a record of every row")),
    ("update", mark("update: change the records whose Id a row has")),
    ("upsert", mark("upsert: change what the external id finds, make the rest")),
    ("delete", mark("delete: put the records whose Id a row has into the bin")),
)


def files(crm: "CrmFrame") -> None:
    """Ask what to do with files."""
    own = tuple(crm.spec.files)
    options = (
        *(tr("Import {file}", file=name) for name in own),
        tr("Import another CSV file"),
        tr("Export all records as CSV files"),
    )

    def answered(choice: int | None) -> None:
        if choice is None:
            return
        if choice == len(own) + 1:
            take_along(crm)
        else:
            load(crm, own[choice] if choice < len(own) else "")

    crm.ask(tr("Files"), "", options, answered)


def load(crm: "CrmFrame", name: str) -> None:
    """Ask what a file holds and how it is loaded; without a name, which file."""
    org = crm.desk.org
    objects = tuple((one.name, one.plural) for one in org.schema.objects.values())
    operations = tuple((operation, tr(title)) for operation, title in OPERATIONS)
    asked = [
        Entry("object", tr("What the rows are"), crm.lists.object, objects),
        Entry("operation", tr("What is done with them"), "insert", operations),
        Entry("external", tr("For upsert: the field with the external id"), longest=80),
    ]
    if not name:
        asked.insert(0, Entry("path", tr("Path of the file"), longest=1_000))

    def save(given: dict[str, str]) -> "Problems":
        try:
            applied = crm.do(_import(crm, name, given))
        except Unreadable as trouble:
            return [("path", str(trouble))]
        except Refused as refusal:
            return troubles(refusal)
        crm.afterwards(partial(tables, crm, applied))
        return []

    title = tr("Import {file}", file=name) if name else tr("Import a CSV file")
    crm.fill_in(title, tuple(asked), save)


def _import(crm: "CrmFrame", name: str, given: dict[str, str]) -> Import:
    text = crm.spec.files[name] if name else csv_at(given["path"])
    file = name or given["path"].strip().replace("\\", "/").rpartition("/")[2]
    return loading(given["object"], given["operation"], text, given["external"].strip(), file)


def tables(crm: "CrmFrame", applied: Applied) -> None:
    """Show which rows were not loaded, and ask whether both tables should be kept as files."""
    failed = applied.errors.splitlines()[1:]
    text = "\n".join(applied.told)
    if failed:
        most = 5
        text = "\n".join([text, tr("Not loaded, with the reason at the end:"), *failed[:most]])
        if len(failed) > most:
            text = "\n".join([text, tr("and {more} more", more=len(failed) - most)])

    def answered(choice: int | None) -> None:
        if choice == 1:
            _keep(crm, {"success": applied.success, "error": applied.errors}, "import")

    options = (tr("Go on"), tr("Save the tables of success and errors into a folder here"))
    crm.ask(tr("Imported"), text, options, answered)


def take_along(crm: "CrmFrame") -> None:
    """Write every object's records as a CSV file."""
    _keep(crm, export(crm.desk.org), f"crm-{crm.spec.id}")


def _keep(crm: "CrmFrame", found: dict[str, str], folder: str) -> None:
    try:
        where = keep(found, folder)
    except OSError as error:
        crm.tell(
            tr(
                "The files could not be written: {reason}. Start the program in another folder.",
                reason=error.strerror,
            ),
            bad=True,
        )
    else:
        crm.tell(tr("Written: {count} files in {folder}.", count=len(found), folder=where))
