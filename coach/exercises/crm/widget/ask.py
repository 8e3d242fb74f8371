"""A question with a few answers, in the place of the records."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from coach.surface.lit import lit

from ..spec import NAME
from .columns import Column
from .lines import room_in
from .rows import CrmTable


class CrmOptions(CrmTable[tuple[str, str]]):
    """Answers with their numbers, and before them what is said about the question."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "choose", tooltip="Choose what the pointer is on.", id=f"{NAME}.choose")
    ]


class CrmAsk(Vertical):
    """Choose one of a few things with its number, or arrows and enter."""

    DEFAULT_CSS = """
    CrmAsk { height: 1fr; }
    CrmAsk .head { height: 1; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "take(1)", "choose", key_display="1-9", tooltip="Choose by number."),
        *(Binding(str(number), f"take({number})", show=False) for number in range(2, 10)),
        Binding("escape", "leave", "back", tooltip="Go back and choose nothing."),
    ]

    class Chosen(Message):
        """One of the options was chosen, by its place from 0; ``None`` is none of them."""

        def __init__(self, choice: int | None) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.table = CrmOptions(wraps=True)
        self._before = 0
        """Rows above the first option."""
        self._count = 0

    def compose(self) -> ComposeResult:
        yield Static(classes="head")
        yield self.table

    def fill(self, title: str, text: str, options: tuple[str, ...], at: int = 0) -> None:
        """Ask something else; the pointer begins ``at`` one of the options, counted from 0."""
        self.query_one(".head", Static).update(lit(title), layout=False)
        above = [("", text), ("", "")] if text else []
        self._before = len(above)
        rows = [*above, *((str(number), option) for number, option in enumerate(options, 1))]
        self._count = len(options)
        self.table.fill((Column("", 2), Column("")), rows, tuple, self._before + at, room_in(self))

    def action_take(self, number: int) -> None:
        self._choose(number - 1)

    def action_leave(self) -> None:
        self.post_message(self.Chosen(None))

    def on_crm_table_opened(self, message: CrmTable.Opened) -> None:
        message.stop()
        self._choose(message.index - self._before)

    def _choose(self, place: int) -> None:
        if 0 <= place < self._count:
            self.post_message(self.Chosen(place))
