"""The task beside the CRM: the brief, what is looked at, and how it stood at the last check."""

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from coach.surface.lit import line
from coach.surface.prose import Prose

from ..assertions import Verdict
from ..replay import missing
from ..spec import Expected, Spec
from .canvas import put


class CrmTask(VerticalScroll, can_focus=True):
    """The brief with its checks; it scrolls with the arrows."""

    DEFAULT_CSS = """
    CrmTask { height: 1fr; scrollbar-size-vertical: 1; padding: 0 1; }
    CrmTask .section { text-style: bold; margin-top: 1; }
    CrmTask .tips { color: $text-muted; }
    """

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        self._spec = spec
        self._checks = [CrmCheck(check) for check in spec.checks]

    def compose(self) -> ComposeResult:
        yield Prose(self._spec.prompt)
        yield Static(line("What is looked at"), classes="section checks")
        yield from self._checks
        if self._spec.files:
            yield Static(line("Files to import"), classes="section")
            yield Static(line("\n".join(f"  {name}" for name in self._spec.files)))
        if self._spec.tips:
            yield Static(line("Good to know"), classes="section")
            yield Static(line("\n".join(self._spec.tips)), classes="tips")

    def forget(self) -> None:
        """Take back the marks, since something was done after the last check."""
        for row in self._checks:
            row.mark(None)

    def show_checks(self) -> None:
        """Bring what is looked at into sight, from its first line on."""
        first = self.query_one(".checks", Static)
        self.call_after_refresh(self.scroll_to_widget, first, animate=False, top=True)

    def mark(self, check: Expected, verdict: Verdict) -> None:
        """Show how one check stands."""
        for row in self._checks:
            if row.check is check:
                row.mark(verdict)


class CrmCheck(Horizontal):
    """A check with a column for its mark, in sign and word."""

    DEFAULT_CSS = """
    CrmCheck { height: auto; }
    CrmCheck .mark { width: 8; height: 1; }
    CrmCheck .words { width: 1fr; }
    """

    def __init__(self, check: Expected) -> None:
        super().__init__()
        self.check = check
        self._verdict: Verdict | None = None

    def compose(self) -> ComposeResult:
        yield Static(classes="mark")
        yield Static(classes="words")

    def on_mount(self) -> None:
        self._draw()

    def mark(self, verdict: Verdict | None) -> None:
        """Show how the check stands; ``None`` if that is not known."""
        if verdict != self._verdict:
            self._verdict = verdict
            self._draw()

    def _draw(self) -> None:
        verdict = self._verdict
        sign = ("·", "$text-muted")
        if verdict is not None:
            sign = ("✓ done", "$text-success") if verdict.holds else ("✗ open", "$text-error")
        told = missing(self.check, verdict) if verdict else ""
        self.query_one(".mark", Static).update(line(sign), layout=False)
        words = line(self.check.title, (f"\n{told}" if told else "", "$text-muted"))
        put(self.query_one(".words", Static), words)
