"""A practice CRM of 5,000 leads in a real terminal: how long its keys take."""

import json
from pathlib import Path

from terminal import Terminal

LEADS, ACCOUNTS = 5000, 500
KEYS = 12
DOWN, ENTER, BACK, SAVE, TAB = "\x1b[B", "\r", "\x7f", "\x13", "\t"
ESCAPE = "\x1b"
"""Begins what other keys send as well, so that Textual waits for more of it; therefore it is not measured."""
COMMAND = ("train", "run", "bench")
"""What opens the task."""

ROWS = {
    "crm list": "down the list of 5,000 leads",
    "crm search": "typing into its search",
    "crm sort": "sorting it",
    "crm form": "opening the conversion's form",
    "crm field": "going to the next field",
    "crm pick": "picking a value",
    "crm convert": "converting",
    "crm check": "checking the task",
    "crm board": "opening the board",
    "crm stage": "moving a deal to the next stage",
    "crm back": "going back to the list",
    "crm undo": "taking it back",
    "crm open": "opening a record",
    "crm down": "down the record",
    "crm edit": "opening its form",
    "crm type": "typing into a field",
    "crm save": "saving it",
    "crm ask": "asking what is to be new",
    "crm new": "opening a new record's form",
    "crm log": "opening a call's form",
    "crm forecast": "adding up the quarter",
}
"""What is measured, and what it is called."""


def write_content(root: Path) -> Path:
    """Write a module with the task; give the content's folder."""
    folder = root / "curricula" / "bench"
    folder.mkdir(parents=True)
    header = {
        "id": "bench",
        "title": "Bench",
        "summary": "A task to be measured.",
        "audience": "Machines.",
        "competencies": [],
        "sessions": [{"id": "crm", "title": "A large org", "minutes": 1}],
    }
    session = {
        "id": "crm",
        "title": "A large org",
        "goal": "To be measured.",
        "lessons": [{"id": "org", "title": "The org", "steps": [_task()]}],
    }
    (folder / "module.yaml").write_text(json.dumps(header), encoding="utf-8")
    (folder / "crm.yaml").write_text(json.dumps(session), encoding="utf-8")
    return root


def _task() -> dict[str, object]:
    accounts = {f"a{n}": {"Name": f"Company {n} Foods", "BillingCity": "Cork"} for n in range(ACCOUNTS)}
    leads = {
        f"l{n}": {"LastName": f"Person {n}", "Company": f"Company {n % ACCOUNTS} Foods", "LeadSource": "Web"}
        for n in range(LEADS)
    }
    return {
        "id": "large",
        "type": "crm",
        "prompt": "Convert somebody.",
        "profile": "developer-edition",
        "org": {"today": "2026-11-23", "records": {"Account": accounts, "Lead": leads}},
        "checks": [
            {"id": "one", "title": "One", "assert": "any(Lead, IsConverted)", "why": "It is asked."},
            {
                "id": "same",
                "title": "No new account",
                "assert": f"count(Account) == {ACCOUNTS}",
                "why": "It is there.",
                "holds": True,
            },
        ],
        "solution": [{"do": "convert", "lead": "l1", "account": "a1"}],
    }


def work(samples: dict[str, list[float]], terminal: Terminal) -> None:
    """Press the keys of somebody who works in it."""
    terminal.until_text("Convert somebody")
    terminal.settle()
    terminal.press("1")
    samples["crm list"] += [terminal.press(DOWN) for _ in range(KEYS)]
    terminal.press("/")
    samples["crm search"] += [terminal.press(letter) for letter in "company 49 f"]
    terminal.press(ESCAPE)
    for _ in range(3):
        for name, key in (*CONVERTING, *EDITING):
            seconds = terminal.press(key)
            if key != ESCAPE:
                samples[f"crm {name}"].append(seconds)


CONVERTING = (
    *(("sort", "s"), ("list", DOWN), ("form", "w"), ("pick", "n"), ("field", TAB), ("field", TAB)),
    *(("convert", SAVE), ("check", "c"), ("board", "p"), ("stage", ">"), ("back", "1")),
    *(("undo", "u"), ("undo", "u")),
)
"""A lead is converted, and its deal moved on the board; both are taken back."""

EDITING = (
    *(("open", ENTER), ("down", DOWN), ("edit", "e"), ("type", "x"), ("field", TAB), ("save", SAVE)),
    *(("ask", "a"), ("new", "1"), ("", ESCAPE), ("log", "l"), ("", ESCAPE)),
    *(("forecast", "f"), ("open", BACK), ("undo", "u"), ("back", "1")),
)
"""A record is opened and changed, and what else there is on its page is looked at."""
