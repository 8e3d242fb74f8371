"""A question of a bank to read: its probes, its anchors, and what should make one listen up."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from coach.core.bank import QuestionKind
from coach.core.prose import inline
from coach.locale import mark, tr
from coach.surface.lit import line, lit, lit_runs
from coach.surface.rubric import AnchorLine
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.bank import Question
    from coach.core.curriculum import Competency


KINDS = {
    QuestionKind.BEHAVIOURAL: mark("behavioural question"),
    QuestionKind.SITUATIONAL: mark("situational question"),
    QuestionKind.KNOWLEDGE: mark("knowledge question"),
    QuestionKind.WORK_SAMPLE: mark("work-sample question"),
}


class QuestionScreen(CoachScreen[None]):
    """One question outside an interview; nothing can be changed here."""

    where = "question"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("question")]
    DEFAULT_CSS = """
    QuestionScreen .text { max-width: 84; margin-bottom: 1; }
    QuestionScreen .label { margin-top: 1; color: $text-primary; text-style: bold; }
    QuestionScreen .entry { height: auto; max-width: 84; padding-left: 1; }
    QuestionScreen .entry > .sign { width: 3; color: $text-muted; }
    QuestionScreen .entry > .words { width: 1fr; }
    QuestionScreen AnchorLine { padding-left: 1; }
    """

    def __init__(self, bank: str, question: "Question", competency: "Competency | None") -> None:
        super().__init__()
        self._bank = bank
        self._question = question
        self._competency = competency

    def compose(self) -> ComposeResult:
        question = self._question
        title = self._competency.title if self._competency else question.competency
        yield TopLine(line((title, "bold"), f" › {tr(KINDS[question.kind])}"), lit(self._bank))
        with VerticalScroll(classes="body"):
            yield Static(lit(question.text, "bold"), classes="text")
            yield Static(lit(tr("About {minutes:g} minutes.", minutes=question.minutes), "$text-muted"))
            yield from _listed(tr("Probes"), question.probes)
            yield Static(lit(tr("Anchors")), classes="label")
            for level, anchor in sorted(question.anchors.items()):
                yield AnchorLine(level, lit_runs(inline(anchor)))
            yield from _listed(tr("Red flags"), question.red_flags)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_back(self) -> None:
        self.dismiss(None)


def _listed(label: str, entries: tuple[str, ...]) -> "Iterator[Static | Horizontal]":
    if entries:
        yield Static(lit(label), classes="label")
    for entry in entries:
        yield Horizontal(Static("•", classes="sign"), Static(lit(entry), classes="words"), classes="entry")
