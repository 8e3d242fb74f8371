"""The keys of the CRM, and on which pages each of them does something."""

from textual.binding import Binding, BindingType

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
    LISTS: "⏎ opens a record, a makes one, e changes it. ← → other lists, / searches, s S sort.",
    RECORD: "⏎ changes a field or opens what belongs to it, e all fields, a adds, l logs a call, esc back.",
    BOARD: "← → lead to stages, ↑ ↓ to deals. > and < move the deal, ⏎ opens it.",
    FORECAST: "Each sum holds the surer ones. esc leads back.",
    OUTCOME: "↑ ↓ scroll.",
    FORM: "tab leads from field to field, ctrl+s saves, esc leaves.",
    ASK: "A number chooses, or ⏎ where the pointer is; esc leads back.",
}
"""What to do on each page, and with each question."""

KEYS: list[BindingType] = [
    Binding("1", "tab(1)", "lists", key_display="1-6", tooltip="Open the list of leads, accounts and so on."),
    *(Binding(str(number), f"tab({number})", show=False) for number in range(2, 7)),
    Binding(
        "c", "check", "check", tooltip="See how the task stands, as often as you like.", id=f"{NAME}.check"
    ),
    Binding("ctrl+s", "hand_in", "hand in", tooltip="Hand the org in as it is now.", id=f"{NAME}.hand-in"),
    Binding("w", "convert", "convert", tooltip="Convert the lead.", id=f"{NAME}.convert"),
    Binding("escape,backspace", "back", "back", tooltip="Go back to where you came from.", id=f"{NAME}.back"),
    Binding("a", "new", "new", tooltip="Make a record.", id=f"{NAME}.new"),
    Binding("e", "edit", "edit", tooltip="Change the record.", id=f"{NAME}.edit"),
    Binding("l", "log", "log call", tooltip="Write down a call or a meeting.", id=f"{NAME}.log"),
    Binding("t", "task", "task", tooltip="Read the task, or go back to the records.", id=f"{NAME}.task"),
    Binding("u", "undo", "undo", tooltip="Take back what was done last.", id=f"{NAME}.undo"),
    Binding("p", "board", "board", tooltip="See the pipeline by stage.", id=f"{NAME}.board"),
    Binding("slash", "filter", "filter", key_display="/", tooltip="Search the list.", id=f"{NAME}.filter"),
    Binding("s", "sort", "sort", tooltip="Sort the list by the next column.", id=f"{NAME}.sort"),
    Binding("S", "turn_round", "turn round", show=False, tooltip="Sort the other way round."),
    Binding("left", "view(-1)", "list before", show=False, tooltip="Go to the list before."),
    Binding("right", "view(1)", "next list", show=False, tooltip="Go to the next list of these records."),
    Binding("x", "delete", "delete", tooltip="Put the record into the bin.", id=f"{NAME}.delete"),
    Binding("f", "forecast", "forecast", tooltip="See what the quarter adds up to.", id=f"{NAME}.forecast"),
    Binding("i", "files", "files", tooltip="Import a CSV file, or export all.", id=f"{NAME}.files"),
    Binding("z", "reset", "start again", tooltip="Take back everything.", id=f"{NAME}.reset"),
]
