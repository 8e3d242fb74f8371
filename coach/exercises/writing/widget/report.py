"""What is shown of a text that was handed in: its marks, the rules with their reasons, the models."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.writing.rules import Level
from coach.locale import tr
from coach.surface.lit import line, lit

from ..grading import Verdict, reasons
from ..marks import stretches
from ..spec import Model


class VerdictRow(Horizontal):
    """A rule after the text was handed in: kept or missed, where, why, and how it could read."""

    DEFAULT_CSS = """
    VerdictRow { height: auto; margin-bottom: 1; }
    VerdictRow .mark { width: 10; }
    VerdictRow .words { width: 1fr; height: auto; }
    VerdictRow .reason { color: $text-muted; }
    """

    def __init__(self, text: str, verdict: Verdict, numbers: tuple[int, ...]) -> None:
        super().__init__()
        self._text = text
        self._verdict = verdict
        self._numbers = "".join(f" [{number}]" for number in numbers)

    def compose(self) -> ComposeResult:
        """Put the sign in a column of its own."""
        yield Static(_sign(self._verdict), classes="mark")
        with Vertical(classes="words"):
            title = f"{self._verdict.rule.title.rstrip('.')}{self._numbers}"
            yield Static(lit(title, "bold"))
            for reason in reasons(self._text, self._verdict):
                yield Static(lit(reason), classes="reason")


def _sign(verdict: Verdict) -> Content:
    """Say kept or missed with a sign and a word."""
    if verdict.judgement.kept:
        return lit(tr("✓ kept"), "$text-success")
    if verdict.rule.level is Level.NOTE:
        return lit(tr("• note"), "$text-warning")
    return lit(tr("✗ missed"), "$text-error")


def row(sign: str, text: str) -> Horizontal:
    """Make a row of a list."""
    return Horizontal(Static(lit(sign), classes="number"), Static(lit(text), classes="words"), classes="row")


def model_shown(title: str, model: Model) -> Vertical:
    """Show a model, and why it is good or weak."""
    return Vertical(
        Static(lit(title), classes="label"),
        Static(lit(model.text.strip()), classes="paper"),
        Static(lit(model.why), classes="reason"),
        classes="model",
    )


def marked(text: str, found: Sequence[Verdict]) -> Content:
    """Underline what is to mend and put its number behind; what lies in two marks is shown in reverse."""
    styles = ("", "underline", "underline reverse")
    parts: list[Content] = []
    for stretch in stretches(text, found):
        parts.append(lit(stretch.text, styles[min(stretch.deep, 2)]))
        parts += [lit(f"[{number}]", "bold $text-accent") for number in stretch.numbers]
    return line(*parts)
