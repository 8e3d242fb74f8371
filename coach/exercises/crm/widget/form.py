"""A form: fields below each other, of which the one with the pointer is filled in where it stands."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from coach.surface.lit import line, lit

from ..spec import NAME
from .columns import Column, fitted
from .entries import Entry, Proposals, Save, Troubles
from .lines import give_keys, room_in
from .rows import CrmTable

LABEL = 24
"""Columns of the terminal that a label has at most, before it goes on in the next line."""
INSIDE = 2
"""Blanks between the edges of a field and what stands in it."""


class CrmFields(CrmTable[int], inherit_bindings=False):
    """The fields of a form by their places; the form has the keys."""


class CrmField(Input):
    """What the field with the pointer is typed into; it lies on its line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "save", tooltip="Save what was entered.", id=f"{NAME}.save")
    ]


class CrmForm(Vertical):
    """Fields below each other; ``save`` takes what was entered. Troubles stand below their fields."""

    DEFAULT_CSS = """
    CrmForm { height: 1fr; layers: default field; }
    CrmForm .head { height: 1; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    CrmForm CrmField { layer: field; display: none; padding: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "list", "choose", tooltip="See all there is to choose from."),
        Binding("left", "pick(-1)", show=False, tooltip="Take the value before."),
        Binding("right", "pick(1)", show=False, tooltip="Take the next value."),
        Binding("tab", "step(1)", "next field", tooltip="Go to the next field.", id=f"{NAME}.next-field"),
        Binding("down", "step(1)", show=False, tooltip="Go to the next field."),
        Binding("shift+tab,up", "step(-1)", show=False, tooltip="Go to the field before."),
        Binding("ctrl+s", "save", "save", tooltip="Save what was entered."),
        Binding("escape", "leave", "back", tooltip="Go back; nothing is saved."),
    ]

    class Left(Message):
        """The form is to be closed; ``saved`` says whether it was saved."""

        def __init__(self, *, saved: bool) -> None:
            super().__init__()
            self.saved = saved

    class Refused(Message):
        """It could not be saved for a reason that belongs to no field."""

        def __init__(self, told: str) -> None:
            super().__init__()
            self.told = told

    class Listed(Message):
        """All choices of a field are to be seen; the one ``at`` this place is taken now."""

        def __init__(self, title: str, labels: tuple[str, ...], at: int) -> None:
            super().__init__()
            self.title, self.labels, self.at = title, labels, at

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.fields = CrmFields(wraps=True)
        self.field = CrmField(compact=True, select_on_focus=False)
        self._entries: tuple[Entry, ...] = ()
        self._values: dict[str, str] = {}
        self._troubles: dict[str, list[str]] = {}
        self._save: Save = lambda _: ()

    def compose(self) -> ComposeResult:
        yield Static(classes="head")
        yield self.fields
        yield self.field

    def fill(
        self,
        title: str,
        entries: tuple[Entry, ...],
        save: Save,
        *,
        at_empty: bool = False,
        troubles: Troubles = (),
    ) -> None:
        """Ask for other fields. The pointer begins on the first, or ``at_empty`` on the first empty one."""
        self._entries, self._save = entries, save
        self._values = {entry.name: entry.first for entry in entries}
        self._troubles = _by_field(troubles)
        self.query_one(".head", Static).update(lit(title), layout=False)
        empty = (at for at, one in enumerate(entries) if at_empty and not self._values[one.name])
        self._draw(next(empty, 0))

    @property
    def target(self) -> Widget:
        """What has the keys: the field that is typed into, or the list of fields."""
        return self.fields if self.entry.choices else self.field

    @property
    def entry(self) -> Entry:
        """The field that the pointer is on."""
        return self._entries[self.fields.at]

    def take(self, place: int) -> None:
        """Take the choice at this place for the field with the pointer."""
        self._values[self.entry.name] = self.entry.choices[place][0]
        self.fields.draw_row(self.fields.at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return bool(self._entries) and (action not in ("list", "pick") or bool(self.entry.choices))

    def action_step(self, by: int) -> None:
        self._go((self.fields.at + by) % len(self._entries))

    def action_pick(self, by: int) -> None:
        choices = self.entry.choices
        self.take((self.entry.place_of(self._values[self.entry.name]) + by) % len(choices))

    def action_list(self) -> None:
        labels = tuple(label for _, label in self.entry.choices)
        at = self.entry.place_of(self._values[self.entry.name])
        self.post_message(self.Listed(self.entry.label, labels, at))

    def action_leave(self) -> None:
        self.post_message(self.Left(saved=False))

    def action_save(self) -> None:
        """Save what was entered, or say at each field what is wrong with it."""
        self._keep()
        troubles = list(self._save(dict(self._values)))
        if not troubles:
            self.post_message(self.Left(saved=True))
            return
        self._troubles = _by_field(troubles)
        names = [entry.name for entry in self._entries]
        self._draw(next((names.index(name) for name, _ in troubles if name in names), self.fields.at))
        give_keys(self.target)
        whole = [text for name, text in troubles if name not in names]
        if whole:
            self.post_message(self.Refused(" ".join(whole)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_save()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()

    def on_crm_table_opened(self, message: CrmTable.Opened) -> None:
        """Go to a field that was clicked; one with choices shows them."""
        message.stop()
        give_keys(self.target)
        if self.entry.choices:
            self.action_list()

    def on_key(self, event: events.Key) -> None:
        """Take the next choice that begins with a letter."""
        if self.entry.choices and event.character and event.character.isalnum():
            at = self.entry.place_of(self._values[self.entry.name])
            then = self.entry.beginning(event.character, at)
            if then != at:
                self.take(then)
                event.stop()

    def on_resize(self) -> None:
        self.call_next(self._place)

    def _go(self, at: int) -> None:
        """Put the pointer on another field, with what was typed kept."""
        self._keep()
        self.fields.at = at
        self._begin()
        give_keys(self.target)

    def _keep(self) -> None:
        """Keep what stands in the field that is typed into."""
        if self._entries and not self.entry.choices:
            self._values[self.entry.name] = self.field.value

    def _draw(self, at: int) -> None:
        """Draw the fields with the pointer on one of them."""
        longest = max(len(entry.label) for entry in self._entries)
        columns = (Column("", min(longest, LABEL)), Column(""))
        self.fields.fill(columns, range(len(self._entries)), self._cells, at, room_in(self))
        self._begin()

    def _begin(self) -> None:
        """Lay the field that is typed into on the line of the pointer, or take it away."""
        entry, field = self.entry, self.field
        field.display = not entry.choices
        if entry.choices:
            return
        field.max_length, field.placeholder = entry.longest, entry.hint
        field.suggester = Proposals(entry.proposals)
        with field.prevent(Input.Changed):
            field.value = self._values[entry.name]
        field.cursor_position = len(field.value)
        self._place()

    def _place(self) -> None:
        """Put the field where the value of its entry stands, below the head and the lines above it."""
        if not self._entries or self.entry.choices:
            return
        (x, width), lines = self.fields.span_of(1), self.fields.lines_of(self.fields.at)
        self.field.styles.width = width
        self.field.styles.offset = (x, 1 + lines[0])

    def _cells(self, at: int) -> tuple[Content, Content]:
        """Show a field: what it is called; what stands in it, and below this what is wrong with it."""
        entry = self._entries[at]
        value, here = self._values[entry.name], at == self.fields.at
        troubles = [lit(f"\n{text}", "$text-warning") for text in self._troubles.get(entry.name, ())]
        return lit(entry.label, "" if here else "$text-muted"), line(
            self._value(entry, value, here=here), *troubles
        )

    def _value(self, entry: Entry, value: str, *, here: bool) -> Content:
        if entry.choices:
            label = entry.choices[entry.place_of(value)][1].replace("\n", " ")
            return lit(f"← {label} →" if here else f"  {label}")
        width = max(1, self.fields.span_of(1)[1] - INSIDE)
        style = "" if value else "$text-muted"
        return lit(" " * INSIDE + fitted(value or entry.hint, width), style)


def _by_field(troubles: Troubles) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, text in troubles:
        found.setdefault(name, []).append(text)
    return found
