"""Mock interviews: the kits to practise with, and runs that go on."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens import practice_words as words
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.dialogs import Choose
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.practice import PracticeChoice


class PracticeScreen(CoachScreen[None]):
    """Enter goes on with a run of a kit, or asks how long another should be."""

    where = "practice"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("practice")]
    DEFAULT_CSS = """
    PracticeScreen .about { padding: 1 4 0 4; max-width: 92; color: $text-muted; }
    PracticeScreen.-short .about { padding: 0 2 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[PracticeChoice, ...] = ()

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Practice"), "bold")))
        yield Static(lit(tr(words.ABOUT)), classes="about")
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("practise")),)

    def on_screen_resume(self) -> None:
        self._gather()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    @told
    def _gather(self) -> None:
        """Read what there is, and show it."""
        self._choices = self.services.practice.choices()
        runs = sum(one.runs for one in self._choices)
        times = words.practised(runs) if runs else tr("not practised yet")
        self.query_one(TopLine).show(right=lit(times))
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        rows = self.query_one(Rows)
        width = rows.scrollable_content_region.width
        drawn = [
            Option(words.row(one, width), id=one.id, disabled=bool(one.trouble)) for one in self._choices
        ]
        rows.fill(drawn or [Option(lit(f"  {tr(words.NO_KITS)}", "$text-muted"), disabled=True)])
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        kit = next(one for one in self._choices if one.id == event.option.id)

        def answered(choice: str | None) -> None:
            if choice is not None:
                self._open(kit.id, choice)

        self.app.push_screen(Choose(kit.title, tr(words.HOW_LONG), words.lengths(kit)), answered)

    @told
    def _open(self, kit: str, choice: str) -> None:
        """Begin a run with all or a few questions, or go on with the one that was begun."""
        short = int(choice) if choice.isdigit() else None
        self.coach.open_practice(self.services.practice.open(kit, short, again=choice != words.GO_ON))

    def action_back(self) -> None:
        self.dismiss(None)
