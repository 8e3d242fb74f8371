"""What people do with records on the screen: the questions that are asked, and the actions they end in."""

from functools import partial
from typing import TYPE_CHECKING

from coach.core.crm.actions import Convert, Create, Delete, LogCall, Refused, SetRole, Update
from coach.core.crm.matching import duplicates
from coach.core.crm.schema import LEAD, OPPORTUNITY, ROLE, TASK, Field, ObjectType
from coach.core.crm.state import Row
from coach.core.crm.values import Scalar
from coach.core.exercise import Unreadable
from coach.locale import tr, trn

from ..naming import called
from .conversion import conversion, questions
from .entries import Entry, Troubles
from .fields import BELOW, entries, for_new, held, typed, usual
from .keys import BOARD, RECORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from .frame import CrmFrame

Problems = list[tuple[str, str]]
"""Fields by their names, with what is wrong with each."""


def troubles(refusal: Refused) -> Problems:
    """Give the reasons of a refusal with the fields they belong to."""
    return [(trouble.field, trouble.text) for trouble in refusal.troubles]


def reset(crm: "CrmFrame") -> None:
    """Ask whether everything should be taken back."""
    count = len(crm.desk.actions)
    text = trn(
        "You did {n} thing; all of it will be gone.", "You did {n} things; all of it will be gone.", count
    )

    def answered(choice: int | None) -> None:
        if choice == 0:
            crm.desk.reset()
            crm.changed(tr("Everything is as it was at the start."))

    crm.ask(tr("Start again?"), text, (tr("Yes, take everything back"), tr("No")), answered)


def delete(crm: "CrmFrame") -> None:
    """Ask whether a record should go into the bin."""
    row = crm.current
    if row is None:
        crm.tell(tr("There is no record here to delete."), bad=True)
        return

    def answered(choice: int | None) -> None:
        if choice == 0:
            attempt(crm, lambda: crm.do(Delete(id=row.id)))

    title = tr("Delete “{name}”?", name=called(row, crm.desk.org))
    crm.ask(title, tr("u takes it back."), (tr("Yes, delete"), tr("No")), answered)


def attempt(crm: "CrmFrame", act: "Callable[[], object]") -> None:
    """Do something, and say why if it cannot be done."""
    try:
        act()
    except Refused as refusal:
        crm.tell(tr("Nothing was changed. {reason}", reason=refusal), bad=True)


def edit(crm: "CrmFrame", only: str = "") -> None:
    """Change all fields of the current record, or just one."""
    row = crm.current
    if row is None:
        crm.tell(tr("There is no record here to change; a makes one."), bad=True)
        return
    of = crm.desk.org.schema.objects[row.object]
    change(crm, row, tuple(field for field in of.writable if only in ("", field.name)))


def change(
    crm: "CrmFrame",
    row: Row,
    fields: tuple[Field, ...],
    proposed: dict[str, str] | None = None,
    refused: Troubles = (),
) -> None:
    """Ask for fields of a record. If others are named when it is refused, these are asked for as well.

    ``proposed`` stands in the fields instead of what the record holds, ``refused`` is what was wrong with it.
    """
    org = crm.desk.org
    of = org.schema.objects[row.object]
    before = held(org, row, fields)

    def save(given: dict[str, str]) -> Problems:
        changed, unread = typed(org, fields, given, before)
        if unread or not changed:
            return unread
        problems = saved(lambda: crm.do(Update(id=row.id, values=changed)))
        more = lacking(of, fields, problems)
        if more:
            crm.afterwards(partial(change, crm, row, (*fields, *more), given, problems))
            return []
        return problems

    asked = entries(org, fields, before | (proposed or {}))
    crm.fill_in(tr("{object} “{name}”", object=of.label, name=called(row, org)), asked, save, refused=refused)


def lacking(of: ObjectType, fields: tuple[Field, ...], problems: Problems) -> tuple[Field, ...]:
    """Give the fields that a refusal names and that were not asked for."""
    asked = {field.name for field in fields}
    named = (of.fields[name] for name, _ in problems if name in of.fields and name not in asked)
    return tuple(dict.fromkeys(field for field in named if not field.read_only))


def move(crm: "CrmFrame", record_id: str, stage: str) -> None:
    """Move a deal to a stage; what it lacks for that is asked for."""
    row = crm.desk.org.row(record_id)
    if row is None:
        return
    problems = saved(lambda: crm.do(Update(id=record_id, values={"StageName": stage})))
    of = crm.desk.org.schema.objects[row.object]
    stage_field = of.fields["StageName"]
    more = lacking(of, (stage_field,), problems)
    if more:
        change(crm, row, (stage_field, *more), {"StageName": stage}, problems)
    elif problems:
        sentences = " ".join(text for _, text in problems)
        crm.tell(tr("Nothing was changed. {reason}", reason=sentences), bad=True)


def saved(act: "Callable[[], object]") -> Problems:
    """Do something, and give the reasons if it cannot be done."""
    try:
        act()
    except Refused as refusal:
        return troubles(refusal)
    return []


def new(crm: "CrmFrame") -> None:
    """Make a record: of the list that is open, a deal on the board, or one that belongs to a record."""
    row, org = crm.current, crm.desk.org
    if crm.page == RECORD and row is not None and row.object in BELOW:
        below = BELOW[row.object]
        labels = tuple(org.schema.objects[name].label for name, _ in below)

        def answered(choice: int | None) -> None:
            if choice is not None:
                name, field = below[choice]
                create(crm, name, {field: called(row, org)})

        crm.ask(tr("New for “{name}”", name=called(row, org)), "", labels, answered)
        return
    create(crm, OPPORTUNITY if crm.page == BOARD else crm.lists.object, {})


def create(crm: "CrmFrame", name: str, given: dict[str, str]) -> None:
    """Ask for the fields of a new record; what may be there already is told before it is made."""
    org = crm.desk.org
    of = org.schema.objects[name]
    fields = for_new(of)
    proposed = usual(org, fields) | given

    def save(entered: dict[str, str]) -> Problems:
        values, unread = typed(org, fields, entered, {})
        if unread:
            return unread
        filled = {field: value for field, value in values.items() if value not in ("", "false")}
        return made(crm, name, filled)

    crm.fill_in(tr("New {object}", object=of.label), entries(org, fields, proposed), save, at_empty=True)


def made(crm: "CrmFrame", name: str, values: dict[str, Scalar]) -> Problems:
    """Make a record, unless one like it is there: then ask first."""
    org = crm.desk.org
    if name == ROLE:
        return saved(lambda: crm.do(role(values)))
    found = duplicates(org, name, {field: str(value) for field, value in values.items()})
    if not found:
        return saved(lambda: crm.do(Create(object=name, values=values)))
    use = tuple(tr("Use “{name}”: {why}", name=called(match.row, org), why=match.why) for match in found)

    def answered(choice: int | None) -> None:
        if choice is None:
            return
        if choice < len(found):
            crm.open_record(found[choice].row.id)
        else:
            attempt(crm, lambda: crm.do(Create(object=name, values=values)))

    text = tr("It looks like records that exist. Use one of them?")
    options = (*use, tr("Save it all the same"))
    crm.afterwards(partial(crm.ask, tr("Is it there already?"), text, options, answered))
    return []


def role(values: dict[str, Scalar]) -> SetRole:
    """Make the action that gives a contact a role."""
    return SetRole(
        opportunity=str(values.get("OpportunityId", "")),
        contact=str(values.get("ContactId", "")),
        role=str(values.get("Role", "")),
        primary=values.get("IsPrimary") == "true",
    )


def convert(crm: "CrmFrame") -> None:
    """Ask how a lead is to be converted."""
    row, org = crm.current, crm.desk.org
    if row is None or row.object != LEAD:
        crm.tell(tr("Only a lead can be converted. 1 lists the leads."), bad=True)
        return
    if row.get("IsConverted"):
        crm.tell(tr("“{name}” is converted already.", name=row.name), bad=True)
        return

    def save(given: dict[str, str]) -> Problems:
        try:
            action: Convert = conversion(org, row, given)
        except Unreadable as trouble:
            return [("other", str(trouble))]
        return [(FIELD_OF.get(field, field), text) for field, text in saved(lambda: crm.do(action))]

    crm.fill_in(tr("Convert “{name}” (a real CRM has no undo)", name=row.name), questions(org, row), save)


FIELD_OF = {
    "AccountId": "account",
    "ContactId": "contact",
    "OpportunityId": "opportunity",
    "Status": "status",
}
"""Which question of the conversion a refusal belongs to."""


def log(crm: "CrmFrame") -> None:
    """Ask for a note on a call or a meeting about the current record."""
    row, org = crm.current, crm.desk.org
    about = subject_of(row) if row is not None else None
    if row is None or about is None:
        crm.tell(tr("Calls are logged on a lead, a contact, an account or an opportunity."), bad=True)
        return

    def save(given: dict[str, str]) -> Problems:
        if not given["notes"].strip():
            return [("notes", tr("Write what was said and what was agreed."))]
        who, what = about
        action = LogCall(notes=given["notes"], subject=given["subject"], who=who, what=what)
        return saved(lambda: crm.do(action))

    subject, profile = org.schema.objects[TASK].fields["Subject"], org.profile
    usually = profile.label("task_subjects", "Call")
    subjects = [profile.label("task_subjects", one) for one in profile.task_subjects]
    asked = (
        Entry("subject", subject.label, usually, proposals=lambda: subjects, longest=255),
        Entry("notes", tr("What was said, what was agreed"), longest=4_000),
    )
    crm.fill_in(tr("A call or meeting with “{name}”", name=called(row, org)), asked, save, at_empty=True)


def subject_of(row: Row) -> tuple[str, str] | None:
    """Say who and what a call about a record is with."""
    match row.object:
        case "Lead" | "Contact":
            return row.id, ""
        case "Account" | "Opportunity":
            return "", row.id
        case _:
            return None
