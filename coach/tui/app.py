"""The terminal program: one app, its screens made when they are first wanted."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen
from textual.theme import ThemeProvider

from coach.locale import tr
from coach.surface.spelling import capital
from coach.tui.actions import ACTIONS, bindings
from coach.tui.commands import Commands
from coach.tui.themes import THEMES
from coach.tui.told import told

if TYPE_CHECKING:
    from coach.core.search import Findable
    from coach.services import Services
    from coach.services.practice import PracticeRun
    from coach.services.sitting import Plan


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
        self.last_words: list[str] = []
        """What is to be said when the terminal is ordinary again, such as what could not be saved."""
        self._greet = greet
        self._then = start
        for theme in THEMES:
            self.register_theme(theme)
        self._check_settings()

    def _check_settings(self) -> None:
        """Raise ``SettingsError`` for a theme or keys that there are none of, before anything is drawn."""
        from coach.services.bindings import check_keys, check_theme

        settings, folder = self._settings, self.services.folders.config
        check_theme(settings, folder, [*(theme.name for theme in THEMES), *self.available_themes])
        check_keys(settings, folder, {action.id: action.keys for action in ACTIONS})

    def on_mount(self) -> None:
        settings = self._settings
        self.theme = settings.theme
        if settings.keys:
            self.set_keymap(settings.keys)
        if self._then is not None:
            self.call_after_refresh(self._then, self)

    def get_default_screen(self) -> Screen[None]:
        """Home is the first screen; nothing else is imported for it."""
        from coach.tui.screens.home import HomeScreen

        return HomeScreen(greet=self._greet, ask_who=self._then is None)

    def become(self, profile: str) -> None:
        """Go on as another person."""
        self.services = self.services.for_profile(profile)

    @told
    def open_session(self, module: str, session: str, lesson: str = "", *, step: str = "") -> None:
        """Go into a session: to a step, a lesson's first unfinished step, or to where one was last."""
        from coach.tui.screens.step import StepScreen

        run = self.services.training.open(module, session)
        index = run.lesson_index(lesson) if lesson else run.next_index()
        wanted = (number for number, (_, one) in enumerate(run.steps) if one.id == step)
        self.push_screen(StepScreen(run, next(wanted, index)))

    @told
    def open_sitting(self, plan: "Plan") -> None:
        """Learn for ten minutes as planned."""
        from coach.services.sitting import begin
        from coach.tui.screens.sitting import SittingScreen

        self.push_screen(SittingScreen(begin(self.services, plan)))

    @told
    def open_find(self, item: "Findable") -> None:
        """Open what a search found: a module, a session, a lesson, a step or a question."""
        from coach.core.search import Sort
        from coach.tui.screens.question import QuestionScreen

        match item.sort:
            case Sort.MODULE:
                self.open_module(*item.ref)
            case Sort.STEP:
                module, session, lesson, step = item.ref
                self.open_session(module, session, lesson, step=step)
            case Sort.QUESTION:
                bank = self.services.library.bank(item.ref[0]).value
                question, competency = self.services.search.question(*item.ref)
                self.push_screen(QuestionScreen(bank.title, question, competency))
            case _:
                self.open_session(*item.ref)

    @told
    def open_module(self, module: str) -> None:
        """Show a module's sessions and lessons."""
        from coach.tui.screens.module import ModuleScreen

        self.services.library.module(module)
        self.push_screen(ModuleScreen(module))

    @told
    def open_review(self) -> None:
        """Show what is due and what the next days bring."""
        from coach.tui.screens.review import ReviewStartScreen

        self.push_screen(ReviewStartScreen())

    @told
    def open_interview(self, interview: str) -> None:
        """Go to an interview's desk, or to its scorecard once the conversation is over."""
        from coach.core.interview import Phase
        from coach.tui.screens.live import LiveScreen
        from coach.tui.screens.scorecard import ScorecardScreen

        desk = self.services.interviews.open(interview)
        over = desk.state.phase in (Phase.ENDED, Phase.SUBMITTED)
        self.push_screen(ScorecardScreen(desk) if over else LiveScreen(desk))

    @told
    def open_requisition(self, requisition: str, *, fresh: bool = False) -> None:
        """Show a requisition with its candidates and its panel; a fresh one asks for candidates."""
        from coach.tui.screens.requisition import RequisitionScreen

        self.services.requisitions.state(requisition)
        self.push_screen(RequisitionScreen(requisition, fresh=fresh))

    @told
    def open_privacy(self, requisition: str = "") -> None:
        """Show until when records of candidates are kept, of one requisition or of all."""
        from coach.tui.screens.privacy import PrivacyScreen

        self.push_screen(PrivacyScreen(requisition))

    def plan_interview(self) -> None:
        """Ask for kit, candidate and interviewer, then go to the desk."""
        from coach.tui.screens.planning import PlanningScreen

        def planned(interview: str | None) -> None:
            if interview:
                self.open_interview(interview)

        self.push_screen(PlanningScreen(), planned)

    @told
    def open_samples(self, name: str) -> None:
        """Rate the sample answers of a kit or a bank, from the first that is not rated."""
        from coach.tui.screens.calibrate_sample import SampleScreen

        run = self.services.calibrate.open(name)
        self.push_screen(SampleScreen(run, run.next_index or 0))

    def open_practice(self, run: "PracticeRun") -> None:
        """Go on with a mock interview, or sum it up if it is over."""
        from coach.tui.screens.practice_question import next_screen

        self.push_screen(next_screen(run))

    def open_progress(self) -> None:
        """Show what is mastered, how ready one is, and why."""
        from coach.tui.screens.progress import ProgressScreen

        self.push_screen(ProgressScreen())

    def refuse(self, refusal: Exception) -> None:
        """Say why a wish was not granted."""
        from coach.core.conduct import Refused

        if isinstance(refusal, Refused):
            self.notify(str(refusal), severity="warning", timeout=6, markup=False)
        else:
            self.notify(str(refusal), severity="error", timeout=8, markup=False)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer in the command palette what the keys do on the screen below it, and nothing else."""
        from coach.tui.screens.help import explained

        for active in explained(screen):
            binding = active.binding
            run = partial(self.run_action, binding.action, active.node)
            yield SystemCommand(capital(tr(binding.description)), tr(binding.tooltip), run)
        records = tr("See until when records of candidates are kept; erase, hold, hand out.")
        yield SystemCommand(tr("Records of candidates"), records, self.open_privacy)
        about = tr("Change the colours until you leave; theme in config.toml keeps them.")
        yield SystemCommand(tr("Theme"), about, self.action_change_theme)

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, Commands):
            self.push_screen(Commands(tr("Search for commands…")))

    def search_themes(self) -> None:
        self.push_screen(Commands(tr("Search for themes…"), [ThemeProvider]))

    def action_help_quit(self) -> None:
        """Say with which key one leaves; ctrl+c copies, or does nothing."""
        quits = [
            key for key, one in self.active_bindings.items() if one.binding.action in ("quit", "app.quit")
        ]
        if quits:
            title = tr("Do you want to quit?")
            self.notify(tr("Press {key} to quit the app", key=quits[0]), title=title, markup=False)

    def action_help(self) -> None:
        """Explain the keys that work here."""
        from coach.tui.screens.help import HelpScreen, rows

        active = [one.binding for one in self.screen.active_bindings.values() if one.enabled]
        self.push_screen(HelpScreen(rows(active)))
