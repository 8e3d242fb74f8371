"""The terminal program: one app, its screens made when they are first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from coach.tui.actions import bindings
from coach.tui.themes import DARK, THEMES

if TYPE_CHECKING:
    from coach.services import Services


class CoachApp(App[None]):
    """Coach in a terminal.

    ``services`` are handed in; ``greet`` shows the welcome before home, ``start`` goes on from there.
    """

    TITLE = "Coach"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("everywhere")]
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        services: "Services",
        *,
        greet: bool = False,
        start: Callable[["CoachApp"], None] | None = None,
    ) -> None:
        super().__init__()
        self.services = services
        self._settings = services.settings
        self._greet = greet
        self._then = start
        for theme in THEMES:
            self.register_theme(theme)

    def on_mount(self) -> None:
        settings = self._settings
        self.theme = settings.theme if settings.theme in self.available_themes else DARK.name
        if settings.keys:
            self.set_keymap(settings.keys)
        if self._then is not None:
            self.call_after_refresh(self._then, self)

    def get_default_screen(self) -> Screen[None]:
        """Home is the first screen; nothing else is imported for it."""
        from coach.tui.screens.home import HomeScreen

        return HomeScreen(greet=self._greet)

    def open_session(self, module: str, session: str, lesson: str = "") -> None:
        """Go into a session: to a lesson's first unfinished step, or to where one was last."""
        from coach.content.library import ContentError, NotFound
        from coach.tui.screens.step import StepScreen

        try:
            run = self.services.training.open(module, session)
        except (ContentError, NotFound) as error:
            self.refuse(error)
            return
        self.push_screen(StepScreen(run, run.lesson_index(lesson) if lesson else run.next_index()))

    def open_module(self, module: str) -> None:
        """Show a module's sessions and lessons."""
        from coach.tui.screens.module import ModuleScreen

        self.push_screen(ModuleScreen(module))

    def open_interview(self, interview: str) -> None:
        """Go to an interview's desk, or to its scorecard once the conversation is over."""
        from coach.core.interview import Phase
        from coach.tui.screens.live import LiveScreen
        from coach.tui.screens.scorecard import ScorecardScreen

        desk = self.services.interviews.open(interview)
        over = desk.state.phase in (Phase.ENDED, Phase.SUBMITTED)
        self.push_screen(ScorecardScreen(desk) if over else LiveScreen(desk))

    def plan_interview(self) -> None:
        """Ask for kit, candidate and interviewer, then go to the desk."""
        from coach.tui.screens.planning import PlanningScreen

        def planned(interview: str | None) -> None:
            if interview:
                self.open_interview(interview)

        self.push_screen(PlanningScreen(), planned)

    def refuse(self, refusal: Exception) -> None:
        """Say why a wish was not granted."""
        from coach.core.conduct import Refused

        if isinstance(refusal, Refused):
            self.notify(str(refusal), severity="warning", timeout=8, markup=False)
        else:
            self.notify(str(refusal), severity="error", timeout=12, markup=False)

    def action_help(self) -> None:
        """Explain the keys that work here."""
        from coach.tui.screens.help import HelpScreen, rows

        active = [one.binding for one in self.screen.active_bindings.values() if one.enabled]
        self.push_screen(HelpScreen(rows(active)))
