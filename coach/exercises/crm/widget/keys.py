"""The keys of the CRM, and on which pages each of them does something."""

from textual.binding import Binding, BindingType

from coach.locale import mark

from ..spec import NAME

LISTS, RECORD, BOARD, FORECAST, OUTCOME = "crm-list", "crm-record", "crm-board", "crm-forecast", "crm-outcome"
"""The pages."""
FORM, ASK = "crm-form", "crm-ask"
"""Questions, which stand in the place of a page until they are answered."""

WITH_ROWS = frozenset({LISTS, RECORD, BOARD})
NEEDS = {
    "filter": frozenset({LISTS}),
    "sort": frozenset({LISTS}),
    "turn_round": frozenset({LISTS}),
    "view": frozenset({LISTS}),
    "new": WITH_ROWS,
    "edit": WITH_ROWS,
    "log": WITH_ROWS,
    "delete": WITH_ROWS,
    "convert": frozenset({LISTS, RECORD}),
}
"""On which pages a key does something."""


HINTS = {
    LISTS: mark("⏎ opens a record, a makes one, e changes it. ← → other lists, / searches, s S sort."),
    RECORD: mark(
        "⏎ changes a field or opens what belongs to it, e all fields, a adds, l logs a call, esc back."
    ),
    BOARD: mark("← → lead to stages, ↑ ↓ to deals. > and < move the deal, ⏎ opens it."),
    FORECAST: mark("Each sum holds the surer ones. esc leads back."),
    OUTCOME: mark("↑ ↓ scroll."),
    FORM: mark("tab leads from field to field, ctrl+s saves, esc leaves."),
    ASK: mark("A number chooses, or ⏎ where the pointer is; esc leads back."),
}
"""What to do on each page, and with each question."""

KEYS: list[BindingType] = [
    Binding(
        "1",
        "tab(1)",
        mark("lists"),
        key_display="1-6",
        tooltip=mark("Open the list of leads, accounts and so on."),
    ),
    *(Binding(str(number), f"tab({number})", show=False) for number in range(2, 7)),
    Binding(
        "c",
        "check",
        mark("check"),
        tooltip=mark("See how the task stands, as often as you like."),
        id=f"{NAME}.check",
    ),
    Binding(
        "ctrl+s",
        "hand_in",
        mark("hand in"),
        tooltip=mark("Hand the org in as it is now."),
        id=f"{NAME}.hand-in",
    ),
    Binding("w", "convert", mark("convert"), tooltip=mark("Convert the lead."), id=f"{NAME}.convert"),
    Binding(
        "escape,backspace",
        "back",
        mark("back"),
        tooltip=mark("Go back to where you came from."),
        id=f"{NAME}.back",
    ),
    Binding("a", "new", mark("new"), tooltip=mark("Make a record."), id=f"{NAME}.new"),
    Binding("e", "edit", mark("edit"), tooltip=mark("Change the record."), id=f"{NAME}.edit"),
    Binding("l", "log", mark("log call"), tooltip=mark("Write down a call or a meeting."), id=f"{NAME}.log"),
    Binding(
        "t",
        "task",
        mark("task"),
        tooltip=mark("Read the task, or go back to the records."),
        id=f"{NAME}.task",
    ),
    Binding("u", "undo", mark("undo"), tooltip=mark("Take back what was done last."), id=f"{NAME}.undo"),
    Binding("p", "board", mark("board"), tooltip=mark("See the pipeline by stage."), id=f"{NAME}.board"),
    Binding(
        "slash",
        "filter",
        mark("filter"),
        key_display="/",
        tooltip=mark("Search the list."),
        id=f"{NAME}.filter",
    ),
    Binding("s", "sort", mark("sort"), tooltip=mark("Sort the list by the next column."), id=f"{NAME}.sort"),
    Binding("S", "turn_round", mark("turn round"), show=False, tooltip=mark("Sort the other way round.")),
    Binding("left", "view(-1)", mark("list before"), show=False, tooltip=mark("Go to the list before.")),
    Binding(
        "right",
        "view(1)",
        mark("next list"),
        show=False,
        tooltip=mark("Go to the next list of these records."),
    ),
    Binding("x", "delete", mark("delete"), tooltip=mark("Put the record into the bin."), id=f"{NAME}.delete"),
    Binding(
        "f",
        "forecast",
        mark("forecast"),
        tooltip=mark("See what the quarter adds up to."),
        id=f"{NAME}.forecast",
    ),
    Binding(
        "i", "files", mark("files"), tooltip=mark("Import a CSV file, or export all."), id=f"{NAME}.files"
    ),
    Binding("z", "reset", mark("start again"), tooltip=mark("Take back everything."), id=f"{NAME}.reset"),
]
