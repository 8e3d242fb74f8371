"""Progress: what is finished, mastered and known, and from each figure down to the answers behind it."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.paper import PaperScreen
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.core.progress import ProgressView


class ProgressScreen(PaperScreen[None]):
    """All figures at once. They are computed from the log beside the interface, each time anew."""

    where = "progress"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("progress")]

    class Gathered(Message):
        """The figures have been computed."""

        def __init__(self, view: "ProgressView") -> None:
            super().__init__()
            self.view = view

    class Failed(Message):
        """The figures could not be computed; the sentence says why."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self) -> None:
        super().__init__()
        self._view: ProgressView | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Progress"), "bold")), lit(tr("reading …")))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("explain")),)
        self.gather()

    @work(thread=True, exclusive=True, group="progress", exit_on_error=False)
    def gather(self) -> None:
        """Read content and log beside the interface."""
        from coach.services.troubles import is_known

        try:
            self.post_message(self.Gathered(self.services.progress.view()))
        except Exception as error:
            if not is_known(error):
                raise
            self.post_message(self.Failed(str(error)))

    def on_progress_screen_gathered(self, message: Gathered) -> None:
        self._view = message.view
        self._draw()

    def on_progress_screen_failed(self, message: Failed) -> None:
        self.query_one(TopLine).show(right=lit(tr("not ready")))
        self.query_one(Rows).fill([Option(lit(message.sentence, "$text-error"), disabled=True)])

    def on_resize(self, _: events.Resize) -> None:
        if self._view is not None:
            self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        from coach.tui.screens.progress_rows import progress_rows

        if self._view is None:
            return
        rows = self.query_one(Rows)
        rows.fill(progress_rows(self._view, rows.scrollable_content_region.width))
        rows.focus()
        self.query_one(TopLine).show(right=lit(self._view.learner))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        from coach.tui.screens.progress_explain import ExplainScreen

        if self._view is not None and event.option.id:
            self.app.push_screen(ExplainScreen(self._view, event.option.id))

    def action_print(self) -> None:
        self.print_paper(self.services.progress.report, "progress.pdf")

    def action_back(self) -> None:
        self.dismiss(None)
