"""One figure explained, down to the answers it was computed from."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.locale import tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.paper import PaperScreen
from coach.tui.screens.progress_words import explain
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.core.progress import ProgressView


class ExplainScreen(PaperScreen[None]):
    """The explanation of one line of the progress screen; a module's has its certificate."""

    where = "explain"
    DEFAULT_CSS = """
    ExplainScreen .explained { height: auto; max-width: 110; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("explain")]

    def __init__(self, view: "ProgressView", name: str) -> None:
        """``name`` is ``what:id``, as the lines of the progress screen are called."""
        super().__init__()
        self._explained = explain(view, name)
        what, _, which = name.partition(":")
        self._module = which if what == "module" else ""

    def compose(self) -> ComposeResult:
        yield TopLine(
            line((tr("Progress"), "bold"), f" › {self._explained.title}"), lit(self._explained.figure)
        )
        with VerticalScroll(classes="body"):
            yield Static(Content("\n").join(self._explained.lines), classes="explained")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(".body").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only a module has a certificate."""
        return action != "print" or bool(self._module)

    def action_scroll(self, lines: int) -> None:
        self.query_one(".body").scroll_relative(y=lines, animate=False)

    def action_print(self) -> None:
        progress, module = self.services.progress, self._module
        self.print_paper(lambda: progress.certificate(module), f"certificate-{module}.pdf")

    def action_back(self) -> None:
        self.dismiss(None)
