"""A form: fields below each other, of which the one with the pointer is filled in where it stands."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from coach.locale import mark
from coach.surface.lit import line, lit

from ..spec import NAME
from .canvas import Answers, Canvas, give_keys
from .columns import Column, fitted
from .entries import Entry, Proposals, Save, Troubles
from .field import CrmTyped
from .rows import CrmTable

if TYPE_CHECKING:
    from collections.abc import Callable

LABEL = 20
"""Columns of the terminal that the labels have, before they go on in the next line."""
INSIDE = 2
"""Blanks between the edges of a field and what stands in it."""


class CrmField(CrmTyped):
    """What the field with the pointer is typed into."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", mark("save"), tooltip=mark("Save what was entered."), id=f"{NAME}.save")
    ]


class CrmForm(CrmTable[int]):
    """Fields below each other, by their places; ``save`` takes what was entered.

    What is typed is typed into a field on the line of the pointer. Troubles stand below their fields.
    """

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

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, wraps=True)
        self.field: CrmField = CrmField(canvas)
        self._entries: tuple[Entry, ...] = ()
        self._values: dict[str, str] = {}
        self._troubles: dict[str, list[str]] = {}
        self._save: Save = lambda _: ()
        self.close: Callable[[bool], None] = lambda _: None
        """Is called when the form is to be closed, with whether it was saved: in the same breath, so that
        what was saved and what it made are seen in one picture."""

    def ask(
        self,
        title: str,
        entries: tuple[Entry, ...],
        save: Save,
        *,
        at_empty: bool = False,
        troubles: Troubles = (),
    ) -> None:
        """Ask for other fields. The pointer begins on the first, or ``at_empty`` on the first empty one."""
        self.title = lit(title, "bold")
        self._entries, self._save = entries, save
        self._values = {entry.name: entry.first for entry in entries}
        self._troubles = _by_field(troubles)
        empty = (at for at, one in enumerate(entries) if at_empty and not self._values[one.name])
        self._draw(next(empty, 0))

    @property
    def target(self) -> Widget:
        """What has the keys: the field that is typed into, or the list of fields."""
        return self.canvas if self.entry.choices else self.field

    @property
    def entry(self) -> Entry:
        """The field that the pointer is on."""
        return self._entries[self.at]

    def take(self, place: int) -> None:
        """Take the choice at this place for the field with the pointer."""
        self._values[self.entry.name] = self.entry.choices[place][0]
        self.draw_row(self.at)

    def step(self, by: int) -> None:
        """Go to the next field, or to the one before; the last leads to the first."""
        self.go((self.at + by) % len(self._entries))

    def go(self, at: int) -> None:
        self._keep()
        super().go(at)
        self.refresh()
        self._begin()
        give_keys(self.target)

    def pick(self, by: int) -> None:
        """Take the next choice, or the one before."""
        choices = self.entry.choices
        self.take((self.entry.place_of(self._values[self.entry.name]) + by) % len(choices))

    def pick_by(self, letter: str) -> None:
        """Take the next choice that begins with a letter, if there is one."""
        self.take(self.entry.beginning(letter, self.entry.place_of(self._values[self.entry.name])))

    def open(self) -> None:
        """Show all choices of the field."""
        if self.entry.choices:
            labels = tuple(label for _, label in self.entry.choices)
            at = self.entry.place_of(self._values[self.entry.name])
            self.tell(self.Listed(self.entry.label, labels, at))

    def leave(self) -> None:
        """Close the form without saving."""
        self.close(False)  # noqa: FBT003 - whether it was saved

    def save(self) -> None:
        """Save what was entered, or say at each field what is wrong with it."""
        self._keep()
        troubles = list(self._save(dict(self._values)))
        if not troubles:
            self.close(True)  # noqa: FBT003 - as above
            return
        self._troubles = _by_field(troubles)
        names = [entry.name for entry in self._entries]
        self._draw(next((names.index(name) for name, _ in troubles if name in names), self.at))
        give_keys(self.target)
        whole = [text for name, text in troubles if name not in names]
        if whole:
            self.tell(self.Refused(" ".join(whole)))

    def reckon(self) -> None:
        super().reckon()
        self._place()

    def _keep(self) -> None:
        """Keep what stands in the field that is typed into."""
        if self._entries and not self.entry.choices:
            self._values[self.entry.name] = self.field.value
            self.forget(self.at)

    def _draw(self, at: int) -> None:
        """Draw the fields with the pointer on one of them."""
        columns = (Column("", LABEL), Column(""))
        self.fill(columns, range(len(self._entries)), self._texts, at)
        self._begin()

    def _begin(self) -> None:
        """Lay the field that is typed into on the line of the pointer, or take it away."""
        entry, field = self.entry, self.field
        always: Answers = {"step": self.step, "save": self.save, "leave": self.leave, "click": self.click}
        choosing: Answers = {"choose": self.open, "pick": self.pick}
        self.answers = {**always, **choosing} if entry.choices else always
        if entry.choices:
            field.place = None
            return
        field.max_length, field.placeholder = entry.longest, entry.hint
        field.suggester = Proposals(entry.proposals)
        with field.prevent(Input.Changed):
            field.value = self._values[entry.name]
        field.cursor_position = len(field.value)
        self._place()

    def _place(self) -> None:
        """Put the field where the value of its entry stands."""
        (x, width), lines = self.span_of(1), self.lines_of(self.at)
        self.field.widen(max(1, width - INSIDE))
        typed = self._entries and not self.entry.choices
        self.field.place = Offset(x + INSIDE, lines[0]) if typed else None

    def _texts(self, at: int) -> tuple[Content, Content]:
        """Show a field: what it is called; what stands in it, and below this what is wrong with it."""
        entry = self._entries[at]
        value, here = self._values[entry.name], at == self.at
        troubles = [lit(f"\n{text}", "$text-warning") for text in self._troubles.get(entry.name, ())]
        return lit(entry.label, "" if here else "$text-muted"), line(
            self._value(entry, value, here=here), *troubles
        )

    def _value(self, entry: Entry, value: str, *, here: bool) -> Content:
        if entry.choices:
            label = entry.choices[entry.place_of(value)][1].replace("\n", " ")
            return lit(f"← {label} →" if here else f"  {label}")
        width = max(1, self.span_of(1)[1] - INSIDE)
        style = "" if value else "$text-muted"
        return lit(" " * INSIDE + fitted(value or entry.hint, width), style)


def _by_field(troubles: Troubles) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, text in troubles:
        found.setdefault(name, []).append(text)
    return found
