"""Sections of lines to read, such as the statistics of a requisition, computed beside the interface."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalGroup, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from coach.locale import tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.panel.statistics_words import Section


class SectionsScreen(CoachScreen[None]):
    """Headings with their lines; ``gather`` is called in a thread of its own."""

    where = "sections"
    DEFAULT_CSS = """
    SectionsScreen .lines { height: auto; max-width: 100; }
    SectionsScreen .told { height: auto; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sections")]

    class Gathered(Message):
        """What is to be read."""

        def __init__(self, sections: "tuple[Section, ...]") -> None:
            super().__init__()
            self.sections = sections

    class Failed(Message):
        """It could not be computed; the sentence says why."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, title: str, gather: "Callable[[], tuple[Section, ...]]") -> None:
        super().__init__()
        self._title = title
        self._gather = gather

    def compose(self) -> ComposeResult:
        yield TopLine(line((self._title, "bold")), lit(tr("computing …")))
        yield VerticalScroll(classes="body")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(".body").focus()
        self.compute()

    @work(thread=True, exclusive=True, group="sections", exit_on_error=False)
    def compute(self) -> None:
        """Compute what is to be read, beside the interface."""
        from coach.services.troubles import is_known

        try:
            self.post_message(self.Gathered(self._gather()))
        except Exception as error:
            if not is_known(error):
                raise
            self.post_message(self.Failed(str(error)))

    async def on_sections_screen_gathered(self, message: Gathered) -> None:
        self.query_one(TopLine).show(right=lit(""))
        body = self.query_one(".body", VerticalScroll)
        async with self.batch():
            for section in message.sections:
                await body.mount(
                    Static(lit(section.title), classes="heading"),
                    VerticalGroup(
                        *(Static(lit(told), classes="told") for told in section.lines), classes="lines"
                    ),
                )

    async def on_sections_screen_failed(self, message: Failed) -> None:
        self.query_one(TopLine).show(right=lit(tr("not shown")))
        await self.query_one(".body", VerticalScroll).mount(Static(lit(message.sentence)))

    def action_scroll(self, lines: int) -> None:
        self.query_one(".body").scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        self.dismiss(None)
