"""Home: one thing to do next, then everything there is."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.home import HomeView


class HomeScreen(CoachScreen[None]):
    """The first screen. It paints empty and fills as soon as content and log are read."""

    where = "home"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("home")]

    class Gathered(Message):
        """What home shows has been read."""

        def __init__(self, view: "HomeView") -> None:
            super().__init__()
            self.view = view

    class Failed(Message):
        """What home shows could not be read; the sentence says why."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, *, greet: bool = False) -> None:
        super().__init__()
        self._greet = greet
        self._view: HomeView | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(line(("Coach", "bold")), lit("reading …"))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", "open"),)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self._greet:
            from coach.tui.screens.welcome import WelcomeScreen

            self._greet = False
            self.app.push_screen(WelcomeScreen())
        self.gather()

    def on_screen_resume(self) -> None:
        if self._view is not None:
            self.gather()

    @work(thread=True, exclusive=True, group="home", exit_on_error=False)
    def gather(self) -> None:
        """Read content and log beside the interface."""
        from coach.content.library import ContentError
        from coach.services.home import home_view
        from coach.services.settings import SettingsError
        from coach.store.errors import StoreError

        try:
            self.post_message(self.Gathered(home_view(self.services)))
        except (StoreError, ContentError, SettingsError) as error:
            self.post_message(self.Failed(str(error)))

    def on_home_screen_gathered(self, message: Gathered) -> None:
        self._view = message.view
        self._draw()

    def on_home_screen_failed(self, message: Failed) -> None:
        self.query_one(TopLine).show(right=lit("not ready"))
        self.query_one(Rows).fill([Option(lit(message.sentence, "$text-error"), disabled=True)])

    def on_resize(self, _: events.Resize) -> None:
        if self._view is not None:
            self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        from coach.tui.screens.home_rows import home_rows, status

        if self._view is None:
            return
        rows = self.query_one(Rows)
        rows.fill(home_rows(self._view, rows.scrollable_content_region.width))
        rows.focus()
        self.query_one(TopLine).show(right=status(self._view))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        what, _, rest = (event.option.id or "").partition(":")
        match what:
            case "next":
                self.coach.open_session(*rest.split("/", 1))
            case "module":
                self.coach.open_module(rest)
            case "interview":
                self.coach.open_interview(rest)
            case "new-interview":
                self.action_new_interview()
            case _:
                return

    def action_new_interview(self) -> None:
        self.coach.plan_interview()

    def action_quit(self) -> None:
        self.app.exit()
