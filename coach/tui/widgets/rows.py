"""A list of lines, some of which can be opened; a pointer shows where one is, not colour alone."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.locale import mark
from coach.surface.lit import line, lit

INDENT = 2
"""Every line begins with this many blanks; the pointer takes their place."""


class Rows(OptionList):
    """An option list with ``j`` and ``k``, and with a pointer at the highlighted line."""

    DEFAULT_CSS = """
    Rows { padding: 1 2 0 2; }
    Rows > .option-list--option-disabled { color: $foreground; }
    Rows > .option-list--option-highlighted, Rows:focus > .option-list--option-highlighted {
        background: $panel; text-style: none;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "select", mark("open"), show=False, tooltip=mark("Open the line that the pointer is on.")
        ),
        Binding("down,j", "cursor_down", mark("down"), show=False, tooltip=mark("Go to the line below.")),
        Binding("up,k", "cursor_up", mark("up"), show=False, tooltip=mark("Go to the line above.")),
    ]

    def __init__(self) -> None:
        super().__init__(classes="body")
        self._pointed: int | None = None
        self._plain: Content = Content("")

    def fill(self, rows: list[Option]) -> None:
        """Replace all lines; the highlight stays on its line if there still is one to open."""
        before = self.highlighted
        self._pointed = None
        self.clear_options()
        width = self.scrollable_content_region.width
        self.add_options(Option(_hung(row.prompt, width), id=row.id, disabled=row.disabled) for row in rows)
        open_ = [index for index, row in enumerate(rows) if not row.disabled]
        self.highlighted = before if before in open_ else next(iter(open_), None)

    def action_cursor_down(self) -> None:
        """Go to the line below; after the last that can be opened, show what still stands below it."""
        if self.highlighted == self._open(-1) and self.scroll_offset.y < self.max_scroll_y:
            self.scroll_end(animate=False)
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go to the line above; before the first that can be opened, show what stands above it."""
        if self.highlighted == self._open(0) and self.scroll_offset.y > 0:
            self.scroll_home(animate=False)
        else:
            super().action_cursor_up()

    def _open(self, place: int) -> int | None:
        """Give the first (0) or the last (-1) of the lines that can be opened."""
        found = [index for index, row in enumerate(self.options) if not row.disabled]
        return found[place] if found else None

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the pointer along with the highlight."""
        if self._pointed is not None and self._pointed < self.option_count:
            self.replace_option_prompt_at_index(self._pointed, self._plain)
        self._pointed = highlighted
        if highlighted is not None:
            prompt = self.get_option_at_index(highlighted).prompt
            self._plain = prompt if isinstance(prompt, Content) else Content(str(prompt))
            pointed = line(("› ", "bold $text-primary"), self._plain[INDENT:])
            self.replace_option_prompt_at_index(highlighted, pointed)
        super().watch_highlighted(highlighted)


def _hung(prompt: VisualType, width: int) -> VisualType:
    """Break a line that is too long between words, and let the rest hang under its beginning."""
    if not isinstance(prompt, Content) or width <= INDENT or prompt.cell_length <= width:
        return prompt
    if "\n" in prompt.plain or not prompt.plain.startswith(" " * INDENT):
        return prompt
    first, *rest = prompt[INDENT:].wrap(width - INDENT)
    return line(prompt[:INDENT], first, *(part for one in rest for part in ("\n" + " " * INDENT, one)))


def fit(text: str, columns: int) -> str:
    """Cut or pad a text to so many columns, two of them a gap to what follows."""
    content = lit(text)
    if content.cell_length > columns - 2:
        content = content.truncate(columns - 2, ellipsis=True)
    return content.plain + " " * (columns - content.cell_length)
