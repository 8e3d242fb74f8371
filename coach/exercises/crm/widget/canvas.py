"""The one widget that draws what is in the centre, and the pages that tell it what that is.

A page is no widget. To go from one to another is to draw other lines, which takes a fraction of the time
that showing and hiding widgets takes; and a key that moves a pointer changes two lines of thirty and paints
no other.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.style import Style

    from .field import CrmTyped


Answers: TypeAlias = dict[str, Callable[..., None]]
"""What a page does, by the names that keys have for it."""

BLANK = Content("")
"""A line with nothing on it."""


class Page(ABC):
    """What can stand in the centre: lines, and what is done for its keys."""

    def __init__(self, canvas: "Canvas") -> None:
        self.canvas = canvas
        self.answers: Answers = {}
        """What it does for the keys now, and for the mouse: ``click`` and ``move``."""
        self.field: CrmTyped | None = None
        """What is typed into on this page, if anything is."""
        self.strips: dict[int, tuple[Content, Style, Strip]] = {}
        """Its lines as they were painted last, with what they were made of."""
        self._fitted: Size | None = None

    @abstractmethod
    def line_at(self, y: int) -> Content:
        """Give the line ``y``, counted from 0."""

    def reckon(self) -> None:
        """Fit the page into the room there is now."""
        if self._fitted != self.canvas.space:
            self._fitted = self.canvas.space
            self.strips.clear()

    def opened(self) -> None:
        """Get ready to be seen."""
        if self._fitted != self.canvas.space:
            self.reckon()

    def tell(self, message: Message) -> None:
        """Tell the widgets around; from the canvas, one that the next of them causes would get no further."""
        if self.canvas.parent is not None:
            self.canvas.parent.post_message(message)

    def redraw(self, lines: Iterable[int]) -> None:
        """Have these lines drawn again, and no other."""
        self.canvas.redraw(self, lines)

    def refresh(self) -> None:
        """Have all lines drawn again."""
        self.canvas.redraw(self)


class Canvas(Widget, can_focus=True):
    """Draws the page that is open; a line that is the same as before is not made anew."""

    DEFAULT_CSS = """
    Canvas { height: 1fr; width: 1fr; text-wrap: nowrap; }
    """
    ALLOW_SELECT: ClassVar[bool] = False
    auto_links = False
    page: Page

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.space = Size(0, 0)
        """The room for a page, also while there is none because the task stands in the place of it."""

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Look for no other styles, since there are none; the page draws its pointer in another way."""

    def open(self, page: Page) -> None:
        """Show another page in the place of the one that is open."""
        if page is not self.page:
            self.page = page
            page.opened()
            self.refresh()

    def redraw(self, page: Page, lines: Iterable[int] | None = None) -> None:
        """Paint these lines of a page again, or all of them, if it is the one that is open."""
        if page is not self.page:
            return
        regions = [] if lines is None else [Region(0, y, self.space.width, 1) for y in lines]
        if regions or lines is None:
            self.refresh(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.space != self.size:
            self.space = self.size
            self.page.reckon()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        line, field = self._line(y), self.page.field
        return field.put_into(line) if field and field.place and field.place.y == y else line

    def _line(self, y: int) -> Strip:
        """Give a line of the page, the same as before if it is."""
        drawn, style, strips = self.page.line_at(y), self.visual_style, self.page.strips
        kept = strips.get(y)
        if kept is not None and kept[0] is drawn and kept[1] == style:
            return kept[2]
        width = self.space.width
        made = Visual.to_strips(self, drawn, width, 1, style)
        strip = made[0] if made else Strip.blank(width, style.rich_style)
        strips[y] = drawn, style, strip
        return strip

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - Textual's signature
        """Say that letters are the page's own where values are found by them, and digits where they pick."""
        answers, typed = self.page.answers, str(character or "")
        return ("pick" in answers and typed.isalnum()) or ("seek" in answers and typed.isalpha())

    def on_click(self, event: events.Click) -> None:
        self._act(event, "click", event.x, event.y)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._act(event, "move", 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._act(event, "move", -3)

    def _act(self, event: events.Event, name: str, *given: int) -> None:
        """Have the page do what it does for the mouse, if anything."""
        event.stop()
        if name in self.page.answers:
            self.page.answers[name](*given)


def put(static: Static, content: Content, least: int = 1) -> None:
    """Show other words; the room is divided anew only if they need more lines than before, or fewer.

    ``least`` lines are there in any case.
    """
    width, height = static.content_size
    static.update(content, layout=not width or max(least, len(content.wrap(width))) != height)


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
