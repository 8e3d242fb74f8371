"""Learning to rate: kits and banks with sample answers, and how close one comes to the experts."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from coach.core.calibrating import Interviewing
from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens import calibrate_words as words
from coach.tui.screens.base import CoachScreen
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.calibrate import Choice


class CalibrateScreen(CoachScreen[None]):
    """Enter opens the answers of a kit or a bank."""

    where = "calibrate"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("calibrate")]
    DEFAULT_CSS = """
    CalibrateScreen .standing { padding: 1 4 0 4; max-width: 92; }
    CalibrateScreen.-short .standing { padding: 0 2 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._ready = Interviewing()

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Calibrate"), "bold")))
        yield Static(classes="standing")
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("rate")),)

    def on_screen_resume(self) -> None:
        self._gather()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    @told
    def _gather(self) -> None:
        """Read what there is, and show it."""
        self._choices = self.services.calibrate.choices()
        self._ready = self.services.calibrate.figures()
        self.query_one(".standing", Static).update(words.standing(self._ready))
        self.query_one(TopLine).show(right=lit(self.services.settings.name or self.services.settings.profile))
        self.refresh_bindings()
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        rows = self.query_one(Rows)
        width = rows.scrollable_content_region.width
        drawn = [
            Option(words.row(one, width), id=one.id, disabled=bool(one.trouble)) for one in self._choices
        ]
        rows.fill(drawn or [Option(lit("  " + tr(words.NOTHING), "$text-muted"), disabled=True)])
        rows.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer figures only where there are some."""
        return action != "figures" or bool(self._ready.first)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.coach.open_samples(event.option.id or "")

    def action_figures(self) -> None:
        self.app.push_screen(FiguresScreen(self._ready))

    def action_back(self) -> None:
        self.dismiss(None)


class FiguresScreen(CoachScreen[None]):
    """Accuracy, severity and spread, down to the ratings behind them."""

    where = "figures"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("figures")]
    DEFAULT_CSS = """
    FiguresScreen .judged { height: auto; max-width: 110; }
    """

    def __init__(self, ready: Interviewing) -> None:
        super().__init__()
        self._ready = ready

    def compose(self) -> ComposeResult:
        count = self._ready.figures.count
        yield TopLine(
            line((tr("Calibrate"), "bold"), " › " + tr("figures")), lit(tr("{count} rated", count=count))
        )
        with VerticalScroll(classes="body"):
            yield Static(Content("\n").join(words.judged(self._ready)), classes="judged")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(".body").focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one(".body").scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        self.dismiss(None)
