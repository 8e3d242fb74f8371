"""One question of a mock interview: think, answer against the clock, rate oneself, see model answers."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static, TextArea

from coach.core.rehearsal import THINKING
from coach.locale import mark, tr
from coach.store.errors import StoreError
from coach.surface.clock import ClockFace
from coach.surface.lit import line, lit
from coach.surface.rubric import RubricForm
from coach.surface.sheet import Sheet
from coach.tui.actions import bindings
from coach.tui.screens import practice_words as words
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.calibrate_words import anchors
from coach.tui.screens.practice_words import Stage
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from datetime import datetime

    from textual.timer import Timer

    from coach.services.practice import PracticeRun

LOOK = 0.5
"""Seconds between two looks at the clock."""
REST = 0.4
"""Seconds of typing that a killed program may lose at most; the promise is one second."""

LEADS = {
    Stage.READY: (("⏎", mark("start the clock")),),
    Stage.THINKING: (("⏎", mark("start the clock")),),
    Stage.ANSWERING: (),
    Stage.RATING: (("⏎", mark("save")),),
    Stage.MODELS: (("⏎", mark("next")),),
}


def next_screen(run: "PracticeRun") -> Screen[None]:
    """Make the screen that comes next: a question that is open, or the sum of all."""
    index = run.state.current
    return SummaryScreen(run) if index is None else RehearsalScreen(run, index)


class RehearsalScreen(CoachScreen[None]):
    """One stage after the other; what does not belong to it is hidden."""

    where = "rehearsal"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rehearsal")]
    DEFAULT_CSS = """
    RehearsalScreen .body > Static { max-width: 90; }
    RehearsalScreen .competency { text-style: bold; color: $text-primary; }
    RehearsalScreen .text { text-style: bold; margin-bottom: 1; }
    RehearsalScreen .how { color: $text-accent; margin-bottom: 1; }
    RehearsalScreen.-short ClockFace Digits { display: none; }
    RehearsalScreen Sheet { height: 12; max-width: 92; margin-bottom: 1; }
    RehearsalScreen.-short Sheet { height: 5; }
    RehearsalScreen RubricForm { margin-bottom: 1; }
    RehearsalScreen RubricForm .overview, RehearsalScreen RubricForm .criterion { display: none; }
    RehearsalScreen .said { margin-bottom: 1; }
    RehearsalScreen .models { height: auto; max-width: 90; }
    RehearsalScreen .models > Static { margin-bottom: 1; }
    """

    def __init__(self, run: "PracticeRun", index: int) -> None:
        super().__init__()
        self._run = run
        self._index = index
        self.stage = Stage.READY if run.given(index) is None else Stage.RATING
        self._budget = round(run.question(index).minutes * 60)
        self._before = run.draft(index).seconds
        """Seconds that went by before this screen was opened."""
        self._started: datetime | None = None
        self._resting: Timer | None = None
        self._typed = run.draft(index).text

    def compose(self) -> ComposeResult:
        run, question = self._run, self._run.question(self._index)
        yield TopLine(line((tr("Practice"), "bold"), f" › {run.guide.title}"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(lit(run.competency(self._index)), classes="competency")
            yield Static(lit(question.text), classes="text")
            yield Static(classes="how")
            yield ClockFace()
            yield Sheet(self._typed, soft_wrap=True, tab_behavior="focus")
            yield Static(classes="said")
            yield anchors(question, run.competency(self._index))
            yield Vertical(classes="models")
        yield KeyLine()

    def on_mount(self) -> None:
        self.set_interval(LOOK, self._look)
        self._show(self.stage)

    @property
    def _form(self) -> RubricForm:
        return self.query_one(RubricForm)

    @property
    def _seconds(self) -> int:
        """Whole seconds on the clock of this stage."""
        if self._started is None:
            return 0
        gone = round((self._run.now - self._started).total_seconds())
        return gone + (self._before if self.stage is Stage.ANSWERING else 0)

    # --- Showing ---------------------------------------------------------------------------------

    def _show(self, stage: Stage) -> None:
        """Go to a stage: what belongs to it is shown and has the keys."""
        self.stage = stage
        given = self._run.given(self._index)
        timed = stage in (Stage.THINKING, Stage.ANSWERING)
        rated = stage in (Stage.RATING, Stage.MODELS)
        parts = (
            (self.query_one(ClockFace), timed),
            (self.query_one(Sheet), stage is Stage.ANSWERING),
            (self.query_one(".said"), rated),
            (self._form, rated),
            (self.query_one(".models"), stage is Stage.MODELS),
            (self.query_one(".how"), bool(words.HOW[stage])),
        )
        for widget, shown in parts:
            widget.display = shown
        self.query_one(".how", Static).update(lit(words.how(stage)))
        if given is not None:
            self.query_one(".said", Static).update(words.said(given))
        self._form.disabled = stage is not Stage.RATING
        focus = {Stage.ANSWERING: self.query_one(Sheet), Stage.RATING: self._form}
        self.set_focus(focus.get(stage))
        self.query_one(KeyLine).lead = LEADS[stage]
        self._look()
        self.refresh_bindings()

    def _look(self) -> None:
        """Show the time."""
        right, seconds = words.place(self._run, self._index), self._seconds
        if self.stage is Stage.THINKING:
            self.query_one(ClockFace).show(THINKING - seconds, words.thinking(seconds))
        if self.stage is Stage.ANSWERING:
            self.query_one(ClockFace).show(self._budget - seconds, words.left(seconds, self._budget))
            right = lit(words.left(seconds, self._budget))
        self.query_one(TopLine).show(right=right)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer what belongs to the stage."""
        match action:
            case "think":
                return self.stage is Stage.READY
            case "done":
                return self.stage is Stage.ANSWERING
            case "proceed":
                return self.stage is not Stage.ANSWERING
            case _:
                return True

    # --- Doing -----------------------------------------------------------------------------------

    def action_think(self) -> None:
        self._started = self._run.now
        self._show(Stage.THINKING)

    @told
    def action_proceed(self) -> None:
        match self.stage:
            case Stage.READY | Stage.THINKING:
                self._started = self._run.now
                self._show(Stage.ANSWERING)
                self.query_one(Sheet).scroll_visible(animate=False)
            case Stage.RATING:
                self._rate()
            case Stage.MODELS:
                self.app.switch_screen(next_screen(self._run))
            case Stage.ANSWERING:
                return

    def _rate(self) -> None:
        level = self._form.ratings.get(self._run.question(self._index).id)
        if level is None:
            self.notify(tr("Rate yourself first: press a number from 1 to 5."), severity="warning")
            return
        self._run.rate(self._index, level)
        models = self._run.models(self._index)
        shown = [Static(words.model(sample)) for sample in models]
        area = self.query_one(".models", Vertical)
        area.mount_all(shown or [Static(lit(tr(words.NO_MODEL), "$text-muted"))])
        self._show(Stage.MODELS)
        self.call_after_refresh(area.scroll_visible, animate=False, top=True)

    @told
    def action_done(self) -> None:
        self._run.answer(self._index, self.query_one(Sheet).text, self._seconds)
        self._stop_resting()
        self._show(Stage.RATING)
        self.call_after_refresh(self.query_one(".how").scroll_visible, animate=False, top=True)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._typed = event.text_area.text
        if self._resting is None and self.stage is Stage.ANSWERING:
            self._resting = self.set_timer(REST, self._keep)

    @told
    def _keep(self) -> None:
        """Save what was typed so far."""
        self._stop_resting()
        if self.stage is Stage.ANSWERING:
            self._run.keep(self._index, self._typed, self._seconds)

    def _stop_resting(self) -> None:
        if self._resting is not None:
            self._resting.stop()
            self._resting = None

    def action_scroll(self, lines: int) -> None:
        self.query_one(".body", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        self.dismiss(None)

    def on_unmount(self) -> None:
        """Save what was typed in the last moment."""
        if self.stage is not Stage.ANSWERING:
            return
        try:
            self._run.keep(self._index, self._typed, self._seconds)
        except StoreError as error:
            self.coach.last_words.append(
                tr("The last of your answer could not be saved. {error}", error=error)
            )


class SummaryScreen(CoachScreen[None]):
    """How a run went, and what to prepare next."""

    where = "rehearsed"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rehearsed")]
    DEFAULT_CSS = """
    SummaryScreen .summary { height: auto; max-width: 96; }
    """

    def __init__(self, run: "PracticeRun") -> None:
        super().__init__()
        self._run = run

    def compose(self) -> ComposeResult:
        run = self._run
        how_far = tr(
            "practice {number}: {rated} of {total} rated",
            number=run.state.number,
            rated=run.state.rated,
            total=run.total,
        )
        yield TopLine(
            line((tr("Practice"), "bold"), f" › {run.guide.title}"),
            lit(f"{how_far} · " + tr("saved")),
        )
        with VerticalScroll(classes="body"):
            yield Static(words.summary(run), classes="summary")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(".body").focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one(".body").scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        self.dismiss(None)
