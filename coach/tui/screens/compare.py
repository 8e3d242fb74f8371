"""The comparison of a requisition's candidates, as far as they are revealed to who looks."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.locale import mark, other_language, tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.compare_rows import comparison_rows
from coach.tui.screens.dialogs import Choose
from coach.tui.screens.paper import PaperScreen
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.document import Bundle, Document
    from coach.core.panel.comparison_view import ComparisonView
    from coach.core.panel.statistics_words import Section

PAPERS = (
    ("comparison", mark("The comparison")),
    ("matrix", mark("The panel's matrices")),
    ("requisition", mark("Everything of the requisition, in one file")),
    ("kit", mark("The kit in two languages, side by side")),
)


class CompareScreen(PaperScreen[None]):
    """Candidates as rows, competencies as columns, each score with its error band."""

    where = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("compare")]

    class Compared(Message):
        """The comparison as it stands now."""

        def __init__(self, view: "ComparisonView") -> None:
            super().__init__()
            self.view = view

    class Failed(Message):
        """It could not be computed; the sentence says why."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, requisition: str) -> None:
        super().__init__()
        self.requisition = requisition
        self._view: ComparisonView | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Compare"), "bold"), f" · {self.requisition}"), lit(tr("computing …")))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("debrief")),)
        self.action_reload()

    def on_screen_resume(self) -> None:
        if self._view is not None:
            self.action_reload()

    def action_reload(self) -> None:
        """Compute it anew beside the interface."""
        self.compute()

    @work(thread=True, exclusive=True, group="compare", exit_on_error=False)
    def compute(self) -> None:
        """Read the scorecards and compare them; what is seen for the first time goes on record."""
        from coach.services.troubles import is_known

        try:
            self.post_message(self.Compared(self.services.comparisons.view(self.requisition)))
        except Exception as error:
            if not is_known(error):
                raise
            self.post_message(self.Failed(str(error)))

    def on_compare_screen_compared(self, message: Compared) -> None:
        self._view = message.view
        self._draw()

    def on_compare_screen_failed(self, message: Failed) -> None:
        self.query_one(TopLine).show(right=lit(tr("not shown")))
        self.query_one(Rows).fill([Option(lit(message.sentence, "$text-error"), disabled=True)])

    def on_resize(self, _: events.Resize) -> None:
        if self._view is not None:
            self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        view = self._view
        if view is None:
            return
        rows = self.query_one(Rows)
        rows.fill(comparison_rows(view, rows.scrollable_content_region.width))
        rows.focus()
        seen = tr("{count} of {total} revealed to you", count=len(view.revealed), total=len(view.rows))
        self.query_one(TopLine).show(left=line((tr("Compare"), "bold"), f" · {view.title}"), right=lit(seen))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        from coach.tui.screens.debrief import DebriefScreen

        if event.option.id:
            self.app.push_screen(DebriefScreen(self.requisition, event.option.id))

    def action_statistics(self) -> None:
        from coach.tui.screens.compare_sections import SectionsScreen

        service, requisition = self.services.comparisons, self.requisition

        def gather() -> "tuple[Section, ...]":
            from coach.core.panel.statistics_words import sections

            return sections(service.statistics(requisition))

        self.app.push_screen(SectionsScreen(tr("Statistics"), gather))

    def action_explain(self) -> None:
        from coach.core.panel.comparison_words import HOW
        from coach.core.panel.statistics_words import Section
        from coach.tui.screens.compare_sections import SectionsScreen

        made = Section(title=tr("How each number is made"), lines=tuple(map(tr, HOW)))
        self.app.push_screen(SectionsScreen(tr("Compare"), lambda: (made,)))

    def action_print(self) -> None:
        reports, requisition = self.services.panel_reports, self.requisition
        builders: dict[str, Callable[[], Document | Bundle]] = {
            "comparison": lambda: reports.comparison(requisition),
            "matrix": lambda: reports.matrix(requisition),
            "requisition": lambda: reports.requisition(requisition),
            "kit": lambda: self.services.reports.side_by_side(reports.kit_of(requisition), other_language()),
        }

        papers = tuple((name, tr(title)) for name, title in PAPERS)

        def chosen(paper: str | None) -> None:
            if paper is not None:
                self.print_paper(builders[paper], f"{requisition}-{paper}.pdf")

        self.app.push_screen(Choose(tr("What should be printed?"), "", papers), chosen)

    def action_back(self) -> None:
        self.dismiss(None)
