"""The task beside the CRM: the brief, what is looked at, and how it stood at the last check."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from coach.locale import tr, trp
from coach.surface.lit import line, lit
from coach.surface.prose import Prose

from ..assertions import Verdict
from ..replay import missing
from ..spec import Expected, Spec
from .columns import GAP, Column, wrapped

MARK = 6
"""Columns of the terminal that a mark needs."""


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
        self.checks = CrmChecks(spec.checks)

    def compose(self) -> ComposeResult:
        yield Prose(self._spec.prompt)
        yield Static(line(tr("What is looked at")), classes="section checks")
        yield self.checks
        if self._spec.files:
            yield Static(line(tr("Files to import")), classes="section")
            yield Static(line("\n".join(f"  {name}" for name in self._spec.files)))
        if self._spec.tips:
            yield Static(line(tr("Good to know")), classes="section")
            yield Static(line("\n".join(self._spec.tips)), classes="tips")

    def show_checks(self) -> None:
        """Bring what is looked at into sight, from its first line on."""
        first = self.query_one(".checks", Static)
        self.call_after_refresh(self.scroll_to_widget, first, animate=False, top=True)


class CrmChecks(Widget):
    """All checks, each with its mark in sign and word in a column of its own."""

    DEFAULT_CSS = """
    CrmChecks { height: auto; }
    """

    def __init__(self, checks: tuple[Expected, ...]) -> None:
        super().__init__()
        self._checks = checks
        self._verdicts: tuple[Verdict, ...] = ()

    def mark(self, verdicts: tuple[Verdict, ...]) -> None:
        """Show how the checks stand, in their order; none is known where ``verdicts`` is empty."""
        if verdicts != self._verdicts:
            self._verdicts = verdicts
            width, height = self.size
            self.refresh(layout=len(self._lines(width)) != height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def render(self) -> Content:
        """Put the checks below each other."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        mark = max(MARK, *(lit(sign).cell_length for sign in _signs()))
        columns = (Column("", mark), Column(""))
        widths = [mark, max(1, width - mark - GAP)]
        rows = [self._row(place, check) for place, check in enumerate(self._checks)]
        return [drawn[GAP:] for row in rows for drawn in wrapped("", row, columns, widths)]

    def _row(self, place: int, check: Expected) -> tuple[Content, Content]:
        if not self._verdicts:
            return lit("·", "$text-muted"), lit(check.title)
        verdict = self._verdicts[place]
        done, missed = _signs()
        sign = (done, "$text-success") if verdict.holds else (missed, "$text-error")
        told = missing(check, verdict)
        return line(sign), line(check.title, (f"\n{told}" if told else "", "$text-muted"))


def _signs() -> tuple[str, str]:
    """Give the marks of a check that is met, and of one that is not."""
    return trp("check", "✓ done"), trp("check", "✗ open")
