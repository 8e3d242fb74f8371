"""What the commands of the plain CRM mean: looking at the org, and actions in it."""

from collections.abc import Callable

from coach.core.crm.actions import Action, Convert, Create, Delete, Import, LogCall, SetRole, Undelete, Update
from coach.core.crm.schema import ObjectType
from coach.core.crm.state import Org, Row
from coach.core.crm.values import Scalar, written
from coach.core.crm.views import ListView, listed
from coach.core.exercise import Unreadable
from coach.locale import tr

from . import aloud
from .alike import alike
from .desk import Desk
from .entry import entered, field_named, find, names, object_named
from .german import english
from .lines import Command
from .naming import seen


def _list(desk: Desk, command: Command) -> str:
    org = desk.org
    if not command.words:
        raise Unreadable(tr("Say what to list. Type for example list leads."))
    owner, words = _listed_object(org, command.words)
    rows = listed(org, ListView(id="all", title="all", object=owner.name, columns=()))
    for name, text in command.given:
        field = field_named(name, owner)
        rows = tuple(row for row in rows if _fits(org, row, field.name, text))
    for text in words:
        rows = tuple(row for row in rows if names(row, org, text))
    return aloud.rows_in_words(org, owner, rows)


def _listed_object(org: Org, words: tuple[str, ...]) -> tuple[ObjectType, tuple[str, ...]]:
    """Find the object that is named by the first two words, or by the first; give the rest as well."""
    try:
        return object_named(" ".join(words[:2]), org), words[2:]
    except Unreadable:
        return object_named(words[0], org), words[1:]


def _fits(org: Org, row: Row, field: str, text: str) -> bool:
    """Whether a field holds a text, or something like it."""
    found = seen(row, org, field)
    if not text:
        return not found
    held = row.get(field)
    return text.casefold() in (found.casefold(), written(held).casefold()) or alike(found, text)


def _show(desk: Desk, command: Command) -> str:
    return aloud.record_in_words(desk.org, find(_text(command, 0, tr("show roth")), desk.org))


def _new(desk: Desk, command: Command) -> Action:
    owner = object_named(_text(command, 0, tr('new task Subject="Call"')), desk.org)
    if len(command.words) > 1:
        raise Unreadable(
            tr(
                'Give every field its name. Type for example new {object} Description="…".',
                object=command.words[0],
            )
        )
    return Create(object=owner.name, values=_values(desk.org, owner, command))


def _set(desk: Desk, command: Command) -> Action:
    row = find(_text(command, 0, tr("set roth Phone=0123")), desk.org)
    values = _values(desk.org, desk.org.schema.objects[row.object], command)
    if not values:
        raise Unreadable(tr("Say which field to change. Type for example set roth Phone=0123."))
    return Update(id=row.id, values=values)


def _values(org: Org, owner: ObjectType, command: Command) -> dict[str, Scalar]:
    fields = [(field_named(name, owner), text) for name, text in command.given]
    return {field.name: entered(field, text, org) for field, text in fields}


def _convert(desk: Desk, command: Command) -> Action:
    org, given = desk.org, {english(name): text for name, text in command.given}
    lead = find(_text(command, 0, tr("convert roth")), org, "Lead")
    strange = set(given) - {"account", "contact", "opportunity", "name", "status", "owner"}
    if strange:
        raise Unreadable(
            tr(
                "Conversion knows no {name!r}. Type account=, contact=, opportunity=, name=, status= "
                "or owner=.",
                name=min(strange)[:40],
            )
        )
    none = english(given.get("opportunity", "")) == "none"
    return Convert(
        lead=lead.id,
        status=given.get("status", ""),
        account=_id(given.get("account", ""), org, "Account"),
        contact=_id(given.get("contact", ""), org, "Contact"),
        opportunity="" if none else _id(given.get("opportunity", ""), org, "Opportunity"),
        opportunity_name=given.get("name", ""),
        no_opportunity=none,
        owner=given.get("owner", ""),
    )


def _id(text: str, org: Org, kind: str) -> str:
    return find(text, org, kind).id if text else ""


def _role(desk: Desk, command: Command) -> Action:
    example = tr('role pilot "Anna Roth" "Decision Maker" primary')
    deal = find(_text(command, 0, example), desk.org, "Opportunity")
    contact = find(_text(command, 1, example), desk.org, "Contact")
    rest = [word for word in command.words[2:] if english(word) != "primary"]
    primary = len(rest) < len(command.words[2:])
    return SetRole(opportunity=deal.id, contact=contact.id, role=" ".join(rest), primary=primary)


def _call(desk: Desk, command: Command) -> Action:
    row = find(
        _text(command, 0, tr('call roth "She wants a quote"')),
        desk.org,
        "Lead",
        "Contact",
        "Account",
        "Opportunity",
    )
    who = row.object in ("Lead", "Contact")
    return LogCall(notes=" ".join(command.words[1:]), who=row.id if who else "", what="" if who else row.id)


def _delete(desk: Desk, command: Command) -> Action:
    return Delete(id=find(_text(command, 0, tr("delete roth")), desk.org).id)


def _restore(desk: Desk, command: Command) -> Action:
    text = _text(command, 0, tr("restore 00Q000000000001"))
    return Undelete(id=desk.org.keys.get(text, text))


def _import(desk: Desk, command: Command) -> Action:
    files = desk.spec.files
    example = tr("import leads.csv insert leads")
    name = _text(command, 0, example)
    if name not in files:
        known = ", ".join(files) or tr("none in this task")
        raise Unreadable(
            tr("There is no file {name!r}. Files to import are: {known}.", name=name[:60], known=known)
        )
    operation = english(_text(command, 1, example))
    owner = object_named(_text(command, 2, example), desk.org)
    named = {english(key): text for key, text in command.given}.get("external", "")
    external = field_named(named, owner).name if named else ""
    return loading(owner.name, operation, files[name], external, name)


def loading(kind: str, operation: str, csv: str, external: str, file: str) -> Import:
    """Make an import; raises :class:`Unreadable` for an operation that there is not."""
    match operation:
        case "insert" | "update" | "upsert" | "delete" | "hard_delete":
            return Import(object=kind, operation=operation, csv=csv, external_id=external, file=file)
        case _:
            raise Unreadable(
                tr(
                    "A file cannot be loaded by {operation!r}. Type insert, update, upsert or delete.",
                    operation=operation[:40],
                )
            )


def _text(command: Command, place: int, example: str) -> str:
    """Give a word of a command that must be there."""
    if len(command.words) <= place:
        raise Unreadable(
            tr(
                "The command {verb} needs more. Type for example: {example}.",
                verb=command.verb,
                example=example,
            )
        )
    return command.words[place]


LOOKING: dict[str, Callable[[Desk, Command], str]] = {
    "check": lambda desk, _command: aloud.checks_in_words(desk.spec, desk.org),
    "board": lambda desk, _command: aloud.board_in_words(desk.org),
    "forecast": lambda desk, _command: aloud.forecast_in_words(desk.org),
    "list": _list,
    "show": _show,
}
WORKING: dict[str, Callable[[Desk, Command], Action]] = {
    "new": _new,
    "set": _set,
    "convert": _convert,
    "role": _role,
    "call": _call,
    "delete": _delete,
    "restore": _restore,
    "import": _import,
}
