"""Reviews: what is due and what the next days bring, then one card after the other."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.core.outcome import Outcome
from coach.core.training import Standing
from coach.locale import day, mark, tr
from coach.services.review import Card, NoDeadline
from coach.services.review_run import ReviewRun
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens import review_words as words
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.dialogs import Write
from coach.tui.screens.step import StepScreen
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

BY_WHEN = mark(
    "The day for which everything should be at hand, such as an interview, as year, month "
    "and day: {day}. Everything then comes again before it. An empty line takes the "
    "deadline away."
)
EXAMPLE = date(2027, 1, 14)


class ReviewStartScreen(CoachScreen[None]):
    """How much is due, the next days as a chart, the deadline, and what is set apart."""

    where = "review"
    DEFAULT_CSS = """
    ReviewStartScreen .body > Static { max-width: 84; }
    ReviewStartScreen .chart { margin: 1 0; }
    ReviewStartScreen .apart { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("review")]

    def __init__(self) -> None:
        super().__init__()
        self._due: tuple[Card, ...] = ()
        self._apart: tuple[Card, ...] = ()

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Review"), "bold")))
        with VerticalScroll(classes="body"):
            yield Static(classes="standing")
            yield Static(classes="chart")
            yield Static(classes="deadline")
            yield Static(classes="apart")
        yield KeyLine()

    def on_mount(self) -> None:
        self._gather()

    def on_screen_resume(self) -> None:
        self._gather()

    def on_resize(self) -> None:
        self.call_after_refresh(self._gather)

    @told
    def _gather(self) -> None:
        """Read what is due and show it."""
        reviews = self.services.reviews
        self._due, self._apart = reviews.due(), reviews.leeches()
        width = self.query_one(".body").scrollable_content_region.width
        self._fill("standing", words.standing(reviews.overview(), self._due))
        self._fill("chart", words.chart(reviews.forecast(), width))
        self._fill("deadline", words.deadline(reviews.deadline, reviews.moment().date))
        self._fill("apart", words.apart(self._apart) if self._apart else None)
        self.query_one(TopLine).show(right=lit(tr("{count} due", count=len(self._due))))
        self.query_one(KeyLine).lead = (("⏎", mark("begin")),) if self._due else ()
        self.refresh_bindings()

    def _fill(self, name: str, content: Content | None) -> None:
        part = self.query_one(f".{name}", Static)
        part.display = content is not None
        part.update(content or "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer a review only where there is something to be asked."""
        offered = {"start": bool(self._due), "leeches": bool(self._apart)}
        return offered.get(action, True)

    @told
    def action_start(self) -> None:
        self._begin(self._due)

    @told
    def action_leeches(self) -> None:
        self._begin(self._apart)

    def _begin(self, cards: tuple[Card, ...]) -> None:
        run = self.services.reviews.start(cards)
        for problem in run.problems[:1]:
            self.notify(
                tr("Left out: {problem}", problem=problem), severity="warning", timeout=8, markup=False
            )
        if run.steps:
            self.app.switch_screen(ReviewScreen(run))

    def action_deadline(self) -> None:
        on = self.services.reviews.deadline
        self._ask_deadline(tr(BY_WHEN, day=day(EXAMPLE)), day(on) if on else "")

    def _ask_deadline(self, text: str, value: str) -> None:
        """Ask until there is a day or an empty line; escape leaves it as it was."""
        reviews = self.services.reviews

        @told
        def answered(screen: ReviewStartScreen, typed: str | None) -> None:
            if typed is None:
                return
            try:
                reviews.set_deadline(reviews.read_deadline(typed))
            except NoDeadline as error:
                screen._ask_deadline(str(error), typed)
            screen._gather()

        self.app.push_screen(Write(tr("Deadline"), text, value=value), lambda typed: answered(self, typed))

    def action_scroll(self, lines: int) -> None:
        self.query_one(".body", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        self.dismiss(None)


class ReviewScreen(StepScreen):
    """The cards of a review, each as its exercise is met in its lesson."""

    def __init__(self, run: ReviewRun) -> None:
        super().__init__(run, 0)
        self.review = run

    def _ending(self) -> list[Static]:
        return words.ending(self.review)

    def _verdict(self, standing: Standing, outcome: Outcome) -> Content:
        return words.verdict(self.review, self.index, standing, outcome)
