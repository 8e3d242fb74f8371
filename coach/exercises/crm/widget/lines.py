"""The base of what fills the centre: lines that are drawn one by one, when they come into sight or change."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import Static


class Lines(Widget, can_focus=True):
    """As many lines as there is room for; :meth:`line_at` gives each of them, as wide as it may be.

    A key that moves a pointer changes two lines of thirty. :meth:`redraw` paints no other, which is what
    makes the difference between a key that is answered at once and one that is felt.
    """

    DEFAULT_CSS = """
    Lines { height: 1fr; width: 1fr; text-wrap: nowrap; }
    """
    ALLOW_SELECT: ClassVar[bool] = False
    auto_links = False

    def line_at(self, y: int) -> Content:
        """Give the line ``y`` of the widget, counted from 0; kinds of lines say what it is."""
        raise NotImplementedError

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._strips: dict[int, tuple[Content, Style, int, Strip]] = {}
        """The lines as they were painted last, with what they were made of."""

    def render_line(self, y: int) -> Strip:
        drawn, style, width = self.line_at(y), self.visual_style, self.size.width
        kept = self._strips.get(y)
        if kept is not None and kept[0] is drawn and kept[1:3] == (style, width):
            return kept[3]
        strips = Visual.to_strips(self, drawn, width, 1, style)
        strip = strips[0] if strips else Strip.blank(width, style.rich_style)
        self._strips[y] = drawn, style, width, strip
        return strip

    def redraw(self, lines: Iterable[int]) -> None:
        """Paint these lines again, and no other."""
        regions = [Region(0, y, self.size.width, 1) for y in lines]
        if regions:
            self.refresh(*regions)


def room_in(page: Widget) -> Size:
    """Say how much room there is below a page's head line, also before the page is shown."""
    within = page.parent
    return within.content_size - Size(0, 1) if isinstance(within, Widget) else Size(0, 0)


def put(static: Static, content: Content) -> None:
    """Show other words; the room is divided anew only if they need more lines, or fewer."""
    width, height = static.content_size
    static.update(content, layout=not width or len(content.wrap(width)) != height)


def give_keys(widget: Widget) -> None:
    """Give a widget the focus, and have nothing painted but it and the one that had it before.

    :meth:`Screen.set_focus` does the same and has the whole screen painted a second time, which alone takes
    longer than all the rest that a key does here.
    """
    screen = widget.screen
    before = screen.focused
    if before is not widget:
        screen.set_reactive(Screen.focused, widget)
        if before is not None:
            before.post_message(events.Blur())
        widget.post_message(events.Focus())
    screen.refresh_bindings()
