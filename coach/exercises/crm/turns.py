"""The CRM by typed commands: for screen readers, for scripts, and for answers in one line."""

from coach.core.crm.actions import Action, Create, Refused
from coach.core.crm.matching import duplicates
from coach.core.crm.state import Org
from coach.core.exercise import Unreadable
from coach.core.prose import unmarked
from coach.exercises.base import Turn
from coach.locale import mark, tr, trn

from .desk import Desk
from .lines import Command, commands
from .naming import called
from .replay import replay, start
from .spec import Response, Spec
from .verbs import LOOKING, WORKING
from .wording import in_words

HELP = mark("""\
Looking:
  list leads                            also accounts, contacts, opportunities, tasks, events
  list opportunities Stage=Prospecting  only those; list leads roth finds by name
  show RECORD                           all about a record, named by its name, a part of it, or its id
  board, forecast                       the pipeline by stage, and what it adds up to
Working:
  new task Subject="Call" Who=roth      makes a record; fields by their names
  set RECORD Amount=48000 CloseDate=+14 changes fields; Field="" empties one
  convert LEAD account=… contact=… opportunity=… (or none) name="…" status="…"
  role OPPORTUNITY CONTACT "Decision Maker" primary
  call RECORD "what was said"           logs a call
  delete RECORD, restore ID             into the recycle bin and out of it
  import FILE insert leads              also update, upsert (external=Field), delete
The task:
  task, check                           what is asked, and how it stands
  undo, reset                           takes back the last thing done, or all of it
  done                                  hands in
Texts of several words stand in double quotes; commands in one line are divided by ;""")
HOW = mark(
    'Type a command, such as list leads. "help" names them all, "check" tells how the task stands, '
    '"done" hands in.'
)


def ask(spec: Spec) -> str:
    """Give the brief, what is judged, the files, what is good to know, and how to answer."""
    checks = [f"  - {check.title}" for check in spec.checks]
    files = [tr("Files to import: {names}.", names=", ".join(spec.files)), ""] if spec.files else []
    tips = [tr("Good to know:"), *(f"  - {tip}" for tip in spec.tips), ""] if spec.tips else []
    return "\n".join(
        [unmarked(spec.prompt), "", tr("What is looked at:"), *checks, "", *files, *tips, tr(HOW)]
    )


def turn(spec: Spec, so_far: Response | None, line: str | None) -> Turn[Response]:
    """Obey one line of commands, or say what the task is."""
    response = so_far or Response()
    if line is None:
        said = f"\n\n{_count(response)}" if response.actions else ""
        return Turn(say=ask(spec) + said, response=response)
    found = commands(line)
    if not found:
        raise Unreadable(tr(HOW))
    return _obeyed(Desk(spec, response.actions), found)


def read(spec: Spec, line: str) -> Response:
    """Read a whole answer: commands divided by ``;``, of which the last is ``done``."""
    found = commands(line)
    if not found or found[-1].verb != "done":
        raise Unreadable(tr("Type what to do, divided by ; and with done at the end: convert roth; done."))
    return _obeyed(Desk(spec), found).response


def say(spec: Spec, response: Response) -> str:
    """Number what was done."""
    if not response.actions:
        return tr("Nothing was done.")
    org = replay(start(spec), response.actions).org
    return "; ".join(f"{number}. {in_words(one, org)}" for number, one in enumerate(response.actions, 1))


def _obeyed(desk: Desk, found: tuple[Command, ...]) -> Turn[Response]:
    said: list[str] = []
    for number, command in enumerate(found, 1):
        if command.verb == "done":
            if number < len(found):
                raise Unreadable(tr("After done nothing can follow. Type it as the last command."))
            if not desk.actions:
                raise Unreadable(" ".join([tr("Nothing was done yet."), tr(HOW)]))
            said.append(tr("Handed in."))
            return Turn("\n".join(said), desk.response, over=True)
        said.append(_obey(desk, command))
    return Turn("\n".join(said), desk.response)


def _obey(desk: Desk, command: Command) -> str:
    """Do what a command says, and give what is to be said."""
    if looking := LOOKING.get(command.verb):
        return looking(desk, command)
    if working := WORKING.get(command.verb):
        return _done(desk, working(desk, command))
    match command.verb:
        case "help":
            return tr(HELP)
        case "task":
            return ask(desk.spec)
        case "undo":
            return _undone(desk)
        case "reset":
            desk.reset()
            return tr("Everything is as it was at the start.")
        case _:
            raise Unreadable(
                tr("There is no command {verb!r}. Type help for all of them.", verb=command.verb[:40])
            )


def _done(desk: Desk, action: Action) -> str:
    alert = _alert(desk.org, action)
    try:
        applied = desk.do(action)
    except Refused as refusal:
        raise Unreadable(tr("Nothing was changed. {reason}", reason=refusal)) from refusal
    return " ".join([*applied.told, *alert, *_tables(applied.errors)]) or tr("Done.")


def _alert(org: Org, action: Action) -> list[str]:
    """Tell of records that may be the same as one that is made; it was made all the same."""
    if not isinstance(action, Create):
        return []
    found = duplicates(org, action.object, {name: str(value) for name, value in action.values.items()})
    same = "; ".join(f"{called(match.row, org)} ({match.row.id}), {match.why}" for match in found)
    return [tr("It may be there already: {names}. undo takes the new one back.", names=same)] if same else []


def _tables(errors: str) -> list[str]:
    """Show the rows of an import that were not loaded, with the reasons."""
    rows = errors.splitlines()
    return ["\n" + tr("Not loaded:"), *(f"\n{row}" for row in rows)] if len(rows) > 1 else []


def _undone(desk: Desk) -> str:
    before = desk.org
    action = desk.undo()
    if action is None:
        raise Unreadable(tr("Nothing was done yet, so there is nothing to undo."))
    return tr("Taken back: {action}.", action=in_words(action, before))


def _count(response: Response) -> str:
    count = len(response.actions)
    return trn(
        "You did {n} thing so far; undo takes back the last one.",
        "You did {n} things so far; undo takes back the last one.",
        count,
    )
