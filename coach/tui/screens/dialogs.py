"""Small questions in front of a screen: choose one of a few things, or write a line."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.export.columns import wrap
from coach.locale import tr
from coach.surface.lit import line, lit

LONG = 500
"""Characters from which a text may not fit its room."""
ROOM = 70
"""Columns of an option before it is known how many there are."""
CSS = """
Choose, Write { align: center middle; }
Choose > .box, Write > .box {
    width: 76; max-width: 94%; height: auto; max-height: 90%;
    padding: 1 2; background: $panel; border: round $secondary;
}
Choose .title, Write .title { text-style: bold; }
Choose .text, Write .text { margin-top: 1; height: auto; max-height: 11; scrollbar-size-vertical: 1; }
Choose .text Static, Write .text Static { color: $text-muted; }
Choose.-short > .box { padding: 0 1; }
Choose.-short .text { max-height: 11; margin-top: 0; }
Choose.-tiny .text { max-height: 4; }
Choose.-tiny .how { display: none; }
Choose.-tiny OptionList { margin-top: 0; }
Choose OptionList { height: auto; max-height: 12; margin-top: 1; background: $panel; padding: 0; }
Write Input { margin-top: 1; }
Choose .how, Write .how { color: $text-muted; margin-top: 1; }
Write .trouble { color: $text-warning; display: none; }
Write .trouble.shown { display: block; margin-top: 1; }
"""


class Choose(ModalScreen[str | None]):
    """Choose one of a few things with its number, or arrows and enter; ``None`` when left."""

    DEFAULT_CSS = CSS
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (20, "-short"), (30, "-tall")]  # noqa: RUF012 - Textual reads it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back"),
        Binding("pageup", "read(-4)", show=False),
        Binding("pagedown", "read(4)", show=False),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
        *(Binding(str(number), f"take({number})", show=False) for number in range(1, 10)),
    ]

    def __init__(self, title: str, text: str, options: tuple[tuple[str, str], ...]) -> None:
        """``options`` are pairs of what is returned and what is shown."""
        super().__init__()
        self._title = title
        self._text = text
        self._options = options

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(lit(self._title), classes="title")
            if self._text:
                yield VerticalScroll(Static(lit(self._text)), classes="text", can_focus=False)
            yield OptionList(*(Option(self._label(n, ROOM)) for n in range(len(self._options))))
            more = [tr("pgdn more text")] if len(self._text) > LONG else []
            how = (tr("number or ⏎ choose"), *more, tr("esc back"))
            yield Static(lit("   ".join(how)), classes="how")

    def on_resize(self, _: events.Resize) -> None:
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        """Wrap what is shown to the room there is."""
        options = self.query_one(OptionList)
        for index in range(len(self._options)):
            label = self._label(index, options.scrollable_content_region.width)
            options.replace_option_prompt_at_index(index, label)

    def _label(self, index: int, width: int) -> Content:
        """Put the number before an option, whose further lines hang under its first."""
        number = f"{index + 1}  "
        lines = self._options[index][1].split("\n")
        parts = [part for one in lines for part in wrap(one, max(8, width - len(number)))]
        return line((number, "bold $text-primary"), f"\n{' ' * len(number)}".join(parts))

    def action_take(self, number: int) -> None:
        if number <= len(self._options):
            self.dismiss(self._options[number - 1][0])

    def action_read(self, by: int) -> None:
        """Scroll a text that is longer than its room."""
        for text in self.query(".text").results(VerticalScroll):
            text.scroll_relative(y=by, animate=False)

    def action_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        self.query_one(OptionList).action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._options[event.option_index][0])


class Write(ModalScreen[str | None]):
    """Write one line; ``None`` when left. An empty line is not taken where ``needed``."""

    DEFAULT_CSS = CSS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back")]

    def __init__(self, title: str, text: str, *, needed: str = "", value: str = "") -> None:
        """``needed`` is what is said when nothing was written."""
        super().__init__()
        self._title = title
        self._text = text
        self._needed = needed
        self._value = value

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(lit(self._title), classes="title")
            if self._text:
                yield VerticalScroll(Static(lit(self._text)), classes="text", can_focus=False)
            yield Input(self._value)
            yield Static(lit(self._needed), classes="trouble")
            yield Static(lit(tr("⏎ save   esc back")), classes="how")

    def on_key(self, event: events.Key) -> None:
        if event.is_printable:
            self.query_one(".trouble").remove_class("shown")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.value.strip() or not self._needed:
            self.dismiss(event.value.strip())
            return
        self.query_one(".trouble").add_class("shown")
