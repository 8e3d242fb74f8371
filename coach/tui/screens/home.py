"""Home: one thing to do next, then everything there is."""

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import STANDARD, CoachScreen
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.home import HomeView
    from coach.services.profiles import Profile


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

    class Asked(Message):
        """There are several people, and it has to be asked who learns."""

        def __init__(self, people: "tuple[Profile, ...]", *, at_start: bool) -> None:
            super().__init__()
            self.people = people
            self.at_start = at_start

    def __init__(self, *, greet: bool = False, ask_who: bool = False) -> None:
        super().__init__()
        self._greet = greet
        self._ask_who = ask_who
        self._view: HomeView | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(line(("Coach", "bold")), lit(tr("reading …")))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("open")),)
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
        from coach.services.profiles import profiles, undecided
        from coach.services.settings import SettingsError
        from coach.store.errors import StoreError

        try:
            if self._ask_who and undecided(self.services):
                self.post_message(self.Asked(profiles(self.services), at_start=True))
                return
            self._gathered(home_view(self.services))
        except (StoreError, ContentError, SettingsError) as error:
            self.post_message(self.Failed(str(error)))

    def _gathered(self, view: "HomeView") -> None:
        """Hand over what was read; at the start without what others left to do, which may take longer."""
        if self._view is None:
            self.post_message(self.Gathered(view))
        pieces, due = len(self.services.mentor.waiting()), len(self.services.privacy.due())
        if self._view is not None or pieces or due:
            self.post_message(self.Gathered(replace(view, pieces=pieces, records_due=due)))

    def on_home_screen_gathered(self, message: Gathered) -> None:
        self._view = message.view
        self._draw()

    def on_home_screen_asked(self, message: Asked) -> None:
        from coach.tui.screens.chooser import ChooserScreen

        def answered(profile: str | None) -> None:
            if profile is not None:
                self.coach.become(profile)
                self.gather()
            elif message.at_start:
                self.app.exit()

        here = "" if message.at_start else self.services.settings.profile
        self.app.push_screen(ChooserScreen(message.people, here=here), answered)

    def on_home_screen_failed(self, message: Failed) -> None:
        self.query_one(TopLine).show(right=lit(tr("not ready")))
        self.query_one(Rows).fill([Option(lit(message.sentence, "$text-error"), disabled=True)])

    def on_resize(self, _: events.Resize) -> None:
        if self._view is not None:
            self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        from coach.tui.screens.home_rows import home_rows, status

        if self._view is None:
            return
        rows = self.query_one(Rows)
        keys = self.services.settings.keys
        rows.fill(home_rows(self._view, rows.scrollable_content_region.width, keys))
        rows.focus()
        self.query_one(TopLine).show(right=status(self._view, wide=self.size.width >= STANDARD))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        what, _, rest = (event.option.id or "").partition(":")
        match what:
            case "next":
                self.coach.open_session(*rest.split("/", 1))
            case "module":
                self.coach.open_module(rest)
            case "interview" | "unfinished":
                self.coach.open_interview(rest)
            case "requisition":
                self.coach.open_requisition(rest)
            case "new-requisition":
                self.action_new_requisition()
            case "new-interview":
                self.action_new_interview()
            case "privacy":
                self.coach.open_privacy()
            case "mentor":
                self.action_mentor()
            case _:
                return

    def action_new_interview(self) -> None:
        self.coach.plan_interview()

    def action_new_requisition(self) -> None:
        from coach.tui.screens.requisition_new import ask_requisition

        ask_requisition(self.coach)

    def action_progress(self) -> None:
        self.coach.open_progress()

    def action_review(self) -> None:
        self.coach.open_review()

    def action_ten_minutes(self) -> None:
        if self._view is not None and self._view.sitting is not None:
            self.coach.open_sitting(self._view.sitting)
        elif self._view is not None:
            self.notify(tr("Nothing is due, and nothing is new. Open a module to go over a lesson again."))

    def action_search(self) -> None:
        from coach.tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen())

    def action_mentor(self) -> None:
        from coach.tui.screens.mentor import MentorScreen

        self.app.push_screen(MentorScreen())

    def action_calibrate(self) -> None:
        from coach.tui.screens.calibrate import CalibrateScreen

        self.app.push_screen(CalibrateScreen())

    def action_practice(self) -> None:
        from coach.tui.screens.practice import PracticeScreen

        self.app.push_screen(PracticeScreen())

    def action_kept(self) -> None:
        from coach.tui.screens.kept import KeptScreen

        self.app.push_screen(KeptScreen())

    @told
    def action_path(self) -> None:
        from coach.tui.screens.path import ask_path

        ask_path(self.coach, self.gather)

    @told
    def action_who(self) -> None:
        from coach.services.profiles import profiles

        self.post_message(self.Asked(profiles(self.services), at_start=False))

    def action_quit(self) -> None:
        self.app.exit()
